// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/ids.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace Scoredesk {

/// What of a story a change touches. The names that fieldName() gives are part of the desk file.
enum class StoryField {
    Headline,
    Summary,
    WhyItMatters,
    Category,
    Tags, ///< newline between tags
    Source,
    Link,
    PrimarySource,
    Slug,
    StatedCoverage, ///< toText(StatedCoverage)
    Trust,          ///< toText(TrustVerdict)
    TrustNote,
    Remainder,
    State,        ///< toText(StoryState)
    Unread,       ///< "1" or ""
    LeadArticle,  ///< a UUID or ""
    Published,    ///< ISO 8601 UTC or ""
    Score,        ///< toText() of a dimension's value
    Rationale,    ///< of a dimension
    StatedImpact, ///< a number or ""
    CardMethod,   ///< "key:version" of the analyst's card
    Overrule,     ///< why a blocker may stand; dimension holds its checkName()
    Quotation,    ///< toText(Quotation), or "" where it is none; dimension holds its UUID
    // Only of the history, which no edit sets:
    Article,  ///< outlet and title of one that came or went; dimension holds its UUID
    Signal,   ///< what a source carried, which came or went
    Card,     ///< the vector of a whole card that came or went; card holds whose
    Coverage, ///< toText(Coverage); in histories only, since it follows the articles. No analyst: by intake
};

QString fieldName(StoryField field);
std::optional<StoryField> fieldFromName(const QString& name);

/// One field of one story set to a value. Every act of the analyst, its undo and its redo are lists of these.
///
/// Values are text because the history keeps them so; the codecs stand beside each domain type.
struct StoryEdit {
    StoryId story{};
    StoryField field = StoryField::Headline;
    /// Dimension::key for Score and Rationale, checkName() for Overrule, a UUID for Quotation, else empty
    QString dimension;
    QString value;
    QString
        card; ///< whose card Score, Rationale, StatedImpact and CardMethod touch; empty: the acting analyst's

    bool operator==(const StoryEdit&) const = default;
};

/// Who acts. Edits that share a non-zero gesture are one step: the history keeps its first and last value.
struct EditContext {
    QString analyst;
    qint64 gesture = 0;
};

/// One line of a story's history.
struct Change {
    QDateTime at;    ///< UTC
    QString analyst; ///< empty: it came about as the story came in
    StoryField field = StoryField::Headline;
    QString dimension; ///< as of StoryEdit; of tags, category and state: the rule that set them on arrival
    QString card;
    QString from;
    QString to;

    bool operator==(const Change&) const = default;
};

} // namespace Scoredesk
