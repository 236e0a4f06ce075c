// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/contentmarks.h"
#include "ui/pdf/pdfobjects.h"

#include <qpdf/Buffer.hh>

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

} // namespace Scoredesk
