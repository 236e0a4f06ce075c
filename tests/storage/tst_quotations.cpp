// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/exchange/deskjson.h"
#include "storage/exchange/filling.h"
#include "tests/support/samples.h"
#include "tests/support/storefixture.h"

#include <QTest>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// Quotations on a desk: pinned, unpinned, moved with their story, imported.
class QuotationsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void pinsAndUnpins();
    void keepsTheOrderOfPinning();
    void refusesWhatIsNone_data();
    void refusesWhatIsNone();
    void belongsToOneStory();
    void goesAndComesWithItsStory();
    void standsWithoutItsArticle();
    void isWorkOnTheStory();
    void exportsAndImports();
    void addsNothingTwice();
    void mergesByUuidIntoOurArticles();
    void leavesThoseOfOtherStoriesAlone();
    void copyGetsUuidsOfItsOwn();

private:
    Dossier read(StoryId id) const { return need(m_desk->store().dossier(id)); }
    /// Pins words of the first article; returns the quotation's UUID and what takes it back.
    std::pair<QString, QList<StoryEdit>> pin(const QString& words, const QString& dimension = u"stakes"_s);
    ImportReceipt import(ImportItem::Act act, const Dossier& dossier, StoryId into = {});

    std::unique_ptr<StoreFixture> m_desk;
    StoryId m_id{};
    int m_pinned = 0;
};

static QString uuidOf(int number)
{
    return QUuid::createUuidV5(QUuid(), QString::number(number)).toString(QUuid::WithoutBraces);
}

static Quotation quoted(const QString& words, const QString& dimension = u"stakes"_s)
{
    Quotation quotation;
    quotation.dimension = dimension;
    quotation.article = fullDossier().articles.first().uuid;
    quotation.position = 4;
    quotation.words = words;
    return quotation;
}

/// A story as another desk has it, with one quotation.
static Dossier theirs()
{
    Dossier dossier = fullDossier();
    Quotation quotation = quoted(u"model family"_s);
    quotation.uuid = QUuid(uuidOf(100));
    quotation.analyst = u"Ben"_s;
    quotation.at = QDateTime({2026, 4, 9}, {14, 0, 0, 7}, Qt::UTC);
    dossier.quotations = {quotation};
    return dossier;
}

void QuotationsTest::init()
{
    m_desk = std::make_unique<StoreFixture>();
    m_desk->open();
    m_id = m_desk->add(fullDossier());
    m_pinned = 0;
}

std::pair<QString, QList<StoryEdit>> QuotationsTest::pin(const QString& words, const QString& dimension)
{
    const QString uuid = uuidOf(++m_pinned);
    return {uuid, m_desk->edit(m_id, StoryField::Quotation, toText(quoted(words, dimension)), uuid)};
}

ImportReceipt QuotationsTest::import(ImportItem::Act act, const Dossier& dossier, StoryId into)
{
    ImportItem item;
    item.act = act;
    item.dossier = dossier;
    item.mergeInto = into;
    ImportPlan plan;
    plan.items = {item};
    return need(m_desk->store().applyImport(plan, {u"Ada"_s}));
}

void QuotationsTest::pinsAndUnpins()
{
    const auto [uuid, back] = pin(u"model family"_s);
    Quotation wanted = quoted(u"model family"_s);
    wanted.uuid = QUuid(uuid);
    wanted.analyst = u"Ada"_s;
    wanted.at = m_desk->now;
    QCOMPARE(read(m_id).quotations.size(), 1);
    QVERIFY(read(m_id).quotations.first() == wanted);
    const Change line = read(m_id).history.last();
    QCOMPARE(line.field, StoryField::Quotation);
    QCOMPARE(line.dimension, uuid);
    QCOMPARE(line.from, QString());
    QCOMPARE(line.to, toText(wanted));

    m_desk->now = m_desk->now.addSecs(60);
    const auto again = need(m_desk->store().applyEdits(back, {u"Ben"_s}));
    QVERIFY(read(m_id).quotations.isEmpty());
    QCOMPARE(read(m_id).history.last().from, toText(wanted));
    need(m_desk->store().applyEdits(again, {u"Ben"_s}));
    QVERIFY(read(m_id).quotations.first() == wanted); // Ada's still, and of her time
    QVERIFY(need(m_desk->store().verify()).isEmpty());
}

void QuotationsTest::keepsTheOrderOfPinning()
{
    const auto [first, back] = pin(u"The"_s);
    m_desk->now = m_desk->now.addSecs(1);
    pin(u"model"_s, u"novelty"_s);
    m_desk->now = m_desk->now.addSecs(1);
    pin(u"family"_s);
    const auto again = need(m_desk->store().applyEdits(back, {u"Ada"_s}));
    need(m_desk->store().applyEdits(again, {u"Ada"_s}));
    QStringList words;
    for (const Quotation& quotation : read(m_id).quotations)
        words.append(quotation.words);
    QCOMPARE(words, QStringList({u"The"_s, u"model"_s, u"family"_s}));
}

void QuotationsTest::refusesWhatIsNone_data()
{
    QTest::addColumn<QString>("uuid");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("says");
    const QString good = toText(quoted(u"words"_s));
    QTest::newRow("no UUID") << QString() << good << u"does not say"_s;
    QTest::newRow("another UUID") << u"stakes"_s << good << u"UUID"_s;
    QTest::newRow("prose") << uuidOf(1) << u"words"_s << u"no quotation"_s;
    QTest::newRow("too long") << uuidOf(1) << toText(quoted(QString(longestQuotation + 1, u'w')))
                              << u"1000 characters at most; this one has 1001"_s;
    QTest::newRow("unknown dimension")
        << uuidOf(1) << toText(quoted(u"words"_s, u"glamour"_s)) << u"glamour"_s;
}

void QuotationsTest::refusesWhatIsNone()
{
    QFETCH(QString, uuid);
    QFETCH(QString, value);
    QFETCH(QString, says);
    const auto refused =
        m_desk->store().applyEdits({{m_id, StoryField::Quotation, uuid, value, {}}}, {u"Ada"_s});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
    QVERIFY2(refused.error().message.contains(says), qPrintable(refused.error().message));
    QVERIFY(read(m_id).quotations.isEmpty());
    QVERIFY(read(m_id).history.isEmpty());
    // As long as one may be.
    pin(QString(longestQuotation, u'w'));
    QCOMPARE(read(m_id).quotations.size(), 1);
}

void QuotationsTest::belongsToOneStory()
{
    const auto [uuid, back] = pin(u"model"_s);
    const StoryId other = m_desk->add(plainDossier(u"Another"_s));
    const auto refused = m_desk->store().applyEdits(
        {{other, StoryField::Quotation, uuid, toText(quoted(u"model"_s)), {}}}, {u"Ada"_s});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
    QCOMPARE(read(m_id).quotations.size(), 1);
    // Nothing of the other's to unpin there.
    QVERIFY(m_desk->edit(other, StoryField::Quotation, {}, uuid).isEmpty());
    QCOMPARE(read(m_id).quotations.size(), 1);
}

void QuotationsTest::goesAndComesWithItsStory()
{
    pin(u"The"_s);
    pin(u"model"_s, u"novelty"_s);
    const Dossier before = read(m_id);
    const QList<Dossier> removed = need(m_desk->store().removeStories({m_id}));
    QVERIFY(removed.first().quotations == before.quotations);
    need(m_desk->store().addStories(removed, {u"Ada"_s}));
    QVERIFY(read(m_id).quotations == before.quotations);
    QVERIFY(read(m_id) == before);
    // A second copy is refused whole, in words.
    Dossier copy = plainDossier(u"Copy"_s);
    copy.quotations = before.quotations;
    const auto refused = m_desk->store().addStories({copy}, {u"Ada"_s});
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains(u"Copy"_s), qPrintable(refused.error().message));
}

void QuotationsTest::standsWithoutItsArticle()
{
    Quotation quotation = quoted(u"of an article that is nowhere"_s);
    quotation.article = QUuid(uuidOf(50));
    m_desk->edit(m_id, StoryField::Quotation, toText(quotation), uuidOf(1));
    QCOMPARE(read(m_id).quotations.first().article, quotation.article);
    QVERIFY(need(m_desk->store().verify()).isEmpty());
}

/// Pinning moves a story among the last changed, but its evidence is no newer for it.
void QuotationsTest::isWorkOnTheStory()
{
    m_desk->now = m_desk->now.addSecs(600);
    pin(u"model"_s);
    QCOMPARE(read(m_id).story.changedAt, m_desk->now);
    QCOMPARE(read(m_id).story.evidenceAt, fullDossier().story.evidenceAt);
}

void QuotationsTest::exportsAndImports()
{
    pin(u"The"_s);
    pin(u"“model”\nfamily \U0001F600"_s, u"novelty"_s);
    DeskContents contents;
    contents.dossiers = need(m_desk->store().wholeDossiers({m_id}));
    const QByteArray bytes = deskToJson(contents);
    QList<ImportProblem> problems;
    const DeskContents back = need(deskFromJson(bytes, &problems));
    QVERIFY(problems.isEmpty());
    StoreFixture other;
    other.open();
    const StoryId id = other.add(back.dossiers.first());
    QVERIFY(need(other.store().dossier(id)).quotations == read(m_id).quotations);
    contents.dossiers = need(other.store().wholeDossiers({id}));
    QCOMPARE(deskToJson(contents), bytes);
}

void QuotationsTest::addsNothingTwice()
{
    m_desk->now = m_desk->now.addSecs(9);
    import(ImportItem::Act::Merge, theirs(), m_id);
    const Dossier once = read(m_id);
    QVERIFY(once.quotations == theirs().quotations); // signed and dated as they were
    const ImportReceipt again = import(ImportItem::Act::Merge, theirs(), m_id);
    QVERIFY(again.inverse.isEmpty());
    QVERIFY(read(m_id) == once);
    QVERIFY(fillingOf(once, theirs()).isEmpty());
}

void QuotationsTest::mergesByUuidIntoOurArticles()
{
    pin(u"The"_s);
    const Dossier before = read(m_id);
    Dossier came = theirs();
    came.articles[0].uuid = QUuid(uuidOf(60)); // the same article by its link
    came.quotations[0].article = came.articles[0].uuid;
    const ImportReceipt receipt = import(ImportItem::Act::Merge, came, m_id);
    QCOMPARE(read(m_id).quotations.size(), 2);
    const Quotation merged = read(m_id).quotations.first(); // pinned before ours
    QCOMPARE(merged.uuid, came.quotations.first().uuid);
    QCOMPARE(merged.article, before.articles.first().uuid);
    Dossier filled = before;
    fill(filled, fillingOf(before, came));
    QVERIFY(filled.quotations.last() == merged); // as the store did it
    need(m_desk->store().revertImport(receipt, {u"Ada"_s}));
    QVERIFY(read(m_id).quotations == before.quotations);
}

void QuotationsTest::leavesThoseOfOtherStoriesAlone()
{
    import(ImportItem::Act::Merge, theirs(), m_id);
    Dossier other = plainDossier(u"Another"_s);
    other.quotations = theirs().quotations;
    const StoryId into = m_desk->add(plainDossier(u"Another"_s));
    import(ImportItem::Act::Merge, other, into);
    QVERIFY(read(into).quotations.isEmpty());
    QCOMPARE(read(m_id).quotations.size(), 1);
}

void QuotationsTest::copyGetsUuidsOfItsOwn()
{
    import(ImportItem::Act::Merge, theirs(), m_id);
    Dossier twice = theirs();
    twice.quotations.append(twice.quotations.first()); // a file that anyone may have written
    const Dossier copy = read(import(ImportItem::Act::Add, twice).added.first());
    QCOMPARE(copy.quotations.size(), 2);
    for (const Quotation& quotation : copy.quotations) {
        QVERIFY(quotation.uuid != theirs().quotations.first().uuid);
        QCOMPARE(quotation.article, copy.articles.first().uuid); // which is a copy, too
    }
    QVERIFY(copy.quotations[0].uuid != copy.quotations[1].uuid);
    QVERIFY(copy.articles.first().uuid != theirs().articles.first().uuid);
}

QTEST_GUILESS_MAIN(QuotationsTest)
#include "tst_quotations.moc"
