// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/comparable.h"
#include "storage/sql/connection.h"

#include <QList>

namespace Scoredesk {

/// The statement behind readComparables(), for tests that ask how it is carried out; four parameters.
QString comparablesSql();

/// Store::comparables().
QList<Comparable> readComparables(Connection& connection, StoryId story, const QString& dimension,
                                  const QString& analyst, int most);

} // namespace Scoredesk
