// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/parse/decode/decoder.h"

#include "app/feeds/parse/decode/charsetguess.h"
#include "app/feeds/parse/decode/declaredcharset.h"
#include "app/feeds/parse/decode/utf8check.h"
#include "app/feeds/parse/text/ascii.h"

#include <QStringDecoder>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

bool isWide(const QByteArray& charset)
{
    return charset.startsWith("utf-16") || charset.startsWith("utf-32");
}

/// Converts by Qt and ICU; false where the charset is not to be had or the bytes are none of it. A damaged
/// character here and there is no reason to doubt a charset.
bool convert(std::string_view bytes, const QByteArray& charset, std::string& out)
{
    QStringDecoder decoder(charset.constData(), QStringDecoder::Flag::Stateless);
    if (!decoder.isValid())
        return false;
    const QString text = decoder.decode(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    if (decoder.hasError() && !isWide(charset)) {
        qsizetype foreign = 0;
        for (const QChar c : text)
            foreign += c.unicode() >= 0x80 ? 1 : 0;
        if (text.count(QChar::ReplacementCharacter) * 50 > foreign)
            return false;
    }
    out = text.toStdString();
    return true;
}

DecodedText asUtf8(std::string_view bytes, const Utf8Findings& found)
{
    DecodedText decoded;
    decoded.encoding = "utf-8";
    if (found.errors == 0) {
        decoded.borrowed = bytes.substr(0, bytes.size() - found.cutAtEnd);
    } else {
        decoded.owned = mendedUtf8(bytes);
        decoded.warnings += u"Some bytes are not UTF-8; they were read as Windows-1252."_s;
    }
    return decoded;
}

QByteArray declaredCharset(std::string_view bytes, const QByteArray& contentType, Markup markup)
{
    QByteArray charset =
        charsetOfContentType({contentType.constData(), static_cast<std::size_t>(contentType.size())});
    // "us-ascii" in a header is what servers say who don't know; the document knows better.
    const bool unsure = charset == "windows-1252" && contentType.toLower().contains("ascii");
    if (!charset.isEmpty() && !unsure)
        return charset;
    QByteArray own;
    if (markup != Markup::Json)
        own = charsetOfXmlDeclaration(bytes);
    if (own.isEmpty() && markup == Markup::Html)
        own = charsetOfMeta(bytes);
    return own.isEmpty() ? charset : own;
}

} // namespace

DecodedText decodeText(std::string_view bytes, const QByteArray& contentType, Markup markup)
{
    const CharsetMark mark = charsetOfMark(bytes);
    bytes.remove_prefix(mark.length);
    DecodedText decoded;
    if (isWide(mark.charset) || mark.charset == "ibm037") {
        decoded.encoding = mark.charset;
        convert(bytes, mark.charset, decoded.owned);
        return decoded;
    }
    const Utf8Findings found = checkUtf8(bytes);
    if (mark.charset == "utf-8")
        return asUtf8(bytes, found);

    QByteArray charset = declaredCharset(bytes, contentType, markup);
    // A declaration that could be read as ASCII is no wide one.
    if (isWide(charset))
        charset.clear();
    const bool plainUtf8 = found.errors == 0 && found.sequences > 0;
    if (charset.isEmpty() || charset == "utf-8") {
        if (found.errors == 0 || charset == "utf-8" || found.sequences > found.errors)
            return asUtf8(bytes, found);
        charset = guessCharset(bytes);
    } else if (plainUtf8 && !charset.startsWith("iso-2022") && !charset.startsWith("hz-")) {
        decoded = asUtf8(bytes, found);
        decoded.warnings += u"It calls itself %1, but is UTF-8."_s.arg(QString::fromLatin1(charset));
        return decoded;
    }
    decoded.encoding = charset;
    if (found.errors == 0 && found.sequences == 0 && charset != "hz-gb-2312" &&
        !charset.startsWith("iso-2022") && !charset.startsWith("ibm")) {
        decoded.borrowed = bytes; // pure ASCII reads the same in all that are left
        return decoded;
    }
    if (convert(bytes, charset, decoded.owned))
        return decoded;
    DecodedText mended = asUtf8(bytes, found);
    if (found.sequences <= found.errors)
        mended.encoding = "windows-1252";
    mended.warnings += u"It calls itself %1, but is not."_s.arg(QString::fromLatin1(charset));
    return mended;
}

} // namespace Scoredesk
