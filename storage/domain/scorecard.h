// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/score.h"

#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

namespace Scoredesk {

/// One dimension of one card: the value, why it was given, and when.
struct ScoreCell {
    Score value;
    QString rationale;
    QDateTime setAt; ///< UTC; invalid while the value is unset

    bool operator==(const ScoreCell&) const = default;
};

/// What one analyst judged of one story, under one version of a method.
struct Scorecard {
    QString analyst;
    QString methodKey; ///< Method::key
    int methodVersion = 1;
    QMap<QString, ScoreCell> cells;     ///< by Dimension::key; a missing cell is unset
    std::optional<double> statedImpact; ///< the overall an imported card states of itself, 0..10

    Score value(const QString& dimension) const { return cells.value(dimension).value; }
    bool isBlank() const;  ///< nothing judged, explained or stated
    bool isJudged() const; ///< a dimension at least has a value, or is not applicable
    /// The latest instant at which a value was set; invalid where none was.
    QDateTime lastSetAt() const;

    bool operator==(const Scorecard&) const = default;
};

/// The card that a brief of this analyst goes out with: their own, as soon as there is anything on it; else
/// the one that was set last of those that judge, which is another's; else a blank one of theirs.
Scorecard briefCardOf(const QList<Scorecard>& cards, const QString& analyst);

} // namespace Scoredesk
