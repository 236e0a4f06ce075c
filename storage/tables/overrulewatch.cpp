// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tables/overrulewatch.h"

#include "storage/tables/dossiers.h"
#include "storage/tables/storyparts.h"

namespace Scoredesk {

// What a check found, wherever in the text it stands now.
static QList<QStringList> foundBy(const QList<Finding>& findings, const QString& check)
{
    QList<QStringList> found;
    for (const Finding& finding : findings)
        if (checkName(finding.kind) == check)
            found.append(QStringList(fieldName(finding.place)) +
                         // Too short stays too short with every letter typed.
                         finding.facts.mid(0, finding.kind == CheckKind::FieldLength ? 1 : -1));
    return found;
}

static bool stillHolds(const QString& check, const QList<Finding>& before, const QList<Finding>& now)
{
    // A card that is being filled in lacks less with each score; the reason holds until it lacks nothing.
    if (check == checkName(CheckKind::CardIncomplete))
        return foundBy(before, check).isEmpty() == foundBy(now, check).isEmpty();
    return foundBy(before, check) == foundBy(now, check);
}

void OverruleWatch::look(StoryId story)
{
    if (m_seen.contains(story))
        return;
    const Overrules overrules = OverruleTable(m_connection).ofStory(story);
    if (!overrules.isEmpty())
        m_seen.insert(story, {overrules, blockersOf(story)});
}

void OverruleWatch::givenByHand(StoryId story, const QString& check)
{
    if (const auto seen = m_seen.find(story); seen != m_seen.end())
        seen->overrules.remove(check);
}

QList<StoryEdit> OverruleWatch::lapses() const
{
    QList<StoryEdit> edits;
    for (auto seen = m_seen.begin(); seen != m_seen.end(); ++seen) {
        const QList<Finding> now = blockersOf(seen.key());
        for (auto overrule = seen->overrules.begin(); overrule != seen->overrules.end(); ++overrule)
            if (!stillHolds(overrule.key(), seen->blockers, now))
                edits.append({seen.key(), StoryField::Overrule, overrule.key(), {}, {}});
    }
    return edits;
}

QList<Finding> OverruleWatch::blockersOf(StoryId story) const
{
    const auto dossier = Dossiers(m_connection).read(story);
    if (!dossier)
        return {};
    QList<Finding> findings = runChecks(*dossier, m_method, {m_analyst, {}, {}});
    findings.removeIf([](const Finding& finding) { return finding.severity != Severity::Blocker; });
    return findings;
}

} // namespace Scoredesk
