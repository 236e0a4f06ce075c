// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Scoredesk {

/// How articles are weighed and joined. docs/clustering.md tells where the values come from.
struct ClusterSettings {
    // Term weights
    double titleWeight = 1.0;
    double ledeWeight = 0.31;
    double bodyWeight = 0.17;
    double rarityExponent = 1.0;
    double rarityOffset = 1.75;
    double expectedStories = 150; ///< how many stories commonWords() counts as
    int mostTerms = 60;           ///< an article keeps its heaviest
    int ledeLength = 300;         ///< characters of text that count as lede

    // Joining: a share of the centroid's cosine, the rest the mean cosine of the nearest articles
    double centroidShare = 0.15;
    int witnesses = 3;
    double titleThreshold = 0.22;
    double ledeThreshold = 0.265;
    double fullThreshold = 0.34;
    int ledeSpan = 400;           ///< up to so many characters a text is judged as a lede
    int fullSpan = 1600;          ///< from so many on as a full text; between the two thresholds meet
    double fadeSinceLast = 0.26;  ///< a day; 0 turns it off
    double fadeSinceFirst = 0.05; ///< a day; 0 turns it off

    // Folding a young story into an older one, after an article was near to both
    double foldScore = 1.0;       ///< of the threshold, which the article must reach with the other story
    double titleFoldCosine = 0.7; ///< of the threshold, which the two stories must reach
    double textFoldCosine = 1.0;  ///< the same where the article has text
    int foldMostArticles = 100;
    double foldMostHours = 36;
    int foldTries = 4;

    double windowDays = 7;

    bool operator==(const ClusterSettings&) const = default;
};

} // namespace Scoredesk
