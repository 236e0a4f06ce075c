// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/call.h"
#include "app/cli/managing/feedlines.h"
#include "app/cli/managing/groups.h"
#include "app/cli/terminaltext.h"
#include "storage/exchange/outletcsv.h"
#include "storage/feeds/feedstore.h"
#include "storage/feeds/outletstore.h"
#include "ui/brief/exporter.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct CliOutlets {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::CliOutlets)
};

constexpr qint64 largestTable = 16LL * 1024 * 1024;

QJsonObject toJson(const Outlet& outlet)
{
    return {{u"id"_s, number(outlet.id)},
            {u"name"_s, outlet.name},
            {u"domains"_s, QJsonArray::fromStringList(outlet.domains)},
            {u"tier"_s, outlet.tier},
            {u"first_party"_s, outlet.firstParty},
            {u"reliability"_s, outlet.reliability}};
}

void printOutlets(Call& call, const QList<Outlet>& outlets)
{
    if (call.wantsJson()) {
        QJsonArray json;
        for (const Outlet& outlet : outlets)
            json.append(toJson(outlet));
        call.print(QJsonDocument(json));
        return;
    }
    QList<QStringList> rows;
    for (const Outlet& outlet : outlets)
        rows.append({QString::number(number(outlet.id)),
                     outlet.tier > 0 ? CliOutlets::tr("tier %1").arg(outlet.tier) : u"—"_s,
                     outlet.firstParty ? CliOutlets::tr("first-party") : QString(), outlet.reliability,
                     printable(outlet.name), printable(outlet.domains.join(u' '))});
    call.out() << columns(rows, {0});
}

int runList(Call& call)
{
    if (!call.positional().isEmpty())
        return call.usage(CliOutlets::tr("outlets list takes no arguments."));
    const auto store = call.openDesk(Call::Access::Read);
    if (!store)
        return CliNoDesk;
    printOutlets(call, store->outlets());
    return CliDone;
}

/// What is wrong with the options; empty where they were taken.
QString take(const Call& call, Outlet& outlet)
{
    if (call.isSet(u"name"_s))
        outlet.name = call.value(u"name"_s).simplified();
    if (call.isSet(u"domains"_s))
        outlet.domains = call.value(u"domains"_s).simplified().toLower().split(u' ', Qt::SkipEmptyParts);
    if (call.isSet(u"tier"_s)) {
        bool isNumber = false;
        outlet.tier = call.value(u"tier"_s).toInt(&isNumber);
        if (!isNumber || outlet.tier < 0 || outlet.tier > 3)
            return CliOutlets::tr("--tier takes 1, 2 or 3, or 0 for not rated.");
    }
    if (call.isSet(u"first-party"_s)) {
        const QString is = call.value(u"first-party"_s).toLower();
        if (is != "yes"_L1 && is != "no"_L1)
            return CliOutlets::tr("--first-party takes yes or no.");
        outlet.firstParty = is == "yes"_L1;
    }
    if (call.isSet(u"reliability"_s))
        outlet.reliability = call.value(u"reliability"_s).trimmed().toUpper();
    return {};
}

int runSet(Call& call)
{
    if (call.positional().size() != 1)
        return call.usage(CliOutlets::tr("Name one outlet, by name, domain or number."));
    Outlet probe;
    if (const QString wrong = take(call, probe); !wrong.isEmpty())
        return call.usage(wrong);
    auto store = call.openDesk(Call::Access::Write);
    if (!store)
        return CliNoDesk;
    Outlet outlet;
    if (call.isSet(u"new"_s)) {
        outlet.name = call.positional().first().simplified();
    } else {
        const auto there = store->feeds().outlets().find(call.positional().first());
        if (!there)
            return call.failed({there.error().message + u' ' + CliOutlets::tr("--new makes it.")});
        outlet = *there;
    }
    take(call, outlet);
    const auto saved = store->feeds().outlets().save({outlet});
    if (!saved)
        return call.failed(saved.error());
    const OutletId id = saved->made.isEmpty() ? outlet.id : saved->made.first();
    printOutlets(call, {store->feeds().outlets().byId(id).value_or(outlet)});
    return CliDone;
}

int runMerge(Call& call)
{
    if (call.positional().size() != 2)
        return call.usage(CliOutlets::tr("Name the outlet that goes and the one that stays."));
    auto store = call.openDesk(Call::Access::Write);
    if (!store)
        return CliNoDesk;
    const auto gone = store->feeds().outlets().find(call.positional().first());
    const auto into = store->feeds().outlets().find(call.positional().last());
    if (!gone || !into)
        return call.failed(gone ? into.error() : gone.error());
    const auto merged = store->feeds().outlets().merge(gone->id, into->id);
    if (!merged)
        return call.failed(merged.error());
    printOutlets(call, {store->feeds().outlets().byId(into->id).value_or(*into)});
    return CliDone;
}

QString outcomeName(OutletLine::Outcome outcome)
{
    switch (outcome) {
    case OutletLine::Outcome::New:
        return u"new"_s;
    case OutletLine::Outcome::Changed:
        return u"changed"_s;
    case OutletLine::Outcome::Unchanged:
        return u"unchanged"_s;
    case OutletLine::Outcome::Wrong:
        break;
    }
    return u"wrong"_s;
}

void printLines(Call& call, const QList<OutletLine>& lines)
{
    QJsonArray json;
    int changes = 0;
    int wrong = 0;
    for (const OutletLine& line : lines) {
        changes += line.wanted ? 1 : 0;
        wrong += line.outcome == OutletLine::Outcome::Wrong ? 1 : 0;
        if (call.wantsJson()) {
            QJsonObject object = toJson(line.outlet);
            object[u"line"_s] = line.number;
            object[u"result"_s] = outcomeName(line.outcome);
            if (!line.reason.isEmpty())
                object[u"reason"_s] = line.reason;
            json.append(object);
        } else if (line.outcome == OutletLine::Outcome::Wrong) {
            call.tell(CliOutlets::tr("line %1: %2").arg(line.number).arg(line.reason));
        } else if (line.wanted) {
            call.out() << u"%1  %2"_s.arg(outcomeName(line.outcome), printable(line.outlet.name)) << u'\n';
        }
    }
    if (call.wantsJson())
        call.print(QJsonDocument(json));
    else
        call.out() << CliOutlets::tr("Lines: %1 · new or changed: %2 · wrong: %3")
                          .arg(lines.size())
                          .arg(changes)
                          .arg(wrong)
                   << u'\n';
}

int runImport(Call& call)
{
    if (call.positional().size() != 1)
        return call.usage(CliOutlets::tr("Give one CSV file; - reads standard input."));
    const auto bytes = readInput(call.positional().first(), largestTable);
    if (!bytes)
        return call.failed(bytes.error());
    // Before a desk is made: a table that cannot be read leaves none behind.
    if (const auto readable = outletsFromCsv(*bytes, {}); !readable)
        return call.failed({u"%1: %2"_s.arg(call.positional().first(), readable.error().message)});
    const bool isTry = call.isSet(u"dry-run"_s);
    auto store = call.openDesk(isTry ? Call::Access::Read : Call::Access::Create);
    if (!store)
        return CliNoDesk;
    const auto lines = outletsFromCsv(*bytes, store->outlets());
    if (!lines)
        return call.failed(lines.error());
    if (!isTry)
        if (const auto saved = store->feeds().outlets().save(outletsWanted(*lines)); !saved)
            return call.failed(saved.error());
    printLines(call, *lines);
    const bool anyWrong = std::any_of(lines->begin(), lines->end(), [](const OutletLine& line) {
        return line.outcome == OutletLine::Outcome::Wrong;
    });
    return anyWrong ? CliFailed : CliDone;
}

int runExport(Call& call)
{
    if (call.positional().size() > 1)
        return call.usage(
            CliOutlets::tr("Give one file at the most; without one the table goes to standard output."));
    const QString file = call.positional().value(0);
    if (file != "-"_L1 && !call.mayWriteExport(file))
        return CliFailed;
    const auto store = call.openDesk(Call::Access::Read);
    if (!store)
        return CliNoDesk;
    const QByteArray csv = outletsToCsv(store->outlets());
    if (file.isEmpty() || file == "-"_L1 || isStandardOutput(file)) {
        call.write(csv);
        return CliDone;
    }
    if (const auto written = writeExport(file, csv); !written)
        return call.failed(written.error());
    return CliDone;
}

} // namespace

QList<Command> outletCommands()
{
    return {
        {u"outlets list"_s, QString(), CliOutlets::tr("List the outlets, by name."), QString(), {}, runList},
        {u"outlets set"_s,
         u"OUTLET"_s,
         CliOutlets::tr("Rate, rename or describe an outlet."),
         CliOutlets::tr(
             "Named by name, domain or number. Coverage of its stories follows. A domain that another\n"
             "outlet has moves to this one."),
         {{u"name"_s, CliOutlets::tr("Its name."), u"N"_s},
          {u"domains"_s, CliOutlets::tr("Its domains, blanks between them."), u"D"_s},
          {u"tier"_s, CliOutlets::tr("1 to 3, or 0 for not rated."), u"T"_s},
          {u"first-party"_s, CliOutlets::tr("Whether it writes of itself: yes or no."), u"YES"_s},
          {u"reliability"_s, CliOutlets::tr("Admiralty letter A to F, or empty."), u"R"_s},
          {u"new"_s, CliOutlets::tr("Make an outlet of that name.")}},
         runSet},
        {u"outlets merge"_s,
         u"GONE INTO"_s,
         CliOutlets::tr("Make two outlets one: articles, feeds and domains of GONE become INTO's."),
         QString(),
         {},
         runMerge},
        {u"outlets import"_s,
         u"FILE.csv"_s,
         CliOutlets::tr("Take in a table of outlets: name, domains, tier, first_party, reliability."),
         CliOutlets::tr("Outlets are told by their names; a column that is missing changes nothing. Wrong "
                        "lines are told\n"
                        "on standard error and left out, and the exit code is 1."),
         {{u"dry-run"_s, CliOutlets::tr("Only tell what would change.")}},
         runImport},
        {u"outlets export"_s,
         u"[FILE]"_s,
         CliOutlets::tr("Write that table."),
         CliOutlets::tr("Without FILE to standard output."),
         {forceOption()},
         runExport}};
}

} // namespace Scoredesk
