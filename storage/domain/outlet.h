// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/ids.h"

#include <QString>
#include <QStringList>

namespace Scoredesk {

/// A publisher. Its tier and whether it is first-party are facts about it, not about one article.
struct Outlet {
    OutletId id{};
    QString name;
    QStringList domains; ///< lowercase, without "www."
    int tier = 0;        ///< 1 to 3, 0 not rated
    bool firstParty = false;
    QString reliability; ///< Admiralty letter A to F, or empty

    bool operator==(const Outlet&) const = default;
};

/// An outlet that an import changed, which takes that back. Only those are that nobody had edited.
struct OutletChange {
    Outlet before;
    Outlet after;
};

} // namespace Scoredesk
