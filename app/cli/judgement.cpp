// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/judgement.h"

#include "app/cli/call.h"
#include "ui/words/checktext.h"

#include <QCoreApplication>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct CliJudgement {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::CliJudgement)
};

} // namespace

QList<Finding> findingsOf(const Store& store, const Dossier& dossier, const Method& method,
                          const QString& analyst)
{
    return runChecks(dossier, method,
                     {analyst, store.likelyDuplicateOf(dossier.story.id), store.lastExportedCategories()});
}

QCommandLineOption overruleOption()
{
    return {u"overrule"_s,
            CliJudgement::tr("Let a blocker stand for a reason, which the desk keeps. May be given again."),
            CliJudgement::tr("CHECK=REASON")};
}

Result<Overrules> overrulesOf(const Call& call)
{
    Overrules overrules;
    for (const QString& text : call.values(u"overrule"_s)) {
        const QString check = text.section(u'=', 0, 0).trimmed();
        const QString reason = text.section(u'=', 1).trimmed();
        if (!checkFromName(check))
            return fail(CliJudgement::tr(
                            "There is no check “%1”; `scoredesk check` names those that found something.")
                            .arg(check),
                        ErrorCode::InvalidInput);
        if (reason.isEmpty())
            return fail(CliJudgement::tr("--overrule %1 needs a reason: --overrule %1=REASON.").arg(check),
                        ErrorCode::InvalidInput);
        overrules.insert(check, reason);
    }
    return overrules;
}

QList<StoryEdit> overruleEdits(const Dossier& dossier, const QList<Finding>& findings,
                               const Overrules& reasons)
{
    QList<StoryEdit> edits;
    for (auto reason = reasons.begin(); reason != reasons.end(); ++reason)
        for (const Finding& finding : findings)
            if (finding.severity == Severity::Blocker && checkName(finding.kind) == reason.key()) {
                edits.append({dossier.story.id, StoryField::Overrule, reason.key(), reason.value(), {}});
                break;
            }
    return edits;
}

QStringList standingBlockers(const QList<Finding>& findings, const Overrules& overrules)
{
    QStringList lines;
    for (const Finding& finding : findings)
        if (blocks({finding}, overrules))
            lines.append(u"%1 (%2)"_s.arg(checkText(finding), checkName(finding.kind)));
    return lines;
}

} // namespace Scoredesk
