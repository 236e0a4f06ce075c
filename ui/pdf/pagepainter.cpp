// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/pagepainter.h"

#include "ui/pdf/contentmarks.h"
#include "ui/pdf/typography.h"

#include <QPageSize>

namespace Scoredesk {

PagePainter::PagePainter(QSizeF pagePoints) : m_buffer(&m_bytes), m_writer(&m_buffer)
{
    m_buffer.open(QIODevice::WriteOnly);
    m_writer.setResolution(int(72 * pt));
    m_writer.setPageSize(QPageSize(pagePoints, QPageSize::Point, {}, QPageSize::ExactMatch));
    m_writer.setPageMargins({});
    m_painter.begin(&m_writer);
}

void PagePainter::mark(int code)
{
    m_painter.fillRect(QRectF(-code * pt, 0, pt, pt), Qt::black);
}

void PagePainter::paint(const SetPage& page, PdfParts& parts)
{
    if (m_pages > 0)
        m_writer.newPage();
    const int number = m_pages++;
    QList<ContentTag> tags;

    mark(artifactMark);
    m_painter.setPen(Qt::NoPen);
    for (const Box& box : page.boxes) {
        m_painter.setBrush(box.fill);
        m_painter.drawRect(box.rect);
    }
    int current = StructureTree::artifact;
    bool alone = false; // what a text stands for covers all of its marked content
    for (const TextPiece& text : page.texts) {
        const bool content = text.node != StructureTree::artifact;
        const bool wantsOwn = content && !text.actualText.isEmpty();
        if (text.node != current || (alone && !text.continues) || wantsOwn) {
            if (content) {
                mark(contentMark + int(tags.size()));
                parts.structure.addContent(text.node, number, int(tags.size()));
                tags.append({parts.structure.nodes()[text.node].role, text.actualText});
            } else {
                mark(artifactMark);
            }
            current = text.node;
            alone = wantsOwn;
        }
        m_painter.setPen(text.colour);
        for (const QGlyphRun& glyphs : text.glyphs) {
            if (text.pictures)
                paintPicture(glyphs, text.origin);
            else
                m_painter.drawGlyphRun(text.origin, glyphs);
        }
    }
    mark(endMark);

    for (qsizetype i = 0; i < page.links.size(); ++i)
        if (page.links[i].node != StructureTree::artifact)
            parts.structure.addAnnotation(page.links[i].node, number, int(i));
    for (AnchorPlace anchor : page.anchors) {
        anchor.page = number;
        if (!parts.anchors.contains(anchor.name))
            parts.anchors.insert(anchor.name, anchor);
    }
    parts.tags.append(tags);
    parts.links.append(page.links);
}

void PagePainter::paintPicture(const QGlyphRun& glyphs, QPointF origin)
{
    const QRectF area = glyphs.boundingRect();
    constexpr double scale = 300 / (72 * pt); // 300 dots an inch
    QImage image((area.size() * scale).toSize().expandedTo({1, 1}), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.scale(image.width() / area.width(), image.height() / area.height());
    painter.drawGlyphRun(-area.topLeft(), glyphs);
    painter.end();
    m_painter.drawImage(area.translated(origin), image);
}

QByteArray PagePainter::finish()
{
    const bool painted = m_painter.end();
    m_buffer.close();
    return painted ? std::exchange(m_bytes, {}) : QByteArray();
}

} // namespace Scoredesk
