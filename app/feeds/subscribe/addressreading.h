// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/fetch/fetchvalues.h"
#include "app/feeds/subscribe/lookupvalues.h"

namespace Scoredesk {

/// Says what a body that was fetched is; pure, any thread. Ticket and asked are left open,
/// and the url where the address stays as it was asked for.
AddressFinding readAddress(const FetchReply& reply, const QDateTime& now);

/// A page's metadata as an article. Its link is the canonical one where the page names one of its own site,
/// else `address`; a time that is missing is the fetch, marked as a guess.
Article articleFromPage(const PageMetadata& page, const QUrl& address, const QDateTime& now);

} // namespace Scoredesk
