// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/feeds/feedaddress.h"

#include <QUrl>

namespace Scoredesk {

using namespace Qt::StringLiterals;

Result<QString> feedAddress(const QString& typed)
{
    const QUrl url(typed.trimmed(), QUrl::TolerantMode);
    const QString scheme = url.scheme().toLower();
    if (!url.isValid() || url.host().isEmpty() || (scheme != "http"_L1 && scheme != "https"_L1))
        return fail(u"\"%1\" is no http or https address."_s.arg(typed.trimmed().left(200)),
                    ErrorCode::InvalidInput);
    if (!url.userInfo().isEmpty())
        return fail(
            u"The address holds a name or password, which belong in the keychain and not in the desk."_s,
            ErrorCode::InvalidInput);
    return url.toString(QUrl::FullyEncoded);
}

} // namespace Scoredesk
