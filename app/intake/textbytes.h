// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace Scoredesk {

/// The text that bytes stand for: by byte order mark, as UTF-16 where every other byte is nought, as UTF-8
/// where they are valid, else as windows-1252, which any bytes are.
QString textFromBytes(const QByteArray& bytes);

/// The words of an HTML fragment, a line a block, links' addresses left out. Nothing in it is loaded or run.
QString textFromHtml(const QString& html);

} // namespace Scoredesk
