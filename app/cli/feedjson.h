// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/parse/feedvalues.h"

#include <QJsonObject>

namespace Scoredesk {

// What the parsers give, as `scoredesk feed parse --json` prints it. What is empty is left out.

[[nodiscard]] QJsonObject feedToJson(const Feed& feed);
[[nodiscard]] QJsonObject outlineToJson(const Outline& outline);
[[nodiscard]] QJsonObject pageToJson(const PageMetadata& page);
[[nodiscard]] QJsonObject parseErrorToJson(const QString& message);

} // namespace Scoredesk
