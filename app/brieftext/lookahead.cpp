// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/brieftext/lookahead.h"

#include "app/brieftext/sentences.h"

#include <algorithm>

namespace Scoredesk {

using Part = BriefLine::Part;

const BriefLine* Lookahead::next(qsizetype at) const
{
    return at + 1 < m_lines.size() ? &m_lines[at + 1] : nullptr;
}

// A line of text stands as a headline where something hangs below it, or where it opens the whole.
bool Lookahead::isHeadlineAt(qsizetype at) const
{
    const BriefLine& line = m_lines[at];
    if (line.part != Part::Text)
        return false;
    if (line.line.heading || !line.url.isEmpty())
        return true;
    const BriefLine* after = next(at);
    if (after && after->part == Part::SourceLine && line.line.text.size() <= 240)
        return readsAsHeadline(line.line.text) || line.line.text.size() <= 160;
    return readsAsHeadline(line.line.text);
}

const BriefLine* Lookahead::structureAhead(qsizetype at) const
{
    constexpr qsizetype looked = 12; // a brief has its card or coverage within a few paragraphs
    for (qsizetype i = at; i < std::min(m_lines.size(), at + looked); ++i) {
        const BriefLine& line = m_lines[i];
        if (line.part == Part::Rule || line.part == Part::Noise)
            continue;
        if (line.part == Part::SourceLine || line.part == Part::Url)
            return nullptr;
        if (line.part != Part::Text)
            return &line;
        if (i > at && isHeadlineAt(i))
            return nullptr;
    }
    return nullptr;
}

qsizetype Lookahead::paragraphsUntilStructure(qsizetype at) const
{
    qsizetype count = 0;
    for (qsizetype i = at; i < m_lines.size() && count < 12; ++i) {
        if (m_lines[i].part == Part::Text)
            ++count;
        else if (m_lines[i].part != Part::Rule && m_lines[i].part != Part::Noise)
            break;
    }
    return count;
}

// Whether the labelled line is a part that the open story could still take.
bool Lookahead::opensSection(qsizetype at) const
{
    const BriefLine* after = next(at);
    return after && after->part == Part::Section &&
           (after->section.section == Section::Summary || after->section.section == Section::Source ||
            after->section.section == Section::Category || after->section.section == Section::Published ||
            after->section.section == Section::Link);
}

} // namespace Scoredesk
