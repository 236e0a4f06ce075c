// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sql/openfiles.h"

#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QMutex>

namespace Scoredesk {

namespace {

struct Register {
    QMutex mutex;
    QHash<QString, int> connections;
};

Register& openNow()
{
    static Register all;
    return all;
}

/// One name for a file, whatever symbolic links lead to it.
QString keyOf(const QString& path)
{
    const QFileInfo info(path);
    const QString canonical = info.canonicalFilePath();
    return canonical.isEmpty() ? info.absoluteFilePath() : canonical;
}

} // namespace

OpenFiles::Mark::Mark(const QString& path) : m_key(keyOf(path))
{
    const QMutexLocker locker(&openNow().mutex);
    ++openNow().connections[m_key];
}

OpenFiles::Mark::~Mark()
{
    const QMutexLocker locker(&openNow().mutex);
    if (--openNow().connections[m_key] == 0)
        openNow().connections.remove(m_key);
}

bool OpenFiles::isOpen(const QString& path)
{
    const QString key = keyOf(path);
    const QMutexLocker locker(&openNow().mutex);
    return openNow().connections.contains(key);
}

std::optional<OpenFiles::Head> OpenFiles::head(const QString& path, qint64 most)
{
    const QString key = keyOf(path);
    const QMutexLocker locker(&openNow().mutex);
    if (openNow().connections.contains(key))
        return std::nullopt;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Head{{}, file.errorString()};
    return Head{file.read(most), {}};
}

} // namespace Scoredesk
