// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/result.h"

#include <QByteArray>
#include <QString>

namespace Scoredesk {

/// The name under which an exported brief's PDF carries its stories, as a desk export.
QString storiesAttachmentName();

/// The stories' JSON that a PDF of this program carries. The PDF may come from anyone: it is only read, its
/// size and that of what it carries are bounded. InvalidInput where it is no PDF, is damaged or encrypted, or
/// carries no stories.
[[nodiscard]] Result<QByteArray> storiesInPdf(const QByteArray& pdf);

} // namespace Scoredesk
