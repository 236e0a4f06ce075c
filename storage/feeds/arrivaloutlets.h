// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/article.h"
#include "storage/sql/connection.h"

#include <QHash>

namespace Scoredesk {

/// Whose the articles of one feed are, each outlet looked up once.
class ArrivalOutlets {
public:
    struct Facts {
        QString name;
        int tier = 0;
    };

    explicit ArrivalOutlets(Connection& connection) : m_connection(connection) {}

    /// The feed's own outlet, which its articles are of unless they say otherwise.
    void setFeedsOwn(OutletId outlet) { m_feedsOwn = outlet; }
    /// By what the article says of itself, else the feed's, else by its link's domain, where an outlet is
    /// made of one that is new. 0 where nothing tells.
    OutletId outletOf(const Article& article);
    Facts factsOf(OutletId id);

private:
    OutletId outletNamed(const Outlet& named, const QString& host);

    Connection& m_connection;
    OutletId m_feedsOwn{};
    QHash<QString, OutletId> m_byHost;
    QHash<OutletId, Facts> m_facts;
};

} // namespace Scoredesk
