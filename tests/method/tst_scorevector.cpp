// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/method/methodfile.h"
#include "storage/method/scorevector.h"
#include "tests/support/samples.h"

#include <QTest>

using namespace Scoredesk;
using namespace Qt::StringLiterals;

/// The one line that rebuilds a card anywhere.
class ScoreVectorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesTheKnownCard();
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void nothingJudgedHasNoVector();
    void readsTheVersionMeant();
};

void ScoreVectorTest::writesTheKnownCard()
{
    const Scorecard card = Test::fullDossier().cards.first();
    QCOMPARE(toVector(*builtInMethod(u"impact"_s), card),
             u"impact:1/ST:7/NO:6.5/AU:9/CO:7.5/CN:9/SO:8/FU:1.5"_s);
    QCOMPARE(toVector(*builtInMethod(u"published"_s), card),
             u"published:1/ST:7/NO:6.5/AU:9/CO:7.5/CN:9/SO:8/FU:1.5"_s);
}

void ScoreVectorTest::reads_data()
{
    QTest::addColumn<QString>("vector");
    QTest::addColumn<QString>("canonical");
    const QString full = u"impact:1/ST:7/NO:6.5/AU:9/CO:7.5/CN:9/SO:8/FU:1.5"_s;
    QTest::newRow("full") << full << full;
    QTest::newRow("blanks around it") << u" \t"_s + full + u"\r\n"_s << full;
    QTest::newRow("another order") << u"impact:1/FU:1.5/ST:7"_s << u"impact:1/ST:7/FU:1.5"_s;
    QTest::newRow("missing codes are unset") << u"impact:1/SO:8"_s << u"impact:1/SO:8"_s;
    QTest::newRow("not applicable") << u"impact:1/ST:X/NO:0"_s << u"impact:1/ST:X/NO:0"_s;
    QTest::newRow("small letters") << u"Impact:1/st:x/no:10"_s << u"impact:1/ST:X/NO:10"_s;
    QTest::newRow("trailing zeros") << u"impact:1/ST:7.0/NO:10.0"_s << u"impact:1/ST:7/NO:10"_s;
    QTest::newRow("another method") << u"published:1/ST:7"_s << u"published:1/ST:7"_s;
}

void ScoreVectorTest::reads()
{
    QFETCH(QString, vector);
    QFETCH(QString, canonical);
    const Result<Scorecard> card = parseVector(vector, builtInMethods());
    QVERIFY2(card, card ? "" : qPrintable(card.error().message));
    QCOMPARE(card->methodVersion, 1);
    QCOMPARE(toVector(*builtInMethod(card->methodKey), *card), canonical);
}

void ScoreVectorTest::refuses_data()
{
    QTest::addColumn<QString>("vector");
    QTest::addColumn<QString>("named");
    QTest::newRow("empty") << QString() << u"“”"_s;
    QTest::newRow("no method") << u"ST:7/NO:6"_s << u"“ST:7”"_s;
    QTest::newRow("method without version") << u"impact/ST:7"_s << u"“impact”"_s;
    QTest::newRow("unknown method") << u"cvss:3/ST:7"_s << u"“cvss:3” names a method"_s;
    QTest::newRow("unknown version") << u"impact:9/ST:7"_s << u"“impact:9” names a version"_s;
    QTest::newRow("unknown code") << u"impact:1/ST:7/ZZ:3"_s << u"“ZZ:3”"_s;
    QTest::newRow("code twice") << u"impact:1/ST:7/st:8"_s << u"“st:8”"_s;
    QTest::newRow("no value") << u"impact:1/ST:"_s << u"“ST:”"_s;
    QTest::newRow("no code") << u"impact:1/:7"_s << u"“:7”"_s;
    QTest::newRow("no colon") << u"impact:1/ST7"_s << u"“ST7”"_s;
    QTest::newRow("empty part") << u"impact:1//ST:7"_s << u"“”"_s;
    QTest::newRow("above ten") << u"impact:1/ST:10.5"_s << u"“ST:10.5”"_s;
    QTest::newRow("below nought") << u"impact:1/ST:-1"_s << u"“ST:-1”"_s;
    QTest::newRow("hundredths") << u"impact:1/ST:7.25"_s << u"“ST:7.25”"_s;
    QTest::newRow("exponent") << u"impact:1/ST:1e1"_s << u"“ST:1e1”"_s;
    QTest::newRow("not a number") << u"impact:1/ST:nan"_s << u"“ST:nan”"_s;
    QTest::newRow("only a method") << u"impact:1"_s << u"no value"_s;
    QTest::newRow("a page of text") << QString(10'000, u'a') << u"aaaa…”"_s;
}

void ScoreVectorTest::refuses()
{
    QFETCH(QString, vector);
    QFETCH(QString, named);
    const Result<Scorecard> card = parseVector(vector, builtInMethods());
    QVERIFY(!card);
    QCOMPARE(card.error().code, ErrorCode::InvalidInput);
    QVERIFY2(card.error().message.contains(named), qPrintable(card.error().message));
    QVERIFY(card.error().message.size() < 300);
}

void ScoreVectorTest::nothingJudgedHasNoVector()
{
    Scorecard card;
    card.cells[u"stakes"_s].rationale = u"thought about it"_s;
    QCOMPARE(toVector(builtInMethods().first(), card), QString());
}

void ScoreVectorTest::readsTheVersionMeant()
{
    Method later = builtInMethods().first();
    later.version = 2;
    const QList<Method> methods = {later, builtInMethods().first()};
    QCOMPARE(parseVector(u"impact:1/ST:7"_s, methods)->methodVersion, 1);
    QCOMPARE(parseVector(u"impact:2/ST:7"_s, methods)->methodVersion, 2);
}

QTEST_APPLESS_MAIN(ScoreVectorTest)
#include "tst_scorevector.moc"
