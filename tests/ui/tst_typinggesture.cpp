// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/typinggesture.h"

#include "tests/ui/deskfixture.h"

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// How typing is cut into undo steps.
class TypingGestureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void steps_data();
    void steps();
    void anotherPlaceIsAnotherStep();
    void endedIsAnotherStep();
};

void TypingGestureTest::steps_data()
{
    QTest::addColumn<QStringList>("texts");
    QTest::addColumn<QList<int>>("seconds");
    QTest::addColumn<int>("steps");
    const auto typed = [](const QString& whole) {
        QStringList texts;
        for (qsizetype i = 0; i <= whole.size(); ++i)
            texts.append(whole.left(i));
        return texts;
    };
    QTest::newRow("a word is one") << typed(u"Gemma"_s) << QList<int>() << 1;
    QTest::newRow("each word its own") << typed(u"Gemma 4 ships"_s) << QList<int>() << 3;
    QTest::newRow("line ends part words") << typed(u"one\ntwo"_s) << QList<int>() << 2;
    QTest::newRow("a pause begins another") << typed(u"word"_s) << QList<int>{0, 0, 2, 2} << 2;
    QTest::newRow("deletions are one") << QStringList{u"abc"_s, u"ab"_s, u"a"_s, u""_s} << QList<int>() << 1;
    QTest::newRow("typing after deleting") << QStringList{u"abc"_s, u"ab"_s, u"abx"_s} << QList<int>() << 2;
    QTest::newRow("a paste is its own")
        << QStringList{u"a"_s, u"ab"_s, u"ab pasted words"_s, u"ab pasted wordsx"_s} << QList<int>() << 3;
    QTest::newRow("two pastes are two")
        << QStringList{u""_s, u"one two"_s, u"one two one two"_s} << QList<int>() << 2;
    QTest::newRow("beyond the basic plane is typed too")
        << QStringList{u""_s, u"a"_s, u"a😀"_s, u"a😀b"_s} << QList<int>() << 1;
}

void TypingGestureTest::steps()
{
    QFETCH(QStringList, texts);
    QFETCH(QList<int>, seconds);
    QFETCH(int, steps);
    DeskFixture fixture;
    TypingGesture typing(fixture.desk());
    QList<qint64> seen;
    for (qsizetype i = 1; i < texts.size(); ++i) {
        const qint64 gesture =
            typing.nextAt(u"headline"_s, texts[i - 1], texts[i], 1000 * seconds.value(i - 1));
        QVERIFY(gesture != 0);
        if (!seen.contains(gesture))
            seen.append(gesture);
    }
    QCOMPARE(seen.size(), steps);
}

void TypingGestureTest::anotherPlaceIsAnotherStep()
{
    DeskFixture fixture;
    TypingGesture typing(fixture.desk());
    const qint64 one = typing.nextAt(u"headline"_s, u"a"_s, u"ab"_s, 0);
    QVERIFY(typing.nextAt(u"summary"_s, u"a"_s, u"ab"_s, 0) != one);
}

void TypingGestureTest::endedIsAnotherStep()
{
    DeskFixture fixture;
    TypingGesture typing(fixture.desk());
    const qint64 one = typing.nextAt({}, u"a"_s, u"ab"_s, 0);
    QCOMPARE(typing.nextAt({}, u"ab"_s, u"abc"_s, 0), one);
    typing.end();
    QVERIFY(typing.nextAt({}, u"abc"_s, u"abcd"_s, 0) != one);
}

QTEST_MAIN(TypingGestureTest)
#include "tst_typinggesture.moc"
