// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/pdfobjects.h"
#include "ui/pdf/tounicode.h"

#include <qpdf/Buffer.hh>

namespace Scoredesk {

namespace {

void mendToUnicode(PdfObject stream)
{
    if (!stream.isStream())
        return;
    const auto data = stream.getStreamData(qpdf_dl_generalized);
    const auto map =
        QByteArray::fromRawData(reinterpret_cast<const char*>(data->getBuffer()), qsizetype(data->getSize()));
    stream.replaceStreamData(mendedToUnicode(map).toStdString(), PdfObject::newNull(), PdfObject::newNull());
}

} // namespace

void mendFonts(QPDF& pdf)
{
    int number = 0;
    const auto rename = [](PdfObject dictionary, const char* key, const QByteArray& prefix) {
        PdfObject name = dictionary.getKey(key);
        if (!name.isName())
            return;
        // Qt's own tag, where it set one, follows the order of a hash: other bytes in each session.
        const QByteArray tagged = QByteArray::fromStdString(name.getName()).mid(1);
        dictionary.replaceKey(key, pdfName(prefix + '+' + tagged.mid(tagged.indexOf('+') + 1)));
    };
    for (PdfObject object : pdf.getAllObjects()) {
        if (!object.isDictionaryOfType("/Font", "/Type0"))
            continue;
        QByteArray prefix = "AAAAAA";
        for (int rest = number++, i = 5; i >= 0; --i, rest /= 26)
            prefix[i] = char('A' + rest % 26);
        rename(object, "/BaseFont", prefix);
        mendToUnicode(object.getKey("/ToUnicode"));
        for (PdfObject descendant : object.getKey("/DescendantFonts").aitems()) {
            rename(descendant, "/BaseFont", prefix);
            rename(descendant.getKey("/FontDescriptor"), "/FontName", prefix);
        }
    }
}

} // namespace Scoredesk
