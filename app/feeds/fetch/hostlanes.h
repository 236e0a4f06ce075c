// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/fetch/fetchvalues.h"

#include <QHash>
#include <QList>
#include <QQueue>

#include <optional>

namespace Scoredesk {

class Download;

/// A request that goes to a host, now or once there is room.
struct Turn {
    FetchRequest request;
    QUrl url;                  ///< where it goes: the request's own address, or where a redirect led
    Download* begun = nullptr; ///< the fetch that goes on there; null where it begins
};

/// Decides which waiting request may start, so that no host gets more at once or sooner than is polite. Knows
/// no clock: the caller says what time it is, in milliseconds from any beginning.
class HostLanes {
public:
    explicit HostLanes(const FetchPace& pace) : m_pace(pace) {}

    void add(const FetchRequest& request);
    /// One that has begun, and was redirected or set aside: the next of its host.
    void addBegun(const Turn& turn);
    /// The next that may start now, hosts in turn; it counts as under way until done() with its url.
    std::optional<Turn> take(qint64 now);
    void done(const QUrl& url, qint64 now);
    /// No request to that host before then.
    void holdOff(const QUrl& url, qint64 until);
    /// Those that wait for that host, which are taken off.
    QList<Turn> drop(const QUrl& url);
    QList<Turn> dropAll();

    /// When take() may yield next by mere passing of time; nothing where it must wait for done() or add().
    std::optional<qint64> nextStart() const;
    int waiting() const { return m_waiting; }
    int underWay() const { return m_underWay; }

    /// True for this machine itself, which needs no courtesy.
    static bool isThisMachine(const QString& host);

private:
    struct Lane {
        QQueue<Turn> queue;
        int underWay = 0;
        qint64 notBefore = 0;
        bool spared = false;
    };

    Lane& laneFor(const QString& host);
    Lane& laneInTurn(const QUrl& url);
    bool isFree(const Lane& lane) const;

    FetchPace m_pace;
    QHash<QString, Lane> m_lanes;
    QList<QString> m_order; // hosts with something waiting; the next in turn first
    int m_waiting = 0;
    int m_underWay = 0;
};

} // namespace Scoredesk
