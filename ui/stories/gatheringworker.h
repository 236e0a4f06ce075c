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

/// What QueueGathering does on its thread. The functions that say so are called from the other one.
class GatheringWorker : public QObject {
    Q_OBJECT

public:
    explicit GatheringWorker(QString desk);
    ~GatheringWorker() override;

    /// From the other thread: the number of the question to answer from now on. What runs for another stops.
    void expect(quint64 number);
    /// From the other thread: whether it is at work for another question than the one expected, and is told
    /// to stop again.
    bool stopsEarlier();
    /// From the other thread: the answer to the question expected, once; waits for it so long.
    std::optional<Result<QList<StoryId>>> takeAnswer(int milliseconds);

    void gather(const QueueView& view, quint64 number);
    /// Lets go of the desk.
    void close();

Q_SIGNALS:
    void answered();

private:
    const QString m_desk;
    QMutex m_mutex; ///< over all that follows
    QWaitCondition m_hasAnswer;
    std::unique_ptr<Store> m_store;
    quint64 m_expected = 0;
    quint64 m_running = 0; ///< 0: at rest
    std::optional<Result<QList<StoryId>>> m_answer;
};

} // namespace Scoredesk
