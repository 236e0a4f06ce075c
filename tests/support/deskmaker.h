// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/result.h"

#include <QDateTime>
#include <QString>

namespace Scoredesk::Test {

/// What a made desk is to hold.
struct DeskPlan {
    int stories = 100'000;
    int articles = 0; ///< about so many, at least one a story; 0: twice the stories
    int days = 400;   ///< over which they came
    quint64 seed = 1;
    QDateTime end; ///< UTC, when the last one came; invalid: now
};

/// Fills a new desk as a year of intake and triage would leave it. For speed only schema, outlets and feeds
/// are the store's doing: the rows are written past it, with what the store would have derived, and both
/// search indexes are built in the end.
///
/// Of the stories 70 % are incoming, 4 % shortlisted, 2 % ready, 24 % spiked; most are as intake made them,
/// with words in their articles alone, and one in twenty is scored. InvalidInput where the file is there.
[[nodiscard]] Result<void> makeDesk(const QString& path, const DeskPlan& plan);

/// Bytes, of a desk that is closed or open.
struct DeskSize {
    qint64 file = 0;  ///< with its log
    qint64 words = 0; ///< all that feeds and analysts wrote, as UTF-8, but for HTML
    qint64 html = 0;  ///< of articles, as fetched

    /// Of the file to the text it holds.
    double ratio() const { return words + html == 0 ? 0 : double(file) / double(words + html); }
};
DeskSize sizeOf(const QString& path);

} // namespace Scoredesk::Test
