// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/scorebars.h"

#include "ui/widgets/tone.h"

#include <QImage>
#include <QPainter>
#include <QTest>

using namespace Scoredesk;
using namespace Qt::StringLiterals;

/// The miniature of a card, looked at pixel by pixel.
class ScoreBarsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void barsFollowTheMethod();
    void paintsWhatWasJudged();
    void inkReplacesTones();
    void saysItInWords();
};

static Method twoDimensions()
{
    Method method;
    Dimension stakes;
    stakes.key = u"stakes"_s;
    stakes.label = u"Stakes"_s;
    Dimension risk;
    risk.key = u"risk"_s;
    risk.label = u"Risk"_s;
    risk.polarity = Dimension::Polarity::Risk;
    method.dimensions = {stakes, risk};
    return method;
}

static QImage painted(const QList<ScoreBar>& bars, const QColor& ink = {})
{
    const QSizeF size = scoreBarsSize(bars.size(), 20);
    QImage image(size.toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintScoreBars(painter, QRectF(QPointF(), size), bars, QPalette(Qt::white), ink);
    return image;
}

void ScoreBarsTest::barsFollowTheMethod()
{
    Scorecard card;
    card.cells[u"risk"_s].value = Score::fromTenths(15);
    card.cells[u"gone"_s].value = Score::fromTenths(90);
    const QList<ScoreBar> expected = {{Score(), false}, {Score::fromTenths(15), true}};
    QCOMPARE(scoreBars(twoDimensions(), card), expected);
}

void ScoreBarsTest::paintsWhatWasJudged()
{
    const QImage full = painted({{Score::fromTenths(100), false}});
    QCOMPARE(full.pixelColor(2, 1), benefitTone(QPalette(Qt::white)));
    const QImage half = painted({{Score::fromTenths(50), true}});
    QCOMPARE(half.pixelColor(2, 2), QColor(Qt::white));
    QCOMPARE(half.pixelColor(2, 18), riskTone(QPalette(Qt::white)));
    const QImage zero = painted({{Score::fromTenths(0), false}});
    QCOMPARE(zero.pixelColor(2, 19), benefitTone(QPalette(Qt::white)));

    const QImage unset = painted({{Score(), false}});
    QCOMPARE(unset.pixelColor(2, 10), QColor(Qt::white));
    QVERIFY(unset.pixelColor(0, 10) != QColor(Qt::white));
    QVERIFY(painted({{Score::notApplicable(), false}}) != unset);
    QVERIFY(unset != zero);
}

void ScoreBarsTest::inkReplacesTones()
{
    const QImage image = painted({{Score::fromTenths(100), false}, {Score::fromTenths(100), true}}, Qt::red);
    QCOMPARE(image.pixelColor(1, 10), QColor(Qt::red));
    QCOMPARE(image.pixelColor(image.width() - 2, 10), QColor(Qt::red));
}

void ScoreBarsTest::saysItInWords()
{
    Scorecard card;
    card.cells[u"stakes"_s].value = Score::fromTenths(75);
    QCOMPARE(scoreBarsText(twoDimensions(), card), u"Stakes 7.5, Risk not judged"_s);
    card.cells[u"risk"_s].value = Score::notApplicable();
    QCOMPARE(scoreBarsText(twoDimensions(), card), u"Stakes 7.5, Risk not applicable"_s);
}

QTEST_MAIN(ScoreBarsTest)
#include "tst_scorebars.moc"
