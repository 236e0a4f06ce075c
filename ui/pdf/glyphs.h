// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pdf/pagemodel.h"

#include <QGlyphRun>
#include <QHash>
#include <QRawFont>

namespace Scoredesk {

enum class GlyphKind {
    Outlines, ///< embedded as they are
    Pictures, ///< coloured emoji, painted as images
    Missing,  ///< no font on this machine has them
};

/// Tells glyphs' kinds; remembers fonts, whose tables are read from their files at each look.
class GlyphKinds {
public:
    GlyphKind of(const QGlyphRun& run);

private:
    QHash<QRawFont, GlyphKind> m_known;
};

/// What stands for glyphs that no font has: hollow boxes, one a glyph.
QList<Box> missingGlyphs(const QGlyphRun& run, double em, const QColor& colour);

/// A blank after the last glyph. Qt paints none at a line's end, and without one a reader of the tagged text
/// would join the lines' words.
void addTrailingSpace(QGlyphRun& run, QPointF position);

} // namespace Scoredesk
