// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/parse/parsefeed.h"

#include <QStringEncoder>
#include <QTest>

using namespace Scoredesk;
using namespace Qt::StringLiterals;

/// Bytes to text: what a feed declares, what HTTP says, and what the bytes are.
class FeedEncodingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decodes_data();
    void decodes();
};

namespace {

QByteArray rss(const QByteArray& title, const QByteArray& declaration = {})
{
    return declaration + "<rss version='2.0'><channel><title>" + title + "</title></channel></rss>";
}

QByteArray declared(const char* charset)
{
    return QByteArray("<?xml version='1.0' encoding='") + charset + "'?>";
}

QByteArray in(const char* charset, const QString& text)
{
    QStringEncoder encoder(charset);
    return encoder.encode(text);
}

} // namespace

void FeedEncodingTest::decodes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("contentType");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("encoding");
    const QString plain = QString::fromUtf8(rss("Æøå €"));
    const QString wide = QString::fromUtf8("<?xml version='1.0' encoding='utf-16'?>") + plain;
    QTest::newRow("UTF-8 undeclared") << rss("Æøå €") << QByteArray() << u"Æøå €"_s << u"utf-8"_s;
    QTest::newRow("UTF-8 with its mark")
        << "\xEF\xBB\xBF" + rss("Æøå €", declared("iso-8859-1")) << QByteArray() << u"Æøå €"_s << u"utf-8"_s;
    QTest::newRow("UTF-8 that calls itself Latin 1")
        << rss("Æøå €", declared("iso-8859-1")) << QByteArray() << u"Æøå €"_s << u"utf-8"_s;
    QTest::newRow("Latin 1 is Windows-1252, as in browsers")
        << rss("\x93x\x94 \xE6", declared("ISO-8859-1")) << QByteArray() << u"“x” æ"_s << u"windows-1252"_s;
    QTest::newRow("Windows-1252 undeclared")
        << rss("caf\xE9 \x80") << QByteArray() << u"café €"_s << u"windows-1252"_s;
    QTest::newRow("Windows-1252 that calls itself UTF-8")
        << rss("caf\xE9", declared("utf-8")) << QByteArray() << u"café"_s << u"utf-8"_s;
    QTest::newRow("a foreign byte within UTF-8")
        << rss("caf\xE9 Æøå €") << QByteArray() << u"café Æøå €"_s << u"utf-8"_s;
    QTest::newRow("Cyrillic") << rss(in("windows-1251", u"Новости"_s), declared("windows-1251"))
                              << QByteArray() << u"Новости"_s << u"windows-1251"_s;
    QTest::newRow("KOI8-R by HTTP alone")
        << rss(in("KOI8-R", u"Новости"_s)) << QByteArray("text/xml; charset=koi8-r") << u"Новости"_s
        << u"koi8-r"_s;
    QTest::newRow("HTTP before the declaration")
        << rss(in("windows-1251", u"Новости"_s), declared("koi8-r"))
        << QByteArray("text/xml;charset=\"windows-1251\"") << u"Новости"_s << u"windows-1251"_s;
    QTest::newRow("HTTP that only says ASCII")
        << rss(in("windows-1251", u"Новости"_s), declared("windows-1251"))
        << QByteArray("text/xml; charset=us-ascii") << u"Новости"_s << u"windows-1251"_s;
    QTest::newRow("Japanese") << rss(in("Shift_JIS", u"報道"_s), declared("x-sjis")) << QByteArray()
                              << u"報道"_s << u"shift_jis"_s;
    QTest::newRow("Japanese in seven bits")
        << rss("\x1B$BJsF;\x1B(B", declared("iso-2022-jp")) << QByteArray() << u"報道"_s << u"iso-2022-jp"_s;
    QTest::newRow("Chinese by its old name")
        << rss(in("GB18030", u"新闻"_s), declared("gb2312")) << QByteArray() << u"新闻"_s << u"gbk"_s;
    QTest::newRow("UTF-16 little with its mark")
        << "\xFF\xFE" + in("UTF-16LE", wide) << QByteArray() << u"Æøå €"_s << u"utf-16le"_s;
    QTest::newRow("UTF-16 big without")
        << in("UTF-16BE", wide) << QByteArray() << u"Æøå €"_s << u"utf-16be"_s;
    QTest::newRow("UTF-32 big without")
        << in("UTF-32BE", wide) << QByteArray() << u"Æøå €"_s << u"utf-32be"_s;
    QTest::newRow("eight bits that call themselves UTF-16")
        << rss("Æ", declared("utf-16")) << QByteArray() << u"Æ"_s << u"utf-8"_s;
    QTest::newRow("Chinese with a damaged character among many")
        << rss(in("GB18030", QString(60, u'新')) + "\x81 ", declared("gb2312")) << QByteArray()
        << QString(60, u'新') + QChar::ReplacementCharacter << u"gbk"_s;
    QTest::newRow("Russian undeclared")
        << rss(in("KOI8-R", u"новости дня"_s)) << QByteArray() << u"новости дня"_s << u"koi8-r"_s;
    QTest::newRow("Korean undeclared")
        << rss(in("EUC-KR", u"오늘의 소식"_s)) << QByteArray() << u"오늘의 소식"_s << u"euc-kr"_s;
    QTest::newRow("Japanese undeclared")
        << rss(in("EUC-JP", u"今日のニュース"_s)) << QByteArray() << u"今日のニュース"_s << u"euc-jp"_s;
    QTest::newRow("Western undeclared, many accents")
        << rss("\xE9\xE8\xE0 d\xE9j\xE0 vu \xE9t\xE9 \xE0 c\xF4t\xE9 de la for\xEAt") << QByteArray()
        << u"éèà déjà vu été à côté de la forêt"_s << u"windows-1252"_s;
    QTest::newRow("a charset nobody knows")
        << rss("Æ", declared("x-none")) << QByteArray() << u"Æ"_s << u"utf-8"_s;
    QTest::newRow("a control character of Windows-1252 in UTF-8")
        << rss("don\xC2\x92t") << QByteArray() << u"don’t"_s << u"utf-8"_s;
    QTest::newRow("a character cut at the end")
        << rss("x") + "\xE2\x82" << QByteArray() << u"x"_s << u"utf-8"_s;
}

void FeedEncodingTest::decodes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, contentType);
    QFETCH(QString, title);
    QFETCH(QString, encoding);
    HttpHeaders headers;
    if (!contentType.isEmpty())
        headers.insert("content-type", contentType);
    const Result<Feed> feed = parseFeed(bytes, {}, headers);
    QVERIFY(feed);
    QCOMPARE(feed->title, title);
    QCOMPARE(feed->encoding, encoding);
}

QTEST_APPLESS_MAIN(FeedEncodingTest)
#include "tst_feedencoding.moc"
