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

/// Milliseconds after which room is looked for again: it is given back in other threads.
constexpr qint64 lookForRoom = 50;

} // namespace

FeedFetcher::FeedFetcher(const FetchPace& pace, const FetchLimits& limits, const Clock& clock,
                         QObject* parent)
    : QObject(parent),
      m_lanes(pace),
      m_limits(limits),
      m_clock(clock),
      m_budget(std::make_shared<ByteBudget>(qMax(limits.largest, limits.together)))
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
    qDeleteAll(m_running.keys()); // before the managers whose replies they hold
}

void FeedFetcher::submit(const FetchRequest& request)
{
    if (const auto spared = sparing(request.feed, request.url)) {
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
    for (const Turn& turn : m_lanes.dropAll()) {
        if (turn.begun)
            continue; // ends with those that run
        FetchReply reply;
        reply.feed = turn.request.feed;
        reply.url = turn.url;
        reply.kind = FetchReply::Kind::Cancelled;
        Q_EMIT fetched(reply);
    }
    const QList<Download*> running = m_running.keys();
    for (Download* download : running)
        if (m_running.contains(download))
            download->cancel();
}

void FeedFetcher::startMore()
{
    if (m_starting)
        return;
    m_starting = true;
    bringBack();
    while (!m_held) {
        const auto turn = m_lanes.take(m_time.elapsed());
        if (!turn)
            break;
        start(*turn);
    }
    m_starting = false;
    if (m_held)
        return;
    std::optional<qint64> next = m_lanes.nextStart();
    if (!m_aside.isEmpty() && !m_broughtBack)
        next = qMin(next.value_or(m_time.elapsed() + lookForRoom), m_time.elapsed() + lookForRoom);
    if (next)
        m_wake.start(int(qBound(qint64(1), *next - m_time.elapsed(), qint64(60'000))));
}

void FeedFetcher::start(const Turn& turn)
{
    if (turn.begun) {
        m_running[turn.begun] = turn.url;
        return turn.begun->goOn();
    }
    auto* download = new Download(managerFor(turn.url), turn.request, m_limits, m_budget, m_clock, nullptr);
    m_running.insert(download, turn.url);
    connect(download, &Download::redirected, this,
            [this, download](const QUrl& to) { onRedirected(download, to); });
    connect(download, &Download::setAside, this, [this, download] { onSetAside(download); });
    connect(download, &Download::finished, this,
            [this, download](const FetchReply& reply) { onFinished(download, reply); });
    Q_EMIT started(turn.request.feed);
    download->start();
}

void FeedFetcher::onFinished(Download* download, const FetchReply& reply)
{
    forget(download);
    heedRetryAfter(reply);
    Q_EMIT fetched(reply);
    m_wake.start(0);
}

// Many feeds may lead to one host, which is to be asked no harder than if each named it.
void FeedFetcher::onRedirected(Download* download, const QUrl& to)
{
    const FeedId feed = download->request().feed;
    if (const auto spared = sparing(feed, to)) {
        forget(download);
        Q_EMIT fetched(*spared);
    } else {
        leaveHost(download);
        m_lanes.addBegun({download->request(), to, download});
    }
    m_wake.start(0);
}

void FeedFetcher::onSetAside(Download* download)
{
    leaveHost(download);
    m_aside.append(download);
    m_wake.start(0);
}

// One at a time: each takes room for the largest body there may be, and two would leave none for the first
// piece of anything else, which would be set aside and asked for twice in its turn. It ends within its
// limits, so the next has not long to wait.
void FeedFetcher::bringBack()
{
    while (!m_held && !m_broughtBack && !m_aside.isEmpty()) {
        Download* download = m_aside.first();
        if (const auto spared = sparing(download->request().feed, download->next())) {
            forget(download);
            Q_EMIT fetched(*spared);
            continue;
        }
        if (!download->reserve())
            return;
        m_aside.removeFirst();
        m_broughtBack = download;
        m_lanes.addBegun({download->request(), download->next(), download});
    }
}

/// While it waits it holds no place there.
void FeedFetcher::leaveHost(Download* download)
{
    std::optional<QUrl>& place = m_running[download];
    if (place)
        m_lanes.done(*place, m_time.elapsed());
    place.reset();
}

void FeedFetcher::forget(Download* download)
{
    leaveHost(download);
    m_running.remove(download);
    m_aside.removeOne(download);
    if (m_broughtBack == download)
        m_broughtBack = nullptr;
    download->deleteLater();
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
    for (const Turn& turn : m_lanes.drop(reply.url)) {
        const auto spared = sparing(turn.request.feed, turn.url);
        if (turn.begun)
            forget(turn.begun);
        if (spared)
            Q_EMIT fetched(*spared);
    }
}

std::optional<FetchReply> FeedFetcher::sparing(FeedId feed, const QUrl& url) const
{
    const auto rest = m_resting.constFind(url.host());
    if (rest == m_resting.constEnd())
        return std::nullopt;
    const qint64 left = m_clock().secsTo(rest->until);
    if (left <= 0)
        return std::nullopt;
    FetchReply reply = rest->answer;
    reply.feed = feed;
    reply.url = url;
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
