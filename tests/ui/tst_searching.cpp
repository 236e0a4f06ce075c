// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/feeds/feedstore.h"
#include "tests/support/samples.h"
#include "tests/support/tempdesk.h"
#include "tests/ui/deskfixture.h"
#include "ui/stories/queuegathering.h"
#include "ui/stories/queuepanel.h"
#include "ui/stories/searchedwords.h"
#include "ui/stories/searchfield.h"
#include "ui/stories/viewlist.h"
#include "ui/window/mainwindow.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QCompleter>
#include <QInputDialog>
#include <QLabel>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>
#include <QVBoxLayout>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// Searching in the window: what is typed, completed, found, marked and kept.
class SearchingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void marksWords_data();
    void marksWords();
    void offers_data();
    void offers();
    void completesByKey();
    void answersTheLastQuestionAlone();
    void showsTheFirstBeforeAll();
    void tellsWhatCannotBeRead();
    void listStaysWhileAQueryCannotBeRead();
    void typingDoesNotLoseTheView();
    void startsAtTheViewOfTheLastTime();
    void ordersByADimension();
    void showsWhatWaitsOfAFeed();
    void keepsASearch();
    void arrivalsOfASearchWait();

private:
    static QTreeWidgetItem* line(ViewList* views, const QString& text)
    {
        const auto found = views->findItems(text, Qt::MatchExactly | Qt::MatchRecursive);
        return found.value(0);
    }
};

void SearchingTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"ScoredeskTest"_s);
    QCoreApplication::setApplicationName(u"tst_searching"_s);
}

void SearchingTest::init()
{
    QSettings().clear();
}

void SearchingTest::marksWords_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("marked"); ///< of the headline below, in brackets
    QTest::newRow("word") << u"gemma "_s << u"[Gemma] 4’s café opens: open weights, gemmas"_s;
    QTest::newRow("start") << u"gem*"_s << u"[Gemma] 4’s café opens: open weights, [gemmas]"_s;
    QTest::newRow("being typed") << u"gemm"_s << u"[Gemma] 4’s café opens: open weights, [gemmas]"_s;
    QTest::newRow("phrase") << u"\"open weights\""_s << u"Gemma 4’s café opens: [open weights], gemmas"_s;
    QTest::newRow("accents") << u"CAFE "_s << u"Gemma 4’s [café] opens: open weights, gemmas"_s;
    QTest::newRow("either") << u"cafe OR opens "_s << u"Gemma 4’s [café] [opens]: open weights, gemmas"_s;
    QTest::newRow("title") << u"title:weights"_s << u"Gemma 4’s café opens: open [weights], gemmas"_s;
    QTest::newRow("denied") << u"-gemma "_s << u"Gemma 4’s café opens: open weights, gemmas"_s;
    QTest::newRow("another field") << u"tag:gemma"_s << u"Gemma 4’s café opens: open weights, gemmas"_s;
    QTest::newRow("cannot be read") << u"(gemma"_s << u"Gemma 4’s café opens: open weights, gemmas"_s;
    QTest::newRow("longest") << u"open \"open weights\" "_s
                             << u"Gemma 4’s café opens: [open weights], gemmas"_s;
}

void SearchingTest::marksWords()
{
    QFETCH(QString, query);
    QString text = u"Gemma 4’s café opens: open weights, gemmas"_s;
    auto places = SearchedWords(query, {u"stakes"_s}).placesIn(text);
    std::reverse(places.begin(), places.end());
    for (const auto& [at, length] : places) {
        text.insert(at + length, u']');
        text.insert(at, u'[');
    }
    QTEST(text, "marked");
}

void SearchingTest::offers_data()
{
    QTest::addColumn<QString>("term");
    QTest::addColumn<QStringList>("offers");
    QTest::newRow("nothing yet") << QString() << QStringList();
    QTest::newRow("a field") << u"ta"_s << QStringList{u"tag:"_s};
    QTest::newRow("a number's field") << u"im"_s << QStringList{u"impact>="_s};
    QTest::newRow("fields and a dimension") << u"st"_s << QStringList{u"state:"_s, u"stakes>="_s};
    QTest::newRow("a flag") << u"uns"_s << QStringList{u"unscored"_s};
    QTest::newRow("a word") << u"gemma"_s << QStringList();
    QTest::newRow("choices") << u"trust:"_s
                             << QStringList{u"trust:high"_s, u"trust:medium"_s, u"trust:low"_s,
                                            u"trust:none"_s};
    QTest::newRow("a choice begun") << u"trust:h"_s << QStringList{u"trust:high"_s};
    QTest::newRow("a value of the desk") << u"tag:g"_s << QStringList{u"tag:gpu"_s};
    QTest::newRow("a value with a blank") << u"tag:op"_s << QStringList{u"tag:\"open models\""_s};
    QTest::newRow("in quotation marks") << u"tag:\"op"_s << QStringList{u"tag:\"open models\""_s};
    QTest::newRow("whole") << u"tag:gpu"_s << QStringList();
    QTest::newRow("no such field") << u"tog:"_s << QStringList();
    QTest::newRow("a date") << u"after:to"_s << QStringList{u"after:today"_s};
}

void SearchingTest::offers()
{
    SearchField field;
    field.setDimensions({u"stakes"_s});
    field.setValues([](const QString& name) {
        return name == "tag"_L1 ? QStringList{u"gpu"_s, u"open models"_s} : QStringList();
    });
    QFETCH(QString, term);
    QTEST(field.offersFor(term), "offers");
}

void SearchingTest::completesByKey()
{
    QWidget window; // with a field that Tab would lead to
    auto* layout = new QVBoxLayout(&window);
    auto* typed = new SearchField(&window);
    SearchField& field = *typed;
    layout->addWidget(&field);
    layout->addWidget(new QLineEdit(&window));
    QVERIFY(showActive(window));
    field.setFocus();
    QTest::keyClicks(&field, u"gemma -tr"_s);
    auto* popup = field.findChild<QCompleter*>()->popup();
    QTRY_VERIFY(popup->isVisible());
    QTest::keyClick(popup, Qt::Key_Tab);
    QCOMPARE(field.text(), u"gemma -trust:"_s);
    QTRY_VERIFY(popup->isVisible()); // now the verdicts
    QTest::keyClick(popup, Qt::Key_Down);
    QTest::keyClick(popup, Qt::Key_Return);
    QCOMPARE(field.text(), u"gemma -trust:high "_s);
    QTest::keyClicks(&field, u"st"_s);
    QTRY_VERIFY(popup->isVisible());
    QTest::keyClick(popup, Qt::Key_Escape);
    QVERIFY(!popup->isVisible());
    QCOMPARE(field.text(), u"gemma -trust:high st"_s);
    QSignalSpy entered(&field, &QLineEdit::returnPressed);
    QTest::keyClick(&field, Qt::Key_Return);
    QCOMPARE(entered.size(), 1);
}

void SearchingTest::answersTheLastQuestionAlone()
{
    TempDesk temp;
    QStringList names;
    for (int i = 0; i < 400; ++i)
        names.append(u"Story %1"_s.arg(i));
    temp.addPlain(names);
    QueueGathering gathering(temp.path());
    QList<qsizetype> answers;
    connect(&gathering, &QueueGathering::gathered, this,
            [&answers](const QList<StoryId>& ids) { answers.append(ids.size()); });
    QStringList faults;
    connect(&gathering, &QueueGathering::failed, this,
            [&faults](const Error& error) { faults.append(error.message); });
    QueueView view;
    view.kind = QueueView::Kind::All;
    for (int i = 0; i < 60; ++i) { // as fast as keys never come
        view.search = u"story -%1"_s.arg(i);
        gathering.ask(view);
    }
    view.search = u"story 7 "_s;
    gathering.ask(view);
    QTRY_COMPARE(answers, QList<qsizetype>{1});
    QVERIFY(!gathering.isAsked());
    view.search = u"story ("_s;
    gathering.ask(view);
    QTRY_COMPARE(faults.size(), 1);
    QCOMPARE(answers.size(), 1);
    view.search = u"story "_s;
    gathering.ask(view);
    gathering.cancel();
    view.search = u"story 8 "_s;
    gathering.ask(view);
    gathering.waitFor(5000);
    QCOMPARE(answers, (QList<qsizetype>{1, 1}));
    gathering.ask(view); // and is not waited for when it ends
}

/// What most stories say is found in the first lines, before all of them have been.
void SearchingTest::showsTheFirstBeforeAll()
{
    TempDesk temp;
    QStringList names;
    for (int i = 0; i < 900; ++i)
        names.append(u"Story %1"_s.arg(i));
    temp.addPlain(names);
    QueueGathering gathering(temp.path(), nullptr, 100);
    QList<StoryId> first;
    QList<StoryId> all;
    connect(&gathering, &QueueGathering::begun, this, [&first](const QList<StoryId>& ids) { first = ids; });
    connect(&gathering, &QueueGathering::gathered, this, [&all](const QList<StoryId>& ids) { all = ids; });
    QueueView view;
    view.kind = QueueView::Kind::All;
    view.search = u"story"_s;
    gathering.ask(view);
    QTRY_COMPARE(all.size(), 900);
    if (!first.isEmpty()) { // a slow machine has no time for a look
        QVERIFY(first.size() < 900);
        QCOMPARE(first, all.mid(0, first.size()));
    }
    first.clear();
    all.clear();
    view.search = u"777"_s; // of one story: there is nothing to begin with
    gathering.ask(view);
    QTRY_COMPARE(all.size(), 1);
    QVERIFY(first.isEmpty());
}

namespace {

struct Bench {
    Bench()
    {
        Dossier gemma = plainDossier(u"Gemma opens"_s);
        gemma.story.tags = {u"gpu"_s};
        Scorecard card;
        card.analyst = u"Ada"_s;
        card.methodKey = u"impact"_s;
        card.cells[u"stakes"_s] = {Score::fromTenths(30), {}, {}};
        gemma.cards = {card};
        Dossier chips = plainDossier(u"Chips act"_s);
        card.cells[u"stakes"_s] = {Score::fromTenths(90), {}, {}};
        chips.cards = {card};
        fixture.add(chips);
        fixture.add(gemma);
        fixture.add(plainDossier(u"Nothing scored"_s));
        window = std::make_unique<MainWindow>(fixture.desk());
        window->resize(1200, 800);
        if (!showActive(*window))
            qFatal("no window");
        queue = window->findChild<QTableView*>(u"queue"_s);
        search = window->findChild<SearchField*>();
        views = window->findChild<ViewList*>();
    }
    QStringList shown() const
    {
        QStringList lines;
        for (int row = 0; row < queue->model()->rowCount(); ++row)
            lines.append(queue->model()->index(row, 0).data().toString());
        return lines;
    }

    DeskFixture fixture;
    std::unique_ptr<MainWindow> window;
    QTableView* queue = nullptr;
    SearchField* search = nullptr;
    ViewList* views = nullptr;
};

} // namespace

void SearchingTest::tellsWhatCannotBeRead()
{
    Bench bench;
    const QStringList all = bench.shown();
    auto* fault = bench.window->findChild<QLabel*>(u"searchFault"_s);
    QVERIFY(!fault->isVisible());
    bench.search->setFocus();
    QTest::keyClicks(bench.search, u"author:ada "_s);
    QTRY_VERIFY(fault->isVisible());
    QVERIFY2(fault->text().contains(u"no field \"author\""_s), qPrintable(fault->text()));
    QCOMPARE(bench.shown(), all);
    bench.search->clear();
    QTest::keyClicks(bench.search, u"stakes>=5 "_s);
    QTRY_COMPARE(bench.shown(), QStringList{u"Chips act"_s});
    QVERIFY(!fault->isVisible());
    QTest::keyClick(bench.search, Qt::Key_Escape);
    QTest::keyClick(bench.search, Qt::Key_Escape);
    QTRY_COMPARE(bench.shown(), all);
}

void SearchingTest::listStaysWhileAQueryCannotBeRead()
{
    Bench bench;
    const QStringList all = bench.shown();
    bench.search->setText(u"(gemma"_s);
    QTest::keyClick(bench.search, Qt::Key_Return);
    auto* fault = bench.window->findChild<QLabel*>(u"searchFault"_s);
    QTRY_VERIFY(fault->isVisible());
    for (int i = 0; i < 3; ++i) { // each is read, and so changes
        QTest::keyClick(bench.queue, Qt::Key_J);
        bench.fixture.desk().setTags({u"seen"_s});
        QCoreApplication::processEvents();
    }
    QCOMPARE(bench.shown(), all);
    bench.fixture.add(plainDossier(u"Came meanwhile"_s));
    bench.window->findChild<QAction*>(u"showArrivals"_s)->trigger();
    QCOMPARE(bench.shown().size(), all.size() + 1);
}

/// A view that is chosen is still being gathered when the search goes on.
void SearchingTest::typingDoesNotLoseTheView()
{
    Bench bench;
    auto* queue = bench.window->findChild<QueuePanel*>();
    QueueView spiked = queue->view();
    spiked.kind = QueueView::Kind::Spiked;
    bench.search->setText(u"gemma "_s);
    QTRY_COMPARE(bench.shown(), QStringList{u"Gemma opens"_s});
    queue->showView(spiked);
    bench.search->setText(u"gemma x"_s);
    bench.search->setText(u"gemma "_s); // and as it was
    QTRY_COMPARE(bench.shown(), QStringList());
    QCOMPARE(queue->view().kind, QueueView::Kind::Spiked);
}

/// A line that is hidden holds the same view as one that shows.
void SearchingTest::startsAtTheViewOfTheLastTime()
{
    DeskFixture fixture;
    fixture.add(plainDossier(u"One"_s));
    {
        MainWindow window(fixture.desk());
        QVERIFY(showActive(window));
        window.findChild<ViewList*>()->chooseAll();
        window.close();
    }
    MainWindow again(fixture.desk());
    auto* views = again.findChild<ViewList*>();
    QVERIFY(views->currentItem());
    QCOMPARE(views->currentItem()->text(0), u"All stories"_s);
    auto* title = again.findChild<QLabel*>(u"queueTitle"_s);
    QVERIFY(fixture.store().beginShift(u"Ada"_s));
    QVERIFY(fixture.store().endShift(u"Ada"_s));
    views->setLastShift(QDateTime::currentDateTimeUtc());
    QCOMPARE(title->text(), u"All stories"_s);
    QVERIFY(!line(views, u"Since last shift"_s)->isHidden());
    views->setCurrentItem(line(views, u"Since last shift"_s));
    QCOMPARE(title->text(), u"Since last shift"_s);
}

void SearchingTest::ordersByADimension()
{
    Bench bench;
    auto* order = bench.window->findChild<QComboBox*>(u"queueOrder"_s);
    const int stakes = order->findText(u"Stakes"_s);
    QVERIFY(stakes > 0);
    order->setCurrentIndex(stakes);
    Q_EMIT order->activated(stakes);
    QTRY_COMPARE(bench.shown(), QStringList({u"Chips act"_s, u"Gemma opens"_s, u"Nothing scored"_s}));
    bench.window->close();
    MainWindow again(bench.fixture.desk());
    QCOMPARE(again.findChild<QComboBox*>(u"queueOrder"_s)->currentText(), u"Stakes"_s);
}

void SearchingTest::showsWhatWaitsOfAFeed()
{
    Bench bench;
    QVERIFY(line(bench.views, u"Feeds"_s)->isHidden());
    DeskFeed feed;
    feed.url = u"https://wire.example/feed"_s;
    feed.title = u"The Wire"_s;
    const auto ids = bench.fixture.store().feeds().add({feed});
    QVERIFY(ids);
    QVERIFY(!line(bench.views, u"Feeds"_s)->isHidden());
    Dossier dossier = plainDossier(u"By the wire"_s);
    Article article;
    article.feed = ids->first();
    article.outlet.name = u"Wire News"_s;
    article.title = u"By the wire"_s;
    dossier.articles = {article};
    bench.fixture.add(dossier);
    QVERIFY(!line(bench.views, u"The Wire"_s)); // nobody looks
    line(bench.views, u"Feeds"_s)->setExpanded(true);
    line(bench.views, u"Outlets"_s)->setExpanded(true);
    QTreeWidgetItem* wire = line(bench.views, u"The Wire"_s);
    QVERIFY(wire);
    QCOMPARE(wire->text(1), u"1"_s);
    QVERIFY(line(bench.views, u"Wire News"_s));
    bench.views->setCurrentItem(wire);
    QTRY_COMPARE(bench.shown(), QStringList{u"By the wire"_s});
    QCOMPARE(bench.window->findChild<QLabel*>(u"queueTitle"_s)->text(), u"The Wire"_s);
    bench.queue->setFocus();
    QTest::keyClick(bench.queue, Qt::Key_S); // shortlisted: nothing of it waits any more
    QCOMPARE(wire->text(1), QString());
    QTreeWidgetItem* unscored = line(bench.views, u"Unscored"_s);
    QCOMPARE(unscored->text(1), u"2"_s);
    bench.views->setCurrentItem(unscored);
    QTRY_COMPARE(bench.shown(), QStringList({u"By the wire"_s, u"Nothing scored"_s}));
}

void SearchingTest::keepsASearch()
{
    Bench bench;
    bench.search->setText(u"tag:gpu gem"_s);
    QTest::keyClick(bench.search, Qt::Key_Return);
    QTRY_COMPARE(bench.shown(), QStringList{u"Gemma opens"_s});
    bench.window->findChild<QAction*>(u"keepSearch"_s)->trigger();
    auto* dialog = bench.window->findChild<QInputDialog*>(u"keepSearch"_s);
    QVERIFY(dialog);
    QCOMPARE(dialog->textValue(), u"tag:gpu gem*"_s);
    dialog->setTextValue(u" Graphics "_s);
    dialog->accept();
    QCOMPARE(bench.fixture.store().savedSearches(), (QList<SavedSearch>{{u"Graphics"_s, u"tag:gpu gem*"_s}}));
    QCOMPARE(bench.fixture.steps(), 1);
    bench.search->clear();
    QTRY_COMPARE(bench.shown().size(), 3);
    QTreeWidgetItem* kept = line(bench.views, u"Graphics"_s);
    QVERIFY(kept);
    bench.views->setCurrentItem(kept);
    QTRY_COMPARE(bench.shown(), QStringList{u"Gemma opens"_s});
    QCOMPARE(bench.search->text(), u"tag:gpu gem* "_s);
    bench.views->setFocus();
    QTest::keyClick(bench.views, Qt::Key_Delete);
    QVERIFY(bench.fixture.store().savedSearches().isEmpty());
    bench.fixture.undo();
    QVERIFY(line(bench.views, u"Graphics"_s));
    bench.fixture.undo();
    QVERIFY(bench.fixture.store().savedSearches().isEmpty());
    QVERIFY(line(bench.views, u"Searches"_s)->isHidden());
    QVERIFY(!bench.fixture.store().setSavedSearches({{u"A"_s, u"x"_s}, {u"a"_s, u"y"_s}}));
    QVERIFY(!bench.fixture.store().setSavedSearches({{u" "_s, u"x"_s}}));
    QVERIFY(bench.fixture.store().savedSearches().isEmpty());
}

void SearchingTest::arrivalsOfASearchWait()
{
    Bench bench;
    bench.search->setText(u"gemma "_s);
    QTRY_COMPARE(bench.shown(), QStringList{u"Gemma opens"_s});
    bench.fixture.add(plainDossier(u"More of gemma"_s));
    bench.fixture.add(plainDossier(u"More of others"_s));
    QCOMPARE(bench.shown(), QStringList{u"Gemma opens"_s});
    QTRY_VERIFY(bench.window->findChild<QAbstractButton*>(u"arrivalsPill"_s)->isVisible());
    bench.window->findChild<QAction*>(u"showArrivals"_s)->trigger();
    QCOMPARE(bench.shown(), QStringList({u"More of gemma"_s, u"Gemma opens"_s}));
}

QTEST_MAIN(SearchingTest)
#include "tst_searching.moc"
