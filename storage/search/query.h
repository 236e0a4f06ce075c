// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <vector>

namespace Scoredesk {

/// What a term of a query asks about.
enum class QueryField {
    Text, ///< words anywhere in the brief or in an article
    Title,
    Summary,
    Outlet,
    Feed,
    Category,
    Tag,
    Impact,    ///< its lower end where it is a range
    Dimension, ///< a value on the leading card
    Coverage,  ///< outlets
    Origins,
    Tier, ///< of an outlet that carries the story
    Trust,
    State,
    Has,
    Analyst, ///< whose card it carries
    Before,
    After,
    Is, ///< unscored, outdated, unread, read
};

enum class Comparison { Equal, Less, AtMost, More, AtLeast };

/// One condition of a query: `impact>=7`, `tag:gpu`, a word, "a phrase", a start*.
struct QueryTerm {
    QueryField field = QueryField::Text;
    Comparison comparison = Comparison::Equal;
    QString words;        ///< as written, without quotation marks; empty: the story must have none of it
    bool isStart = false; ///< the last word may go on
    QString dimension;    ///< key, of QueryField::Dimension
    double number = 0;    ///< of fields that compare numbers
    QDateTime time;       ///< of Before and After, UTC
    QString written;      ///< the whole term, for messages
};

/// A query taken apart: terms, and what joins them.
struct Query {
    enum class Kind { All, Any, Not, Term };

    Kind kind = Kind::All;
    std::vector<Query> parts; ///< one of Not, none of Term
    QueryTerm term;
};

} // namespace Scoredesk
