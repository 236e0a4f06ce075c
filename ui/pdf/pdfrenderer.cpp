// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/pdfrenderer.h"

#include "ui/pdf/blocksetter.h"
#include "ui/pdf/furniture.h"
#include "ui/pdf/pagepainter.h"
#include "ui/pdf/paginator.h"
#include "ui/pdf/pdffinisher.h"

#include <QCoreApplication>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct PdfRendererText {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::PdfRendererText)
};

constexpr qsizetype longestBookmark = 250;

/// Sets sections one by one, so that a long digest never lies in memory whole.
class SectionSetter {
public:
    SectionSetter(const Typography& typography, const PageGeometry& geometry)
        : m_typography(typography), m_geometry(geometry)
    {
    }

    QList<SetPage> set(const Section& section, StructureTree& structure, bool measuring,
                       const BlockSetter::PageOf& pageOf) const
    {
        BlockSetter setter(m_typography, structure, m_geometry.body.width(), measuring, pageOf);
        const QList<Slice> slices = setter.set(section);
        return paginate(slices, setter.repeatedHeads(), m_geometry.body.topLeft(), m_geometry.body.height());
    }

private:
    const Typography& m_typography;
    const PageGeometry& m_geometry;
};

QList<Bookmark> bookmarksOf(const Document& document)
{
    QList<Bookmark> bookmarks;
    for (const Section& section : document.sections)
        for (const Block& block : section.blocks)
            if (const auto* heading = std::get_if<HeadingBlock>(&block);
                heading && !heading->bookmark.isEmpty())
                bookmarks.append({heading->bookmark.left(longestBookmark), heading->level, heading->anchor});
    return bookmarks;
}

} // namespace

Result<QByteArray> renderPdf(const Document& document, const PdfRequest& request)
{
    const auto cancelled = [] { return fail(PdfRendererText::tr("Cancelled."), ErrorCode::Cancelled); };
    const Typography typography;
    const PageGeometry geometry(request.pagePoints);
    const SectionSetter setter(typography, geometry);

    // Page numbers are printed before the pages they name exist: a first pass counts.
    QHash<QString, QString> printedPages;
    int total = 0;
    for (const Section& section : document.sections) {
        if (request.progress && !request.progress(0))
            return cancelled();
        StructureTree scratch;
        for (const SetPage& page :
             setter.set(section, scratch, true, [](const QString&) { return u"0"_s; })) {
            ++total;
            for (const AnchorPlace& anchor : page.anchors)
                printedPages.insert(anchor.name, QString::number(total));
        }
    }

    PdfParts parts;
    parts.pageHeight = geometry.page.height();
    parts.attachment = request.attachment;
    parts.attachmentName = request.attachmentName;
    parts.attachmentDescription = request.attachmentDescription;
    parts.bookmarks = bookmarksOf(document);
    const LineSetter furnitureLines(typography, parts.structure);
    PagePainter painter(request.pagePoints);
    int number = 0;
    int done = 0;
    for (const Section& section : document.sections) {
        QList<SetPage> pages =
            setter.set(section, parts.structure, false,
                       [&printedPages](const QString& anchor) { return printedPages.value(anchor); });
        for (SetPage& page : pages) {
            addFurniture(page, document, section, ++number, total, geometry, furnitureLines, typography);
            painter.paint(page, parts);
        }
        if (!section.frontMatter && request.progress && !request.progress(++done))
            return cancelled();
    }
    const QByteArray painted = painter.finish();
    if (painted.isEmpty())
        return fail(PdfRendererText::tr("The PDF could not be painted."));
    return finishPdf(painted, document, parts);
}

} // namespace Scoredesk
