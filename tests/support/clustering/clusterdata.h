// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/clustering/clusterarticle.h"
#include "app/clustering/clustersettings.h"

#include <QList>
#include <QString>

namespace Scoredesk::Test {

enum class TextKind { Title, Lede, Full };

/// A labelled stream of articles and how much of each is shown to the clusterer.
struct LabelledSet {
    QString name;
    TextKind kind = TextKind::Title;
    bool aimed = false; ///< counts in the means that the figures to reach speak of

    QString kindName() const;
};

struct LabelledArticle {
    ClusterArticle article;
    QString story; ///< as people grouped it
};

/// Agreement with people's grouping, averaged over articles.
struct BCubed {
    double precision = 0;
    double recall = 0;
    int stories = 0;

    double f1() const { return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0; }
};

QList<LabelledSet> labelledSets();
/// Empty where the shared data is absent.
QList<LabelledArticle> readLabelled(const LabelledSet& set);
/// The story of each, as a desk would end up with after all have come in.
QList<qint64> groupAll(const QList<LabelledArticle>& articles, const ClusterSettings& settings);
BCubed scoreGrouping(const QList<LabelledArticle>& articles, const QList<qint64>& stories);

} // namespace Scoredesk::Test
