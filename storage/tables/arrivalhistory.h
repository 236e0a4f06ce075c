// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/article.h"
#include "storage/domain/change.h"
#include "storage/domain/scorecard.h"
#include "storage/domain/storysignal.h"
#include "storage/method/method.h"
#include "storage/sql/connection.h"

namespace Scoredesk {

/// Puts on record that something whole came to a story or left it by an analyst's act: its coverage, its
/// impact and how old its evidence is follow from that.
class ArrivalHistory {
public:
    ArrivalHistory(Connection& connection, QDateTime now, QString analyst)
        : m_connection(connection), m_now(std::move(now)), m_analyst(std::move(analyst))
    {
    }

    void came(StoryId story, const Article& article);
    void left(StoryId story, const Article& article);
    /// left() and came() for every article that `from` holds now.
    void allWent(StoryId from, StoryId into);
    void came(StoryId story, const StorySignal& signal);
    void left(StoryId story, const StorySignal& signal);
    void came(StoryId story, const Scorecard& card, const Method& method);
    void left(StoryId story, const Scorecard& card, const Method& method);

private:
    void record(StoryId story, Change change);

    Connection& m_connection;
    QDateTime m_now;
    QString m_analyst;
};

} // namespace Scoredesk
