// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/result.h"

#include <QSqlError>

namespace Scoredesk {

/// SQLite's primary result codes that are told apart here.
enum class SqliteCode {
    Busy = 5,
    Locked = 6,
    NoMemory = 7,
    ReadOnly = 8,
    Interrupted = 9,
    Io = 10,
    Corrupt = 11,
    Full = 13,
    CantOpen = 14,
    Constraint = 19,
    NotADatabase = 26
};

/// The primary code of what the driver reported; 0 where it names none.
int sqliteCode(const QSqlError& error);

/// What went wrong in a sentence for people, with the code that callers branch on.
Error errorFrom(const QSqlError& error);

/// After these SQLite has taken the whole transaction back by itself, or cannot be trusted to finish it.
bool endsTransaction(const QSqlError& error);

/// A desk whose content is inconsistent, with what its owner can do now.
Error damagedDesk(const QString& path, const QString& detail);

} // namespace Scoredesk
