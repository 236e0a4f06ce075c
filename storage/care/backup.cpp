// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/care/backup.h"

#include "storage/care/deskfile.h"
#include "storage/care/opening.h"
#include "storage/sql/pragmas.h"
#include "storage/sql/sqlerror.h"
#include "storage/sql/statement.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#include <filesystem>

namespace Scoredesk {

using namespace Qt::StringLiterals;

/// Removes a file that did not become anything, with what SQLite keeps beside it.
class Unfinished {
public:
    explicit Unfinished(QString path) : m_path(std::move(path)) { remove(); }
    ~Unfinished() { remove(); }
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;

private:
    void remove()
    {
        for (const QString& path : {m_path, walPath(m_path), shmPath(m_path), m_path + u"-journal"_s})
            QFile::remove(path);
    }

    QString m_path;
};

static bool isSameFile(const QString& a, const QString& b)
{
    const QString canonical = QFileInfo(a).canonicalFilePath(); // empty where there is no such file
    return a == b || (!canonical.isEmpty() && canonical == QFileInfo(b).canonicalFilePath());
}

// std::filesystem replaces in one step where QFile::rename() refuses.
static Result<void> renameOver(const QString& from, const QString& to)
{
    std::error_code error;
    std::filesystem::rename(QFile::encodeName(from).toStdString(), QFile::encodeName(to).toStdString(),
                            error);
    if (error)
        return fail(u"%1 cannot be written: %2."_s.arg(to, QString::fromLocal8Bit(error.message().c_str())));
    return {};
}

static Result<void> vacuumInto(Connection& desk, const QString& fresh)
{
    if (auto made = makePrivateFile(fresh); !made)
        return made;
    Statement(desk, u"VACUUM INTO ?"_s, fresh).run();
    if (auto copied = desk.takeResult(); !copied)
        return copied;
    {
        auto copy = Connection::open(fresh, {});
        if (!copy)
            return tl::unexpected(copy.error());
        markClosed(**copy);
    }
    return syncToDisk(fresh);
}

Result<void> writeBackup(Connection& desk, const QString& target)
{
    const QString path = QFileInfo(target).absoluteFilePath();
    if (QFileInfo(path).isDir())
        return fail(u"%1 is a folder; name a file for the backup."_s.arg(path), ErrorCode::InvalidInput);
    if (isSameFile(path, desk.path()))
        return fail(u"A backup cannot replace the desk itself."_s, ErrorCode::InvalidInput);
    if (auto made = makeFoldersFor(path); !made)
        return made;
    const QString fresh = path + u".partial"_s;
    const Unfinished unfinished(fresh);
    if (auto copied = vacuumInto(desk, fresh); !copied)
        return copied;
    if (auto renamed = renameOver(fresh, path); !renamed)
        return renamed;
    return syncToDisk(path);
}

static Result<void> requireSound(Connection& backup, const QString& path)
{
    const QStringList damage = integrityCheck(backup);
    if (auto failure = backup.takeFailure())
        return tl::unexpected(*failure);
    if (!damage.isEmpty())
        return fail(
            u"The backup %1 is damaged itself (%2). The desk was left as it is."_s.arg(path, damage.first()),
            ErrorCode::DeskDamaged);
    return {};
}

static QString asideName(const QString& path, const QDateTime& now)
{
    const QString name = path + u".replaced-"_s + now.toString(u"yyyyMMdd-HHmmss"_s);
    QString free = name;
    for (int i = 2; QFileInfo::exists(free); ++i)
        free = name + u"-%1"_s.arg(i);
    return free;
}

// Leaving the write-ahead log moves what is only in it into the file, so that one file is the whole of it,
// and can be done by nobody but the only one who has the desk open: what another writes from then on would go
// with the old file. A desk too damaged for it is replaced all the same.
static Result<void> takeAlone(const QString& path)
{
    auto connection = Connection::open(path, {.readOnly = false, .busyTimeoutMs = 1000});
    if (!connection)
        return {};
    {
        Statement leave(**connection, u"PRAGMA journal_mode = DELETE"_s);
        leave.next();
    }
    const auto failure = (*connection)->takeFailure();
    if (!failure || failure->code != ErrorCode::DeskLocked)
        return {};
    return fail(u"%1 is open in another program. Close it there first; nothing was restored."_s.arg(path),
                ErrorCode::DeskLocked);
}

// What can be told of it without opening it.
static Result<void> requireDesk(const QString& source, const QString& desk)
{
    if (isSameFile(desk, source))
        return fail(u"The backup and the desk are the same file."_s, ErrorCode::InvalidInput);
    const auto found = inspectDesk(source);
    if (!found)
        return tl::unexpected(found.error());
    if (found->kind != DeskFile::Kind::Desk)
        return fail(u"There is no desk at %1."_s.arg(source), ErrorCode::NotFound);
    if (found->version > Schema::shipped().version())
        return fail(u"The backup %1 was written by a later version of Scoredesk."_s.arg(source),
                    ErrorCode::DeskNewer);
    return {};
}

Result<void> requireRestorable(const QString& backup, const QString& path)
{
    const QString source = QFileInfo(backup).absoluteFilePath();
    if (auto isDesk = requireDesk(source, QFileInfo(path).absoluteFilePath()); !isDesk)
        return isDesk;
    auto connection = Connection::open(source, {.readOnly = true});
    if (!connection)
        return tl::unexpected(connection.error());
    return requireSound(**connection, source);
}

Result<QString> restoreBackup(const QString& backup, const QString& path, const QDateTime& now)
{
    const QString desk = QFileInfo(path).absoluteFilePath();
    const QString source = QFileInfo(backup).absoluteFilePath();
    if (auto isDesk = requireDesk(source, desk); !isDesk)
        return tl::unexpected(isDesk.error());
    if (auto made = makeFoldersFor(desk); !made)
        return tl::unexpected(made.error());
    const auto lock = lockDesk(desk);
    if (!lock)
        return tl::unexpected(lock.error());

    const QString fresh = desk + u".restoring"_s;
    const Unfinished unfinished(fresh);
    {
        auto connection = Connection::open(source, {.readOnly = true});
        if (!connection)
            return tl::unexpected(connection.error());
        if (auto sound = requireSound(**connection, source); !sound)
            return tl::unexpected(sound.error());
        if (auto copied = vacuumInto(**connection, fresh); !copied)
            return tl::unexpected(copied.error());
    }
    QString aside;
    if (QFileInfo::exists(desk)) {
        if (auto alone = takeAlone(desk); !alone)
            return tl::unexpected(alone.error());
        aside = asideName(desk, now);
        // A second name first, so that at no moment there is no desk at its place.
        std::error_code error;
        std::filesystem::create_hard_link(QFile::encodeName(desk).toStdString(),
                                          QFile::encodeName(aside).toStdString(), error);
        if (error)
            if (auto moved = renameOver(desk, aside); !moved)
                return tl::unexpected(moved.error());
    }
    // The old log must not be read into the new file.
    if (QFileInfo::exists(walPath(desk)) && !aside.isEmpty())
        if (auto moved = renameOver(walPath(desk), walPath(aside)); !moved)
            return tl::unexpected(moved.error());
    QFile::remove(shmPath(desk));
    if (auto renamed = renameOver(fresh, desk); !renamed)
        return tl::unexpected(renamed.error());
    if (auto synced = syncToDisk(desk); !synced)
        return tl::unexpected(synced.error());
    return aside;
}

} // namespace Scoredesk
