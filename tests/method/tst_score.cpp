// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/domain/score.h"

#include <QTest>

using namespace Scoredesk;

/// The value of one dimension: what is read, shown and rounded.
class ScoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsText_data();
    void readsText();
    void roundsHalfAwayFromZero_data();
    void roundsHalfAwayFromZero();
    void unsetIsNeitherZeroNorFive();
};

void ScoreTest::readsText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("understood");
    QTest::addColumn<QString>("shown");
    QTest::newRow("whole") << QStringLiteral("7") << true << QStringLiteral("7");
    QTest::newRow("tenths") << QStringLiteral("7.5") << true << QStringLiteral("7.5");
    QTest::newRow("trailing zero") << QStringLiteral("7.0") << true << QStringLiteral("7");
    QTest::newRow("decimal comma") << QStringLiteral("7,5") << true << QStringLiteral("7.5");
    QTest::newRow("top") << QStringLiteral("10") << true << QStringLiteral("10");
    QTest::newRow("not applicable") << QStringLiteral(" x ") << true << QStringLiteral("X");
    QTest::newRow("n/a") << QStringLiteral("N/A") << true << QStringLiteral("X");
    QTest::newRow("empty is unset") << QString() << true << QString();
    QTest::newRow("dash is unset") << QStringLiteral("—") << true << QString();
    QTest::newRow("above ten") << QStringLiteral("10.1") << false << QString();
    QTest::newRow("negative") << QStringLiteral("-1") << false << QString();
    QTest::newRow("not a number") << QStringLiteral("nan") << false << QString();
    QTest::newRow("word") << QStringLiteral("high") << false << QString();
}

void ScoreTest::readsText()
{
    QFETCH(QString, text);
    QFETCH(bool, understood);
    QFETCH(QString, shown);
    const auto score = Score::fromText(text);
    QCOMPARE(score.has_value(), understood);
    if (score)
        QCOMPARE(score->toText(), shown);
}

void ScoreTest::roundsHalfAwayFromZero_data()
{
    QTest::addColumn<double>("number");
    QTest::addColumn<int>("tenths");
    QTest::newRow("tie that binary keeps") << 8.25 << 83;
    QTest::newRow("tie that binary loses") << 1.15 << 12;
    QTest::newRow("below a tie") << 8.249 << 82;
    QTest::newRow("below zero") << -3.0 << 0;
    QTest::newRow("above ten") << 11.0 << 100;
    QTest::newRow("not a number") << qQNaN() << 0;
}

void ScoreTest::roundsHalfAwayFromZero()
{
    QFETCH(double, number);
    QFETCH(int, tenths);
    QCOMPARE(Score::fromNumber(number).tenths(), tenths);
}

void ScoreTest::unsetIsNeitherZeroNorFive()
{
    QVERIFY(Score() != Score::fromTenths(0));
    QVERIFY(Score() != Score::fromTenths(50));
    QVERIFY(Score() != Score::notApplicable());
    QVERIFY(Score().isUnset());
}

QTEST_APPLESS_MAIN(ScoreTest)
#include "tst_score.moc"
