// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

namespace Scoredesk {

/// The last line of what documentToMarkdown() writes: a comment, which no reader shows.
constexpr QLatin1StringView markdownGenerator{"<!-- generator: Scoredesk -->"};

} // namespace Scoredesk
