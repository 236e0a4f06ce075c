// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/sql/connection.h"

namespace Scoredesk {

/// Readies a connection that writes the analyst's own work: write-ahead log, every commit synced.
void setUpForWriting(Connection& connection);
/// Readies one that writes what can be fetched again: a power cut may cost the last commits, never the desk.
void setUpForIntake(Connection& connection);
/// Readies a connection that only looks.
void setUpForReading(Connection& connection);

/// Changes whenever another connection has committed; never by this one's own doing.
qint64 dataVersion(Connection& connection);

/// What SQLite's own check finds wrong, at most twenty lines; empty where the file is sound.
/// The quick one leaves out whether indexes agree with their tables.
QStringList quickCheck(Connection& connection);
QStringList integrityCheck(Connection& connection);

} // namespace Scoredesk
