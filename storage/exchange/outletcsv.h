// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/outlet.h"
#include "storage/domain/result.h"

#include <QByteArray>
#include <QList>

namespace Scoredesk {

/// What an import of a table would do with one of its lines.
struct OutletLine {
    enum class Outcome { New, Changed, Unchanged, Wrong };

    int number = 0; ///< of the file, from 1
    Outcome outcome = Outcome::New;
    Outlet outlet;  ///< as it will be; its id where the desk has it
    QString reason; ///< of Wrong, for people
    bool wanted = true;

    bool operator==(const OutletLine&) const = default;
};

/// A table with the columns name, domains (blanks between them), tier (1 to 3, empty where not rated),
/// first_party (yes or empty) and reliability (A to F), UTF-8.
QByteArray outletsToCsv(const QList<Outlet>& outlets);

/// Reads such a table, its columns in any order; what a column that is missing would say stays as the desk
/// has it. Outlets are the desk's where the name is, in any case. InvalidInput where there is no name column.
[[nodiscard]] Result<QList<OutletLine>> outletsFromCsv(const QByteArray& bytes, const QList<Outlet>& desk);

/// Domains as a person types them, parted by blanks, commas or semicolons; "www." goes, and each stands once.
/// InvalidInput names what is no domain.
[[nodiscard]] Result<QStringList> domainsFromText(const QString& text);

/// Those lines that are to be saved.
QList<Outlet> outletsWanted(const QList<OutletLine>& lines);

} // namespace Scoredesk
