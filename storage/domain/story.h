// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/coverage.h"
#include "storage/domain/ids.h"
#include "storage/domain/storystate.h"
#include "storage/domain/trust.h"

#include <QDateTime>
#include <QString>
#include <QStringList>
#include <QUuid>

#include <optional>

namespace Scoredesk {

/// Articles about one event, with the analyst's words on it.
struct Story {
    StoryId id{};
    QUuid uuid;
    QString slug; ///< short name for addresses and files; may be empty

    QString headline;
    QString summary;      ///< about 500 characters
    QString whyItMatters; ///< 300 to 500 characters
    QString category;
    QStringList tags; ///< 3 to 7, in the analyst's order
    QString source;   ///< the outlet it came from, as named there
    QString link;
    QString primarySource; ///< first-party URL; empty if unknown
    StatedCoverage stated;
    TrustVerdict trust = TrustVerdict::Unset;
    QString trustNote;
    QString remainder; ///< what an import did not understand, kept word for word

    StoryState state;
    bool unread = true;
    std::optional<QUuid> leadArticle;
    QDateTime publishedAt; ///< UTC; invalid where no source says
    QDateTime addedAt;     ///< UTC
    QDateTime changedAt;   ///< UTC, any change
    QDateTime evidenceAt;  ///< UTC, last change of text or coverage, which a card may predate

    bool operator==(const Story&) const = default;
};

} // namespace Scoredesk
