// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/secrets/keychainsecrets.h"

#include <QCoreApplication>

#include <qt6keychain/keychain.h>

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

Error errorOf(const QKeychain::Job& job)
{
    switch (job.error()) {
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return {Words::tr("This machine has no keychain that can be reached. Start one (GNOME Keyring or "
                          "KWallet), or fetch this feed without a password.")};
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return {Words::tr("The keychain was not opened for Scoredesk.")};
    default:
        return {Words::tr("The keychain answered: %1").arg(job.errorString())};
    }
}

} // namespace

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
