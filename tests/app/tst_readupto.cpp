// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/readupto.h"

#include <QBuffer>
#include <QTemporaryFile>
#include <QTest>

using namespace Scoredesk;
using namespace Qt::StringLiterals;

class ReadUpToTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAFile_data();
    void readsAFile();
    void readsOnFromWhereItStands();
    void readsWhatKnowsNoSize();
};

void ReadUpToTest::readsAFile_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("most");
    QTest::addColumn<int>("expected");
    QTest::newRow("empty") << 0 << 10 << 0;
    QTest::newRow("shorter") << 9 << 10 << 9;
    QTest::newRow("just as long") << 10 << 10 << 10;
    QTest::newRow("one too many") << 11 << 10 << 11;
    QTest::newRow("far too many") << 500'000 << 10 << 11;
    QTest::newRow("in pieces") << 1'000'000 << 2'000'000 << 1'000'000;
    QTest::newRow("in pieces, too many") << 1'000'000 << 600'000 << 600'001;
}

void ReadUpToTest::readsAFile()
{
    QFETCH(int, size);
    QFETCH(int, most);
    QFETCH(int, expected);
    QTemporaryFile file;
    QVERIFY(file.open());
    QByteArray content;
    while (content.size() < size)
        content += QByteArray::number(content.size()) + ' ';
    content.truncate(size);
    file.write(content);
    QVERIFY(file.seek(0));
    const QByteArray bytes = readUpTo(file, most);
    QCOMPARE(bytes.size(), expected);
    QCOMPARE(bytes, content.left(expected));
}

void ReadUpToTest::readsOnFromWhereItStands()
{
    QByteArray content("head and body");
    QBuffer buffer(&content);
    QVERIFY(buffer.open(QIODevice::ReadOnly));
    buffer.seek(9);
    QCOMPARE(readUpTo(buffer, 100), "body");
}

/// /proc tells no size, as pipes do.
void ReadUpToTest::readsWhatKnowsNoSize()
{
    QFile file(u"/proc/self/stat"_s);
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("no /proc here");
    QCOMPARE(file.size(), 0);
    QVERIFY(readUpTo(file, 100'000).endsWith('\n'));
}

QTEST_GUILESS_MAIN(ReadUpToTest)
#include "tst_readupto.moc"
