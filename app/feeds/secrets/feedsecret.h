// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>

namespace Scoredesk {

/// What a feed is fetched with that nobody else may see. Kept in the keychain alone.
struct FeedSecret {
    QString user; ///< with password: basic authentication; both empty: none
    QString password;
    QList<std::pair<QByteArray, QByteArray>> headers; ///< names and values of header fields: API keys

    bool isEmpty() const { return user.isEmpty() && password.isEmpty() && headers.isEmpty(); }
    bool operator==(const FeedSecret&) const = default;
};

/// The form in which a keychain holds it.
QByteArray toBytes(const FeedSecret& secret);
[[nodiscard]] Result<FeedSecret> feedSecretFromBytes(const QByteArray& bytes);

/// Why a header field cannot be sent with a feed's requests; empty where it can. Names that steer the
/// connection itself are refused, as is anything that would end the line.
QString headerFault(const QByteArray& name, const QByteArray& value);

} // namespace Scoredesk
