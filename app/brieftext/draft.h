// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/brieftext/cardreader.h"
#include "storage/domain/coverage.h"
#include "storage/domain/dossier.h"
#include "storage/domain/importplan.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace Scoredesk {

/// One story as its lines are gathered, before they are given their places in a dossier.
struct Draft {
    int line = 0; ///< where it begins
    QString headline;
    QStringList body;    ///< paragraphs before any card, coverage or trust
    QStringList after;   ///< a paragraph behind them
    QStringList summary; ///< labelled, as the two below
    QStringList why;
    QStringList trustNote;
    TrustVerdict trust = TrustVerdict::Unset;
    QStringList source; ///< a source line's parts, the source first
    QStringList tags;
    QString category;
    QDateTime published;
    QString link;
    QString primarySource;
    QString slug;
    StatedCoverage stated;
    Scorecard card;
    QStringList remainder;
    bool hasCard = false;
    bool hasCoverage = false;
    bool hasTrust = false;

    bool hasText() const
    {
        return !headline.isEmpty() || !body.isEmpty() || !summary.isEmpty() || !why.isEmpty();
    }
    /// Everything after the story's own words has begun.
    bool isClosed() const { return hasCard || hasCoverage || hasTrust; }
    bool isEmpty() const
    {
        return !hasText() && !isClosed() && after.isEmpty() && source.isEmpty() && link.isEmpty() &&
               tags.isEmpty() && category.isEmpty() && !published.isValid() && primarySource.isEmpty() &&
               slug.isEmpty() && !card.statedImpact;
    }
};

/// How drafts become dossiers.
struct DraftContext {
    QList<Method> methods; ///< a card is taken to be under the first that has all its dimensions
    QString analyst;
    QDateTime now;
    QStringList categories;
};

/// Gives each paragraph its place and fills in what follows from the rest (a headline from the first
/// sentence). What fits nowhere stands in the story's remainder.
Dossier dossierFrom(const Draft& draft, const DraftContext& context, QList<ImportProblem>* problems);

} // namespace Scoredesk
