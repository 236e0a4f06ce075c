// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/fetch/feedfetcher.h"

#include "app/feeds/fetch/download.h"
#include "app/feeds/fetch/networkaccess.h"

#include <QNetworkAccessManager>

namespace Scoredesk {

namespace {

// Qt opens at most six connections to a host by one manager. Only this machine is asked for more at once.
constexpr int connectionsAManager = 6;
constexpr int mostManagers = 8;

/// Longer than this nobody waits within one refresh.
constexpr qint64 patience = 20;

} // namespace

FeedFetcher::FeedFetcher(const FetchPace& pace, const FetchLimits& limits, const Clock& clock,
                         QObject* parent)
    : QObject(parent), m_lanes(pace), m_limits(limits), m_clock(clock)
{
    const int managers =
        qBound(1, (pace.overall + connectionsAManager - 1) / connectionsAManager, mostManagers);
    for (int i = 0; i < managers; ++i)
        m_managers.push_back(makeNetworkAccess());
    m_wake.setSingleShot(true);
    connect(&m_wake, &QTimer::timeout, this, &FeedFetcher::startMore);
    m_time.start();
}

FeedFetcher::~FeedFetcher()
{
    qDeleteAll(m_running); // before the managers whose replies they hold
}

void FeedFetcher::submit(const FetchRequest& request)
{
    if (const auto spared = sparing(request)) {
        QMetaObject::invokeMethod(
            this, [this, reply = *spared] { Q_EMIT fetched(reply); }, Qt::QueuedConnection);
        return;
    }
    m_lanes.add(request);
    if (!m_wake.isActive() || m_wake.remainingTime() > 0)
        m_wake.start(0);
}

void FeedFetcher::hold(bool held)
{
    if (m_held == held)
        return;
    m_held = held;
    if (!held)
        m_wake.start(0);
}

void FeedFetcher::cancelAll()
{
    for (const FetchRequest& request : m_lanes.dropAll()) {
        FetchReply reply;
        reply.feed = request.feed;
        reply.url = request.url;
        reply.kind = FetchReply::Kind::Cancelled;
        Q_EMIT fetched(reply);
    }
    const QSet<Download*> running = m_running;
    for (Download* download : running)
        if (m_running.contains(download))
            download->cancel();
}

void FeedFetcher::startMore()
{
    if (m_starting)
        return;
    m_starting = true;
    while (!m_held) {
        const auto request = m_lanes.take(m_time.elapsed());
        if (!request)
            break;
        start(*request);
    }
    m_starting = false;
    if (const auto next = m_lanes.nextStart(); next && !m_held)
        m_wake.start(int(qBound(qint64(1), *next - m_time.elapsed(), qint64(60'000))));
}

void FeedFetcher::start(const FetchRequest& request)
{
    auto* download = new Download(managerFor(request.url), request, m_limits, m_clock, nullptr);
    m_running.insert(download);
    connect(download, &Download::finished, this,
            [this, download](const FetchReply& reply) { onFinished(download, reply); });
    Q_EMIT started(request.feed);
    download->start();
}

void FeedFetcher::onFinished(Download* download, const FetchReply& reply)
{
    m_running.remove(download);
    m_lanes.done(download->request().url, m_time.elapsed());
    download->deleteLater();
    heedRetryAfter(reply);
    Q_EMIT fetched(reply);
    m_wake.start(0);
}

void FeedFetcher::heedRetryAfter(const FetchReply& reply)
{
    const qint64 wait = reply.wishes.retryAfter;
    if (wait <= 0 || (reply.status != 429 && reply.status != 503))
        return;
    if (wait <= patience) {
        m_lanes.holdOff(reply.url, m_time.elapsed() + wait * 1000);
        return;
    }
    m_resting.insert(reply.url.host(), {m_clock().addSecs(wait), reply});
    for (const FetchRequest& request : m_lanes.drop(reply.url))
        if (const auto spared = sparing(request))
            Q_EMIT fetched(*spared);
}

std::optional<FetchReply> FeedFetcher::sparing(const FetchRequest& request) const
{
    const auto rest = m_resting.constFind(request.url.host());
    if (rest == m_resting.constEnd())
        return std::nullopt;
    const qint64 left = m_clock().secsTo(rest->until);
    if (left <= 0)
        return std::nullopt;
    FetchReply reply = rest->answer;
    reply.feed = request.feed;
    reply.url = request.url;
    reply.wishes.retryAfter = left;
    reply.milliseconds = 0;
    return reply;
}

QNetworkAccessManager& FeedFetcher::managerFor(const QUrl& url)
{
    if (!HostLanes::isThisMachine(url.host()))
        return *m_managers.front();
    return *m_managers[m_turn++ % m_managers.size()];
}

} // namespace Scoredesk
