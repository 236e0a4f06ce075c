// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/fetch/hostlanes.h"
#include "storage/domain/clock.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

class QNetworkAccessManager;

namespace Scoredesk {

class Download;

/// Fetches what is submitted, politely: reports each by fetched(), in no certain order, also what failed.
///
/// Belongs to the thread that made it, which needs an event loop. Keeps no cookies and no cache; takes the
/// system's proxy.
class FeedFetcher : public QObject {
    Q_OBJECT

public:
    FeedFetcher(const FetchPace& pace, const FetchLimits& limits, const Clock& clock,
                QObject* parent = nullptr);
    ~FeedFetcher() override;

    /// A host that asked to be left alone for longer is not asked: its answer is reported again.
    void submit(const FetchRequest& request);
    /// Ends what is under way and what waits, each reported as Cancelled.
    void cancelAll();
    /// While held, nothing new starts: what came in has not been dealt with yet.
    void hold(bool held);
    int unfinished() const { return m_lanes.waiting() + m_lanes.underWay() + int(m_aside.size()); }

Q_SIGNALS:
    void started(Scoredesk::FeedId feed);
    void fetched(const Scoredesk::FetchReply& reply);

private:
    void startMore();
    void start(const Turn& turn);
    void onRedirected(Download* download, const QUrl& to);
    void onSetAside(Download* download);
    void bringBack();
    void leaveHost(Download* download);
    void onFinished(Download* download, const FetchReply& reply);
    void heedRetryAfter(const FetchReply& reply);
    /// Of the feed, at the address that its request goes to.
    std::optional<FetchReply> sparing(FeedId feed, const QUrl& url) const;
    void forget(Download* download);
    QNetworkAccessManager& managerFor(const QUrl& url);

    /// A host that asked to be left alone, and how.
    struct Rest {
        QDateTime until;
        FetchReply answer;
    };

    HostLanes m_lanes;
    QHash<QString, Rest> m_resting;
    FetchLimits m_limits;
    Clock m_clock;
    std::vector<std::unique_ptr<QNetworkAccessManager>> m_managers;
    /// With the address whose host each holds a place at; none while it waits for a host it was redirected
    /// to.
    QHash<Download*, std::optional<QUrl>> m_running;
    std::shared_ptr<ByteBudget> m_budget;
    QList<Download*> m_aside;          // wait for room; among those that run
    Download* m_broughtBack = nullptr; // from there, until it ends: it has room for the largest body
    QTimer m_wake;
    QElapsedTimer m_time;
    unsigned m_turn = 0;
    bool m_held = false;
    bool m_starting = false;
};

} // namespace Scoredesk
