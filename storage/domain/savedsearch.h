// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Scoredesk {

/// A query that an analyst keeps under a name; no two share one, whatever their case.
struct SavedSearch {
    QString name;
    QString query;

    bool operator==(const SavedSearch&) const = default;
};

} // namespace Scoredesk
