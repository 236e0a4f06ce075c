// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/domain/quotation.h"

#include <QTest>

using namespace Scoredesk;
using namespace Qt::StringLiterals;

/// Where quoted words begin and end, where they are found again, and how they are written down.
class QuotationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesWordsWithoutBlanks_data();
    void takesWordsWithoutBlanks();
    void findsItsPlace_data();
    void findsItsPlace();
    void readsWhatItWrote();
    void refusesOtherText_data();
    void refusesOtherText();
};

void QuotationTest::takesWordsWithoutBlanks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("length");
    QTest::addColumn<int>("position");
    QTest::addColumn<QString>("words");
    QTest::newRow("words") << u"One two."_s << 4 << 4 << 4 << u"two."_s;
    QTest::newRow("blanks at both ends") << u"One\n two. Three"_s << 3 << 7 << 5 << u"two."_s;
    QTest::newRow("a no-break space") << u"One\u00a0two"_s << 3 << 4 << 4 << u"two"_s;
    QTest::newRow("a paragraph's end inside") << u"One.\nTwo."_s << 0 << 9 << 0 << u"One.\nTwo."_s;
    QTest::newRow("blanks alone") << u"One   two"_s << 3 << 3 << 6 << QString();
    QTest::newRow("nothing") << u"One"_s << 1 << 0 << 1 << QString();
    QTest::newRow("beyond the end") << u"One"_s << 1 << 90 << 1 << u"ne"_s;
    QTest::newRow("wholly beyond the end") << u"One"_s << 9 << 9 << 3 << QString();
}

void QuotationTest::takesWordsWithoutBlanks()
{
    QFETCH(QString, text);
    QFETCH(int, from);
    QFETCH(int, length);
    const Quotation taken = quotationOf(text, from, length);
    QTEST(taken.position, "position");
    QTEST(taken.words, "words");
}

void QuotationTest::findsItsPlace_data()
{
    QTest::addColumn<int>("position");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("place"); // -1: nowhere
    QTest::newRow("where it was") << 4 << u"one two two"_s << 4;
    QTest::newRow("the second of two") << 8 << u"one two two"_s << 8;
    QTest::newRow("moved on") << 4 << u"one and a two"_s << 10;
    QTest::newRow("moved back") << 9 << u"a two one"_s << 2;
    QTest::newRow("the nearer one, before") << 7 << u"- two one two"_s << 10;
    QTest::newRow("the nearer one, after") << 5 << u"- two one one two"_s << 2;
    QTest::newRow("behind the end") << 70 << u"one two"_s << 4;
    QTest::newRow("gone") << 4 << u"one tw o"_s << -1;
    QTest::newRow("no text") << 4 << QString() << -1;
}

void QuotationTest::findsItsPlace()
{
    QFETCH(int, position);
    QFETCH(QString, text);
    QFETCH(int, place);
    Quotation quotation;
    quotation.position = position;
    quotation.words = u"two"_s;
    QCOMPARE(int(placeOf(quotation, text).value_or(-1)), place);
    quotation.words.clear();
    QVERIFY(!placeOf(quotation, text));
}

void QuotationTest::readsWhatItWrote()
{
    Quotation quotation{QUuid(),
                        u"stakes"_s,
                        QUuid::createUuidV5(QUuid(), u"article"_s),
                        17,
                        u"“Quoted” \\ and\nnew \U0001F600"_s,
                        u"Ada"_s,
                        QDateTime({2026, 4, 20}, {10, 0, 0, 123}, Qt::UTC)};
    QVERIFY(quotationFromText(toText(quotation)) == quotation);
    quotation.analyst.clear(); // as it is before the store has signed it
    quotation.at = {};
    QVERIFY(quotationFromText(toText(quotation)) == quotation);
}

void QuotationTest::refusesOtherText_data()
{
    QTest::addColumn<QString>("text");
    const QString article = u"\"article\":\"7ad4b2f0-59a6-4d0c-9d52-51a1f3a3c001\""_s;
    const auto row = [&article](const char* name, const QString& rest) {
        QTest::newRow(name) << u"{"_s + article + rest + u'}';
    };
    QTest::newRow("nothing") << QString();
    QTest::newRow("prose") << u"Some words"_s;
    QTest::newRow("a list") << u"[]"_s;
    QTest::newRow("no article") << u"{\"dimension\":\"stakes\",\"words\":\"a\",\"position\":0}"_s;
    row("no words", u",\"dimension\":\"stakes\",\"words\":\"\",\"position\":0"_s);
    row("no dimension", u",\"words\":\"a\",\"position\":0"_s);
    row("no position", u",\"dimension\":\"stakes\",\"words\":\"a\""_s);
    row("a position before the text", u",\"dimension\":\"stakes\",\"words\":\"a\",\"position\":-2"_s);
    row("no time", u",\"dimension\":\"stakes\",\"words\":\"a\",\"position\":0,\"at\":\"noon\""_s);
}

void QuotationTest::refusesOtherText()
{
    QFETCH(QString, text);
    QVERIFY(!quotationFromText(text));
}

QTEST_APPLESS_MAIN(QuotationTest)
#include "tst_quotation.moc"
