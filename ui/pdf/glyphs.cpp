// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/glyphs.h"

namespace Scoredesk {

using namespace Qt::StringLiterals;

static GlyphKind kindOf(const QRawFont& font)
{
    // Where no font has a character Qt's stand-in has no tables at all, nor a face to ask anything else of.
    if (!font.isValid() || font.fontTable("head").isEmpty())
        return GlyphKind::Missing;
    const bool pictures = !font.fontTable("CBLC").isEmpty() || !font.fontTable("COLR").isEmpty() ||
                          !font.fontTable("sbix").isEmpty();
    return pictures ? GlyphKind::Pictures : GlyphKind::Outlines;
}

GlyphKind GlyphKinds::of(const QGlyphRun& run)
{
    const QRawFont font = run.rawFont();
    const auto known = m_known.constFind(font);
    return known != m_known.constEnd() ? *known : *m_known.insert(font, kindOf(font));
}

QList<Box> missingGlyphs(const QGlyphRun& run, double em, const QColor& colour)
{
    QList<Box> boxes;
    for (const QPointF& position : run.positions())
        boxes += hollowBox(QRectF(position.x() + 0.06 * em, position.y() - 0.68 * em, 0.5 * em, 0.68 * em),
                           0.05 * em, colour);
    return boxes;
}

void addTrailingSpace(QGlyphRun& run, QPointF position)
{
    const QList<quint32> space = run.rawFont().glyphIndexesForString(u" "_s);
    if (space.size() != 1 || space.first() == 0)
        return;
    run.setGlyphIndexes(run.glyphIndexes() + space);
    run.setPositions(run.positions() + QList<QPointF>{position});
}

} // namespace Scoredesk
