// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/grouping.h"
#include "storage/sql/connection.h"

#include <optional>

namespace Scoredesk {

/// What is read of how articles are grouped, for people and for intake.
class GroupingReads {
public:
    explicit GroupingReads(Connection& connection) : m_connection(connection) {}

    QList<MergeSuggestion> suggestionsFor(StoryId story) const;
    QList<MergeSuggestion> suggestions(int most) const;
    QList<StoryId> apartFrom(StoryId story) const;
    KeptApart keptApart() const;
    qint64 lastRegrouped() const;
    Regrouped regroupedSince(qint64 seq) const;

private:
    void readArticles(qint64 seq, Regrouped& changes) const;
    QList<MergeSuggestion> readSuggestions(class Statement& row) const;

    Connection& m_connection;
};

} // namespace Scoredesk
