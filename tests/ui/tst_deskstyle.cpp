// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tone.h"
#include "ui/window/theme.h"

#include <QApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStyle>
#include <QStyleOptionSlider>
#include <QTest>

using namespace Scoredesk;

/// Scroll bars as the desk's style draws and lays them out.
class DeskStyleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void handleStandsForThePage_data();
    void handleStandsForThePage();
    void clickBesideTheHandleTurnsAPage();
    void handleFollowsTheMouse();
    void handleShows_data();
    void handleShows();
};

namespace {

/// A bar 200 long over a hundred steps, of which `page` show.
class Bar : public QScrollBar {
public:
    Bar(Qt::Orientation orientation, int page) : QScrollBar(orientation)
    {
        setRange(0, 100 - page);
        setPageStep(page);
        resize(orientation == Qt::Vertical ? QSize(13, 200) : QSize(200, 13));
    }
    QRect part(QStyle::SubControl part) const
    {
        QStyleOptionSlider option;
        initStyleOption(&option);
        return style()->subControlRect(QStyle::CC_ScrollBar, &option, part, this);
    }
};

} // namespace

void DeskStyleTest::initTestCase()
{
    applyLook(*qobject_cast<QApplication*>(QCoreApplication::instance()), Theme::Light, false, 0);
}

void DeskStyleTest::handleStandsForThePage_data()
{
    QTest::addColumn<int>("page");
    QTest::addColumn<int>("value");
    QTest::addColumn<int>("start");
    QTest::addColumn<int>("length");
    QTest::newRow("the first half") << 50 << 0 << 0 << 100;
    QTest::newRow("the last half") << 50 << 50 << 100 << 100;
    QTest::newRow("in between") << 50 << 25 << 50 << 100;
    QTest::newRow("never too short to hold") << 1 << 99 << 174 << 26;
    QTest::newRow("all of it") << 100 << 0 << 0 << 200;
}

void DeskStyleTest::handleStandsForThePage()
{
    QFETCH(const int, page);
    QFETCH(const int, value);
    QFETCH(const int, start);
    QFETCH(const int, length);
    Bar upright(Qt::Vertical, page);
    upright.setValue(value);
    QCOMPARE(upright.part(QStyle::SC_ScrollBarSlider), QRect(0, start, 13, length));
    QCOMPARE(upright.part(QStyle::SC_ScrollBarSubPage).height() +
                 upright.part(QStyle::SC_ScrollBarAddPage).height(),
             200 - length);
    QVERIFY(upright.part(QStyle::SC_ScrollBarAddLine).isEmpty());
    Bar across(Qt::Horizontal, page);
    across.setValue(value);
    QCOMPARE(across.part(QStyle::SC_ScrollBarSlider), QRect(start, 0, length, 13));
    across.setLayoutDirection(Qt::RightToLeft);
    QCOMPARE(across.part(QStyle::SC_ScrollBarSlider), QRect(200 - start - length, 0, length, 13));
}

void DeskStyleTest::clickBesideTheHandleTurnsAPage()
{
    Bar bar(Qt::Vertical, 20);
    bar.show();
    QTest::mouseClick(&bar, Qt::LeftButton, {}, QPoint(6, 190));
    QCOMPARE(bar.value(), 20);
    QTest::mouseClick(&bar, Qt::LeftButton, {}, QPoint(6, 2));
    QCOMPARE(bar.value(), 0);
}

void DeskStyleTest::handleFollowsTheMouse()
{
    Bar bar(Qt::Vertical, 50);
    bar.show();
    QTest::mousePress(&bar, Qt::LeftButton, {}, QPoint(6, 40));
    QTest::mouseMove(&bar, QPoint(6, 90));
    QTest::mouseRelease(&bar, Qt::LeftButton, {}, QPoint(6, 90));
    QCOMPARE(bar.value(), 25);
}

void DeskStyleTest::handleShows_data()
{
    QTest::addColumn<Theme>("theme");
    QTest::newRow("light") << Theme::Light;
    QTest::newRow("dark") << Theme::Dark;
}

void DeskStyleTest::handleShows()
{
    QFETCH(const Theme, theme);
    applyLook(*qobject_cast<QApplication*>(QCoreApplication::instance()), theme, false, 0);
    Bar bar(Qt::Vertical, 50);
    const QImage image = bar.grab().toImage();
    const QColor handle = image.pixelColor(6, 50);
    const QColor groove = image.pixelColor(6, 150);
    QVERIFY2(contrast(handle, groove) >= 3,
             qPrintable(QString::number(contrast(handle, groove)))); // WCAG 1.4.11
}

QTEST_MAIN(DeskStyleTest)
#include "tst_deskstyle.moc"
