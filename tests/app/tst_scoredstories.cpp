// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/scoredstories.h"

#include "storage/method/impact.h"
#include "storage/method/methodfile.h"
#include "tests/support/shareddata.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <ctime>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// The scoring service's JSON.
class ScoredStoriesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsEveryField();
    void readsTimesWithoutZoneAsUtc();
    void readsSignals_data();
    void readsSignals();
    void keepsWhatHasNoPlace();
    void keepsFinerValues();
    void leavesOutBadItems_data();
    void leavesOutBadItems();
    void refusesTheWhole_data();
    void refusesTheWhole();
    void readsAllOfTheService();
};

namespace {

DraftContext context()
{
    return {builtInMethods(), u"Ada"_s, QDateTime({2026, 4, 20}, {10, 0}, Qt::UTC), {}};
}

// A story with everything that the service's files have.
QJsonObject fullStory()
{
    const char* json =
        R"({"id":"tidal","category":"Research","title":"Tidal array feeds 50 MW","summary":"It runs.",
        "tags":["energy","grid"],"url":"https://a.example/x","source":"X · @someone","whyItMatters":"It shows the cost.",
        "metrics":{"coverage":6,"social":7,"novelty":9,"authority":8,"concreteness":10,"stakes":7,"fudRisk":2.5,"importance":7.82,"trust":8},
        "signals":{"outletCount":5,"tier1Count":1,"outlets":["X","BBC"],"twitterMentions":5200,
            "topTweets":[{"handle":"@someone","likes":4100}],"subreddits":["r/energy"],"redditTop":{"sub":"r/energy","upvotes":31},
            "trustedVoicesCount":2,"trustedVoicesMatched":["a","b"],"trustedVoicesWeight":4,
            "githubTrending":{"rank":2,"period":"weekly","starsGained":4969},"tickerMove":"+3%"},
        "trustVerdict":"medium","trustNotes":"Filed.","primarySource":"https://a.example/paper",
        "publishedAt":"2026-04-20T07:12:51.966Z","score":14.8,"guardVerdict":"pass","guardWarnings":["many"],"novel":{"a":[1,null]}})";
    return QJsonDocument::fromJson(json).object();
}

ScoredStories read(const QJsonArray& stories)
{
    return readScoredStories(QJsonDocument(stories).toJson(), context()).value_or(ScoredStories());
}

const StorySignal* signalOf(const Dossier& dossier, const QString& kind)
{
    for (const StorySignal& signal : dossier.storySignals)
        if (signal.kind == kind)
            return &signal;
    return nullptr;
}

} // namespace

void ScoredStoriesTest::readsTimesWithoutZoneAsUtc()
{
    const QByteArray zone = qgetenv("TZ");
    qputenv("TZ", "Asia/Kolkata");
    tzset();
    const ScoredStories out =
        read({QJsonObject{{u"title"_s, u"A"_s}, {u"publishedAt"_s, u"2026-04-20T07:12:51"_s}}});
    qputenv("TZ", zone);
    tzset();
    QCOMPARE(out.dossiers.first().story.publishedAt, QDateTime({2026, 4, 20}, {7, 12, 51}, Qt::UTC));
}

void ScoredStoriesTest::readsEveryField()
{
    const ScoredStories out = read({fullStory()});
    QVERIFY(out.problems.isEmpty());
    QCOMPARE(out.dossiers.size(), 1);
    const Story& story = out.dossiers.first().story;
    QCOMPARE(story.slug, u"tidal"_s);
    QCOMPARE(story.headline, u"Tidal array feeds 50 MW"_s);
    QCOMPARE(story.summary, u"It runs."_s);
    QCOMPARE(story.whyItMatters, u"It shows the cost."_s);
    QCOMPARE(story.category, u"Research"_s);
    QCOMPARE(story.tags, QStringList({u"energy"_s, u"grid"_s}));
    QCOMPARE(story.link, u"https://a.example/x"_s);
    QCOMPARE(story.primarySource, u"https://a.example/paper"_s);
    QCOMPARE(story.source, u"X · @someone"_s);
    QCOMPARE(story.trust, TrustVerdict::Medium);
    QCOMPARE(story.trustNote, u"Filed."_s);
    QCOMPARE(story.publishedAt, QDateTime({2026, 4, 20}, {7, 12, 51, 966}, Qt::UTC));
    QCOMPARE(story.stated.outlets, std::optional(5));
    QCOMPARE(story.stated.tierOne, std::optional(1));
    QCOMPARE(story.stated.named, QStringList({u"X"_s, u"BBC"_s}));
    QVERIFY(story.stated.namesMore);
    QVERIFY(!story.uuid.isNull());
    QCOMPARE(story.uuid, read({fullStory()}).dossiers.first().story.uuid); // found again when imported again
    const Scorecard& card = out.dossiers.first().cards.first();
    QCOMPARE(card.analyst, u"Ada"_s);
    QCOMPARE(card.methodKey, u"published"_s);
    QCOMPARE(card.statedImpact, std::optional(7.82));
    QCOMPARE(card.value(u"fud_risk"_s), Score::fromTenths(25));
    QCOMPARE(card.value(u"concreteness"_s), Score::fromTenths(100));
    QCOMPARE(card.cells.size(), 7);
    QVERIFY(!(story.evidenceAt > card.lastSetAt())); // the score does not predate its evidence
}

void ScoredStoriesTest::readsSignals_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("source");
    QTest::addColumn<double>("value"); ///< −1: none
    QTest::addColumn<QString>("note");
    const auto add = [](const char* kind, const QString& source, double value, const QString& note = {}) {
        QTest::newRow(kind) << QString::fromLatin1(kind) << source << value << note;
    };
    add("mentions", u"X"_s, 5200);
    add("likes", u"@someone"_s, 4100);
    add("discussion", u"r/energy"_s, -1);
    add("upvotes", u"r/energy"_s, 31);
    add("voices", u"X"_s, 2, u"@a, @b"_s);
    add("voices weight", u"X"_s, 4);
    add("stars gained", u"GitHub"_s, 4969, u"weekly, rank 2"_s);
    add("ticker", {}, -1, u"+3%"_s);
}

void ScoredStoriesTest::readsSignals()
{
    QFETCH(QString, kind);
    QFETCH(QString, source);
    QFETCH(double, value);
    QFETCH(QString, note);
    const Dossier dossier = read({fullStory()}).dossiers.first();
    const StorySignal* signal = signalOf(dossier, kind);
    QVERIFY(signal);
    QCOMPARE(signal->source, source);
    QCOMPARE(signal->value.value_or(-1), value);
    QCOMPARE(signal->note, note);
    QCOMPARE(signal->observedAt, dossier.story.publishedAt);
}

void ScoredStoriesTest::keepsWhatHasNoPlace()
{
    const QString remainder = read({fullStory()}).dossiers.first().story.remainder;
    const QJsonObject kept = QJsonDocument::fromJson(remainder.toUtf8()).object();
    const char* expected =
        R"({"score":14.8,"guardVerdict":"pass","guardWarnings":["many"],"novel":{"a":[1,null]},"metrics":{"trust":8}})";
    QCOMPARE(kept, QJsonDocument::fromJson(expected).object());
    QVERIFY(!remainder.contains(u'\n'));
    QJsonObject plain = fullStory();
    for (const auto& key : {"score"_L1, "guardVerdict"_L1, "guardWarnings"_L1, "novel"_L1, "metrics"_L1})
        plain.remove(key);
    QCOMPARE(read({plain}).dossiers.first().story.remainder, QString());
}

void ScoredStoriesTest::keepsFinerValues()
{
    QJsonObject story = fullStory();
    QJsonObject metrics = story.value("metrics"_L1).toObject();
    metrics.insert("stakes"_L1, 7.25);
    story.insert("metrics"_L1, metrics);
    const Dossier dossier = read({story}).dossiers.first();
    QCOMPARE(dossier.cards.first().value(u"stakes"_s), Score::fromTenths(73));
    QVERIFY(dossier.story.remainder.contains("\"stakes\":7.25"_L1));
}

void ScoredStoriesTest::leavesOutBadItems_data()
{
    QTest::addColumn<QByteArray>("item");
    QTest::addColumn<QString>("says");
    QTest::newRow("number") << QByteArray("7") << u"no story"_s;
    QTest::newRow("null") << QByteArray("null") << u"no story"_s;
    QTest::newRow("no words") << QByteArray("{\"id\":\"x\"}") << u"neither title nor summary"_s;
    QTest::newRow("title of another kind") << QByteArray("{\"title\":[1]}") << u"title"_s;
    QTest::newRow("metric above ten")
        << QByteArray("{\"title\":\"a\",\"metrics\":{\"stakes\":70}}") << u"metrics.stakes"_s;
    QTest::newRow("metric that is text")
        << QByteArray("{\"title\":\"a\",\"metrics\":{\"stakes\":\"7\"}}") << u"metrics.stakes"_s;
    QTest::newRow("importance below nought")
        << QByteArray("{\"title\":\"a\",\"metrics\":{\"importance\":-1}}") << u"metrics.importance"_s;
    QTest::newRow("tags of another kind") << QByteArray("{\"title\":\"a\",\"tags\":{}}") << u"tags"_s;
    QTest::newRow("outlets of another kind")
        << QByteArray("{\"title\":\"a\",\"signals\":{\"outlets\":[1]}}") << u"outlets"_s;
}

void ScoredStoriesTest::leavesOutBadItems()
{
    QFETCH(QByteArray, item);
    QFETCH(QString, says);
    const auto out =
        readScoredStories("[{\"title\":\"first\"}," + item + ",{\"title\":\"last\"}]", context());
    QVERIFY(out);
    QCOMPARE(out->dossiers.size(), 2);
    QCOMPARE(out->dossiers.last().story.headline, u"last"_s);
    QCOMPARE(out->problems.size(), 1);
    QCOMPARE(out->problems.first().where, u"item 2"_s);
    QVERIFY2(out->problems.first().what.contains(says), qPrintable(out->problems.first().what));
}

void ScoredStoriesTest::refusesTheWhole_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("says");
    QTest::newRow("nothing") << QByteArray() << u"line 1, column 1"_s;
    QTest::newRow("comma missing") << QByteArray("[\n  {\"title\": \"a\"}\n  {\"title\": \"b\"}\n]")
                                   << u"line 3"_s;
    QTest::newRow("other JSON") << QByteArray("[1, 2]") << u"no stories"_s;
    QTest::newRow("empty list") << QByteArray("[]") << u"no stories"_s;
}

void ScoredStoriesTest::refusesTheWhole()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, says);
    const auto out = readScoredStories(json, context());
    QVERIFY(!out);
    QCOMPARE(out.error().code, ErrorCode::InvalidInput);
    QVERIFY2(out.error().message.contains(says), qPrintable(out.error().message));
}

void ScoredStoriesTest::readsAllOfTheService()
{
    const QString path = sharedData(u"data/scored-stories.json"_s);
    if (path.isEmpty())
        QSKIP("the shared data is not beside the project");
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    const QJsonArray stories = QJsonDocument::fromJson(bytes).array();
    const auto out = readScoredStories(bytes, context());
    QVERIFY(out);
    QVERIFY(out->problems.isEmpty());
    QCOMPARE(out->dossiers.size(), stories.size());
    const Method* published = builtInMethod(u"published"_s);
    for (qsizetype i = 0; i < stories.size(); ++i) {
        const QJsonObject metrics = stories[i].toObject().value("metrics"_L1).toObject();
        const Scorecard& card = out->dossiers[i].cards.first();
        const auto m = [&metrics](QLatin1StringView key) { return metrics.value(key).toDouble(); };
        const double formula = 0.22 * m("stakes"_L1) + 0.18 * m("novelty"_L1) + 0.15 * m("authority"_L1) +
                               0.12 * m("coverage"_L1) + 0.12 * m("concreteness"_L1) + 0.11 * m("social"_L1) +
                               0.10 * (10 - m("fudRisk"_L1));
        const auto impact = impactOf(*published, card);
        QVERIFY(impact && impact->isComplete());
        QVERIFY(std::abs(impact->low - formula) < 1e-9);
        QCOMPARE(card.statedImpact, std::optional(m("importance"_L1)));
        // Nothing but what the desk has no place for is left over.
        const QJsonObject rest = QJsonDocument::fromJson(out->dossiers[i].story.remainder.toUtf8()).object();
        for (const QString& key : rest.keys())
            QVERIFY2(
                QStringList({u"metrics"_s, u"score"_s, u"guardVerdict"_s, u"guardWarnings"_s}).contains(key),
                qPrintable(key));
    }
}

QTEST_APPLESS_MAIN(ScoredStoriesTest)
#include "tst_scoredstories.moc"
