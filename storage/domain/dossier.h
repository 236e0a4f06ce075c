// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/article.h"
#include "storage/domain/change.h"
#include "storage/domain/quotation.h"
#include "storage/domain/scorecard.h"
#include "storage/domain/story.h"
#include "storage/domain/storysignal.h"

#include <QList>

namespace Scoredesk {

/// A story's export as it went out: what a reader was shown can be proven from it.
struct ExportRecord {
    QDateTime at; ///< UTC
    QString analyst;
    QString format; ///< "pdf", "html", "markdown", "json", "csv"
    QString path;
    QString sha256; ///< hex, of the file's bytes
    QString vector; ///< the card as exported
    std::optional<double> impact;

    bool operator==(const ExportRecord&) const = default;
};

/// A story with everything the desk holds on it. What is shown, exported, imported and undone whole.
struct Dossier {
    Story story;
    QList<Scorecard> cards;  ///< one an analyst
    QList<Article> articles; ///< oldest first
    QList<StorySignal> storySignals;
    QMap<QString, QString> overrules; ///< reasons for letting a blocker stand, by checkName()
    QList<Quotation> quotations;      ///< in the order of pinning
    QList<Change> history;            ///< oldest first
    QList<ExportRecord> exports;      ///< oldest first
    Coverage coverage;                ///< computed by the store from articles

    /// The analyst's own card, or a blank one of theirs.
    Scorecard cardOf(const QString& analyst) const;
    /// The card that a brief of this analyst goes out with: briefCardOf().
    Scorecard briefCard(const QString& analyst) const { return briefCardOf(cards, analyst); }

    bool operator==(const Dossier&) const = default;
};

} // namespace Scoredesk
