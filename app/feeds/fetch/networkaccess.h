// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

class QNetworkAccessManager;

namespace Scoredesk {

/// Access to the network as feeds are fetched with it: no cookie is kept or sent, the proxy is the system's.
std::unique_ptr<QNetworkAccessManager> makeNetworkAccess();

} // namespace Scoredesk
