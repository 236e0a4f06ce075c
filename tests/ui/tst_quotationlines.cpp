// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/readingfixture.h"

#include <QToolButton>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// The quotations under a slider: how many, where they lead, and how they go.
class QuotationLinesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_reading = std::make_unique<ReadingFixture>(); }
    void cleanup() { m_reading.reset(); }

    void showsTwoLinesAndHowManyMore();
    void linesAreOfTheirDimension();
    void lineLeadsToItsArticle_data();
    void lineLeadsToItsArticle();
    void lineOfAnotherArticle_data();
    void lineOfAnotherArticle();
    void deleteUnpins();
    void crossUnpins();
    void lineIsElided();

private:
    std::unique_ptr<ReadingFixture> m_reading;
};

void QuotationLinesTest::showsTwoLinesAndHowManyMore()
{
    QVERIFY(!m_reading->lines(u"stakes"_s)->isVisible());
    const QStringList words = {u"The"_s, u"model"_s, u"family"_s, u"has"_s, u"now"_s};
    for (const QString& word : words)
        QVERIFY(m_reading->pin(word, int(ReadingFixture::text().indexOf(word))));
    QCOMPARE(m_reading->shownLines(u"stakes"_s).size(), 2);
    auto* more = m_reading->lines(u"stakes"_s)->findChild<QToolButton*>(u"quotations.more"_s);
    QVERIFY(more->isVisible());
    QCOMPARE(more->text(), u"+3 more"_s);
    QVERIFY(!more->accessibleName().isEmpty());
    more->setFocus();
    QTest::keyClick(more, Qt::Key_Space);
    QCOMPARE(m_reading->shownLines(u"stakes"_s).size(), 5);
    for (int i = 0; i < 5; ++i) // in the order of pinning
        QCOMPARE(m_reading->shownLines(u"stakes"_s).at(i)->quotation().words, words[i]);
    QTest::mouseClick(more, Qt::LeftButton);
    QCOMPARE(m_reading->shownLines(u"stakes"_s).size(), 2);
    // Another story begins folded.
    QTest::mouseClick(more, Qt::LeftButton);
    const StoryId here = m_reading->fixture.desk().current();
    m_reading->fixture.desk().setCurrent(m_reading->fixture.add(plainDossier(u"Another"_s)));
    QVERIFY(!m_reading->lines(u"stakes"_s)->isVisible());
    m_reading->fixture.desk().setCurrent(here);
    QCOMPARE(m_reading->shownLines(u"stakes"_s).size(), 2);
}

void QuotationLinesTest::linesAreOfTheirDimension()
{
    QVERIFY(m_reading->pin(u"model"_s, 4));
    QVERIFY(m_reading->pin(u"500 million"_s, 38, u"concreteness"_s));
    QCOMPARE(m_reading->shownLines(u"stakes"_s).size(), 1);
    const QuotationLine* line = m_reading->shownLines(u"concreteness"_s).value(0);
    QVERIFY(line);
    QCOMPARE(line->quotation().words, u"500 million"_s);
    QVERIFY(line->accessibleName().contains(u"Concreteness"_s));
    QVERIFY(line->accessibleName().contains(u"“500 million”, from The Verge"_s));
    QVERIFY(line->toolTip().contains(u"pinned by Ada"_s));
    QVERIFY(!m_reading->lines(u"novelty"_s)->isVisible());
}

void QuotationLinesTest::lineLeadsToItsArticle_data()
{
    QTest::addColumn<int>("key"); // 0: the mouse
    QTest::newRow("a click") << 0;
    QTest::newRow("Enter") << int(Qt::Key_Return);
    QTest::newRow("Enter of the number pad") << int(Qt::Key_Enter);
    QTest::newRow("Space") << int(Qt::Key_Space);
}

void QuotationLinesTest::lineLeadsToItsArticle()
{
    QFETCH(int, key);
    QVERIFY(m_reading->pin(u"word"_s, 8, u"stakes"_s, 1));
    m_reading->tabs()->setCurrentIndex(0);
    QuotationLine* line = m_reading->shownLines(u"stakes"_s).value(0);
    QVERIFY(line);
    if (key == 0) {
        QTest::mouseClick(line, Qt::LeftButton, {}, {10, line->height() / 2});
    } else {
        line->setFocus();
        QTest::keyClick(line, Qt::Key(key));
    }
    QCOMPARE(m_reading->tabs()->currentIndex(), 1);
    QCOMPARE(m_reading->list()->currentIndex().row(), 1);
    QVERIFY(m_reading->reader()->hasFocus());
    QCOMPARE(m_reading->reader()->textCursor().selectedText(), u"word"_s);
    QCOMPARE(m_reading->reader()->textCursor().selectionStart(), 8);
    QCOMPARE(m_reading->note(), QString());
    QCOMPARE(m_reading->pinned().size(), 1);
}

void QuotationLinesTest::lineOfAnotherArticle_data()
{
    QTest::addColumn<bool>("gone"); // else its words are
    QTest::newRow("an article that is gone") << true;
    QTest::newRow("words that are gone") << false;
}

void QuotationLinesTest::lineOfAnotherArticle()
{
    QFETCH(bool, gone);
    Quotation quotation;
    quotation.words = u"never said"_s;
    quotation.dimension = u"stakes"_s;
    quotation.article = gone ? QUuid::createUuid() : m_reading->fixture.desk().dossier().articles[1].uuid;
    QVERIFY(m_reading->fixture.desk().pin(quotation));
    QTest::mouseClick(m_reading->shownLines(u"stakes"_s).value(0), Qt::LeftButton, {}, {10, 5});
    QVERIFY2(m_reading->note().contains(u"“never said”"_s), qPrintable(m_reading->note()));
    QCOMPARE(m_reading->list()->currentIndex().row(), gone ? 0 : 1);
    QVERIFY(!m_reading->reader()->textCursor().hasSelection());
    m_reading->readArticle(gone ? 1 : 0);
    QCOMPARE(m_reading->note(), QString()); // it was about the other
}

void QuotationLinesTest::deleteUnpins()
{
    QVERIFY(m_reading->pin(u"The"_s, 0));
    QVERIFY(m_reading->pin(u"model"_s, 4));
    m_reading->shownLines(u"stakes"_s).at(1)->setFocus();
    m_reading->press(Qt::Key_Delete);
    QCOMPARE(m_reading->pinned().size(), 1);
    QCOMPARE(m_reading->pinned().first().words, u"The"_s);
    QVERIFY(m_reading->shownLines(u"stakes"_s).at(0)->hasFocus());
    m_reading->press(Qt::Key_Delete);
    QVERIFY(m_reading->pinned().isEmpty());
    QVERIFY(m_reading->slider(u"stakes"_s)->hasFocus());
    QVERIFY(!m_reading->lines(u"stakes"_s)->isVisible());
    m_reading->fixture.undo();
    m_reading->fixture.undo();
    QCOMPARE(m_reading->pinned().size(), 2);
    QCOMPARE(m_reading->shownLines(u"stakes"_s).at(1)->quotation().words, u"model"_s);
}

void QuotationLinesTest::crossUnpins()
{
    QVERIFY(m_reading->pin(u"The"_s, 0));
    auto* cross = m_reading->shownLines(u"stakes"_s).at(0)->findChild<QToolButton*>(u"quotation.unpin"_s);
    QVERIFY(cross->accessibleName().contains(u"“The”"_s));
    QTest::mouseClick(cross, Qt::LeftButton);
    QVERIFY(m_reading->pinned().isEmpty());
    QCOMPARE(m_reading->tabs()->currentIndex(), 1);
    QVERIFY(!m_reading->reader()->hasFocus()); // it unpinned and did not lead there, too
    m_reading->fixture.undo();
    QCOMPARE(m_reading->pinned().size(), 1);
}

void QuotationLinesTest::lineIsElided()
{
    Quotation quotation;
    quotation.words = u"A sentence of some length,\nwith <b>marks</b> of its own."_s;
    QuotationLine line;
    line.showQuotation(quotation, u"The Very Long Name of an Outlet Indeed"_s, u"Stakes"_s);
    for (const int width : {60, 120, 300, 2000}) {
        const QString shown = line.lineText(width);
        QVERIFY2(line.fontMetrics().horizontalAdvance(shown) <= width + 1, qPrintable(shown));
        QVERIFY(shown.startsWith(u'“') && !shown.contains(u'\n'));
        QCOMPARE(shown.contains(u'…'), width < 2000);
    }
    QVERIFY(line.lineText(300).contains(u"” — The"_s));
    QVERIFY(line.toolTip().contains(quotation.words.toHtmlEscaped())); // whole, and literally
}

QTEST_MAIN(QuotationLinesTest)
#include "tst_quotationlines.moc"
