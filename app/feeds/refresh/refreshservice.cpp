// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/refresh/refreshservice.h"

#include "app/feeds/refresh/refreshworker.h"
#include "app/feeds/schedule/conditions.h"
#include "app/feeds/secrets/keychainsecrets.h"

#include <memory>
#include <utility>

namespace Scoredesk {

namespace {

// The due time is looked at again after this at the latest: clocks are set, and machines sleep.
constexpr qint64 longestWait = 15LL * 60 * 1000;
constexpr qint64 shortestWait = 2000;

} // namespace

RefreshService::RefreshService(RefreshSetup setup, std::unique_ptr<SecretStore> secrets)
    : m_clock(setup.clock),
      m_keychainWithin(setup.keychainWithin),
      m_secrets(secrets ? std::move(secrets) : std::make_unique<KeychainSecrets>()),
      m_worker(nullptr)
{
    qRegisterMetaType<FeedId>();
    qRegisterMetaType<FeedResult>();
    qRegisterMetaType<RefreshProgress>();
    qRegisterMetaType<RefreshSummary>();
    qRegisterMetaType<Error>();
    m_thread.setObjectName(QStringLiteral("intake"));
    // Made on its thread, so that its timers and sockets are of it.
    auto* maker = new QObject;
    maker->moveToThread(&m_thread);
    m_thread.start(QThread::LowPriority);
    QMetaObject::invokeMethod(
        maker, [this, setup = std::move(setup)] { m_worker = new RefreshWorker(setup); },
        Qt::BlockingQueuedConnection);
    maker->deleteLater();
    connectWorker();
    m_dueTimer.setSingleShot(true);
    connect(&m_dueTimer, &QTimer::timeout, this, [this] {
        if (!m_conditions || m_conditions->areGood())
            refreshDue();
    });
}

RefreshService::~RefreshService()
{
    m_secrets.reset(); // no answer comes any more
    m_worker->disconnect(this);
    m_worker->storeNoMore();
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker] {
            worker->cancel();
            delete worker; // with its store and sockets, on the thread they belong to
        },
        Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void RefreshService::connectWorker()
{
    connect(m_worker, &RefreshWorker::started, this, &RefreshService::started);
    connect(m_worker, &RefreshWorker::progressed, this, &RefreshService::progressed);
    connect(m_worker, &RefreshWorker::feedDone, this, &RefreshService::feedDone);
    connect(m_worker, &RefreshWorker::deskChanged, this, &RefreshService::deskChanged);
    connect(m_worker, &RefreshWorker::finished, this, [this](const RefreshSummary& summary) {
        m_running = false;
        Q_EMIT finished(summary);
    });
    connect(m_worker, &RefreshWorker::failed, this, [this](const Error& error) {
        m_running = false;
        Q_EMIT failed(error);
    });
    connect(m_worker, &RefreshWorker::secretWanted, this, &RefreshService::onSecretWanted);
    connect(m_worker, &RefreshWorker::nextDue, this, &RefreshService::onNextDue);
}

template<typename Work>
void RefreshService::onWorker(Work work)
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, work = std::move(work)] { work(*worker); }, Qt::QueuedConnection);
}

void RefreshService::setAutomatic(bool automatic)
{
    m_automatic = automatic;
    if (automatic && !m_conditions) {
        m_conditions = new Conditions(this);
        connect(m_conditions, &Conditions::changed, this, &RefreshService::feedsMoved);
    }
    if (automatic)
        m_dueTimer.start(int(shortestWait));
    else
        m_dueTimer.stop();
}

void RefreshService::refreshAll()
{
    begin({RefreshRequest::Which::All, {}});
}

void RefreshService::refreshDue()
{
    begin({RefreshRequest::Which::Due, {}});
}

void RefreshService::refreshFeeds(const QList<FeedId>& feeds)
{
    begin({RefreshRequest::Which::Chosen, feeds});
}

void RefreshService::begin(const RefreshRequest& request)
{
    m_running = true;
    onWorker([request](RefreshWorker& worker) { worker.start(request); });
}

void RefreshService::cancel()
{
    onWorker([](RefreshWorker& worker) { worker.cancel(); });
}

void RefreshService::feedsMoved()
{
    if (m_automatic && !m_running)
        onWorker([](RefreshWorker& worker) { worker.findNextDue(); });
}

void RefreshService::onSecretWanted(FeedId feed, const QUuid& uuid)
{
    // A keychain that waits for somebody to open it must not hold up the other feeds for ever.
    const auto answered = std::make_shared<bool>(false);
    const auto give = [this, feed, answered](const Result<std::optional<FeedSecret>>& secret) {
        if (!std::exchange(*answered, true))
            onWorker([feed, secret](RefreshWorker& worker) { worker.giveSecret(feed, secret); });
    };
    m_secrets->read(uuid, give);
    if (!*answered)
        QTimer::singleShot(m_keychainWithin, this, [give] {
            give(fail(tr("The keychain did not answer in time. Open it and read the feed again.")));
        });
}

void RefreshService::onNextDue(const QDateTime& at)
{
    if (!m_automatic)
        return;
    const qint64 wait = at.isValid() ? m_clock().msecsTo(at) : longestWait;
    m_dueTimer.start(int(qBound(shortestWait, wait, longestWait)));
}

} // namespace Scoredesk
