// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/queue.h"
#include "storage/domain/result.h"

#include <QList>
#include <QMutex>
#include <QObject>
#include <QWaitCondition>

#include <memory>
#include <optional>

namespace Scoredesk {

class Store;

/// What has been gathered of a view.
struct Gathered {
    QList<StoryId> ids;  ///< in the view's order
    bool isWhole = true; ///< else its first ones; the rest follows
};

/// What QueueGathering does on its thread. The functions that say so are called from the other one.
class GatheringWorker : public QObject {
    Q_OBJECT

public:
    /// A desk of fewer stories than `manyStories` is gathered as quickly as it is looked through.
    GatheringWorker(QString desk, int manyStories);
    ~GatheringWorker() override;

    /// From the other thread: the number of the question to answer from now on. What runs for another stops.
    void expect(quint64 number);
    /// From the other thread: whether it is at work for another question than the one expected, and is told
    /// to stop again.
    bool stopsEarlier();
    /// From the other thread: the next answer to the question expected, each once; waits for it so long.
    std::optional<Result<Gathered>> takeAnswer(int milliseconds);

    void gather(const QueueView& view, quint64 number);
    /// Which of the stories the view shows, by matched(); nothing where another view is asked for meanwhile.
    void match(const QueueView& view, const QList<StoryId>& ids, quint64 number);
    /// Lets go of the desk.
    void close();

Q_SIGNALS:
    void answered();
    void matched(quint64 number, const QList<Scoredesk::StoryId>& ids);

private:
    Result<void> open();
    bool begin(quint64 number);
    void answer(Result<Gathered> answer, quint64 number);
    QList<StoryId> firstOf(const QueueView& view) const;

    const QString m_desk;
    const int m_manyStories;
    QMutex m_mutex; ///< over all that follows
    QWaitCondition m_hasAnswer;
    std::unique_ptr<Store> m_store;
    quint64 m_expected = 0;
    quint64 m_running = 0; ///< 0: at rest
    std::optional<Result<Gathered>> m_answer;
};

} // namespace Scoredesk
