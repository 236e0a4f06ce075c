// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pdf/pdfparts.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

namespace Scoredesk {

/// Paints pages into a PDF, and marks in each content stream where the content of a structure node begins.
///
/// Qt's PDF engine knows no marked content. A mark is a rectangle far off the page whose place says what
/// follows; finishing (contentmarks.h) turns it into the operators meant.
class PagePainter {
public:
    explicit PagePainter(QSizeF pagePoints);

    /// Paints the next page and notes its tags, links and anchors in `parts`.
    void paint(const SetPage& page, PdfParts& parts);
    /// Ends the PDF and hands its bytes over. Empty where Qt could not write it.
    QByteArray finish();

private:
    void mark(int code);
    void paintPicture(const QGlyphRun& glyphs, QPointF origin);

    QByteArray m_bytes;
    QBuffer m_buffer;
    QPdfWriter m_writer;
    QPainter m_painter;
    int m_pages = 0;
};

} // namespace Scoredesk
