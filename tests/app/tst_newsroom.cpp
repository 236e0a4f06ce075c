// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/newsroom/linkintake.h"
#include "app/newsroom/newsroom.h"
#include "app/newsroom/singleinstance.h"
#include "storage/feeds/feedstore.h"
#include "storage/feeds/outletstore.h"
#include "storage/store.h"
#include "tests/support/feeds/feedserver.h"
#include "ui/widgets/noticebar.h"
#include "ui/window/mainwindow.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// What the program makes of a window and a desk: what is long runs beside the window, and one desk has one
/// window.
class NewsroomTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void filesArePlannedBesideTheWindow();
    void fileThatCannotBeReadIsTold();
    void pasteIsPlanned();
    void deskIsExportedAndBackedUp();
    void sampleDeskShowsItsStoryInTheQueue();
    void oneWindowADeskFromItsFirstStart();
    void feedsComeFromAListAndGoByUndo();
    void listThatIsNoneIsTold();
    void rulesAreTriedAndAppliedBesideTheWindow();
    void addressesAreLookedAtAndAdded();
    void addressesThatLeadNowhereAreTold();
    void pastedLinkIsAStoryAtOnce();
    void pastedLinkOfAFeedIsOffered();
    void textAroundALinkIsNoLink_data();
    void textAroundALinkIsNoLink();
    void outletsComeFromATableAndGoByUndo();
    void tableThatIsNoneIsTold();

private:
    void paste(const QString& text);
    qsizetype feeds() const;
    QStringList headlines() const;
    QString file(const QString& name) const { return m_folder->filePath(name); }
    QString notice() const { return m_newsroom->window().findChild<NoticeBar*>()->text(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Newsroom> m_newsroom;
};

void NewsroomTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"ScoredeskTest"_s);
    QCoreApplication::setApplicationName(u"tst_newsroom"_s);
}

void NewsroomTest::init()
{
    m_newsroom.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto opened = Newsroom::open(file(u"desk.sqlite"_s));
    QVERIFY(opened);
    m_newsroom = std::move(*opened);
    m_newsroom->window().show();
}

void NewsroomTest::filesArePlannedBesideTheWindow()
{
    QFile brief(file(u"brief.txt"_s));
    QVERIFY(brief.open(QIODevice::WriteOnly));
    brief.write("Port strike ends after nine days\n\nDockers and owners signed at dawn.\n");
    brief.close();
    MainWindow& window = m_newsroom->window();
    Q_EMIT window.importFilesRequested({brief.fileName()});
    QVERIFY(!window.findChild<QDialog*>(u"importPreview"_s)); // the window did not wait
    QTRY_VERIFY(window.findChild<QDialog*>(u"importPreview"_s));
    window.findChild<QDialog*>(u"importPreview"_s)->accept();
    QTRY_VERIFY(notice().contains(u'1'));
}

void NewsroomTest::fileThatCannotBeReadIsTold()
{
    Q_EMIT m_newsroom->window().importFilesRequested({file(u"none.txt"_s)});
    QTRY_VERIFY2(notice().contains(u"none.txt"_s), qPrintable(notice()));
}

void NewsroomTest::pasteIsPlanned()
{
    QMimeData data;
    data.setText(u"Port strike ends after nine days\n\nDockers and owners signed at dawn.\n"_s);
    Q_EMIT m_newsroom->window().importDataRequested(&data);
    QTRY_VERIFY(m_newsroom->window().findChild<QDialog*>(u"importPreview"_s));
}

void NewsroomTest::deskIsExportedAndBackedUp()
{
    MainWindow& window = m_newsroom->window();
    Q_EMIT window.sampleDeskRequested();
    Q_EMIT window.deskExportRequested(file(u"desk.json"_s));
    QTRY_VERIFY2(notice().contains(u"desk.json"_s), qPrintable(notice()));
    QFile json(file(u"desk.json"_s));
    QVERIFY(json.open(QIODevice::ReadOnly));
    QVERIFY(QJsonDocument::fromJson(json.readAll()).isObject());
    Q_EMIT window.backupRequested(file(u"backup.sqlite"_s));
    QTRY_VERIFY2(notice().contains(u"backup.sqlite"_s), qPrintable(notice()));
    QVERIFY(Store::open(file(u"backup.sqlite"_s)));
    Q_EMIT window.backupRequested(file(u"no/such/folder/backup.sqlite"_s));
    QTRY_VERIFY2(notice().contains(u"no/such/folder"_s), qPrintable(notice()));
}

void NewsroomTest::sampleDeskShowsItsStoryInTheQueue()
{
    MainWindow& window = m_newsroom->window();
    Q_EMIT window.sampleDeskRequested();
    const auto* title = window.findChild<QLabel*>(u"queueTitle"_s);
    const auto* queue = window.findChild<QTableView*>(u"queue"_s);
    QCOMPARE(title->text(), u"All stories"_s);
    const QModelIndexList rows = queue->selectionModel()->selectedRows();
    QCOMPARE(rows.size(), 1);
    QVERIFY(rows.first().data().toString().startsWith(u"Gemma 4"_s));
    QCOMPARE(queue->model()->rowCount(), 12);
}

void NewsroomTest::oneWindowADeskFromItsFirstStart()
{
    const QString path = file(u"new/folder/desk.sqlite"_s);
    SingleInstance first(path);
    QVERIFY(!first.raiseOther());
    QVERIFY(first.listen());
    QVERIFY(QDir().mkpath(file(u"new/folder"_s)));
    QVERIFY(Store::open(path));
    QSignalSpy raised(&first, &SingleInstance::raiseRequested);
    SingleInstance second(path);
    QVERIFY(second.raiseOther());
    QTRY_COMPARE(raised.count(), 1);
    QVERIFY(QFile::link(file(u"new"_s), file(u"link"_s)));
    QVERIFY(SingleInstance(file(u"link/folder/desk.sqlite"_s)).raiseOther());
    QVERIFY(!SingleInstance(file(u"other/desk.sqlite"_s)).raiseOther());
}

void NewsroomTest::feedsComeFromAListAndGoByUndo()
{
    MainWindow& window = m_newsroom->window();
    window.findChild<QAbstractButton*>(u"doorStarter"_s)->click();
    auto* dialog = window.findChild<QDialog*>(u"feedList"_s);
    QVERIFY(dialog);
    auto* lines = dialog->findChild<QListWidget*>(u"feedListLines"_s);
    const int offered = lines->count();
    QVERIFY(offered > 50);
    lines->item(0)->setCheckState(Qt::Unchecked);
    dialog->findChild<QAbstractButton*>(u"feedListAdd"_s)->click();
    QCOMPARE(feeds(), offered - 1);

    Q_EMIT window.feedListExportRequested(file(u"feeds.opml"_s));
    QVERIFY2(notice().contains(u"feeds.opml"_s), qPrintable(notice()));
    window.findChild<QAction*>(u"undo"_s)->trigger();
    QCOMPARE(feeds(), 0);
    window.findChild<QAction*>(u"redo"_s)->trigger();
    QCOMPARE(feeds(), offered - 1);
    window.findChild<QAction*>(u"undo"_s)->trigger();

    QTRY_VERIFY(!window.findChild<QDialog*>(u"feedList"_s));
    Q_EMIT window.feedListRequested(file(u"feeds.opml"_s));
    dialog = window.findChild<QDialog*>(u"feedList"_s);
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QListWidget*>(u"feedListLines"_s)->count(), offered - 1);
    dialog->findChild<QAbstractButton*>(u"feedListAdd"_s)->click();
    QCOMPARE(feeds(), offered - 1);
}

void NewsroomTest::listThatIsNoneIsTold()
{
    Q_EMIT m_newsroom->window().feedListRequested(file(u"none.opml"_s));
    QVERIFY2(notice().contains(u"none.opml"_s), qPrintable(notice()));
    QFile text(file(u"text.opml"_s));
    QVERIFY(text.open(QIODevice::WriteOnly));
    text.write("no list");
    text.close();
    Q_EMIT m_newsroom->window().feedListRequested(text.fileName());
    QVERIFY(!m_newsroom->window().findChild<QDialog*>(u"feedList"_s));
    QVERIFY(!notice().isEmpty());
}

void NewsroomTest::rulesAreTriedAndAppliedBesideTheWindow()
{
    MainWindow& window = m_newsroom->window();
    Q_EMIT window.sampleDeskRequested();
    window.findChild<QAction*>(u"rules"_s)->trigger();
    auto* dialog = window.findChild<QDialog*>(u"rulesDialog"_s);
    QVERIFY(dialog && dialog->isVisible());
    dialog->findChild<QAbstractButton*>(u"addRule"_s)->click();
    const auto type = [dialog](const QString& field, const QString& text) {
        auto* line = dialog->findChild<QLineEdit*>(field);
        QTest::keyClicks(line, text);
        QTest::keyClick(line, Qt::Key_Return);
    };
    type(u"ruleQuery"_s, u"-tag:ruled"_s); // every story that is open
    type(u"ruleTags"_s, u"ruled"_s);
    const auto tagged = [this] {
        const auto store = Store::open(file(u"desk.sqlite"_s), {.mode = StoreOptions::Mode::Reader});
        QueueView view;
        view.kind = QueueView::Kind::All;
        const auto page = (*store)->queuePage(view, {}, 1000);
        const auto dossiers = (*store)->dossiers(page->ids);
        int count = 0;
        for (const Dossier& dossier : *dossiers)
            count += dossier.story.tags.contains(u"ruled"_s);
        return count;
    };
    const auto* status = dialog->findChild<QLabel*>(u"ruleTrialStatus"_s);
    const auto* effects = dialog->findChild<QListView*>(u"ruleEffects"_s);
    dialog->findChild<QAbstractButton*>(u"tryRules"_s)->click();
    QTRY_VERIFY(effects->model()->rowCount() > 0);
    const int found = effects->model()->rowCount();
    QVERIFY(status->text().contains(QString::number(found)));
    QCOMPARE(tagged(), 0);

    dialog->findChild<QAbstractButton*>(u"applyRules"_s)->click();
    QTRY_COMPARE(tagged(), found);
    QTRY_VERIFY2(notice().contains(QString::number(found)), qPrintable(notice()));
    window.findChild<QAction*>(u"undo"_s)->trigger();
    QCOMPARE(tagged(), 0);
    window.findChild<QAction*>(u"redo"_s)->trigger();
    QCOMPARE(tagged(), found);

    dialog->findChild<QAbstractButton*>(u"applyRules"_s)->click(); // there is nothing left to do
    QTRY_VERIFY2(status->text().startsWith(u"No stored story"_s), qPrintable(status->text()));
}

void NewsroomTest::paste(const QString& text)
{
    QMimeData data;
    data.setText(text);
    Q_EMIT m_newsroom->window().importDataRequested(&data);
}

qsizetype NewsroomTest::feeds() const
{
    const auto store = Store::open(file(u"desk.sqlite"_s), {.mode = StoreOptions::Mode::Reader});
    return store ? (*store)->feeds().all().size() : -1;
}

/// Headlines of all stories, newest first.
QStringList NewsroomTest::headlines() const
{
    const auto store = Store::open(file(u"desk.sqlite"_s), {.mode = StoreOptions::Mode::Reader});
    QStringList headlines;
    if (store) {
        QueueView view;
        view.kind = QueueView::Kind::All;
        const auto page = (*store)->queuePage(view, {}, 100);
        const auto rows = (*store)->queueRows(page ? page->ids : QList<StoryId>());
        if (rows)
            for (const QueueRow& row : *rows)
                headlines.append(row.headline);
    }
    return headlines;
}

void NewsroomTest::addressesAreLookedAtAndAdded()
{
    FeedServer server;
    server.feed(u"/feed"_s, rssOf(u"Harbour Wire"_s, 3));
    server.feed(u"/comments/feed"_s, rssOf(u"Comments on Harbour Wire"_s, 1));
    server.answer(u"/"_s, {200,
                           {{"Content-Type", "text/html"}},
                           "<html><head><title>Wire</title>"
                           "<link rel='alternate' type='application/rss+xml' href='/feed'>"
                           "<link rel='alternate' type='application/rss+xml' title='Comments' "
                           "href='/comments/feed'></head><body>News</body></html>"});
    server.answer(u"/gone"_s, {410, {}, {}});
    MainWindow& window = m_newsroom->window();
    window.findChild<QAction*>(u"addFeeds"_s)->trigger();
    auto* dialog = window.findChild<QDialog*>(u"addFeeds"_s);
    QVERIFY(dialog);
    auto* add = dialog->findChild<QAbstractButton*>(u"addFeedsAdd"_s);
    auto* lines = dialog->findChild<QListWidget*>(u"addFeedsLines"_s);
    QVERIFY(!add->isEnabled());
    auto* text = dialog->findChild<QPlainTextEdit*>(u"addFeedsAddresses"_s);
    text->setPlainText(
        u"Read <a href=\"%1\">this</a> and %2"_s.arg(server.url(u"/"_s), server.url(u"/gone"_s)));
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(lines->count(), 4); // the page, what is gone, and the two feeds that the page names
    QTRY_COMPARE(lines->findItems(u"Harbour Wire"_s, Qt::MatchContains).size(), 2);
    const auto line = [lines](const QString& start) {
        return lines->findItems(start, Qt::MatchStartsWith).value(0);
    };
    QVERIFY(line(u"Harbour Wire"_s));
    QCOMPARE(line(u"Harbour Wire"_s)->checkState(), Qt::Checked);
    QVERIFY(line(u"Harbour Wire"_s)->text().contains(u"3 items"_s));
    QCOMPARE(line(u"Comments"_s)->checkState(), Qt::Unchecked); // few want them
    QVERIFY(!(line(server.url(u"/gone"_s))->flags() & Qt::ItemIsUserCheckable));
    dialog->findChild<QComboBox*>(u"addFeedsFolder"_s)->setEditText(u"Ports / North"_s);
    QTRY_VERIFY(add->isEnabled());
    add->click();
    QCOMPARE(feeds(), 1);
    {
        const auto store = Store::open(file(u"desk.sqlite"_s), {.mode = StoreOptions::Mode::Reader});
        const DeskFeed feed = (*store)->feeds().all().first();
        QCOMPARE(feed.url, server.url(u"/feed"_s));
        QCOMPARE(feed.folder, QStringList({u"Ports"_s, u"North"_s}));
    }
    window.findChild<QAction*>(u"undo"_s)->trigger();
    QCOMPARE(feeds(), 0);
}

void NewsroomTest::addressesThatLeadNowhereAreTold()
{
    MainWindow& window = m_newsroom->window();
    window.findChild<QAction*>(u"addFeeds"_s)->trigger();
    auto* dialog = window.findChild<QDialog*>(u"addFeeds"_s);
    auto* text = dialog->findChild<QPlainTextEdit*>(u"addFeedsAddresses"_s);
    auto* summary = dialog->findChild<QLabel*>(u"addFeedsSummary"_s);
    text->setPlainText(u"nothing of the kind"_s);
    dialog->findChild<QAbstractButton*>(u"addFeedsLook"_s)->click();
    QVERIFY2(summary->text().contains(u"no web address"_s), qPrintable(summary->text()));
    text->setPlainText(u"http://127.0.0.1:1/feed"_s); // where nobody listens
    QVERIFY(!summary->text().contains(u"no web address"_s));
    dialog->findChild<QAbstractButton*>(u"addFeedsLook"_s)->click();
    auto* lines = dialog->findChild<QListWidget*>(u"addFeedsLines"_s);
    QCOMPARE(lines->count(), 1);
    QTRY_VERIFY(lines->item(0)->text().contains(u" — "_s) && !lines->item(0)->text().contains(u"looking"_s));
    QVERIFY(!dialog->findChild<QAbstractButton*>(u"addFeedsAdd"_s)->isEnabled());
    dialog->reject(); // nothing is left under way
    QCOMPARE(feeds(), 0);
}

void NewsroomTest::pastedLinkIsAStoryAtOnce()
{
    FeedServer server;
    server.answer(u"/news/leap"_s, {200,
                                    {{"Content-Type", "text/html"}},
                                    "<html><head><title>Quantum leap</title>"
                                    "<meta property='og:site_name' content='Harbour Wire'>"
                                    "<meta property='article:published_time' content='2026-11-02T10:00:00Z'>"
                                    "<meta name='description' content='A machine did it.'></head></html>"});
    paste(u" %1\n"_s.arg(server.url(u"/news/leap"_s)));
    QCOMPARE(headlines().size(), 1); // before anything was fetched
    QTRY_COMPARE(headlines(), QStringList(u"Quantum leap"_s));
    paste(server.url(u"/news/leap"_s));
    QCOMPARE(headlines().size(), 1);
    QVERIFY2(notice().contains(u"already"_s), qPrintable(notice()));
    QAction* undo = m_newsroom->window().findChild<QAction*>(u"undo"_s);
    undo->trigger();
    QCOMPARE(headlines(), QStringList());
    QVERIFY(!undo->isEnabled());
    m_newsroom->window().findChild<QAction*>(u"redo"_s)->trigger();
    QCOMPARE(headlines(), QStringList(u"Quantum leap"_s));
}

void NewsroomTest::pastedLinkOfAFeedIsOffered()
{
    FeedServer server;
    server.feed(u"/feed"_s, rssOf(u"Harbour Wire"_s, 3));
    paste(server.url(u"/feed"_s));
    QCOMPARE(headlines().size(), 1);
    QTRY_VERIFY(m_newsroom->window().findChild<QDialog*>(u"addFeeds"_s));
    QCOMPARE(headlines().size(), 0);
    auto* lines = m_newsroom->window().findChild<QListWidget*>(u"addFeedsLines"_s);
    QTRY_COMPARE(lines->findItems(u"Harbour Wire"_s, Qt::MatchStartsWith).size(), 1);
}

void NewsroomTest::textAroundALinkIsNoLink_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("links");
    QTest::newRow("a link") << u"https://example.com/a"_s << 1;
    QTest::newRow("links, a line each") << u"https://example.com/a\r\n\r\n http://example.com/b\n"_s << 2;
    QTest::newRow("a link and a word") << u"https://example.com/a said"_s << 0;
    QTest::newRow("a headline above") << u"Port strike ends\nhttps://example.com/a"_s << 0;
    QTest::newRow("a host alone, which may be a word") << u"example.com"_s << 0;
    QTest::newRow("no link of the web") << u"ftp://example.com/a"_s << 0;
    QTest::newRow("nothing") << QString() << 0;
    QTest::newRow("too many to take unseen") << u"https://example.com/%1\n"_s.repeated(21) << 0;
}

void NewsroomTest::textAroundALinkIsNoLink()
{
    QFETCH(QString, text);
    QFETCH(int, links);
    QCOMPARE(LinkIntake::linksOnly(text).size(), links);
}

void NewsroomTest::outletsComeFromATableAndGoByUndo()
{
    MainWindow& window = m_newsroom->window();
    const auto planet = [this] {
        const auto store = Store::open(file(u"desk.sqlite"_s), {.mode = StoreOptions::Mode::Reader});
        return store ? (*store)->feeds().outlets().find(u"planet.example"_s).value_or(Outlet()).name
                     : QString();
    };
    QFile table(file(u"outlets.csv"_s));
    QVERIFY(table.open(QIODevice::WriteOnly));
    table.write("name;domains;tier\nDaily Planet;planet.example;2\nGazette;nowhere;1\n");
    table.close();
    Q_EMIT window.outletTableRequested(table.fileName());
    auto* dialog = window.findChild<QDialog*>(u"outletImport"_s);
    QVERIFY(dialog);
    QCOMPARE(planet(), QString());
    dialog->findChild<QAbstractButton*>(u"outletImportButton"_s)->click();
    QCOMPARE(planet(), u"Daily Planet"_s);
    QVERIFY2(notice().contains(u'1'), qPrintable(notice()));

    Q_EMIT window.outletTableExportRequested(file(u"all.csv"_s));
    QFile all(file(u"all.csv"_s));
    QVERIFY(all.open(QIODevice::ReadOnly));
    QVERIFY(all.readAll().contains("Daily Planet,planet.example,2,,"));
    window.findChild<QAction*>(u"undo"_s)->trigger();
    QCOMPARE(planet(), QString());
    QTRY_VERIFY(!window.findChild<QDialog*>(u"outletImport"_s));
    window.findChild<QAction*>(u"redo"_s)->trigger();
    Q_EMIT window.outletTableRequested(all.fileName());
    QVERIFY(!window.findChild<QDialog*>(u"outletImport"_s)); // as the desk is
    QVERIFY2(notice().contains(u"all.csv"_s), qPrintable(notice()));
}

void NewsroomTest::tableThatIsNoneIsTold()
{
    MainWindow& window = m_newsroom->window();
    window.findChild<QAction*>(u"sources"_s)->trigger();
    const auto* sources = window.findChild<QDialog*>(u"sources"_s);
    QVERIFY(sources && sources->isVisible());
    Q_EMIT window.outletTableRequested(file(u"none.csv"_s));
    // Told where it was asked for.
    const QString told = sources->findChild<NoticeBar*>()->text();
    QVERIFY2(told.contains(u"none.csv"_s), qPrintable(told));
    QFile text(file(u"text.csv"_s));
    QVERIFY(text.open(QIODevice::WriteOnly));
    text.write("no table");
    text.close();
    Q_EMIT window.outletTableRequested(text.fileName());
    QVERIFY(sources->findChild<NoticeBar*>()->text().contains(u"\"name\""_s));
    QVERIFY(!window.findChild<QDialog*>(u"outletImport"_s));
}

QTEST_MAIN(NewsroomTest)
#include "tst_newsroom.moc"
