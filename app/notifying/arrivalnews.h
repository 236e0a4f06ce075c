// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/story.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace Scoredesk {

/// What a notification says of the stories that a refresh brought. Plain text.
struct ArrivalNews {
    QString title; ///< "3 stories tagged gpu"
    QString body;  ///< headlines, a line each
    StoryId first{};

    bool operator==(const ArrivalNews&) const = default;
};

/// The stories with one of the tags (in any case), the newest first; those that are spiked are nobody's news.
/// Nothing where there is none. Pure.
std::optional<ArrivalNews> arrivalNews(const QList<Story>& stories, const QStringList& tags);

} // namespace Scoredesk
