// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/feed.h"

#include <QNetworkReply>
#include <QSslError>

namespace Scoredesk {

/// A failure and the sentence for it.
struct FetchFault {
    FetchFailure failure = FetchFailure::Network;
    QString reason;
};

/// Of an answer with an HTTP status that is no success.
FetchFault faultOfStatus(int status);
/// Of a request that brought no whole answer. `tls` are the certificate errors seen on the way, if any.
FetchFault faultOfError(QNetworkReply::NetworkError error, const QString& text, const QString& host,
                        const QList<QSslError>& tls);

} // namespace Scoredesk
