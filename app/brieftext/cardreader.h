// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/brieftext/briefline.h"
#include "storage/domain/importplan.h"
#include "storage/domain/scorecard.h"

#include <QList>
#include <QStringList>

namespace Scoredesk {

/// A scorecard as a brief states it.
struct WrittenCard {
    Scorecard card; ///< without analyst and method unless a vector named one; without times
    QStringList leftovers;
    QList<ImportProblem> problems;
};

/// Reads the lines of one card: label before value or after it, on one line or two, in rows or in a table.
/// Text lines among them are reasons for the value before. What cannot be used becomes a leftover and a
/// problem.
WrittenCard readCard(const QList<BriefLine>& lines, const Labels& labels, const QList<Method>& methods);

/// The dimensions that the lines name; the overall is "".
QStringList namedDimensions(const BriefLine& line);

} // namespace Scoredesk
