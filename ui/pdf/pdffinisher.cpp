// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/pdffinisher.h"

#include "ui/pdf/pdfobjects.h"
#include "ui/pdf/xmp.h"

#include <QCoreApplication>

#include <qpdf/QPDFEFStreamObjectHelper.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <exception>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct PdfFinisherText {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::PdfFinisherText)
};

QString producer()
{
    return u"Scoredesk " SCOREDESK_VERSION u" (Qt, qpdf)"_s;
}

std::string pdfDate(const QDateTime& date)
{
    return date.toUTC().toString(u"'D:'yyyyMMddHHmmss'Z'"_s).toStdString();
}

void setInfo(QPDF& pdf, const Document& document)
{
    PdfObject info = PdfObject::newDictionary();
    const auto set = [&info](const char* key, const QString& text) {
        if (!text.isEmpty())
            info.replaceKey(key, pdfText(text));
    };
    set("/Title", document.title);
    set("/Author", document.author);
    set("/Subject", document.subject);
    set("/Keywords", document.keywords.join(u", "_s));
    set("/Creator", u"Scoredesk"_s);
    set("/Producer", producer());
    if (document.date.isValid()) {
        info.replaceKey("/CreationDate", PdfObject::newString(pdfDate(document.date)));
        info.replaceKey("/ModDate", PdfObject::newString(pdfDate(document.date)));
    }
    pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(info));

    PdfObject metadata = pdf.newStream(xmpPacket(document, producer()).toStdString());
    metadata.getDict().replaceKey("/Type", PdfObject::newName("/Metadata"));
    metadata.getDict().replaceKey("/Subtype", PdfObject::newName("/XML"));
    pdf.getRoot().replaceKey("/Metadata", metadata);
}

void setCatalogue(QPDF& pdf, const Document& document, const PdfParts& parts)
{
    PdfObject root = pdf.getRoot();
    root.replaceKey("/Lang", pdfText(document.language));
    root.replaceKey("/ViewerPreferences", PdfObject::parse("<< /DisplayDocTitle true >>"));
    // Printed page numbers count every page from 1; the labels say the same.
    root.replaceKey("/PageLabels", PdfObject::parse("<< /Nums [ 0 << /S /D >> ] >>"));
    root.replaceKey("/PageMode", PdfObject::newName(parts.tags.size() > 3 ? "/UseOutlines" : "/UseNone"));
}

void attach(QPDF& pdf, const Document& document, const PdfParts& parts)
{
    if (parts.attachmentName.isEmpty())
        return;
    auto stream = QPDFEFStreamObjectHelper::createEFStream(pdf, parts.attachment.toStdString());
    stream.setSubtype("application/json");
    if (document.date.isValid()) {
        stream.setCreationDate(pdfDate(document.date));
        stream.setModDate(pdfDate(document.date));
    }
    const std::string name = parts.attachmentName.toStdString();
    auto file = QPDFFileSpecObjectHelper::createFileSpec(pdf, name, stream);
    file.setDescription(parts.attachmentDescription.toStdString());
    PdfObject object = file.getObjectHandle();
    object.replaceKey("/AFRelationship", PdfObject::newName("/Source"));
    QPDFEmbeddedFileDocumentHelper(pdf).replaceEmbeddedFile(name, file);
    PdfObject associated = PdfObject::newArray();
    associated.appendItem(object);
    pdf.getRoot().replaceKey("/AF", associated);
}

QByteArray written(QPDFWriter& writer)
{
    writer.setOutputMemory();
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return QByteArray(reinterpret_cast<const char*>(buffer->getBuffer()), qsizetype(buffer->getSize()));
}

/// Qt numbers fonts in the order of a hash, another in each session, and object streams would keep that
/// order. Written plainly, objects are numbered as they are reached from the root, which is always the same.
/// Done first, while the PDF is small.
QByteArray renumbered(const QByteArray& painted)
{
    QPDF pdf;
    pdf.processMemoryFile("painted", painted.constData(), size_t(painted.size()));
    QPDFWriter writer(pdf);
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.setStreamDataMode(qpdf_s_preserve);
    writer.setStaticID(true); // taken out again
    return written(writer);
}

QByteArray write(QPDF& pdf)
{
    pdf.getTrailer().removeKey("/ID");
    QPDFWriter writer(pdf);
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.setDeterministicID(true);
    writer.setMinimumPDFVersion("1.7");
    return written(writer);
}

} // namespace

PdfObject pdfText(const QString& text)
{
    return PdfObject::newUnicodeString(text.toStdString());
}

PdfObject pdfName(const QByteArray& name)
{
    return PdfObject::newName(('/' + name).toStdString());
}

Result<QByteArray> finishPdf(const QByteArray& painted, const Document& document, const PdfParts& parts)
{
    try {
        const QByteArray ordered = renumbered(painted);
        QPDF pdf;
        pdf.processMemoryFile("painted", ordered.constData(), size_t(ordered.size()));
        std::vector<PdfObject> pages = pdf.getAllPages();
        if (pages.size() != size_t(parts.tags.size()) || !markContents(pages, parts))
            return fail(PdfFinisherText::tr("The painted PDF does not hold what was laid out."));
        PageAnnotations annotations = addLinks(pdf, pages, parts);
        addStructure(pdf, pages, annotations, parts);
        addOutline(pdf, pages, parts);
        mendFonts(pdf);
        setInfo(pdf, document);
        setCatalogue(pdf, document, parts);
        attach(pdf, document, parts);
        return write(pdf);
    } catch (const std::exception& exception) {
        return fail(PdfFinisherText::tr("The PDF could not be completed: %1")
                        .arg(QString::fromUtf8(exception.what())));
    }
}

} // namespace Scoredesk
