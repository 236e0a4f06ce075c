// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/queue.h"
#include "storage/domain/result.h"

#include <QList>
#include <QObject>
#include <QThread>
#include <QTimer>

#include <memory>

namespace Scoredesk {

class GatheringWorker;

/// Gathers the stories of views that no index orders (searches above all) on a thread of its own, from a
/// connection of its own. Only the view asked for last is answered: what runs for an earlier one is stopped.
class QueueGathering : public QObject {
    Q_OBJECT

public:
    /// `desk`: the path of the desk's file. Nothing is opened before the first question.
    /// On a desk of fewer stories than `manyStories` a search shows whole at once; begun() is for larger
    /// ones.
    explicit QueueGathering(const QString& desk, QObject* parent = nullptr, int manyStories = 20'000);
    ~QueueGathering() override;

    void ask(const QueueView& view);
    /// Which of the stories a gathered view shows now, by matched(); unless another is asked for meanwhile.
    void match(const QueueView& view, const QList<StoryId>& ids);
    /// Nobody waits for an answer any more.
    void cancel();
    bool isAsked() const { return m_isAsked; }
    /// Waits so long for the answer, which is then told before this returns; a quick one spares the list from
    /// showing what is no longer asked for. Milliseconds.
    void waitFor(int milliseconds);

Q_SIGNALS:
    /// The view's first stories, in its order, where all of them take their time; gathered() follows.
    void begun(const QList<Scoredesk::StoryId>& ids);
    /// All of the view's stories, in its order.
    void gathered(const QList<Scoredesk::StoryId>& ids);
    void matched(const QList<Scoredesk::StoryId>& ids);
    /// InvalidInput where the search cannot be read.
    void failed(const Scoredesk::Error& error);

private:
    void take();
    void stopEarlier();

    std::shared_ptr<GatheringWorker> m_worker;
    QThread m_thread;
    QTimer m_stopper; ///< a stop that came between two statements is without effect, and given again
    quint64 m_number = 0;
    bool m_isAsked = false;
};

} // namespace Scoredesk
