// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/method/impact.h"
#include "tests/app/briefreading.h"
#include "tests/support/briefs.h"
#include "tests/support/shareddata.h"

#include <QFile>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// What text holds that is no part of a brief is kept, refused in words, and never hangs or crashes the
/// reader.
class BriefTextKeepsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatItCannotUse_data();
    void keepsWhatItCannotUse();
    void tellsWhatIsNoScore_data();
    void tellsWhatIsNoScore();
    void takesNoTextForAScore_data();
    void takesNoTextForAScore();
    void keepsWhatLooksLikeAScoreWhereItStood();
    void keepsReasons();
    void namesTheMethodOfTheCard();
    void refuses_data();
    void refuses();
    void bearsHostileText_data();
    void bearsHostileText();
    void dropsNoWord_data();
    void dropsNoWord();
    void dropsNoWordOfShuffledText();
};

void BriefTextKeepsTest::keepsWhatItCannotUse_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("remainder");
    QTest::newRow("above ten") << u"Stakes: 11"_s << u"Stakes: 11"_s;
    QTest::newRow("below nought") << u"Stakes: -3"_s << u"Stakes: -3"_s;
    QTest::newRow("word") << u"Stakes: enormous"_s << u"Stakes: enormous"_s;
    QTest::newRow("on two lines") << u"Stakes\n85"_s << u"Stakes: 85"_s;
    QTest::newRow("word on two lines") << u"Stakes\nhigh"_s << u"Stakes: high"_s;
    QTest::newRow("finer than tenths") << u"Stakes 7.25"_s << u"Stakes 7.25"_s;
    QTest::newRow("given twice") << u"Stakes 7.0\nStakes 8.0"_s << u"Stakes 8.0"_s;
}

void BriefTextKeepsTest::keepsWhatItCannotUse()
{
    QFETCH(QString, line);
    QFETCH(QString, remainder);
    const QString text =
        QStringList({fullBrief().headline, fullBrief().summary, u"Novelty 6.5"_s, line, u"Authority 9.0"_s})
            .join(u'\n');
    const BriefText out = read(text);
    QCOMPARE(out.dossiers.size(), 1);
    QCOMPARE(out.dossiers.first().story.remainder, remainder);
    QCOMPARE(out.problems.size(), 1);
    const int number = 4 + int(line.count(u'\n'));
    QCOMPARE(out.problems.first().where, u"line %1"_s.arg(number));
}

void BriefTextKeepsTest::tellsWhatIsNoScore_data()
{
    QTest::addColumn<QString>("line"); ///< below the card's first line
    QTest::addColumn<QString>("told"); ///< what the message quotes
    QTest::newRow("unknown dimension") << u"made-up dimension = 9"_s << u"“made-up dimension”"_s;
    QTest::newRow("unknown, colon") << u"Reach: 8.5"_s << u"“Reach”"_s;
    QTest::newRow("unknown, of ten") << u"Reach: 8/10"_s << u"“Reach”"_s;
    QTest::newRow("unknown, in a table") << u"| Reach | 8 |"_s << u"“Reach”"_s;
    QTest::newRow("two unknown") << u"Reach = 8\nDepth = 3"_s << u"“Reach”"_s;
    QTest::newRow("coverage in words") << u"coverage = minus two"_s << u"“minus two”"_s;
    QTest::newRow("coverage, a number in words")
        << u"Coverage: seven and a half"_s << u"“seven and a half”"_s;
    QTest::newRow("coverage, one word") << u"coverage = Nine"_s << u"“Nine”"_s;
    QTest::newRow("coverage, one word written small") << u"Coverage: nine"_s << u"“nine”"_s;
    QTest::newRow("coverage, of ten") << u"Coverage: Nine out of ten"_s << u"“Nine out of ten”"_s;
    QTest::newRow("coverage, a fraction") << u"Coverage: seven-point-five"_s << u"“seven-point-five”"_s;
    QTest::newRow("coverage, a degree") << u"Coverage: very high"_s << u"“very high”"_s;
    QTest::newRow("another dimension in words") << u"authority = minus two"_s << u"“minus two”"_s;
    QTest::newRow("behind the card") << u"Authority 9.0\nSome words on it all.\nsocial = seven"_s
                                     << u"“seven”"_s;
}

void BriefTextKeepsTest::tellsWhatIsNoScore()
{
    QFETCH(QString, line);
    QFETCH(QString, told);
    for (const QString& end : {u"\nConcreteness 9.0"_s, QString()}) {
        const QString text =
            QStringList({fullBrief().headline, fullBrief().summary, u"Novelty 6.5"_s, QString(line + end)})
                .join(u'\n');
        const BriefText out = read(text);
        QCOMPARE(out.dossiers.size(), 1);
        QVERIFY2(!out.problems.isEmpty() && out.problems.first().what.contains(told),
                 out.problems.isEmpty() ? "nothing was told" : qPrintable(out.problems.first().what));
        const Story& story = out.dossiers.first().story;
        QVERIFY(story.stated.named.isEmpty());
        QVERIFY(out.dossiers.first().cards.first().cells.value(u"novelty"_s).rationale.isEmpty());
        QCOMPARE(lostWords(text, out).join(u' '), QString());
    }
}

void BriefTextKeepsTest::takesNoTextForAScore_data()
{
    QTest::addColumn<QString>("text");
    const BriefParts parts = fullBrief();
    const auto with = [](BriefParts brief, QString BriefParts::*part, const QString& text) {
        brief.*part = text;
        return brief.text();
    };
    QTest::newRow("headline over a card") << u"iPhone: 9\nStakes 7.0\nNovelty 6.5"_s;
    QTest::newRow("an outlet named by a number")
        << with(parts, &BriefParts::outlets, u"Nine, Seven News, BBC"_s);
    QTest::newRow("covered by one outlet") << with(parts, &BriefParts::coverage, u"Coverage: two outlets"_s);
    QTest::newRow("covered by an outlet named by a number")
        << u"Regulator fines Acme\nStakes 7.0\nNovelty 6.5\nCoverage: Nine"_s;
    QTest::newRow("covered by two of them")
        << u"Regulator fines Acme\nStakes 7.0\nCoverage: Seven and Nine"_s;
    QTest::newRow("headline of the next story")
        << u"Regulator fines Acme\nStakes 7.0\nFUD risk 1.5\n\niPhone: 9\nApple showed its phone in June."_s;
    QTest::newRow("headline over the next card")
        << u"Regulator fines Acme\nIt told of two incidents late.\nStakes 7.0\nFUD risk 1.5\n\niPhone: 9\nStakes 5.0\nFUD risk 1.0"_s;
    QTest::newRow("end of a summary")
        << u"Party wins the vote\nThe party took the north for the first time.\nSeats won: 9\nStakes 7.0"_s;
    QTest::newRow("a count in prose") << with(parts, &BriefParts::summary, u"Turbines: 9"_s);
}

void BriefTextKeepsTest::takesNoTextForAScore()
{
    QFETCH(QString, text);
    const BriefText out = read(text);
    QVERIFY2(out.problems.isEmpty(), out.problems.isEmpty() ? "" : qPrintable(out.problems.first().what));
    QCOMPARE(lostWords(text, out).join(u' '), QString());
}

void BriefTextKeepsTest::keepsWhatLooksLikeAScoreWhereItStood()
{
    const BriefText digest = read(fullBrief().headline + u"\n"_s + fullBrief().summary +
                                  u"\nStakes 7.0\nNovelty 6.5\nFUD risk 1.5\n\niPhone: 9\n"_s +
                                  otherBrief().summary + u"\nStakes 5.0\nNovelty 4.0\nFUD risk 1.0"_s);
    QCOMPARE(headlines(digest), QStringList({fullBrief().headline, u"iPhone: 9"_s}));
    QCOMPARE(digest.dossiers.last().cards.first().value(u"stakes"_s), Score::fromTenths(50));

    const BriefText vote = read(fullBrief().headline + u"\n"_s + fullBrief().summary +
                                u"\nSeats won: 9\nStakes 7.0\nNovelty 6.5"_s);
    QCOMPARE(vote.dossiers.size(), 1);
    QVERIFY(vote.dossiers.first().story.remainder.isEmpty());
    QVERIFY(keptText(vote).contains(u"Seats won: 9"_s));

    const BriefText covered = read(fullBrief().headline + u"\n"_s + fullBrief().summary +
                                   u"\nStakes 7.0\nNovelty 6.5\nCoverage: Nine"_s);
    QCOMPARE(covered.dossiers.first().story.stated.named, QStringList{u"Nine"_s});
}

void BriefTextKeepsTest::keepsReasons()
{
    BriefParts parts = fullBrief();
    parts.card =
        u"Impact scorecard\nStakes: 7.0 — lenders wait for it\nNovelty\n6.5\nFirst of its size.\nAuthority\n9.0\nThe operator itself."_s;
    const BriefText out = read(parts.text());
    QCOMPARE(out.dossiers.size(), 1);
    const Scorecard& card = out.dossiers.first().cards.first();
    QCOMPARE(card.cells.value(u"stakes"_s).rationale, u"lenders wait for it"_s);
    QCOMPARE(card.cells.value(u"novelty"_s).rationale, u"First of its size."_s);
    QCOMPARE(card.cells.value(u"stakes"_s).setAt, context().now);
}

void BriefTextKeepsTest::namesTheMethodOfTheCard()
{
    Method own = builtInMethods().first();
    own.key = u"own"_s;
    own.version = 3;
    own.dimensions.append({u"reach"_s, u"RE"_s, u"Reach"_s, {}, 5, Dimension::Polarity::Benefit, {}});
    DraftContext withOwn = context();
    withOwn.methods.append(own);
    const auto plain = readBriefText(fullBrief().text(), withOwn);
    QVERIFY(plain);
    QCOMPARE(plain->dossiers.first().cards.first().methodKey, u"impact"_s);
    BriefParts parts = fullBrief();
    parts.card += u"\nReach\n4.5"_s;
    const auto extended = readBriefText(parts.text(), withOwn);
    QVERIFY(extended);
    const Scorecard& card = extended->dossiers.first().cards.first();
    QCOMPARE(card.methodKey, u"own"_s);
    QCOMPARE(card.methodVersion, 3);
    QCOMPARE(card.value(u"reach"_s).toText(), u"4.5"_s);
}

void BriefTextKeepsTest::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("blanks") << u" \n\t\u00a0\r\n\u200b"_s;
    QString binary;
    for (int i = 0; i < 4000; ++i)
        binary.append(QChar(char16_t(i * 7 % 31)));
    QTest::newRow("bytes of another file") << binary;
    QTest::newRow("NULs") << QString(5000, QChar(u'\0'));
    QTest::newRow("three million characters") << QString(3'000'000, u'a');
    QTest::newRow("a hundred thousand headlines")
        << QString(u"Minister resigns over leaked letter\n"_s).repeated(50'000);
}

void BriefTextKeepsTest::refuses()
{
    QFETCH(QString, text);
    const auto out = readBriefText(text, context());
    QVERIFY(!out);
    QCOMPARE(out.error().code, ErrorCode::InvalidInput);
    QVERIFY(!out.error().message.isEmpty());
}

void BriefTextKeepsTest::bearsHostileText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("line of a million characters") << QString(1'000'000, u'a');
    QTest::newRow("line of a million blanks and a word") << QString(1'000'000, u' ') + u"word"_s;
    QTest::newRow("hundreds of thousands of words") << QString(u"word "_s).repeated(300'000);
    QTest::newRow("million dots") << u"Stakes"_s + QString(1'000'000, u'.');
    QTest::newRow("million bars") << QString(1'000'000, u'|');
    QTest::newRow("million hashes") << u"# "_s + QString(1'000'000, u'#') + u'x';
    QTest::newRow("million stars") << QString(1'000'000, u'*') + u'x';
    QTest::newRow("brackets without end") << QString(500'000, u'(');
    QTest::newRow("half a million line ends") << QString(500'000, u'\n') + u"word"_s;
    QTest::newRow("labels without values") << QString(u"Stakes\n"_s).repeated(100'000);
    QTest::newRow("pairs without end") << QString(u"Stakes 7 Novelty 8 "_s).repeated(50'000);
    QTest::newRow("values without labels") << QString(u"7.0\n"_s).repeated(2'000);
    QTest::newRow("coverage without end") << QString(u"18 outlets, "_s).repeated(50'000);
    QTest::newRow("commas") << QString(u"a,"_s).repeated(300'000);
    QTest::newRow("quotes in quotes") << QString(u"> "_s).repeated(300'000) + u"word"_s;
    QTest::newRow("lone surrogates") << QString(200, QChar(char16_t(0xd800))) + u"word"_s;
    QTest::newRow("a NUL in a text") << u"Court orders refund\0 of tickets"_s;
    QTest::newRow("links without end") << QString(u"https://a.example/ "_s).repeated(50'000);
}

void BriefTextKeepsTest::bearsHostileText()
{
    QFETCH(QString, text);
    const auto out = readBriefText(text, context()); // that it returns at all is the point
    if (out)
        QVERIFY(!out->dossiers.isEmpty());
    else
        QCOMPARE(out.error().code, ErrorCode::InvalidInput);
}

void BriefTextKeepsTest::dropsNoWord_data()
{
    QTest::addColumn<QString>("text");
    for (const BriefCase& dressed : dressedBriefs())
        QTest::newRow(dressed.name.constData()) << dressed.text;
}

void BriefTextKeepsTest::dropsNoWord()
{
    QFETCH(QString, text);
    QCOMPARE(lostWords(text, read(text)).join(u' '), QString());
}

void BriefTextKeepsTest::dropsNoWordOfShuffledText()
{
    // Lines of briefs in any order: whatever is made of them, no word may go missing.
    QStringList lines = (fullBrief().text() + u'\n' + otherBrief().text()).split(u'\n');
    lines += {u"Trust: high — as filed"_s,
              u"Category: AI"_s,
              u"https://a.example/x"_s,
              u"---"_s,
              u"Stakes: 11"_s,
              u"Why it matters"_s,
              u"Share"_s,
              u"· Reuters · 2h"_s,
              u"18 outlets (3 tier 1): A, B and C"_s,
              u"Tags: one, two"_s,
              u"Published: yesterday at noon"_s,
              u"| Stakes | Novelty |"_s,
              u"7.0"_s,
              u"Coverage"_s,
              u"FUD risk: none to speak of"_s,
              u"Summary: short."_s};
    QRandomGenerator random(20260420);
    for (int round = 0; round < 400; ++round) {
        std::shuffle(lines.begin(), lines.end(), random);
        const QString text = lines.mid(0, 4 + round % 40).join(round % 3 ? u"\n"_s : u"\n\n"_s);
        const BriefText out = read(text);
        const QStringList lost = lostWords(text, out);
        QVERIFY2(lost.isEmpty(), qPrintable(lost.join(u' ') + u"\n---\n"_s + text));
    }
}

QTEST_APPLESS_MAIN(BriefTextKeepsTest)
#include "tst_brieftextkeeps.moc"
