// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/call.h"
#include "app/cli/judgement.h"
#include "app/cli/selection.h"
#include "app/cli/terminaltext.h"
#include "ui/words/statetext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct CliState {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::CliState)
};

const QString unspike = u"unspiked"_s;

StoryState stateAfter(const StoryState& state, const QString& wanted, const QString& reason)
{
    if (wanted == unspike)
        return state.unspiked();
    const Stage stage = stageFromText(wanted).value_or(Stage::Incoming);
    if (stage == Stage::Spiked)
        return state.spiked(reason);
    return {stage, {}, Stage::Incoming};
}

int run(Call& call)
{
    if (call.positional().size() < 2)
        return call.usage(CliState::tr("Give at least one ID and a state."));
    const QString wanted = call.positional().last().trimmed().toLower();
    if (wanted != unspike && !stageFromText(wanted))
        return call.usage(
            CliState::tr(
                "“%1” is no state; the states are incoming, shortlisted, ready, spiked and unspiked.")
                .arg(call.positional().last()));
    if (call.isSet(u"reason"_s) && wanted != toText(Stage::Spiked))
        return call.usage(CliState::tr("--reason tells why a story is spiked."));
    const Result<Overrules> reasons = overrulesOf(call);
    if (!reasons)
        return call.usage(reasons.error().message);
    const std::unique_ptr<Store> store = call.openDesk(Call::Access::Write);
    if (!store)
        return CliNoDesk;
    const Result<QList<StoryId>> ids =
        idsNamed(*store, call.positional().mid(0, call.positional().size() - 1));
    if (!ids)
        return call.failed(ids.error());
    const Result<QList<Dossier>> dossiers = store->dossiers(*ids);
    if (!dossiers)
        return call.failed(dossiers.error());

    QList<StoryEdit> edits;
    QJsonArray array;
    QString text;
    int exit = CliDone;
    for (const Dossier& dossier : *dossiers) {
        const Story& story = dossier.story;
        const StoryState next = stateAfter(story.state, wanted, call.value(u"reason"_s).simplified());
        QStringList held;
        if (next.stage == Stage::Ready && story.state.stage != Stage::Ready) {
            const QList<Finding> findings =
                findingsOf(*store, dossier, store->activeMethod(), call.analyst());
            Overrules overrules = dossier.overrules;
            overrules.insert(*reasons);
            held = standingBlockers(findings, overrules);
            if (held.isEmpty())
                edits += overruleEdits(dossier, findings, *reasons);
        }
        if (held.isEmpty()) {
            edits.append({story.id, StoryField::State, {}, toText(next), {}});
            text += u"%1  %2  %3\n"_s.arg(QString::number(number(story.id)), stateText(next),
                                          printable(story.headline));
        } else {
            exit = CliFailed;
            call.tell(CliState::tr("%1 stays %2: %3")
                          .arg(number(story.id))
                          .arg(stageText(story.state.stage), held.join(u' ')));
        }
        array.append(QJsonObject{{u"id"_s, number(story.id)},
                                 {u"stage"_s, toText(held.isEmpty() ? next.stage : story.state.stage)},
                                 {u"held_by"_s, QJsonArray::fromStringList(held)}});
    }
    if (const auto inverse = store->applyEdits(edits, {call.analyst(), 0}); !inverse)
        return call.failed(inverse.error());
    if (call.wantsJson())
        call.print(QJsonDocument(array));
    else
        call.out() << text;
    return exit;
}

} // namespace

Command stateCommand()
{
    return {
        u"state"_s,
        u"ID… STATE"_s,
        CliState::tr("Shortlist stories, make them ready, spike them, or take that back."),
        CliState::tr(
            "STATE is incoming, shortlisted, ready, spiked, or unspiked, which returns a story to where it\n"
            "was. A story that a blocker holds back does not become ready; the others named do, and the\n"
            "exit code is 1.\n"
            "\n"
            "Examples:\n"
            "  scoredesk state 12 13 shortlisted\n"
            "  scoredesk state 12 spiked --reason \"duplicate of 9\"\n"
            "  scoredesk state 12 ready --overrule \"unsafe-link=archive copy, checked\""),
        {{u"reason"_s, CliState::tr("Why the stories are spiked."), u"TEXT"_s}, overruleOption()},
        run};
}

} // namespace Scoredesk
