// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/care/opening.h"

#include "storage/care/backup.h"
#include "storage/care/deskfile.h"
#include "storage/sql/pragmas.h"
#include "storage/sql/sqlerror.h"
#include "storage/sql/statement.h"

#include <QFileInfo>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static const QString memory = u":memory:"_s;

static Error newerDesk(const QString& path, int version, const Schema& schema)
{
    return {u"%1 was written by a later version of Scoredesk (desk version %2, this program knows %3). It "
            u"was left "
            "as it is; open it with that version."_s.arg(path)
                .arg(version)
                .arg(schema.version()),
            ErrorCode::DeskNewer};
}

static std::unique_ptr<QLockFile> makeLock(const QString& path)
{
    auto lock = std::make_unique<QLockFile>(lockPath(path));
    lock->setStaleLockTime(0); // only a dead owner gives it up, however long it runs
    return lock;
}

Result<std::unique_ptr<QLockFile>> lockDesk(const QString& path)
{
    auto lock = makeLock(path);
    if (lock->tryLock(0))
        return lock;
    if (lock->error() != QLockFile::LockFailedError)
        return fail(u"The folder of %1 cannot be written to."_s.arg(path));
    qint64 process = 0;
    QString host;
    QString program;
    lock->getLockInfo(&process, &host, &program);
    return fail(u"%1 is open in %2 (process %3). Close it there first."_s.arg(
                    path, program.isEmpty() ? u"another program"_s : program, QString::number(process)),
                ErrorCode::DeskLocked);
}

// Never by hand: whoever opens the desk at this moment may be about to use the log. SQLite takes it away,
// under its own locks, when the last connection closes that may write. In an empty log there is nothing that
// this one would move into the desk.
ReadersLog::~ReadersLog()
{
    const QFileInfo log(walPath(m_path));
    if (!log.exists() || log.size() > 0 || !QFileInfo(m_path).isWritable())
        return;
    const auto connection = Connection::open(m_path, {.readOnly = false, .busyTimeoutMs = 0});
    if (connection)
        schemaVersion(**connection); // SQLite looks for a log at the first read
}

static Result<OpenedDesk> openReader(const QString& path, const StoreOptions& options, const Schema& schema)
{
    const auto found = inspectDesk(path);
    if (!found)
        return tl::unexpected(found.error());
    if (found->kind != DeskFile::Kind::Desk)
        return fail(u"There is no desk at %1."_s.arg(path), ErrorCode::NotFound);
    if (found->version > schema.version())
        return tl::unexpected(newerDesk(path, found->version, schema));
    if (found->version < schema.version())
        return fail(
            u"%1 is of an earlier version; open it once with Scoredesk to bring it up to date."_s.arg(path));
    auto log = QFileInfo::exists(walPath(path)) ? nullptr : std::make_unique<ReadersLog>(path);
    auto connection = Connection::open(path, {.readOnly = true, .busyTimeoutMs = options.busyTimeoutMs});
    if (!connection)
        return tl::unexpected(connection.error());
    setUpForReading(**connection);
    if (auto failure = (*connection)->takeFailure())
        return tl::unexpected(*failure);
    return OpenedDesk{std::move(log), std::move(*connection), {}, nullptr};
}

static bool wasClosedWell(Connection& connection)
{
    Statement row(connection, u"SELECT clean FROM desk"_s);
    return row.next() && row.flag(0);
}

static void markOpen(Connection& connection)
{
    Statement(connection, u"UPDATE desk SET clean = 0"_s).run();
    Statement(connection, u"DELETE FROM notice WHERE seq <= (SELECT max(seq) FROM notice) - 1000"_s).run();
}

std::unique_ptr<QLockFile> takeLockLater(Connection& connection)
{
    if (connection.path() == memory)
        return nullptr;
    auto lock = makeLock(connection.path());
    if (!lock->tryLock(0))
        return nullptr;
    markOpen(connection); // whoever had it has marked the desk as closed
    connection.takeFailure();
    return lock;
}

void markClosed(Connection& connection)
{
    connection.takeFailure();
    Statement(connection, u"UPDATE desk SET clean = 1"_s).run();
    connection.takeFailure();
}

// An older desk: kept as it was beside itself, then brought up.
static Result<void> upgrade(OpenedDesk& desk, const QString& path, int from, const Schema& schema)
{
    if (!desk.lock)
        return fail(
            u"%1 is of an earlier version and open in another Scoredesk. Close that one first, so that the "
            "desk can be brought up to date."_s.arg(path),
            ErrorCode::DeskLocked);
    QString backup = u"%1.before-v%2.bak"_s.arg(path).arg(schema.version());
    for (int i = 2; QFileInfo::exists(backup); ++i) // of another desk that was restored here, or the same
        backup = u"%1.before-v%2-%3.bak"_s.arg(path).arg(schema.version()).arg(i);
    if (auto written = writeBackup(*desk.connection, backup); !written)
        return written;
    desk.report.migratedFrom = from;
    desk.report.backupBeforeMigration = backup;
    return migrate(*desk.connection, schema);
}

static Result<void> checkAfterCrash(OpenedDesk& desk, const QString& path)
{
    const QStringList damage = quickCheck(*desk.connection);
    if (auto failure = desk.connection->takeFailure())
        return tl::unexpected(*failure);
    if (!damage.isEmpty())
        return tl::unexpected(damagedDesk(path, damage.first()));
    desk.report.uncleanShutdown = true;
    return {};
}

static Result<OpenedDesk> openMemory(const StoreOptions& options, const Schema& schema)
{
    if (options.mode == StoreOptions::Mode::Reader)
        return fail(u"A desk in memory has nobody else to read it."_s, ErrorCode::InvalidInput);
    auto connection = Connection::open(memory, {});
    if (!connection)
        return tl::unexpected(connection.error());
    OpenedDesk desk{nullptr, std::move(*connection), {}, nullptr};
    setUpForWriting(*desk.connection);
    if (auto made = migrate(*desk.connection, schema); !made)
        return tl::unexpected(made.error());
    desk.report.created = true;
    return desk;
}

static Result<OpenedDesk> openWriter(const QString& path, const StoreOptions& options, const Schema& schema)
{
    auto found = inspectDesk(path);
    if (!found)
        return tl::unexpected(found.error());
    if (found->version > schema.version())
        return tl::unexpected(newerDesk(path, found->version, schema));
    if (auto made = makeFoldersFor(path); !made)
        return tl::unexpected(made.error());
    // A second opener works on without the lock: who holds it cares for the file.
    OpenedDesk desk{nullptr, nullptr, {}, makeLock(path)};
    if (!desk.lock->tryLock(0))
        desk.lock.reset();
    if (auto made = makePrivateFile(path); !made)
        return tl::unexpected(made.error());
    if (desk.lock)
        makePrivate(path); // before SQLite gives its log the same permissions

    auto connection = Connection::open(path, {.readOnly = false, .busyTimeoutMs = options.busyTimeoutMs});
    if (!connection)
        return tl::unexpected(connection.error());
    desk.connection = std::move(*connection);
    if (options.mode == StoreOptions::Mode::Intake)
        setUpForIntake(*desk.connection);
    else
        setUpForWriting(*desk.connection);
    const int version = schemaVersion(*desk.connection);
    if (auto failure = desk.connection->takeFailure())
        return tl::unexpected(*failure);
    if (version > schema.version()) // another process was faster
        return tl::unexpected(newerDesk(path, version, schema));

    desk.report.created = version == 0;
    if (desk.lock && version > 0 && !wasClosedWell(*desk.connection))
        if (auto sound = checkAfterCrash(desk, path); !sound)
            return tl::unexpected(sound.error());
    if (version == 0) {
        if (auto made = migrate(*desk.connection, schema); !made)
            return tl::unexpected(made.error());
    } else if (version < schema.version()) {
        if (auto done = upgrade(desk, path, version, schema); !done)
            return tl::unexpected(done.error());
    }
    if (desk.lock)
        markOpen(*desk.connection);
    if (auto failure = desk.connection->takeFailure())
        return tl::unexpected(*failure);
    return desk;
}

Result<OpenedDesk> openDesk(const QString& path, const StoreOptions& options, const Schema& schema)
{
    if (path.isEmpty())
        return fail(u"No file is named for the desk."_s, ErrorCode::InvalidInput);
    if (path == memory)
        return openMemory(options, schema);
    const QString absolute = QFileInfo(path).absoluteFilePath();
    return options.mode == StoreOptions::Mode::Reader ? openReader(absolute, options, schema)
                                                      : openWriter(absolute, options, schema);
}

} // namespace Scoredesk
