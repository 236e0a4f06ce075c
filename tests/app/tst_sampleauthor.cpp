// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/intake.h"
#include "storage/store.h"
#include "ui/brief/exporter.h"
#include "ui/brief/exportrecording.h"
#include "ui/brief/sampleauthor.h"

#include <QTest>

#include <functional>
#include <memory>

using namespace Scoredesk;
using namespace Qt::StringLiterals;

using Touch = std::function<void(Dossier&)>;
Q_DECLARE_METATYPE(Touch)

/// Whose name a brief of the sample desk bears: its author's while the analyst has changed nothing of it.
class SampleAuthorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void untouchedIsTheAuthors();
    void changedIsTheAnalysts_data();
    void changedIsTheAnalysts();
    void anothersCardIsNotTheAuthors();
    void oneCardForOneName();
    void recordBearsTheFilesName();

private:
    std::unique_ptr<Store> m_store;
    QList<Dossier> m_stories;
};

static const QString zoe = u"Zoe Quill"_s;
static const QString author = u"Sample desk"_s;

void SampleAuthorTest::init()
{
    auto store = Store::open(u":memory:"_s);
    QVERIFY(store);
    m_store = std::move(*store);
    const auto plan = sampleDesk({*m_store, zoe, QDateTime::currentDateTimeUtc()});
    QVERIFY(plan);
    const auto receipt = m_store->applyImport(*plan, {zoe, 0});
    QVERIFY(receipt);
    const auto stories = m_store->dossiers(receipt->added);
    QVERIFY(stories);
    m_stories = *stories;
    QVERIFY(m_stories.first().cardOf(zoe).isJudged());
}

void SampleAuthorTest::untouchedIsTheAuthors()
{
    QCOMPARE(signerOf(m_stories, zoe), author);
    for (const Dossier& dossier : std::as_const(m_stories))
        QCOMPARE(signerOf({dossier}, zoe), author);
}

void SampleAuthorTest::changedIsTheAnalysts_data()
{
    QTest::addColumn<Touch>("touch");
    const auto card = [](Dossier& dossier) -> Scorecard& {
        for (Scorecard& own : dossier.cards)
            if (own.analyst == zoe)
                return own;
        qFatal("the sample's first story has no card");
    };
    const auto row = [](const char* name, const Touch& touch) { QTest::newRow(name) << touch; };
    row("headline", [](Dossier& d) { d.story.headline += u'!'; });
    row("summary", [](Dossier& d) { d.story.summary.chop(1); });
    row("why", [](Dossier& d) { d.story.whyItMatters.clear(); });
    row("trust", [](Dossier& d) { d.story.trust = TrustVerdict::Unset; });
    row("trust note", [](Dossier& d) { d.story.trustNote += u" Or not."_s; });
    row("category", [](Dossier& d) { d.story.category = u"Quantum"_s; });
    row("tags", [](Dossier& d) { d.story.tags.append(u"new"_s); });
    row("source", [](Dossier& d) { d.story.source = u"Another"_s; });
    row("link", [](Dossier& d) { d.story.link = u"https://other.example/"_s; });
    row("primary source", [](Dossier& d) { d.story.primarySource = u"https://own.example/"_s; });
    row("stated outlets", [](Dossier& d) { d.story.stated.outlets = 99; });
    row("named outlets", [](Dossier& d) { d.story.stated.named.append(u"Another"_s); });
    row("stated impact", [card](Dossier& d) { card(d).statedImpact = 1.5; });
    row("method", [card](Dossier& d) { card(d).methodKey = u"own"_s; });
    row("version of the method", [card](Dossier& d) { card(d).methodVersion = 9; });
    row("value", [card](Dossier& d) { card(d).cells[u"stakes"_s].value = Score::fromTenths(1); });
    row("rationale", [card](Dossier& d) { card(d).cells[u"stakes"_s].rationale += u'!'; });
    row("quotation", [](Dossier& d) { d.quotations.append(Quotation()); });
    row("value taken away", [card](Dossier& d) { card(d).cells.remove(u"stakes"_s); });
}

void SampleAuthorTest::changedIsTheAnalysts()
{
    QFETCH(Touch, touch);
    touch(m_stories.first());
    QCOMPARE(signerOf({m_stories.first()}, zoe), zoe);
    QCOMPARE(signerOf(m_stories, zoe), zoe);
}

void SampleAuthorTest::anothersCardIsNotTheAuthors()
{
    for (Dossier& dossier : m_stories) {
        if (!dossier.cards.isEmpty())
            continue;
        Scorecard ben = m_stories.first().cardOf(zoe);
        ben.analyst = u"Ben"_s;
        dossier.cards.append(ben);
        QCOMPARE(signerOf({dossier}, zoe), zoe);
        return;
    }
    QFAIL("every story of the sample has a card");
}

void SampleAuthorTest::oneCardForOneName()
{
    Scorecard old = m_stories.first().cardOf(zoe);
    old.analyst = author;
    old.cells[u"stakes"_s].value = Score::fromTenths(1);
    m_stories.first().cards.prepend(old);
    const Dossier shown = signedBy(author, m_stories, zoe).first();
    QCOMPARE(shown.cards.size(), 1);
    QCOMPARE(shown.cards.first().analyst, author);
    QCOMPARE(shown.cardOf(author).value(u"stakes"_s), m_stories.first().cardOf(zoe).value(u"stakes"_s));
}

void SampleAuthorTest::recordBearsTheFilesName()
{
    Dossier& first = m_stories.first();
    // A colleague's later card is not what goes out.
    QVERIFY(
        m_store->applyEdits({{first.story.id, StoryField::Score, u"stakes"_s, u"1.0"_s, {}}}, {u"Ben"_s, 0}));
    ExportRecord record;
    record.analyst = zoe;
    record.format = u"html"_s;
    record.sha256 = u"abc"_s;
    QVERIFY(recordBriefs(*m_store, {first}, record));
    const QList<ExportRecord> kept = m_store->dossier(first.story.id)->exports;
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept.first().analyst, author);
    QVERIFY2(kept.first().vector.count(u'/') > 3, qPrintable(kept.first().vector));
    QVERIFY(kept.first().impact);

    first.story.headline += u'!';
    QVERIFY(recordBriefs(*m_store, {first}, record));
    QCOMPARE(m_store->dossier(first.story.id)->exports.last().analyst, zoe);
}

QTEST_GUILESS_MAIN(SampleAuthorTest)
#include "tst_sampleauthor.moc"
