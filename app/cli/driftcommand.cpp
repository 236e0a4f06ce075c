// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/call.h"
#include "app/cli/selection.h"
#include "app/cli/terminaltext.h"
#include "app/intake/intake.h"
#include "storage/method/impact.h"
#include "storage/method/methodfile.h"
#include "storage/method/scorevector.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct CliDrift {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::CliDrift)
};

/// One card that states an impact of its own, and what it comes to.
struct Drift {
    QString slug;
    QString headline;
    QString analyst;
    QString vector;
    double stated = 0;
    double computed = 0;

    double difference() const { return stated - computed; }
};

/// What there was to compare: cards that state an impact and are complete, and the stories without one.
struct Report {
    QList<Drift> drifts;
    int without = 0;
};

Report reportOn(const QList<Dossier>& dossiers, const Method& method)
{
    Report report;
    for (const Dossier& dossier : dossiers) {
        bool compared = false;
        for (const Scorecard& card : dossier.cards) {
            const std::optional<double> drift = driftOf(method, card);
            if (!drift)
                continue;
            compared = true;
            report.drifts.append({dossier.story.slug, dossier.story.headline, card.analyst,
                                  toVector(method, card), *card.statedImpact, *card.statedImpact - *drift});
        }
        report.without += compared ? 0 : 1;
    }
    std::stable_sort(report.drifts.begin(), report.drifts.end(), [](const Drift& a, const Drift& b) {
        return std::abs(a.difference()) > std::abs(b.difference());
    });
    return report;
}

qsizetype driftingIn(const Report& report)
{
    return std::count_if(report.drifts.begin(), report.drifts.end(),
                         [](const Drift& drift) { return isDrift(drift.difference()); });
}

double meanDrift(const Report& report)
{
    double sum = 0;
    for (const Drift& drift : report.drifts)
        sum += std::abs(drift.difference());
    return report.drifts.isEmpty() ? 0 : sum / double(report.drifts.size());
}

QString signedText(double difference)
{
    return (difference < 0 ? u"−"_s : u"+"_s) + QString::number(std::abs(difference), 'f', 2);
}

QString textOf(const Report& report, const Method& method)
{
    QList<QStringList> rows = {
        {CliDrift::tr("STATED"), CliDrift::tr("COMPUTED"), CliDrift::tr("DRIFT"), CliDrift::tr("STORY")}};
    for (const Drift& drift : report.drifts)
        rows.append({QString::number(drift.stated, 'f', 2), QString::number(drift.computed, 'f', 3),
                     isDrift(drift.difference()) ? signedText(drift.difference()) : u"·"_s,
                     cut(printable(drift.headline), 90)});
    QString text = report.drifts.isEmpty() ? QString() : columns(rows, {0, 1, 2}) + u'\n';
    text += CliDrift::tr("%1 of %2 stated impacts drift by 0.05 or more from %3; mean drift %4.")
                .arg(driftingIn(report))
                .arg(report.drifts.size())
                .arg(method.name)
                .arg(QString::number(meanDrift(report), 'f', 2)) +
            u'\n';
    if (report.without > 0)
        text += CliDrift::tr("%n stories state none or have an incomplete card.", nullptr, report.without) +
                u'\n';
    return text;
}

QJsonObject jsonOf(const Report& report, const Method& method)
{
    QJsonArray stories;
    for (const Drift& drift : report.drifts)
        stories.append(QJsonObject{{u"slug"_s, drift.slug},
                                   {u"headline"_s, drift.headline},
                                   {u"analyst"_s, drift.analyst},
                                   {u"vector"_s, drift.vector},
                                   {u"stated"_s, drift.stated},
                                   {u"computed"_s, drift.computed},
                                   {u"drift"_s, drift.difference()},
                                   {u"drifts"_s, isDrift(drift.difference())}});
    return {{u"method"_s, method.key},
            {u"version"_s, method.version},
            {u"compared"_s, report.drifts.size()},
            {u"drifting"_s, driftingIn(report)},
            {u"without"_s, report.without},
            {u"mean"_s, meanDrift(report)},
            {u"stories"_s, stories}};
}

int tell(Call& call, const QList<Dossier>& dossiers, const Method& method)
{
    const Report report = reportOn(dossiers, method);
    if (call.wantsJson())
        call.print(QJsonDocument(jsonOf(report, method)));
    else
        call.out() << textOf(report, method);
    return CliDone;
}

int runOnDesk(Call& call)
{
    const std::unique_ptr<Store> store = call.openDesk(Call::Access::Read);
    if (!store)
        return CliNoDesk;
    const QList<Method> methods = store->methods();
    const Method* const method = call.method(methods, store->activeMethod());
    if (!method)
        return CliUsage;
    QueueView view;
    view.kind = QueueView::Kind::All;
    const Result<QList<StoryId>> ids = idsOf(*store, view);
    if (!ids)
        return call.failed(ids.error());
    const Result<QList<Dossier>> dossiers = store->dossiers(*ids);
    if (!dossiers)
        return call.failed(dossiers.error());
    return tell(call, *dossiers, *method);
}

/// Stories straight from a file: no desk is read or made, and the built-in methods are those there are.
int runOnFile(Call& call, const QString& path)
{
    const Method* const method = call.method(builtInMethods(), builtInMethods().first());
    if (!method)
        return CliUsage;
    const auto desk = Store::open(u":memory:"_s);
    if (!desk)
        return call.failed(desk.error());
    const Result<ImportPlan> plan =
        planFromFile(path, {**desk, call.analyst(), QDateTime::currentDateTimeUtc()});
    if (!plan)
        return call.failed(plan.error());
    QList<Dossier> dossiers;
    for (const ImportItem& item : plan->items)
        dossiers.append(item.dossier);
    const int told = tell(call, dossiers, *method);
    for (const ImportProblem& problem : plan->problems)
        call.tell(u"%1, %2: %3"_s.arg(path, problem.where, problem.what));
    return plan->problems.isEmpty() ? told : CliFailed;
}

int run(Call& call)
{
    if (call.positional().size() > 1)
        return call.usage(CliDrift::tr("Give one file, or none for the desk."));
    return call.positional().isEmpty() ? runOnDesk(call) : runOnFile(call, call.positional().first());
}

} // namespace

Command driftCommand()
{
    return {
        u"drift"_s,
        u"[FILE]"_s,
        CliDrift::tr("Tell how far stated impacts drift from what their cards come to."),
        CliDrift::tr(
            "Reads stories from FILE, in any form that import reads, or takes those of the desk. Drift is a\n"
            "finding and no error: the exit code is 0.\n"
            "\n"
            "Example:\n"
            "  scoredesk drift scored-stories.json --method published"),
        {{u"method"_s, CliDrift::tr("Compute by this method instead of the desk's (or of the default one)."),
          u"KEY"_s}},
        run};
}

} // namespace Scoredesk
