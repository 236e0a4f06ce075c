// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/method/methodfile.h"
#include "tests/support/samples.h"
#include "ui/preview/pagesview.h"
#include "ui/preview/previewdialog.h"
#include "ui/widgets/noticebar.h"

#include <QApplication>
#include <QComboBox>
#include <QCryptographicHash>
#include <QFile>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

#include <poppler-qt6.h>

using namespace Scoredesk;
using namespace Qt::StringLiterals;

/// The preview as it is used: what it shows is what it saves.
class PreviewDialogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void savesTheBytesShown_data();
    void savesTheBytesShown();
    void pagesAreTheFilesPages();
    void choicesChangeTheFile();
    void typedTitleIsShown();
    void scrollsByKeysAndPageNumber();
    void zooms();
    void tellsWhyItCouldNotSave();
    void savesNothingWithoutAPath();
    void savesAsSoonAsThereIsSomething();
    void savesTheTitleJustTyped();
    void cancelsAndStartsAgain();
    void closesWhileRendering();
    void controlsAreNamed();
};

static BriefOptions options()
{
    BriefOptions options;
    options.deskName = u"Foresight"_s;
    options.analyst = u"Ada"_s;
    options.method = builtInMethods().first();
    options.date = QDateTime(QDate(2026, 4, 20), QTime(9, 0), Qt::UTC);
    return options;
}

static QList<Dossier> stories(int count)
{
    QList<Dossier> dossiers;
    for (int i = 1; i <= count; ++i) {
        dossiers.append(Test::fullDossier());
        dossiers.last().story.headline = u"Story number %1"_s.arg(i);
    }
    return dossiers;
}

static bool waitForPreview(PreviewDialog& dialog)
{
    QSignalSpy previewed(&dialog, &PreviewDialog::previewed);
    return previewed.wait(60000);
}

static void chooseFile(PreviewDialog& dialog, const QString& path, QString* suggested = nullptr)
{
    dialog.setFileChooser([path, suggested](const QString& name, const QString&, const auto& chosen) {
        if (suggested)
            *suggested = name;
        chosen(path);
    });
}

template<typename T>
static T* find(const QWidget& dialog, const QString& name)
{
    T* const widget = dialog.findChild<T*>(name);
    if (!widget)
        qFatal("no %s", qPrintable(name));
    return widget;
}

static void choose(PreviewDialog& dialog, const QString& box, const QString& text)
{
    find<QComboBox>(dialog, box)->setCurrentText(text);
}

static QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void PreviewDialogTest::savesTheBytesShown_data()
{
    QTest::addColumn<BriefFormat>("format");
    QTest::newRow("PDF") << BriefFormat::Pdf;
    QTest::newRow("HTML") << BriefFormat::Html;
    QTest::newRow("Markdown") << BriefFormat::Markdown;
    QTest::newRow("JSON") << BriefFormat::Json;
    QTest::newRow("CSV") << BriefFormat::Csv;
}

void PreviewDialogTest::savesTheBytesShown()
{
    QFETCH(BriefFormat, format);
    const QTemporaryDir folder;
    PreviewDialog dialog({Test::fullDossier()}, options());
    dialog.setFolder(folder.path());
    dialog.setFormat(format);
    dialog.show();
    QVERIFY(waitForPreview(dialog));
    QCOMPARE(dialog.bytes(), *renderBriefs({Test::fullDossier()}, options(), format));
    auto* const text = find<QPlainTextEdit>(dialog, u"exportText"_s);
    QCOMPARE(text->isVisible(), format != BriefFormat::Pdf);
    // toPlainText() gives a plain blank for a no-break one.
    if (format != BriefFormat::Pdf)
        QCOMPARE(text->toPlainText(),
                 QString::fromUtf8(dialog.bytes()).remove(u'\r').replace(QChar::Nbsp, u' '));

    QString suggested;
    const QString path = folder.filePath(u"out"_s);
    chooseFile(dialog, path, &suggested);
    QSignalSpy exported(&dialog, &PreviewDialog::exported);
    QTest::mouseClick(find<QPushButton>(dialog, u"exportSave"_s), Qt::LeftButton);
    QCOMPARE(suggested, folder.filePath(u"open-model-ten-million."_s + fileEnding(format)));
    QCOMPARE(contents(path), dialog.bytes());
    QCOMPARE(exported.size(), 1);
    const auto record = exported.first().first().value<ExportRecord>();
    QCOMPARE(record.path, path);
    QCOMPARE(record.format, toText(format));
    QCOMPARE(record.analyst, u"Ada"_s);
    QCOMPARE(
        record.sha256,
        QString::fromLatin1(QCryptographicHash::hash(contents(path), QCryptographicHash::Sha256).toHex()));
}

void PreviewDialogTest::pagesAreTheFilesPages()
{
    PreviewDialog dialog({Test::fullDossier()}, options());
    dialog.show();
    QVERIFY(waitForPreview(dialog));
    auto* const pages = find<PagesView>(dialog, u"exportPages"_s);
    const auto document = Poppler::Document::loadFromData(dialog.bytes());
    QCOMPARE(pages->pageCount(), document->numPages());
    QTRY_VERIFY(!pages->shownImage(0).isNull());
    const QImage shown = pages->shownImage(0);
    const double dots = shown.width() / 595.0 * 72;
    document->setRenderHint(Poppler::Document::Antialiasing);
    document->setRenderHint(Poppler::Document::TextAntialiasing);
    const std::unique_ptr<Poppler::Page> page(document->page(0));
    const QImage expected = page->renderToImage(dots, dots).scaled(shown.size());
    // The widget's resolution is known to a fraction of a pixel only: compare what the eye would.
    const QImage small = shown.scaled(60, 85, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    const QImage smallExpected = expected.scaled(60, 85, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    int dark = 0;
    for (int y = 0; y < small.height(); ++y)
        for (int x = 0; x < small.width(); ++x) {
            QVERIFY(qAbs(qGray(small.pixel(x, y)) - qGray(smallExpected.pixel(x, y))) < 60);
            dark += qGray(small.pixel(x, y)) < 200;
        }
    QVERIFY(dark > 20);
}

void PreviewDialogTest::choicesChangeTheFile()
{
    PreviewDialog dialog({Test::fullDossier()}, options());
    dialog.show();
    QVERIFY(waitForPreview(dialog));
    choose(dialog, u"exportPaper"_s, u"Letter"_s);
    QVERIFY(waitForPreview(dialog));
    choose(dialog, u"exportMarking"_s, u"TLP:RED"_s);
    QVERIFY(waitForPreview(dialog));
    BriefOptions chosen = options();
    chosen.paper = Paper::Letter;
    chosen.marking = TlpMarking::Red;
    QCOMPARE(dialog.bytes(), *renderBriefs({Test::fullDossier()}, chosen, BriefFormat::Pdf));
}

void PreviewDialogTest::typedTitleIsShown()
{
    PreviewDialog dialog(stories(2), options());
    dialog.setFormat(BriefFormat::Markdown);
    dialog.show();
    QVERIFY(waitForPreview(dialog));
    auto* const title = find<QLineEdit>(dialog, u"exportTitle"_s);
    QVERIFY(title->isVisible());
    QTest::keyClicks(title, u"Week 16"_s);
    QVERIFY(waitForPreview(dialog));
    QVERIFY(dialog.bytes().contains("# Week 16\n"));

    PreviewDialog single(stories(1), options());
    single.show();
    QVERIFY(!find<QLineEdit>(single, u"exportTitle"_s)->isVisible());
}

void PreviewDialogTest::scrollsByKeysAndPageNumber()
{
    PreviewDialog dialog(stories(3), options());
    dialog.show();
    QVERIFY(waitForPreview(dialog));
    auto* const pages = find<PagesView>(dialog, u"exportPages"_s);
    auto* const number = find<QSpinBox>(dialog, u"exportPage"_s);
    QVERIFY(pages->pageCount() >= 4);
    QTest::keyClick(pages, Qt::Key_End);
    QCOMPARE(pages->currentPage(), pages->pageCount() - 1);
    QCOMPARE(number->value(), pages->pageCount());
    QTest::keyClick(pages, Qt::Key_Home);
    QCOMPARE(pages->currentPage(), 0);
    number->setValue(2);
    QCOMPARE(pages->currentPage(), 1);
    QTRY_VERIFY(!pages->shownImage(1).isNull());
    // Only what has been in view is rendered.
    QVERIFY(pages->shownImage(pages->pageCount() - 2).isNull());
}

void PreviewDialogTest::zooms()
{
    PreviewDialog dialog(stories(1), options());
    dialog.show();
    QVERIFY(waitForPreview(dialog));
    auto* const pages = find<PagesView>(dialog, u"exportPages"_s);
    QTRY_VERIFY(!pages->shownImage(0).isNull());
    const int fitting = pages->shownImage(0).width();
    choose(dialog, u"exportZoom"_s, u"200 %"_s);
    QTRY_VERIFY(pages->shownImage(0).width() > fitting);
    QVERIFY(pages->horizontalScrollBar()->maximum() > 0);
    choose(dialog, u"exportZoom"_s, u"Fit width"_s);
    QTRY_COMPARE(pages->shownImage(0).width(), fitting);
    QCOMPARE(pages->horizontalScrollBar()->maximum(), 0);
}

void PreviewDialogTest::tellsWhyItCouldNotSave()
{
    const QTemporaryDir folder;
    PreviewDialog dialog(stories(1), options());
    dialog.setFormat(BriefFormat::Csv);
    dialog.show();
    QVERIFY(waitForPreview(dialog));
    chooseFile(dialog, folder.filePath(u"missing/a.csv"_s));
    QSignalSpy exported(&dialog, &PreviewDialog::exported);
    QTest::mouseClick(find<QPushButton>(dialog, u"exportSave"_s), Qt::LeftButton);
    QCOMPARE(exported.size(), 0);
    QVERIFY(find<NoticeBar>(dialog, u"exportNotice"_s)->text().contains("does not exist"_L1));
}

void PreviewDialogTest::savesNothingWithoutAPath()
{
    PreviewDialog dialog(stories(1), options());
    dialog.setFormat(BriefFormat::Csv);
    dialog.show();
    QVERIFY(waitForPreview(dialog));
    chooseFile(dialog, QString());
    QSignalSpy exported(&dialog, &PreviewDialog::exported);
    QTest::mouseClick(find<QPushButton>(dialog, u"exportSave"_s), Qt::LeftButton);
    QCOMPARE(exported.size(), 0);
}

void PreviewDialogTest::savesAsSoonAsThereIsSomething()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"brief.pdf"_s);
    PreviewDialog dialog(stories(1), options());
    chooseFile(dialog, path);
    dialog.show();
    QApplication::setActiveWindow(&dialog);
    QSignalSpy exported(&dialog, &PreviewDialog::exported);
    QVERIFY(dialog.bytes().isEmpty()); // the keys come before the pages
    QTest::keyClick(&dialog, Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(exported.size(), 0);
    QTRY_COMPARE(exported.size(), 1);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), dialog.bytes());
    // Once: what is made later waits for the next word.
    dialog.setFormat(BriefFormat::Html);
    QVERIFY(waitForPreview(dialog));
    QCOMPARE(exported.size(), 1);
}

void PreviewDialogTest::savesTheTitleJustTyped()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"digest.md"_s);
    PreviewDialog dialog(stories(2), options());
    dialog.setFormat(BriefFormat::Markdown);
    chooseFile(dialog, path);
    dialog.show();
    QApplication::setActiveWindow(&dialog);
    QVERIFY(waitForPreview(dialog));
    QSignalSpy exported(&dialog, &PreviewDialog::exported);
    auto* const title = find<QLineEdit>(dialog, u"exportTitle"_s);
    title->setFocus();
    QTest::keyClicks(title, u"Week 16"_s);
    QTest::keyClick(title, Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(exported.size(), 1);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("# Week 16\n"));
}

void PreviewDialogTest::cancelsAndStartsAgain()
{
    PreviewDialog dialog(stories(60), options());
    dialog.show();
    auto* const cancel = find<QPushButton>(dialog, u"exportCancel"_s);
    auto* const save = find<QPushButton>(dialog, u"exportSave"_s);
    QVERIFY(cancel->isVisible());
    QVERIFY(!save->isEnabled());
    QTest::mouseClick(cancel, Qt::LeftButton);
    QVERIFY(find<NoticeBar>(dialog, u"exportNotice"_s)->text().contains("cancelled"_L1));
    QVERIFY(dialog.bytes().isEmpty());
    QVERIFY(!save->isEnabled());
    QTest::mouseClick(cancel, Qt::LeftButton); // by now "Start again"
    QVERIFY(waitForPreview(dialog));
    QVERIFY(save->isEnabled());
    QVERIFY(find<PagesView>(dialog, u"exportPages"_s)->pageCount() > 60);
}

void PreviewDialogTest::closesWhileRendering()
{
    {
        PreviewDialog dialog(stories(100), options());
        dialog.show();
        QTest::qWait(5);
    }
    PreviewDialog dialog(stories(1), options());
    dialog.show();
    QVERIFY(waitForPreview(dialog));
}

void PreviewDialogTest::controlsAreNamed()
{
    PreviewDialog dialog(stories(2), options());
    for (const QString& name :
         {u"exportFormat"_s, u"exportPaper"_s, u"exportMarking"_s, u"exportTitle"_s, u"exportPages"_s,
          u"exportText"_s, u"exportPage"_s, u"exportZoom"_s, u"exportProgress"_s})
        QVERIFY2(!find<QWidget>(dialog, name)->accessibleName().isEmpty(), qPrintable(name));
}

QTEST_MAIN(PreviewDialogTest)
#include "tst_previewdialog.moc"
