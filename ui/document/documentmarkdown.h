// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"

#include <QByteArray>

namespace Scoredesk {

/// CommonMark with tables, UTF-8, readable as plain text. What would be markup in a story's text is escaped.
QByteArray documentToMarkdown(const Document& document);

/// Text as Markdown that shows it unchanged, on one line.
QString escapedMarkdown(const QString& text);

} // namespace Scoredesk
