// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/stories/gatheringworker.h"

#include "storage/store.h"

#include <QElapsedTimer>

#include <limits>

namespace Scoredesk {

static constexpr int fewTogether = 20;
static constexpr int lookedTogether = 200;
static constexpr qint64 longestLook = 80; // milliseconds
static constexpr int mostLooked = 4'000;
static constexpr qsizetype manyAsked = 8;
static constexpr qsizetype enoughFirst = 100;
static constexpr qsizetype fewest = 30; ///< one in so many fits, else it is not worth looking on

GatheringWorker::GatheringWorker(QString desk, int manyStories)
    : m_desk(std::move(desk)), m_manyStories(manyStories)
{
}

GatheringWorker::~GatheringWorker() = default;

void GatheringWorker::expect(quint64 number)
{
    const QMutexLocker lock(&m_mutex);
    m_expected = number;
    m_answer.reset();
    if (m_running != 0 && m_store)
        m_store->interrupt();
}

bool GatheringWorker::stopsEarlier()
{
    const QMutexLocker lock(&m_mutex);
    const bool isEarlier = m_running != 0 && m_running != m_expected;
    if (isEarlier && m_store)
        m_store->interrupt();
    return isEarlier;
}

std::optional<Result<Gathered>> GatheringWorker::takeAnswer(int milliseconds)
{
    const QMutexLocker lock(&m_mutex);
    if (!m_answer && milliseconds > 0)
        m_hasAnswer.wait(&m_mutex, QDeadlineTimer(milliseconds));
    return std::exchange(m_answer, std::nullopt);
}

Result<void> GatheringWorker::open()
{
    if (m_store) // only this thread opens and closes it
        return {};
    StoreOptions options;
    options.mode = StoreOptions::Mode::Reader;
    auto opened = Store::open(m_desk, options);
    if (!opened)
        return tl::unexpected(opened.error());
    const QMutexLocker lock(&m_mutex);
    m_store = std::move(*opened);
    return {};
}

/// From here on it can be interrupted. False where nobody asks any more.
bool GatheringWorker::begin(quint64 number)
{
    const QMutexLocker lock(&m_mutex);
    m_running = number == m_expected ? number : 0;
    return m_running != 0;
}

void GatheringWorker::answer(Result<Gathered> answer, quint64 number)
{
    {
        const QMutexLocker lock(&m_mutex);
        if (!answer || answer->isWhole)
            m_running = 0;
        if (number != m_expected)
            return;
        m_answer = std::move(answer);
        m_hasAnswer.wakeAll();
    }
    Q_EMIT answered();
}

/// A search for what every other story says would gather them all before it showed one. So it looks at the
/// first lines of the view without the search, and where many of them fit, theirs are the first lines of the
/// search. Empty where the view has no order of its own to go by, where few fit, since then gathering them is
/// quick, and where a look takes long, as one for the start of very many words does.
QList<StoryId> GatheringWorker::firstOf(const QueueView& view) const
{
    QueueView base = view;
    base.search.clear();
    QList<StoryId> first;
    if (view.search.isEmpty() || !base.isIndexed() || view.order == QueueView::Order::Relevance ||
        m_store->counts().all < m_manyStories)
        return first;
    QElapsedTimer clock;
    clock.start();
    QueueCursor cursor;
    int looked = 0;
    for (int together = fewTogether; looked < mostLooked; together = lookedTogether) {
        const auto page = m_store->queuePage(base, cursor, together);
        const auto fit = page ? m_store->matching(view, page->ids) : Result<QList<StoryId>>();
        if (!page || !fit || clock.elapsed() > longestLook)
            return {};
        first += *fit;
        looked += together;
        cursor = page->next;
        if (!page->more || first.size() >= enoughFirst || first.size() * fewest < looked)
            break;
    }
    return first.size() * fewest < looked ? QList<StoryId>() : first;
}

void GatheringWorker::gather(const QueueView& view, quint64 number)
{
    if (!begin(number))
        return;
    if (auto opened = open(); !opened) {
        answer(tl::unexpected(opened.error()), number);
        return;
    }
    m_store->noticeOtherWriters(); // the method in use may be another now, and its dimensions
    if (const QList<StoryId> first = firstOf(view); !first.isEmpty())
        answer(Gathered{first, false}, number);
    if (!begin(number))
        return;
    auto page = m_store->queuePage(view, {}, std::numeric_limits<int>::max());
    if (page)
        answer(Gathered{std::move(page->ids), true}, number);
    else
        answer(tl::unexpected(page.error()), number);
}

void GatheringWorker::match(const QueueView& view, const QList<StoryId>& ids, quint64 number)
{
    // The list that asks was gathered, so the desk is open; if it cannot be any more, the next question
    // tells.
    if (!open() || !begin(number))
        return;
    const SearchedFor words = ids.size() > manyAsked ? SearchedFor::Gathered : SearchedFor::LookedUp;
    const auto fit = m_store->matching(view, ids, words);
    {
        const QMutexLocker lock(&m_mutex);
        m_running = 0;
        if (number != m_expected)
            return;
    }
    if (fit && !fit->isEmpty())
        Q_EMIT matched(number, *fit);
}

void GatheringWorker::close()
{
    const QMutexLocker lock(&m_mutex);
    m_store.reset();
}

} // namespace Scoredesk
