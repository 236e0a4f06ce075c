// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/subscribe/feedlogin.h"

#include "storage/feeds/feedstore.h"
#include "storage/store.h"

#include <QCoreApplication>

namespace Scoredesk {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Feeds)
};

Error noFeed()
{
    return {Words::tr("That feed is not on this desk any more."), ErrorCode::NotFound};
}

Result<void> note(Store& store, FeedId id, bool hasSecret)
{
    auto feed = store.feeds().byId(id);
    if (!feed)
        return tl::unexpected(noFeed());
    feed->hasSecret = hasSecret;
    return store.feeds().save(*feed).map([](FeedId) {});
}

} // namespace

void logIn(Store& store, SecretStore& secrets, FeedId id, const FeedSecret& secret,
           const SecretStore::Done& answer)
{
    if (secret.isEmpty())
        return answer(fail(Words::tr("There is nothing to log in with."), ErrorCode::InvalidInput));
    for (const auto& [name, value] : secret.headers)
        if (const QString fault = headerFault(name, value); !fault.isEmpty())
            return answer(fail(fault, ErrorCode::InvalidInput));
    const auto feed = store.feeds().byId(id);
    if (!feed)
        return answer(tl::unexpected(noFeed()));
    secrets.write(feed->uuid, secret, [&store, id, answer](const Result<void>& written) {
        answer(written ? note(store, id, true) : written);
    });
}

void logOut(Store& store, SecretStore& secrets, FeedId id, const SecretStore::Done& answer)
{
    const auto feed = store.feeds().byId(id);
    if (!feed)
        return answer(tl::unexpected(noFeed()));
    secrets.remove(feed->uuid, [&store, id, answer](const Result<void>& removed) {
        answer(removed ? note(store, id, false) : removed);
    });
}

} // namespace Scoredesk
