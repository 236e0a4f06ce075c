// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QUrl>

namespace Scoredesk {

/// The http and https addresses in a text that somebody pasted, in its order, each page once. `feed:` before
/// an address goes. A line that is nothing but hosts with or without paths ("example.com/news") counts as
/// well, be it numbered or bulleted, and is taken as https; several of them where commas or semicolons set
/// them apart, or each has a path, a port or "www.". What ends or wraps an address in prose, Markdown
/// or HTML is no part of it. At most 500. Pure.
QList<QUrl> addressesIn(const QString& text);

/// The address that is meant by one in a list: without `feed:`, and with https where it names no scheme but
/// begins with a host ("example.com/feed"). Any other as it is. Pure.
QString meantAddress(const QString& written);

} // namespace Scoredesk
