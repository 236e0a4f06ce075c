// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/parse/feedvalues.h"
#include "storage/domain/feed.h"
#include "storage/domain/outlet.h"
#include "storage/domain/subscription.h"

#include <QByteArray>

namespace Scoredesk {

/// The entries of a list, then those that have no address. What opmlOf() wrote comes back as it was.
QList<Subscription> subscriptionsOf(const Outline& list);

/// An OPML 2.0 list that any reader takes: folders, titles, addresses and sites; beside them, in attributes
/// of our own, what only Scoredesk knows: outlets, categories, pauses. Secrets are no part of it.
QByteArray opmlOf(const QList<DeskFeed>& feeds, const QList<Outlet>& outlets, const QString& title,
                  const QDateTime& now);

} // namespace Scoredesk
