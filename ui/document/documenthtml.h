// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"

#include <QByteArray>

namespace Scoredesk {

/// One self-contained page, UTF-8: semantic, print-friendly, light and dark, without scripts or remote loads.
/// All text is escaped; only http(s) addresses and the page's own anchors become links.
QByteArray documentToHtml(const Document& document);

} // namespace Scoredesk
