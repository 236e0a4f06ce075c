// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/result.h"

#include <QDate>
#include <QList>
#include <QString>

namespace Scoredesk {

class Connection;

/// A backup that the program made of a desk by itself.
struct DailyBackup {
    QString path;
    QDate day; ///< UTC
    qint64 bytes = 0;

    bool operator==(const DailyBackup&) const = default;
};

/// Where the backup of a day is kept: `backups/desk.sqlite.auto-2026-04-20.bak` beside a desk.sqlite.
QString dailyBackupPath(const QString& desk, const QDate& day);
/// The desk's automatic backups, the newest first. What is not named as dailyBackupPath() names it is none.
QList<DailyBackup> dailyBackups(const QString& desk);

/// Which backups of these days are to go: all but the last 7, and of what is older the newest of each of the
/// last 4 weeks (Monday to Sunday) that have one. A day after `today`, which a clock that was set back leaves
/// behind, never goes and takes no other's place.
QList<QDate> daysToRemove(QList<QDate> days, const QDate& today);

/// Makes the backup of `today` where there is none yet, and only then removes those of daysToRemove(). Its
/// path; empty where it was there already. No backup is ever replaced. Fails, too, where the disk would be
/// left with less room than the desk takes, or an old one cannot be removed.
[[nodiscard]] Result<QString> backUpDaily(Connection& desk, const QDate& today);

} // namespace Scoredesk
