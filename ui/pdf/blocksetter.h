// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"
#include "ui/pdf/linesetter.h"
#include "ui/pdf/pagemodel.h"

#include <functional>

namespace Scoredesk {

/// Turns a section's blocks into the slices that pages are filled with.
class BlockSetter {
public:
    /// Tells the page number printed for an anchor; empty while it is not known.
    using PageOf = std::function<QString(const QString& anchor)>;

    /// `structure` and `typography` must outlive it. With `measuring`, slices come without glyphs.
    BlockSetter(const Typography& typography, StructureTree& structure, double width, bool measuring,
                PageOf pageOf);

    QList<Slice> set(const Section& section);
    /// Table heads, named by Slice::repeatedHead.
    const QList<Slice>& repeatedHeads() const { return m_heads; }

private:
    void setBlock(const HeadingBlock& block);
    void setBlock(const ParagraphBlock& block);
    void setBlock(const FiguresBlock& block);
    void setBlock(const TableBlock& block);
    void setBlock(const ListBlock& block);
    void setBlock(const PairsBlock& block);
    void setBlock(const ContentsBlock& block);
    void setBlock(const RuleBlock& block);

    Slice tableHead(const TableBlock& table, int structureRow, double scale);
    void tableRow(const TableBlock& table, const TableRow& row, int structureTable, double scale);
    void figure(Slice& slice, const Figure& figure, double x, double width, bool largest);
    void addBar(Slice& slice, const Bar& bar, double x, double y, double width) const;
    /// Puts a line into a slice at this place.
    static void place(Slice& slice, const SetLine& line, double x, double y);
    /// Adds a paragraph's lines as slices of their own, with widow and orphan control.
    void addLines(const QList<SetLine>& lines, double x, double leading, bool keepWithNext = false);
    Slice& append(double height);
    void gap(double points) { m_gap = qMax(m_gap, points * pt); }
    double leading(TextRole role) const { return m_typography.style(role).leading; }

    const Typography& m_typography;
    StructureTree& m_structure;
    LineSetter m_lines;
    double m_width;
    PageOf m_pageOf;
    int m_section = StructureTree::root;
    double m_gap = 0; ///< asked for above the next slice
    QList<Slice> m_slices;
    QList<Slice> m_heads;
};

} // namespace Scoredesk
