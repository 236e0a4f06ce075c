// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/pdfobjects.h"
#include "ui/pdf/typography.h"

namespace Scoredesk {

namespace {

PdfObject linkAnnotation(QPDF& pdf, const LinkArea& link, const std::vector<PdfObject>& pages,
                         const PdfParts& parts)
{
    PdfObject action = PdfObject::newDictionary();
    if (link.target.startsWith(u'#')) {
        const auto place = parts.anchors.constFind(link.target.mid(1));
        if (place == parts.anchors.constEnd())
            return PdfObject::newNull();
        action.replaceKey("/S", PdfObject::newName("/GoTo"));
        action.replaceKey("/D", destinationOf(*place, pages, parts));
    } else {
        action.replaceKey("/S", PdfObject::newName("/URI"));
        action.replaceKey("/URI", PdfObject::newString(link.target.toStdString()));
    }
    const QRectF& area = link.rect;
    const double bottom = (parts.pageHeight - area.bottom()) / pt;
    PdfObject annotation = PdfObject::parse("<< /Type /Annot /Subtype /Link /F 4 /Border [ 0 0 0 ] >>");
    annotation.replaceKey("/Rect", PdfObject::newFromRectangle({area.left() / pt, bottom, area.right() / pt,
                                                                bottom + area.height() / pt}));
    annotation.replaceKey("/Contents", pdfText(link.title));
    annotation.replaceKey("/A", action);
    return pdf.makeIndirectObject(annotation);
}

PdfObject attributesOf(const StructureTree::Node& node)
{
    PdfObject attributes = PdfObject::parse("<< /O /Table >>");
    if (!node.scope.isEmpty())
        attributes.replaceKey("/Scope", pdfName(node.scope));
    if (node.columns > 1)
        attributes.replaceKey("/ColSpan", PdfObject::newInteger(node.columns));
    if (!node.summary.isEmpty())
        attributes.replaceKey("/Summary", pdfText(node.summary));
    return attributes;
}

/// Writes the tree's nodes and gathers what leads back from content to them.
class StructureWriter {
public:
    StructureWriter(QPDF& pdf, std::vector<PdfObject>& pages, PageAnnotations& annotations,
                    const PdfParts& parts)
        : m_pdf(pdf), m_pages(pages), m_annotations(annotations), m_parts(parts)
    {
        for (qsizetype i = 0; i < parts.tags.size(); ++i)
            m_contentOwners.emplace_back(size_t(parts.tags[i].size()), PdfObject::newNull());
    }

    PdfObject write(int index, const PdfObject& parent)
    {
        const StructureTree::Node& node = m_parts.structure.nodes()[index];
        PdfObject element = PdfObject::newDictionary();
        element.replaceKey("/S", roleName(node.role));
        element.replaceKey("/P", parent);
        if (!node.scope.isEmpty() || node.columns > 1 || !node.summary.isEmpty())
            element.replaceKey("/A", attributesOf(node));
        element = m_pdf.makeIndirectObject(element);

        std::vector<PdfObject> kids;
        int page = -1; // contents on the element's own page are named by number alone
        for (const StructureTree::Kid& kid : node.kids) {
            switch (kid.kind) {
            case StructureTree::Kid::Kind::Node:
                kids.push_back(write(kid.index, element));
                break;
            case StructureTree::Kid::Kind::Content:
                if (page < 0) {
                    page = kid.page;
                    element.replaceKey("/Pg", m_pages[size_t(page)]);
                }
                kids.push_back(content(kid, page));
                m_contentOwners[size_t(kid.page)][size_t(kid.index)] = element;
                break;
            case StructureTree::Kid::Kind::Annotation:
                if (PdfObject reference = annotation(kid, element); !reference.isNull())
                    kids.push_back(reference);
                break;
            }
        }
        element.replaceKey("/K", kids.size() == 1 ? kids.front() : PdfObject::newArray(kids));
        return element;
    }

    PdfObject parentTree()
    {
        std::vector<PdfObject> entries;
        for (size_t i = 0; i < m_contentOwners.size(); ++i) {
            m_pages[i].replaceKey("/StructParents", PdfObject::newInteger(int(i)));
            entries.push_back(PdfObject::newInteger(int(i)));
            entries.push_back(m_pdf.makeIndirectObject(PdfObject::newArray(m_contentOwners[i])));
        }
        for (size_t i = 0; i < m_annotationOwners.size(); ++i) {
            entries.push_back(PdfObject::newInteger(int(m_contentOwners.size() + i)));
            entries.push_back(m_annotationOwners[i]);
        }
        PdfObject tree = PdfObject::newDictionary();
        tree.replaceKey("/Nums", PdfObject::newArray(entries));
        return m_pdf.makeIndirectObject(tree);
    }

    int nextKey() const { return int(m_contentOwners.size() + m_annotationOwners.size()); }

private:
    // A long digest has tens of thousands of elements and a dozen roles. The type, which is optional, is left
    // out for the same reason.
    PdfObject roleName(const QByteArray& role)
    {
        const auto known = m_roleNames.constFind(role);
        return known != m_roleNames.constEnd() ? *known : *m_roleNames.insert(role, pdfName(role));
    }

    PdfObject content(const StructureTree::Kid& kid, int elementPage)
    {
        if (kid.page == elementPage)
            return PdfObject::newInteger(kid.index);
        PdfObject reference = PdfObject::parse("<< /Type /MCR >>");
        reference.replaceKey("/Pg", m_pages[size_t(kid.page)]);
        reference.replaceKey("/MCID", PdfObject::newInteger(kid.index));
        return reference;
    }

    PdfObject annotation(const StructureTree::Kid& kid, const PdfObject& element)
    {
        PdfObject link = m_annotations[size_t(kid.page)][size_t(kid.index)];
        if (link.isNull())
            return link;
        link.replaceKey("/StructParent", PdfObject::newInteger(nextKey()));
        m_annotationOwners.push_back(element);
        PdfObject reference = PdfObject::parse("<< /Type /OBJR >>");
        reference.replaceKey("/Pg", m_pages[size_t(kid.page)]);
        reference.replaceKey("/Obj", link);
        return reference;
    }

    QPDF& m_pdf;
    std::vector<PdfObject>& m_pages;
    PageAnnotations& m_annotations;
    const PdfParts& m_parts;
    std::vector<std::vector<PdfObject>> m_contentOwners;
    std::vector<PdfObject> m_annotationOwners;
    QHash<QByteArray, PdfObject> m_roleNames;
};

} // namespace

PageAnnotations addLinks(QPDF& pdf, std::vector<PdfObject>& pages, const PdfParts& parts)
{
    PageAnnotations annotations;
    for (size_t i = 0; i < pages.size(); ++i) {
        std::vector<PdfObject> made;
        std::vector<PdfObject> kept;
        for (const LinkArea& link : parts.links[qsizetype(i)]) {
            made.push_back(linkAnnotation(pdf, link, pages, parts));
            if (!made.back().isNull())
                kept.push_back(made.back());
        }
        pages[i].removeKey("/Annots");
        if (!kept.empty())
            pages[i].replaceKey("/Annots", PdfObject::newArray(kept));
        pages[i].replaceKey("/Tabs", PdfObject::newName("/S"));
        annotations.push_back(made);
    }
    return annotations;
}

void addStructure(QPDF& pdf, std::vector<PdfObject>& pages, PageAnnotations& annotations,
                  const PdfParts& parts)
{
    PdfObject tree = pdf.makeIndirectObject(PdfObject::parse("<< /Type /StructTreeRoot >>"));
    StructureWriter writer(pdf, pages, annotations, parts);
    tree.replaceKey("/K", writer.write(StructureTree::root, tree));
    tree.replaceKey("/ParentTree", writer.parentTree());
    tree.replaceKey("/ParentTreeNextKey", PdfObject::newInteger(writer.nextKey()));
    pdf.getRoot().replaceKey("/StructTreeRoot", tree);
    pdf.getRoot().replaceKey("/MarkInfo", PdfObject::parse("<< /Marked true >>"));
}

} // namespace Scoredesk
