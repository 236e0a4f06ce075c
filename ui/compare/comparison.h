// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/dossier.h"
#include "storage/method/impact.h"

#include <QList>
#include <QString>

#include <optional>

namespace Scoredesk {

/// So many stories stand side by side.
inline constexpr qsizetype leastCompared = 2;
inline constexpr qsizetype mostCompared = 4;

/// One value of a card beside the same one of the first card.
struct ComparedScore {
    Score value;
    std::optional<int>
        tenths; ///< more than the first card's; nothing in the first, or where one has no number

    bool operator==(const ComparedScore&) const = default;
};

/// A dimension over all cards, in their order.
struct ComparedDimension {
    Dimension dimension;
    QList<ComparedScore> scores;
};

/// A story's card among those compared.
struct ComparedStory {
    QString headline;
    Scorecard card; ///< Dossier::briefCard() of the analyst
    std::optional<Impact> impact;
    std::optional<double> difference; ///< of impacts, exact; as with ComparedScore
};

/// Scorecards side by side: what each says, and how far it is from the first.
struct Comparison {
    QList<ComparedStory> stories;
    QList<ComparedDimension> dimensions; ///< in the method's order
};

Comparison compare(const QList<Dossier>& dossiers, const Method& method, const QString& analyst);

} // namespace Scoredesk
