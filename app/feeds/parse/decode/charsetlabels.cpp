// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/parse/decode/charsetlabels.h"

#include "app/feeds/parse/text/ascii.h"

#include <array>

namespace Scoredesk {

namespace {

struct Charset {
    std::string_view name;
    std::string_view labels; ///< lower case, without '-', '_' and spaces, each between bars
};

// Labels of the WHATWG encoding standard, folded, with a few more that feeds use.
constexpr std::array charsets{
    Charset{"utf-8", "|utf8|utf|unicode11utf8|unicode20utf8|xunicode20utf8|"},
    Charset{"utf-16le", "|utf16le|utf16|u16|ucs2|unicode|iso10646ucs2|csunicode|unicodefffe|"},
    Charset{"utf-16be", "|utf16be|unicodefeff|"},
    Charset{"utf-32le", "|utf32le|utf32|u32|ucs4|"},
    Charset{"utf-32be", "|utf32be|"},
    Charset{"windows-1252", "|windows1252|cp1252|xcp1252|ascii|usascii|ansix3.41968|iso88591|iso885911987|"
                            "iso8859-1|latin1|l1|ibm819|cp819|csisolatin1|isoir100|iso88591windows31latin1|"},
    Charset{"iso-8859-2", "|iso88592|latin2|l2|csisolatin2|isoir101|"},
    Charset{"iso-8859-3", "|iso88593|latin3|l3|csisolatin3|"},
    Charset{"iso-8859-4", "|iso88594|latin4|l4|csisolatin4|"},
    Charset{"iso-8859-5", "|iso88595|cyrillic|csisolatincyrillic|"},
    Charset{"iso-8859-6", "|iso88596|arabic|asmo708|ecma114|iso88596e|iso88596i|csisolatinarabic|"},
    Charset{"iso-8859-7", "|iso88597|greek|greek8|elot928|ecma118|suneugreek|csisolatingreek|"},
    Charset{"iso-8859-8", "|iso88598|hebrew|visual|iso88598e|iso88598i|logical|csisolatinhebrew|"},
    Charset{"iso-8859-10", "|iso885910|latin6|l6|"},
    Charset{"iso-8859-13", "|iso885913|"},
    Charset{"iso-8859-14", "|iso885914|"},
    Charset{"iso-8859-15", "|iso885915|latin9|l9|csisolatin9|"},
    Charset{"iso-8859-16", "|iso885916|"},
    Charset{"windows-1250", "|windows1250|cp1250|xcp1250|"},
    Charset{"windows-1251", "|windows1251|cp1251|xcp1251|win1251|"},
    Charset{"windows-1253", "|windows1253|cp1253|xcp1253|"},
    Charset{"windows-1254", "|windows1254|cp1254|xcp1254|iso88599|latin5|l5|csisolatin5|"},
    Charset{"windows-1255", "|windows1255|cp1255|xcp1255|"},
    Charset{"windows-1256", "|windows1256|cp1256|xcp1256|"},
    Charset{"windows-1257", "|windows1257|cp1257|xcp1257|"},
    Charset{"windows-1258", "|windows1258|cp1258|xcp1258|"},
    Charset{"windows-874", "|windows874|dos874|tis620|iso885911|cp874|"},
    Charset{"koi8-r", "|koi8r|koi8|koi|cskoi8r|"},
    Charset{"koi8-u", "|koi8u|koi8ru|"},
    Charset{"ibm866", "|ibm866|cp866|866|csibm866|"},
    Charset{"macintosh", "|macintosh|mac|macroman|xmacroman|csmacintosh|"},
    Charset{"x-mac-cyrillic", "|xmaccyrillic|xmacukrainian|maccyrillic|"},
    Charset{"gbk", "|gbk|gb2312|chinese|csgb2312|gb231280|xgbk|euccn|isoir58|csiso58gb231280|cp936|"},
    Charset{"gb18030", "|gb18030|"},
    Charset{"hz-gb-2312", "|hzgb2312|hz|"},
    Charset{"big5", "|big5|big5hkscs|cnbig5|csbig5|xxbig5|cp950|"},
    Charset{"euc-jp", "|eucjp|xeucjp|cseucpkdfmtjapanese|ujis|"},
    Charset{"shift_jis", "|shiftjis|sjis|xsjis|mskanji|windows31j|csshiftjis|ms932|cp932|"},
    Charset{"iso-2022-jp", "|iso2022jp|csiso2022jp|"},
    Charset{"euc-kr",
            "|euckr|ksc5601|ksx1001|korean|windows949|ksc56011987|ksc56011989|csksc56011987|cseuckr|"
            "cp949|uhc|"},
    Charset{"iso-2022-kr", "|iso2022kr|"},
    Charset{"ibm037", "|ibm037|cp037|csibm037|ebcdiccpus|"},
    Charset{"ibm500", "|ibm500|cp500|"},
    Charset{"ibm1140", "|ibm1140|cp1140|"},
};

} // namespace

QByteArray charsetFromLabel(std::string_view label)
{
    std::string folded = "|";
    for (const char c : Ascii::trimmed(label).substr(0, 64)) {
        if (Ascii::isLetter(c) || Ascii::isDigit(c) || c == '.')
            folded += Ascii::lower(c);
    }
    if (folded.size() == 1)
        return {};
    folded += '|';
    for (const Charset& charset : charsets) {
        if (charset.labels.find(folded) != std::string_view::npos)
            return QByteArray(charset.name.data(), static_cast<qsizetype>(charset.name.size()));
    }
    return {};
}

} // namespace Scoredesk
