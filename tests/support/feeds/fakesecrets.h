// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/secrets/secretstore.h"

#include <QHash>

namespace Scoredesk::Test {

/// Secrets in memory, or a machine whose keychain fails.
class FakeSecrets : public SecretStore {
public:
    void read(const QUuid& feed, const Read& answer) override
    {
        if (isSilent)
            return;
        if (!failure.isEmpty())
            return answer(fail(failure));
        answer(kept.contains(feed) ? std::optional(kept.value(feed)) : std::optional<FeedSecret>());
    }
    void write(const QUuid& feed, const FeedSecret& secret, const Done& answer) override
    {
        kept.insert(feed, secret);
        answer({});
    }
    void remove(const QUuid& feed, const Done& answer) override
    {
        kept.remove(feed);
        answer({});
    }

    QHash<QUuid, FeedSecret> kept;
    bool isSilent = false; ///< it waits for somebody who is not there
    QString failure;       ///< what the keychain answers to every read
};

} // namespace Scoredesk::Test
