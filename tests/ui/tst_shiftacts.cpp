// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/method/methodfile.h"
#include "tests/support/samples.h"
#include "tests/support/tempdesk.h"
#include "ui/desk/desk.h"
#include "ui/handover/handoverdocument.h"
#include "ui/widgets/noticebar.h"
#include "ui/window/mainwindow.h"
#include "ui/window/windowactions.h"
#include "ui/words/plurals.h"

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QFileDialog>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>
#include <QThreadPool>

using namespace Scoredesk;
using namespace Qt::StringLiterals;

/// The shift as its analyst begins and ends it, and the document that goes to the next one.
class ShiftActsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void eachStoryStandsOnceUnderItsState();
    void whatAnotherLeftIsTheirs();
    void markupInAHeadlineIsText_data();
    void markupInAHeadlineIsText();
    void emptyHandoverSaysSo();
    void sameHandoverSameBytes_data();
    void sameHandoverSameBytes();
    void formatFollowsTheEnding_data();
    void formatFollowsTheEnding();
    void spanIsTheShift();
    void keyBeginsAndEnds();
    void shiftLeftRunningIsEnded();
    void endOffersTheHandover();
    void handoverIsWrittenThoughTheWindowCloses();
    void cancelledHandoverStillEndsTheShift();
    void handoverThatCannotBeWrittenIsTold();

private:
    static Handover sample();
    static BriefOptions options()
    {
        BriefOptions options;
        options.deskName = u"Night desk"_s;
        options.method = builtInMethods().first();
        return options;
    }
    static QString markdown(const Handover& handover)
    {
        const auto bytes = renderHandover(handover, options(), BriefFormat::Markdown);
        return bytes ? QString::fromUtf8(*bytes) : bytes.error().message;
    }

    struct Bench {
        Bench()
        {
            ids = temp.addPlain({u"Oldest"_s, u"*Newest* <b>of all</b>"_s});
            desk = std::make_unique<Desk>(temp.store(), u"Ada"_s);
            window = std::make_unique<MainWindow>(*desk);
            window->show();
            QApplication::setActiveWindow(window.get());
        }
        void press()
        {
            QWidget* target = QApplication::focusWidget();
            QTest::keyClick(target ? target : window.get(), Qt::Key_S,
                            Qt::ControlModifier | Qt::ShiftModifier);
        }
        QFileDialog* dialog() const { return window->findChild<QFileDialog*>(u"handoverFile"_s); }
        QString notice() const { return window->findChild<NoticeBar*>()->text(); }
        QList<Shift> shifts() { return temp.store().lastShifts(u"Ada"_s, 5); }

        Test::TempDesk temp;
        QList<StoryId> ids;
        std::unique_ptr<Desk> desk;
        std::unique_ptr<MainWindow> window;
    };
};

static QDateTime at(const QString& iso)
{
    return QDateTime::fromString(iso, Qt::ISODate);
}

void ShiftActsTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"ScoredeskTest"_s);
    QCoreApplication::setApplicationName(u"tst_shiftacts"_s);
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    installPlurals(*qApp);
}

void ShiftActsTest::init()
{
    QSettings().clear();
}

Handover ShiftActsTest::sample()
{
    Handover handover;
    handover.analyst = u"Ada"_s;
    handover.from = at(u"2026-04-20T06:00:00Z"_s);
    handover.to = at(u"2026-04-20T14:00:00Z"_s);
    HandoverStory kept;
    kept.headline = u"Dockers end strike"_s;
    kept.state.stage = Stage::Shortlisted;
    kept.moved = true;
    HandoverStory ready;
    ready.headline = u"Open model passes 10M downloads"_s;
    ready.state.stage = Stage::Ready;
    ready.scored = true;
    ready.card = Test::fullDossier().cards.first();
    ready.exportedAt = at(u"2026-04-20T12:30:00Z"_s);
    ready.formats = {u"pdf"_s, u"markdown"_s};
    HandoverStory spiked;
    spiked.headline = u"Coin doubles"_s;
    spiked.state = StoryState().spiked(u"a rehash"_s);
    spiked.scored = true;
    spiked.card.cells[u"stakes"_s].value = Score::fromTenths(20);
    handover.stories = {spiked, kept, ready};
    handover.exportedAndGone = 1;
    return handover;
}

void ShiftActsTest::eachStoryStandsOnceUnderItsState()
{
    const QString text = markdown(sample());
    QVERIFY2(text.contains(u"# Handover of Ada"_s), qPrintable(text));
    QVERIFY(text.contains(u"20 Apr 2026, 06:00 UTC to 20 Apr 2026, 14:00 UTC"_s));
    const auto ready = text.indexOf(u"## Ready"_s);
    const auto kept = text.indexOf(u"## Shortlisted"_s);
    const auto spiked = text.indexOf(u"## Spiked"_s);
    QVERIFY2(0 < ready && ready < kept && kept < spiked, qPrintable(text));
    QVERIFY(!text.contains(u"## Incoming"_s));
    for (const QString& headline :
         {u"Dockers end strike"_s, u"Open model passes 10M downloads"_s, u"Coin doubles"_s})
        QCOMPARE(text.count(headline), 1);
    QVERIFY(text.indexOf(u"Coin doubles"_s) > spiked);
    QVERIFY(text.indexOf(u"a rehash"_s) > spiked);
    QVERIFY2(text.contains(u"Impact 7.4 · Notable"_s), qPrintable(text));
    QVERIFY2(text.contains(u"20 Apr 2026, 12:30 UTC"_s) && text.contains(u"pdf, markdown"_s),
             qPrintable(text));
    QVERIFY(text.contains(u"1 exported story is no longer on the desk."_s));
    // Those that Ada moved; what she scored alone she neither kept nor spiked.
    QVERIFY2(text.contains(u"- Kept: 1\n- Spiked: 0\n- Scored: 2\n- Exported: 1\n"_s), qPrintable(text));
}

void ShiftActsTest::whatAnotherLeftIsTheirs()
{
    Handover handover = sample();
    handover.stories[0].moved = true;
    QVERIFY2(markdown(handover).contains(u"- Spiked: 1\n"_s), qPrintable(markdown(handover)));
    handover.stories[0].movedBy = u"Bea"_s;
    const QString text = markdown(handover);
    QVERIFY2(text.contains(u"- Spiked: 0\n"_s) && text.contains(u"moved there by Bea"_s), qPrintable(text));
}

void ShiftActsTest::markupInAHeadlineIsText_data()
{
    QTest::addColumn<QString>("headline");
    QTest::addColumn<QString>("shown");
    QTest::newRow("html") << u"<script>alert(1)</script>"_s << uR"(\<script\>alert(1)\</script\>)"_s;
    QTest::newRow("link") << u"[click](https://evil.example)"_s << uR"(\[click\](https://evil.example))"_s;
    QTest::newRow("emphasis") << u"**bold** claim"_s << uR"(\*\*bold\*\* claim)"_s;
    QTest::newRow("lines") << u"one\n# two"_s << u"one # two"_s;
    QTest::newRow("override") << u"abc\u202ecba"_s << u"abccba"_s;
}

void ShiftActsTest::markupInAHeadlineIsText()
{
    QFETCH(const QString, headline);
    QFETCH(const QString, shown);
    Handover handover = sample();
    handover.stories[0].headline = headline;
    handover.stories[0].state.spikeReason = headline;
    const QString text = markdown(handover);
    QVERIFY2(text.count(shown) == 2, qPrintable(text));
    QVERIFY(!text.contains(headline));
}

void ShiftActsTest::emptyHandoverSaysSo()
{
    Handover handover = sample();
    handover.stories.clear();
    const QString text = markdown(handover);
    QVERIFY2(text.contains(u"Nothing was kept"_s), qPrintable(text));
    QVERIFY(!text.contains(u"## "_s));
}

void ShiftActsTest::sameHandoverSameBytes_data()
{
    QTest::addColumn<BriefFormat>("format");
    QTest::addColumn<QByteArray>("begins");
    QTest::newRow("pdf") << BriefFormat::Pdf << QByteArray("%PDF-");
    QTest::newRow("markdown") << BriefFormat::Markdown << QByteArray("**Handover**");
}

void ShiftActsTest::sameHandoverSameBytes()
{
    QFETCH(const BriefFormat, format);
    QFETCH(const QByteArray, begins);
    const auto once = renderHandover(sample(), options(), format);
    const auto again = renderHandover(sample(), options(), format);
    QVERIFY(once && again);
    QCOMPARE(*once, *again);
    QVERIFY2(once->startsWith(begins), once->left(80));
}

void ShiftActsTest::formatFollowsTheEnding_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<std::optional<BriefFormat>>("format");
    QTest::newRow("pdf") << u"/a/b.pdf"_s << std::optional(BriefFormat::Pdf);
    QTest::newRow("capitals") << u"b.PDF"_s << std::optional(BriefFormat::Pdf);
    QTest::newRow("md") << u"b.c.md"_s << std::optional(BriefFormat::Markdown);
    QTest::newRow("csv") << u"b.csv"_s << std::optional<BriefFormat>();
    QTest::newRow("none") << u"handover"_s << std::optional<BriefFormat>();
}

void ShiftActsTest::formatFollowsTheEnding()
{
    QFETCH(const QString, path);
    QFETCH(const std::optional<BriefFormat>, format);
    const auto read = handoverFormat(path);
    QCOMPARE(read.has_value(), format.has_value());
    if (format)
        QVERIFY(*read == *format);
    else
        QCOMPARE(read.error().code, ErrorCode::InvalidInput);
}

void ShiftActsTest::spanIsTheShift()
{
    Test::TempDesk temp;
    const QDateTime begun = at(u"2026-04-10T06:00:00Z"_s);
    const QDateTime now = at(u"2026-04-10T15:00:00Z"_s);
    QCOMPARE(handoverSpan(temp.store(), u"Ada"_s, now), std::pair(at(u"2026-04-10T03:00:00Z"_s), now));
    temp.setNow(begun);
    QVERIFY(temp.store().beginShift(u"Ada"_s));
    QCOMPARE(handoverSpan(temp.store(), u"Ada"_s, now), std::pair(begun, now));
    // A clock that was set back since.
    QCOMPARE(handoverSpan(temp.store(), u"Ada"_s, begun.addSecs(-60)), std::pair(begun, begun));
    temp.setNow(begun.addSecs(3600));
    QVERIFY(temp.store().endShift(u"Ada"_s));
    QCOMPARE(handoverSpan(temp.store(), u"Ada"_s, now), std::pair(begun, begun.addSecs(3600)));
}

void ShiftActsTest::keyBeginsAndEnds()
{
    Bench bench;
    const QAction* shift = bench.window->actions().shift;
    QCOMPARE(shift->text(), u"Begin the s&hift"_s);
    bench.press();
    QVERIFY(bench.shifts().value(0).isRunning());
    QCOMPARE(shift->text(), u"End the s&hift…"_s);
    QVERIFY2(bench.notice().contains(u"10 Apr 2026, 10:00 UTC"_s), qPrintable(bench.notice()));
    QVERIFY(!bench.dialog());
    bench.temp.setNow(at(u"2026-04-10T18:00:00Z"_s));
    bench.press();
    QCOMPARE(bench.shifts().size(), 1);
    QVERIFY(!bench.shifts().first().isRunning());
    QCOMPARE(shift->text(), u"Begin the s&hift"_s);
    QVERIFY(bench.dialog());
}

void ShiftActsTest::shiftLeftRunningIsEnded()
{
    Test::TempDesk temp;
    temp.addPlain({u"A"_s});
    QVERIFY(temp.store().beginShift(u"Ada"_s));
    temp.reopen(); // as after a crash
    Desk desk(temp.store(), u"Ada"_s);
    MainWindow window(desk);
    QCOMPARE(window.actions().shift->text(), u"End the s&hift…"_s);
    desk.setAnalyst(u"Bea"_s);
    QCOMPARE(window.actions().shift->text(), u"Begin the s&hift"_s);
}

void ShiftActsTest::endOffersTheHandover()
{
    Bench bench;
    bench.press();
    bench.desk->shortlist({bench.ids[1]});
    bench.temp.setNow(at(u"2026-04-10T18:00:00Z"_s));
    bench.press();
    QFileDialog* dialog = bench.dialog();
    QVERIFY(dialog);
    QVERIFY(dialog->selectedFiles().value(0).endsWith(u"handover-2026-04-10.pdf"_s));
    const QString path = bench.temp.file(u"handover.md"_s);
    dialog->selectFile(path);
    static_cast<QDialog*>(dialog)->accept();
    QTRY_VERIFY(QFile::exists(path));
    QTRY_VERIFY2(bench.notice().contains(path), qPrintable(bench.notice()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    QVERIFY2(text.contains(u"## Shortlisted"_s) && text.contains(u"Newest"_s), qPrintable(text));
    QVERIFY2(!text.contains(u"<b>"_s) && !text.contains(u"Oldest"_s), qPrintable(text));
}

void ShiftActsTest::handoverIsWrittenThoughTheWindowCloses()
{
    Bench bench;
    bench.window->actions().handover->trigger();
    const QString path = bench.temp.file(u"handover.pdf"_s);
    Q_EMIT bench.dialog()->fileSelected(path);
    bench.window.reset();
    QThreadPool::globalInstance()->waitForDone(); // as the program does at its end
    QVERIFY(QFile::exists(path));
}

void ShiftActsTest::cancelledHandoverStillEndsTheShift()
{
    Bench bench;
    bench.press();
    bench.press();
    bench.dialog()->reject();
    QVERIFY(!bench.shifts().first().isRunning());
    QVERIFY2(bench.notice().contains(u"ended"_s), qPrintable(bench.notice()));
}

void ShiftActsTest::handoverThatCannotBeWrittenIsTold()
{
    Bench bench;
    bench.window->actions().handover->trigger();
    QVERIFY(bench.dialog());
    Q_EMIT bench.dialog()->fileSelected(bench.temp.file(u"nowhere/handover.md"_s));
    QTRY_VERIFY2(bench.notice().contains(u"could not be written"_s), qPrintable(bench.notice()));
    Q_EMIT bench.dialog()->fileSelected(bench.temp.file(u"handover.odt"_s));
    QVERIFY2(bench.notice().contains(u".md"_s), qPrintable(bench.notice()));
    QVERIFY(!QFile::exists(bench.temp.file(u"handover.odt"_s)));
}

QTEST_MAIN(ShiftActsTest)
#include "tst_shiftacts.moc"
