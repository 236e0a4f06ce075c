// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Scoredesk {

// Row ids inside one desk. What leaves a desk carries UUIDs instead, since another desk numbers differently.
enum class StoryId : qint64 {};
enum class ArticleId : qint64 {};
enum class OutletId : qint64 {};
enum class FeedId : qint64 {};
enum class RuleId : qint64 {};

inline constexpr StoryId noStory{0};

template<typename Id>
constexpr qint64 number(Id id)
{
    return static_cast<qint64>(id);
}

} // namespace Scoredesk
