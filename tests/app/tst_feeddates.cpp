// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/parse/dates/dateparser.h"
#include "tests/support/shareddata.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Scoredesk;
using namespace Qt::StringLiterals;

/// Dates as feeds write them.
class FeedDatesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void agreesWithTheTable();
};

namespace {

QDateTime parsed(const QByteArray& text)
{
    return parseFeedDate({text.constData(), static_cast<std::size_t>(text.size())});
}

} // namespace

void FeedDatesTest::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("utc");
    QTest::newRow("RFC 822, offset") << QByteArray("Tue, 05 Mar 2024 09:07:01 +0130")
                                     << u"2024-03-05T07:37:01Z"_s;
    QTest::newRow("RFC 822, no weekday, no seconds")
        << QByteArray("5 Mar 2024 09:07 GMT") << u"2024-03-05T09:07:00Z"_s;
    QTest::newRow("two-digit year of this century")
        << QByteArray("05 Mar 24 09:07:01 Z") << u"2024-03-05T09:07:01Z"_s;
    QTest::newRow("two-digit year of the last")
        << QByteArray("05 Mar 97 09:07:01 Z") << u"1997-03-05T09:07:01Z"_s;
    QTest::newRow("named zone") << QByteArray("Tue, 05 Mar 2024 09:07:01 CEST") << u"2024-03-05T07:07:01Z"_s;
    QTest::newRow("military zone as RFC 822 has it")
        << QByteArray("05 Mar 2024 09:07:01 C") << u"2024-03-05T12:07:01Z"_s;
    QTest::newRow("zone of a place, in summer")
        << QByteArray("Fri, 05 Jul 2024 09:07:01 Europe/Paris") << u"2024-07-05T07:07:01Z"_s;
    QTest::newRow("zone of a place, in winter")
        << QByteArray("Fri, 05 Jan 2024 09:07:01 Europe/Paris") << u"2024-01-05T08:07:01Z"_s;
    QTest::newRow("GMT with an offset")
        << QByteArray("Tue Mar 05 2024 09:07:01 GMT-0330") << u"2024-03-05T12:37:01Z"_s;
    QTest::newRow("comments within comments")
        << QByteArray("Tue, 5 (a (b\\) c) d) Mar 2024 09:07:01 Z (x)") << u"2024-03-05T09:07:01Z"_s;
    QTest::newRow("RFC 3339 with fractions")
        << QByteArray("2024-03-05T09:07:01.98765+02:00") << u"2024-03-05T07:07:01Z"_s;
    QTest::newRow("offset and Z") << QByteArray("2024-03-05T09:07:01+02:00Z") << u"2024-03-05T07:07:01Z"_s;
    QTest::newRow("space for T, no zone") << QByteArray("2024-03-05 09:07") << u"2024-03-05T09:07:00Z"_s;
    QTest::newRow("packed") << QByteArray("20240305T090701Z") << u"2024-03-05T09:07:01Z"_s;
    QTest::newRow("date alone") << QByteArray("2024-03-05") << u"2024-03-05T00:00:00Z"_s;
    QTest::newRow("month alone") << QByteArray("2024-03") << u"2024-03-01T00:00:00Z"_s;
    QTest::newRow("year alone") << QByteArray("2024") << u"2024-01-01T00:00:00Z"_s;
    QTest::newRow("day of the year") << QByteArray("2024-065") << u"2024-03-05T00:00:00Z"_s;
    QTest::newRow("midnight at the day's end")
        << QByteArray("2024-02-28T24:00:00Z") << u"2024-02-29T00:00:00Z"_s;
    QTest::newRow("leap second") << QByteArray("2016-12-31T23:59:60Z") << u"2016-12-31T23:59:59Z"_s;
    QTest::newRow("seconds since 1970") << QByteArray("1709629621") << u"2024-03-05T09:07:01Z"_s;
    QTest::newRow("milliseconds since 1970") << QByteArray("1709629621000") << u"2024-03-05T09:07:01Z"_s;
    QTest::newRow("asctime") << QByteArray("Tue Mar  5 09:07:01 2024") << u"2024-03-05T09:07:01Z"_s;
    QTest::newRow("afternoon") << QByteArray("March 5th, 2024 at 9:07 p.m. EST") << u"2024-03-06T02:07:00Z"_s;
    QTest::newRow("noon") << QByteArray("Mar 5, 2024 12:07 PM") << u"2024-03-05T12:07:00Z"_s;
    QTest::newRow("half past midnight") << QByteArray("Mar 5, 2024 12:30 am") << u"2024-03-05T00:30:00Z"_s;
    QTest::newRow("slashes, month first") << QByteArray("03/05/2024 09:07:01") << u"2024-03-05T09:07:01Z"_s;
    QTest::newRow("slashes, day first where no month can be")
        << QByteArray("25/03/2024") << u"2024-03-25T00:00:00Z"_s;
    QTest::newRow("dots") << QByteArray("05.03.2024 09:07") << u"2024-03-05T09:07:00Z"_s;
    QTest::newRow("German") << QByteArray("Di, 5. März 2024 09:07:01 +0100") << u"2024-03-05T08:07:01Z"_s;
    QTest::newRow("French, where the weekday looks like a month")
        << QByteArray("mar., 05 août 2024 09:07:01 +0200") << u"2024-08-05T07:07:01Z"_s;
    QTest::newRow("Spanish") << QByteArray("lun, 05 ene 2024 09:07:01 +0000") << u"2024-01-05T09:07:01Z"_s;
    QTest::newRow("Russian") << QByteArray("Вт, 5 мая 2024 09:07:01 MSK") << u"2024-05-05T06:07:01Z"_s;
    QTest::newRow("Polish, a month that contains another")
        << QByteArray("5 lipca 2024") << u"2024-07-05T00:00:00Z"_s;
    QTest::newRow("Korean afternoon") << QByteArray("2024-03-05 오후 06:07:01") << u"2024-03-05T09:07:01Z"_s;
    QTest::newRow("space and line ends around")
        << QByteArray("\n\t Tue, 05 Mar 2024 09:07:01 GMT \n") << u"2024-03-05T09:07:01Z"_s;
}

void FeedDatesTest::reads()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, utc);
    const QDateTime date = parsed(text);
    QCOMPARE(date.toString(Qt::ISODate), utc);
    QCOMPARE(date.timeSpec(), Qt::UTC);
}

void FeedDatesTest::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("words") << QByteArray("yesterday");
    QTest::newRow("month 13") << QByteArray("2024-13-05");
    QTest::newRow("30 February") << QByteArray("2024-02-30");
    QTest::newRow("29 February of a common year") << QByteArray("29 Feb 2023 00:00:00 GMT");
    QTest::newRow("hour 25") << QByteArray("2024-03-05T25:00:00Z");
    QTest::newRow("minute 60") << QByteArray("2024-03-05T09:60:00Z");
    QTest::newRow("four parts of time") << QByteArray("5 Mar 2024 9:7:1:2 GMT");
    QTest::newRow("day without year") << QByteArray("5 March");
    QTest::newRow("time alone") << QByteArray("09:07:01");
    QTest::newRow("five digits") << QByteArray("20241");
    QTest::newRow("number beyond any year") << QByteArray("99999999999999999999");
    QTest::newRow("offset out of letters") << QByteArray("5 Mar 2024 09:07:01 +0x:00");
    QTest::newRow("offset of 30 hours") << QByteArray("5 Mar 2024 09:07:01 +3000");
    QTest::newRow("place that is none") << QByteArray("5 Mar 2024 09:07:01 Nowhere/At_All");
    QTest::newRow("zone that leads out of its folder")
        << QByteArray("5 Mar 2024 09:07:01 a/../../etc/passwd");
    QTest::newRow("longer than any date")
        << QByteArray("5 Mar 2024") + QByteArray(500, ' ') + QByteArray("GMT");
    QTest::newRow("controls") << QByteArray("\x01\x02\xFF\xFE");
}

void FeedDatesTest::refuses()
{
    QFETCH(QByteArray, text);
    QVERIFY2(!parsed(text).isValid(), qPrintable(parsed(text).toString(Qt::ISODate)));
}

void FeedDatesTest::agreesWithTheTable()
{
    const QString path = Test::sharedData(u"feeds/dates.jsonl"_s);
    if (path.isEmpty())
        QSKIP("the shared data folder is not there");
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    int seen = 0;
    while (!file.atEnd()) {
        const QJsonObject row = QJsonDocument::fromJson(file.readLine()).object();
        const QDateTime date = parsed(row["input"_L1].toString().toUtf8());
        const QJsonValue expected = row["expect"_L1];
        const QByteArray where = row["input"_L1].toString().toUtf8();
        ++seen;
        if (expected.isNull())
            QVERIFY2(!date.isValid(), where);
        else if (expected.toString() == u"ANY")
            QVERIFY2(date.isValid(), where);
        else
            QVERIFY2(date.toString(Qt::ISODate) == expected.toString(), where);
    }
    QVERIFY(seen > 100);
}

QTEST_APPLESS_MAIN(FeedDatesTest)
#include "tst_feeddates.moc"
