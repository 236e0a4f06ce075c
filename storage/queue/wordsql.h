// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/queue/sqlpiece.h"
#include "storage/search/query.h"

#include <vector>

namespace Scoredesk {

/// Terms that ask for words, all of them in one brief or in one article, as the full-text indexes are asked.
///
/// An untouched story shows its leading article's words, which are indexed there alone: so a title is looked
/// for among articles' titles, too, and a summary in their text.
class WordSql {
public:
    static bool isWords(const QueryTerm& term);
    explicit WordSql(const std::vector<const QueryTerm*>& terms);

    /// Yields id, each once; and rank, the smaller the better, where `ranked`.
    SqlPiece candidates(bool ranked) const;
    SqlPiece condition(SqlReach reach) const; ///< on a story `s`

    /// The words of a term as FTS5 reads a phrase; empty where it has none.
    static QString phrase(const QueryTerm& term);

private:
    QString m_story;
    QString m_article;
    bool m_isNothing = false; ///< words that no index holds
};

} // namespace Scoredesk
