// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/call.h"
#include "app/cli/judgement.h"
#include "app/cli/selection.h"
#include "app/cli/storyjson.h"
#include "app/cli/storytext.h"
#include "app/cli/terminaltext.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct CliCheck {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::CliCheck)
};

/// Those named; those of --state; else what is on its way out: shortlisted and ready.
Result<QList<StoryId>> idsToCheck(const Call& call, const Store& store,
                                  const std::optional<QueueView::Kind>& kind)
{
    if (!call.positional().isEmpty())
        return idsNamed(store, call.positional());
    QueueView view;
    view.kind = kind.value_or(QueueView::Kind::Ready);
    Result<QList<StoryId>> ids = idsOf(store, view);
    if (!ids || kind)
        return ids;
    view.kind = QueueView::Kind::Shortlist;
    Result<QList<StoryId>> shortlist = idsOf(store, view);
    if (!shortlist)
        return shortlist;
    return *ids + *shortlist;
}

int run(Call& call)
{
    std::optional<QueueView::Kind> kind;
    if (call.isSet(u"state"_s)) {
        kind = viewFromText(call.value(u"state"_s));
        if (!kind)
            return call.usage(CliCheck::tr("“%1” is no state.").arg(call.value(u"state"_s)));
        if (!call.positional().isEmpty())
            return call.usage(CliCheck::tr("Give either IDs or --state."));
    }
    const std::unique_ptr<Store> store = call.openDesk(Call::Access::Read);
    if (!store)
        return CliNoDesk;
    const QList<Method> methods = store->methods();
    const Method* const method = call.method(methods, store->activeMethod());
    if (!method)
        return CliUsage;
    const Result<QList<StoryId>> ids = idsToCheck(call, *store, kind);
    if (!ids)
        return call.failed(ids.error());

    QJsonArray array;
    int exit = CliDone;
    for (const StoryId id : *ids) {
        const Result<Dossier> dossier = store->dossier(id);
        if (!dossier)
            return call.failed(dossier.error());
        const QList<Finding> findings = findingsOf(*store, *dossier, *method, call.analyst());
        const bool blocked = blocks(findings, dossier->overrules);
        if (blocked)
            exit = CliFailed;
        if (call.wantsJson()) {
            QJsonArray list;
            for (const Finding& finding : findings)
                list.append(findingJson(finding, dossier->overrules));
            array.append(QJsonObject{{u"id"_s, number(id)},
                                     {u"headline"_s, dossier->story.headline},
                                     {u"blocked"_s, blocked},
                                     {u"findings"_s, list}});
        } else {
            call.out() << u"%1  %2\n"_s.arg(QString::number(number(id)), printable(dossier->story.headline))
                       << (findings.isEmpty() ? u"  "_s + CliCheck::tr("Nothing found.") + u'\n'
                                              : findingsText(findings, dossier->overrules));
        }
    }
    if (call.wantsJson())
        call.print(QJsonDocument(array));
    else if (ids->isEmpty())
        call.tell(CliCheck::tr("No stories here."));
    return exit;
}

} // namespace

Command checkCommand()
{
    return {
        u"check"_s,
        u"[ID…]"_s,
        CliCheck::tr("Check briefs before they leave the desk."),
        CliCheck::tr(
            "Without IDs the ready and shortlisted stories are checked. The exit code is 1 where a blocker\n"
            "stands that nobody has overruled."),
        {{u"state"_s, CliCheck::tr("Check incoming, shortlisted, ready, spiked or all stories."), u"STATE"_s},
         {u"method"_s, CliCheck::tr("Compute impact by this method instead of the desk's."), u"KEY"_s}},
        run};
}

} // namespace Scoredesk
