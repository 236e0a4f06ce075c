// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sql/sqlerror.h"

namespace Scoredesk {

using namespace Qt::StringLiterals;

int sqliteCode(const QSqlError& error)
{
    return error.nativeErrorCode().toInt() & 0xff; // the rest is the extended code
}

Error errorFrom(const QSqlError& error)
{
    const QString detail = error.databaseText();
    switch (SqliteCode(sqliteCode(error))) {
    case SqliteCode::Busy:
    case SqliteCode::Locked:
        return {u"The desk is in use by another program that does not let go of it. Close that program or "
                "try again in a moment."_s,
                ErrorCode::DeskLocked};
    case SqliteCode::Full:
        return {u"There is no room left on the disk. Free some space and try again; nothing was changed."_s};
    case SqliteCode::ReadOnly:
        return {u"The desk cannot be written to: its file, its folder or its disk is read-only."_s};
    case SqliteCode::CantOpen:
        return {u"The desk's file cannot be opened. Check that its folder exists and that you may read and "
                "write there."_s};
    case SqliteCode::Interrupted:
        return {u"This was stopped before it was done."_s, ErrorCode::Cancelled};
    case SqliteCode::Io:
        return {
            u"The disk reported an error while the desk was read or written (%1). Nothing was changed."_s.arg(
                detail)};
    case SqliteCode::NoMemory:
        return {u"There is not enough memory to do this. Nothing was changed."_s};
    case SqliteCode::Corrupt:
    case SqliteCode::NotADatabase:
        return damagedDesk({}, detail);
    case SqliteCode::Constraint:
        return {u"The desk refused a value (%1). Nothing was changed."_s.arg(detail),
                ErrorCode::InvalidInput};
    }
    return {u"The desk could not be read or written: %1."_s.arg(detail.isEmpty() ? error.text() : detail)};
}

bool endsTransaction(const QSqlError& error)
{
    switch (SqliteCode(sqliteCode(error))) {
    case SqliteCode::NoMemory:
    case SqliteCode::Interrupted: // of a write; a reading one goes on
    case SqliteCode::Io:
    case SqliteCode::Corrupt:
    case SqliteCode::Full:
    case SqliteCode::NotADatabase:
        return true;
    default:
        return false;
    }
}

Error damagedDesk(const QString& path, const QString& detail)
{
    const QString name = path.isEmpty() ? u"The desk"_s : u"The desk %1"_s.arg(path);
    const QString at = path.isEmpty() ? QString() : u" --desk \"%1\""_s.arg(path);
    const QString damaged = path.isEmpty() ? u"DESK"_s : u"\"%1\""_s.arg(path);
    return {
        u"%1 is damaged (%2). Put back a backup with `scoredesk restore BACKUP%3`, or copy what can still be "
        "read into a new desk with `scoredesk salvage %4 NEW`; `scoredesk verify%3` lists the damage."_s.arg(
            name, detail.simplified().left(200), at, damaged),
        ErrorCode::DeskDamaged};
}

} // namespace Scoredesk
