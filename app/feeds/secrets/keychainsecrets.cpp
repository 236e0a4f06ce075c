// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/secrets/keychainsecrets.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>

#include <qt6keychain/keychain.h>

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Feeds)
};

const QString service = u"scoredesk"_s;

QString keyOf(const QUuid& feed)
{
    return u"feed-"_s + feed.toString(QUuid::WithoutBraces);
}

/// Milliseconds; the bus is on this machine.
constexpr int busAnswersWithin = 5000;

void askNames(const QDBusConnection& bus, const QString& method, QObject* context,
              const std::function<void(const QStringList&)>& answer)
{
    const QString daemon = u"org.freedesktop.DBus"_s;
    const auto question = QDBusMessage::createMethodCall(daemon, u"/org/freedesktop/DBus"_s, daemon, method);
    auto* watcher = new QDBusPendingCallWatcher(bus.asyncCall(question, busAnswersWithin), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [watcher, answer] {
        watcher->deleteLater();
        answer(watcher->reply().arguments().value(0).toStringList()); // none of an error
    });
}

bool hasKeychain(const QStringList& names)
{
    return std::any_of(names.begin(), names.end(), [](const QString& name) {
        return name == "org.freedesktop.secrets"_L1 || name.startsWith("org.kde.kwalletd"_L1);
    });
}

/// What the job says of itself where nobody answered is "Unknown error": whether there is anybody is looked
/// at here.
void explain(const QKeychain::Job& job, QObject* context, const std::function<void(const Error&)>& answer)
{
    if (job.error() == QKeychain::AccessDenied || job.error() == QKeychain::AccessDeniedByUser)
        return answer({Words::tr("The keychain was not opened for Scoredesk.")});
    const QDBusConnection bus = QDBusConnection::sessionBus();
    const bool hasBackend =
        job.error() != QKeychain::NoBackendAvailable && job.error() != QKeychain::NotImplemented;
    if (!bus.isConnected() || !hasBackend)
        return answer({keychainFault(bus.isConnected(), false)});
    // The job is gone by the time that the bus answers.
    lookForKeychain(bus, context, [answer, said = job.errorString()](bool isThere) {
        const QString fault = keychainFault(true, isThere);
        answer({fault.isEmpty() ? Words::tr("The keychain answered: %1").arg(said) : fault});
    });
}

} // namespace

void lookForKeychain(const QDBusConnection& bus, QObject* context, const std::function<void(bool)>& answer)
{
    askNames(bus, u"ListNames"_s, context, [bus, context, answer](const QStringList& running) {
        if (hasKeychain(running))
            return answer(true);
        askNames(bus, u"ListActivatableNames"_s, context,
                 [answer](const QStringList& startable) { answer(hasKeychain(startable)); });
    });
}

QString keychainFault(bool hasBus, bool hasService)
{
    if (!hasBus)
        return Words::tr("No keychain can be reached, as this session has no D-Bus: start Scoredesk from a "
                         "desktop session, or by `dbus-run-session` together with a keychain.");
    if (!hasService)
        return Words::tr("No keychain runs in this session: start GNOME Keyring or KWallet, then try again.");
    return {};
}

void KeychainSecrets::read(const QUuid& feed, const Read& answer)
{
    auto* job = new QKeychain::ReadPasswordJob(service, &m_context); // deletes itself
    job->setKey(keyOf(feed));
    QObject::connect(job, &QKeychain::Job::finished, &m_context, [this, job, answer] {
        if (job->error() == QKeychain::EntryNotFound)
            return answer(std::optional<FeedSecret>());
        if (job->error() != QKeychain::NoError)
            return explain(*job, &m_context, [answer](const Error& error) { answer(tl::unexpected(error)); });
        answer(feedSecretFromBytes(job->binaryData()).map([](const FeedSecret& secret) {
            return std::optional(secret);
        }));
    });
    job->start();
}

void KeychainSecrets::write(const QUuid& feed, const FeedSecret& secret, const Done& answer)
{
    auto* job = new QKeychain::WritePasswordJob(service, &m_context);
    job->setKey(keyOf(feed));
    job->setBinaryData(toBytes(secret));
    QObject::connect(job, &QKeychain::Job::finished, &m_context, [this, job, answer] {
        if (job->error() == QKeychain::NoError)
            return answer({});
        explain(*job, &m_context, [answer](const Error& error) { answer(tl::unexpected(error)); });
    });
    job->start();
}

void KeychainSecrets::remove(const QUuid& feed, const Done& answer)
{
    auto* job = new QKeychain::DeletePasswordJob(service, &m_context);
    job->setKey(keyOf(feed));
    QObject::connect(job, &QKeychain::Job::finished, &m_context, [this, job, answer] {
        if (job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound)
            return answer({});
        explain(*job, &m_context, [answer](const Error& error) { answer(tl::unexpected(error)); });
    });
    job->start();
}

} // namespace Scoredesk
