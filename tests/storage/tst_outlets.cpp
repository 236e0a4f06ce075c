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

QTEST_GUILESS_MAIN(OutletsTest)
#include "tst_outlets.moc"
