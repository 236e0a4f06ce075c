// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/brieftext/briefline.h"
#include "app/brieftext/draft.h"
#include "app/brieftext/lookahead.h"

#include <QList>

#include <optional>

namespace Scoredesk {

/// Parts classified lines into stories.
///
/// A brief as copied has no marks between stories, so each line is weighed against the story that is open:
/// whether it has the part already, whether a headline begins here, what comes next.
class StoryGrouper {
public:
    StoryGrouper(const QList<BriefLine>& lines, const Labels& labels, const QList<Method>& methods);

    QList<Draft> run();
    const QList<ImportProblem>& problems() const { return m_problems; }

private:
    qsizetype take(qsizetype at);
    void takeText(qsizetype at);
    qsizetype takeCard(qsizetype at);
    void addCard(const WrittenCard& written, const BriefLine& line);
    qsizetype takeCoverage(qsizetype at);
    qsizetype takeOutlets(qsizetype at, bool announced);
    qsizetype takeSection(qsizetype at);
    void takeSource(qsizetype at);
    void takeUrl(qsizetype at);

    bool beginsStory(qsizetype at) const;
    bool beginsHeadless(qsizetype at) const;
    bool belongsToBody(qsizetype at) const;
    void addText(const QString& text, bool mayBeHeadline);
    void openStory(int line);

    void problem(const BriefLine& line, const QString& what);

    const QList<BriefLine>& m_lines;
    Lookahead m_ahead;
    const Labels& m_labels;
    const QList<Method>& m_methods;
    QList<Draft> m_drafts;
    QList<ImportProblem> m_problems;
    std::optional<Section> m_section; ///< the labelled part that lines of text still fall to
    bool m_awaited = false;           ///< its label stood alone on the line before
    bool m_ruled = false;             ///< a rule stood just before
    bool m_hasGaps = false;           ///< paragraphs are parted by blank lines
};

} // namespace Scoredesk
