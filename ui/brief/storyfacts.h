// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/dossier.h"
#include "storage/method/impact.h"
#include "ui/brief/exporter.h"

#include <optional>

namespace Scoredesk {

/// One dimension of the card as a brief shows it.
struct DimensionFacts {
    Dimension dimension;
    Score value;
    QString rationale;
    QList<int> evidence; ///< numbers of its quotations among StoryFacts::evidence, from 1
};

/// Words that are pinned to a dimension, and where they stand.
struct EvidenceFacts {
    QString words;
    QString outlet; ///< this and what follows is empty where the article is not with the story any more,
    QString title;  ///< but for the title, which says so
    QString link;   ///< http(s) or empty
    QDateTime publishedAt;
    bool timeIsGuess = false;
};

/// Where a story can be read, and what that place is to it.
struct SourceFacts {
    enum class Kind { Primary, Link, Article };

    Kind kind = Kind::Article;
    QString outlet;
    int tier = 0;
    bool firstParty = false;
    QString title;
    QString author;
    QString link; ///< http(s) or empty
    QDateTime publishedAt;
    bool timeIsGuess = false;
    bool reprint = false;
};

/// How many outlets carry the story: the larger of what is stated and what the desk has seen.
struct CoverageFacts {
    int outlets = 0;
    int tierOne = 0;
    bool outletsStated = false; ///< the desk has seen fewer
    bool tierOneStated = false;
    Coverage seen;
    QStringList named; ///< outlets stated by name
    bool namesMore = false;
};

/// Everything a brief shows of a story, computed and cleaned: what all formats are written from.
struct StoryFacts {
    const Dossier* dossier = nullptr;
    QString anchor;      ///< unique within the document; given by its builder
    QString headline;    ///< one line; empty where there is none
    QStringList summary; ///< paragraphs
    QStringList whyItMatters;
    QString category;
    QStringList tags;
    QString source;
    QString link;
    QString primarySource;
    Scorecard card;
    QList<DimensionFacts> dimensions; ///< in the method's order
    QList<EvidenceFacts> evidence;    ///< in the order of the dimensions, then of pinning
    std::optional<Impact> impact;
    QString impactText;          ///< "7.4", "3.1–8.2" or "—"
    QString band;                ///< "Notable", "Watch to Major", or empty
    std::optional<double> drift; ///< only where it is one to show
    QString vector;
    CoverageFacts coverage;
    QString trustNote;
    QList<SourceFacts> sources;
};

/// The dossier must outlive the facts.
StoryFacts factsOf(const Dossier& dossier, const BriefOptions& options);

/// "18 outlets"
QString outletCount(int outlets);
/// "18 outlets · 3 tier-1 · 5 independent origins"
QString coverageLine(const CoverageFacts& coverage);
/// What is stated and what was seen where they differ; empty where they agree.
QString coverageProvenance(const CoverageFacts& coverage);

} // namespace Scoredesk
