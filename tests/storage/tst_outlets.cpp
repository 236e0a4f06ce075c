// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/feeds/feedstore.h"
#include "storage/feeds/outletstore.h"
#include "tests/support/samples.h"
#include "tests/support/storefixture.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// Publishers: which one an article is found to be of, and what the desk keeps of it.
class OutletsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void matchesArticles_data();
    void matchesArticles();
    void keepsWhatTheDeskSays();
    void takesFactsForWhatIsMerelyShipped();
    void savesAndRefuses();
    void tellsHoweverOneComes();
    void countsANewTierEverywhere();
    void savesSeveralAndTakesThemBack();
    void movesADomain();
    void refusesFacts_data();
    void refusesFacts();
    void findsByHandle_data();
    void findsByHandle();
    void mergesAndPartsAgain();
    void refusesMerges();

private:
    Outlet named(const QString& name) const;
    Outlet outletOf(const Outlet& given, const QString& link);

    std::unique_ptr<StoreFixture> m_desk;
};

void OutletsTest::init()
{
    m_desk = std::make_unique<StoreFixture>();
    m_desk->open();
}

Outlet OutletsTest::named(const QString& name) const
{
    const auto outlets = m_desk->store().outlets();
    const auto found =
        std::find_if(outlets.begin(), outlets.end(), [&](const Outlet& o) { return o.name == name; });
    return found == outlets.end() ? Outlet() : *found;
}

Outlet OutletsTest::outletOf(const Outlet& given, const QString& link)
{
    Dossier dossier;
    Article article;
    article.outlet = given;
    article.link = link;
    dossier.articles = {article};
    return m_desk->store().dossier(m_desk->add(dossier))->articles.first().outlet;
}

void OutletsTest::tellsHoweverOneComes()
{
    QSignalSpy told(&m_desk->store(), &Store::feedsChanged);
    Outlet outlet;
    outlet.name = u"Herald"_s;
    QVERIFY(m_desk->store().saveOutlet(outlet));
    QCOMPARE(told.size(), 1);
    Dossier dossier;
    Article article;
    article.outlet.name = u"Gazette"_s;
    dossier.articles = {article};
    m_desk->add(dossier);
    QCOMPARE(told.size(), 2);
    dossier.story = {};
    m_desk->add(dossier); // one that is there already
    QCOMPARE(told.size(), 2);
}

void OutletsTest::matchesArticles_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("domain");
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("found");
    QTest::addColumn<int>("tier");
    QTest::newRow("name") << u"Reuters"_s << QString() << QString() << u"Reuters"_s << 1;
    QTest::newRow("name in other case")
        << u"  financial TIMES "_s << QString() << QString() << u"Financial Times"_s << 1;
    QTest::newRow("domain") << u"BBC News"_s << u"bbc.co.uk"_s << QString() << u"BBC"_s << 1;
    QTest::newRow("subdomain") << u"BBC News"_s << u"www.news.bbc.co.uk"_s << QString() << u"BBC"_s << 1;
    QTest::newRow("link alone") << QString() << QString() << u"https://www.theregister.com/2026/a"_s
                                << u"The Register"_s << 2;
    QTest::newRow("a name that is not known, whatever the link")
        << u"Jane's Letter"_s << QString() << u"https://www.theregister.com/2026/a"_s << u"Jane's Letter"_s
        << 0;
    QTest::newRow("nothing") << QString() << QString() << u"https://unknown.example/a"_s << QString() << 0;
    QTest::newRow("not the end of a name")
        << QString() << QString() << u"https://notreuters.com/a"_s << QString() << 0;
}

void OutletsTest::matchesArticles()
{
    QFETCH(QString, name);
    QFETCH(QString, domain);
    QFETCH(QString, link);
    QFETCH(QString, found);
    QFETCH(int, tier);
    Outlet given;
    given.name = name;
    if (!domain.isEmpty())
        given.domains = {domain};
    const Outlet outlet = outletOf(given, link);
    QCOMPARE(outlet.name, found);
    QCOMPARE(outlet.tier, tier);
}

void OutletsTest::keepsWhatTheDeskSays()
{
    Outlet own = named(u"Wired"_s);
    own.tier = 3;
    own.domains = {u"WWW.Wired.com"_s};
    own.reliability = u"B"_s;
    need(m_desk->store().saveOutlet(own));
    Outlet given;
    given.name = u"Wired"_s;
    given.tier = 1;
    given.domains = {u"wired.example"_s};
    given.reliability = u"F"_s;
    const Outlet kept = outletOf(given, {});
    QCOMPARE(kept.tier, 3);
    QCOMPARE(kept.domains, QStringList({u"wired.com"_s}));
    QCOMPARE(kept.reliability, u"B"_s);
}

void OutletsTest::takesFactsForWhatIsMerelyShipped()
{
    Outlet given;
    given.name = u"The Verge"_s;
    given.tier = 1;
    given.domains = {u"theverge.example"_s};
    QCOMPARE(outletOf(given, {}).tier, 1); // rated there, and here only by the program's list
    QCOMPARE(named(u"The Verge"_s).domains, given.domains);
    given.tier = 3; // but then it is the desk's
    QCOMPARE(outletOf(given, {}).tier, 1);

    Outlet unrated;
    unrated.name = u"Ars Technica"_s;
    unrated.domains = {u"ars.example"_s};
    QCOMPARE(outletOf(unrated, {}).tier, 2); // says less than the list does
}

void OutletsTest::savesAndRefuses()
{
    Outlet fresh;
    fresh.name = u" A  New One "_s;
    fresh.domains = {u"New.Example"_s, u"new.example"_s, u"second.example"_s};
    fresh.firstParty = true;
    const OutletId id = need(m_desk->store().saveOutlet(fresh));
    QCOMPARE(named(u"A New One"_s).id, id);
    QCOMPARE(named(u"A New One"_s).domains, QStringList({u"new.example"_s, u"second.example"_s}));
    QVERIFY(named(u"A New One"_s).firstParty);
    Outlet renamed = named(u"A New One"_s);
    renamed.name = u"REUTERS"_s;
    QCOMPARE(m_desk->store().saveOutlet(renamed).error().code, ErrorCode::InvalidInput);
    QCOMPARE(m_desk->store().saveOutlet(fresh).error().code, ErrorCode::InvalidInput); // the same name anew
    QCOMPARE(m_desk->store().saveOutlet({}).error().code, ErrorCode::InvalidInput);
    renamed.id = OutletId(5000);
    renamed.name = u"Elsewhere"_s;
    QCOMPARE(m_desk->store().saveOutlet(renamed).error().code, ErrorCode::NotFound);
    renamed.id = id;
    renamed.name = u"a new one"_s; // its own name in other case
    QCOMPARE(need(m_desk->store().saveOutlet(renamed)), id);
}

void OutletsTest::countsANewTierEverywhere()
{
    const StoryId id = m_desk->add(fullDossier());
    m_desk->add(plainDossier(u"Other"_s));
    QCOMPARE(m_desk->store().dossier(id)->coverage.tierOne, 1);
    Outlet outlet = named(u"Copy Desk"_s);
    outlet.tier = 1;
    QList<StoryId> changed;
    connect(&m_desk->store(), &Store::storiesChanged, this, [&changed](const auto& ids) { changed += ids; });
    need(m_desk->store().saveOutlet(outlet));
    QCOMPARE(m_desk->store().dossier(id)->coverage.tierOne, 2);
    QCOMPARE(m_desk->store().queueRows({id})->first().tierOne, 2);
    QCOMPARE(changed, QList<StoryId>({id}));
}

void OutletsTest::savesSeveralAndTakesThemBack()
{
    OutletStore& outlets = m_desk->store().feeds().outlets();
    const QList<Outlet> before = outlets.all();
    Outlet wired = named(u"Wired"_s);
    wired.tier = 1;
    wired.reliability = u"B"_s;
    Outlet fresh;
    fresh.name = u"Harbour Wire"_s;
    fresh.domains = {u"harbour.example"_s};
    const OutletsBefore receipt = need(outlets.save({wired, fresh}));
    QCOMPARE(named(u"Wired"_s), wired);
    QCOMPARE(named(u"Harbour Wire"_s).domains, fresh.domains);
    need(outlets.restore(receipt));
    QCOMPARE(outlets.all(), before);
    wired.reliability = u"Z"_s;
    QVERIFY(!outlets.save({fresh, wired}));
    QCOMPARE(outlets.all(), before); // all or none
}

void OutletsTest::movesADomain()
{
    OutletStore& outlets = m_desk->store().feeds().outlets();
    const QList<Outlet> before = outlets.all();
    Outlet wired = named(u"Wired"_s);
    wired.domains.append(u"www.bbc.com"_s);
    const OutletsBefore receipt = need(outlets.save({wired}));
    QCOMPARE(named(u"BBC"_s).domains, QStringList{u"bbc.co.uk"_s});
    QVERIFY(named(u"Wired"_s).domains.contains(u"bbc.com"_s));
    need(outlets.restore(receipt));
    QCOMPARE(outlets.all(), before);
}

void OutletsTest::refusesFacts_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("tier");
    QTest::addColumn<QString>("reliability");
    QTest::newRow("no name") << u"  "_s << 0 << QString();
    QTest::newRow("another's name") << u"reuters"_s << 0 << QString();
    QTest::newRow("tier 4") << u"New"_s << 4 << QString();
    QTest::newRow("reliability G") << u"New"_s << 0 << u"G"_s;
    QTest::newRow("two letters") << u"New"_s << 0 << u"AB"_s;
}

void OutletsTest::refusesFacts()
{
    QFETCH(QString, name);
    Outlet outlet;
    outlet.name = name;
    QFETCH(int, tier);
    outlet.tier = tier;
    QFETCH(QString, reliability);
    outlet.reliability = reliability;
    const auto saved = m_desk->store().feeds().outlets().save({outlet});
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, ErrorCode::InvalidInput);
}

void OutletsTest::findsByHandle_data()
{
    QTest::addColumn<QString>("handle");
    QTest::addColumn<QString>("found");
    QTest::newRow("name") << u"the register"_s << u"The Register"_s;
    QTest::newRow("domain") << u"www.bbc.com"_s << u"BBC"_s;
    QTest::newRow("number") << u"1"_s << u"Reuters"_s;
    QTest::newRow("nothing of that name") << u"Nobody"_s << QString();
    QTest::newRow("no such number") << u"99999"_s << QString();
}

void OutletsTest::findsByHandle()
{
    QFETCH(QString, handle);
    QFETCH(QString, found);
    const auto outlet = m_desk->store().feeds().outlets().find(handle);
    QCOMPARE(outlet ? outlet->name : QString(), found);
}

void OutletsTest::mergesAndPartsAgain()
{
    OutletStore& outlets = m_desk->store().feeds().outlets();
    Outlet twin;
    twin.name = u"The Reuters Wire"_s;
    twin.domains = {u"wire.example"_s};
    twin.reliability = u"B"_s;
    const OutletId id = need(outlets.save({twin})).made.first();
    DeskFeed feed;
    feed.url = u"https://wire.example/feed"_s;
    feed.outlet = id;
    const FeedId feedId = need(m_desk->store().feeds().save(feed));
    Dossier dossier;
    Article ofTwin;
    ofTwin.link = u"https://wire.example/a"_s;
    Article ofReuters;
    ofReuters.link = u"https://reuters.com/a"_s;
    dossier.articles = {ofTwin, ofReuters};
    const StoryId story = m_desk->add(dossier);
    const auto coverage = [&] { return need(m_desk->store().queueRows({story})).first(); };
    QCOMPARE(coverage().outlets, 2);
    const QList<Outlet> before = outlets.all();

    const MergedOutlet merged = need(outlets.merge(id, named(u"Reuters"_s).id));
    QCOMPARE(named(u"Reuters"_s).domains, (QStringList{u"reuters.com"_s, u"wire.example"_s}));
    QCOMPARE(named(u"Reuters"_s).tier, 1);
    QCOMPARE(named(u"Reuters"_s).reliability, u"B"_s); // which it had not
    QCOMPARE(named(twin.name), Outlet());
    QCOMPARE(coverage().outlets, 1);
    QCOMPARE(m_desk->store().feeds().byId(feedId)->outlet, named(u"Reuters"_s).id);
    QCOMPARE(outletOf({}, u"https://wire.example/b"_s).name, u"Reuters"_s);

    QCOMPARE(need(outlets.unmerge(merged)), id);
    QCOMPARE(outlets.all(), before);
    QCOMPARE(coverage().outlets, 2);
    QCOMPARE(m_desk->store().feeds().byId(feedId)->outlet, id);
}

void OutletsTest::refusesMerges()
{
    OutletStore& outlets = m_desk->store().feeds().outlets();
    const OutletId reuters = named(u"Reuters"_s).id;
    QCOMPARE(outlets.merge(reuters, reuters).error().code, ErrorCode::InvalidInput);
    QCOMPARE(outlets.merge(OutletId(99999), reuters).error().code, ErrorCode::NotFound);
    QCOMPARE(named(u"Reuters"_s).id, reuters);
}

QTEST_GUILESS_MAIN(OutletsTest)
#include "tst_outlets.moc"
