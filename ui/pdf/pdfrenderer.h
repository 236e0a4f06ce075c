// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/result.h"
#include "ui/document/document.h"

#include <QByteArray>
#include <QSizeF>

#include <functional>

namespace Scoredesk {

struct PdfRequest {
    QSizeF pagePoints;
    QByteArray attachment;
    QString attachmentName;
    QString attachmentDescription;
    /// Told after each section that is not front matter; returning false cancels.
    std::function<bool(int done)> progress;
};

/// Sets a document in pages and writes them as a tagged PDF. Any thread; needs a QGuiApplication for its
/// fonts.
[[nodiscard]] Result<QByteArray> renderPdf(const Document& document, const PdfRequest& request);

} // namespace Scoredesk
