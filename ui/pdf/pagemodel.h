// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QGlyphRun>
#include <QList>
#include <QPointF>
#include <QRectF>
#include <QString>

namespace Scoredesk {

// What lies on a page, in layout units from its top left. Nothing here knows of blocks or of PDF.

/// Glyphs of one line in one colour, belonging to one node of the structure.
struct TextPiece {
    QList<QGlyphRun> glyphs;
    QPointF origin;
    QColor colour;
    int node = -1;          ///< of the structure tree; −1: artifact
    bool pictures = false;  ///< the glyphs are coloured bitmaps, which PDF fonts cannot hold
    bool continues = false; ///< what stands for the piece before stands for this one too
    QString actualText;     ///< what the glyphs stand for, where they alone would not tell a reader
};

/// A filled rectangle: rule, bar, underline. Always an artifact.
struct Box {
    QRectF rect;
    QColor fill;
};

/// The outline of a rectangle as four boxes.
QList<Box> hollowBox(const QRectF& rect, double line, const QColor& colour);

struct LinkArea {
    QRectF rect;
    QString target; ///< http(s) address, or "#" and an anchor
    QString title;  ///< the linked words
    int node = -1;
};

/// A strip of a page that is never broken: a line of text, a row of a table.
struct Slice {
    double before = 0; ///< space above it, dropped at the top of a page
    double height = 0;
    bool keepWithNext = false;
    QList<TextPiece> texts; ///< in reading order
    QList<Box> boxes;       ///< painted below the texts
    QList<LinkArea> links;
    QString anchor;
    int repeatedHead = -1; ///< which of BlockSetter's table heads is repeated above it at the top of a page
};

/// A place that links and bookmarks lead to.
struct AnchorPlace {
    QString name;
    int page = 0; ///< from 0
    double y = 0;
};

struct SetPage {
    QList<Box> boxes;
    QList<TextPiece> texts;
    QList<LinkArea> links;
    QList<AnchorPlace> anchors;
};

} // namespace Scoredesk
