// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/fetch/feedfetcher.h"
#include "app/feeds/refresh/reading.h"
#include "app/feeds/refresh/refreshvalues.h"
#include "storage/store.h"

#include <QElapsedTimer>
#include <QHash>
#include <QThreadPool>

#include <atomic>
#include <optional>

namespace Scoredesk {

struct FeedArrivals;

/// Reads feeds and stores what they bring, on the intake thread with a store connection of its own. Texts are
/// read into values by a pool of threads, and stored here, a feed or some of them a transaction.
class RefreshWorker : public QObject {
    Q_OBJECT

public:
    explicit RefreshWorker(RefreshSetup setup);
    ~RefreshWorker() override;

    /// From any thread: what has been read is not stored any more; cancel() will follow.
    void storeNoMore() { m_storeNoMore = true; }

    // Called on the worker's own thread.
    /// Answered by finished() or failed(). While one is running another adds its feeds to it.
    void start(const RefreshRequest& request);
    /// What is under way is dropped; what is stored stays.
    void cancel();
    /// The answer to secretWanted().
    void giveSecret(FeedId feed, const Result<std::optional<FeedSecret>>& secret);
    /// Answered by nextDue().
    void findNextDue();

Q_SIGNALS:
    void started(int total);
    void progressed(const Scoredesk::RefreshProgress& progress);
    void feedDone(const Scoredesk::FeedResult& result);
    /// Something was written that other connections may want to show.
    void deskChanged();
    void finished(const Scoredesk::RefreshSummary& summary);
    /// The refresh ended early: the desk cannot be opened or written.
    void failed(const Scoredesk::Error& error);
    void secretWanted(Scoredesk::FeedId feed, const QUuid& uuid);
    /// When the first feed that is not paused is due; invalid where none ever is.
    void nextDue(const QDateTime& at);

private:
    /// A feed of the refresh under way.
    struct Job {
        DeskFeed feed;
        FeedSecret secret; ///< for the time of the refresh
        FetchReply reply;
        QUrl discovered; ///< where a web page at the feed's address says it is
        bool inFlight = false;
    };
    /// A record to be written that no article depends on.
    struct PlainRecord {
        FeedResult result;
        FetchOutcome outcome;
    };

    /// What a reader made of an answer.
    struct ReadFeed {
        int round = 0;
        FeedId feed{};
        qint64 bytes = 0; ///< of the answer, which count as backlog
        std::shared_ptr<const Reading> reading;
        std::shared_ptr<BodyRoom> room; ///< the answer's, until what was read of it is stored
    };

    bool openDesk();
    QList<DeskFeed> wanted(const RefreshRequest& request, const QDateTime& now) const;
    void take(const DeskFeed& feed, const QDateTime& now);
    void fetch(const Job& job);
    void onStarted(FeedId feed);
    void onFetched(const FetchReply& reply);
    void read(Job& job);
    void holdIfFull();
    void onRead(const ReadFeed& read);
    bool followPage(Job& job, const Reading& reading);
    void storeWaiting();
    void store(const QList<ReadFeed>& feeds);
    void storeAlone(const Job& job, const FeedArrivals& arrivals);
    FeedArrivals arrivalsOf(const Job& job, const Reading& reading) const;
    void reportStored(const Job& job, const FeedArrivals& arrivals, const ArrivalReceipt& receipt);
    void noteUnchanged(const Job& job);
    void noteFailure(const Job& job, FetchFailure failure, const QString& reason);
    void note(FeedResult result, const FetchOutcome& outcome);
    void writeNotes();
    void report(const FeedResult& result);
    void progressSoon();
    void finishIfDone();
    void giveUp(const Error& error);
    void tryLater();
    QString newAddress(const Job& job, const QString& movedTo, QStringList* notes) const;
    void dropUnstored(const Job& job, const Error& error);
    FeedResult resultOf(const Job& job, FeedResult::Kind kind) const;
    double chance() const { return m_setup.chance(); }

    RefreshSetup m_setup;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Placer> m_placer;
    FeedFetcher m_fetcher;
    QThreadPool m_readers;
    QHash<FeedId, Job> m_jobs;
    QList<PlainRecord> m_notes;
    QList<ReadFeed> m_toStore;
    QTimer m_noteTimer;
    QTimer m_progressTimer;
    QElapsedTimer m_elapsed;
    RefreshProgress m_progress;
    RefreshSummary m_summary;
    qint64 m_backlog = 0; // bytes fetched and not stored yet
    int m_round = 0;      // tells readings of a refresh that was given up
    int m_unstored = 0;   // feeds in a row that could not be stored
    std::optional<Error> m_unstoredError;
    bool m_running = false;
    std::atomic_bool m_storeNoMore = false;
};

} // namespace Scoredesk
