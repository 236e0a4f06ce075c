// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/method/methodfile.h"
#include "tests/support/samples.h"
#include "ui/compare/comparedelegate.h"
#include "ui/compare/comparedialog.h"

#include <QTableWidget>
#include <QTest>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// Scorecards side by side: what is compared, and how it is told.
class CompareTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void differences_data();
    void differences();
    void impactsAreComparedWhereBothAreComplete();
    void showsTheCardOfTheBrief();
    void tellsDifferencesInWords();
    void coloursFollowWhatIsGood();
    void barsStandForNumbersAlone();

private:
    static Method method() { return builtInMethods().first(); }
    static Dossier with(const QString& dimension, Score value, const QString& analyst = u"Ada"_s)
    {
        Dossier dossier = fullDossier();
        dossier.cards.first().analyst = analyst;
        dossier.cards.first().cells[dimension].value = value;
        return dossier;
    }
    static int rowOf(const QString& dimension)
    {
        const QList<Dimension> dimensions = method().dimensions;
        for (int row = 0; row < dimensions.size(); ++row)
            if (dimensions[row].key == dimension)
                return row;
        return -1;
    }
};

void CompareTest::differences_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("other");
    QTest::addColumn<std::optional<int>>("tenths");
    QTest::newRow("more") << u"6.5"_s << u"7"_s << std::optional(5);
    QTest::newRow("less") << u"7"_s << u"0"_s << std::optional(-70);
    QTest::newRow("equal") << u"7"_s << u"7"_s << std::optional(0);
    QTest::newRow("not judged") << u"7"_s << QString() << std::optional<int>();
    QTest::newRow("first not judged") << QString() << u"7"_s << std::optional<int>();
    QTest::newRow("not applicable") << u"7"_s << u"X"_s << std::optional<int>();
    QTest::newRow("neither applies") << u"X"_s << u"X"_s << std::optional<int>();
}

void CompareTest::differences()
{
    QFETCH(const QString, first);
    QFETCH(const QString, other);
    QFETCH(const std::optional<int>, tenths);
    const Comparison comparison =
        compare({with(u"stakes"_s, *Score::fromText(first)), with(u"stakes"_s, *Score::fromText(other))},
                method(), u"Ada"_s);
    QCOMPARE(comparison.dimensions.size(), method().dimensions.size());
    const ComparedDimension& stakes = comparison.dimensions[rowOf(u"stakes"_s)];
    QCOMPARE(stakes.dimension.key, u"stakes"_s);
    QVERIFY(!stakes.scores[0].tenths);
    QCOMPARE(stakes.scores[1].value, *Score::fromText(other));
    QVERIFY(stakes.scores[1].tenths == tenths);
}

void CompareTest::impactsAreComparedWhereBothAreComplete()
{
    const Dossier unset = with(u"novelty"_s, Score());
    const Comparison comparison =
        compare({fullDossier(), with(u"stakes"_s, Score::fromTenths(80)), unset, plainDossier(u"Bare"_s)},
                method(), u"Ada"_s);
    QVERIFY(!comparison.stories[0].difference);
    QVERIFY(comparison.stories[1].difference && *comparison.stories[1].difference > 0);
    QVERIFY(comparison.stories[2].impact && !comparison.stories[2].impact->isComplete());
    QVERIFY(!comparison.stories[2].difference);
    QVERIFY(!comparison.stories[3].impact); // nothing judged: no impact, not a range from 0 to 10
}

void CompareTest::showsTheCardOfTheBrief()
{
    Dossier both = with(u"stakes"_s, Score::fromTenths(20), u"Bea"_s);
    both.cards.append(fullDossier().cards.first());
    const Comparison comparison =
        compare({both, with(u"stakes"_s, Score::fromTenths(30), u"Bea"_s)}, method(), u"Ada"_s);
    QCOMPARE(comparison.stories[0].card.analyst, u"Ada"_s);
    QCOMPARE(comparison.stories[1].card.analyst, u"Bea"_s);
    const CompareDialog dialog(comparison, method(), u"Ada"_s);
    const auto* table = dialog.findChild<QTableWidget*>();
    QVERIFY(!table->item(0, 0)->text().contains(u"card of"_s));
    QVERIFY(table->item(0, 1)->text().contains(u"card of Bea"_s));
}

void CompareTest::tellsDifferencesInWords()
{
    const CompareDialog dialog(
        compare({fullDossier(), with(u"stakes"_s, Score::fromTenths(65)), with(u"stakes"_s, Score()),
                 with(u"stakes"_s, Score::notApplicable())},
                method(), u"Ada"_s),
        method(), u"Ada"_s);
    const auto* table = dialog.findChild<QTableWidget*>();
    QCOMPARE(table->columnCount(), 4);
    const int row = rowOf(u"stakes"_s) + 1;
    QCOMPARE(table->verticalHeaderItem(row)->text(), u"Stakes"_s);
    QCOMPARE(table->item(row, 0)->text(), u"7.0"_s);
    QVERIFY(table->item(row, 0)->data(CompareDelegate::DifferenceRole).isNull());
    QCOMPARE(table->item(row, 1)->text(), u"6.5"_s);
    QCOMPARE(table->item(row, 1)->data(CompareDelegate::DifferenceRole).toString(), u"−0.5"_s);
    QVERIFY(table->item(row, 1)->data(Qt::AccessibleTextRole).toString().contains(u"−0.5"_s));
    QCOMPARE(table->item(row, 2)->text(), u"—"_s);
    QCOMPARE(table->item(row, 3)->text(), u"n/a"_s);
    QVERIFY(table->item(0, 0)->text().startsWith(u"7.4 · Notable"_s));
    QVERIFY(table->item(0, 1)->text().contains(u"−0.1"_s));
    QVERIFY(table->horizontalHeaderItem(0)->text().startsWith(u"Open model passes 10M downloads"_s));
    const int other = rowOf(u"novelty"_s) + 1;
    QCOMPARE(table->item(other, 1)->data(CompareDelegate::DifferenceRole).toString(), u"±0.0"_s);
}

void CompareTest::coloursFollowWhatIsGood()
{
    Dossier worse = with(u"stakes"_s, Score::fromTenths(90));
    worse.cards.first().cells[u"fud_risk"_s].value = Score::fromTenths(60);
    const CompareDialog dialog(compare({fullDossier(), worse}, method(), u"Ada"_s), method(), u"Ada"_s);
    const auto* table = dialog.findChild<QTableWidget*>();
    QCOMPARE(table->item(rowOf(u"stakes"_s) + 1, 1)->data(CompareDelegate::BetterRole).toInt(), 1);
    QCOMPARE(table->item(rowOf(u"fud_risk"_s) + 1, 1)->data(CompareDelegate::BetterRole).toInt(), -1);
    QCOMPARE(table->item(rowOf(u"novelty"_s) + 1, 1)->data(CompareDelegate::BetterRole).toInt(), 0);
}

void CompareTest::barsStandForNumbersAlone()
{
    CompareDialog dialog(
        compare({with(u"stakes"_s, Score::fromTenths(25)), with(u"stakes"_s, Score())}, method(), u"Ada"_s),
        method(), u"Ada"_s);
    const auto* table = dialog.findChild<QTableWidget*>();
    const int row = rowOf(u"stakes"_s) + 1;
    QCOMPARE(table->item(row, 0)->data(CompareDelegate::FractionRole).toDouble(), 0.25);
    QVERIFY(!table->item(row, 1)->data(CompareDelegate::FractionRole).isValid());
    dialog.show(); // painted without a warning, which would fail the test
    QVERIFY(!dialog.grab().isNull());
}

QTEST_MAIN(CompareTest)
#include "tst_compare.moc"
