// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace Scoredesk {

/// Untrusted text made safe for a terminal: no control or bidirectional characters, on one line.
QString printable(const QString& text);
/// Likewise, but its line breaks stay.
QString printableLines(const QString& text);
/// Cut to so many characters, "…" at its end where it was cut.
QString cut(const QString& text, int most);
/// Broken at blanks into lines of at most `width`, each after `indent`.
QString wrapped(const QString& text, int width, const QString& indent);
/// Columns under each other, two blanks apart; the last is not padded. The columns of `rightAligned` are set
/// flush right.
QString columns(const QList<QStringList>& rows, const QList<int>& rightAligned = {});

} // namespace Scoredesk
