// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/result.h"
#include "storage/search/query.h"

#include <QStringList>

namespace Scoredesk {

/// What a query may name, and what its words mean just now.
struct QueryTerms {
    QStringList dimensions; ///< keys of the method in use
    QDateTime now;          ///< that "-7d" counts from, UTC
    bool isTyped =
        false; ///< may go on: a word at its very end is the start of one; marks alone are passed over
    bool isRule = false; ///< asks of stories that have just come in: words, outlets, feeds, category and tags
};

/// Reads `quantum -hype (outlet:reuters OR tier:1) impact>=7 after:-7d`.
///
/// Conditions beside each other must all hold; OR between them makes alternatives, parentheses group, a minus
/// denies. Fields are followed by `:` or, where they compare numbers, by `>`, `>=`, `<`, `<=` or `=`. Dates
/// are 2026-04-01, 2026-04, 2026, today, yesterday, or back from now: -12h, -7d, -3w; all UTC. Pure; any
/// thread. InvalidInput says which part is wrong and what could stand there.
[[nodiscard]] Result<Query> readQuery(const QString& text, const QueryTerms& terms);

/// A query for plain words, whatever they look like: all must occur, the last one may go on. Empty where
/// there is no word.
QString plainQuery(const QString& words);

/// What was typed as a query that finds the same when nothing more is typed: the last word gets its star.
QString wholeQuery(const QString& typed);

} // namespace Scoredesk
