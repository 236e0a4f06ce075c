// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

namespace Scoredesk {

/// The words of a headline as two headlines are compared: "4.0" stays one, as two lone digits would say
/// little.
QSet<QString> headlineWords(const QString& headline);

/// The words as the full-text index knows them, each once, the longest first: those are likely the rarest.
QStringList longestWords(const QString& headline);

} // namespace Scoredesk
