// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/contentmarks.h"
#include "ui/pdf/pdfobjects.h"

#include <qpdf/Buffer.hh>

#include <algorithm>

namespace Scoredesk {

bool markContents(std::vector<PdfObject>& pages, const PdfParts& parts)
{
    for (size_t i = 0; i < pages.size(); ++i) {
        PdfObject stream = pages[i].getKey("/Contents");
        if (!stream.isStream())
            return false;
        const auto data = stream.getStreamData(qpdf_dl_generalized);
        const auto content = QByteArray::fromRawData(reinterpret_cast<const char*>(data->getBuffer()),
                                                     qsizetype(data->getSize()));
        const QList<ContentTag>& tags = parts.tags[qsizetype(i)];
        int found = 0;
        // Compressed here, so that a long document is never held uncompressed; qCompress() puts four bytes
        // before the zlib stream.
        const QByteArray packed = qCompress(replaceMarks(content, tags, &found)).mid(4);
        if (found != tags.size())
            return false;
        stream.replaceStreamData(packed.toStdString(), PdfObject::newName("/FlateDecode"),
                                 PdfObject::newNull());
    }
    return true;
}

// Of characters that share a glyph Qt takes the first: tab for space, soft hyphen for hyphen. A copied text
// would hold those.
static void mendToUnicode(PdfObject stream)
{
    if (!stream.isStream())
        return;
    const auto data = stream.getStreamData(qpdf_dl_generalized);
    std::string map(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
    for (size_t start = map.find('['); start != std::string::npos; start = map.find('[', start)) {
        const size_t end = std::min(map.find(']', start), map.size());
        for (const auto& [wrong, right] :
             {std::pair("<0009>", "<0020>"), std::pair("<00A0>", "<0020>"), std::pair("<00AD>", "<002D>")})
            for (size_t at = map.find(wrong, start); at < end; at = map.find(wrong, at))
                map.replace(at, 6, right);
        start = end;
    }
    stream.replaceStreamData(map, PdfObject::newNull(), PdfObject::newNull());
}

void mendFonts(QPDF& pdf)
{
    int number = 0;
    const auto rename = [](PdfObject dictionary, const char* key, const std::string& prefix) {
        PdfObject name = dictionary.getKey(key);
        if (name.isName() && name.getName().find('+') == std::string::npos)
            dictionary.replaceKey(key, PdfObject::newName("/" + prefix + "+" + name.getName().substr(1)));
    };
    for (PdfObject object : pdf.getAllObjects()) {
        if (!object.isDictionaryOfType("/Font", "/Type0"))
            continue;
        std::string prefix = "AAAAAA";
        for (int rest = number++, i = 5; i >= 0; --i, rest /= 26)
            prefix[size_t(i)] = char('A' + rest % 26);
        rename(object, "/BaseFont", prefix);
        mendToUnicode(object.getKey("/ToUnicode"));
        for (PdfObject descendant : object.getKey("/DescendantFonts").aitems()) {
            rename(descendant, "/BaseFont", prefix);
            rename(descendant.getKey("/FontDescriptor"), "/FontName", prefix);
        }
    }
}

} // namespace Scoredesk
