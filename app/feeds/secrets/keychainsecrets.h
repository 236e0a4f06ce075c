// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/secrets/secretstore.h"

#include <QObject>

namespace Scoredesk {

/// The system's keychain (Secret Service, KWallet). Belongs to a thread with an event loop.
class KeychainSecrets : public SecretStore {
public:
    void read(const QUuid& feed, const Read& answer) override;
    void write(const QUuid& feed, const FeedSecret& secret, const Done& answer) override;
    void remove(const QUuid& feed, const Done& answer) override;

private:
    QObject m_context; // jobs answer as long as it lives
};

} // namespace Scoredesk
