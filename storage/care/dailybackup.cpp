// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/care/dailybackup.h"

#include "storage/care/backup.h"
#include "storage/care/deskfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QStorageInfo>

#include <algorithm>
#include <functional>
#include <utility>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static constexpr qsizetype dailyKept = 7;
static constexpr qsizetype weeklyKept = 4;

static const QString dayForm = u"yyyy-MM-dd"_s;
static const QString ending = u".bak"_s;

static QDir folderOf(const QString& desk)
{
    return {QFileInfo(desk).absolutePath() + u"/backups"_s};
}

static QString beginning(const QString& desk)
{
    return QFileInfo(desk).fileName() + u".auto-"_s;
}

QString dailyBackupPath(const QString& desk, const QDate& day)
{
    return folderOf(desk).filePath(beginning(desk) + day.toString(dayForm) + ending);
}

// Another desk of the folder has another name, and so do copies that somebody made by hand.
static QDate dayOf(const QString& name, const QString& desk)
{
    const QString before = beginning(desk);
    if (!name.startsWith(before) || !name.endsWith(ending))
        return {};
    const QString day = name.mid(before.size(), name.size() - before.size() - ending.size());
    const QDate date = QDate::fromString(day, dayForm);
    return date.isValid() && date.toString(dayForm) == day ? date : QDate();
}

QList<DailyBackup> dailyBackups(const QString& desk)
{
    QList<DailyBackup> backups;
    const QFileInfoList files = folderOf(desk).entryInfoList(QDir::Files | QDir::Hidden | QDir::NoSymLinks);
    for (const QFileInfo& file : files)
        if (const QDate day = dayOf(file.fileName(), desk); day.isValid())
            backups.append({file.absoluteFilePath(), day, file.size()});
    std::sort(backups.begin(), backups.end(),
              [](const DailyBackup& a, const DailyBackup& b) { return a.day > b.day; });
    return backups;
}

QList<QDate> daysToRemove(QList<QDate> days, const QDate& today)
{
    days.removeIf([&today](const QDate& day) { return day > today; });
    std::sort(days.begin(), days.end(), std::greater<>());
    QList<QDate> removed;
    QSet<QDate> weeks;
    for (qsizetype i = dailyKept; i < days.size(); ++i) {
        const QDate monday = days[i].addDays(1 - days[i].dayOfWeek());
        if (weeks.contains(monday) || weeks.size() == weeklyKept)
            removed.append(days[i]);
        else
            weeks.insert(monday);
    }
    return removed;
}

// A disk that the backups filled could not take the analyst's next word.
static Result<void> requireRoom(const QString& desk)
{
    const qint64 size = QFileInfo(desk).size() + QFileInfo(walPath(desk)).size();
    const qint64 room = QStorageInfo(QFileInfo(desk).absolutePath()).bytesAvailable();
    if (room >= 0 && room < 2 * size)
        return fail(u"There is too little room on the disk for a backup of %1."_s.arg(desk));
    return {};
}

// What an end in the middle of an earlier backup left behind.
static void removeUnfinished(const QString& desk, const QDate& today)
{
    static const QString partial = u".partial"_s;
    QDir folder = folderOf(desk);
    const QStringList names = folder.entryList({u"*"_s + partial}, QDir::Files);
    for (const QString& name : names)
        if (const QDate day = dayOf(name.chopped(partial.size()), desk); day.isValid() && day != today)
            folder.remove(name);
}

static Result<void> rotate(const QString& desk, const QDate& today)
{
    removeUnfinished(desk, today);
    QList<QDate> days;
    for (const DailyBackup& backup : dailyBackups(desk))
        days.append(backup.day);
    Result<void> done;
    for (const QDate& day : daysToRemove(std::move(days), today))
        if (const QString old = dailyBackupPath(desk, day); !QFile::remove(old) && done)
            done = fail(u"The old backup %1 cannot be removed."_s.arg(old));
    return done;
}

Result<QString> backUpDaily(Connection& desk, const QDate& today)
{
    const QString source = desk.path();
    QString path = dailyBackupPath(source, today);
    if (source == ":memory:"_L1) // nothing of it is to outlive the program
        return QString();
    if (QFileInfo::exists(path) || QFileInfo(path).isSymLink())
        return QString();
    if (auto room = requireRoom(source); !room)
        return tl::unexpected(room.error());
    if (auto written = writeBackup(desk, path); !written)
        return tl::unexpected(written.error());
    return rotate(source, today).map([&path] { return std::move(path); });
}

} // namespace Scoredesk
