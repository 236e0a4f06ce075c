// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"

#include <QByteArray>

namespace Scoredesk {

/// The document's metadata as an XMP packet.
QByteArray xmpPacket(const Document& document, const QString& producer);

} // namespace Scoredesk
