// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/feeds/intakestore.h"
#include "tests/ui/readingfixture.h"

#include <QContextMenuEvent>
#include <QRegularExpression>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// Words selected in the reader and pinned as evidence, and where the reader marks them.
class PinningTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_reading = std::make_unique<ReadingFixture>(); }
    void cleanup() { m_reading.reset(); }

    void keyPinsTheSelection();
    void keyFocusesOtherwise_data();
    void keyFocusesOtherwise();
    void pinsWordsWithoutBlanks();
    void refusesInWords_data();
    void refusesInWords();
    void pinsNothingOfANotice();
    void menuPins();
    void menuOffersNothingToPin();
    void marksWhereTheWordsStand_data();
    void marksWhereTheWordsStand();
    void marksOnlyItsOwnArticle();

private:
    void openMenu();
    QMenu* menu() const { return m_reading->window.findChild<QMenu*>(u"reader.menu"_s); }

    std::unique_ptr<ReadingFixture> m_reading;
};

void PinningTest::openMenu()
{
    const QPoint at = m_reading->reader()->viewport()->rect().center();
    QContextMenuEvent event(QContextMenuEvent::Keyboard, at,
                            m_reading->reader()->viewport()->mapToGlobal(at));
    QCoreApplication::sendEvent(m_reading->reader()->viewport(), &event);
    QVERIFY(menu());
}

void PinningTest::keyPinsTheSelection()
{
    const QSignalSpy done(&m_reading->fixture.desk(), &Desk::done);
    m_reading->select(4, 12);
    m_reading->press(Qt::Key_2);
    QCOMPARE(m_reading->pinned().size(), 1);
    const Quotation quotation = m_reading->pinned().first();
    QCOMPARE(quotation.dimension, u"novelty"_s);
    QCOMPARE(quotation.words, u"model family"_s);
    QCOMPARE(quotation.position, 4);
    QCOMPARE(quotation.article, m_reading->fixture.stored().articles.first().uuid);
    QCOMPARE(quotation.analyst, u"Ada"_s);
    QCOMPARE(done.count(), 1);
    QVERIFY(done.first().first().toString().contains(u"Novelty"_s));
    QVERIFY(m_reading->reader()->hasFocus());
    QCOMPARE(m_reading->fixture.steps(), 1);
    // The selection is spent: the key is a score's again.
    m_reading->press(Qt::Key_2);
    QVERIFY(m_reading->slider(u"novelty"_s)->hasFocus());
    QCOMPARE(m_reading->pinned().size(), 1);
    m_reading->fixture.undo();
    QVERIFY(m_reading->pinned().isEmpty());
    m_reading->fixture.redo();
    QCOMPARE(m_reading->pinned().first().uuid, quotation.uuid);
}

void PinningTest::keyFocusesOtherwise_data()
{
    QTest::addColumn<bool>("selected");
    QTest::addColumn<bool>("elsewhere");
    QTest::newRow("nothing selected") << false << false;
    QTest::newRow("selected, but the list has the keyboard") << true << true;
}

void PinningTest::keyFocusesOtherwise()
{
    QFETCH(bool, selected);
    QFETCH(bool, elsewhere);
    m_reading->select(4, selected ? 12 : 0);
    if (elsewhere)
        m_reading->list()->setFocus();
    m_reading->press(Qt::Key_7);
    QVERIFY(m_reading->slider(u"fud_risk"_s)->hasFocus());
    QVERIFY(m_reading->pinned().isEmpty());
}

void PinningTest::pinsWordsWithoutBlanks()
{
    m_reading->select(3, 14);
    m_reading->press(Qt::Key_1);
    QCOMPARE(m_reading->pinned().size(), 1);
    QCOMPARE(m_reading->pinned().first().words, u"model family"_s);
    QCOMPARE(m_reading->pinned().first().position, 4);
}

void PinningTest::refusesInWords_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("length");
    QTest::addColumn<QString>("says");
    QTest::newRow("too much") << 8 << 1004 << u"1000 characters at most, and 1004"_s;
    QTest::newRow("blanks alone") << 5 << 3 << u"Only blanks"_s;
    QTest::newRow("pinned there already") << 0 << 5 << u"pinned to Stakes already"_s;
}

void PinningTest::refusesInWords()
{
    QFETCH(int, from);
    QFETCH(int, length);
    QFETCH(QString, says);
    QVERIFY(m_reading->pin(u"Long:"_s, 0, u"stakes"_s, 1));
    m_reading->readArticle(1);
    m_reading->select(from, length);
    const QSignalSpy failed(&m_reading->fixture.desk(), &Desk::failed);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(says)); // of the fixture
    m_reading->press(Qt::Key_1);
    QCOMPARE(failed.count(), 1);
    QCOMPARE(m_reading->pinned().size(), 1);
    QCOMPARE(m_reading->fixture.steps(), 1);
    QVERIFY(m_reading->reader()->textCursor().hasSelection()); // to be mended
    // To another dimension the same words may go.
    if (length == 5) {
        m_reading->press(Qt::Key_2);
        QCOMPARE(m_reading->pinned().size(), 2);
    }
}

void PinningTest::pinsNothingOfANotice()
{
    m_reading->readArticle(2); // of which the desk has no ReadingFixture::text(), but says so
    m_reading->reader()->setFocus();
    m_reading->reader()->selectAll();
    m_reading->press(Qt::Key_1);
    QVERIFY(m_reading->pinned().isEmpty());
    QVERIFY(!m_reading->note().isEmpty());
    QVERIFY(m_reading->reader()->hasFocus());
}

void PinningTest::menuPins()
{
    m_reading->select(4, 12);
    openMenu();
    QMenu* pinTo = menu()->actions().last()->menu();
    QVERIFY(pinTo);
    QCOMPARE(pinTo->actions().size(), 7);
    QVERIFY(pinTo->actions().at(2)->text().contains(u"Authority"_s));
    pinTo->actions().at(2)->trigger();
    QCOMPARE(m_reading->pinned().size(), 1);
    QCOMPARE(m_reading->pinned().first().dimension, u"authority"_s);
}

void PinningTest::menuOffersNothingToPin()
{
    m_reading->select(4, 0);
    openMenu();
    for (const QAction* action : menu()->actions())
        QVERIFY(!action->menu());
}

void PinningTest::marksWhereTheWordsStand_data()
{
    QTest::addColumn<QString>("now");
    QTest::addColumn<int>("mark"); // -1: none
    QTest::newRow("as they were") << QString() << 4;
    QTest::newRow("moved") << u"Update. "_s + ReadingFixture::text() << 12;
    QTest::newRow("gone") << u"The modelling family has been fetched."_s << -1;
}

void PinningTest::marksWhereTheWordsStand()
{
    QFETCH(QString, now);
    QFETCH(int, mark);
    QVERIFY(m_reading->pin(u"model family"_s, 4));
    QCOMPARE(m_reading->reader()->extraSelections().size(), 1);
    if (!now.isEmpty()) {
        Arrival arrival;
        arrival.article = m_reading->fixture.stored().articles.first();
        arrival.article.text = now;
        const auto done = m_reading->fixture.store().intake().addArticles({}, {arrival});
        QVERIFY(done && done->updated == 1);
    }
    QCOMPARE(m_reading->reader()->toPlainText(), now.isEmpty() ? ReadingFixture::text() : now);
    const auto marks = m_reading->reader()->extraSelections();
    QCOMPARE(marks.size(), mark < 0 ? 0 : 1);
    if (mark >= 0) {
        QCOMPARE(marks.first().cursor.selectionStart(), mark);
        QCOMPARE(marks.first().cursor.selectedText(), u"model family"_s);
        QVERIFY(marks.first().format.background().style() != Qt::NoBrush);
    }
    QCOMPARE(m_reading->pinned().first().words, u"model family"_s); // they stay as they were pinned
    m_reading->fixture.undo();
    QVERIFY(m_reading->reader()->extraSelections().isEmpty());
}

void PinningTest::marksOnlyItsOwnArticle()
{
    QVERIFY(m_reading->pin(u"word"_s, 8, u"stakes"_s, 1));
    QVERIFY(m_reading->reader()->extraSelections().isEmpty());
    m_reading->readArticle(1);
    QCOMPARE(m_reading->reader()->extraSelections().size(), 1);
}

QTEST_MAIN(PinningTest)
#include "tst_pinning.moc"
