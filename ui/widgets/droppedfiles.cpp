// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/droppedfiles.h"

#include <QMimeData>
#include <QUrl>

#include <algorithm>

namespace Scoredesk {

bool holdsFiles(const QMimeData* data)
{
    const QList<QUrl> urls = data->urls();
    return std::any_of(urls.begin(), urls.end(), [](const QUrl& url) { return url.isLocalFile(); });
}

} // namespace Scoredesk
