// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

namespace Scoredesk {

/// Why the program does not fetch from that address, for people; empty where it does. Only http and https,
/// with a host and without a name or password in them.
QString addressFault(const QUrl& url);

/// Where a redirect leads, or why it is not followed.
struct RedirectStep {
    QUrl to;
    QString fault; ///< for people; empty where it is followed
};

/// From https never to http, from the internet never into a private network, and from elsewhere never to this
/// machine.
RedirectStep redirectStep(const QUrl& from, const QByteArray& location);

/// Same scheme, host and port: what may see a secret.
bool isSameOrigin(const QUrl& a, const QUrl& b);

} // namespace Scoredesk
