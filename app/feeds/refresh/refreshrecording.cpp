// SPDX-License-Identifier: GPL-3.0-or-later
// The part of RefreshWorker that writes to the desk and tells what was done.
#include "app/feeds/fetch/addressrules.h"
#include "app/feeds/refresh/feedintake.h"
#include "app/feeds/refresh/outcomes.h"
#include "app/feeds/refresh/refreshworker.h"
#include "storage/feeds/feedstore.h"

namespace Scoredesk {

namespace {

constexpr int progressEvery = 100; // milliseconds
constexpr int notesWithin = 150;   // likewise
constexpr int mostNotes = 100;
constexpr int tryAgainAfter = 60; // seconds
constexpr int mostUnstored = 3;

} // namespace

FeedResult RefreshWorker::resultOf(const Job& job, FeedResult::Kind kind) const
{
    FeedResult result;
    result.feed = job.feed.id;
    result.name = job.feed.name();
    result.url = job.feed.url;
    result.kind = kind;
    result.status = job.reply.status;
    result.items = qMax(0, job.feed.record.items);
    result.milliseconds = job.reply.milliseconds;
    return result;
}

// Where a secret is kept, only the analyst may say that another server is to have it.
QString RefreshWorker::newAddress(const Job& job, const QString& movedTo, QStringList* notes) const
{
    if (movedTo.isEmpty() || !job.feed.hasSecret || isSameOrigin(QUrl(movedTo), QUrl(job.feed.url)))
        return movedTo;
    if (notes)
        notes->append(
            tr("Its server says that it moved to %1. Its address stays, since a password is kept for "
               "it; change the address yourself if that server may have the password.")
                .arg(movedTo));
    return {};
}

FeedArrivals RefreshWorker::arrivalsOf(const Job& job, const Reading& reading) const
{
    FetchOutcome outcome = outcomeOfReading(job.feed, job.reply, reading, m_setup.clock(), chance());
    if (!job.discovered.isEmpty() && outcome.movedTo.isEmpty())
        outcome.movedTo = job.discovered.toString(QUrl::FullyEncoded);
    outcome.movedTo = newAddress(job, outcome.movedTo, &outcome.notes);
    return {job.feed.id, &reading, std::move(outcome)};
}

void RefreshWorker::store(const QList<ReadFeed>& feeds)
{
    QList<FeedArrivals> arrivals;
    for (const ReadFeed& read : feeds)
        arrivals.append(arrivalsOf(m_jobs[read.feed], *read.reading));
    const auto receipts = FeedIntake(*m_store, *m_placer).take(arrivals);
    const int round = m_round;
    for (qsizetype i = 0; i < feeds.size(); ++i) {
        if (round != m_round) // given up on, or cancelled by who heard of the one before
            return;
        const Job job = m_jobs.value(feeds[i].feed);
        if (receipts)
            reportStored(job, arrivals[i], (*receipts)[i]);
        else
            storeAlone(job,
                       arrivals[i]); // who holds the desk may be done by now, or one feed spoils the rest
    }
}

void RefreshWorker::storeAlone(const Job& job, const FeedArrivals& arrivals)
{
    const auto receipts = FeedIntake(*m_store, *m_placer).take({arrivals});
    if (receipts)
        return reportStored(job, arrivals, receipts->first());
    if (receipts.error().code != ErrorCode::NotFound)
        return dropUnstored(job, receipts.error());
    FeedResult result = resultOf(job, FeedResult::Kind::Cancelled); // it was removed meanwhile
    result.reason = receipts.error().message;
    report(result);
}

void RefreshWorker::reportStored(const Job& job, const FeedArrivals& arrivals, const ArrivalReceipt& receipt)
{
    m_unstored = 0;
    const Reading& reading = *arrivals.reading;
    FeedResult result = resultOf(job, FeedResult::Kind::Read);
    result.items = int(reading.arrivals.size());
    result.added = receipt.added;
    result.updated = receipt.updated;
    result.stories = int(receipt.opened.size());
    result.opened = receipt.opened.last(qMin(receipt.opened.size(), FeedResult::mostOpened));
    result.movedTo = arrivals.outcome.movedTo;
    result.nextAt = arrivals.outcome.nextAt;
    result.notes = arrivals.outcome.notes;
    if (!reading.title.isEmpty() && job.feed.title.isEmpty())
        result.name = reading.title.simplified();
    report(result);
}

void RefreshWorker::noteUnchanged(const Job& job)
{
    FetchOutcome outcome = outcomeOfUnchanged(job.feed, job.reply, m_setup.clock(), chance());
    outcome.movedTo = newAddress(job, outcome.movedTo, nullptr); // its notes tell since the last change
    FeedResult result = resultOf(job, FeedResult::Kind::Unchanged);
    result.movedTo = outcome.movedTo;
    note(std::move(result), outcome);
}

void RefreshWorker::noteFailure(const Job& job, FetchFailure failure, const QString& reason)
{
    FetchOutcome outcome = outcomeOfFailure(job.feed, job.reply, failure, reason, m_setup.clock(), chance());
    if (!job.discovered.isEmpty())
        outcome.pauseReason.clear(); // the answer is another address's
    FeedResult result = resultOf(job, FeedResult::Kind::Failed);
    result.failure = failure;
    result.reason = reason;
    result.paused = !outcome.pauseReason.isEmpty();
    note(std::move(result), outcome);
}

// No article hangs on these, so that many are written as one: a commit costs more than its rows.
void RefreshWorker::note(FeedResult result, const FetchOutcome& outcome)
{
    result.nextAt = outcome.nextAt;
    m_notes.append({std::move(result), outcome});
    if (m_notes.size() >= mostNotes || m_notes.size() == m_jobs.size())
        writeNotes();
    else if (!m_noteTimer.isActive())
        m_noteTimer.start(notesWithin);
}

void RefreshWorker::writeNotes()
{
    m_noteTimer.stop();
    if (m_notes.isEmpty())
        return;
    const QList<PlainRecord> notes = std::exchange(m_notes, {});
    const auto write = [&]() -> Result<void> {
        for (const PlainRecord& record : notes) {
            auto done = m_store->feeds().recordFetch(record.result.feed, record.outcome);
            if (!done && done.error().code != ErrorCode::NotFound) // it was removed meanwhile
                return done;
        }
        return {};
    };
    auto written = m_store->transact(write);
    if (!written) // who holds the desk may be done by now
        written = m_store->transact(write);
    if (!written)
        return giveUp(written.error());
    for (const PlainRecord& record : notes)
        report(record.result);
}

void RefreshWorker::report(const FeedResult& result)
{
    if (!m_jobs.remove(result.feed))
        return;
    ++m_progress.done;
    switch (result.kind) {
    case FeedResult::Kind::Read:
        ++m_summary.read;
        break;
    case FeedResult::Kind::Unchanged:
        ++m_summary.unchanged;
        break;
    case FeedResult::Kind::Failed:
        ++m_summary.failed;
        ++m_progress.failed;
        break;
    case FeedResult::Kind::Spared:
        ++m_summary.spared;
        break;
    case FeedResult::Kind::Cancelled:
        ++m_summary.cancelled;
        break;
    }
    m_summary.added += result.added;
    m_summary.updated += result.updated;
    m_summary.stories += result.stories;
    m_progress.added = m_summary.added;
    Q_EMIT feedDone(result);
    progressSoon();
    // All that is left waits to be written.
    if (!m_notes.isEmpty() && m_notes.size() == m_jobs.size())
        return writeNotes();
    finishIfDone();
}

void RefreshWorker::progressSoon()
{
    if (!m_progressTimer.isActive())
        m_progressTimer.start(progressEvery);
}

void RefreshWorker::finishIfDone()
{
    if (!m_running || !m_jobs.isEmpty())
        return;
    m_running = false;
    m_progressTimer.stop();
    m_summary.milliseconds = m_elapsed.elapsed();
    Q_EMIT progressed(m_progress);
    Q_EMIT deskChanged();
    if (m_unstoredError) {
        // What was not stored is still due, and would be at once.
        Q_EMIT failed(*m_unstoredError);
        return tryLater();
    }
    Q_EMIT finished(m_summary);
    m_placer->keep(*m_store);
    findNextDue();
}

void RefreshWorker::giveUp(const Error& error)
{
    m_running = false;
    ++m_round;
    m_notes.clear();
    m_jobs.clear(); // so that what cancelAll() reports falls on deaf ears
    m_noteTimer.stop();
    m_progressTimer.stop();
    m_fetcher.cancelAll();
    Q_EMIT deskChanged();
    Q_EMIT failed(error);
    tryLater();
}

// Nothing on the desk says so, and yet reading must go on by itself.
void RefreshWorker::tryLater()
{
    Q_EMIT nextDue(m_setup.clock().addSecs(tryAgainAfter));
}

// The others may still be stored; where several in a row are not, none will be.
void RefreshWorker::dropUnstored(const Job& job, const Error& error)
{
    m_unstoredError = error;
    if (++m_unstored >= mostUnstored)
        return giveUp(error);
    FeedResult result = resultOf(job, FeedResult::Kind::Failed);
    result.failure = FetchFailure::Refused;
    result.reason = error.message;
    report(result);
}

void RefreshWorker::findNextDue()
{
    if (!openDesk())
        return;
    QDateTime first;
    const QDateTime now = m_setup.clock();
    for (const DeskFeed& feed : m_store->feeds().all()) {
        if (feed.paused)
            continue;
        const QDateTime at = feed.record.nextAt.isValid() ? feed.record.nextAt : now;
        if (!first.isValid() || at < first)
            first = at;
    }
    Q_EMIT nextDue(first);
}

} // namespace Scoredesk
