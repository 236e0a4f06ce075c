// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QUrl>

namespace Scoredesk {

/// The http and https addresses in a text that somebody pasted, in its order, each page once. `feed:` before
/// an address goes. A line that is nothing but a host with or without a path ("example.com/news") counts as
/// well. What ends or wraps an address in prose, Markdown or HTML is no part of it. At most 500. Pure.
QList<QUrl> addressesIn(const QString& text);

/// The address that is meant by "feed:https://…" or "feed://…"; any other as it is.
QString withoutFeedScheme(const QString& address);

} // namespace Scoredesk
