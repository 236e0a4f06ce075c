// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/contentmarks.h"
#include "ui/pdf/paginator.h"

#include <QTest>

using namespace Scoredesk;
using namespace Qt::StringLiterals;

/// Where pages break, and how the painter's marks become marked content.
class PaginatorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void breaksWhereAllowed_data();
    void breaksWhereAllowed();
    void dropsSpaceAtTheTop();
    void repeatsTableHeads();
    void neverLosesASlice();
    void replacesMarks_data();
    void replacesMarks();
    void countsContents();
    void writesTextAsUtf16();
};

// One anchor a slice, so that a page tells which slices it holds.
static Slice slice(double height, bool keep, int number, double before = 0)
{
    Slice slice;
    slice.height = height;
    slice.keepWithNext = keep;
    slice.before = before;
    slice.anchor = QString::number(number);
    return slice;
}

static QString layout(const QList<SetPage>& pages)
{
    QStringList texts;
    for (const SetPage& page : pages) {
        QString text;
        for (const AnchorPlace& anchor : page.anchors)
            text += anchor.name;
        texts.append(text);
    }
    return texts.join(u'|');
}

void PaginatorTest::breaksWhereAllowed_data()
{
    QTest::addColumn<QString>("keeps"); // one letter a slice of height 10; K keeps with the next
    QTest::addColumn<QString>("pages"); // of height 40
    QTest::newRow("nothing") << u""_s << u""_s;
    QTest::newRow("fits") << u"...."_s << u"0123"_s;
    QTest::newRow("fills pages") << u"......"_s << u"0123|45"_s;
    QTest::newRow("heading goes with its text") << u"...K.."_s << u"012|345"_s;
    QTest::newRow("heading and first two lines") << u"..KK.."_s << u"01|2345"_s;
    QTest::newRow("no lone last line") << u"...K."_s << u"012|34"_s;
    QTest::newRow("longer than a page breaks anyway") << u"KKKKK."_s << u"0123|45"_s;
}

void PaginatorTest::breaksWhereAllowed()
{
    QFETCH(QString, keeps);
    QFETCH(QString, pages);
    QList<Slice> slices;
    for (int i = 0; i < keeps.size(); ++i)
        slices.append(slice(10, keeps[i] == u'K', i));
    QCOMPARE(layout(paginate(slices, {}, {}, 40)), pages);
}

void PaginatorTest::dropsSpaceAtTheTop()
{
    const QList<SetPage> pages =
        paginate({slice(10, false, 0, 5), slice(30, false, 1, 5), slice(10, false, 2, 5)}, {}, {3, 7}, 40);
    QCOMPARE(layout(pages), u"0|1|2"_s);
    QCOMPARE(pages[0].anchors[0].y, 7.0);
    QCOMPARE(pages[1].anchors[0].y, 7.0);
}

void PaginatorTest::repeatsTableHeads()
{
    QList<Slice> slices = {slice(10, true, 0)};
    for (int i = 1; i < 7; ++i) {
        slices.append(slice(10, false, i));
        slices.last().repeatedHead = 0;
    }
    Slice head;
    head.height = 10;
    head.boxes = {{QRectF(0, 9, 50, 1), Qt::black}};
    const QList<SetPage> pages = paginate(slices, {head}, {}, 40);
    QCOMPARE(layout(pages), u"0123|456"_s);
    QCOMPARE(pages[0].boxes.size(), 0);
    QCOMPARE(pages[1].boxes.size(), 1);
    QCOMPARE(pages[1].anchors[0].y, 10.0);
}

void PaginatorTest::neverLosesASlice()
{
    QCOMPARE(layout(paginate({slice(10, false, 0), slice(500, false, 1), slice(10, false, 2)}, {}, {}, 40)),
             u"0|1|2"_s);
}

void PaginatorTest::replacesMarks_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("replaced");
    QTest::newRow("no marks") << QByteArray("q\n0 0 5 5 re\nf\nQ\n") << QByteArray("q\n0 0 5 5 re\nf\nQ\n");
    QTest::newRow("artifact to the end") << QByteArray("-16000 0 16 16 re\nf\n0 0 5 5 re\nf\n")
                                         << QByteArray("/Artifact BMC\n0 0 5 5 re\nf\nEMC\n");
    QTest::newRow("content, then end")
        << QByteArray("-32000 0 16 16 re\nf\nBT\nET\n-24000 0 16 16 re\nf\nQ\n")
        << QByteArray("/H1 <</MCID 0>> BDC\nBT\nET\nEMC\nQ\n");
    QTest::newRow("one content after the other")
        << QByteArray("-32000 0 16 16 re\nf\nBT\nET\n-32016 0 16 16 re\nf\nBT\nET\n")
        << QByteArray(
               "/H1 <</MCID 0>> BDC\nBT\nET\nEMC\n/P <</MCID 1 /ActualText <feff05d0>>> BDC\nBT\nET\nEMC\n");
    QTest::newRow("colour set before the fill")
        << QByteArray("/CSp cs 0 0 0 scn\n-32000 0 16 16 re\nf\nBT\n")
        << QByteArray("/CSp cs 0 0 0 scn\n/H1 <</MCID 0>> BDC\nBT\nEMC\n");
    QTest::newRow("a rectangle near the page stays")
        << QByteArray("-160 0 16 16 re\nf\n") << QByteArray("-160 0 16 16 re\nf\n");
}

void PaginatorTest::replacesMarks()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, replaced);
    QCOMPARE(replaceMarks(content, {{"H1", {}}, {"P", u"\u05d0"_s}}), replaced);
}

void PaginatorTest::countsContents()
{
    int found = -1;
    replaceMarks("-32000 0 16 16 re\nf\n-32800 0 16 16 re\nf\n", {{"P", {}}}, &found);
    QCOMPARE(found, 1); // the second names no tag
}

void PaginatorTest::writesTextAsUtf16()
{
    QCOMPARE(pdfHexString(u"A\U0001F680"_s), QByteArray("<feff0041d83dde80>"));
}

QTEST_GUILESS_MAIN(PaginatorTest)
#include "tst_paginator.moc"
