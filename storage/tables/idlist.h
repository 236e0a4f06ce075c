// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/ids.h"

#include <QList>
#include <QString>

namespace Scoredesk {

/// "[3,1,2]": how a list of ids is bound as one parameter, for json_each().
QString toJsonArray(const QList<StoryId>& ids);
QString toJsonArray(const QList<ArticleId>& ids);
QString toJsonArray(const QList<FeedId>& ids);
QString toJsonArray(const QList<RuleId>& ids);
/// The inverse; what is no number is left out.
QList<StoryId> fromJsonArray(const QString& json);

} // namespace Scoredesk
