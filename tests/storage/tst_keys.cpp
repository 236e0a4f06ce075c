// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/domain/keys.h"

#include <QTest>

using namespace Scoredesk;
using namespace Qt::StringLiterals;

/// What counts as the same link and the same headline.
class KeysTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comparesLinks_data();
    void comparesLinks();
    void comparesHeadlines_data();
    void comparesHeadlines();
    void keepsWhatIsNoLink();
    void namesHosts();
};

void KeysTest::comparesLinks_data()
{
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("same");
    QTest::newRow("itself") << u"https://example.com/news/item?id=7"_s << true;
    QTest::newRow("http") << u"http://example.com/news/item?id=7"_s << true;
    QTest::newRow("no scheme") << u"example.com/news/item?id=7"_s << true;
    QTest::newRow("scheme left to the page") << u"//example.com/news/item?id=7"_s << true;
    QTest::newRow("www") << u"https://www.example.com/news/item?id=7"_s << true;
    QTest::newRow("host in capitals") << u"HTTPS://Example.COM/news/item?id=7"_s << true;
    QTest::newRow("final dot of the host") << u"https://example.com./news/item?id=7"_s << true;
    QTest::newRow("default port") << u"https://example.com:443/news/item?id=7"_s << true;
    QTest::newRow("fragment") << u"https://example.com/news/item?id=7#comments"_s << true;
    QTest::newRow("final slash") << u"https://example.com/news/item/?id=7"_s << true;
    QTest::newRow("utm") << u"https://example.com/news/item?utm_source=x&id=7&utm_medium=y"_s << true;
    QTest::newRow("fbclid") << u"https://example.com/news/item?id=7&fbclid=abc"_s << true;
    QTest::newRow("gclid in capitals") << u"https://example.com/news/item?id=7&GCLID=abc"_s << true;
    QTest::newRow("blanks around") << u"  https://example.com/news/item?id=7 "_s << true;
    QTest::newRow("other path") << u"https://example.com/news/items?id=7"_s << false;
    QTest::newRow("path in capitals") << u"https://example.com/News/item?id=7"_s << false;
    QTest::newRow("other parameter") << u"https://example.com/news/item?id=8"_s << false;
    QTest::newRow("without parameter") << u"https://example.com/news/item"_s << false;
    QTest::newRow("other host") << u"https://example.org/news/item?id=7"_s << false;
    QTest::newRow("other port") << u"https://example.com:8443/news/item?id=7"_s << false;
    QTest::newRow("subdomain") << u"https://blog.example.com/news/item?id=7"_s << false;
}

void KeysTest::comparesLinks()
{
    QFETCH(QString, other);
    QFETCH(bool, same);
    QCOMPARE(linkKey(other) == linkKey(u"https://example.com/news/item?id=7"_s), same);
}

void KeysTest::comparesHeadlines_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("same");
    QTest::newRow("case") << u"Gemma Passes 10M"_s << u"gemma passes 10m"_s << true;
    QTest::newRow("punctuation") << u"Gemma: passes 10M!"_s << u"Gemma passes 10M"_s << true;
    QTest::newRow("kinds of dash and quote")
        << u"The lab’s “open” model — now"_s << u"The lab's \"open\" model - now"_s << true;
    QTest::newRow("blanks") << u" Gemma  passes\t10M "_s << u"Gemma passes 10M"_s << true;
    QTest::newRow("diacritics") << u"Café über Ångström"_s << u"Cafe uber Angstrom"_s << true;
    QTest::newRow("composed or not") << u"Caf\u00e9"_s << u"Cafe\u0301"_s << true;
    QTest::newRow("thousands") << u"10,000 downloads"_s << u"10000 downloads"_s << true;
    QTest::newRow("decimal point counts") << u"Version 4.0"_s << u"Version 40"_s << false;
    QTest::newRow("final point does not") << u"It has 40."_s << u"It has 40"_s << true;
    QTest::newRow("other word") << u"Gemma passes 10M"_s << u"Gemma passes 20M"_s << false;
    QTest::newRow("vowel signs count") << u"कि"_s << u"की"_s << false;
}

void KeysTest::comparesHeadlines()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QFETCH(bool, same);
    QCOMPARE(headlineKey(one) == headlineKey(other), same);
    QVERIFY(!headlineKey(one).isEmpty());
}

void KeysTest::keepsWhatIsNoLink()
{
    QCOMPARE(linkKey({}), QString());
    QCOMPARE(linkKey(u" a note "_s), u"a note"_s);
    QCOMPARE(linkKey(u"mailto:desk@example.com"_s), u"mailto:desk@example.com"_s);
    QVERIFY(linkKey(u"ftp://example.com/a"_s) != linkKey(u"https://example.com/a"_s));
    QCOMPARE(headlineKey(u" …! "_s), QString());
}

void KeysTest::namesHosts()
{
    QCOMPARE(linkHost(u"https://WWW.Example.com/a"_s), u"example.com"_s);
    QCOMPARE(linkHost(u"example.com/a"_s), u"example.com"_s);
    QCOMPARE(linkHost(u"no link"_s), QString());
    QCOMPARE(linkHost(u"file:///etc/passwd"_s), QString());
}

QTEST_APPLESS_MAIN(KeysTest)
#include "tst_keys.moc"
