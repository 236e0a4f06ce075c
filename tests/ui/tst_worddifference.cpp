// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/worddifference.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Scoredesk;
using namespace Qt::StringLiterals;
using Kind = WordStretch::Kind;

/// What became of a text's words.
class WordDifferenceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tells_data();
    void tells();
    void makesUpBothTexts();
    void isTheShortest();
    void givesUpOnStrangers();
};

/// "kept -removed- +added+", each stretch trimmed.
static QString shown(const QList<WordStretch>& stretches)
{
    QStringList parts;
    for (const WordStretch& stretch : stretches) {
        const QString mark = stretch.kind == Kind::Removed ? u"-"_s
                             : stretch.kind == Kind::Added ? u"+"_s
                                                           : u""_s;
        parts.append(mark + stretch.text.trimmed() + mark);
    }
    return parts.join(u'|');
}

static QString joined(const QList<WordStretch>& stretches, Kind changed)
{
    QString text;
    for (const WordStretch& stretch : stretches)
        if (stretch.kind == Kind::Kept || stretch.kind == changed)
            text += stretch.text;
    return text;
}

void WordDifferenceTest::tells_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("difference");
    QTest::newRow("nothing") << QString() << QString() << QString();
    QTest::newRow("the same") << u"One two."_s << u"One two."_s << u"One two."_s;
    QTest::newRow("a word") << u"Prices rose by half."_s << u"Prices fell by half."_s
                            << u"Prices|-rose-|+fell+|by half."_s;
    QTest::newRow("words together") << u"It was a great success today."_s << u"It was no failure today."_s
                                    << u"It was|-a great success-|+no failure+|today."_s;
    QTest::newRow("added at the end") << u"One."_s << u"One. Two."_s << u"One.|+Two.+"_s;
    QTest::newRow("removed at the start") << u"Update: one."_s << u"one."_s << u"-Update:-|one."_s;
    QTest::newRow("written at all") << QString() << u"One."_s << u"+One.+"_s;
    QTest::newRow("emptied") << u"One."_s << QString() << u"-One.-"_s;
    QTest::newRow("a mark") << u"Yes."_s << u"Yes!"_s << u"Yes|-.-|+!+"_s;
    QTest::newRow("blanks alone") << u"One.\n\nTwo  three."_s << u"One. Two three."_s << u"One. Two three."_s;
    QTest::newRow("a number") << u"10 people"_s << u"12 people"_s << u"-10-|+12+|people"_s;
    QTest::newRow("another case") << u"The bank"_s << u"The Bank"_s << u"The|-bank-|+Bank+"_s;
    QTest::newRow("two places") << u"a b c d e"_s << u"a x c d y"_s << u"a|-b-|+x+|c d|-e-|+y+"_s;
    QTest::newRow("a script without blanks") << u"价格上涨"_s << u"价格下跌"_s << u"价格|-上涨-|+下跌+"_s;
}

void WordDifferenceTest::tells()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QString, difference);
    QCOMPARE(shown(wordDifference(before, after)), difference);
}

static QString randomText(QRandomGenerator& random, int words)
{
    static const QStringList all = {u"one"_s, u"two,"_s, u"three."_s, u"\U0001F600"_s, u"a\nb"_s, u"—"_s};
    QStringList text;
    for (int i = 0; i < words; ++i)
        text.append(all[random.bounded(int(all.size()))]);
    return text.join(u' ');
}

void WordDifferenceTest::makesUpBothTexts()
{
    QRandomGenerator random(7);
    for (int i = 0; i < 300; ++i) {
        const QString before = randomText(random, random.bounded(30));
        const QString after = randomText(random, random.bounded(30));
        const QList<WordStretch> stretches = wordDifference(before, after);
        QCOMPARE(joined(stretches, Kind::Added), after);
        QCOMPARE(joined(stretches, Kind::Removed).simplified().remove(u' '),
                 before.simplified().remove(u' '));
        for (qsizetype k = 1; k < stretches.size(); ++k)
            QVERIFY(stretches[k].kind != stretches[k - 1].kind);
    }
}

/// Against the length of the longest common subsequence, by the table.
void WordDifferenceTest::isTheShortest()
{
    QRandomGenerator random(11);
    for (int i = 0; i < 200; ++i) {
        QString before;
        QString after;
        for (QString* text : {&before, &after}) {
            const int words = random.bounded(14);
            for (int k = 0; k < words; ++k)
                *text += QChar(u'a' + random.bounded(3)) + u" "_s;
        }
        const QStringList old = before.split(u' ', Qt::SkipEmptyParts);
        const QStringList now = after.split(u' ', Qt::SkipEmptyParts);
        QList<QList<int>> table(old.size() + 1, QList<int>(now.size() + 1, 0));
        for (qsizetype x = 1; x <= old.size(); ++x)
            for (qsizetype y = 1; y <= now.size(); ++y)
                table[x][y] = old[x - 1] == now[y - 1] ? table[x - 1][y - 1] + 1
                                                       : std::max(table[x - 1][y], table[x][y - 1]);
        qsizetype kept = 0;
        for (const WordStretch& stretch : wordDifference(before, after))
            if (stretch.kind == Kind::Kept)
                kept += stretch.text.split(u' ', Qt::SkipEmptyParts).size();
        QVERIFY2(kept == table[old.size()][now.size()], qPrintable(before + u'|' + after));
    }
}

void WordDifferenceTest::givesUpOnStrangers()
{
    QStringList old;
    QStringList now;
    for (int i = 0; i < 4000; ++i) {
        old.append(u"old%1"_s.arg(i));
        now.append(i % 9 == 0 ? old.last() : u"new%1"_s.arg(i));
    }
    const QString before = u"Head "_s + old.join(u' ') + u" tail"_s;
    const QString after = u"Head "_s + now.join(u' ') + u" tail"_s;
    const QList<WordStretch> stretches = wordDifference(before, after);
    QCOMPARE(stretches.size(), 4);
    QVERIFY(stretches[1].kind == Kind::Removed && stretches[2].kind == Kind::Added);
    QCOMPARE(stretches.last().text, u"tail"_s);
    QCOMPARE(joined(stretches, Kind::Added), after);
}

QTEST_APPLESS_MAIN(WordDifferenceTest)
#include "tst_worddifference.moc"
