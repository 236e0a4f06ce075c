// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/secrets/secretstore.h"

#include <QObject>

#include <functional>

class QDBusConnection;

namespace Scoredesk {

/// Why no keychain can be reached and what to do, in a sentence; empty where one may be. `hasBus`: this
/// session has a D-Bus; `hasService`: a keychain runs on it, or would be started by a call.
QString keychainFault(bool hasBus, bool hasService);

/// Whether a keychain runs on the bus, or would be started by a call. Never waits: a bus that is slow holds
/// nobody up at a window. Answers once, after it returned, unless the context is gone by then.
void lookForKeychain(const QDBusConnection& bus, QObject* context, const std::function<void(bool)>& answer);

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
