// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/fetch/feedfetcher.h"
#include "app/feeds/subscribe/lookupvalues.h"

#include <QFutureWatcher>
#include <QThreadPool>

namespace Scoredesk {

/// Finds out what is at addresses that somebody gave: a feed, a page that names feeds, or an article.
///
/// Belongs to the thread that made it, which needs an event loop and is never blocked, not by its end either:
/// bodies are read by a pool of threads, on values alone. Where a page names feeds, look() at
/// the chosen ones tells what they hold.
class AddressLookup : public QObject {
    Q_OBJECT

public:
    explicit AddressLookup(const FetchPace& pace = {}, const FetchLimits& limits = {},
                           const Clock& clock = systemClock(), QObject* parent = nullptr);
    /// Gives up what is under way. What is just being read is read to its end, for nobody.
    ~AddressLookup() override;

    /// Where bodies are read: the application's pool unless told. It outlives what it reads.
    void setReaders(QThreadPool& pool) { m_pool = &pool; }
    /// Answered once by found(), never before it returns; the ticket tells which. An address that the program
    /// does not fetch from is answered as Failed. The secret goes to the address's own origin only.
    int look(const QUrl& url, const FeedSecret& secret = {});
    /// Each address that waits or is under way is answered as Cancelled.
    void cancel();
    int unfinished() const { return int(m_asked.size()); }
    /// Of these, what has been fetched and is read, or waits for a reader.
    int beingRead() const { return int(m_readers.size()); }

Q_SIGNALS:
    void found(const Scoredesk::AddressFinding& finding);
    /// The last address that was asked for has been answered.
    void finished();

private:
    void onFetched(const FetchReply& reply);
    void read(int ticket, const FetchReply& reply);
    void answer(int ticket, AddressFinding finding);

    FeedFetcher m_fetcher;
    Clock m_clock;
    QThreadPool* m_pool = QThreadPool::globalInstance();
    QList<QFutureWatcher<AddressFinding>*> m_readers; // children; those that have not ended
    QHash<int, QUrl> m_asked;                         // by ticket
    int m_lastTicket = 0;
};

} // namespace Scoredesk
