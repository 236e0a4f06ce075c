// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/exchange/csvtable.h"
#include "storage/exchange/outletcsv.h"

#include <QTest>

using namespace Scoredesk;
using namespace Qt::StringLiterals;

/// Tables of outlets, as spreadsheets write them and read them.
class OutletCsvTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsCells_data();
    void readsCells();
    void refusesBytes_data();
    void refusesBytes();
    void cellsComeBack_data();
    void cellsComeBack();
    void outletsComeBack();
    void tellsEachLine_data();
    void tellsEachLine();
    void aMissingColumnChangesNothing();
    void needsANameColumn();
};

void OutletCsvTest::readsCells_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QList<QStringList>>("cells");
    using Cells = QList<QStringList>;
    QTest::newRow("plain") << QByteArray("a,b\r\n1,2\r\n") << Cells{{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}};
    QTest::newRow("no line end") << QByteArray("a,b\n1,") << Cells{{u"a"_s, u"b"_s}, {u"1"_s, u""_s}};
    QTest::newRow("old line ends") << QByteArray("a\rb\r") << Cells{{u"a"_s}, {u"b"_s}};
    QTest::newRow("quoted") << QByteArray("\"a,\"\"b\"\"\nc\",d\n") << Cells{{u"a,\"b\"\nc"_s, u"d"_s}};
    QTest::newRow("semicolons") << QByteArray("a;b;c\n1,5;2;3\n")
                                << Cells{{u"a"_s, u"b"_s, u"c"_s}, {u"1,5"_s, u"2"_s, u"3"_s}};
    QTest::newRow("tabs and a byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                              "a\tb\n")
                                                << Cells{{u"a"_s, u"b"_s}};
    QTest::newRow("blank lines") << QByteArray("a,b\n\n , \n1,2\n")
                                 << Cells{{u"a"_s, u"b"_s}, {u"1"_s, u"2"_s}};
    QTest::newRow("a guarded formula") << QByteArray("'=a,'tis\n") << Cells{{u"=a"_s, u"'tis"_s}};
}

void OutletCsvTest::readsCells()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QList<QStringList>, cells);
    const auto lines = csvLines(bytes);
    QVERIFY(lines);
    QList<QStringList> read;
    for (const CsvLine& line : *lines)
        read.append(line.cells);
    QCOMPARE(read, cells);
}

void OutletCsvTest::refusesBytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    QTest::newRow("an open quotation") << QByteArray("a\n\"b,c\n") << u"Line 2"_s;
    QTest::newRow("no UTF-8") << QByteArray("a\n\xFC\n") << u"UTF-8"_s;
}

void OutletCsvTest::refusesBytes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    const auto lines = csvLines(bytes);
    QVERIFY(!lines);
    QVERIFY2(lines.error().message.contains(says), qPrintable(lines.error().message));
}

void OutletCsvTest::cellsComeBack_data()
{
    QTest::addColumn<QString>("cell");
    for (const QString& cell : {u"plain"_s, u"a,b;c\td"_s, u"say \"no\""_s, u"two\nlines"_s, u"=1+1"_s,
                                u"'=1"_s, u"''@x"_s, u"-5"_s, u"'tis"_s, u"\tindented"_s, u"＝full"_s})
        QTest::newRow(qPrintable(cell)) << cell;
}

void OutletCsvTest::cellsComeBack()
{
    QFETCH(QString, cell);
    const QString written = csvLine({u"first"_s, cell, u"last"_s});
    QVERIFY(!written.contains(u",="_s) && !written.contains(u",\"="_s));
    const auto lines = csvLines(written.toUtf8());
    QVERIFY(lines);
    QCOMPARE(lines->size(), 1);
    QCOMPARE(lines->first().cells, (QStringList{u"first"_s, cell, u"last"_s}));
}

namespace {

QList<Outlet> deskOutlets()
{
    Outlet wire;
    wire.id = OutletId(4);
    wire.name = u"Wire, The"_s;
    wire.domains = {u"wire.example"_s, u"wire.co.example"_s};
    wire.tier = 1;
    wire.reliability = u"B"_s;
    Outlet lab;
    lab.id = OutletId(5);
    lab.name = u"Lab"_s;
    lab.firstParty = true;
    return {wire, lab};
}

} // namespace

void OutletCsvTest::outletsComeBack()
{
    const QList<Outlet> outlets = deskOutlets();
    const auto lines = outletsFromCsv(outletsToCsv(outlets), {});
    QVERIFY(lines);
    QCOMPARE(lines->size(), 2);
    for (qsizetype i = 0; i < outlets.size(); ++i) {
        Outlet expected = outlets.at(i);
        expected.id = {};
        QCOMPARE(lines->at(i).outcome, OutletLine::Outcome::New);
        QCOMPARE(lines->at(i).outlet, expected);
    }
    const auto again = outletsFromCsv(outletsToCsv(outlets), outlets);
    QVERIFY(again);
    QCOMPARE(again->first().outcome, OutletLine::Outcome::Unchanged);
    QVERIFY(outletsWanted(*again).isEmpty());
}

void OutletCsvTest::tellsEachLine_data()
{
    using Outcome = OutletLine::Outcome;
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<QString>("reason");
    QTest::newRow("new") << QByteArray("News,news.example,2,no,A") << Outcome::New << QString();
    QTest::newRow("known in another case") << QByteArray("LAB,,,yes,") << Outcome::Changed << QString();
    QTest::newRow("unchanged") << QByteArray("Lab,,,yes,") << Outcome::Unchanged << QString();
    QTest::newRow("no name") << QByteArray(",news.example,2,no,A") << Outcome::Wrong << u"no name"_s;
    QTest::newRow("tier 4") << QByteArray("News,,4,,") << Outcome::Wrong << u"\"4\""_s;
    QTest::newRow("tier in words") << QByteArray("News,,one,,") << Outcome::Wrong << u"\"one\""_s;
    QTest::newRow("perhaps first-party") << QByteArray("News,,,maybe,") << Outcome::Wrong << u"maybe"_s;
    QTest::newRow("reliability G") << QByteArray("News,,,,G") << Outcome::Wrong << u"\"G\""_s;
    QTest::newRow("an address for a domain")
        << QByteArray("News,https://news.example,,,") << Outcome::Wrong << u"no domain"_s;
}

void OutletCsvTest::tellsEachLine()
{
    QFETCH(QByteArray, line);
    QFETCH(OutletLine::Outcome, outcome);
    QFETCH(QString, reason);
    const auto lines =
        outletsFromCsv("name,domains,tier,first_party,reliability\n" + line + "\n", deskOutlets());
    QVERIFY(lines);
    QCOMPARE(lines->size(), 1);
    QCOMPARE(lines->first().number, 2);
    QCOMPARE(lines->first().outcome, outcome);
    QVERIFY2(lines->first().reason.contains(reason), qPrintable(lines->first().reason));
    QCOMPARE(lines->first().wanted,
             outcome == OutletLine::Outcome::New || outcome == OutletLine::Outcome::Changed);
}

void OutletCsvTest::aMissingColumnChangesNothing()
{
    const auto lines = outletsFromCsv("Tier;Name\n3;\"Wire, The\"\n2;\"wire, the\"\n", deskOutlets());
    QVERIFY(lines);
    Outlet expected = deskOutlets().first();
    expected.tier = 3;
    QCOMPARE(lines->first().outlet, expected);
    QCOMPARE(lines->last().outcome, OutletLine::Outcome::Wrong); // the same outlet twice
    QCOMPARE(outletsWanted(*lines), QList<Outlet>{expected});
}

void OutletCsvTest::needsANameColumn()
{
    QVERIFY(!outletsFromCsv("tier,domains\n1,x.example\n", {}));
    QVERIFY(!outletsFromCsv("", {}));
}

QTEST_APPLESS_MAIN(OutletCsvTest)
#include "tst_outletcsv.moc"
