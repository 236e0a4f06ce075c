// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clustering/clustersettings.h"
#include "tests/support/clustering/clusterdata.h"

#include <QTest>

#include <map>

using namespace Scoredesk;
using namespace Qt::StringLiterals;

/// How well labelled streams are grouped, so that a change of the method that harms it is seen.
class ClusterQualityTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reachesItsFigures();
};

void ClusterQualityTest::reachesItsFigures()
{
    std::map<QString, std::pair<double, int>> means;
    for (const Test::LabelledSet& set : Test::labelledSets()) {
        const auto articles = Test::readLabelled(set);
        if (articles.isEmpty())
            QSKIP("the labelled streams are not beside the project");
        const Test::BCubed score = Test::scoreGrouping(articles, Test::groupAll(articles, {}));
        qInfo("%s %s: precision %.3f recall %.3f F1 %.3f", qPrintable(set.name), qPrintable(set.kindName()),
              score.precision, score.recall, score.f1());
        // A wrong merge costs an analyst more than a split.
        if (set.kind != Test::TextKind::Title)
            QVERIFY2(score.precision >= 0.85, qPrintable(set.name + u' ' + set.kindName()));
        if (set.aimed) {
            means[set.kindName()].first += score.f1();
            means[set.kindName()].second += 1;
        }
    }
    const std::map<QString, double> wanted = {{u"title"_s, 0.82}, {u"lede"_s, 0.91}, {u"full"_s, 0.90}};
    for (const auto& [kind, least] : wanted) {
        const double mean = means[kind].first / means[kind].second;
        QVERIFY2(mean >= least, qPrintable(u"%1: %2"_s.arg(kind).arg(mean)));
    }
}

QTEST_APPLESS_MAIN(ClusterQualityTest)

#include "tst_clusterquality.moc"
