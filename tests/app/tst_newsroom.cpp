// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/newsroom/newsroom.h"
#include "app/newsroom/singleinstance.h"
#include "storage/feeds/feedstore.h"
#include "storage/feeds/outletstore.h"
#include "storage/store.h"
#include "ui/widgets/noticebar.h"
#include "ui/window/mainwindow.h"

#include <QAbstractButton>
#include <QAction>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QListWidget>
#include <QMimeData>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Scoredesk;
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
    void oneWindowADeskFromItsFirstStart();
    void feedsComeFromAListAndGoByUndo();
    void listThatIsNoneIsTold();
    void outletsComeFromATableAndGoByUndo();
    void tableThatIsNoneIsTold();

private:
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
    const auto feeds = [this] {
        const auto store = Store::open(file(u"desk.sqlite"_s), {.mode = StoreOptions::Mode::Reader});
        return store ? (*store)->feeds().all().size() : -1;
    };
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
