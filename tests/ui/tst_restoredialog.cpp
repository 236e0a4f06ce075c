// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/care/dailybackup.h"
#include "tests/support/tempdesk.h"
#include "ui/desk/desk.h"
#include "ui/window/mainwindow.h"
#include "ui/window/restoredialog.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// Choosing the backup that takes the desk's place.
class RestoreDialogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QSettings().clear(); }
    void listsTheNewestFirst();
    void saysWhereThereIsNone();
    void offersAnotherFile();
    void windowAsksForWhatWasChosen();
    void enterReplacesNothing();
    void windowAsksForNothingWhenCancelled();

private:
    static void put(const QString& path, int bytes);
};

void RestoreDialogTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"ScoredeskTest"_s);
    QCoreApplication::setApplicationName(u"tst_restoredialog"_s);
}

void RestoreDialogTest::put(const QString& path, int bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(bytes, 'x'));
}

void RestoreDialogTest::listsTheNewestFirst()
{
    const QTemporaryDir folder;
    const QString desk = folder.filePath(u"desk.sqlite"_s);
    const QString older = dailyBackupPath(desk, QDate(2026, 4, 19));
    const QString newer = dailyBackupPath(desk, QDate(2026, 4, 20));
    put(older, 2048);
    put(newer, 4096);
    put(folder.filePath(u"backups/other.sqlite"_s), 1);
    RestoreDialog dialog(desk);
    const auto* list = dialog.findChild<QListWidget*>(u"backups"_s);
    QCOMPARE(list->count(), 2);
    QVERIFY2(list->item(0)->text().contains(QLocale().toString(QDate(2026, 4, 20), QLocale::LongFormat)),
             qPrintable(list->item(0)->text()));
    QVERIFY2(list->item(0)->text().contains(QLocale().formattedDataSize(4096)),
             qPrintable(list->item(0)->text()));
    QCOMPARE(dialog.backup(), newer);
    QVERIFY(dialog.findChild<QPushButton*>(u"replaceDesk"_s)->isEnabled());
    const auto* says = dialog.findChild<QLabel*>(u"restoreConsequence"_s);
    QVERIFY2(says->text().contains(QFileInfo(newer).fileName()), qPrintable(says->text()));
    QVERIFY2(says->text().contains(u".replaced-"_s), qPrintable(says->text()));
    dialog.findChild<QListWidget*>(u"backups"_s)->setCurrentRow(1);
    QCOMPARE(dialog.backup(), older);
    QVERIFY2(says->text().contains(QFileInfo(older).fileName()), qPrintable(says->text()));
}

void RestoreDialogTest::saysWhereThereIsNone()
{
    const QTemporaryDir folder;
    const RestoreDialog dialog(folder.filePath(u"desk.sqlite"_s));
    QCOMPARE(dialog.backup(), QString());
    QVERIFY(!dialog.findChild<QPushButton*>(u"replaceDesk"_s)->isEnabled());
    const QString says = dialog.findChild<QLabel*>(u"restoreConsequence"_s)->text();
    QVERIFY2(says.contains(u"another file"_s), qPrintable(says));
}

void RestoreDialogTest::offersAnotherFile()
{
    const QTemporaryDir folder;
    const QString other = folder.filePath(u"copy.sqlite"_s);
    put(other, 3000);
    RestoreDialog dialog(folder.filePath(u"desk.sqlite"_s));
    dialog.offer(other);
    QCOMPARE(dialog.backup(), other);
    QVERIFY(dialog.findChild<QPushButton*>(u"replaceDesk"_s)->isEnabled());
}

void RestoreDialogTest::windowAsksForWhatWasChosen()
{
    TempDesk temp;
    const QString backup = *temp.store().backUpDaily();
    Desk desk(temp.store(), u"Ada"_s);
    MainWindow window(desk);
    window.show();
    const QSignalSpy asked(&window, &MainWindow::restoreRequested);
    window.findChild<QAction*>(u"restore"_s)->trigger();
    auto* dialog = window.findChild<RestoreDialog*>(u"restore"_s);
    QVERIFY(dialog);
    QCOMPARE(asked.size(), 0);
    dialog->findChild<QPushButton*>(u"replaceDesk"_s)->click();
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().toString(), backup);
}

void RestoreDialogTest::enterReplacesNothing()
{
    const QTemporaryDir folder;
    const QString desk = folder.filePath(u"desk.sqlite"_s);
    put(dailyBackupPath(desk, QDate(2026, 4, 20)), 2048);
    RestoreDialog dialog(desk);
    dialog.show();
    const QSignalSpy accepted(&dialog, &QDialog::accepted);
    QTest::keyClick(dialog.findChild<QListWidget*>(u"backups"_s), Qt::Key_Return);
    QCOMPARE(accepted.size(), 0);
    QVERIFY(!dialog.isVisible());
}

void RestoreDialogTest::windowAsksForNothingWhenCancelled()
{
    TempDesk temp;
    QVERIFY(temp.store().backUpDaily());
    Desk desk(temp.store(), u"Ada"_s);
    MainWindow window(desk);
    window.show();
    const QSignalSpy asked(&window, &MainWindow::restoreRequested);
    window.findChild<QAction*>(u"restore"_s)->trigger();
    window.findChild<RestoreDialog*>(u"restore"_s)->reject();
    QCOMPARE(asked.size(), 0);
}

QTEST_MAIN(RestoreDialogTest)
#include "tst_restoredialog.moc"
