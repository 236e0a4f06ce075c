// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace Scoredesk {

/// The text, or as much of its beginning as leaves room for "…" in `most` UTF-16 units. No character that is
/// made of several is cut in two.
QString shortened(const QString& text, qsizetype most);
/// Short enough to stand in a message.
QString shownHeadline(const QString& headline);

/// How many stories a message names; it counts the rest.
inline constexpr qsizetype mostStoriesNamed = 3;
/// "“Port strike ends”, a story without headline, 5 more": `all` stories, of which the first have these
/// headlines.
QString storiesText(const QStringList& headlines, int all);
/// Says that blockers hold these stories back, and where to read why.
QString heldBackText(const QStringList& headlines, int all);

} // namespace Scoredesk
