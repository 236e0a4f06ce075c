// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/ids.h"
#include "storage/sql/connection.h"

#include <QDateTime>

namespace Scoredesk {

/// Brings a story's row up to date with its articles: the coverage, with each change of it kept in the
/// history, and the words of a story that nobody touched, which are its lead article's.
class StoryCoverage {
public:
    /// `analyst` is whose act it follows; empty where intake's.
    StoryCoverage(Connection& connection, const QDateTime& now, const QString& analyst = {});

    void refresh(StoryId story);

private:
    void followLead(StoryId story);
    ArticleId leadOf(StoryId story) const;

    Connection& m_connection;
    QDateTime m_now;
    QString m_analyst;
};

} // namespace Scoredesk
