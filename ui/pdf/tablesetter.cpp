// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/blocksetter.h"

#include <algorithm>

namespace Scoredesk {

namespace {

constexpr double cellPadding = 3.6 * pt;
constexpr double columnGap = 8 * pt;
// A row of more lines than this may be broken over pages.
constexpr qsizetype unbrokenLines = 12;

bool isBarColumn(const TableBlock& table, qsizetype column)
{
    return std::any_of(table.rows.begin(), table.rows.end(), [column](const TableRow& row) {
        return column < row.cells.size() && row.cells[column].bar.has_value();
    });
}

} // namespace

void BlockSetter::setBlock(const TableBlock& block)
{
    if (block.rows.isEmpty() || block.columns.isEmpty())
        return;
    int shares = 0;
    for (const TableColumn& column : block.columns)
        shares += column.share;
    const double scale = m_width / std::max(1, shares);
    const int table = m_structure.add("Table", m_section);
    m_structure.node(table).summary = block.caption;

    Slice head = tableHead(block, m_structure.add("TR", table), scale);
    m_heads.append(tableHead(block, StructureTree::artifact, scale));
    head.before = std::exchange(m_gap, 0);
    m_slices.append(head);
    const int headIndex = int(m_heads.size()) - 1;
    const qsizetype first = m_slices.size();
    for (const TableRow& row : block.rows)
        tableRow(block, row, table, scale);
    for (qsizetype i = first; i < m_slices.size(); ++i)
        m_slices[i].repeatedHead = headIndex;
    gap(6);
}

Slice BlockSetter::tableHead(const TableBlock& table, int structureRow, double scale)
{
    Slice slice;
    slice.keepWithNext = true;
    slice.height = leading(TextRole::TableHead) + 5 * pt;
    double x = 0;
    for (qsizetype i = 0; i < table.columns.size(); ++i) {
        const TableColumn& column = table.columns[i];
        int node = StructureTree::artifact;
        if (structureRow != StructureTree::artifact && !isBarColumn(table, i)) {
            node = m_structure.add("TH", structureRow);
            m_structure.node(node).scope = "Column";
        }
        const double width = column.share * scale;
        const auto align = column.numeric ? LineSetter::Align::End : LineSetter::Align::Start;
        const double room = width - (i + 1 < table.columns.size() ? columnGap : 0);
        for (const SetLine& line :
             m_lines.set({{column.title, {}, {}}}, TextRole::TableHead, room, node, align, 1))
            place(slice, line, x, 0);
        x += width;
    }
    slice.boxes.append({QRectF(0, slice.height - 0.8 * pt, m_width, 0.8 * pt), m_typography.muted});
    return slice;
}

void BlockSetter::tableRow(const TableBlock& table, const TableRow& row, int structureTable, double scale)
{
    const double lineHeight = leading(TextRole::Cell);
    const int structureRow = m_structure.add("TR", structureTable);
    QList<QList<SetLine>> cells;
    qsizetype tallest = 1;
    for (qsizetype i = 0; i < row.cells.size() && i < table.columns.size(); ++i) {
        int node = StructureTree::artifact;
        if (!isBarColumn(table, i)) {
            node = m_structure.add(i == 0 ? "TH" : "TD", structureRow);
            if (i == 0)
                m_structure.node(node).scope = "Row";
        }
        const auto align = table.columns[i].numeric ? LineSetter::Align::End : LineSetter::Align::Start;
        const double room = table.columns[i].share * scale - (i + 1 < table.columns.size() ? columnGap : 0);
        cells.append(m_lines.set(row.cells[i].runs, TextRole::Cell, room, node, align));
        tallest = std::max(tallest, cells.last().size());
    }

    const qsizetype perSlice = tallest > unbrokenLines ? 1 : tallest;
    for (qsizetype from = 0; from < tallest; from += perSlice) {
        const bool first = from == 0;
        const bool last = from + perSlice >= tallest;
        const double top = first ? cellPadding : 0;
        Slice& slice = append(top + double(perSlice) * lineHeight + (last ? cellPadding : 0));
        slice.keepWithNext = last ? !row.note.isEmpty() : first || from + 2 * perSlice >= tallest;
        double x = 0;
        for (qsizetype i = 0; i < cells.size(); ++i) {
            const double width = table.columns[i].share * scale;
            for (qsizetype k = from; k < from + perSlice && k < cells[i].size(); ++k)
                place(slice, cells[i][k], x, top + double(k - from) * lineHeight);
            if (first && row.cells[i].bar)
                addBar(slice, *row.cells[i].bar, x, top + lineHeight / 2, width - columnGap);
            x += width;
        }
    }
    if (!row.note.isEmpty()) {
        const int noteRow = m_structure.add("TR", structureTable);
        const int node = m_structure.add("TD", noteRow);
        int columns = 0;
        for (qsizetype i = 0; i < table.columns.size(); ++i)
            columns += isBarColumn(table, i) ? 0 : 1;
        m_structure.node(node).columns = columns;
        m_slices.last().height -= 1.5 * pt;
        addLines(m_lines.set({{row.note, {}, {}}}, TextRole::Small, m_width * 0.86, node), 0,
                 leading(TextRole::Small));
        m_slices.last().height += cellPadding;
    }
    Slice& bottom = m_slices.last();
    bottom.boxes.append({QRectF(0, bottom.height - 0.5 * pt, m_width, 0.5 * pt), m_typography.hairline});
}

void BlockSetter::addBar(Slice& slice, const Bar& bar, double x, double y, double width) const
{
    const double height = 6.4 * pt;
    const QRectF track(x, y - height / 2, width, height);
    const double line = 0.6 * pt;
    switch (bar.kind) {
    case Bar::Kind::NotApplicable:
        slice.boxes.append({QRectF(x, y - line / 2, width, line), m_typography.hairline});
        return;
    case Bar::Kind::Unset:
        // Hollow, as an untouched slider is.
        slice.boxes += hollowBox(track, line, m_typography.hairline);
        return;
    case Bar::Kind::Benefit:
    case Bar::Kind::Risk:
        break;
    }
    const bool risk = bar.kind == Bar::Kind::Risk;
    const double length = width * std::clamp(bar.fraction, 0.0, 1.0);
    slice.boxes.append({track, m_typography.track});
    slice.boxes.append(
        {QRectF(x, track.top(), length, height), risk ? m_typography.riskBar : m_typography.bar});
    if (risk) // striped, to be told from the others without colour
        for (double stripe = 3 * pt; stripe + pt < length; stripe += 4 * pt)
            slice.boxes.append({QRectF(x + stripe, track.top(), pt, height), m_typography.track});
    slice.boxes.append({QRectF(x + width / 2 - line / 2, track.top() - 1.2 * pt, line, height + 2.4 * pt),
                        m_typography.muted});
}

} // namespace Scoredesk
