// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/call.h"
#include "app/cli/managing/feedlines.h"
#include "app/cli/managing/groups.h"
#include "app/feeds/parse/parsefeed.h"
#include "app/feeds/subscribe/opml.h"
#include "storage/feeds/feedstore.h"
#include "ui/brief/exporter.h"

#include <QCoreApplication>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct CliFeedOpml {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::CliFeedOpml)
};

int runImport(Call& call)
{
    if (call.positional().size() != 1)
        return call.usage(CliFeedOpml::tr("Give one OPML file; - reads standard input."));
    const auto bytes = readInput(call.positional().first(), largestDocument);
    if (!bytes)
        return call.failed(bytes.error());
    // Before a desk is made: a list that cannot be read leaves none behind.
    if (const auto readable = planFromOpml(*bytes, {}); !readable)
        return call.failed({u"%1: %2"_s.arg(call.positional().first(), readable.error().message)});
    const bool isTry = call.isSet(u"dry-run"_s);
    auto store = call.openDesk(isTry ? Call::Access::Read : Call::Access::Create);
    if (!store)
        return CliNoDesk;
    const auto plan = planFromOpml(*bytes, store->feeds().all());
    if (!plan)
        return call.failed(plan.error());
    return applyPlan(call, *store, *plan, isTry);
}

int runExport(Call& call)
{
    if (call.positional().size() > 1)
        return call.usage(
            CliFeedOpml::tr("Give one file at the most; without one the list goes to standard output."));
    const QString file = call.positional().value(0);
    if (file != "-"_L1 && !call.mayWriteExport(file))
        return CliFailed;
    const auto store = call.openDesk(Call::Access::Read);
    if (!store)
        return CliNoDesk;
    const QList<DeskFeed> feeds = store->feeds().all();
    const QByteArray opml = opmlOf(feeds, store->outlets(), CliFeedOpml::tr("Feeds of Scoredesk"),
                                   QDateTime::currentDateTimeUtc());
    if (file.isEmpty() || file == "-"_L1 || isStandardOutput(file)) {
        call.write(opml);
        return CliDone;
    }
    if (const auto written = writeExport(file, opml); !written)
        return call.failed(written.error());
    return CliDone;
}

int runStarter(Call& call)
{
    if (!call.positional().isEmpty())
        return call.usage(CliFeedOpml::tr("feed starter takes no arguments."));
    const bool isTry = call.isSet(u"dry-run"_s);
    auto store = call.openDesk(isTry ? Call::Access::Read : Call::Access::Create);
    if (!store)
        return CliNoDesk;
    const auto plan = starterPack(store->feeds().all());
    if (!plan)
        return call.failed(plan.error());
    return applyPlan(call, *store, *plan, isTry);
}

QCommandLineOption dryRun()
{
    return {u"dry-run"_s, CliFeedOpml::tr("Only tell what would be added.")};
}

} // namespace

Command feedImportCommand()
{
    return {u"feed import"_s,
            u"FILE.opml"_s,
            CliFeedOpml::tr("Add the feeds of an OPML list, with their folders."),
            CliFeedOpml::tr(
                "All in one step; those that the desk reads already are skipped. An entry without a usable\n"
                "address is told on standard error, and the exit code is 1."),
            {dryRun()},
            runImport};
}

Command feedExportCommand()
{
    return {u"feed export"_s,
            u"[FILE]"_s,
            CliFeedOpml::tr("Write the feeds as an OPML list, without loss but for passwords."),
            CliFeedOpml::tr("Without FILE to standard output."),
            {forceOption()},
            runExport};
}

Command feedStarterCommand()
{
    return {u"feed starter"_s,
            QString(),
            CliFeedOpml::tr("Add the feeds that come with the program, for a technology news desk."),
            QString(),
            {dryRun()},
            runStarter};
}

} // namespace Scoredesk
