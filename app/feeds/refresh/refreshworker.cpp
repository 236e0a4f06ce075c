// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/refresh/refreshworker.h"

#include "app/feeds/fetch/addressrules.h"
#include "app/feeds/refresh/outcomes.h"
#include "app/grouping/clusterplacer.h"
#include "storage/domain/keys.h"
#include "storage/feeds/feedstore.h"

#include <QRandomGenerator>

namespace Scoredesk {

namespace {

/// Bytes that wait to be read and stored before nothing more is fetched; and feeds, beyond those that are
/// stored together: what was read of one takes ten times its bytes.
constexpr qint64 mostBacklog = 2LL * 1024 * 1024;
constexpr qsizetype mostFeedsWaiting = 8;

RefreshSetup completed(RefreshSetup setup)
{
    if (!setup.chance)
        setup.chance = [] { return QRandomGenerator::global()->generateDouble(); };
    if (!setup.makePlacer)
        setup.makePlacer = [clock = setup.clock] { return std::make_unique<ClusterPlacer>(clock); };
    return setup;
}

/// Whether its server asked to be left alone until later. A wait that is only our own, after a failure, holds
/// nobody back who asks for the feed.
bool wantsRest(const DeskFeed& feed, const QDateTime& now)
{
    return feed.record.restUntil.isValid() && feed.record.restUntil > now;
}

} // namespace

RefreshWorker::RefreshWorker(RefreshSetup setup)
    : m_setup(completed(std::move(setup))),
      m_fetcher(m_setup.pace, m_setup.limits, m_setup.clock, this),
      m_noteTimer(this),
      m_progressTimer(this)
{
    m_readers.setMaxThreadCount(qBound(1, QThread::idealThreadCount() - 1, 4));
    for (QTimer* timer : {&m_noteTimer, &m_progressTimer})
        timer->setSingleShot(true);
    connect(&m_fetcher, &FeedFetcher::started, this, &RefreshWorker::onStarted);
    connect(&m_fetcher, &FeedFetcher::fetched, this, &RefreshWorker::onFetched);
    connect(&m_noteTimer, &QTimer::timeout, this, &RefreshWorker::writeNotes);
    connect(&m_progressTimer, &QTimer::timeout, this, [this] {
        Q_EMIT progressed(m_progress);
        Q_EMIT deskChanged();
    });
}

RefreshWorker::~RefreshWorker()
{
    m_readers.clear();
    m_readers.waitForDone(); // they post to this object
}

bool RefreshWorker::openDesk()
{
    if (m_store)
        return true;
    StoreOptions options;
    options.mode = StoreOptions::Mode::Intake;
    options.clock = m_setup.clock;
    auto store = Store::open(m_setup.deskPath, options);
    if (!store) {
        Q_EMIT failed(store.error());
        tryLater();
        return false;
    }
    m_store = std::move(*store);
    m_placer = m_setup.makePlacer();
    return true;
}

void RefreshWorker::start(const RefreshRequest& request)
{
    if (!openDesk())
        return;
    const QDateTime now = m_setup.clock();
    if (!m_running) {
        m_running = true;
        ++m_round;
        m_progress = {};
        m_summary = {};
        m_unstored = 0;
        m_unstoredError.reset();
        m_elapsed.start();
    }
    QList<DeskFeed> feeds = wanted(request, now);
    m_progress.total += int(feeds.size());
    m_summary.total = m_progress.total;
    Q_EMIT started(m_progress.total);
    // All first: one that is reported at once must not look like the last.
    for (const DeskFeed& feed : std::as_const(feeds))
        m_jobs[feed.id].feed = feed;
    for (const DeskFeed& feed : std::as_const(feeds))
        take(feed, now);
    finishIfDone();
}

QList<DeskFeed> RefreshWorker::wanted(const RefreshRequest& request, const QDateTime& now) const
{
    QList<DeskFeed> feeds;
    for (DeskFeed& feed : m_store->feeds().all()) {
        if (m_jobs.contains(feed.id))
            continue;
        const bool due = !feed.record.nextAt.isValid() || feed.record.nextAt <= now;
        const bool is = request.which == RefreshRequest::Which::Chosen ? request.feeds.contains(feed.id)
                        : request.which == RefreshRequest::Which::Due  ? due && !feed.paused
                                                                       : !feed.paused;
        if (is)
            feeds.append(std::move(feed));
    }
    return feeds;
}

void RefreshWorker::take(const DeskFeed& feed, const QDateTime& now)
{
    Job& job = m_jobs[feed.id];
    job.reply.url = QUrl(feed.url);
    if (wantsRest(feed, now)) {
        FeedResult result = resultOf(job, FeedResult::Kind::Spared);
        result.status = feed.record.status;
        result.reason = feed.record.reason;
        result.nextAt = feed.record.nextAt;
        return report(result);
    }
    if (feed.hasSecret)
        Q_EMIT secretWanted(feed.id, feed.uuid);
    else
        fetch(job);
}

void RefreshWorker::giveSecret(FeedId id, const Result<std::optional<FeedSecret>>& secret)
{
    const auto job = m_jobs.find(id);
    if (job == m_jobs.end() || !m_running)
        return;
    if (secret && *secret) {
        job->secret = **secret;
        return fetch(*job);
    }
    noteFailure(*job, FetchFailure::Refused,
                secret ? tr("The keychain holds no password for this feed any more. Give it again.")
                       : secret.error().message);
}

void RefreshWorker::fetch(const Job& job)
{
    FetchRequest request;
    request.feed = job.feed.id;
    request.url = QUrl(job.feed.url);
    request.validators = job.feed.validators;
    request.secret = job.secret;
    m_fetcher.submit(request);
}

void RefreshWorker::onStarted(FeedId feed)
{
    const auto job = m_jobs.find(feed);
    if (job == m_jobs.end())
        return;
    job->inFlight = true;
    m_progress.inFlight.append(job->feed.name());
    progressSoon();
}

void RefreshWorker::onFetched(const FetchReply& reply)
{
    const auto found = m_jobs.find(reply.feed);
    if (found == m_jobs.end())
        return;
    Job& job = *found;
    if (job.inFlight)
        m_progress.inFlight.removeOne(job.feed.name());
    job.inFlight = false;
    job.reply = reply;
    switch (reply.kind) {
    case FetchReply::Kind::Body:
        return read(job);
    case FetchReply::Kind::NotModified:
        return noteUnchanged(job);
    case FetchReply::Kind::Failed:
        return noteFailure(job, reply.failure, reply.reason);
    case FetchReply::Kind::Cancelled:
        return report(resultOf(job, FeedResult::Kind::Cancelled));
    }
}

void RefreshWorker::read(Job& job)
{
    const qint64 bytes = job.reply.body.size();
    m_backlog += bytes;
    holdIfFull();
    // The placer outlives the readers.
    m_readers.start([this, placer = m_placer.get(), round = m_round, reply = job.reply, bytes,
                     known = job.feed.validators.digest, now = m_setup.clock()] {
        auto reading = std::make_shared<Reading>(readReply(reply, known, now));
        for (Arrival& arrival : reading->arrivals)
            arrival.prepared = placer->prepareArticle(arrival.article);
        const ReadFeed read{round, reply.feed, bytes, reading, reply.room};
        QMetaObject::invokeMethod(
            this, [this, read] { onRead(read); }, Qt::QueuedConnection);
    });
    job.reply.body.clear(); // the reader's alone from here on
    job.reply.room.reset();
}

void RefreshWorker::holdIfFull()
{
    m_fetcher.hold(m_backlog > mostBacklog || m_toStore.size() > m_setup.feedsAtOnce + mostFeedsWaiting);
}

void RefreshWorker::onRead(const ReadFeed& read)
{
    const auto job = m_jobs.find(read.feed);
    if (read.round == m_round && job != m_jobs.end() && !m_storeNoMore) {
        const Reading& reading = *read.reading;
        switch (reading.kind) {
        case Reading::Kind::Feed:
            // Queued, so that feeds that were read while others were being stored are stored together.
            if (m_toStore.isEmpty())
                QMetaObject::invokeMethod(this, &RefreshWorker::storeWaiting, Qt::QueuedConnection);
            m_toStore.append(read);
            return holdIfFull();
        case Reading::Kind::Same:
            noteUnchanged(*job);
            break;
        case Reading::Kind::Page:
            if (followPage(*job, reading))
                break;
            [[fallthrough]];
        case Reading::Kind::Nothing:
            noteFailure(*job, reading.failure, reading.reason);
            break;
        }
    }
    m_backlog -= read.bytes;
    holdIfFull();
}

void RefreshWorker::storeWaiting()
{
    const qsizetype most = qMin(m_toStore.size(), qsizetype(qMax(1, m_setup.feedsAtOnce)));
    QList<ReadFeed> feeds;
    for (const ReadFeed& read : m_toStore.first(most)) {
        m_backlog -= read.bytes;
        if (read.round == m_round && m_jobs.contains(read.feed))
            feeds.append(read);
    }
    m_toStore.remove(0, most);
    if (!feeds.isEmpty() && !m_storeNoMore)
        store(feeds);
    if (!m_toStore.isEmpty())
        QMetaObject::invokeMethod(this, &RefreshWorker::storeWaiting, Qt::QueuedConnection);
    holdIfFull();
}

// A site's address where a feed's was meant leads to the feed; but no feed is given up for what a login page
// of some hotel names, and none that a secret is kept for leads it to another server.
bool RefreshWorker::followPage(Job& job, const Reading& reading)
{
    const RedirectStep step = redirectStep(job.reply.url, reading.feedUrl.toEncoded());
    const QString ownHost = linkHost(job.feed.url);
    const bool sameSite = linkHost(step.to.toString()) == ownHost;
    const bool sentAstray = !job.reply.onlyPermanent && linkHost(job.reply.url.toString()) != ownHost;
    if (!job.discovered.isEmpty() || !step.fault.isEmpty() || sentAstray ||
        (job.feed.record.goodAt.isValid() && !sameSite) ||
        (job.feed.hasSecret && !isSameOrigin(step.to, QUrl(job.feed.url))))
        return false;
    job.discovered = step.to;
    FetchRequest request;
    request.feed = job.feed.id;
    request.url = step.to;
    request.secret = job.secret;
    m_fetcher.submit(request);
    return true;
}

void RefreshWorker::cancel()
{
    if (!m_running)
        return;
    m_summary.wasCancelled = true;
    ++m_round;
    writeNotes(); // they were answered before
    m_fetcher.cancelAll();
    const QList<Job> left = m_jobs.values(); // being read, or waiting for the keychain
    for (const Job& job : left)
        report(resultOf(job, FeedResult::Kind::Cancelled));
}

} // namespace Scoredesk
