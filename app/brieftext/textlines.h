// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace Scoredesk {

/// One line of a text as copied, freed of what copying adds.
struct TextLine {
    int number = 0; ///< from 1, in the text as given
    QString text;   ///< without markup at its edges, invisible characters and odd blanks; cells of a table
                    ///< are parted by tabs
    bool bullet = false;  ///< was an item of a list
    bool heading = false; ///< was marked as a heading
    bool gap = false;     ///< a blank line stood before it
};

/// The lines that hold anything. Line ends may be LF, CR, CRLF or Unicode's own.
QList<TextLine> textLines(const QString& text);

/// Joins lines that only a mail client's margin parted; a paragraph keeps its first line's number.
QList<TextLine> unwrapped(const QList<TextLine>& lines);

/// The text without emoji and other signs before it: what a label is looked for in.
QString withoutLeadingSigns(const QString& text);

} // namespace Scoredesk
