// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/subscribe/addresslookup.h"

#include "app/feeds/fetch/addressrules.h"
#include "app/feeds/subscribe/addressreading.h"

#include <QtConcurrentRun>

namespace Scoredesk {

AddressLookup::AddressLookup(const FetchPace& pace, const FetchLimits& limits, const Clock& clock,
                             QObject* parent)
    : QObject(parent), m_fetcher(pace, limits, clock), m_clock(clock)
{
    qRegisterMetaType<AddressFinding>();
    connect(&m_fetcher, &FeedFetcher::fetched, this, &AddressLookup::onFetched);
}

AddressLookup::~AddressLookup()
{
    for (QFutureWatcher<AddressFinding>* reader : std::as_const(m_readers))
        reader->cancel(); // those that have not begun
}

int AddressLookup::look(const QUrl& url, const FeedSecret& secret)
{
    const int ticket = ++m_lastTicket;
    m_asked.insert(ticket, url);
    if (const QString fault = addressFault(url); !fault.isEmpty()) {
        AddressFinding refused;
        refused.failure = FetchFailure::Refused;
        refused.reason = fault;
        QMetaObject::invokeMethod(
            this, [this, ticket, refused] { answer(ticket, refused); }, Qt::QueuedConnection);
        return ticket;
    }
    FetchRequest request;
    request.feed = FeedId(ticket); // only a number to the fetcher
    request.url = url;
    request.secret = secret;
    m_fetcher.submit(request);
    return ticket;
}

void AddressLookup::cancel()
{
    m_fetcher.cancelAll();
    for (QFutureWatcher<AddressFinding>* reader : std::as_const(m_readers))
        reader->cancel();
    const QList<int> left = m_asked.keys(); // being read, or just refused
    for (const int ticket : left) {
        AddressFinding cancelled;
        cancelled.kind = AddressFinding::Kind::Cancelled;
        answer(ticket, cancelled);
    }
}

void AddressLookup::onFetched(const FetchReply& reply)
{
    const int ticket = int(number(reply.feed));
    if (!m_asked.contains(ticket))
        return;
    if (reply.kind != FetchReply::Kind::Body)
        return answer(ticket, readAddress(reply, m_clock()));
    read(ticket, reply);
}

// A watcher, not a call back to this object, which may be gone by then.
void AddressLookup::read(int ticket, const FetchReply& reply)
{
    auto* reader = new QFutureWatcher<AddressFinding>(this);
    m_readers.append(reader);
    connect(reader, &QFutureWatcherBase::finished, this, [this, ticket, reader] {
        m_readers.removeOne(reader);
        reader->deleteLater();
        if (reader->future().resultCount() > 0)
            answer(ticket, reader->result());
    });
    reader->setFuture(
        QtConcurrent::run(m_pool, [reply, now = m_clock()] { return readAddress(reply, now); }));
}

void AddressLookup::answer(int ticket, AddressFinding finding)
{
    const auto asked = m_asked.constFind(ticket);
    if (asked == m_asked.cend())
        return; // cancelled while it was read
    finding.ticket = ticket;
    finding.asked = *asked;
    if (finding.url.isEmpty())
        finding.url = *asked;
    m_asked.erase(asked);
    Q_EMIT found(finding);
    if (m_asked.isEmpty())
        Q_EMIT finished();
}

} // namespace Scoredesk
