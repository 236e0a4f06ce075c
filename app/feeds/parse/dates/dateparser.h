// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <string_view>

namespace Scoredesk {

/// The instant that a feed's date means, in UTC: RFC 822 and 3339, ISO 8601, asctime, and what people write
/// by hand in a dozen languages. A time without a zone is taken for UTC, a month or day that is missing for
/// the first. Invalid where the text is no date.
[[nodiscard]] QDateTime parseFeedDate(std::string_view text);

} // namespace Scoredesk
