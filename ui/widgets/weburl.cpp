// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/weburl.h"

namespace Scoredesk {

using namespace Qt::StringLiterals;

std::optional<QUrl> webUrl(const QString& text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    const bool web = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (!url.isValid() || !web || url.host().isEmpty() || !url.userInfo().isEmpty())
        return std::nullopt;
    return url;
}

} // namespace Scoredesk
