// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/grouping/groupingstore.h"
#include "tests/support/samples.h"
#include "tests/support/storefixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// The analyst's edits: each value, its history, and what takes it back.
class EditsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void setsEachFieldAndTakesItBack_data();
    void setsEachFieldAndTakesItBack();
    void refusesWhatCannotBeRead_data();
    void refusesWhatCannotBeRead();
    void appliesAllOrNone();
    void needsAnAnalystAndAStory();
    void passesOverWhatChangesNothing();
    void makesAGestureOneChange();
    void dropsAGestureThatReturns();
    void keepsGesturesOfAnalystsAndFieldsApart();
    void keepsGesturesOfSessionsApart();
    void datesEvidenceApart_data();
    void datesEvidenceApart();
    void readingIsNoChange();
    void beginsACardAndEndsIt();
    void leadsWithTheCardTouchedLast();
    void keepsImpactBesideTheStory();
    void editsAnothersCard();
    void emptiesCellsOfUnknownDimensions();
    void addsCategories();
    void sortsByThePublishedTime();
    void findsByTheNewWords();
    void tellsWhatChanged();
    void movesOfArticlesAreHistory();
    void refusesFieldsOfTheHistoryAlone();
    void overruleLapsesWithWhatItWasFor();
    void overruleOfACardHoldsUntilItIsFull();

private:
    QString overrule(const QString& check) const
    {
        return m_desk->store().dossier(m_id)->overrules.value(check);
    }

    std::unique_ptr<StoreFixture> m_desk;
    StoryId m_id{};
};

void EditsTest::init()
{
    m_desk = std::make_unique<StoreFixture>();
    m_desk->open();
    m_id = m_desk->add(fullDossier());
}

void EditsTest::setsEachFieldAndTakesItBack_data()
{
    QTest::addColumn<StoryField>("field");
    QTest::addColumn<QString>("dimension");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("stored");
    const auto row = [](const char* name, StoryField field, const QString& value, const QString& stored = {},
                        const QString& dimension = {}) {
        QTest::newRow(name) << field << dimension << value << (stored.isEmpty() ? value : stored);
    };
    row("headline", StoryField::Headline, u"New \"words\"; — 'here'"_s);
    row("summary", StoryField::Summary, u"Two\nlines, and an emoji \U0001F600"_s);
    row("why it matters", StoryField::WhyItMatters, u"Because."_s);
    row("category", StoryField::Category, u"Quantum"_s);
    row("category in other case", StoryField::Category, u"quantum"_s, u"Quantum"_s);
    row("tags", StoryField::Tags, u" one \n\ntwo\nTWO"_s, u"one\ntwo"_s);
    row("source", StoryField::Source, u"The Register"_s);
    row("link", StoryField::Link, u"https://example.com/other"_s);
    row("primary source", StoryField::PrimarySource, u"https://example.com/paper"_s);
    row("slug", StoryField::Slug, u"new-words"_s);
    row("stated coverage", StoryField::StatedCoverage, u"{\"outlets\": 4}"_s, u"{\"outlets\":4}"_s);
    row("trust", StoryField::Trust, u"Low"_s, u"low"_s);
    row("trust note", StoryField::TrustNote, u"Nothing is verified."_s);
    row("remainder", StoryField::Remainder, u"left over"_s);
    row("state", StoryField::State, u"shortlisted"_s);
    row("spiked", StoryField::State, u"spiked|ready|old | news"_s);
    row("lead article", StoryField::LeadArticle, u"{7ad4b2f0-59a6-4d0c-9d52-51a1f3a3c001}"_s,
        u"7ad4b2f0-59a6-4d0c-9d52-51a1f3a3c001"_s);
    row("published", StoryField::Published, u"2026-04-01T12:00:00+02:00"_s, u"2026-04-01T10:00:00.000Z"_s);
    row("score", StoryField::Score, u"8,5"_s, u"8.5"_s, u"stakes"_s);
    row("not applicable", StoryField::Score, u"n/a"_s, u"X"_s, u"stakes"_s);
    row("rationale", StoryField::Rationale, u"Thousands depend on it."_s, {}, u"stakes"_s);
    row("stated impact", StoryField::StatedImpact, u"6.50"_s, u"6.5"_s);
    row("method of the card", StoryField::CardMethod, u"published:1"_s);
    row("overrule", StoryField::Overrule, u"The count is the outlet's own."_s, {}, u"headline-number"_s);
    Quotation quotation;
    quotation.dimension = u"stakes"_s;
    quotation.article = fullDossier().articles.first().uuid;
    quotation.position = 4;
    quotation.words = u"model family"_s;
    quotation.analyst = u"Ben"_s;
    quotation.at = QDateTime({2026, 4, 9}, {8, 0}, Qt::UTC);
    row("quotation", StoryField::Quotation, toText(quotation), {}, u"7ad4b2f0-59a6-4d0c-9d52-51a1f3a3c002"_s);
}

static QString lastValue(const Dossier& dossier)
{
    return dossier.history.isEmpty() ? QString() : dossier.history.last().to;
}

void EditsTest::setsEachFieldAndTakesItBack()
{
    QFETCH(StoryField, field);
    QFETCH(QString, dimension);
    QFETCH(QString, value);
    QFETCH(QString, stored);
    const Dossier before = *m_desk->store().dossier(m_id);
    const auto back = m_desk->edit(m_id, field, value, dimension);
    QCOMPARE(back.size(), 1);
    const Dossier after = *m_desk->store().dossier(m_id);
    QCOMPARE(after.history.size(), 1);
    const Change& change = after.history.first();
    QCOMPARE(change.field, field);
    QCOMPARE(change.dimension, dimension);
    QCOMPARE(change.analyst, u"Ada"_s);
    QCOMPARE(change.at, m_desk->now);
    QCOMPARE(change.from, back.first().value);
    QCOMPARE(change.to, stored);
    // Writing the stored form again changes nothing: it is what the desk holds.
    QVERIFY(m_desk->edit(m_id, field, stored, dimension).isEmpty());

    const auto again = need(m_desk->store().applyEdits(back, {u"Ada"_s}));
    QCOMPARE(again.size(), 1);
    Dossier restored = *m_desk->store().dossier(m_id);
    QCOMPARE(restored.history.size(), 2);
    restored.history.clear();
    restored.story.changedAt = before.story.changedAt;
    restored.story.evidenceAt = before.story.evidenceAt;
    for (Scorecard& card : restored.cards)
        for (auto cell = card.cells.begin(); cell != card.cells.end(); ++cell)
            cell->setAt = before.cards.first().cells.value(cell.key()).setAt;
    QVERIFY(restored == before);
    need(m_desk->store().applyEdits(again, {u"Ada"_s}));
    QCOMPARE(lastValue(*m_desk->store().dossier(m_id)), change.to);
}

void EditsTest::refusesWhatCannotBeRead_data()
{
    QTest::addColumn<StoryField>("field");
    QTest::addColumn<QString>("dimension");
    QTest::addColumn<QString>("value");
    QTest::newRow("trust") << StoryField::Trust << QString() << u"certain"_s;
    QTest::newRow("state") << StoryField::State << QString() << u"published"_s;
    QTest::newRow("stated coverage") << StoryField::StatedCoverage << QString() << u"18 outlets"_s;
    QTest::newRow("lead article") << StoryField::LeadArticle << QString() << u"the first"_s;
    QTest::newRow("published") << StoryField::Published << QString() << u"yesterday"_s;
    QTest::newRow("score above ten") << StoryField::Score << u"stakes"_s << u"10.5"_s;
    QTest::newRow("score in words") << StoryField::Score << u"stakes"_s << u"high"_s;
    QTest::newRow("score without dimension") << StoryField::Score << QString() << u"7"_s;
    QTest::newRow("score of an unknown dimension") << StoryField::Score << u"glamour"_s << u"7"_s;
    QTest::newRow("rationale without dimension") << StoryField::Rationale << QString() << u"so"_s;
    QTest::newRow("overrule without check") << StoryField::Overrule << QString() << u"so"_s;
    QTest::newRow("dimension of a headline") << StoryField::Headline << u"stakes"_s << u"so"_s;
    QTest::newRow("stated impact") << StoryField::StatedImpact << QString() << u"11"_s;
    QTest::newRow("stated impact not a number") << StoryField::StatedImpact << QString() << u"nan"_s;
    QTest::newRow("method without version") << StoryField::CardMethod << QString() << u"impact"_s;
    QTest::newRow("method version zero") << StoryField::CardMethod << QString() << u"impact:0"_s;
}

void EditsTest::refusesWhatCannotBeRead()
{
    QFETCH(StoryField, field);
    QFETCH(QString, dimension);
    QFETCH(QString, value);
    const Dossier before = *m_desk->store().dossier(m_id);
    const QSignalSpy changed(&m_desk->store(), &Store::storiesChanged);
    const auto refused = m_desk->store().applyEdits({{m_id, field, dimension, value, {}}}, {u"Ada"_s});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
    QVERIFY(!refused.error().message.isEmpty());
    QVERIFY(*m_desk->store().dossier(m_id) == before);
    QCOMPARE(changed.size(), 0);
}

void EditsTest::appliesAllOrNone()
{
    const Dossier before = *m_desk->store().dossier(m_id);
    const auto refused = m_desk->store().applyEdits({{m_id, StoryField::Headline, {}, u"Changed"_s, {}},
                                                     {m_id, StoryField::Category, {}, u"Unheard of"_s, {}},
                                                     {m_id, StoryField::Trust, {}, u"certain"_s, {}}},
                                                    {u"Ada"_s});
    QVERIFY(!refused);
    QVERIFY(*m_desk->store().dossier(m_id) == before);
    QVERIFY(!m_desk->store().categories().contains(u"Unheard of"_s));
    m_desk->edit(m_id, StoryField::Headline, u"The next call works"_s);
}

void EditsTest::needsAnAnalystAndAStory()
{
    const auto nobody = m_desk->store().applyEdits({{m_id, StoryField::Headline, {}, u"x"_s, {}}}, {u" "_s});
    QVERIFY(!nobody);
    QCOMPARE(nobody.error().code, ErrorCode::InvalidInput);
    const auto nothing =
        m_desk->store().applyEdits({{StoryId(99), StoryField::Headline, {}, u"x"_s, {}}}, {u"Ada"_s});
    QVERIFY(!nothing);
    QCOMPARE(nothing.error().code, ErrorCode::NotFound);
}

void EditsTest::passesOverWhatChangesNothing()
{
    const Dossier before = *m_desk->store().dossier(m_id);
    const QSignalSpy changed(&m_desk->store(), &Store::storiesChanged);
    m_desk->now = m_desk->now.addSecs(60);
    QVERIFY(m_desk->edit(m_id, StoryField::Headline, before.story.headline).isEmpty());
    QVERIFY(m_desk->edit(m_id, StoryField::Score, u"7.0"_s, u"stakes"_s).isEmpty());
    QVERIFY(need(m_desk->store().applyEdits({}, {u"Ada"_s})).isEmpty());
    QVERIFY(*m_desk->store().dossier(m_id) == before);
    QCOMPARE(changed.size(), 0);
}

void EditsTest::makesAGestureOneChange()
{
    const QString first = m_desk->store().story(m_id)->headline;
    for (const QString& text : {u"A"_s, u"Ab"_s, u"Abc"_s}) {
        m_desk->now = m_desk->now.addSecs(1);
        m_desk->edit(m_id, StoryField::Headline, text, {}, 5);
    }
    const Dossier dossier = *m_desk->store().dossier(m_id);
    QCOMPARE(dossier.history.size(), 1);
    QCOMPARE(dossier.history.first().from, first);
    QCOMPARE(dossier.history.first().to, u"Abc"_s);
    QCOMPARE(dossier.history.first().at, m_desk->now);
    m_desk->edit(m_id, StoryField::Headline, u"Abcd"_s, {}, 6);
    QCOMPARE(m_desk->store().dossier(m_id)->history.size(), 2);
}

void EditsTest::dropsAGestureThatReturns()
{
    m_desk->edit(m_id, StoryField::Score, u"8"_s, u"stakes"_s, 5);
    m_desk->edit(m_id, StoryField::Score, u"9"_s, u"stakes"_s, 5);
    m_desk->edit(m_id, StoryField::Score, u"7"_s, u"stakes"_s, 5);
    QVERIFY(m_desk->store().dossier(m_id)->history.isEmpty());
}

void EditsTest::keepsGesturesOfAnalystsAndFieldsApart()
{
    m_desk->edit(m_id, StoryField::Score, u"8"_s, u"stakes"_s, 5);
    m_desk->edit(m_id, StoryField::Score, u"8"_s, u"novelty"_s, 5);
    m_desk->edit(m_id, StoryField::Rationale, u"so"_s, u"stakes"_s, 5);
    need(m_desk->store().applyEdits({{m_id, StoryField::Score, u"stakes"_s, u"2"_s, {}}}, {u"Bob"_s, 5}));
    QCOMPARE(m_desk->store().dossier(m_id)->history.size(), 4);
    // Without a gesture every change is one of its own.
    m_desk->edit(m_id, StoryField::Source, u"A"_s);
    m_desk->edit(m_id, StoryField::Source, u"B"_s);
    QCOMPARE(m_desk->store().dossier(m_id)->history.size(), 6);
}

void EditsTest::keepsGesturesOfSessionsApart()
{
    m_desk->edit(m_id, StoryField::Headline, u"First session"_s, {}, 1);
    m_desk->open(); // gesture numbers begin again
    m_desk->edit(m_id, StoryField::Headline, u"Second session"_s, {}, 1);
    const Dossier dossier = *m_desk->store().dossier(m_id);
    QCOMPARE(dossier.history.size(), 2);
    QCOMPARE(dossier.history.last().from, u"First session"_s);
}

void EditsTest::datesEvidenceApart_data()
{
    QTest::addColumn<StoryField>("field");
    QTest::addColumn<QString>("dimension");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("evidence");
    QTest::newRow("headline") << StoryField::Headline << QString() << u"x"_s << true;
    QTest::newRow("summary") << StoryField::Summary << QString() << u"x"_s << true;
    QTest::newRow("link") << StoryField::Link << QString() << u"https://example.com/x"_s << true;
    QTest::newRow("primary source") << StoryField::PrimarySource << QString() << u"https://example.com/x"_s
                                    << true;
    QTest::newRow("stated coverage") << StoryField::StatedCoverage << QString() << u"{\"outlets\":2}"_s
                                     << true;
    QTest::newRow("score") << StoryField::Score << u"stakes"_s << u"1"_s << false;
    QTest::newRow("rationale") << StoryField::Rationale << u"stakes"_s << u"x"_s << false;
    QTest::newRow("state") << StoryField::State << QString() << u"ready"_s << false;
    QTest::newRow("trust") << StoryField::Trust << QString() << u"low"_s << false;
    QTest::newRow("trust note") << StoryField::TrustNote << QString() << u"x"_s << false;
    QTest::newRow("tags") << StoryField::Tags << QString() << u"x"_s << false;
}

void EditsTest::datesEvidenceApart()
{
    QFETCH(StoryField, field);
    QFETCH(QString, dimension);
    QFETCH(QString, value);
    QFETCH(bool, evidence);
    const QDateTime before = m_desk->store().story(m_id)->evidenceAt;
    m_desk->edit(m_id, field, value, dimension);
    const Story story = *m_desk->store().story(m_id);
    QCOMPARE(story.changedAt, m_desk->now);
    QCOMPARE(story.evidenceAt, evidence ? m_desk->now : before);
}

void EditsTest::readingIsNoChange()
{
    const Story before = *m_desk->store().story(m_id);
    const QSignalSpy changed(&m_desk->store(), &Store::storiesChanged);
    const auto back = m_desk->edit(m_id, StoryField::Unread, {});
    QCOMPARE(back.size(), 1);
    QCOMPARE(back.first().value, u"1"_s);
    QCOMPARE(changed.size(), 1);
    const Dossier dossier = *m_desk->store().dossier(m_id);
    QVERIFY(!dossier.story.unread);
    QCOMPARE(dossier.story.changedAt, before.changedAt);
    QVERIFY(dossier.history.isEmpty());
}

void EditsTest::beginsACardAndEndsIt()
{
    const StoryId plain = m_desk->add(plainDossier(u"Plain"_s));
    QVERIFY(m_desk->store().dossier(plain)->cards.isEmpty());
    const auto back = m_desk->edit(plain, StoryField::Score, u"4"_s, u"stakes"_s);
    const Dossier begun = *m_desk->store().dossier(plain);
    QCOMPARE(begun.cards.size(), 1);
    QCOMPARE(begun.cards.first().methodKey, u"impact"_s);
    QCOMPARE(begun.cards.first().cells.value(u"stakes"_s).setAt, m_desk->now);
    need(m_desk->store().applyEdits(back, {u"Ada"_s}));
    QVERIFY(m_desk->store().dossier(plain)->cards.isEmpty());
    QVERIFY(m_desk->store().queueRows({plain})->first().vector.isEmpty());
    QVERIFY(!m_desk->store().queueRows({plain})->first().impactLow);
}

void EditsTest::leadsWithTheCardTouchedLast()
{
    const auto vector = [this] { return m_desk->store().queueRows({m_id})->first().vector; };
    QVERIFY(vector().contains(u"ST:7/"_s));
    m_desk->now = m_desk->now.addSecs(1);
    need(m_desk->store().applyEdits({{m_id, StoryField::Score, u"stakes"_s, u"2"_s, {}}}, {u"Bob"_s}));
    QVERIFY(vector().contains(u"ST:2"_s));
    m_desk->now = m_desk->now.addSecs(1);
    m_desk->edit(m_id, StoryField::Score, u"7.5"_s, u"stakes"_s);
    QVERIFY(vector().contains(u"ST:7.5/"_s));
    // A remark alone does not hide the numbers of the other.
    m_desk->now = m_desk->now.addSecs(1);
    need(m_desk->store().applyEdits({{m_id, StoryField::Rationale, u"stakes"_s, u"Hm."_s, {}}}, {u"Cyd"_s}));
    QVERIFY(vector().contains(u"ST:7.5/"_s));
}

void EditsTest::keepsImpactBesideTheStory()
{
    const auto row = [this] { return m_desk->store().queueRows({m_id})->first(); };
    QCOMPARE(row().impactLow, row().impactHigh);
    QVERIFY(std::abs(*row().impactLow - 7.389) < 0.0005);
    QCOMPARE(row().vector, u"impact:1/ST:7/NO:6.5/AU:9/CO:7.5/CN:9/SO:8/FU:1.5"_s);
    m_desk->edit(m_id, StoryField::Score, {}, u"stakes"_s);
    QVERIFY(*row().impactLow < *row().impactHigh);
    QVERIFY(!row().vector.contains(u"ST:"_s));
}

void EditsTest::editsAnothersCard()
{
    need(m_desk->store().applyEdits({{m_id, StoryField::Score, u"stakes"_s, u"3"_s, u"Ada"_s}}, {u"Lead"_s}));
    const Dossier dossier = *m_desk->store().dossier(m_id);
    QCOMPARE(dossier.cards.size(), 1);
    QCOMPARE(dossier.cards.first().value(u"stakes"_s).toText(), u"3"_s);
    QCOMPARE(dossier.history.first().analyst, u"Lead"_s);
    QCOMPARE(dossier.history.first().card, u"Ada"_s);
}

void EditsTest::emptiesCellsOfUnknownDimensions()
{
    Dossier foreign = plainDossier(u"Of another method"_s);
    Scorecard card;
    card.analyst = u"Ada"_s;
    card.methodKey = u"elsewhere"_s;
    card.cells[u"glamour"_s] = {Score::fromTenths(50), {}, m_desk->now};
    foreign.cards = {card};
    const StoryId id = m_desk->add(foreign);
    QCOMPARE(m_desk->store().dossier(id)->cards, foreign.cards);
    m_desk->edit(id, StoryField::Score, {}, u"glamour"_s);
    QVERIFY(m_desk->store().dossier(id)->cards.first().cells.isEmpty());
}

void EditsTest::addsCategories()
{
    const QSignalSpy counts(&m_desk->store(), &Store::countsChanged);
    m_desk->edit(m_id, StoryField::Category, u"  Space   flight "_s);
    QCOMPARE(m_desk->store().story(m_id)->category, u"Space flight"_s);
    QCOMPARE(m_desk->store().categories().last(), u"Space flight"_s);
    QCOMPARE(m_desk->store().counts().categories.value(u"Space flight"_s), 1);
    QVERIFY(!m_desk->store().counts().categories.contains(u"AI"_s));
    QCOMPARE(counts.size(), 1);
    m_desk->edit(m_id, StoryField::Category, {});
    QVERIFY(m_desk->store().counts().categories.isEmpty());
}

void EditsTest::sortsByThePublishedTime()
{
    const StoryId other = m_desk->add(plainDossier(u"Other"_s));
    QCOMPARE(m_desk->store().queuePage({}, {}, 10)->ids, QList<StoryId>({other, m_id}));
    m_desk->edit(m_id, StoryField::Published, u"2026-04-19T00:00:00Z"_s);
    QCOMPARE(m_desk->store().queuePage({}, {}, 10)->ids, QList<StoryId>({m_id, other}));
    m_desk->edit(m_id, StoryField::Published, {});
    QVERIFY(!m_desk->store().story(m_id)->publishedAt.isValid());
    QCOMPARE(m_desk->store().queueRows({m_id})->first().sortedAt, fullDossier().story.addedAt);
}

void EditsTest::findsByTheNewWords()
{
    QueueView view;
    view.search = u"zeppelin"_s;
    QVERIFY(m_desk->store().queuePage(view, {}, 10)->ids.isEmpty());
    m_desk->edit(m_id, StoryField::Summary, u"A zeppelin lands."_s);
    QCOMPARE(m_desk->store().queuePage(view, {}, 10)->ids, QList<StoryId>({m_id}));
    m_desk->edit(m_id, StoryField::Headline, u"Zeppelins are back"_s);
    QCOMPARE(m_desk->store().storyWithHeadline(u"zeppelins are back!"_s), m_id);
    m_desk->edit(m_id, StoryField::Link, u"https://airship.example/1"_s);
    QCOMPARE(m_desk->store().storyWithLink(u"http://www.airship.example/1/"_s), m_id);
    QVERIFY(need(m_desk->store().verify()).isEmpty());
}

void EditsTest::tellsWhatChanged()
{
    const StoryId other = m_desk->add(plainDossier(u"Other"_s));
    QList<QList<StoryId>> told;
    connect(&m_desk->store(), &Store::storiesChanged, this,
            [&told](const QList<StoryId>& ids) { told.append(ids); });
    need(m_desk->store().applyEdits({{other, StoryField::Headline, {}, u"a"_s, {}},
                                     {m_id, StoryField::Headline, {}, u"b"_s, {}},
                                     {other, StoryField::Summary, {}, u"c"_s, {}}},
                                    {u"Ada"_s}));
    QCOMPARE(told, QList<QList<StoryId>>({{other, m_id}}));
    QCOMPARE(m_desk->store().analysts(), QStringList({u"Ada"_s}));
}

void EditsTest::movesOfArticlesAreHistory()
{
    const StoryId other = m_desk->add(plainDossier(u"Other"_s));
    const Article article = m_desk->store().dossier(m_id)->articles.first();
    m_desk->now = m_desk->now.addSecs(60);
    need(m_desk->store().grouping().regroup({{GroupingAct::Kind::Move, article.id, other, {}, true}},
                                            {u"Ada"_s}));
    const QString words = article.outlet.name + u": "_s + article.title;
    const QString uuid = article.uuid.toString(QUuid::WithoutBraces);
    QVERIFY(m_desk->store().dossier(other)->history.contains(
        Change{m_desk->now, u"Ada"_s, StoryField::Article, uuid, {}, {}, words}));
    QVERIFY(m_desk->store().dossier(m_id)->history.contains(
        Change{m_desk->now, u"Ada"_s, StoryField::Article, uuid, {}, words, {}}));
}

void EditsTest::refusesFieldsOfTheHistoryAlone()
{
    for (const StoryField field : {StoryField::Article, StoryField::Signal, StoryField::Card}) {
        const auto refused = m_desk->store().applyEdits({{m_id, field, {}, u"x"_s, {}}}, {u"Ada"_s});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
    }
}

void EditsTest::overruleLapsesWithWhatItWasFor()
{
    const QString check = u"unsafe-link"_s;
    m_desk->edit(m_id, StoryField::Link, u"http://intranet.local/memo"_s);
    m_desk->edit(m_id, StoryField::Overrule, u"our own memo"_s, check);
    m_desk->edit(m_id, StoryField::Overrule, u"set in Arabic"_s, u"hidden-characters"_s);
    m_desk->edit(m_id, StoryField::Summary, u"Other words, which the link has nothing to do with."_s);
    QCOMPARE(overrule(check), u"our own memo"_s);
    const QList<StoryEdit> back = m_desk->edit(m_id, StoryField::Link, u"http://10.0.0.1/reset"_s);
    QCOMPARE(overrule(check), QString());
    QCOMPARE(overrule(u"hidden-characters"_s), u"set in Arabic"_s);
    QCOMPARE(m_desk->store().dossier(m_id)->history.last().field, StoryField::Overrule);
    need(m_desk->store().applyEdits(back, {u"Ada"_s}));
    QCOMPARE(overrule(check), u"our own memo"_s);
    QCOMPARE(m_desk->store().story(m_id)->link, u"http://intranet.local/memo"_s);
    // Mended, and then unsafe again: the old reason is not for that.
    m_desk->edit(m_id, StoryField::Link, u"https://x.example/status/1"_s);
    m_desk->edit(m_id, StoryField::Link, u"http://intranet.local/memo"_s);
    QCOMPARE(overrule(check), QString());
    // Given together with the edit that needs it.
    need(m_desk->store().applyEdits({{m_id, StoryField::Overrule, check, u"both at once"_s, {}},
                                     {m_id, StoryField::Link, {}, u"http://10.0.0.1/x"_s, {}}},
                                    {u"Ada"_s}));
    QCOMPARE(overrule(check), u"both at once"_s);
}

void EditsTest::overruleOfACardHoldsUntilItIsFull()
{
    const QString check = u"card-incomplete"_s;
    m_desk->edit(m_id, StoryField::Score, {}, u"stakes"_s);
    m_desk->edit(m_id, StoryField::Score, {}, u"novelty"_s);
    m_desk->edit(m_id, StoryField::Overrule, u"too early to say"_s, check);
    m_desk->edit(m_id, StoryField::Score, u"5"_s, u"stakes"_s);
    QCOMPARE(overrule(check), u"too early to say"_s);
    m_desk->edit(m_id, StoryField::Score, u"5"_s, u"novelty"_s);
    QCOMPARE(overrule(check), QString());
}

QTEST_GUILESS_MAIN(EditsTest)
#include "tst_edits.moc"
