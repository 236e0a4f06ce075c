// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/newsroom/newsroom.h"
#include "storage/feeds/feedstore.h"
#include "storage/store.h"
#include "tests/support/feeds/feedserver.h"
#include "ui/window/mainwindow.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QListWidget>
#include <QMimeData>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// Adding feeds in the window, beside the window of feeds and with more than one link.
class NewsroomFeedsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void dialogsStandBeforeTheSources_data();
    void dialogsStandBeforeTheSources();
    void dialogsStandBeforeTheMainWindow();
    void askedForAgainItComesForward();
    void severalPastedFeedsAreOfferedTogether();

private:
    static constexpr int patience = 60'000; // milliseconds; for machines that are busy with much else

    MainWindow& window() { return m_newsroom->window(); }
    QDialog* dialog(const QString& name) { return window().findChild<QDialog*>(name); }
    /// Waits for it; a window counts as active to Qt as soon as its parent is.
    static bool isInFront(QWidget* window)
    {
        return QTest::qWaitFor([window] { return QApplication::activeWindow() == window; }, patience);
    }
    QDialog* openSources();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Newsroom> m_newsroom;
};

void NewsroomFeedsTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"ScoredeskTest"_s);
    QCoreApplication::setApplicationName(u"tst_newsroomfeeds"_s);
}

void NewsroomFeedsTest::init()
{
    m_newsroom.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto opened = Newsroom::open(m_folder->filePath(u"desk.sqlite"_s));
    QVERIFY(opened);
    m_newsroom = std::move(*opened);
    window().show();
    QVERIFY(isInFront(&window()));
}

QDialog* NewsroomFeedsTest::openSources()
{
    window().findChild<QAction*>(u"sources"_s)->trigger();
    QDialog* sources = dialog(u"sources"_s);
    return sources && isInFront(sources) ? sources : nullptr;
}

void NewsroomFeedsTest::dialogsStandBeforeTheSources_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("name");
    QTest::newRow("by their addresses") << u"addFeeds"_s << u"addFeeds"_s;
    QTest::newRow("the starter pack") << u"starterFeeds"_s << u"feedList"_s;
}

void NewsroomFeedsTest::dialogsStandBeforeTheSources()
{
    QFETCH(QString, action);
    QFETCH(QString, name);
    QDialog* sources = openSources();
    QVERIFY(sources);
    window().findChild<QAction*>(action)->trigger();
    QDialog* opened = dialog(name);
    QVERIFY(opened);
    QCOMPARE(opened->parentWidget(), sources);
    QVERIFY(isInFront(opened));
}

void NewsroomFeedsTest::dialogsStandBeforeTheMainWindow()
{
    QDialog* sources = openSources();
    QVERIFY(sources);
    window().activateWindow();
    QVERIFY(isInFront(&window()));
    window().findChild<QAction*>(u"addFeeds"_s)->trigger();
    QVERIFY(dialog(u"addFeeds"_s));
    QCOMPARE(dialog(u"addFeeds"_s)->parentWidget(), &window());
}

void NewsroomFeedsTest::askedForAgainItComesForward()
{
    window().findChild<QAction*>(u"addFeeds"_s)->trigger();
    QDialog* first = dialog(u"addFeeds"_s);
    QVERIFY(first && isInFront(first));
    QVERIFY(openSources());
    window().findChild<QAction*>(u"addFeeds"_s)->trigger();
    QCOMPARE(window().findChildren<QDialog*>(u"addFeeds"_s).size(), 1);
    QVERIFY(isInFront(first));
}

void NewsroomFeedsTest::severalPastedFeedsAreOfferedTogether()
{
    FeedServer server;
    server.feed(u"/north"_s, rssOf(u"North Wire"_s, 3));
    server.feed(u"/south"_s, rssOf(u"South Wire"_s, 2));
    const auto stories = [this] {
        const auto store =
            Store::open(m_folder->filePath(u"desk.sqlite"_s), {.mode = StoreOptions::Mode::Reader});
        return store ? (*store)->counts().all : -1;
    };
    QMimeData data;
    data.setText(server.url(u"/north"_s) + u'\n' + server.url(u"/south"_s));
    Q_EMIT window().importDataRequested(&data);
    QCOMPARE(stories(), 2); // until it is known what they are
    QTRY_VERIFY_WITH_TIMEOUT(dialog(u"addFeeds"_s), patience);
    QTRY_COMPARE_WITH_TIMEOUT(stories(), 0, patience);
    const auto* lines = dialog(u"addFeeds"_s)->findChild<QListWidget*>(u"addFeedsLines"_s);
    QTRY_COMPARE_WITH_TIMEOUT(lines->findItems(u"North Wire"_s, Qt::MatchStartsWith).size(), 1, patience);
    QTRY_COMPARE_WITH_TIMEOUT(lines->findItems(u"South Wire"_s, Qt::MatchStartsWith).size(), 1, patience);
    QCOMPARE(lines->count(), 2);
    dialog(u"addFeeds"_s)->accept();
    const auto store =
        Store::open(m_folder->filePath(u"desk.sqlite"_s), {.mode = StoreOptions::Mode::Reader});
    QVERIFY(store);
    QCOMPARE((*store)->feeds().all().size(), 2);
    QCOMPARE((*store)->counts().all, 0);
}

QTEST_MAIN(NewsroomFeedsTest)
#include "tst_newsroomfeeds.moc"
