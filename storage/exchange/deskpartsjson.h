// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/deskparts.h"
#include "storage/domain/result.h"

#include <QJsonObject>

namespace Scoredesk {

/// The JSON of what a desk has beside its stories. Row ids are left out; InvalidInput names the field that
/// cannot be used.
QJsonObject feedToJson(const SharedFeed& feed);
[[nodiscard]] Result<SharedFeed> feedFromJson(const QJsonObject& json);
QJsonObject ruleToJson(const Rule& rule);
[[nodiscard]] Result<Rule> ruleFromJson(const QJsonObject& json);
QJsonObject groupingToJson(const SharedGrouping& grouping);
[[nodiscard]] Result<SharedGrouping> groupingFromJson(const QJsonObject& json);

} // namespace Scoredesk
