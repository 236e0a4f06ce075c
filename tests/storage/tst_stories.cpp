// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/grouping/groupingstore.h"
#include "tests/support/samples.h"
#include "tests/support/storefixture.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// Stories added, removed and brought back, articles moved, and several calls as one transaction.
class StoriesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void losesNothing();
    void fillsInWhatIsMissing();
    void refusesWhatIsThereAlready();
    void removesAndBringsBack();
    void keepsExportsOfWhatIsRemoved();
    void movesArticles();
    void countsOrigins();
    void unreadPassesOverWhatIsGone();
    void refusesToMoveWhatIsNotThere();
    void readsInTheOrderAsked();
    void commitsTogether();
    void takesBackTogether();
    void takesBackTheInnerAlone();
    void tellsEachStoryOnce();
    void recordsExports();
    void namesCategoriesExportedLast();
    void keepsSettings();

private:
    std::unique_ptr<StoreFixture> m_desk;
};

void StoriesTest::init()
{
    m_desk = std::make_unique<StoreFixture>();
    m_desk->open();
}

void StoriesTest::losesNothing()
{
    Dossier given = fullDossier();
    given.story.state = StoryState{Stage::Shortlisted, {}, {}}.spiked(u"seen before"_s);
    given.story.unread = false;
    given.story.leadArticle = given.articles[1].uuid;
    given.story.remainder = u"Line one\n\nline two"_s;
    given.overrules[u"headline-number"_s] = u"It is in the headline of the source."_s;
    Scorecard second;
    second.analyst = u"Bob"_s;
    second.methodKey = u"published"_s;
    second.methodVersion = 3;
    second.cells[u"stakes"_s] = {Score::notApplicable(), u"No stakes"_s, given.story.addedAt};
    second.cells[u"novelty"_s] = {Score(), u"Only a remark"_s, {}};
    second.statedImpact = 6.123456789;
    given.cards.append(second);
    given.history = {{given.story.addedAt, u"Cyd"_s, StoryField::Score, u"stakes"_s, u"Ada"_s, {}, u"7"_s},
                     {given.story.changedAt, u"Ada"_s, StoryField::Headline, {}, {}, u"Old"_s, u"New"_s}};
    given.exports = {
        {given.story.changedAt, u"Ada"_s, u"pdf"_s, u"/tmp/x.pdf"_s, u"ab"_s, u"impact:1/ST:7"_s, 7.389}};
    given.storySignals.append({u"voices"_s, u"@someone"_s, std::nullopt, {}, {}});
    given.articles[2].publishedIsGuess = true;
    given.articles[2].html = u"<p>Hi</p>"_s;
    const StoryId id = m_desk->add(given);
    m_desk->open(); // from the file, not from memory
    QVERIFY(withoutIds(*m_desk->store().dossier(id)) == given);
    QVERIFY(need(m_desk->store().verify()).isEmpty());
}

void StoriesTest::fillsInWhatIsMissing()
{
    Dossier bare;
    bare.story.headline = u"Bare"_s;
    bare.articles = {Article()};
    bare.articles.first().title = u"Bare article"_s;
    const Dossier read = *m_desk->store().dossier(m_desk->add(bare));
    QVERIFY(!read.story.uuid.isNull());
    QCOMPARE(read.story.addedAt, m_desk->now);
    QCOMPARE(read.story.changedAt, m_desk->now);
    QCOMPARE(read.story.evidenceAt, m_desk->now);
    QVERIFY(!read.story.publishedAt.isValid());
    QVERIFY(!read.articles.first().uuid.isNull());
    QCOMPARE(read.articles.first().fetchedAt, m_desk->now);
    QCOMPARE(read.coverage, (Coverage{1, 0, 0, 1}));
}

void StoriesTest::refusesWhatIsThereAlready()
{
    m_desk->add(fullDossier());
    const QSignalSpy added(&m_desk->store(), &Store::storiesAdded);
    const auto same = m_desk->store().addStories({plainDossier(u"Other"_s), fullDossier()}, {u"Ada"_s});
    QVERIFY(!same);
    QCOMPARE(same.error().code, ErrorCode::InvalidInput);
    QVERIFY(same.error().message.contains(u"already"_s));
    Dossier sameArticle = fullDossier();
    sameArticle.story.uuid = QUuid::createUuid();
    QCOMPARE(m_desk->store().addStories({sameArticle}, {u"Ada"_s}).error().code, ErrorCode::InvalidInput);
    Dossier twoCards = plainDossier(u"Two cards"_s);
    twoCards.cards = {fullDossier().cards.first(), fullDossier().cards.first()};
    QCOMPARE(m_desk->store().addStories({twoCards}, {u"Ada"_s}).error().code, ErrorCode::InvalidInput);
    QCOMPARE(m_desk->store().counts().all, 1);
    QCOMPARE(added.size(), 0);
}

void StoriesTest::removesAndBringsBack()
{
    const StoryId kept = m_desk->add(plainDossier(u"Kept"_s));
    const StoryId id = m_desk->add(fullDossier());
    m_desk->edit(id, StoryField::Headline, u"Edited"_s);
    const Dossier before = *m_desk->store().dossier(id);
    const QSignalSpy removed(&m_desk->store(), &Store::storiesRemoved);
    const auto gone = need(m_desk->store().removeStories({id, StoryId(777)}));
    QCOMPARE(gone.size(), 1);
    QVERIFY(gone.first() == before);
    QCOMPARE(removed.size(), 1);
    QCOMPARE(m_desk->store().story(id).error().code, ErrorCode::NotFound);
    QCOMPARE(m_desk->store().dossier(id).error().code, ErrorCode::NotFound);
    QCOMPARE(m_desk->store().counts().all, 1);
    QVERIFY(need(m_desk->store().verify()).isEmpty());

    const StoryId later = m_desk->add(plainDossier(u"Later"_s));
    QVERIFY(later != id); // numbers are not used twice
    QCOMPARE(need(m_desk->store().addStories(gone, {u"Ada"_s})), QList<StoryId>({id}));
    QVERIFY(*m_desk->store().dossier(id) == before);
    QCOMPARE(m_desk->store().counts().all, 3);
    QVERIFY(m_desk->store().story(kept));
}

void StoriesTest::keepsExportsOfWhatIsRemoved()
{
    const StoryId id = m_desk->add(fullDossier());
    need(m_desk->store().recordExport({id}, {{}, u"Ada"_s, u"pdf"_s, u"/x.pdf"_s, u"ab"_s, {}, {}}));
    const auto gone = need(m_desk->store().removeStories({id}));
    QCOMPARE(m_desk->store().lastExportedCategories(), QStringList({u"AI"_s}));
    need(m_desk->store().addStories(gone, {u"Ada"_s}));
    QCOMPARE(m_desk->store().dossier(id)->exports.size(), 1); // not on record twice
}

void StoriesTest::movesArticles()
{
    const StoryId from = m_desk->add(fullDossier());
    const StoryId to = m_desk->add(plainDossier(u"Target"_s));
    const Dossier before = *m_desk->store().dossier(from);
    QList<QList<StoryId>> told;
    connect(&m_desk->store(), &Store::storiesChanged, this, [&told](const auto& ids) { told.append(ids); });
    m_desk->now = m_desk->now.addSecs(5);
    using Kind = GroupingAct::Kind;
    GroupingStore& grouping = m_desk->store().grouping();
    const auto back = need(grouping.regroup({{Kind::Move, before.articles[0].id, to},
                                             {Kind::Move, before.articles[1].id, to},
                                             {Kind::Move, before.articles[2].id, from, {}, false}},
                                            {u"Ada"_s}));
    const auto moves = std::count_if(
        back.begin(), back.end(), [](const GroupingAct& act) { return act.kind == GroupingAct::Kind::Move; });
    QCOMPARE(moves, 2);
    QCOMPARE(told, QList<QList<StoryId>>({{from, to}}));
    QCOMPARE(m_desk->store().dossier(to)->coverage, (Coverage{2, 2, 1, 2}));
    QCOMPARE(m_desk->store().dossier(from)->coverage, (Coverage{1, 1, 0, 1}));
    QCOMPARE(m_desk->store().story(to)->evidenceAt, m_desk->now);
    need(grouping.regroup(back, {u"Ada"_s}));
    QCOMPARE(m_desk->store().dossier(from)->articles, before.articles);
    QCOMPARE(m_desk->store().dossier(from)->coverage, before.coverage);
    QVERIFY(m_desk->store().dossier(to)->articles.isEmpty());
}

void StoriesTest::countsOrigins()
{
    Dossier dossier = plainDossier(u"Origins"_s);
    const QUuid outside = QUuid::createUuid();
    for (int i = 0; i < 6; ++i) {
        Article article;
        article.uuid = QUuid::createUuid();
        article.title = u"Article %1"_s.arg(i);
        article.outlet.name = u"Outlet %1"_s.arg(i % 4);
        article.outlet.tier = i % 4 == 1 ? 1 : 3;
        dossier.articles.append(article);
    }
    dossier.articles[1].reprintOf = dossier.articles[0].uuid;
    dossier.articles[2].reprintOf = dossier.articles[1].uuid; // a reprint of a reprint
    dossier.articles[4].reprintOf = outside;                  // two of one that the desk lacks
    dossier.articles[5].reprintOf = outside;
    QCOMPARE(m_desk->store().dossier(m_desk->add(dossier))->coverage, (Coverage{6, 4, 1, 3}));
}

// One of many that were marked may have gone by itself since; to take the marking back, the others are
// enough.
void StoriesTest::unreadPassesOverWhatIsGone()
{
    const StoryId id = m_desk->add(fullDossier());
    need(m_desk->store().applyEdits({{id, StoryField::Unread, {}, {}, {}}}, {u"Ada"_s}));
    const auto back = need(m_desk->store().applyEdits(
        {{StoryId(99), StoryField::Unread, {}, u"1"_s, {}}, {id, StoryField::Unread, {}, u"1"_s, {}}},
        {u"Ada"_s}));
    QCOMPARE(back.size(), 1);
    QVERIFY(m_desk->store().story(id)->unread);
}

void StoriesTest::refusesToMoveWhatIsNotThere()
{
    const StoryId id = m_desk->add(fullDossier());
    const ArticleId article = m_desk->store().dossier(id)->articles.first().id;
    QCOMPARE(m_desk->store()
                 .grouping()
                 .regroup({{GroupingAct::Kind::Move, article, StoryId(99)}}, {u"Ada"_s})
                 .error()
                 .code,
             ErrorCode::NotFound);
    QCOMPARE(m_desk->store()
                 .grouping()
                 .regroup({{GroupingAct::Kind::Move, ArticleId(99), id}}, {u"Ada"_s})
                 .error()
                 .code,
             ErrorCode::NotFound);
    QCOMPARE(m_desk->store().dossier(id)->articles.size(), 3);
}

void StoriesTest::readsInTheOrderAsked()
{
    const StoryId one = m_desk->add(plainDossier(u"One"_s));
    const StoryId two = m_desk->add(plainDossier(u"Two"_s));
    const auto read = need(m_desk->store().dossiers({two, StoryId(50), one}));
    QCOMPARE(read.size(), 2);
    QCOMPARE(read.first().story.id, two);
    QCOMPARE(read.last().story.id, one);
}

void StoriesTest::commitsTogether()
{
    QList<QList<StoryId>> added;
    int changes = 0;
    connect(&m_desk->store(), &Store::storiesAdded, this, [&added](const auto& ids) { added.append(ids); });
    connect(&m_desk->store(), &Store::storiesChanged, this, [&changes] { ++changes; });
    StoryId id{};
    need(m_desk->store().transact([&]() -> Result<void> {
        id = m_desk->add(plainDossier(u"One"_s));
        m_desk->edit(id, StoryField::Headline, u"Edited"_s);
        return m_desk->store().transact([&]() -> Result<void> {
            m_desk->edit(id, StoryField::Summary, u"Nested"_s);
            if (!added.isEmpty() || changes > 0)
                return fail(u"told too early"_s);
            return {};
        });
    }));
    QCOMPARE(added, QList<QList<StoryId>>({{id}}));
    QCOMPARE(changes, 0); // an added story is not also a changed one
    QCOMPARE(m_desk->store().story(id)->summary, u"Nested"_s);
}

void StoriesTest::takesBackTogether()
{
    const StoryId id = m_desk->add(plainDossier(u"One"_s));
    const QSignalSpy changed(&m_desk->store(), &Store::storiesChanged);
    const QSignalSpy method(&m_desk->store(), &Store::methodChanged);
    const auto done = m_desk->store().transact([&]() -> Result<void> {
        m_desk->edit(id, StoryField::Headline, u"Edited"_s);
        need(m_desk->store().setActiveMethod(u"published"_s));
        need(m_desk->store().setSetting(u"a"_s, u"b"_s));
        return fail(u"thought better of it"_s, ErrorCode::Cancelled);
    });
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::Cancelled);
    QCOMPARE(m_desk->store().story(id)->headline, u"One"_s);
    QCOMPARE(m_desk->store().activeMethod().key, u"impact"_s);
    QCOMPARE(m_desk->store().setting(u"a"_s, u"unset"_s), u"unset"_s);
    QCOMPARE(changed.size(), 0);
    QCOMPARE(method.size(), 0);
}

void StoriesTest::takesBackTheInnerAlone()
{
    const StoryId id = m_desk->add(plainDossier(u"One"_s));
    const StoryId other = m_desk->add(plainDossier(u"Two"_s));
    QList<QList<StoryId>> told;
    connect(&m_desk->store(), &Store::storiesChanged, this, [&told](const auto& ids) { told.append(ids); });
    need(m_desk->store().transact([&]() -> Result<void> {
        m_desk->edit(id, StoryField::Headline, u"Edited"_s);
        const auto refused = m_desk->store().applyEdits({{other, StoryField::Headline, {}, u"Lost"_s, {}},
                                                         {other, StoryField::Trust, {}, u"certain"_s, {}}},
                                                        {u"Ada"_s});
        return refused ? fail(u"accepted"_s) : Result<void>();
    }));
    QCOMPARE(m_desk->store().story(id)->headline, u"Edited"_s);
    QCOMPARE(m_desk->store().story(other)->headline, u"Two"_s);
    QCOMPARE(told, QList<QList<StoryId>>({{id}}));
}

void StoriesTest::tellsEachStoryOnce()
{
    const StoryId id = m_desk->add(plainDossier(u"One"_s));
    const QSignalSpy added(&m_desk->store(), &Store::storiesAdded);
    const QSignalSpy removed(&m_desk->store(), &Store::storiesRemoved);
    QList<QList<StoryId>> changed;
    connect(&m_desk->store(), &Store::storiesChanged, this,
            [&changed](const auto& ids) { changed.append(ids); });
    need(m_desk->store().transact([&]() -> Result<void> {
        const auto gone = need(m_desk->store().removeStories({id})); // and back again
        need(m_desk->store().addStories(gone, {u"Ada"_s}));
        const StoryId brief = m_desk->add(plainDossier(u"Brief"_s)); // and gone again
        need(m_desk->store().removeStories({brief}));
        return {};
    }));
    QCOMPARE(added.size(), 0);
    QCOMPARE(removed.size(), 0);
    QCOMPARE(changed, QList<QList<StoryId>>({{id}}));
}

void StoriesTest::recordsExports()
{
    const StoryId id = m_desk->add(fullDossier());
    const StoryId plain = m_desk->add(plainDossier(u"Plain"_s));
    const QSignalSpy changed(&m_desk->store(), &Store::storiesChanged);
    need(m_desk->store().recordExport({id, plain, StoryId(99)},
                                      {{}, u"Ada"_s, u"pdf"_s, u"/out/digest.pdf"_s, u"00ff"_s, {}, {}}));
    QCOMPARE(changed.size(), 1);
    const auto records = m_desk->store().dossier(id)->exports;
    QCOMPARE(records.size(), 1);
    QCOMPARE(records.first().at, m_desk->now);
    QCOMPARE(records.first().sha256, u"00ff"_s);
    QVERIFY(records.first().vector.startsWith(u"impact:1/ST:7/"_s)); // each story's own card
    QVERIFY(std::abs(*records.first().impact - 7.389) < 0.0005);
    const auto none = m_desk->store().dossier(plain)->exports;
    QCOMPARE(none.size(), 1);
    QVERIFY(none.first().vector.isEmpty());
    QVERIFY(!none.first().impact);
    need(m_desk->store().recordExport(
        {id}, {m_desk->now.addSecs(1), u"Bob"_s, u"csv"_s, u"/x"_s, u"01"_s, u"v"_s, 5.0}));
    QCOMPARE(m_desk->store().dossier(id)->exports.last().vector, u"v"_s);
}

void StoriesTest::namesCategoriesExportedLast()
{
    QVERIFY(m_desk->store().lastExportedCategories().isEmpty());
    const QStringList categories = {u"AI"_s, u"AI"_s, u"Quantum"_s, {}};
    for (int i = 0; i < 4; ++i) {
        Dossier dossier = plainDossier(u"Story %1"_s.arg(i));
        dossier.story.category = categories[i];
        const StoryId id = m_desk->add(dossier);
        for (const QString& format : {u"pdf"_s, u"html"_s}) { // one story, though exported twice
            m_desk->now = m_desk->now.addSecs(1);
            need(m_desk->store().recordExport({id}, {{}, u"Ada"_s, format, u"/x"_s, u"00"_s, {}, {}}));
        }
    }
    QCOMPARE(m_desk->store().lastExportedCategories(), QStringList({u"Quantum"_s, u"AI"_s, u"AI"_s}));
    QCOMPARE(m_desk->store().lastExportedCategories(2), QStringList({u"Quantum"_s}));
}

void StoriesTest::keepsSettings()
{
    QCOMPARE(m_desk->store().setting(u"paper"_s, u"A4"_s), u"A4"_s);
    need(m_desk->store().setSetting(u"paper"_s, u"Letter"_s));
    need(m_desk->store().setSetting(u"paper"_s, u"Letter 2"_s));
    need(m_desk->store().setSetting(u"empty"_s, {}));
    m_desk->open();
    QCOMPARE(m_desk->store().setting(u"paper"_s, u"A4"_s), u"Letter 2"_s);
    QCOMPARE(m_desk->store().setting(u"empty"_s, u"fallback"_s), QString());
    QCOMPARE(m_desk->store().settings().size(), 2);
}

QTEST_GUILESS_MAIN(StoriesTest)
#include "tst_stories.moc"
