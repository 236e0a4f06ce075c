// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/dossier.h"
#include "storage/method/method.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace Scoredesk {

/// A value the program would give a dimension, with its evidence and how far it is usually off. Only the
/// analyst sets one.
struct Suggestion {
    QString dimension; ///< Dimension::key
    Score value;
    QStringList facts;    ///< the evidence, in the order that ui/words documents for the dimension
    double error = 0;     ///< mean absolute error on the scored stories
    double meanError = 0; ///< what always guessing the mean errs by, to set it beside

    bool operator==(const Suggestion&) const = default;
};

/// Those that have a basis in this story, in the method's order. Coverage: from its outlets; facts {outlets,
/// tier-1 outlets, independent origins or "", "stated" where a brief states more than the desk has seen, else
/// "seen"}.
QList<Suggestion> suggestionsFor(const Dossier& dossier, const Method& method);

/// The one for a dimension, if any.
std::optional<Suggestion> suggestionFor(const Dossier& dossier, const Method& method,
                                        const QString& dimension);

} // namespace Scoredesk
