// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/brieftext/briefline.h"

#include <QList>

namespace Scoredesk {

/// What the lines around one say about it.
class Lookahead {
public:
    explicit Lookahead(const QList<BriefLine>& lines) : m_lines(lines) {}

    const BriefLine* next(qsizetype at) const;
    /// A line of text that could stand above a story.
    bool isHeadlineAt(qsizetype at) const;
    /// The next line that is no text, before any headline; null where text runs on to one or to the end.
    const BriefLine* structureAhead(qsizetype at) const;
    qsizetype paragraphsUntilStructure(qsizetype at) const;
    /// Whether a label of a story's first parts comes next.
    bool opensSection(qsizetype at) const;

private:
    const QList<BriefLine>& m_lines;
};

} // namespace Scoredesk
