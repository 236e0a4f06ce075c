// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/care/deskfile.h"
#include "storage/exchange/deskjson.h"
#include "ui/brief/exporter.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QUuid>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct ExportFile {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::ExportFile)
};

QString reason(int error)
{
    switch (error) {
    case ENOSPC:
    case EDQUOT:
        return ExportFile::tr("the disk is full");
    case EACCES:
    case EPERM:
        return ExportFile::tr("permission is denied");
    case EROFS:
        return ExportFile::tr("the disk is read-only");
    case ENAMETOOLONG:
        return ExportFile::tr("the name is too long");
    default:
        return QString::fromLocal8Bit(std::strerror(error));
    }
}

/// 0, or what errno said.
int writeAll(int descriptor, const QByteArray& bytes)
{
    const char* at = bytes.constData();
    qint64 left = bytes.size();
    while (left > 0) {
        const ssize_t written = ::write(descriptor, at, size_t(left));
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return errno;
        at += written;
        left -= written;
    }
    return 0;
}

/// A new file that is gone again unless it is kept.
class TemporaryFile {
public:
    TemporaryFile(const QString& path, mode_t mode)
        : m_path(path.toLocal8Bit()),
          m_descriptor(::open(m_path.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)),
          m_made(m_descriptor >= 0),
          m_openError(m_made ? 0 : errno)
    {
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
        if (m_made)
            ::unlink(m_path.constData());
    }

    /// All of these give 0, or what errno said.
    int openError() const { return m_openError; }

    int write(const QByteArray& bytes) { return writeAll(m_descriptor, bytes); }

    int keepMode(mode_t mode) { return ::fchmod(m_descriptor, mode) == 0 ? 0 : errno; }

    int renameTo(const QByteArray& target)
    {
        if (::fsync(m_descriptor) != 0)
            return errno;
        const int closed = ::close(m_descriptor);
        m_descriptor = -1;
        if (closed != 0 || ::rename(m_path.constData(), target.constData()) != 0)
            return errno;
        m_made = false;
        return 0;
    }

private:
    QByteArray m_path;
    int m_descriptor;
    bool m_made;
    int m_openError;
};

// The rename itself survives a crash only once the folder is on disk; some file systems cannot, and need not.
void syncFolder(const QString& folder)
{
    const int descriptor = ::open(folder.toLocal8Bit().constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fsync(descriptor);
    ::close(descriptor);
}

} // namespace

/// Writes to what is no file, a device or a pipe, as it is: nothing can be renamed over it. 0, or what errno
/// said.
static int writeThrough(const QString& path, const QByteArray& bytes)
{
    const int descriptor = ::open(path.toLocal8Bit().constData(), O_WRONLY | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0)
        return errno;
    const int error = writeAll(descriptor, bytes);
    return ::close(descriptor) == 0 || error != 0 ? error : errno;
}

static QString sha256Of(const QByteArray& bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

Result<QString> writeExport(const QString& path, const QByteArray& bytes)
{
    const auto failed = [&path](const QString& why) {
        return fail(ExportFile::tr("%1 could not be written: %2.").arg(QDir::toNativeSeparators(path), why));
    };
    if (path.isEmpty() || path.contains(QChar::Null))
        return fail(ExportFile::tr("There is no file name to write to."), ErrorCode::InvalidInput);
    const QFileInfo target(path);
    const QString folder = target.absolutePath();
    if (!QFileInfo(folder).isDir())
        return failed(ExportFile::tr("the folder %1 does not exist").arg(QDir::toNativeSeparators(folder)));
    if (target.isDir())
        return failed(ExportFile::tr("there is a folder of that name"));
    if (target.exists() && !target.isFile()) {
        if (const int error = writeThrough(path, bytes))
            return failed(reason(error));
        return sha256Of(bytes);
    }
    // A link stays a link: what it leads to is replaced.
    const QString real =
        target.isSymLink() && target.exists() ? target.canonicalFilePath() : target.absoluteFilePath();
    if (auto harmless = mayBeReplaced(real); !harmless)
        return tl::unexpected(harmless.error());
    const QString realFolder = QFileInfo(real).absolutePath();

    // A brief is made to be sent. A desk export holds what the desk file does, and is as private.
    const bool isPrivate = isDeskExport(bytes);
    TemporaryFile file(realFolder + u"/.scoredesk-"_s + QUuid::createUuid().toString(QUuid::Id128) +
                           u".part"_s,
                       isPrivate ? 0600 : 0666);
    if (const int error = file.openError())
        return failed(reason(error));
    if (const int error = file.write(bytes))
        return failed(reason(error));
    struct stat existing = {};
    if (!isPrivate && ::stat(real.toLocal8Bit().constData(), &existing) == 0 && S_ISREG(existing.st_mode))
        file.keepMode(existing.st_mode & 07777);
    if (const int error = file.renameTo(real.toLocal8Bit()))
        return failed(reason(error));
    syncFolder(realFolder);
    return sha256Of(bytes);
}

} // namespace Scoredesk
