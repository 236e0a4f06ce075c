// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/sql/connection.h"

#include <QStringList>

namespace Scoredesk {

/// The schema, one script a version: the first makes an empty file a desk, each next one brings it on by one.
struct Schema {
    QStringList scripts;
    QString seed; ///< what a new desk holds; run once, with the scripts that make it

    int version() const { return int(scripts.size()); }
    /// The one that this program ships.
    static const Schema& shipped();
};

/// user_version of an open desk.
int schemaVersion(Connection& connection);

/// Brings a desk from its version to the schema's, each step one transaction. Safe against another process
/// that does the same at the same time.
[[nodiscard]] Result<void> migrate(Connection& connection, const Schema& schema);

} // namespace Scoredesk
