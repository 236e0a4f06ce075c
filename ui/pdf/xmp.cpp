// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/xmp.h"

#include <QXmlStreamWriter>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

const QString rdf = u"http://www.w3.org/1999/02/22-rdf-syntax-ns#"_s;
const QString dc = u"http://purl.org/dc/elements/1.1/"_s;
const QString xmp = u"http://ns.adobe.com/xap/1.0/"_s;
const QString pdf = u"http://ns.adobe.com/pdf/1.3/"_s;

void addArray(QXmlStreamWriter& xml, const QString& name, const QString& kind, const QStringList& values)
{
    if (values.isEmpty())
        return;
    xml.writeStartElement(dc, name);
    xml.writeStartElement(rdf, kind);
    for (const QString& value : values) {
        xml.writeStartElement(rdf, u"li"_s);
        if (kind == "Alt"_L1)
            xml.writeAttribute(u"xml:lang"_s, u"x-default"_s);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndElement();
}

} // namespace

QByteArray xmpPacket(const Document& document, const QString& producer)
{
    QByteArray packet;
    QXmlStreamWriter xml(&packet);
    xml.writeProcessingInstruction(u"xpacket"_s, u"begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\""_s);
    xml.writeNamespace(u"adobe:ns:meta/"_s, u"x"_s);
    xml.writeStartElement(u"adobe:ns:meta/"_s, u"xmpmeta"_s);
    xml.writeNamespace(rdf, u"rdf"_s);
    xml.writeStartElement(rdf, u"RDF"_s);
    xml.writeNamespace(dc, u"dc"_s);
    xml.writeNamespace(xmp, u"xmp"_s);
    xml.writeNamespace(pdf, u"pdf"_s);
    xml.writeStartElement(rdf, u"Description"_s);
    xml.writeAttribute(rdf, u"about"_s, QString());
    xml.writeTextElement(dc, u"format"_s, u"application/pdf"_s);
    addArray(xml, u"title"_s, u"Alt"_s, {document.title});
    if (!document.author.isEmpty())
        addArray(xml, u"creator"_s, u"Seq"_s, {document.author});
    if (!document.subject.isEmpty())
        addArray(xml, u"description"_s, u"Alt"_s, {document.subject});
    if (!document.publisher.isEmpty())
        addArray(xml, u"publisher"_s, u"Bag"_s, {document.publisher});
    addArray(xml, u"subject"_s, u"Bag"_s, document.keywords);
    addArray(xml, u"language"_s, u"Bag"_s, {document.language});
    if (!document.keywords.isEmpty())
        xml.writeTextElement(pdf, u"Keywords"_s, document.keywords.join(u", "_s));
    xml.writeTextElement(pdf, u"Producer"_s, producer);
    xml.writeTextElement(xmp, u"CreatorTool"_s, u"Scoredesk"_s);
    if (document.date.isValid()) {
        const QString date = document.date.toUTC().toString(Qt::ISODate);
        for (const QString& name : {u"CreateDate"_s, u"ModifyDate"_s, u"MetadataDate"_s})
            xml.writeTextElement(xmp, name, date);
    }
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeProcessingInstruction(u"xpacket"_s, u"end=\"r\""_s);
    return packet;
}

} // namespace Scoredesk
