// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/ids.h"
#include "storage/domain/outlet.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace Scoredesk {

/// A feed as it is to be added: what a list, a page or a person says of it.
struct Subscription {
    QString url;
    QString title;    ///< the analyst's name for it; empty: its own
    QString ownTitle; ///< as it calls itself, until it is read
    QString site;
    QStringList folder; ///< outermost first
    Outlet outlet;      ///< found by name or domain, else made; without name and domains: told by links
    QString category;   ///< of stories that its articles open
    bool paused = false;
    int keepDays = 0; ///< that its untouched stories stay; 0: as the desk says; stayForEver

    bool operator==(const Subscription&) const = default;
};

/// What subscribing added, which undoes it as one step.
struct SubscribeReceipt {
    QList<FeedId> added;
    QList<OutletId> outletsMade;
    QList<OutletChange> outletsChanged; ///< known merely from the program's list until then
    int passedOver = 0;                 ///< the desk had their address already
};

} // namespace Scoredesk
