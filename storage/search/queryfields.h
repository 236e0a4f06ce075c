// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/search/query.h"

#include <QStringList>

#include <optional>

namespace Scoredesk {

/// A field as it is written in a query, and what may follow its name.
struct QueryFieldName {
    enum class Takes { Words, Number, Date, Choice };

    QString name;
    QueryField field = QueryField::Text;
    Takes takes = Takes::Words;
    QStringList choices;    ///< of Choice
    bool isOfRules = false; ///< known of a story that has just come in
};

/// Every field but the dimensions, whose names are the method's.
const std::vector<QueryFieldName>& queryFieldNames();
/// By name, without regard to case.
const QueryFieldName* queryFieldNamed(const QString& name);

/// "2026-04-01", "2026-04", "2026", "today", "yesterday", "-12h", "-7d", "-3w" as an instant, UTC: the start
/// of a day, month or year. Nothing where it is none of them.
std::optional<QDateTime> queryDate(const QString& text, const QDateTime& now);

} // namespace Scoredesk
