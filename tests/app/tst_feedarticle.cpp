// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/feedarticle.h"

#include <QTest>

using namespace Scoredesk;
using namespace Qt::StringLiterals;

/// Items of feeds as articles of the desk.
class FeedArticleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsOrGuessesTheTime_data();
    void keepsOrGuessesTheTime();
    void takesTheFullerBody();
    void namesAuthors();
    void boundsAuthors();
    void keepsValidText();
};

namespace {

QDateTime utc(const char* iso)
{
    return QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODate);
}

} // namespace

void FeedArticleTest::keepsOrGuessesTheTime_data()
{
    QTest::addColumn<QDateTime>("published");
    QTest::addColumn<bool>("guessed");
    QTest::newRow("past") << utc("2024-03-05T09:00:00Z") << false;
    QTest::newRow("long past") << utc("1999-03-05T09:00:00Z") << false;
    QTest::newRow("a clock that is an hour fast") << utc("2024-03-06T13:00:00Z") << false;
    QTest::newRow("a machine's idea of no date") << utc("1970-01-01T00:00:00Z") << true;
    QTest::newRow("days ahead") << utc("2024-03-09T12:00:00Z") << true;
    QTest::newRow("a year of four digits too many") << utc("9999-12-31T00:00:00Z") << true;
    QTest::newRow("missing") << QDateTime() << true;
}

void FeedArticleTest::keepsOrGuessesTheTime()
{
    QFETCH(QDateTime, published);
    QFETCH(bool, guessed);
    FeedItem item;
    item.published = published;
    const QDateTime fetched = utc("2024-03-06T12:00:00Z");
    const Article article = articleFromItem(item, fetched);
    QCOMPARE(article.publishedIsGuess, guessed);
    QCOMPARE(article.publishedAt, guessed ? fetched : published);
    QCOMPARE(article.fetchedAt, fetched);
}

void FeedArticleTest::boundsAuthors()
{
    FeedItem item;
    for (int i = 0; i < 50; ++i)
        item.authors.append({QString(250, u'a'), {}, {}});
    QVERIFY(articleFromItem(item, {}).author.size() <= 300);
}

// Half a character and U+0000 come back from the desk as something else, and were new each time.
void FeedArticleTest::keepsValidText()
{
    FeedItem item;
    item.identity = u"a"_s + QChar(0xD83D) + u"b"_s + QChar(u'\0') + u"c"_s;
    item.title = u"\U0001F680 up"_s + QChar(0xDE80);
    item.link = item.identity;
    const Article article = articleFromItem(item, {});
    QCOMPARE(article.guid, u"a\uFFFDbc"_s);
    QCOMPARE(article.link, article.guid);
    QCOMPARE(article.title, u"\U0001F680 up\uFFFD"_s);
    QCOMPARE(QString::fromUtf8(article.guid.toUtf8()), article.guid);
}

void FeedArticleTest::takesTheFullerBody()
{
    FeedItem item;
    item.summary = {u"s"_s, u"s"_s, u"s"_s};
    QCOMPARE(articleFromItem(item, {}).text, u"s"_s);
    item.content = {u"<b>c</b>"_s, u"<b>c</b>"_s, u"c"_s};
    QCOMPARE(articleFromItem(item, {}).text, u"c"_s);
    QCOMPARE(articleFromItem(item, {}).html, u"<b>c</b>"_s);
}

void FeedArticleTest::namesAuthors()
{
    FeedItem item;
    item.authors = {
        {u"Ada"_s, {}, {}}, {{}, {}, u"https://o.example/nameless"_s}, {{}, u"jo@o.example"_s, {}}};
    QCOMPARE(articleFromItem(item, {}).author, u"Ada, jo@o.example"_s);
}

QTEST_APPLESS_MAIN(FeedArticleTest)
#include "tst_feedarticle.moc"
