// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

#include <optional>

namespace Scoredesk {

/// The address a text is, where a browser may be sent there: http or https with a host, and no name or
/// password in front of it, which only serve to make a host look like another.
std::optional<QUrl> webUrl(const QString& text);

} // namespace Scoredesk
