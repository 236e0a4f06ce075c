// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/method/impact.h"
#include "storage/method/methodfile.h"
#include "tests/support/samples.h"
#include "tests/support/shareddata.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace Scoredesk;
using namespace Qt::StringLiterals;

/// Impact, its range, its sensitivity and its drift, under both built-in methods.
class ImpactTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theKnownCard();
    void agreesWithTheFormula_data();
    void agreesWithTheFormula();
    void scoredStoriesAgreeWithTheFormula();
    void unsetGivesTheRange();
    void rangeOfABlankCard();
    void nothingCounts();
    void shown_data();
    void shown();
    void bands_data();
    void bands();
    void sensitivityIsTheLeastMove_data();
    void sensitivityIsTheLeastMove();
    void sensitivityNeedsACompleteCard();
    void drift_data();
    void drift();
    void driftNeedsBothSides();
    void sharesAddUpToAHundred_data();
    void sharesAddUpToAHundred();
};

static const QStringList keys = {u"stakes"_s,       u"novelty"_s, u"authority"_s, u"coverage"_s,
                                 u"concreteness"_s, u"social"_s,  u"fud_risk"_s};

/// Values in the order of `keys`: numbers, "X", or "" for unset.
static Scorecard cardOf(const QString& values)
{
    Scorecard card;
    const QStringList texts = values.split(u' ');
    Q_ASSERT(texts.size() == keys.size());
    for (qsizetype i = 0; i < keys.size(); ++i)
        card.cells[keys.at(i)].value = *Score::fromText(texts.at(i) == u"?" ? QString() : texts.at(i));
    return card;
}

/// The formulas of the method's description once more, written without regard to the code under test.
static double expected(const QString& method, const Scorecard& card)
{
    static const QList<double> weights = {0.22, 0.18, 0.15, 0.12, 0.12, 0.11};
    double sum = 0;
    double weight = 0;
    for (qsizetype i = 0; i < weights.size(); ++i) {
        const Score score = card.value(keys.at(i));
        if (score.isNotApplicable())
            continue;
        sum += weights.at(i) * score.number();
        weight += weights.at(i);
    }
    const Score fud = card.value(keys.last());
    if (method == u"impact")
        return std::clamp(sum / weight - (fud.isNotApplicable() ? 0 : 0.2 * fud.number()), 0.0, 10.0);
    if (!fud.isNotApplicable()) {
        sum += 0.10 * (10 - fud.number());
        weight += 0.10;
    }
    return std::clamp(sum / weight, 0.0, 10.0);
}

static bool near(double a, double b)
{
    return qAbs(a - b) < 1e-9;
}

void ImpactTest::theKnownCard()
{
    const Scorecard card = Test::fullDossier().cards.first();
    const auto penalty = impactOf(*builtInMethod(u"impact"_s), card);
    QVERIFY(penalty && penalty->isComplete());
    QVERIFY2(qAbs(penalty->low - 7.389) < 5e-4, qPrintable(QString::number(penalty->low, 'g', 12)));
    QCOMPARE(penalty->low, penalty->high);
    QCOMPARE(shownImpact(penalty), u"7.4"_s);
    const auto trust = impactOf(*builtInMethod(u"published"_s), card);
    QVERIFY(trust && near(trust->low, 7.770));
    QCOMPARE(shownImpact(trust), u"7.8"_s);
}

void ImpactTest::agreesWithTheFormula_data()
{
    QTest::addColumn<QString>("values");
    QTest::newRow("all zero") << u"0 0 0 0 0 0 0"_s;
    QTest::newRow("all ten") << u"10 10 10 10 10 10 10"_s;
    QTest::newRow("best") << u"10 10 10 10 10 10 0"_s;
    QTest::newRow("clamped at zero") << u"1 1 0.5 0 2 1 10"_s;
    QTest::newRow("tenths") << u"7.3 6.1 8.9 4.7 9.9 0.1 3.3"_s;
    QTest::newRow("coverage not applicable") << u"7 6.5 9 X 9 8 1.5"_s;
    QTest::newRow("risk not applicable") << u"7 6.5 9 7.5 9 8 X"_s;
    QTest::newRow("one benefit left") << u"X X X X X 6.2 4"_s;
    QTest::newRow("one benefit and no risk") << u"X X 8.8 X X X X"_s;
}

void ImpactTest::agreesWithTheFormula()
{
    QFETCH(QString, values);
    const Scorecard card = cardOf(values);
    for (const Method& method : builtInMethods()) {
        const auto impact = impactOf(method, card);
        QVERIFY(impact && impact->isComplete());
        QCOMPARE(impact->low, impact->high);
        QVERIFY2(near(impact->low, expected(method.key, card)),
                 qPrintable(u"%1: %2 is not %3"_s.arg(method.key)
                                .arg(impact->low, 0, 'g', 15)
                                .arg(expected(method.key, card), 0, 'g', 15)));
    }
}

void ImpactTest::scoredStoriesAgreeWithTheFormula()
{
    QFile file(Test::sharedData(u"data/scored-stories.json"_s));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("the scored stories are not beside the project");
    const QJsonArray stories = QJsonDocument::fromJson(file.readAll()).array();
    QCOMPARE(stories.size(), 63);
    for (const QJsonValue& story : stories) {
        const QJsonObject metrics = story[u"metrics"_s].toObject();
        Scorecard card;
        for (const QString& key : keys) {
            const QJsonValue value = metrics.value(key == u"fud_risk" ? u"fudRisk"_s : key);
            QVERIFY2(value.isDouble(), qPrintable(story[u"id"_s].toString() + u": "_s + key));
            card.cells[key].value = Score::fromNumber(value.toDouble());
            QVERIFY(near(card.value(key).number(), value.toDouble()));
        }
        for (const Method& method : builtInMethods())
            QVERIFY2(near(impactOf(method, card)->low, expected(method.key, card)),
                     qPrintable(story[u"id"_s].toString()));
    }
}

void ImpactTest::unsetGivesTheRange()
{
    const QList<std::pair<QString, std::pair<QString, QString>>> cases = {
        {u"7 ? 9 7.5 9 8 1.5"_s, {u"7 0 9 7.5 9 8 1.5"_s, u"7 10 9 7.5 9 8 1.5"_s}},
        {u"7 6.5 9 7.5 9 8 ?"_s, {u"7 6.5 9 7.5 9 8 10"_s, u"7 6.5 9 7.5 9 8 0"_s}},
        {u"? X ? 7.5 9 8 ?"_s, {u"0 X 0 7.5 9 8 10"_s, u"10 X 10 7.5 9 8 0"_s}},
    };
    for (const auto& [values, ends] : cases)
        for (const Method& method : builtInMethods()) {
            const auto impact = impactOf(method, cardOf(values));
            QVERIFY(impact);
            QCOMPARE(impact->unset, values.count(u'?'));
            QVERIFY(near(impact->low, expected(method.key, cardOf(ends.first))));
            QVERIFY(near(impact->high, expected(method.key, cardOf(ends.second))));
        }
}

void ImpactTest::rangeOfABlankCard()
{
    const auto impact = impactOf(*builtInMethod(u"impact"_s), Scorecard());
    QCOMPARE(impact, std::optional(Impact{0, 10, 7}));
    QCOMPARE(shownImpact(impact), u"0.0–10.0"_s);
}

void ImpactTest::nothingCounts()
{
    for (const Method& method : builtInMethods()) {
        QVERIFY(!impactOf(method, cardOf(u"X X X X X X 3"_s)));
        QVERIFY(!impactOf(method, cardOf(u"X X X X X X ?"_s)));
        QVERIFY(sensitivityOf(method, cardOf(u"X X X X X X 3"_s)).isEmpty());
    }
    QCOMPARE(shownImpact(std::optional<Impact>()), u"—"_s);
}

void ImpactTest::shown_data()
{
    QTest::addColumn<double>("impact");
    QTest::addColumn<QString>("text");
    QTest::newRow("known card") << 7.389 << u"7.4"_s;
    QTest::newRow("tie that binary keeps") << 8.25 << u"8.3"_s;
    QTest::newRow("tie that binary loses") << 1.15 << u"1.2"_s;
    QTest::newRow("just below a tie") << 7.4499 << u"7.4"_s;
    QTest::newRow("ten") << 10.0 << u"10.0"_s;
    QTest::newRow("rounds up to ten") << 9.96 << u"10.0"_s;
    QTest::newRow("nought") << 0.0 << u"0.0"_s;
    QTest::newRow("a negative drift's tie") << -0.25 << u"−0.3"_s;
    QTest::newRow("no negative nought") << -0.04 << u"0.0"_s;
}

void ImpactTest::shown()
{
    QFETCH(double, impact);
    QFETCH(QString, text);
    QCOMPARE(shownImpact(impact), text);
}

void ImpactTest::bands_data()
{
    QTest::addColumn<double>("impact");
    QTest::addColumn<QString>("label");
    QTest::newRow("lowest") << 0.0 << u"Background"_s;
    QTest::newRow("just below Watch") << 3.999999 << u"Background"_s;
    QTest::newRow("Watch begins") << 4.0 << u"Watch"_s;
    QTest::newRow("Notable begins") << 6.0 << u"Notable"_s;
    QTest::newRow("shown as 7.5 but not yet Major") << 7.4999 << u"Notable"_s;
    QTest::newRow("Major begins") << 7.5 << u"Major"_s;
    QTest::newRow("Landmark begins") << 8.5 << u"Landmark"_s;
    QTest::newRow("highest") << 10.0 << u"Landmark"_s;
}

void ImpactTest::bands()
{
    QFETCH(double, impact);
    QFETCH(QString, label);
    for (const Method& method : builtInMethods())
        QCOMPARE(method.bandOf(impact).label, label);
}

void ImpactTest::sensitivityIsTheLeastMove_data()
{
    QTest::addColumn<QString>("values");
    QTest::newRow("known card") << u"7 6.5 9 7.5 9 8 1.5"_s;
    QTest::newRow("deep in the clamp") << u"1 1 0.5 0 2 1 10"_s;
    QTest::newRow("all zero") << u"0 0 0 0 0 0 0"_s;
    QTest::newRow("all zero at full risk") << u"0 0 0 0 0 0 10"_s;
    QTest::newRow("best") << u"10 10 10 10 10 10 0"_s;
    QTest::newRow("on a band's first value") << u"6 6 6 6 6 6 0"_s;
    QTest::newRow("not applicable") << u"6.2 X 7 5 X 8 3"_s;
    QTest::newRow("risk not applicable") << u"7 6.5 9 7.5 9 8 X"_s;
    QTest::newRow("one benefit") << u"X X X 5.9 X X 2"_s;
}

/// Compared with trying every value a dimension can be set to.
void ImpactTest::sensitivityIsTheLeastMove()
{
    QFETCH(QString, values);
    const Scorecard card = cardOf(values);
    for (const Method& method : builtInMethods()) {
        const double band = method.bandOf(impactOf(method, card)->low).from;
        QList<Sensitivity> tried;
        for (const QString& key : keys) {
            if (!card.value(key).isValue())
                continue;
            Sensitivity one{key, std::nullopt, std::nullopt};
            for (int tenths = 0; tenths <= 100; ++tenths) {
                Scorecard moved = card;
                moved.cells[key].value = Score::fromTenths(tenths);
                const double then = method.bandOf(impactOf(method, moved)->low).from;
                const double move = (tenths - card.value(key).tenths()) / 10.0;
                if (then > band && (!one.up || qAbs(move) < qAbs(*one.up)))
                    one.up = move;
                if (then < band && (!one.down || qAbs(move) < qAbs(*one.down)))
                    one.down = move;
            }
            tried.append(one);
        }
        const QList<Sensitivity> computed = sensitivityOf(method, card);
        QCOMPARE(computed.size(), tried.size());
        for (qsizetype i = 0; i < tried.size(); ++i) {
            QCOMPARE(computed.at(i).dimension, tried.at(i).dimension);
            QCOMPARE(computed.at(i).up, tried.at(i).up);
            QCOMPARE(computed.at(i).down, tried.at(i).down);
        }
    }
}

void ImpactTest::sensitivityNeedsACompleteCard()
{
    QVERIFY(sensitivityOf(*builtInMethod(u"impact"_s), cardOf(u"7 6.5 9 7.5 9 8 ?"_s)).isEmpty());
    QCOMPARE(sensitivityOf(*builtInMethod(u"impact"_s), cardOf(u"7 6.5 9 7.5 9 8 X"_s)).size(), 6);
}

void ImpactTest::drift_data()
{
    QTest::addColumn<double>("stated");
    QTest::addColumn<bool>("drifts");
    QTest::newRow("as computed") << 6.0 << false;
    QTest::newRow("just under, above") << 6.0499 << false;
    QTest::newRow("at the limit, above") << 6.05 << true;
    QTest::newRow("at the limit, below") << 5.95 << true;
    QTest::newRow("far") << 8.0 << true;
}

void ImpactTest::drift()
{
    QFETCH(double, stated);
    QFETCH(bool, drifts);
    Scorecard card = cardOf(u"6 6 6 6 6 6 0"_s);
    card.statedImpact = stated;
    const auto drift = driftOf(*builtInMethod(u"impact"_s), card);
    QVERIFY(drift && near(*drift, stated - 6.0));
    QCOMPARE(isDrift(*drift), drifts);
}

void ImpactTest::driftNeedsBothSides()
{
    const Method& method = *builtInMethod(u"impact"_s);
    Scorecard card = cardOf(u"6 6 6 6 6 6 0"_s);
    QVERIFY(!driftOf(method, card));
    card = cardOf(u"6 6 6 6 6 6 ?"_s);
    card.statedImpact = 6.0;
    QVERIFY(!driftOf(method, card));
    card = cardOf(u"X X X X X X X"_s);
    card.statedImpact = 6.0;
    QVERIFY(!driftOf(method, card));
}

void ImpactTest::sharesAddUpToAHundred_data()
{
    QTest::addColumn<QString>("method");
    QTest::addColumn<QString>("card");
    QTest::addColumn<QList<int>>("shares"); ///< in the order of `keys`; -1: none
    QTest::newRow("penalty form") << u"impact"_s << u"7 6 9 7 9 8 1"_s << QList{25, 20, 17, 13, 13, 12, -1};
    QTest::newRow("one not applicable")
        << u"impact"_s << u"7 6 9 X 9 8 1"_s << QList{28, 23, 19, -1, 16, 14, -1};
    QTest::newRow("unset ones count")
        << u"impact"_s << u"? ? ? ? ? ? ?"_s << QList{25, 20, 17, 13, 13, 12, -1};
    QTest::newRow("trust form") << u"published"_s << u"7 6 9 7 9 8 1"_s << QList{22, 18, 15, 12, 12, 11, 10};
    QTest::newRow("nothing applies") << u"impact"_s << u"X X X X X X X"_s
                                     << QList{-1, -1, -1, -1, -1, -1, -1};
}

void ImpactTest::sharesAddUpToAHundred()
{
    QFETCH(QString, method);
    QFETCH(QString, card);
    QFETCH(QList<int>, shares);
    const QMap<QString, int> found = weightShares(*builtInMethod(method), cardOf(card));
    QList<int> inOrder;
    int sum = 0;
    for (const QString& key : keys) {
        inOrder.append(found.value(key, -1));
        sum += found.value(key);
    }
    QCOMPARE(inOrder, shares);
    QCOMPARE(sum, found.isEmpty() ? 0 : 100);
}

QTEST_APPLESS_MAIN(ImpactTest)
#include "tst_impact.moc"
