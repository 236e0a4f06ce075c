// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/blocksetter.h"

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

BlockSetter::BlockSetter(const Typography& typography, StructureTree& structure, double width, bool measuring,
                         PageOf pageOf)
    : m_typography(typography),
      m_structure(structure),
      m_lines(typography, structure),
      m_width(width),
      m_pageOf(std::move(pageOf))
{
    m_lines.setMeasuring(measuring);
}

QList<Slice> BlockSetter::set(const Section& section)
{
    m_section = m_structure.add("Sect", StructureTree::root);
    m_gap = 0;
    m_slices.clear();
    for (const Block& block : section.blocks)
        std::visit([this](const auto& concrete) { setBlock(concrete); }, block);
    return std::exchange(m_slices, {});
}

Slice& BlockSetter::append(double height)
{
    Slice slice;
    slice.before = std::exchange(m_gap, 0);
    slice.height = height;
    m_slices.append(slice);
    return m_slices.last();
}

void BlockSetter::place(Slice& slice, const SetLine& line, double x, double y)
{
    for (TextPiece piece : line.texts) {
        piece.origin += QPointF(x, y);
        slice.texts.append(piece);
    }
    for (Box box : line.boxes) {
        box.rect.translate(x, y);
        slice.boxes.append(box);
    }
    for (LinkArea link : line.links) {
        link.rect.translate(x, y);
        slice.links.append(link);
    }
}

void BlockSetter::addLines(const QList<SetLine>& lines, double x, double leading, bool keepWithNext)
{
    const qsizetype count = lines.size();
    for (qsizetype i = 0; i < count; ++i) {
        Slice& slice = append(leading);
        // No page ends after a paragraph's first line or begins with its last.
        slice.keepWithNext = i + 1 == count ? keepWithNext : keepWithNext || i == 0 || i + 2 == count;
        place(slice, lines[i], x, 0);
    }
}

void BlockSetter::setBlock(const HeadingBlock& block)
{
    const QByteArray role = "H" + QByteArray::number(std::clamp(block.level, 1, 6));
    const int node = m_structure.add(role, m_section);
    const bool title = block.style == HeadingBlock::Style::Title;
    TextRole textRole = title ? TextRole::Title : TextRole::Heading;
    if (title && block.text.size() > 110)
        textRole = block.text.size() > 260 ? TextRole::VeryLongTitle : TextRole::LongTitle;
    if (!title)
        gap(13);
    const qsizetype first = m_slices.size();
    addLines(m_lines.set({{block.text, {}, {}}}, textRole, m_width, node), 0, leading(textRole), true);
    if (first < m_slices.size())
        m_slices[first].anchor = block.anchor;
    gap(title ? 5 : 4);
}

void BlockSetter::setBlock(const ParagraphBlock& block)
{
    static const QMap<ParagraphBlock::Style, TextRole> roles = {
        {ParagraphBlock::Style::Body, TextRole::Body},
        {ParagraphBlock::Style::Kicker, TextRole::Kicker},
        {ParagraphBlock::Style::Meta, TextRole::Meta},
        {ParagraphBlock::Style::Note, TextRole::Note}};
    const TextRole role = roles.value(block.style);
    const bool kicker = block.style == ParagraphBlock::Style::Kicker;
    const int node = m_structure.add("P", m_section);
    if (block.style == ParagraphBlock::Style::Note) {
        gap(5);
        // A note is about what stands above it.
        if (!m_slices.isEmpty())
            m_slices.last().keepWithNext = true;
    }
    addLines(m_lines.set(block.runs, role, m_width, node), 0, leading(role), kicker);
    gap(kicker ? 3 : block.style == ParagraphBlock::Style::Meta ? 11 : 6);
}

void BlockSetter::figure(Slice& slice, const Figure& figure, double x, double width, bool largest)
{
    const int node = m_structure.add("P", m_section);
    double y = 8 * pt;
    for (const SetLine& line : m_lines.set({{figure.label, {}, {}}}, TextRole::FigureLabel, width, node,
                                           LineSetter::Align::Start, 1))
        place(slice, line, x, y);
    y += leading(TextRole::FigureLabel);

    TextRole role = largest ? TextRole::LargeFigure : TextRole::FigureValue;
    const double base = m_typography.style(TextRole::LargeFigure).baseline;
    const double unitRoom = figure.unit.isEmpty() ? 0 : 30 * pt;
    QList<SetLine> value = m_lines.set({{figure.value, {}, {}}}, role, width, node);
    if (value.size() > 1 || (!value.isEmpty() && value.first().width + unitRoom > width)) {
        role = TextRole::FigureValue;
        value =
            m_lines.set({{figure.value, {}, {}}}, role, width - unitRoom, node, LineSetter::Align::Start, 1);
    }
    for (const SetLine& line : std::as_const(value)) {
        place(slice, line, x, y + base - m_typography.style(role).baseline);
        const QList<SetLine> unit = m_lines.set({{figure.unit, {}, {}}}, TextRole::FigureUnit, 60 * pt, node);
        for (const SetLine& unitLine : unit)
            place(slice, unitLine, x + line.width + 2 * pt,
                  y + base - m_typography.style(TextRole::FigureUnit).baseline);
    }
    y += leading(TextRole::LargeFigure);
    for (const SetLine& line : m_lines.set({{figure.caption, {}, {}}}, TextRole::Small, width, node)) {
        place(slice, line, x, y);
        y += leading(TextRole::Small);
    }
    slice.height = std::max(slice.height, y + 8 * pt);
}

void BlockSetter::setBlock(const FiguresBlock& block)
{
    if (block.figures.isEmpty())
        return;
    Slice slice;
    slice.before = std::exchange(m_gap, 0);
    const double inset = 14 * pt;
    // The first column is the widest by a fifth.
    const double share = m_width / (double(block.figures.size()) + 0.2);
    double x = 0;
    for (qsizetype i = 0; i < block.figures.size(); ++i) {
        const double width = i == 0 ? share * 1.2 : share;
        figure(slice, block.figures[i], x + (i == 0 ? 0 : inset), width - (i == 0 ? inset : 2 * inset) - 1,
               i == 0);
        x += width;
    }
    x = 0;
    for (qsizetype i = 0; i + 1 < block.figures.size(); ++i) {
        x += i == 0 ? share * 1.2 : share;
        slice.boxes.append({QRectF(x, 10 * pt, 0.6 * pt, slice.height - 20 * pt), m_typography.hairline});
    }
    slice.boxes.append({QRectF(0, 0, m_width, 1.2 * pt), m_typography.rule});
    slice.boxes.append({QRectF(0, slice.height - 0.6 * pt, m_width, 0.6 * pt), m_typography.hairline});
    m_slices.append(slice);
    gap(6);
}

void BlockSetter::setBlock(const ListBlock& block)
{
    const int list = m_structure.add("L", m_section);
    const double indent = (block.items.size() > 99 ? 26 : 20) * pt;
    int number = 0;
    for (const ListItem& item : block.items) {
        const int entry = m_structure.add("LI", list);
        const int label = m_structure.add("Lbl", entry);
        const int body = m_structure.add("LBody", entry);
        const QList<SetLine> numberLine = m_lines.set(
            {{QString::number(++number), TextRun::Style::Muted, {}}}, TextRole::Cell, indent, label);
        const qsizetype first = m_slices.size();
        const bool hasDetail = !item.detail.isEmpty();
        const double lead = leading(TextRole::Cell);
        addLines(m_lines.set(item.lead, TextRole::Cell, m_width - indent, body), indent, lead, hasDetail);
        addLines(m_lines.set(item.detail, TextRole::Small, m_width - indent, body), indent,
                 leading(TextRole::Small));
        if (first < m_slices.size() && !numberLine.isEmpty()) {
            Slice withNumber = m_slices[first];
            const QList<TextPiece> texts = std::exchange(withNumber.texts, {});
            place(withNumber, numberLine.first(), 0, 0);
            withNumber.texts += texts;
            m_slices[first] = withNumber;
        }
        gap(3.5);
    }
    gap(6);
}

void BlockSetter::setBlock(const PairsBlock& block)
{
    const int list = m_structure.add("L", m_section);
    const double indent = 84 * pt;
    for (const Pair& pair : block.pairs) {
        const int entry = m_structure.add("LI", list);
        const int label = m_structure.add("Lbl", entry);
        const int body = m_structure.add("LBody", entry);
        const QList<SetLine> labels = m_lines.set({{pair.label, TextRun::Style::Muted, {}}}, TextRole::Small,
                                                  indent - 6 * pt, label, LineSetter::Align::Start, 1);
        const QList<SetLine> lines = m_lines.set(pair.value, TextRole::Small, m_width - indent, body);
        for (qsizetype i = 0; i < lines.size(); ++i) {
            Slice& slice = append(leading(TextRole::Small));
            // Short records stay whole.
            slice.keepWithNext = lines.size() < 4 && i + 1 < lines.size();
            if (i == 0 && !labels.isEmpty())
                place(slice, labels.first(), 0, 0);
            place(slice, lines[i], indent, 0);
        }
        gap(1.5);
    }
    gap(6);
}

void BlockSetter::setBlock(const ContentsBlock& block)
{
    const int toc = m_structure.add("TOC", m_section);
    const double numberWidth = 34 * pt;
    for (const ContentsBlock::Entry& entry : block.entries) {
        const int item = m_structure.add("TOCI", toc);
        const QString target = u'#' + entry.anchor;
        const QList<SetLine> lines = m_lines.set({{entry.text, {}, target}}, TextRole::Cell,
                                                 m_width - numberWidth, item, LineSetter::Align::Start, 3);
        const QList<SetLine> number = m_lines.set({{m_pageOf(entry.anchor), {}, {}}}, TextRole::Cell,
                                                  numberWidth, item, LineSetter::Align::End);
        for (qsizetype i = 0; i < lines.size(); ++i) {
            Slice& slice = append(leading(TextRole::Cell));
            slice.keepWithNext = i + 1 < lines.size();
            place(slice, lines[i], 0, 0);
            slice.boxes.clear(); // a page of underlined headlines is hard to read
            if (i + 1 == lines.size() && !number.isEmpty())
                place(slice, number.first(), m_width - numberWidth, 0);
        }
        gap(3);
    }
    gap(8);
}

void BlockSetter::setBlock(const RuleBlock&)
{
    gap(8);
    Slice& slice = append(0.6 * pt);
    slice.keepWithNext = true;
    slice.boxes.append({QRectF(0, 0, m_width, 0.6 * pt), m_typography.hairline});
    gap(7);
}

} // namespace Scoredesk
