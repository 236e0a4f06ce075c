// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"
#include "ui/pdf/glyphs.h"
#include "ui/pdf/pagemodel.h"
#include "ui/pdf/structuretree.h"
#include "ui/pdf/typography.h"

namespace Scoredesk {

/// One line as set: its pieces measured from its own top left corner.
struct SetLine {
    QList<TextPiece> texts;
    QList<Box> boxes;
    QList<LinkArea> links;
    double width = 0; ///< of the text, without its trailing blank
};

/// Breaks text into lines. Words that are longer than a line are broken; right-to-left text starts right.
class LineSetter {
public:
    enum class Align { Start, End };

    LineSetter(const Typography& typography, StructureTree& structure)
        : m_typography(typography), m_structure(structure)
    {
    }

    /// While measuring, lines come without glyphs: enough to count pages by, at half the cost.
    void setMeasuring(bool measuring) { m_measuring = measuring; }

    /// `node` owns the text; links become nodes of their own below it. `most`: lines beyond are cut and the
    /// last ends in "…"; 0: all.
    QList<SetLine> set(const TextRuns& runs, TextRole role, double width, int node,
                       Align align = Align::Start, int most = 0) const;

private:
    const Typography& m_typography;
    StructureTree& m_structure;
    mutable GlyphKinds m_kinds;
    bool m_measuring = false;
};

} // namespace Scoredesk
