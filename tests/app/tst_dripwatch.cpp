// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/fetch/dripwatch.h"

#include <QTest>

using namespace Scoredesk;

class DripWatchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cutsOff_data();
    void cutsOff();
};

void DripWatchTest::cutsOff_data()
{
    QTest::addColumn<QList<int>>("bytes"); // in each slice, as long as anything comes
    QTest::addColumn<int>("after");        // slices until it is cut off; 0: not within four stretches
    const int stretch = DripWatch::slices;
    QTest::newRow("nothing") << QList<int>{} << stretch;
    QTest::newRow("less than enough") << QList<int>{50, 49} << stretch;
    QTest::newRow("enough at once, then nothing") << QList<int>{5000} << stretch + 1;
    QTest::newRow("enough in the middle, then nothing")
        << QList<int>{0, 0, 0, 0, 0, 0, 0, 5000} << 8 + stretch;
    QTest::newRow("a drip that is just too thin") << QList<int>(4 * stretch, 6) << stretch;
    QTest::newRow("a drip that is just enough") << QList<int>(4 * stretch, 7) << 0;
    QTest::newRow("a gap that is just too long")
        << (QList<int>{100} + QList<int>(stretch, 0) + QList<int>(4 * stretch, 100)) << stretch + 1;
    QTest::newRow("a gap that is just short enough")
        << (QList<int>{100} + QList<int>(stretch - 1, 0) + QList<int>(4 * stretch, 100)) << 0;
}

void DripWatchTest::cutsOff()
{
    QFETCH(QList<int>, bytes);
    QFETCH(int, after);
    DripWatch watch;
    int cutOffAfter = 0;
    for (int slice = 1; slice <= 4 * DripWatch::slices && cutOffAfter == 0; ++slice) {
        watch.arrived(bytes.value(slice - 1));
        if (!watch.sliceIsOver(100))
            cutOffAfter = slice;
    }
    QCOMPARE(cutOffAfter, after);
}

QTEST_APPLESS_MAIN(DripWatchTest)
#include "tst_dripwatch.moc"
