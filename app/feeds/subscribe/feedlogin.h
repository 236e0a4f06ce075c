// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/secrets/secretstore.h"
#include "storage/domain/ids.h"

namespace Scoredesk {

class Store;

// Both answer once, now or later, in the calling thread, as the secret store does; the store must live until
// then.

/// Keeps what a feed is fetched with in the keychain, and notes on the desk that there is something.
void logIn(Store& store, SecretStore& secrets, FeedId feed, const FeedSecret& secret,
           const SecretStore::Done& answer);

/// Forgets it.
void logOut(Store& store, SecretStore& secrets, FeedId feed, const SecretStore::Done& answer);

} // namespace Scoredesk
