// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/fetch/hostlanes.h"

#include <QHostAddress>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static QString laneOf(const QUrl& url)
{
    return url.host().toLower();
}

bool HostLanes::isThisMachine(const QString& host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

void HostLanes::add(const FetchRequest& request)
{
    laneInTurn(request.url).queue.enqueue({request, request.url});
    ++m_waiting;
}

void HostLanes::addBegun(const Turn& turn)
{
    laneInTurn(turn.url).queue.prepend(turn);
    ++m_waiting;
}

HostLanes::Lane& HostLanes::laneInTurn(const QUrl& url)
{
    const QString host = laneOf(url);
    Lane& lane = laneFor(host);
    if (lane.queue.isEmpty())
        m_order.append(host);
    return lane;
}

HostLanes::Lane& HostLanes::laneFor(const QString& host)
{
    auto lane = m_lanes.find(host);
    if (lane == m_lanes.end()) {
        lane = m_lanes.insert(host, {});
        lane->spared = m_pace.sparesThisMachine && isThisMachine(host);
    }
    return *lane;
}

bool HostLanes::isFree(const Lane& lane) const
{
    return lane.spared || lane.underWay < m_pace.perHost;
}

std::optional<Turn> HostLanes::take(qint64 now)
{
    if (m_underWay >= m_pace.overall)
        return std::nullopt;
    for (qsizetype i = 0; i < m_order.size(); ++i) {
        Lane& lane = m_lanes[m_order.at(i)];
        if (!isFree(lane) || lane.notBefore > now)
            continue;
        Turn turn = lane.queue.dequeue();
        --m_waiting;
        ++m_underWay;
        ++lane.underWay;
        if (!lane.spared)
            lane.notBefore = now + m_pace.pause;
        const QString host = m_order.takeAt(i);
        if (!lane.queue.isEmpty())
            m_order.append(host);
        return turn;
    }
    return std::nullopt;
}

void HostLanes::done(const QUrl& url, qint64 now)
{
    const auto lane = m_lanes.find(laneOf(url));
    if (lane == m_lanes.end() || lane->underWay == 0)
        return;
    --lane->underWay;
    --m_underWay;
    if (!lane->spared)
        lane->notBefore = qMax(lane->notBefore, now + m_pace.pause);
}

void HostLanes::holdOff(const QUrl& url, qint64 until)
{
    Lane& lane = laneFor(laneOf(url));
    lane.notBefore = qMax(lane.notBefore, until);
}

QList<Turn> HostLanes::drop(const QUrl& url)
{
    const QString host = laneOf(url);
    const auto lane = m_lanes.find(host);
    if (lane == m_lanes.end())
        return {};
    QList<Turn> dropped;
    dropped.swap(lane->queue);
    m_waiting -= int(dropped.size());
    m_order.removeAll(host);
    return dropped;
}

QList<Turn> HostLanes::dropAll()
{
    QList<Turn> dropped;
    for (const QString& host : std::as_const(m_order)) {
        dropped += m_lanes[host].queue;
        m_lanes[host].queue.clear();
    }
    m_order.clear();
    m_waiting = 0;
    return dropped;
}

std::optional<qint64> HostLanes::nextStart() const
{
    if (m_underWay >= m_pace.overall)
        return std::nullopt;
    std::optional<qint64> next;
    for (const QString& host : m_order) {
        const auto lane = m_lanes.constFind(host);
        if (isFree(*lane))
            next = next ? qMin(*next, lane->notBefore) : lane->notBefore;
    }
    return next;
}

} // namespace Scoredesk
