// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stories/queuegathering.h"

#include "ui/stories/gatheringworker.h"

namespace Scoredesk {

using namespace std::chrono_literals;

QueueGathering::QueueGathering(const QString& desk, QObject* parent, int manyStories)
    : QObject(parent), m_worker(std::make_shared<GatheringWorker>(desk, manyStories))
{
    m_worker->moveToThread(&m_thread);
    m_thread.setObjectName(QStringLiteral("gathering"));
    m_stopper.setInterval(10ms);
    connect(&m_stopper, &QTimer::timeout, this, &QueueGathering::stopEarlier);
    connect(m_worker.get(), &GatheringWorker::answered, this, &QueueGathering::take);
    connect(m_worker.get(), &GatheringWorker::matched, this,
            [this](quint64 number, const QList<StoryId>& ids) {
                if (number == m_number)
                    Q_EMIT matched(ids);
            });
}

QueueGathering::~QueueGathering()
{
    if (!m_thread.isRunning())
        return;
    cancel();
    while (m_worker->stopsEarlier())
        QThread::msleep(1);
    // A connection is closed by the thread that opened it.
    QMetaObject::invokeMethod(m_worker.get(), &GatheringWorker::close, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void QueueGathering::ask(const QueueView& view)
{
    if (!m_thread.isRunning())
        m_thread.start(); // most sessions begin without a search
    m_worker->expect(++m_number);
    m_isAsked = true;
    QMetaObject::invokeMethod(
        m_worker.get(), [worker = m_worker.get(), view, number = m_number] { worker->gather(view, number); },
        Qt::QueuedConnection);
    stopEarlier();
}

void QueueGathering::cancel()
{
    m_worker->expect(++m_number);
    m_isAsked = false;
    stopEarlier();
}

void QueueGathering::match(const QueueView& view, const QList<StoryId>& ids)
{
    if (!m_thread.isRunning())
        m_thread.start();
    QMetaObject::invokeMethod(
        m_worker.get(),
        [worker = m_worker.get(), view, ids, number = m_number] { worker->match(view, ids, number); },
        Qt::QueuedConnection);
}

void QueueGathering::stopEarlier()
{
    if (m_worker->stopsEarlier())
        m_stopper.start();
    else
        m_stopper.stop();
}

void QueueGathering::waitFor(int milliseconds)
{
    if (!m_isAsked)
        return;
    const auto answer = m_worker->takeAnswer(milliseconds);
    if (!answer)
        return;
    m_isAsked = answer->has_value() && !(*answer)->isWhole;
    if (!*answer)
        Q_EMIT failed(answer->error());
    else if (m_isAsked)
        Q_EMIT begun((*answer)->ids);
    else
        Q_EMIT gathered((*answer)->ids);
}

void QueueGathering::take()
{
    waitFor(0);
}

} // namespace Scoredesk
