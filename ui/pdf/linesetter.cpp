// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/linesetter.h"

#include <QTextLayout>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

// Glyphs of these scripts are reordered, joined or taken from fonts whose glyphs do not map back to
// characters.
bool needsActualText(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        return c.unicode() >= 0x0590 && !(c.unicode() >= 0x1e00 && c.unicode() < 0x2300);
    });
}

// No line has as many, so what is cut to lines need not be set beyond.
constexpr qsizetype charactersALine = 400;
// What a link is called, however long the words it is on.
constexpr qsizetype longestTitle = 200;

struct Span {
    int start = 0;
    int end = 0;
    int node = -1;
    QColor colour;
    double em = 0;
    QString link;
    QString title;
};

// Glyphs of one kind go together; those that no font has become boxes.
QList<TextPiece> piecesOf(const QList<QGlyphRun>& runs, const Span& span, GlyphKinds& kinds,
                          QList<Box>& boxes)
{
    QList<TextPiece> pieces;
    for (const QGlyphRun& run : runs) {
        const GlyphKind kind = kinds.of(run);
        const bool pictures = kind == GlyphKind::Pictures;
        if (pieces.isEmpty() || pieces.last().pictures != pictures) {
            TextPiece piece;
            piece.colour = span.colour;
            piece.node = span.node;
            piece.pictures = pictures;
            piece.continues = !pieces.isEmpty();
            pieces.append(piece);
        }
        if (kind == GlyphKind::Missing)
            boxes += missingGlyphs(run, span.em, span.colour);
        else
            pieces.last().glyphs.append(run);
    }
    return pieces;
}

} // namespace

QList<SetLine> LineSetter::set(const TextRuns& runs, TextRole role, double width, int node, Align align,
                               int most) const
{
    const TextStyle& style = m_typography.style(role);
    QString text;
    QList<Span> spans;
    QList<QTextLayout::FormatRange> formats;
    for (const TextRun& run : runs) {
        QString shown = style.capitals ? run.text.toUpper() : run.text;
        if (most > 0)
            shown.truncate(most * charactersALine - text.size());
        if (shown.isEmpty())
            continue;
        // QTextLayout breaks lines at its own separator only.
        shown.replace(u'\n', QChar::LineSeparator);
        Span span;
        span.start = int(text.size());
        span.end = span.start + int(shown.size());
        span.node = node;
        span.colour = style.colour;
        span.em = style.font.pixelSize();
        span.link = run.link;
        span.title = run.text.left(longestTitle);
        if (run.style == TextRun::Style::Muted)
            span.colour = m_typography.muted;
        if (!run.link.isEmpty()) {
            span.colour = m_typography.accent;
            if (node != StructureTree::artifact)
                span.node = m_structure.add("Link", node);
        }
        if (run.style == TextRun::Style::Strong || run.style == TextRun::Style::Code) {
            QTextCharFormat format;
            format.setFont(run.style == TextRun::Style::Strong ? style.strong : style.code);
            formats.append({span.start, int(shown.size()), format});
        }
        spans.append(span);
        text += shown;
    }
    if (text.isEmpty())
        return {};

    QTextLayout layout(text, style.font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    const bool right = text.isRightToLeft() != (align == Align::End);
    option.setAlignment(right ? Qt::AlignRight : Qt::AlignLeft);
    layout.setTextOption(option);
    layout.setFormats(formats);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, style.baseline - line.ascent()});
        if (most > 0 && line.lineNumber() + 1 == most && line.textStart() + line.textLength() < text.size()) {
            layout.endLayout();
            // The ellipsis takes the place of three characters of the last line that still fits.
            TextRun cut{text.left(line.textStart() + std::max(0, line.textLength() - 3)).trimmed() + u'…',
                        TextRun::Style::Plain, runs.size() == 1 ? runs.first().link : QString()};
            return set({cut}, role, width, node, align, 0);
        }
    }
    layout.endLayout();

    QList<SetLine> lines;
    lines.reserve(layout.lineCount());
    for (int i = 0; i < layout.lineCount(); ++i) {
        const QTextLine line = layout.lineAt(i);
        SetLine set;
        set.width = line.naturalTextWidth();
        const int start = line.textStart();
        const int end = start + line.textLength();
        for (const Span& span : std::as_const(spans)) {
            const int from = std::max(start, span.start);
            const int to = std::min(end, span.end);
            if (from >= to || m_measuring)
                continue;
            const QString words = text.mid(from, to - from);
            QList<TextPiece> pieces = piecesOf(line.glyphRuns(from, to - from), span, m_kinds, set.boxes);
            if (pieces.isEmpty())
                continue;
            if (needsActualText(words)) {
                // It stands for the whole of the span on this line, whatever pieces that is painted in.
                pieces.first().actualText = words + (to == end && !words.endsWith(u' ') ? u" "_s : QString());
            } else if (to == end && !pieces.last().glyphs.isEmpty()) {
                addTrailingSpace(pieces.last().glyphs.last(), {set.width + line.x(), style.baseline});
            }
            set.texts += pieces;
            if (span.link.isEmpty())
                continue;
            double x1 = line.cursorToX(from);
            double x2 = line.cursorToX(to);
            if (x1 > x2)
                std::swap(x1, x2);
            x2 = std::min(x2, width);
            const double below = style.baseline + 1.6 * pt;
            set.boxes.append({QRectF(x1, below, x2 - x1, 0.5 * pt), m_typography.hairline.darker(125)});
            set.links.append({QRectF(x1, 0, x2 - x1, style.leading), span.link, span.title, span.node});
        }
        lines.append(set);
    }
    return lines;
}

} // namespace Scoredesk
