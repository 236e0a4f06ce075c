// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clustering/clusterer.h"
#include "tests/support/clustering/clusterdata.h"
#include "tests/support/shareddata.h"

#include <QCoreApplication>
#include <QTextStream>

#include <map>

using namespace Scoredesk;

namespace {

/// The settings that a tuner may turn, by name.
std::map<QString, double ClusterSettings::*> knobs()
{
    using S = ClusterSettings;
    return {{QStringLiteral("titleWeight"), &S::titleWeight},
            {QStringLiteral("ledeWeight"), &S::ledeWeight},
            {QStringLiteral("bodyWeight"), &S::bodyWeight},
            {QStringLiteral("rarityExponent"), &S::rarityExponent},
            {QStringLiteral("rarityOffset"), &S::rarityOffset},
            {QStringLiteral("expectedStories"), &S::expectedStories},
            {QStringLiteral("centroidShare"), &S::centroidShare},
            {QStringLiteral("titleThreshold"), &S::titleThreshold},
            {QStringLiteral("ledeThreshold"), &S::ledeThreshold},
            {QStringLiteral("fullThreshold"), &S::fullThreshold},
            {QStringLiteral("fadeSinceLast"), &S::fadeSinceLast},
            {QStringLiteral("fadeSinceFirst"), &S::fadeSinceFirst},
            {QStringLiteral("foldScore"), &S::foldScore},
            {QStringLiteral("titleFoldCosine"), &S::titleFoldCosine},
            {QStringLiteral("textFoldCosine"), &S::textFoldCosine},
            {QStringLiteral("foldMostHours"), &S::foldMostHours},
            {QStringLiteral("windowDays"), &S::windowDays}};
}

std::map<QString, int ClusterSettings::*> wholeKnobs()
{
    using S = ClusterSettings;
    return {{QStringLiteral("mostTerms"), &S::mostTerms},
            {QStringLiteral("ledeLength"), &S::ledeLength},
            {QStringLiteral("ledeSpan"), &S::ledeSpan},
            {QStringLiteral("fullSpan"), &S::fullSpan},
            {QStringLiteral("witnesses"), &S::witnesses},
            {QStringLiteral("foldMostArticles"), &S::foldMostArticles},
            {QStringLiteral("foldTries"), &S::foldTries}};
}

} // namespace

/// Prints how well the open streams are grouped, set by set: `tune_clustering [knob=value …]`.
int main(int argc, char** argv)
{
    const QCoreApplication app(argc, argv);
    QTextStream out(stdout);
    ClusterSettings settings;
    for (const QString& argument : app.arguments().mid(1)) {
        const QString name = argument.section(u'=', 0, 0);
        const QString value = argument.section(u'=', 1);
        const auto real = knobs();
        const auto whole = wholeKnobs();
        if (const auto knob = real.find(name); knob != real.end()) {
            settings.*(knob->second) = value.toDouble();
        } else if (const auto wholeKnob = whole.find(name); wholeKnob != whole.end()) {
            settings.*(wholeKnob->second) = value.toInt();
        } else {
            out << "unknown: " << argument << Qt::endl;
            return 2;
        }
    }
    std::map<QString, std::pair<double, int>> means;
    for (const Test::LabelledSet& set : Test::labelledSets()) {
        const auto articles = Test::readLabelled(set);
        if (articles.isEmpty()) {
            out << set.name << ": not there, skipped" << Qt::endl;
            continue;
        }
        const Test::BCubed score = Test::scoreGrouping(articles, Test::groupAll(articles, settings));
        out << QStringLiteral("%1 %2  P %3  R %4  F1 %5  stories %6")
                   .arg(set.name, -9)
                   .arg(set.kindName(), -6)
                   .arg(score.precision, 0, 'f', 4)
                   .arg(score.recall, 0, 'f', 4)
                   .arg(score.f1(), 0, 'f', 4)
                   .arg(score.stories)
            << Qt::endl;
        auto& mean = means[set.aimed ? set.kindName() : QStringLiteral("others")];
        mean.first += score.f1();
        mean.second += 1;
    }
    for (const auto& [name, mean] : means)
        out << QStringLiteral("mean %1 %2").arg(name, -6).arg(mean.first / mean.second, 0, 'f', 4)
            << Qt::endl;
    return 0;
}
