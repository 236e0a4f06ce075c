// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/call.h"
#include "app/cli/judgement.h"
#include "app/cli/selection.h"
#include "app/cli/storyjson.h"
#include "app/cli/storytext.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct CliShow {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::CliShow)
};

int run(Call& call)
{
    if (call.positional().isEmpty())
        return call.usage(CliShow::tr("Which story? Give its ID."));
    const std::unique_ptr<Store> store = call.openDesk(Call::Access::Read);
    if (!store)
        return CliNoDesk;
    const QList<Method> methods = store->methods();
    const Method* const method = call.method(methods, store->activeMethod());
    if (!method)
        return CliUsage;
    const Result<QList<StoryId>> ids = idsNamed(*store, call.positional());
    if (!ids)
        return call.failed(ids.error());
    const Result<QList<Dossier>> dossiers = store->dossiers(*ids);
    if (!dossiers)
        return call.failed(dossiers.error());

    QJsonArray array;
    QStringList texts;
    for (const Dossier& dossier : *dossiers) {
        const QList<Finding> findings = findingsOf(*store, dossier, *method, call.analyst());
        array.append(storyJson(dossier, *method, call.analyst(), findings));
        texts.append(storyText(dossier, *method, call.analyst(), findings));
        if (call.isSet(u"history"_s))
            texts.last() += u"\n"_s + CliShow::tr("History") + u'\n' + historyText(dossier, *method);
    }
    if (call.wantsJson())
        call.print(array.size() == 1 ? QJsonDocument(array.first().toObject()) : QJsonDocument(array));
    else
        call.out() << texts.join(u"\n────\n\n"_s);
    return CliDone;
}

} // namespace

Command showCommand()
{
    return {u"show"_s,
            u"ID…"_s,
            CliShow::tr("Show stories whole: card, texts, coverage, trust and checks."),
            CliShow::tr("With --json one story is an object, several are an array."),
            {{u"method"_s, CliShow::tr("Compute impact by this method instead of the desk's."), u"KEY"_s},
             {u"history"_s, CliShow::tr("Tell every change and export too.")}},
            run};
}

} // namespace Scoredesk
