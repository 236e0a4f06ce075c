// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/subscribe/subscribeplan.h"
#include "storage/domain/feed.h"

#include <QJsonObject>

namespace Scoredesk {

class Call;
class Store;

/// A feed for programs: what it is and how it is doing.
QJsonObject feedToJson(const DeskFeed& feed, const QList<Outlet>& outlets, const QDateTime& now);

/// Carries a plan out (unless only to be tried) and tells each line; returns a CliExit.
int applyPlan(Call& call, Store& store, const SubscribePlan& plan, bool isTry);

/// The whole content of a file, or of standard input for "-".
[[nodiscard]] Result<QByteArray> readInput(const QString& path, qint64 largest);

} // namespace Scoredesk
