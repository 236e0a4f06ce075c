// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/handover.h"
#include "storage/sql/connection.h"

namespace Scoredesk {

/// From history and exports; times in UTC, both included.
Handover readHandover(Connection& connection, const QString& analyst, const QDateTime& from,
                      const QDateTime& to);

} // namespace Scoredesk
