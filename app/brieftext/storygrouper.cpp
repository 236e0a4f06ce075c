// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/brieftext/storygrouper.h"

#include "app/brieftext/sectionfilling.h"
#include "app/brieftext/sentences.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

using Part = BriefLine::Part;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::StoryGrouper)
};

constexpr qsizetype shortParagraph = 150; ///< less is hardly a story's whole summary

bool endsInLabel(const BriefLine& line)
{
    return line.part == Part::Scores && !line.tokens.isEmpty() &&
           line.tokens.last().kind == ScoreToken::Kind::Label;
}

} // namespace

StoryGrouper::StoryGrouper(const QList<BriefLine>& lines, const Labels& labels, const QList<Method>& methods)
    : m_lines(lines), m_ahead(lines), m_labels(labels), m_methods(methods)
{
    m_hasGaps = std::any_of(lines.begin(), lines.end(),
                            [](const BriefLine& line) { return line.part == Part::Text && line.line.gap; });
}

QList<Draft> StoryGrouper::run()
{
    for (qsizetype at = 0; at < m_lines.size();)
        at += take(at);
    // Lines that came before any story, or a story of nothing but leftovers, go to the nearest one.
    QList<Draft> stories;
    QStringList pending;
    for (Draft& draft : m_drafts) {
        if (draft.isEmpty()) {
            (stories.isEmpty() ? pending : stories.last().remainder) += draft.remainder;
            continue;
        }
        draft.remainder = pending + draft.remainder;
        pending.clear();
        stories.append(draft);
    }
    if (!pending.isEmpty() && stories.isEmpty()) {
        Draft rest;
        rest.line = 1;
        rest.remainder = pending;
        stories.append(rest);
    }
    return stories;
}

void StoryGrouper::openStory(int line)
{
    Draft draft;
    draft.line = line;
    m_drafts.append(draft);
    m_section.reset();
}

qsizetype StoryGrouper::take(qsizetype at)
{
    const BriefLine& line = m_lines[at];
    if (m_drafts.isEmpty())
        openStory(line.line.number);
    qsizetype taken = 1;
    switch (line.part) {
    case Part::Rule:
        m_ruled = true;
        return 1;
    case Part::CardHeading:
    case Part::CardHeader:
    case Part::Scores:
    case Part::Scale:
    case Part::BadScore:
    case Part::Vector:
        taken = takeCard(at);
        break;
    case Part::Coverage:
        taken = takeCoverage(at);
        break;
    case Part::Section:
        taken = takeSection(at);
        break;
    case Part::SourceLine:
        takeSource(at);
        break;
    case Part::Url:
        takeUrl(at);
        break;
    case Part::Noise:
        m_drafts.last().remainder.append(line.line.text);
        break;
    case Part::Text:
        takeText(at);
        break;
    }
    m_ruled = false;
    m_awaited = line.part == Part::Section && line.section.rest.isEmpty() && m_section;
    return taken;
}

// --- text

// A paragraph behind the card or the coverage that is still part of what happened: "why it matters" may
// follow the card.
bool StoryGrouper::belongsToBody(qsizetype at) const
{
    const Draft& draft = m_drafts.last();
    if (draft.hasTrust || draft.body.size() >= 2 || !draft.summary.isEmpty() || !draft.why.isEmpty())
        return false;
    const BriefLine* ahead = m_ahead.structureAhead(at);
    if (!ahead)
        return false;
    const bool coverage = ahead->part == Part::Coverage ||
                          (ahead->part == Part::Section && ahead->section.section == Section::Coverage);
    const bool trust = ahead->part == Part::Section && (ahead->section.section == Section::TrustNote ||
                                                        ahead->section.section == Section::TrustVerdict);
    return (coverage && !draft.hasCoverage) || (ahead->isCard() && !draft.hasCard) || trust;
}

bool StoryGrouper::beginsHeadless(qsizetype at) const
{
    const Draft& draft = m_drafts.last();
    const TextLine& line = m_lines[at].line;
    if (readsAsContinuation(line.text) || line.text.size() < shortParagraph)
        return false;
    if (m_hasGaps && !line.gap)
        return false;
    // Two paragraphs over a card are its summary and why; any before them are stories of their own.
    const BriefLine* ahead = m_ahead.structureAhead(at);
    if (ahead && (ahead->isCard() || ahead->part == Part::Coverage) &&
        m_ahead.paragraphsUntilStructure(at) <= 2 - draft.body.size())
        return false;
    return true;
}

bool StoryGrouper::beginsStory(qsizetype at) const
{
    const Draft& draft = m_drafts.last();
    const BriefLine& line = m_lines[at];
    const bool headline = m_ahead.isHeadlineAt(at);
    const BriefLine* after = m_ahead.next(at);
    const bool leads = headline && after && (after->part == Part::SourceLine || m_ahead.opensSection(at));
    const BriefLine* ahead = m_ahead.structureAhead(at);

    if (draft.isClosed()) {
        if (!draft.hasText())
            return false; // the card stood first
        const bool bodyBehindCard = draft.body.isEmpty() && draft.summary.isEmpty() && !draft.hasTrust;
        if (bodyBehindCard && !leads)
            return false;
        if (leads || m_ruled)
            return true;
        if (belongsToBody(at))
            return false;
        if (draft.hasTrust || !draft.after.isEmpty())
            return true;
        if (headline && (line.line.heading || !line.url.isEmpty()))
            return true;
        if (headline && after && after->part == Part::Text &&
            after->line.text.size() > line.line.text.size() && trustCues(line.line.text) <= 1)
            return true;
        if (headline && !after && trustCues(line.line.text) == 0 && line.line.text.size() >= 30)
            return true;
        return !readsAsTrustNote(line.line.text);
    }
    if (m_ruled && draft.hasText() &&
        !(ahead && (ahead->isCard() || ahead->part == Part::Coverage) && !headline))
        return !draft.body.isEmpty() || headline;
    if (draft.headline.isEmpty()) {
        if (draft.body.isEmpty())
            return false;
        return leads || (headline && after && after->part == Part::Text) || beginsHeadless(at);
    }
    if (leads || line.line.heading || !line.url.isEmpty())
        return true;
    if (draft.body.isEmpty()) {
        // Two headlines running: a list of them. Under a source line or over a card the second is a summary.
        return headline && draft.source.isEmpty() && !(ahead && ahead->isCard()) &&
               line.line.text.size() <= 160 && !line.line.text.endsWith(u'.');
    }
    if (headline && after && after->part == Part::Text && !readsAsContinuation(line.line.text) &&
        !(ahead && ahead->isCard() && m_ahead.paragraphsUntilStructure(at) == 1))
        return after->line.text.size() > line.line.text.size();
    return headline && after && after->part == Part::Url;
}

void StoryGrouper::addText(const QString& text, bool mayBeHeadline)
{
    Draft& draft = m_drafts.last();
    const bool first = draft.headline.isEmpty() && draft.body.isEmpty() && draft.summary.isEmpty();
    if (first && mayBeHeadline) {
        draft.headline = text;
        return;
    }
    const bool behind =
        draft.isClosed() && (!draft.body.isEmpty() || !draft.summary.isEmpty() || draft.hasTrust);
    if (behind) {
        draft.after.append(text);
        draft.hasTrust = true;
    } else {
        draft.body.append(text);
    }
}

void StoryGrouper::takeText(qsizetype at)
{
    const BriefLine& line = m_lines[at];
    const QString& text = line.line.text;
    const BriefLine* after = m_ahead.next(at);
    const bool leads =
        m_ahead.isHeadlineAt(at) && after && (after->part == Part::SourceLine || m_ahead.opensSection(at));
    if (m_section && !suitsSection(*m_section, text))
        m_section.reset();
    if (m_section && m_awaited) {
        m_section = fillSection(m_drafts.last(), *m_section, line, text, m_problems);
        return;
    }
    if (m_section && !leads && !line.line.heading && !(m_ruled && m_ahead.isHeadlineAt(at))) {
        // A labelled part takes one paragraph, and more of them while parts of the same story still follow.
        Draft& draft = m_drafts.last();
        const bool filled = (*m_section == Section::Summary && !draft.summary.isEmpty()) ||
                            (*m_section == Section::WhyItMatters && !draft.why.isEmpty()) ||
                            (*m_section == Section::TrustNote && !draft.trustNote.isEmpty()) ||
                            (*m_section == Section::Headline && !draft.headline.isEmpty());
        const BriefLine* ahead = m_ahead.structureAhead(at);
        const bool goesOn = ahead && *m_section != Section::TrustNote && *m_section != Section::Headline &&
                            !(m_ahead.isHeadlineAt(at) && after && after->part == Part::Text);
        if (!filled || goesOn || (readsAsContinuation(text) && *m_section != Section::Headline)) {
            m_section = fillSection(m_drafts.last(), *m_section, line, text, m_problems);
            return;
        }
    }
    m_section.reset();
    if (beginsStory(at))
        openStory(line.line.number);
    Draft& draft = m_drafts.last();
    if (belongsToBody(at) && draft.isClosed() && !draft.body.isEmpty()) {
        draft.body.append(text);
        return;
    }
    if (!line.url.isEmpty() && draft.link.isEmpty())
        draft.link = line.url;
    else if (!line.url.isEmpty())
        draft.remainder.append(line.url);
    if (!line.parts.isEmpty() && draft.source.isEmpty())
        draft.source = line.parts;
    else
        draft.remainder += line.parts;
    addText(text, m_ahead.isHeadlineAt(at));
}

// --- labelled parts

qsizetype StoryGrouper::takeSection(qsizetype at)
{
    const BriefLine& line = m_lines[at];
    const Section section = line.section.section;
    const Draft& draft = m_drafts.last();
    const bool again = (section == Section::Headline && (draft.hasText() || draft.isClosed())) ||
                       (section == Section::Summary && !draft.summary.isEmpty()) ||
                       (section == Section::WhyItMatters && !draft.why.isEmpty() && draft.isClosed());
    if (again)
        openStory(line.line.number);
    m_section = section;
    if (section == Section::Coverage) {
        m_section.reset();
        m_drafts.last().hasCoverage = true;
        if (!line.section.rest.isEmpty()) {
            if (const auto names = namedOutlets(line.section.rest, true))
                mergeStated(m_drafts.last().stated, names->stated);
            else
                m_drafts.last().remainder.append(line.line.text);
            return 1;
        }
        return m_ahead.next(at) && m_ahead.next(at)->part == Part::Coverage ? 1
                                                                            : 1 + takeOutlets(at + 1, true);
    }
    if (!line.section.rest.isEmpty())
        m_section = fillSection(m_drafts.last(), *m_section, line, line.section.rest, m_problems);
    return 1;
}

// --- card and coverage

qsizetype StoryGrouper::takeCard(qsizetype at)
{
    QSet<QString> named;
    QList<BriefLine> lines;
    qsizetype reasons = 0;
    qsizetype end = at;
    const auto isNew = [&](const BriefLine& line) {
        const QStringList names = namedDimensions(line);
        return line.part == Part::Scores && !names.isEmpty() &&
               std::none_of(names.begin(), names.end(),
                            [&](const QString& name) { return named.contains(name); });
    };
    for (; end < m_lines.size(); ++end) {
        const BriefLine& line = m_lines[end];
        if (line.part == Part::CardHeading && !named.isEmpty())
            break;
        if (line.isCard()) {
            for (const QString& name : namedDimensions(line))
                named.insert(name);
            reasons += std::count_if(line.tokens.begin(), line.tokens.end(), [](const ScoreToken& token) {
                return token.kind == ScoreToken::Kind::Reason;
            });
            lines.append(line);
            continue;
        }
        if (line.part == Part::Rule && m_ahead.next(end) && (m_ahead.next(end)->isCard()))
            continue; // under a table's head
        // A line of words between two dimensions is the reason for the first.
        const bool words = line.part == Part::Text && !named.isEmpty();
        const bool between = words && m_ahead.next(end) && isNew(*m_ahead.next(end));
        const bool last = words && reasons >= 2 && reasons + 1 >= named.size() - 1 && !line.line.heading;
        // One between a label and its value says what the dimension means.
        const bool describes = words && !lines.isEmpty() && endsInLabel(lines.last()) && m_ahead.next(end) &&
                               m_ahead.next(end)->part == Part::Scores;
        if (!between && !last && !describes)
            break;
        lines.append(line);
        if (describes)
            continue;
        ++reasons;
        if (last && !between) {
            ++end;
            break;
        }
    }
    m_section.reset();
    addCard(readCard(lines, m_labels, m_methods), m_lines[at]);
    return std::max<qsizetype>(end - at, 1);
}

// A second card of the same dimensions is the next story's; one that adds to the first is not.
void StoryGrouper::addCard(const WrittenCard& written, const BriefLine& line)
{
    const auto& cells = written.card.cells;
    const Scorecard& open = m_drafts.last().card;
    const bool repeats = std::any_of(cells.keyBegin(), cells.keyEnd(),
                                     [&open](const QString& key) { return open.cells.contains(key); });
    const bool overallAgain = cells.isEmpty() && open.statedImpact && m_drafts.last().hasText();
    if (repeats || overallAgain)
        openStory(line.line.number);
    Draft& draft = m_drafts.last();
    for (auto cell = cells.begin(); cell != cells.end(); ++cell)
        draft.card.cells.insert(cell.key(), *cell);
    if (!written.card.methodKey.isEmpty()) {
        draft.card.methodKey = written.card.methodKey;
        draft.card.methodVersion = written.card.methodVersion;
    }
    if (!draft.card.statedImpact)
        draft.card.statedImpact = written.card.statedImpact;
    else if (written.card.statedImpact && *written.card.statedImpact != *draft.card.statedImpact)
        draft.remainder.append(Words::tr("Impact: %1").arg(*written.card.statedImpact));
    // An overall alone, as under a headline, does not end what happened.
    draft.hasCard = draft.hasCard || !cells.isEmpty() || line.part == Part::CardHeading;
    draft.remainder += written.leftovers;
    m_problems += written.problems;
}

qsizetype StoryGrouper::takeCoverage(qsizetype at)
{
    const BriefLine& line = m_lines[at];
    m_section.reset();
    Draft& draft = m_drafts.last();
    draft.hasCoverage = true;
    if (!mergeStated(draft.stated, line.coverage.stated)) {
        problem(line, Words::tr("Coverage is given a second time with other numbers; it was kept as text"));
        draft.remainder.append(line.line.text);
        return 1;
    }
    if (!line.coverage.leftover.isEmpty())
        draft.remainder.append(line.coverage.leftover);
    return 1 + takeOutlets(at + 1, false);
}

// Outlets by name under a line of coverage: one list, or one a line.
qsizetype StoryGrouper::takeOutlets(qsizetype at, bool announced)
{
    if (at >= m_lines.size() || !m_drafts.last().stated.named.isEmpty())
        return 0;
    const auto usable = [this](qsizetype i) {
        const Part part = m_lines[i].part;
        return (part == Part::Text && !m_lines[i].line.heading && m_lines[i].url.isEmpty()) ||
               part == Part::SourceLine;
    };
    if (!usable(at))
        return 0;
    StatedCoverage& stated = m_drafts.last().stated;
    const std::optional<int> before = stated.outlets;
    const bool single = announced || stated.outlets == 1 || m_lines[at].line.bullet;
    const auto names = namedOutlets(m_lines[at].line.text, false);
    if (names && names->stated.named.size() + int(names->stated.namesMore) > 1) {
        if (!mergeStated(stated, names->stated)) {
            stated.outlets = before;
            m_drafts.last().remainder.append(m_lines[at].line.text);
        }
        return 1;
    }
    qsizetype taken = 0;
    constexpr qsizetype longestName = 48;
    while (single && at + taken < m_lines.size() && usable(at + taken) &&
           (m_lines[at + taken].line.bullet || taken == 0 || announced) &&
           m_lines[at + taken].line.text.size() <= longestName) {
        const auto name = namedOutlets(m_lines[at + taken].line.text, true);
        if (!name)
            break;
        StatedCoverage more = name->stated;
        if (more.named.isEmpty() && more.outlets)
            *more.outlets += int(stated.named.size()); // "and 3 more", on a line of its own
        if (!mergeStated(stated, more))
            m_drafts.last().remainder.append(m_lines[at + taken].line.text);
        ++taken;
    }
    return taken;
}

// --- source and links

void StoryGrouper::takeSource(qsizetype at)
{
    const BriefLine& line = m_lines[at];
    const BriefLine* after = m_ahead.next(at);
    const Draft& open = m_drafts.last();
    const bool overHeadline = after && after->part == Part::Text && m_ahead.isHeadlineAt(at + 1) &&
                              !open.headline.isEmpty() && !open.body.isEmpty();
    if ((open.isClosed() && open.hasText() && !open.body.isEmpty()) || overHeadline ||
        (!open.source.isEmpty() && after && after->part == Part::Text && m_ahead.isHeadlineAt(at + 1)))
        openStory(line.line.number);
    m_section.reset();
    Draft& draft = m_drafts.last();
    if (draft.source.isEmpty())
        draft.source = line.parts;
    else
        draft.remainder.append(line.line.text);
}

void StoryGrouper::takeUrl(qsizetype at)
{
    const BriefLine& line = m_lines[at];
    const bool primary = m_section == Section::PrimarySource;
    m_section.reset();
    const BriefLine* after = m_ahead.next(at);
    const Draft& open = m_drafts.last();
    const bool linkAlone = !open.hasText() && !open.isClosed();
    if (!primary && !open.link.isEmpty() && (linkAlone || (after && after->part == Part::Text)))
        openStory(line.line.number);
    Draft& draft = m_drafts.last();
    QString& into = primary ? draft.primarySource : draft.link;
    if (into.isEmpty())
        into = line.url;
    else if (into != line.url)
        draft.remainder.append(line.url);
}

void StoryGrouper::problem(const BriefLine& line, const QString& what)
{
    m_problems.append({Words::tr("line %1").arg(line.line.number), what});
}

} // namespace Scoredesk
