// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/secrets/feedsecret.h"

#include <QUuid>

#include <functional>
#include <optional>

namespace Scoredesk {

/// Where the secrets of feeds are. Each call answers by its function, once, now or later, in the calling
/// thread; after the store is gone no answer comes.
class SecretStore {
public:
    using Read = std::function<void(const Result<std::optional<FeedSecret>>&)>;
    using Done = std::function<void(const Result<void>&)>;

    SecretStore() = default;
    virtual ~SecretStore() = default;
    SecretStore(const SecretStore&) = delete;
    SecretStore& operator=(const SecretStore&) = delete;

    /// Nothing where there is none for that feed.
    virtual void read(const QUuid& feed, const Read& answer) = 0;
    virtual void write(const QUuid& feed, const FeedSecret& secret, const Done& answer) = 0;
    /// Well also where there was none.
    virtual void remove(const QUuid& feed, const Done& answer) = 0;
};

} // namespace Scoredesk
