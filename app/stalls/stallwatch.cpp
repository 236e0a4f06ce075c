// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stalls/stallwatch.h"

#include <QMetaEnum>
#include <QObject>

#include <algorithm>
#include <utility>

namespace Scoredesk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

QString Stall::text() const
{
    return u"%1 ms%2: %3"_s.arg(milliseconds)
        .arg(goesOn ? u" and going on"_s : QString(), where.join(u" > "_s));
}

StallWatch::StallWatch(std::chrono::milliseconds limit, std::function<void(const Stall&)> tell)
    : m_limit(limit), m_tell(std::move(tell)), m_thread([this] { watch(); })
{
}

StallWatch::~StallWatch()
{
    {
        const std::lock_guard lock(m_lock);
        m_closing = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

void StallWatch::enter(const QObject& receiver, QEvent::Type type, int loop)
{
    const std::lock_guard lock(m_lock);
    const bool isOutermost = m_steps.isEmpty() || loop > m_steps.last().loop;
    m_steps.append({receiver.metaObject()->className(), {}, type, loop, isOutermost});
    if (const QString name = receiver.objectName(); !name.isEmpty())
        m_steps.last().name = name.toUtf8();
    if (!isOutermost)
        return;
    m_since = Clock::now();
    m_isBusy = true;
    m_seenWhere.clear(); // what opened the loop is not at work meanwhile
}

void StallWatch::leave()
{
    const std::lock_guard lock(m_lock);
    if (m_steps.last().isOutermost) {
        if (m_isBusy && Clock::now() - m_since >= m_limit) {
            Stall stall = stallAt(Clock::now());
            if (!m_seenWhere.isEmpty())
                stall.where = std::exchange(m_seenWhere, {}); // what it was at when it was noticed tells more
            m_ended.append(stall);
            m_wake.notify_one();
        }
        m_isBusy = false; // what is around it waits in a loop, or goes on for a last while
    }
    m_steps.removeLast();
}

/// With the lock held.
Stall StallWatch::stallAt(Clock::time_point now) const
{
    Stall stall;
    stall.milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(now - m_since).count();
    const auto types = QMetaEnum::fromType<QEvent::Type>();
    for (const Step& step : m_steps) {
        QString at = QString::fromLatin1(step.receiver);
        if (!step.name.isEmpty())
            at += u'#' + QString::fromUtf8(step.name);
        const char* type = types.valueToKey(step.type);
        stall.where.append(at + u' ' + (type ? QString::fromLatin1(type) : QString::number(step.type)));
    }
    return stall;
}

void StallWatch::watch()
{
    std::unique_lock lock(m_lock);
    while (true) {
        m_wake.wait_for(lock, std::min<std::chrono::milliseconds>(m_limit / 4 + 1ms, 20ms));
        QList<Stall> news = std::exchange(m_ended, {});
        const auto now = Clock::now();
        if (m_isBusy && m_seenWhere.isEmpty() && now - m_since >= m_limit) {
            Stall stall = stallAt(now);
            stall.goesOn = true;
            m_seenWhere = stall.where;
            news.append(stall);
        }
        const bool closing = m_closing;
        lock.unlock();
        for (const Stall& stall : std::as_const(news))
            m_tell(stall);
        if (closing)
            return;
        lock.lock();
    }
}

} // namespace Scoredesk
