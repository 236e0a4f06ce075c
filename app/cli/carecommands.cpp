// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/call.h"
#include "app/cli/terminaltext.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <climits>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct CliCare {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::CliCare)
};

int runBackup(Call& call)
{
    if (call.positional().size() != 1)
        return call.usage(CliCare::tr("Give one file to write the backup to."));
    const QString path = call.positional().first();
    // A backup takes the place of what is there, which would be the end of a device.
    if (const QFileInfo there(path); there.exists() && !there.isFile() && !there.isDir())
        return call.failed({CliCare::tr("%1 is no file; name one for the backup.").arg(path)});
    if (QFileInfo::exists(path) && !call.isSet(u"force"_s))
        return call.failed({CliCare::tr("%1 is there already; --force writes over it.").arg(path)});
    const std::unique_ptr<Store> store = call.openDesk(Call::Access::Read);
    if (!store)
        return CliNoDesk;
    if (const auto written = store->backupTo(path); !written)
        return call.failed(written.error());
    if (call.wantsJson())
        call.print(QJsonDocument(QJsonObject{{u"backup"_s, path}, {u"bytes"_s, QFileInfo(path).size()}}));
    else
        call.out() << CliCare::tr("Backed up to %1.").arg(printable(path)) << u'\n';
    return CliDone;
}

int runRestore(Call& call)
{
    if (call.positional().size() != 1)
        return call.usage(CliCare::tr("Give the one backup to restore."));
    const Result<QString> aside = Store::restore(call.positional().first(), call.deskPath());
    if (!aside)
        return call.failed(aside.error());
    if (call.wantsJson())
        call.print(QJsonDocument(QJsonObject{{u"desk"_s, call.deskPath()}, {u"kept_aside"_s, *aside}}));
    else if (aside->isEmpty())
        call.out() << CliCare::tr("Restored to %1.").arg(printable(call.deskPath())) << u'\n';
    else
        call.out() << CliCare::tr("Restored to %1. The desk that was there is kept at %2.")
                          .arg(printable(call.deskPath()), printable(*aside))
                   << u'\n';
    return CliDone;
}

int runVerify(Call& call)
{
    if (!call.positional().isEmpty())
        return call.usage(CliCare::tr("verify takes no arguments; --desk names the file."));
    const auto store = call.tryOpenDesk(Call::Access::Read);
    // Too damaged to be opened is what was asked after, and no reason not to answer.
    if (!store && store.error().code != ErrorCode::DeskDamaged) {
        call.tell(store.error().message);
        return CliNoDesk;
    }
    const Result<QStringList> damage = store ? (*store)->verify() : QStringList(store.error().message);
    if (!damage)
        return call.failed(damage.error());
    if (call.wantsJson())
        call.print(QJsonDocument(QJsonObject{{u"sound"_s, damage->isEmpty()},
                                             {u"damage"_s, QJsonArray::fromStringList(*damage)}}));
    else if (damage->isEmpty())
        call.out() << CliCare::tr("%1 is sound.").arg(printable(call.deskPath())) << u'\n';
    else
        for (const QString& sentence : *damage)
            call.tell(sentence);
    return damage->isEmpty() ? CliDone : CliFailed;
}

int runSalvage(Call& call)
{
    if (call.positional().size() != 2)
        return call.usage(CliCare::tr("Give the damaged file and the new file to save into."));
    const QString damaged = call.positional().first();
    const QString into = call.positional().last();
    if (!QFileInfo::exists(damaged))
        return call.failed({CliCare::tr("There is no file %1.").arg(damaged)});
    if (QFileInfo::exists(into))
        return call.failed({CliCare::tr("%1 is there already; salvage writes a new file.").arg(into)});
    const Result<SalvageReport> report = Store::salvage(damaged, into);
    if (!report)
        return call.failed(report.error());
    if (call.wantsJson())
        call.print(QJsonDocument(QJsonObject{{u"desk"_s, into},
                                             {u"lost"_s, report->lost},
                                             {u"whole"_s, report->isWhole},
                                             {u"report"_s, QJsonArray::fromStringList(report->sentences)}}));
    else
        for (const QString& sentence : report->sentences)
            call.out() << printable(sentence) << u'\n';
    if (report->isWhole)
        return CliDone;
    return call.failed({report->lost > 0
                            ? CliCare::tr("Not all was saved: at least %n rows are lost.", nullptr,
                                          int(std::min<qint64>(report->lost, INT_MAX)))
                            : CliCare::tr("Not all was saved; how much is lost cannot be told.")});
}

} // namespace

Command backupCommand()
{
    return {u"backup"_s,
            u"FILE"_s,
            CliCare::tr("Write a consistent copy of the desk, even while it is in use."),
            QString(),
            {forceOption()},
            runBackup};
}

Command restoreCommand()
{
    return {u"restore"_s,
            u"BACKUP"_s,
            CliCare::tr("Put a backup in the desk's place, after checking it."),
            CliCare::tr("The desk that was there is kept beside it. Close the window first."),
            {},
            runRestore};
}

Command verifyCommand()
{
    return {u"verify"_s,
            QString(),
            CliCare::tr("Check that the desk file is sound."),
            CliCare::tr(
                "The exit code is 1 where it is not; then restore a backup, or salvage what can be read."),
            {},
            runVerify};
}

Command salvageCommand()
{
    return {u"salvage"_s,
            u"DAMAGED INTO"_s,
            CliCare::tr("Copy what can still be read of a damaged desk into a new one."),
            CliCare::tr("The damaged file is not changed. The exit code is 1 where something was lost; how "
                        "many rows is told."),
            {},
            runSalvage};
}

} // namespace Scoredesk
