// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/tounicode.h"

#include <QTest>

using namespace Scoredesk;

/// Which characters a copied or searched text is made of.
class ToUnicodeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesCharactersAsWritten_data();
    void namesCharactersAsWritten();
};

void ToUnicodeTest::namesCharactersAsWritten_data()
{
    QTest::addColumn<QByteArray>("map");
    QTest::addColumn<QByteArray>("mended");
    QTest::newRow("letters stay") << QByteArray("[<0041> <00e9> ]") << QByteArray("[<0041> <00e9> ]");
    QTest::newRow("tab is a space") << QByteArray("[<0009> ]") << QByteArray("[<0020> ]");
    QTest::newRow("no-break space is a space") << QByteArray("[<00A0> ]") << QByteArray("[<0020> ]");
    QTest::newRow("soft hyphen is a hyphen") << QByteArray("[<00AD> ]") << QByteArray("[<002d> ]");
    QTest::newRow("Kangxi radical is its ideograph") << QByteArray("[<2F47> ]") << QByteArray("[<65e5> ]");
    QTest::newRow("other radical is its ideograph") << QByteArray("[<2ED1> ]") << QByteArray("[<9577> ]");
    QTest::newRow("joined Arabic letter is the letter") << QByteArray("[<FEE7> ]") << QByteArray("[<0646> ]");
    QTest::newRow("two letters in one glyph stay") << QByteArray("[<FEFB> ]") << QByteArray("[<fefb> ]");
    QTest::newRow("glyphs outside brackets stay")
        << QByteArray("<0009> <00AD> [<0009> ]\n<0009> <0009> <0009>")
        << QByteArray("<0009> <00AD> [<0020> ]\n<0009> <0009> <0009>");
    QTest::newRow("cut short") << QByteArray("[<00") << QByteArray("[<00");
    QTest::newRow("empty") << QByteArray() << QByteArray();
}

void ToUnicodeTest::namesCharactersAsWritten()
{
    QFETCH(QByteArray, map);
    QFETCH(QByteArray, mended);
    QCOMPARE(mendedToUnicode(map).toLower(), mended.toLower());
}

QTEST_GUILESS_MAIN(ToUnicodeTest)
#include "tst_tounicode.moc"
