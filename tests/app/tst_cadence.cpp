// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/schedule/cadence.h"

#include <QTest>
#include <QTimeZone>

using namespace Scoredesk;
using namespace Qt::StringLiterals;

class CadenceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void usualGaps_data();
    void usualGaps();
    void nextReads_data();
    void nextReads();
    void readsAreSpread();
    void failuresWaitLongerAndLonger();
    void aServerDecidesHowLong();
    void quietTimes_data();
    void quietTimes();
    void rhythms();
};

namespace {

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

QDateTime noon() // a Tuesday
{
    return {QDate(2026, 11, 3), QTime(12, 0), QTimeZone::utc()};
}

QList<QDateTime> before(const QList<qint64>& seconds)
{
    QList<QDateTime> times;
    for (const qint64 ago : seconds)
        times.append(noon().addSecs(-ago));
    return times;
}

} // namespace

void CadenceTest::usualGaps_data()
{
    QTest::addColumn<QList<QDateTime>>("times");
    QTest::addColumn<qint64>("gap");
    QTest::newRow("none") << QList<QDateTime>() << qint64(0);
    QTest::newRow("two tell nothing") << before({hour, 2 * hour}) << qint64(0);
    QTest::newRow("hourly") << before({hour, 2 * hour, 3 * hour, 4 * hour}) << hour;
    QTest::newRow("in any order") << before({3 * hour, hour, 4 * hour, 2 * hour}) << hour;
    QTest::newRow("a burst at one instant is one") << before({day, day, day, day, day}) << qint64(0);
    QTest::newRow("the future does not count") << before({-hour, -2 * hour, -3 * hour, hour}) << qint64(0);
    QTest::newRow("a night between") << before({hour, 2 * hour, 3 * hour, 13 * hour, 14 * hour})
                                     << (hour + 13 * hour / 4) / 2;
    QTest::newRow("invalid times") << QList<QDateTime>(5) << qint64(0);
}

void CadenceTest::usualGaps()
{
    QFETCH(QList<QDateTime>, times);
    QFETCH(qint64, gap);
    QCOMPARE(usualGap(times, noon()), gap);
}

void CadenceTest::nextReads_data()
{
    QTest::addColumn<Cadence>("cadence");
    QTest::addColumn<qint64>("wait");
    const auto with = [](auto set) {
        Cadence cadence;
        cadence.chance = 0;
        cadence.usualGap = 2 * hour;
        cadence.newestItem = noon().addSecs(-hour);
        set(cadence);
        return cadence;
    };
    QTest::newRow("half of the usual gap") << with([](Cadence&) {}) << hour;
    QTest::newRow("never under ten minutes") << with([](Cadence& c) { c.usualGap = minute; }) << 10 * minute;
    QTest::newRow("never over a day") << with([](Cadence& c) { c.usualGap = 90 * day; }) << day;
    QTest::newRow("unknown") << with([](Cadence& c) { c.usualGap = 0; }) << hour;
    QTest::newRow("silent for long") << with([](Cadence& c) { c.newestItem = noon().addSecs(-3 * day); })
                                     << 6 * hour;
    QTest::newRow("newest in the future")
        << with([](Cadence& c) { c.newestItem = noon().addSecs(day); }) << hour;
    QTest::newRow("its ttl is longer") << with([](Cadence& c) { c.rhythm.ttlMinutes = 180; }) << 3 * hour;
    QTest::newRow("its ttl is shorter") << with([](Cadence& c) { c.rhythm.ttlMinutes = 5; }) << hour;
    QTest::newRow("its ttl beyond reason") << with([](Cadence& c) { c.rhythm.ttlMinutes = 40000; }) << day;
    QTest::newRow("fresh for longer") << with([](Cadence& c) { c.wishes.freshFor = 2 * hour; }) << 2 * hour;
    QTest::newRow("Retry-After may exceed a day")
        << with([](Cadence& c) { c.wishes.retryAfter = 3 * day; }) << 3 * day;
    QTest::newRow("skips the next hour") << with([](Cadence& c) {
        c.rhythm.skipHours = {13, 14};
    }) << 3 * hour;
}

void CadenceTest::nextReads()
{
    QFETCH(Cadence, cadence);
    QFETCH(qint64, wait);
    QCOMPARE(noon().secsTo(nextRead(cadence, noon())), wait);
}

void CadenceTest::readsAreSpread()
{
    Cadence cadence;
    cadence.usualGap = 2 * hour;
    cadence.chance = 1;
    QCOMPARE(noon().secsTo(nextRead(cadence, noon())), hour + hour / 10);
}

void CadenceTest::failuresWaitLongerAndLonger()
{
    Cadence cadence;
    cadence.chance = 0;
    QList<qint64> waits;
    for (cadence.failures = 1; cadence.failures <= 10; ++cadence.failures)
        waits.append(noon().secsTo(nextTry(cadence, noon())) / minute);
    QCOMPARE(waits, (QList<qint64>{10, 20, 40, 80, 160, 320, 640, 1280, 1440, 1440}));
    cadence.failures = 1'000'000;
    QCOMPARE(noon().secsTo(nextTry(cadence, noon())), day);
    cadence.failures = 1;
    cadence.chance = 1;
    QCOMPARE(noon().secsTo(nextTry(cadence, noon())), 13 * minute);
}

void CadenceTest::aServerDecidesHowLong()
{
    Cadence cadence;
    cadence.failures = 1;
    cadence.wishes.retryAfter = 2 * hour;
    QCOMPARE(noon().secsTo(nextTry(cadence, noon())), 2 * hour);
}

void CadenceTest::quietTimes_data()
{
    QTest::addColumn<QList<int>>("hours");
    QTest::addColumn<QList<int>>("days");
    QTest::addColumn<QString>("next");
    QList<int> all;
    for (int i = 0; i < 24; ++i)
        all.append(i);
    QTest::newRow("none") << QList<int>() << QList<int>() << u"2026-11-03T12:34:56Z"_s;
    QTest::newRow("another hour") << QList<int>{11, 13} << QList<int>() << u"2026-11-03T12:34:56Z"_s;
    QTest::newRow("this hour") << QList<int>{12} << QList<int>() << u"2026-11-03T13:00:00Z"_s;
    QTest::newRow("over midnight") << QList<int>{12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 0}
                                   << QList<int>() << u"2026-11-04T01:00:00Z"_s;
    QTest::newRow("this day") << QList<int>() << QList<int>{2} << u"2026-11-04T00:00:00Z"_s;
    QTest::newRow("until Monday") << QList<int>{0} << QList<int>{2, 3, 4, 5, 6, 7}
                                  << u"2026-11-09T01:00:00Z"_s;
    QTest::newRow("always, which cannot be meant") << all << QList<int>() << u"2026-11-03T12:34:56Z"_s;
}

void CadenceTest::quietTimes()
{
    QFETCH(QList<int>, hours);
    QFETCH(QList<int>, days);
    QFETCH(QString, next);
    FeedRhythm rhythm;
    rhythm.skipHours = hours;
    rhythm.skipDays = days;
    const QDateTime at(QDate(2026, 11, 3), QTime(12, 34, 56), QTimeZone::utc());
    QCOMPARE(afterQuietTimes(at, rhythm).toUTC(), QDateTime::fromString(next, Qt::ISODate));
}

void CadenceTest::rhythms()
{
    FeedPace pace;
    pace.ttlMinutes = 90;
    pace.skipHours = {5, 24, 5, 77, -1};
    pace.skipDays = {u"Sunday"_s, u" monday "_s, u"Sun"_s, u"Someday"_s};
    const FeedRhythm rhythm = rhythmFrom(pace);
    QCOMPARE(rhythm.ttlMinutes, 90);
    QCOMPARE(rhythm.skipHours, (QList<int>{0, 5}));
    QCOMPARE(rhythm.skipDays, (QList<int>{1, 7}));
}

QTEST_APPLESS_MAIN(CadenceTest)
#include "tst_cadence.moc"
