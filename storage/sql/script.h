// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/sql/connection.h"

#include <QStringList>

namespace Scoredesk {

/// The statements of an SQL script, without comments between them and final semicolons. Knows strings, quoted
/// names, comments and the semicolons inside a trigger's body.
QStringList splitScript(const QString& script);

/// Runs them in order inside the caller's transaction; false after the first error, which the connection
/// keeps.
bool runScript(Connection& connection, const QString& script);

} // namespace Scoredesk
