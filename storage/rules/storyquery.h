// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/result.h"
#include "storage/search/query.h"

#include <QString>
#include <QStringList>

namespace Scoredesk {

/// What of a story a query can ask for, prepared for many queries.
class QuerySubject {
public:
    /// The story as it is stored. Outlets and feeds are named in every way that a query may name them by:
    /// name, domain, folder.
    struct Facts {
        QString title;
        QString summary;
        QString category;
        QStringList tags;
        QStringList outlets;
        QStringList feeds;
    };

    explicit QuerySubject(const Facts& facts);

private:
    friend class StoryQuery;

    QString m_title; // all of it as foldedWords()
    QString m_summary;
    QString m_category;
    QStringList m_tags;
    QStringList m_outlets;
    QStringList m_feeds;
};

/// A condition on stories that have just come in, in the language of readQuery().
///
/// A bare word or "a phrase" is looked for in title and summary; `title:`, `summary:`, `outlet:`, `feed:`,
/// `category:` and `tag:` look there alone. Words are whole, without regard to case and accents; `chip*` is
/// any word that starts so. Category and tag are compared whole, an outlet and a feed by their words.
/// `category:""` is a story that has none, likewise the others.
class StoryQuery {
public:
    /// InvalidInput says which part is wrong.
    [[nodiscard]] static Result<StoryQuery> parse(const QString& text);

    bool matches(const QuerySubject& subject) const { return holds(m_query, subject); }

private:
    static bool holds(const Query& query, const QuerySubject& subject);
    static bool holds(const QueryTerm& term, const QuerySubject& subject);
    static void fold(Query& query);

    Query m_query; ///< its words folded
};

} // namespace Scoredesk
