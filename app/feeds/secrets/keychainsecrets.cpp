// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/secrets/keychainsecrets.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>

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

/// Milliseconds; the bus is on this machine, and somebody waits at a window.
constexpr int busAnswersWithin = 500;

QStringList namesOnBus(const QDBusConnection& bus, const QString& method)
{
    const QString daemon = u"org.freedesktop.DBus"_s;
    const QDBusMessage answer =
        bus.call(QDBusMessage::createMethodCall(daemon, u"/org/freedesktop/DBus"_s, daemon, method),
                 QDBus::Block, busAnswersWithin);
    return answer.arguments().value(0).toStringList();
}

bool hasKeychain(const QDBusConnection& bus)
{
    const QStringList names = namesOnBus(bus, u"ListNames"_s) + namesOnBus(bus, u"ListActivatableNames"_s);
    return std::any_of(names.begin(), names.end(), [](const QString& name) {
        return name == "org.freedesktop.secrets"_L1 || name.startsWith("org.kde.kwalletd"_L1);
    });
}

/// What it says of itself where nobody answered is "Unknown error": whether there is anybody is looked at
/// here.
Error errorOf(const QKeychain::Job& job)
{
    if (job.error() == QKeychain::AccessDenied || job.error() == QKeychain::AccessDeniedByUser)
        return {Words::tr("The keychain was not opened for Scoredesk.")};
    const QDBusConnection bus = QDBusConnection::sessionBus();
    const bool hasBackend =
        job.error() != QKeychain::NoBackendAvailable && job.error() != QKeychain::NotImplemented;
    const QString fault =
        keychainFault(bus.isConnected(), bus.isConnected() && hasBackend && hasKeychain(bus));
    return {fault.isEmpty() ? Words::tr("The keychain answered: %1").arg(job.errorString()) : fault};
}

} // namespace

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
    QObject::connect(job, &QKeychain::Job::finished, &m_context, [job, answer] {
        if (job->error() == QKeychain::EntryNotFound)
            return answer(std::optional<FeedSecret>());
        if (job->error() != QKeychain::NoError)
            return answer(tl::unexpected(errorOf(*job)));
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
    QObject::connect(job, &QKeychain::Job::finished, &m_context, [job, answer] {
        answer(job->error() == QKeychain::NoError ? Result<void>() : tl::unexpected(errorOf(*job)));
    });
    job->start();
}

void KeychainSecrets::remove(const QUuid& feed, const Done& answer)
{
    auto* job = new QKeychain::DeletePasswordJob(service, &m_context);
    job->setKey(keyOf(feed));
    QObject::connect(job, &QKeychain::Job::finished, &m_context, [job, answer] {
        const bool gone = job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound;
        answer(gone ? Result<void>() : tl::unexpected(errorOf(*job)));
    });
    job->start();
}

} // namespace Scoredesk
