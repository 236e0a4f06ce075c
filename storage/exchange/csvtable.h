// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/result.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace Scoredesk {

/// A line of a CSV file: its cells, and the line of the file on which it starts.
struct CsvLine {
    QStringList cells;
    int number = 0; ///< from 1
};

/// Reads comma-, semicolon- or tab-separated values (RFC 4180; the separator is told by the first line),
/// UTF-8 with or without a byte order mark. Lines without any content are left out. The quotation mark that
/// keeps a spreadsheet from taking a cell for a formula goes. InvalidInput where a quoted cell never ends, or
/// the bytes are no UTF-8.
[[nodiscard]] Result<QList<CsvLine>> csvLines(const QByteArray& bytes);

/// One line, ending in CR LF. A cell that a spreadsheet would take for a formula gets a quotation mark before
/// it.
QString csvLine(const QStringList& cells);

} // namespace Scoredesk
