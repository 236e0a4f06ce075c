// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace Scoredesk {

/// "a, b,, A " → a, b: trimmed, empty ones left out, the first of those that differ only in case kept.
QStringList commaList(const QString& text);
QString commaText(const QStringList& items);

} // namespace Scoredesk
