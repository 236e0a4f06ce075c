// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/textbytes.h"

#include "tests/support/briefs.h"

#include <QStringEncoder>
#include <QTest>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// Bytes and markup of any origin become text.
class TextBytesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decodes_data();
    void decodes();
    void stripsHtml_data();
    void stripsHtml();
};

void TextBytesTest::decodes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QString text = fullBrief().text();
    const auto encoded = [&text](QStringConverter::Encoding encoding, bool mark) {
        QStringEncoder encoder(encoding,
                               mark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
        return QByteArray(encoder.encode(text));
    };
    QTest::newRow("UTF-8") << text.toUtf8();
    QTest::newRow("UTF-8 with mark") << encoded(QStringConverter::Utf8, true);
    QTest::newRow("UTF-16 little end with mark") << encoded(QStringConverter::Utf16LE, true);
    QTest::newRow("UTF-16 big end with mark") << encoded(QStringConverter::Utf16BE, true);
    QTest::newRow("UTF-16 little end") << encoded(QStringConverter::Utf16LE, false);
    QTest::newRow("UTF-16 big end") << encoded(QStringConverter::Utf16BE, false);
    QTest::newRow("UTF-32 with mark") << encoded(QStringConverter::Utf32LE, true);
    QByteArray western = text.toLatin1(); // "…" is no Latin-1: byte 0x85 of windows-1252
    for (qsizetype i = 0; i < text.size(); ++i)
        if (text[i] == u'…')
            western[i] = char(0x85);
    QTest::newRow("windows-1252") << western;
}

void TextBytesTest::decodes()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(textFromBytes(bytes), fullBrief().text());
}

void TextBytesTest::stripsHtml_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("text");
    QTest::newRow("paragraphs") << u"<p>One</p>\n<p>Two</p>"_s << u"One\nTwo"_s;
    QTest::newRow("inline marks") << u"A <b>bold</b> <a href='https://a.example'>link</a>."_s
                                  << u"A bold link."_s;
    QTest::newRow("references") << u"R&amp;D &middot; &#8212; &#x2026; &unknown; &"_s
                                << u"R&D · — … &unknown; &"_s;
    QTest::newRow("script and style") << u"a<script>alert('<p>')</script><style>p{}</style>b"_s << u"ab"_s;
    QTest::newRow("script without end") << u"a<script>alert("_s << u"a"_s;
    QTest::newRow("comment") << u"a<!-- <p>x</p> -->b"_s << u"ab"_s;
    QTest::newRow("table")
        << u"<table><tr><td>Stakes</td><td>7.0</td></tr><tr><td>Novelty</td></tr></table>"_s
        << u"Stakes\t7.0\t\nNovelty"_s;
    QTest::newRow("a sign that is no tag") << u"5 < 6 and 7 > 6"_s << u"5 < 6 and 7 > 6"_s;
    QTest::newRow("tag without end") << u"a<p"_s << u"a"_s;
    QTest::newRow("deep") << QString(u"<div>"_s).repeated(100'000) + u"x"_s << u"x"_s;
    QTest::newRow("surrogate reference") << u"a&#xd800;b&#0;"_s << u"a&#xd800;b&#0;"_s;
}

void TextBytesTest::stripsHtml()
{
    QFETCH(QString, html);
    QFETCH(QString, text);
    QCOMPARE(textFromHtml(html), text.trimmed());
}

QTEST_APPLESS_MAIN(TextBytesTest)
#include "tst_textbytes.moc"
