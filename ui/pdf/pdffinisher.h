// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/result.h"
#include "ui/document/document.h"
#include "ui/pdf/pdfparts.h"

namespace Scoredesk {

/// Adds to a painted PDF what Qt leaves out: structure, links, outline, labels, language, metadata and the
/// attached file. The same input gives the same bytes. Any thread.
[[nodiscard]] Result<QByteArray> finishPdf(const QByteArray& painted, const Document& document,
                                           const PdfParts& parts);

} // namespace Scoredesk
