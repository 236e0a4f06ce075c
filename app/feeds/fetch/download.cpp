// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/fetch/download.h"

#include "app/feeds/fetch/addressrules.h"
#include "app/feeds/fetch/fetchwords.h"
#include "app/feeds/fetch/serverwishes.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

// What arrives is taken at once; this bounds what waits in between, and what Qt unpacks in one go to count
// it: a thousand times as much.
constexpr qint64 bufferBytes = 128LL * 1024;
// In pieces, as a little that is packed may be very much.
constexpr qint64 pieceBytes = 64LL * 1024;

int statusOf(const QNetworkReply& reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

bool isPermanent(int status)
{
    return status == 301 || status == 308;
}

HttpHeaders headersOf(const QNetworkReply& reply)
{
    HttpHeaders headers;
    for (const auto& [name, value] : reply.rawHeaderPairs())
        headers.insert(name.toLower(), value);
    return headers;
}

QNetworkRequest plainRequest(const QUrl& url)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setDecompressedSafetyCheckThreshold(
        -1); // by size, not by ratio, and in our own words: see take()
    request.setHeader(QNetworkRequest::UserAgentHeader,
                      u"Scoredesk/" SCOREDESK_VERSION " (desktop newsroom; feed reader)"_s);
    request.setRawHeader("Accept", "application/atom+xml, application/rss+xml, application/feed+json, "
                                   "application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9, "
                                   "application/json;q=0.8, text/html;q=0.5, */*;q=0.1");
    return request;
}

void addSecret(QNetworkRequest& request, const FeedSecret& secret)
{
    if (!secret.user.isEmpty() || !secret.password.isEmpty())
        request.setRawHeader("Authorization",
                             "Basic " + (secret.user + u':' + secret.password).toUtf8().toBase64());
    for (const auto& [name, value] : secret.headers)
        request.setRawHeader(name, value);
}

} // namespace

Download::Download(QNetworkAccessManager& manager, FetchRequest request, const FetchLimits& limits,
                   std::shared_ptr<ByteBudget> budget, const Clock& clock, QObject* parent)
    : QObject(parent),
      m_manager(manager),
      m_request(std::move(request)),
      m_limits(limits),
      m_budget(std::move(budget)),
      m_clock(clock)
{
    m_result.feed = m_request.feed;
    m_result.url = m_request.url;
    m_result.room = std::make_shared<BodyRoom>(m_budget);
    for (QTimer* timer : {&m_answerTimer, &m_wholeTimer})
        timer->setSingleShot(true);
    connect(&m_answerTimer, &QTimer::timeout, this, [this] {
        fail(FetchFailure::Timeout, tr("%1 did not answer in time.").arg(m_result.url.host()));
    });
    connect(&m_wholeTimer, &QTimer::timeout, this, [this] {
        fail(FetchFailure::Timeout, tr("%1 took too long to send it.").arg(m_result.url.host()));
    });
    connect(&m_dripTimer, &QTimer::timeout, this, &Download::onDripSlice);
}

Download::~Download()
{
    dropReply();
}

void Download::start()
{
    m_elapsed.start();
    if (const QString fault = addressFault(m_request.url); !fault.isEmpty()) {
        QMetaObject::invokeMethod(
            this, [this, fault] { fail(FetchFailure::Refused, fault); }, Qt::QueuedConnection);
        return;
    }
    m_wholeTimer.start(m_limits.wholeWithin);
    send(m_request.url);
}

void Download::send(const QUrl& url)
{
    m_result.url = url;
    m_seen.append(url.adjusted(QUrl::RemoveFragment));
    QNetworkRequest request = plainRequest(url.adjusted(QUrl::RemoveFragment));
    if (!m_request.validators.etag.isEmpty())
        request.setRawHeader("If-None-Match", m_request.validators.etag.toLatin1());
    if (!m_request.validators.lastModified.isEmpty())
        request.setRawHeader("If-Modified-Since", m_request.validators.lastModified.toLatin1());
    if (isSameOrigin(url, m_request.url))
        addSecret(request, m_request.secret);
    m_tlsErrors.clear();
    m_drip = {};
    m_reply = m_manager.get(request);
    m_reply->setReadBufferSize(bufferBytes);
    connect(m_reply, &QNetworkReply::sslErrors, this,
            [this](const QList<QSslError>& errors) { m_tlsErrors = errors; });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &Download::onHeaders);
    connect(m_reply, &QNetworkReply::readyRead, this, &Download::onData);
    connect(m_reply, &QNetworkReply::finished, this, &Download::onFinished);
    m_answerTimer.start(m_limits.answerWithin);
}

void Download::onHeaders()
{
    m_answerTimer.stop();
    if (!m_dripTimer.isActive())
        m_dripTimer.start(qMax(1, m_limits.dripWindow / DripWatch::slices));
    const qint64 announced = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    if (announced > m_limits.largest)
        failAsTooLarge();
}

void Download::onData()
{
    while (m_reply) { // not after an end
        const QByteArray bytes = m_reply->read(pieceBytes);
        if (bytes.isEmpty())
            return;
        take(bytes);
    }
}

void Download::take(const QByteArray& bytes)
{
    m_drip.arrived(bytes.size());
    if (isRedirect(statusOf(*m_reply)) || statusOf(*m_reply) >= 400)
        return; // a page for people, which nobody will see
    if (m_result.body.size() + bytes.size() > m_limits.largest)
        return failAsTooLarge();
    if (!m_result.room->reserve(m_result.body.size() + bytes.size()))
        return makeRoom();
    m_result.body += bytes;
}

void Download::onDripSlice()
{
    if (!m_drip.sliceIsOver(m_limits.dripBytes))
        fail(FetchFailure::Timeout, tr("%1 sends so slowly that it was cut off.").arg(m_result.url.host()));
}

void Download::onFinished()
{
    if (m_ended || !m_reply)
        return;
    m_answerTimer.stop();
    m_dripTimer.stop();
    const int status = statusOf(*m_reply);
    if (isRedirect(status)) {
        m_result.status = status;
        if (!isPermanent(status))
            m_result.onlyPermanent = false;
        return follow(m_reply->rawHeader("Location"));
    }
    onData();
    if (!m_ended && m_reply) // else set aside
        takeAnswer();
}

void Download::follow(const QByteArray& location)
{
    const RedirectStep step = redirectStep(m_result.url, location);
    if (!step.fault.isEmpty())
        return fail(FetchFailure::Redirect, step.fault);
    if (m_seen.contains(step.to.adjusted(QUrl::RemoveFragment)))
        return fail(FetchFailure::Redirect, tr("The server redirects in a circle."));
    if (m_seen.size() > m_limits.redirects)
        return fail(FetchFailure::Redirect, tr("The server redirects too often."));
    if (m_result.onlyPermanent)
        m_result.movedTo = step.to.toString(QUrl::FullyEncoded);
    dropReply();
    m_result.body.clear();
    m_next = step.to;
    m_wholeLeft = m_wholeTimer.remainingTime();
    m_wholeTimer.stop();
    Q_EMIT redirected(m_next);
}

// Where many large bodies come at once, the one that finds no room steps back and is fetched anew once there
// is enough for all of it. To leave it half-read instead would keep its server waiting, and its half in
// memory.
void Download::makeRoom()
{
    dropReply();
    m_dripTimer.stop();
    m_wholeTimer.stop();
    m_result.body = {};
    m_result.room->fit(0);
    m_seen.removeLast();
    m_next = m_result.url;
    m_wholeLeft = m_limits.wholeWithin;
    Q_EMIT setAside();
}

bool Download::reserve()
{
    return m_result.room->reserve(m_limits.largest);
}

void Download::goOn()
{
    m_wholeTimer.start(qMax(0, m_wholeLeft));
    send(m_next);
}

void Download::takeAnswer()
{
    const QNetworkReply::NetworkError error = m_reply->error();
    m_result.status = statusOf(*m_reply);
    m_result.headers = headersOf(*m_reply);
    m_result.wishes = serverWishes(m_result.headers, m_clock());
    if (m_result.status == 304) {
        if (!m_request.validators.etag.isEmpty() || !m_request.validators.lastModified.isEmpty())
            return end(FetchReply::Kind::NotModified);
        return fail(
            FetchFailure::Damaged,
            tr("%1 says that nothing changed, though nothing of it is here.").arg(m_result.url.host()));
    }
    const bool isWhole = m_result.status == 200 || m_result.status == 203; // 203: by way of a proxy
    if (m_result.status >= 400 || (error == QNetworkReply::NoError && !isWhole)) {
        const FetchFault fault = faultOfStatus(m_result.status);
        return fail(fault.failure, fault.reason);
    }
    if (error != QNetworkReply::NoError) {
        const FetchFault fault =
            faultOfError(error, m_reply->errorString(), m_result.url.host(), m_tlsErrors);
        return fail(fault.failure, fault.reason);
    }
    end(FetchReply::Kind::Body);
}

void Download::cancel()
{
    if (!m_ended)
        end(FetchReply::Kind::Cancelled);
}

void Download::fail(FetchFailure failure, const QString& reason)
{
    if (m_ended)
        return;
    m_result.failure = failure;
    m_result.reason = reason;
    end(FetchReply::Kind::Failed);
}

void Download::failAsTooLarge()
{
    const qint64 megabytes = m_limits.largest / (1024LL * 1024);
    const QByteArray packing = m_reply->rawHeader("Content-Encoding").trimmed().toLower();
    fail(FetchFailure::TooLarge, packing.isEmpty() || packing == "identity"
                                     ? tr("It is larger than the %1 MB that are allowed.").arg(megabytes)
                                     : tr("What %1 sent unpacks to more than the %2 MB that are allowed.")
                                           .arg(m_result.url.host())
                                           .arg(megabytes));
}

void Download::end(FetchReply::Kind kind)
{
    m_ended = true;
    for (QTimer* timer : {&m_answerTimer, &m_wholeTimer, &m_dripTimer})
        timer->stop();
    dropReply();
    m_result.kind = kind;
    if (kind == FetchReply::Kind::Body) {
        m_result.room->fit(m_result.body.size());
    } else {
        m_result.body.clear();
        m_result.room.reset();
    }
    if (kind == FetchReply::Kind::Failed || kind == FetchReply::Kind::Cancelled)
        m_result.movedTo.clear(); // an address is given up only for one that works
    m_result.milliseconds = m_elapsed.elapsed();
    Q_EMIT finished(m_result);
}

void Download::dropReply()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    if (m_reply->isRunning())
        m_reply->abort();
    m_reply->deleteLater();
    m_reply.clear();
}

} // namespace Scoredesk
