// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/method/methodfile.h"
#include "storage/method/suggestions.h"
#include "tests/support/samples.h"
#include "tests/support/shareddata.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>

using namespace Scoredesk;
using namespace Qt::StringLiterals;

/// What the program would score, and how good it is at it.
class SuggestionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void coverageFollowsTheFit_data();
    void coverageFollowsTheFit();
    void evidence();
    void noBasisNoSuggestion();
    void errorIsAsStated();
};

static Dossier covered(int seen, std::optional<int> stated)
{
    Dossier dossier;
    dossier.coverage.outlets = seen;
    dossier.story.stated.outlets = stated;
    return dossier;
}

void SuggestionsTest::coverageFollowsTheFit_data()
{
    QTest::addColumn<int>("outlets");
    QTest::addColumn<QString>("value");
    QTest::newRow("one") << 1 << u"2.8"_s;
    QTest::newRow("five") << 5 << u"5"_s;
    QTest::newRow("eighteen") << 18 << u"7.2"_s;
    QTest::newRow("seventy") << 70 << u"9.8"_s;
    QTest::newRow("more than the scale holds") << 500 << u"10"_s;
    QTest::newRow("absurdly many") << 2'000'000'000 << u"10"_s;
}

void SuggestionsTest::coverageFollowsTheFit()
{
    QFETCH(int, outlets);
    QFETCH(QString, value);
    const auto suggestion = suggestionFor(covered(outlets, {}), builtInMethods().first(), u"coverage"_s);
    QVERIFY(suggestion);
    QCOMPARE(suggestion->value.toText(), value);
}

void SuggestionsTest::evidence()
{
    const Dossier dossier = Test::fullDossier(); // 18 stated, 3 seen
    const QList<Suggestion> all = suggestionsFor(dossier, builtInMethods().first());
    QCOMPARE(all.size(), 1);
    QCOMPARE(all.first().dimension, u"coverage"_s);
    QCOMPARE(all.first().facts, (QStringList{u"18"_s, u"3"_s, QString(), u"stated"_s}));

    Dossier seen = dossier;
    seen.story.stated.outlets = 2;
    seen.story.stated.tierOne.reset();
    QCOMPARE(suggestionsFor(seen, builtInMethods().first()).first().facts,
             (QStringList{u"3"_s, u"1"_s, u"2"_s, u"seen"_s}));
}

void SuggestionsTest::noBasisNoSuggestion()
{
    const Method& method = builtInMethods().first();
    QVERIFY(suggestionsFor(covered(0, {}), method).isEmpty());
    QVERIFY(suggestionsFor(covered(0, 0), method).isEmpty());
    QVERIFY(suggestionsFor(covered(0, -5), method).isEmpty());
    QVERIFY(!suggestionFor(covered(9, {}), method, u"stakes"_s));
    Method other = method;
    other.dimensions.removeIf([](const Dimension& dimension) { return dimension.key == u"coverage"; });
    QVERIFY(suggestionsFor(covered(9, {}), other).isEmpty());
}

/// The error that a suggestion states is measured again here, on the stories it was fitted to.
void SuggestionsTest::errorIsAsStated()
{
    QFile file(Test::sharedData(u"data/scored-stories.json"_s));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("the scored stories are not beside the project");
    const QJsonArray stories = QJsonDocument::fromJson(file.readAll()).array();
    QVERIFY(!stories.isEmpty());
    double sum = 0;
    for (const QJsonValue& story : stories)
        sum += story[u"metrics"_s][u"coverage"_s].toDouble();
    const double mean = sum / double(stories.size());
    double error = 0;
    double meanError = 0;
    Suggestion last;
    for (const QJsonValue& story : stories) {
        const int outlets = story[u"signals"_s][u"outletCount"_s].toInt();
        const double given = story[u"metrics"_s][u"coverage"_s].toDouble();
        const auto suggestion = suggestionFor(covered(0, outlets), builtInMethods().first(), u"coverage"_s);
        QVERIFY(suggestion);
        last = *suggestion;
        error += std::abs(suggestion->value.number() - given);
        meanError += std::abs(mean - given);
    }
    error /= double(stories.size());
    meanError /= double(stories.size());
    QVERIFY2(std::abs(error - last.error) < 0.03, qPrintable(QString::number(error)));
    QVERIFY2(std::abs(meanError - last.meanError) < 0.03, qPrintable(QString::number(meanError)));
}

QTEST_APPLESS_MAIN(SuggestionsTest)
#include "tst_suggestions.moc"
