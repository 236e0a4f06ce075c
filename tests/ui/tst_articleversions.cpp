// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/feeds/intakestore.h"
#include "tests/ui/readingfixture.h"

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// What changed between an article as it read before and as it reads now.
class ArticleVersionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_reading = std::make_unique<ReadingFixture>(); }
    void cleanup() { m_reading.reset(); }

    void versionsAreOffered();
    void versionShowsTheDifference();
    void differenceInTheTitle();
    void differenceCannotBePinned();
    void versionStaysWhileOthersCome();
    void nextArticleReadsAsItIs();

private:
    void choose(int version);
    QString wordsIn(bool (*is)(const QTextCharFormat&)) const;

    std::unique_ptr<ReadingFixture> m_reading;
};

static bool isStruck(const QTextCharFormat& format)
{
    return format.fontStrikeOut();
}

static bool isUnderlined(const QTextCharFormat& format)
{
    return format.fontUnderline();
}

void ArticleVersionsTest::choose(int version)
{
    QList<QAction*> choices;
    const QList<QAction*> actions = m_reading->versions()->menu()->actions();
    for (QAction* action : actions)
        if (!action->isSeparator())
            choices.append(action);
    choices.at(version)->trigger();
}

QString ArticleVersionsTest::wordsIn(bool (*is)(const QTextCharFormat&)) const
{
    QString words;
    for (QTextBlock block = m_reading->reader()->document()->begin(); block.isValid(); block = block.next())
        for (auto part = block.begin(); !part.atEnd(); ++part)
            if (is(part.fragment().charFormat()))
                words += part.fragment().text();
    return words;
}

void ArticleVersionsTest::versionsAreOffered()
{
    QVERIFY(m_reading->versions()->isVisible());
    QCOMPARE(m_reading->versions()->text(), u"Changed 2 times"_s);
    QCOMPARE(m_reading->versions()->menu()->actions().size(), 4); // with as it reads now, and a line
    QVERIFY(!m_reading->versions()->chosen());
    m_reading->readArticle(1);
    QVERIFY(!m_reading->versions()->isVisible());
}

void ArticleVersionsTest::versionShowsTheDifference()
{
    choose(2); // the oldest: newest first
    QCOMPARE(wordsIn(&isStruck), u"400"_s);
    QCOMPARE(wordsIn(&isUnderlined).simplified(), u"family now 500"_s);
    QVERIFY(m_reading->reader()->toPlainText().contains(u"in all."_s));
    QVERIFY(m_reading->note().contains(u"struck through"_s)); // told in words, too
    QVERIFY(m_reading->reader()->extraSelections().isEmpty());
    choose(0);
    QCOMPARE(m_reading->reader()->toPlainText(), ReadingFixture::text());
    QCOMPARE(wordsIn(&isStruck) + wordsIn(&isUnderlined), QString());
    QCOMPARE(m_reading->note(), QString());
}

void ArticleVersionsTest::differenceInTheTitle()
{
    choose(1);
    QVERIFY(wordsIn(&isStruck).contains(u"a mark"_s));
    QVERIFY(wordsIn(&isUnderlined).contains(u"ten million downloads"_s));
    QVERIFY(m_reading->reader()->toPlainText().endsWith(ReadingFixture::text()));
}

void ArticleVersionsTest::differenceCannotBePinned()
{
    QVERIFY(m_reading->pin(u"model family"_s, 4));
    choose(2);
    m_reading->select(0, 9);
    m_reading->press(Qt::Key_1);
    QCOMPARE(m_reading->pinned().size(), 1);
    QVERIFY(!m_reading->note().isEmpty());
    // A line on the card leads back to the article as it reads now.
    QTest::mouseClick(m_reading->shownLines(u"stakes"_s).value(0), Qt::LeftButton, {}, {10, 5});
    QVERIFY(!m_reading->versions()->chosen());
    QCOMPARE(m_reading->reader()->toPlainText(), ReadingFixture::text());
    QCOMPARE(m_reading->reader()->textCursor().selectedText(), u"model family"_s);
    QCOMPARE(m_reading->reader()->extraSelections().size(), 1);
}

void ArticleVersionsTest::versionStaysWhileOthersCome()
{
    choose(2);
    Arrival arrival;
    arrival.article.guid = u"later"_s;
    arrival.article.title = u"Another outlet has it"_s;
    arrival.story = m_reading->fixture.desk().current();
    QVERIFY(m_reading->fixture.store().intake().addArticles({}, {arrival}));
    QTRY_COMPARE(m_reading->list()->model()->rowCount(), 4);
    QVERIFY(m_reading->versions()->chosen());
    QCOMPARE(wordsIn(&isStruck), u"400"_s);
}

void ArticleVersionsTest::nextArticleReadsAsItIs()
{
    choose(2);
    m_reading->readArticle(1);
    QVERIFY(m_reading->reader()->toPlainText().startsWith(u"Long:"_s));
    QCOMPARE(wordsIn(&isStruck) + wordsIn(&isUnderlined), QString());
    m_reading->readArticle(0);
    QVERIFY(!m_reading->versions()->chosen());
    QCOMPARE(m_reading->reader()->toPlainText(), ReadingFixture::text());
}

QTEST_MAIN(ArticleVersionsTest)
#include "tst_articleversions.moc"
