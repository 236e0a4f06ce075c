// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stories/gatheringworker.h"

#include "storage/store.h"

#include <limits>

namespace Scoredesk {

GatheringWorker::GatheringWorker(QString desk) : m_desk(std::move(desk)) {}

GatheringWorker::~GatheringWorker() = default;

void GatheringWorker::expect(quint64 number)
{
    const QMutexLocker lock(&m_mutex);
    m_expected = number;
    m_answer.reset();
    if (m_running != 0)
        m_store->interrupt();
}

bool GatheringWorker::stopsEarlier()
{
    const QMutexLocker lock(&m_mutex);
    const bool isEarlier = m_running != 0 && m_running != m_expected;
    if (isEarlier)
        m_store->interrupt();
    return isEarlier;
}

std::optional<Result<QList<StoryId>>> GatheringWorker::takeAnswer(int milliseconds)
{
    const QMutexLocker lock(&m_mutex);
    if (!m_answer && milliseconds > 0)
        m_hasAnswer.wait(&m_mutex, QDeadlineTimer(milliseconds));
    return std::exchange(m_answer, std::nullopt);
}

void GatheringWorker::gather(const QueueView& view, quint64 number)
{
    Result<QList<StoryId>> answer;
    bool isOpen = true;
    {
        QMutexLocker lock(&m_mutex);
        if (number != m_expected)
            return;
        isOpen = m_store != nullptr;
    }
    if (!isOpen) {
        StoreOptions options;
        options.mode = StoreOptions::Mode::Reader;
        auto opened = Store::open(m_desk, options);
        const QMutexLocker lock(&m_mutex);
        if (opened)
            m_store = std::move(*opened);
        else
            answer = tl::unexpected(opened.error());
    }
    if (answer) {
        {
            const QMutexLocker lock(&m_mutex);
            if (number != m_expected)
                return;
            m_running = number;
        }
        // The store is read without the lock, so that it can be interrupted; only this thread takes it away.
        auto page = m_store->queuePage(view, {}, std::numeric_limits<int>::max());
        if (page)
            answer = std::move(page->ids);
        else
            answer = tl::unexpected(page.error());
    }
    {
        const QMutexLocker lock(&m_mutex);
        m_running = 0;
        if (number != m_expected)
            return;
        m_answer = std::move(answer);
        m_hasAnswer.wakeAll();
    }
    Q_EMIT answered();
}

void GatheringWorker::close()
{
    const QMutexLocker lock(&m_mutex);
    m_store.reset();
}

} // namespace Scoredesk
