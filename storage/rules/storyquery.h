// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/result.h"

#include <QList>
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

/// A condition on stories, as a line of text: `quantum -hype outlet:reuters OR category:"AI"`.
///
/// Terms beside each other must all hold, OR between them makes alternatives, a minus denies. A bare word or
/// "a phrase" is looked for in title and summary; `title:`, `summary:`, `outlet:`, `feed:`, `category:` and
/// `tag:` look there alone. Words are whole, without regard to case and accents; `chip*` is any word that
/// starts so. Category and tag are compared whole, an outlet and a feed by their words. `category:""` is a
/// story that has none, likewise the others.
class StoryQuery {
public:
    /// InvalidInput says which part is wrong.
    [[nodiscard]] static Result<StoryQuery> parse(const QString& text);

    bool matches(const QuerySubject& subject) const;

private:
    enum class Field { Text, Title, Summary, Outlet, Feed, Category, Tag };
    struct Term {
        Field field = Field::Text;
        QString phrase; // folded; empty: the field must be empty
        bool isStart = false;
        bool denied = false;
    };
    class Reader;

    static bool holds(const Term& term, const QuerySubject& subject);

    QList<QList<Term>> m_alternatives;
};

} // namespace Scoredesk
