// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

namespace Scoredesk {

/// A story near an article, and the words that say so.
struct NearStory {
    qint64 story = 0;
    double score = 0;        ///< 0 to 1
    qint64 article = 0;      ///< its article that is nearest
    QStringList sharedWords; ///< strongest first

    bool operator==(const NearStory&) const = default;
};

/// Two stories that turned out to be one: every article of `from` now belongs to `into`.
struct Fold {
    qint64 from = 0;
    qint64 into = 0;
    QList<qint64> articles; ///< those that moved

    bool operator==(const Fold&) const = default;
};

/// Where an article went, and why.
struct Placement {
    qint64 story = 0;
    bool isNew = false; ///< opened by this article
    qint64 origin = 0;  ///< the earliest article whose text this one repeats; itself where it repeats none
    QList<qint64> reprints; ///< earlier arrivals that turn out to repeat this one, which was published before
    double resemblance = 0; ///< share of text in common with the article it repeats, 0 to 1
    double threshold = 0;   ///< the score at which this article joins a story
    double novelty = 1;     ///< 1 less the best score of any story, whatever was decided
    QList<NearStory> nearest; ///< best first, at most three; the story it joined is among them
    QList<Fold> folded;       ///< in the order done; `story` already names where the article ended

    bool operator==(const Placement&) const = default;
};

} // namespace Scoredesk
