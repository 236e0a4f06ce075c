// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/comparable.h"
#include "storage/sql/connection.h"

#include <QList>

namespace Scoredesk {

/// Store::comparables().
QList<Comparable> readComparables(Connection& connection, StoryId story, const QString& dimension,
                                  const QString& analyst, int most);

} // namespace Scoredesk
