// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/care/deskfile.h"

#include "storage/sql/openfiles.h"
#include "storage/sql/statement.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <fcntl.h>
#include <unistd.h>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

QString walPath(const QString& desk)
{
    return desk + u"-wal"_s;
}

QString shmPath(const QString& desk)
{
    return desk + u"-shm"_s;
}

QString lockPath(const QString& desk)
{
    return desk + u".lock"_s;
}

static Error notADesk(const QString& path)
{
    return {u"%1 is not a Scoredesk desk. It was left as it is."_s.arg(path)};
}

// A version still in the write-ahead log, or a file that a killed first start left without a schema.
static Result<DeskFile> inspectBySql(const QString& path)
{
    auto connection = Connection::open(path, {.readOnly = true});
    if (!connection)
        return tl::unexpected(connection.error());
    DeskFile found{DeskFile::Kind::Blank, 0};
    int application = 0;
    qint64 objects = 0;
    {
        Statement id(**connection, u"PRAGMA application_id"_s);
        if (id.next())
            application = id.small(0);
        Statement version(**connection, u"PRAGMA user_version"_s);
        if (version.next())
            found.version = version.small(0);
        Statement count(**connection, u"SELECT count(*) FROM sqlite_master"_s);
        if (count.next())
            objects = count.integer(0);
    }
    if (auto failure = (*connection)->takeFailure())
        return tl::unexpected(*failure);
    if (application == deskApplicationId)
        found.kind = DeskFile::Kind::Desk;
    else if (application != 0 || objects != 0 || found.version != 0)
        return tl::unexpected(notADesk(path));
    return found;
}

Result<DeskFile> inspectDesk(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return DeskFile{};
    if (!info.isFile())
        return fail(u"%1 is a folder, not a desk."_s.arg(path));
    const auto head = OpenFiles::head(path, 100);
    if (!head)
        return inspectBySql(path);
    if (!head->fault.isEmpty())
        return fail(u"%1 cannot be read: %2."_s.arg(path, head->fault));
    const QByteArray& header = head->bytes;
    if (header.isEmpty())
        return DeskFile{DeskFile::Kind::Blank, 0};
    if (header.size() < 100 || !header.startsWith(QByteArray("SQLite format 3\0", 16)))
        return tl::unexpected(notADesk(path));
    const auto application = qFromBigEndian<qint32>(header.constData() + 68);
    if (application != 0 && application != deskApplicationId)
        return tl::unexpected(notADesk(path));
    if (application == deskApplicationId && QFileInfo(walPath(path)).size() == 0)
        return DeskFile{DeskFile::Kind::Desk, qFromBigEndian<qint32>(header.constData() + 60)};
    return inspectBySql(path);
}

Result<void> makeFoldersFor(const QString& path)
{
    QStringList missing;
    for (QString folder = QFileInfo(path).absolutePath(); !QFileInfo::exists(folder);
         folder = QFileInfo(folder).absolutePath())
        missing.prepend(folder);
    for (const QString& folder : missing)
        if (!QDir().mkdir(folder, ownerOnly | QFile::ExeOwner) && !QFileInfo(folder).isDir())
            return fail(
                u"The folder %1 cannot be created. Check that you may write to the folder above it."_s.arg(
                    folder));
    return {};
}

Result<void> makePrivateFile(const QString& path)
{
    if (QFileInfo::exists(path))
        return {};
    QFile file(path);
    if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnly) || QFileInfo::exists(path))
        return {};
    return fail(u"%1 cannot be created: %2."_s.arg(path, file.errorString()));
}

void makePrivate(const QString& path)
{
    const auto granted = QFile::permissions(path);
    if (granted & (QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                   QFile::WriteOther | QFile::ExeOther))
        QFile::setPermissions(path, granted & ownerOnly); // what its owner made read-only stays so
}

bool isDeskInUse(const QString& path)
{
    return OpenFiles::isOpen(path);
}

Result<void> mayBeReplaced(const QString& path)
{
    for (const QString& suffix : {QString(), u"-wal"_s, u"-shm"_s, u".lock"_s}) {
        if (!path.endsWith(suffix))
            continue;
        const auto found = inspectDesk(path.chopped(suffix.size()));
        if (found && found->kind == DeskFile::Kind::Desk)
            return fail(
                u"%1 belongs to a desk, which an export does not replace. Choose another file."_s.arg(path),
                ErrorCode::InvalidInput);
    }
    return {};
}

static bool syncOne(const QString& path, int flags)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool synced = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return synced;
}

Result<void> syncToDisk(const QString& path)
{
    if (!syncOne(path, O_RDWR))
        return fail(u"The disk did not take %1."_s.arg(path));
    syncOne(QFileInfo(path).absolutePath(), O_RDONLY | O_DIRECTORY); // some file systems know no such sync
    return {};
}

} // namespace Scoredesk
