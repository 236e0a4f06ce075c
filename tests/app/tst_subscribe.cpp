// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/feeds/subscribe/addressfinder.h"
#include "app/feeds/subscribe/feedlogin.h"
#include "app/feeds/subscribe/opml.h"
#include "app/feeds/subscribe/subscribeplan.h"
#include "storage/feeds/feedstore.h"
#include "storage/feeds/outletstore.h"
#include "tests/support/feeds/fakesecrets.h"
#include "tests/support/storefixture.h"

#include <QSet>
#include <QTest>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// Addresses in what somebody pastes, lists of feeds in and out, and what feeds are logged in with.
class SubscribeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsAddresses_data();
    void findsAddresses();
    void planTellsEachLine_data();
    void planTellsEachLine();
    void planKeepsFaultyEntries();
    void onlyTickedLinesAreWanted();
    void refusesWhatIsNoList();
    void listsComeBackAsTheyWere();
    void takesForeignLists();
    void starterPackIsSound();
    void logsInAndOut();
    void noLoginWithoutAKeychain();
};

void SubscribeTest::findsAddresses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("found");
    const QStringList one = {u"https://a.example/feed"_s};
    QTest::newRow("alone") << u"https://a.example/feed"_s << one;
    QTest::newRow("in prose") << u"See https://a.example/feed, it is good."_s << one;
    QTest::newRow("in brackets") << u"(https://a.example/feed)"_s << one;
    QTest::newRow("with brackets of its own")
        << u"https://a.example/C_(language)."_s << QStringList{u"https://a.example/C_(language)"_s};
    QTest::newRow("in angle brackets") << u"<https://a.example/feed>"_s << one;
    QTest::newRow("in quotation marks") << u"“https://a.example/feed”"_s << one;
    QTest::newRow("Markdown") << u"[A](https://a.example/feed)"_s << one;
    QTest::newRow("HTML") << u"<a href=\"https://a.example/?a=1&amp;b=2\">A</a>"_s
                          << QStringList{u"https://a.example/?a=1&b=2"_s};
    QTest::newRow("several on a line and below")
        << u"https://a.example/feed http://b.example\nhttps://c.example/x"_s
        << QStringList{u"https://a.example/feed"_s, u"http://b.example"_s, u"https://c.example/x"_s};
    QTest::newRow("twice") << u"https://a.example/feed https://a.example/feed/ https://a.example/feed#top"_s
                           << one;
    QTest::newRow("feed scheme before an address") << u"feed:https://a.example/feed"_s << one;
    QTest::newRow("feed scheme instead")
        << u"feed://a.example/feed"_s << QStringList{u"http://a.example/feed"_s};
    QTest::newRow("capitals") << u"HTTPS://a.example/feed"_s << one;
    QTest::newRow("a bare site") << u"  a.example/news "_s << QStringList{u"https://a.example/news"_s};
    QTest::newRow("a bare host with a port")
        << u"a.example:8080"_s << QStringList{u"https://a.example:8080"_s};
    QTest::newRow("a bare site with a comma")
        << u"a.example/x,y"_s << QStringList{u"https://a.example/x,y"_s};
    QTest::newRow("a list of bare sites")
        << u"- a.example/feed\n2. b.example\n• www.c.example/x"_s
        << QStringList{u"https://a.example/feed"_s, u"https://b.example"_s, u"https://www.c.example/x"_s};
    QTest::newRow("bare sites on one line")
        << u"a.example/feed, b.example; c.example/x"_s
        << QStringList{u"https://a.example/feed"_s, u"https://b.example"_s, u"https://c.example/x"_s};
    const QStringList two = {u"https://a.example"_s, u"https://b.example"_s};
    QTest::newRow("a line each, with commas") << u"a.example,\nb.example;"_s << two;
    QTest::newRow("commas without blanks") << u"a.example,b.example"_s << two;
    QTest::newRow("commas before") << u"a.example ,b.example"_s << two;
    QTest::newRow("commas by themselves") << u"a.example ; b.example ,"_s << two;
    QTest::newRow("commas within and between")
        << u"a.example/x,y, b.example"_s << QStringList{u"https://a.example/x,y"_s, u"https://b.example"_s};
    QTest::newRow("blanks between paths")
        << u"a.example/x b.example:8080 www.c.example"_s
        << QStringList{u"https://a.example/x"_s, u"https://b.example:8080"_s, u"https://www.c.example"_s};
    QTest::newRow("blanks between names with dots") << u"Node.js Vue.js"_s << QStringList();
    QTest::newRow("one of them without a path") << u"a.example/x Node.js"_s << QStringList();
    QTest::newRow("one comma of two") << u"a.example, b.example c.example"_s << QStringList();
    QTest::newRow("nothing but commas") << u" ,; "_s << QStringList();
    QTest::newRow("a bare name within prose") << u"read a.example daily"_s << QStringList();
    QTest::newRow("a file's name and version") << u"1.2.3\nv1.5"_s << QStringList();
    QTest::newRow("mail") << u"ada@a.example"_s << QStringList();
    QTest::newRow("other schemes") << u"ftp://a.example/f javascript:alert(1) file:///etc/passwd"_s
                                   << QStringList();
    QTest::newRow("no host") << u"https:// http:///x"_s << QStringList();
    QTest::newRow("nothing") << QString() << QStringList();
    QTest::newRow("letters of other scripts")
        << u"https://пример.example/лента"_s
        << QStringList{QUrl(u"https://пример.example/лента"_s).toString(QUrl::FullyEncoded)};
}

void SubscribeTest::findsAddresses()
{
    QFETCH(QString, text);
    QFETCH(QStringList, found);
    QStringList addresses;
    for (const QUrl& url : addressesIn(text))
        addresses.append(url.toString(QUrl::FullyEncoded));
    QCOMPARE(addresses, found);
}

namespace {

DeskFeed deskFeed(const QString& url)
{
    DeskFeed feed;
    feed.id = FeedId(9);
    feed.url = url;
    feed.ownTitle = u"Wire"_s;
    return feed;
}

Subscription to(const QString& url)
{
    Subscription subscription;
    subscription.url = url;
    return subscription;
}

} // namespace

void SubscribeTest::planTellsEachLine_data()
{
    using Outcome = SubscribeLine::Outcome;
    QTest::addColumn<QString>("url");
    QTest::addColumn<Outcome>("outcome");
    QTest::newRow("new") << u"https://new.example/feed"_s << Outcome::New;
    QTest::newRow("feed scheme") << u"feed:https://new.example/feed"_s << Outcome::New;
    QTest::newRow("no scheme") << u"new.example/feed.xml"_s << Outcome::New;
    QTest::newRow("no scheme but its slashes") << u"//new.example/feed.xml"_s << Outcome::New;
    QTest::newRow("no scheme, with a port") << u" new.example:8080 "_s << Outcome::New;
    QTest::newRow("feed for a scheme") << u"feed:new.example/feed.xml"_s << Outcome::New;
    QTest::newRow("there, without its scheme") << u"wire.example/feed"_s << Outcome::AlreadyThere;
    QTest::newRow("there") << u"http://www.wire.example/feed/"_s << Outcome::AlreadyThere;
    QTest::newRow("before") << u"https://first.example/feed/"_s << Outcome::Twice;
    QTest::newRow("empty") << QString() << Outcome::NotAnAddress;
    QTest::newRow("other scheme") << u"ftp://new.example/feed"_s << Outcome::NotAnAddress;
    QTest::newRow("with a password") << u"https://ada:secret@new.example/feed"_s << Outcome::NotAnAddress;
    QTest::newRow("mail") << u"ada@new.example"_s << Outcome::NotAnAddress;
    QTest::newRow("a path") << u"/feed.xml"_s << Outcome::NotAnAddress;
    QTest::newRow("runs something") << u"javascript:alert(1)"_s << Outcome::NotAnAddress;
    QTest::newRow("words") << u"the news"_s << Outcome::NotAnAddress;
}

void SubscribeTest::planTellsEachLine()
{
    QFETCH(QString, url);
    QFETCH(SubscribeLine::Outcome, outcome);
    const SubscribePlan plan =
        planOf({to(u"https://first.example/feed"_s), to(url)}, {deskFeed(u"https://wire.example/feed"_s)});
    const SubscribeLine& line = plan.lines.last();
    QCOMPARE(line.outcome, outcome);
    if (outcome == SubscribeLine::Outcome::New)
        QVERIFY2(line.subscription.url.startsWith(u"https://new.example"_s),
                 qPrintable(line.subscription.url));
    QCOMPARE(line.wanted, outcome == SubscribeLine::Outcome::New);
    QCOMPARE(line.reason.isEmpty(), outcome == SubscribeLine::Outcome::New);
    QCOMPARE(line.there, outcome == SubscribeLine::Outcome::AlreadyThere ? FeedId(9) : FeedId{});
    QCOMPARE(plan.count(outcome), outcome == SubscribeLine::Outcome::New ? 2 : 1);
}

void SubscribeTest::planKeepsFaultyEntries()
{
    const auto plan =
        planFromOpml("<opml version='2.0'><head><title>Mine</title></head><body><outline text='News'>"
                     "<outline type='rss' text='No address'/>"
                     "<outline type='rss' text='Runs something' xmlUrl='javascript:alert(1)'/>"
                     "<outline text='Wire' xmlUrl='https://wire.example/feed'/>"
                     "</outline><outline text='An empty folder'/></body></opml>",
                     {});
    QVERIFY(plan);
    QCOMPARE(plan->title, u"Mine"_s);
    QCOMPARE(plan->lines.size(), 3);
    QCOMPARE(plan->count(SubscribeLine::Outcome::New), 1);
    QCOMPARE(plan->count(SubscribeLine::Outcome::NotAnAddress), 2);
    QCOMPARE(plan->lines.last().subscription.title, u"Runs something"_s);
    QCOMPARE(plan->lines.last().subscription.folder, QStringList{u"News"_s});
}

void SubscribeTest::onlyTickedLinesAreWanted()
{
    SubscribePlan plan = planOf({to(u"https://a.example"_s), to(u"https://b.example"_s), to(QString())}, {});
    plan.lines[0].wanted = false;
    plan.lines[2].wanted = true; // nobody can want what has no address
    QCOMPARE(plan.wanted(), QList<Subscription>{to(u"https://b.example"_s)});
}

void SubscribeTest::refusesWhatIsNoList()
{
    const auto plan = planFromOpml("<rss version='2.0'><channel/></rss>", {});
    QVERIFY(!plan);
    QCOMPARE(plan.error().code, ErrorCode::InvalidInput);
}

void SubscribeTest::listsComeBackAsTheyWere()
{
    StoreFixture from;
    from.open();
    Subscription full;
    full.url = u"https://wire.example/feed?a=1&b=\"2\""_s;
    full.title = u"Our \"wire\" <&> more"_s;
    full.ownTitle = u"Wire"_s;
    full.site = u"https://wire.example/"_s;
    full.folder = {u"News & views"_s, u"A/B"_s};
    full.outlet.name = u"Harbour Wire"_s;
    full.outlet.domains = {u"wire.example"_s, u"wire.co.example"_s};
    full.outlet.tier = 2;
    full.outlet.firstParty = true;
    full.outlet.reliability = u"B"_s;
    full.category = u"Sea"_s;
    full.paused = true;
    full.keepDays = 30;
    Subscription plain = to(u"https://plain.example/feed"_s);
    plain.ownTitle = u"Plain"_s;
    plain.keepDays = stayForEver;
    Subscription nameless = to(u"https://nameless.example/feed"_s);
    nameless.folder = {u"News & views"_s};
    need(from.store().feeds().subscribe({full, plain, nameless}));
    const QList<DeskFeed> feeds = from.store().feeds().all();
    const QByteArray opml = opmlOf(feeds, from.store().outlets(), u"Feeds"_s, from.now);

    StoreFixture into;
    into.open();
    const auto plan = planFromOpml(opml, {});
    QVERIFY(plan);
    QCOMPARE(plan->title, u"Feeds"_s);
    need(into.store().feeds().subscribe(plan->wanted()));
    const QList<DeskFeed> back = into.store().feeds().all();
    QCOMPARE(back.size(), feeds.size());
    for (qsizetype i = 0; i < feeds.size(); ++i) {
        const DeskFeed& a = feeds.at(i);
        const DeskFeed& b = back.at(i);
        QCOMPARE(b.url, a.url);
        QCOMPARE(b.title, a.title);
        QCOMPARE(b.ownTitle, a.ownTitle);
        QCOMPARE(b.site, a.site);
        QCOMPARE(b.folder, a.folder);
        QCOMPARE(b.category, a.category);
        QCOMPARE(b.paused, a.paused);
        QCOMPARE(b.keepDays, a.keepDays);
        Outlet was = from.store().feeds().outlets().byId(a.outlet).value_or(Outlet());
        Outlet is = into.store().feeds().outlets().byId(b.outlet).value_or(Outlet());
        was.id = is.id = {};
        QCOMPARE(is, was);
    }
    QCOMPARE(opmlOf(back, into.store().outlets(), u"Feeds"_s, from.now), opml);
    const auto again = planFromOpml(opml, back);
    QVERIFY(again);
    QCOMPARE(again->count(SubscribeLine::Outcome::AlreadyThere), 3);
}

void SubscribeTest::takesForeignLists()
{
    const auto plan = planFromOpml(
        "<opml xmlns:reader='https://reader.example/ns' version='1.0'><body>"
        "<outline title='Named' xmlUrl='https://a.example/feed' reader:tier='9' category='/Tech,/News'/>"
        "<outline xmlUrl='https://b.example/feed'/></body></opml>",
        {});
    QVERIFY(plan);
    const Subscription named = plan->lines.first().subscription;
    QCOMPARE(named.title, u"Named"_s);
    QVERIFY(named.category.isEmpty());
    QCOMPARE(named.outlet.name, QString());
    QVERIFY(plan->lines.last().subscription.title.isEmpty());
}

void SubscribeTest::starterPackIsSound()
{
    const auto pack = starterPack({});
    QVERIFY(pack);
    QCOMPARE(pack->count(SubscribeLine::Outcome::New), int(pack->lines.size()));
    QVERIFY(pack->lines.size() >= 60);
    QVERIFY(pack->notes.isEmpty());
    QSet<QString> sites;
    int rated = 0;
    for (const SubscribeLine& line : pack->lines) {
        const Subscription& feed = line.subscription;
        const QByteArray name = feed.ownTitle.toUtf8();
        QVERIFY2(!feed.ownTitle.isEmpty() && feed.title.isEmpty(), name.constData());
        QVERIFY2(feed.url.startsWith("https://"_L1), name.constData());
        QVERIFY2(!feed.site.isEmpty() && feed.folder.size() == 1, name.constData());
        sites.insert(feed.url);
        rated += feed.outlet.tier > 0 || feed.outlet.firstParty ? 1 : 0;
    }
    QCOMPARE(sites.size(), pack->lines.size());
    QVERIFY(rated >= 60);
    // A desk takes it, and knows the outlets that it ships by their own names.
    StoreFixture desk;
    desk.open();
    const auto receipt = need(desk.store().feeds().subscribe(pack->wanted()));
    QCOMPARE(receipt.added.size(), pack->lines.size());
    QCOMPARE(starterPack(desk.store().feeds().all())->count(SubscribeLine::Outcome::AlreadyThere),
             int(pack->lines.size()));
    need(desk.store().feeds().unsubscribe(receipt));
    QVERIFY(desk.store().feeds().all().isEmpty());
}

void SubscribeTest::logsInAndOut()
{
    StoreFixture desk;
    desk.open();
    FakeSecrets secrets;
    const FeedId id =
        need(desk.store().feeds().subscribe({to(u"https://wire.example/feed"_s)})).added.first();
    const QUuid uuid = desk.store().feeds().byId(id)->uuid;
    FeedSecret secret;
    secret.user = u"ada"_s;
    secret.password = u"pa ss"_s;
    Result<void> answer = fail(u"none came"_s);
    const auto take = [&answer](const Result<void>& given) { answer = given; };
    logIn(desk.store(), secrets, id, secret, take);
    QVERIFY(answer);
    QCOMPARE(secrets.kept.value(uuid), secret);
    QVERIFY(desk.store().feeds().byId(id)->hasSecret);
    logIn(desk.store(), secrets, id, {}, take);
    QVERIFY(!answer);
    FeedSecret steering;
    steering.headers = {{"Host", "elsewhere.example"}};
    logIn(desk.store(), secrets, id, steering, take);
    QVERIFY(!answer);
    QCOMPARE(secrets.kept.value(uuid), secret);
    logOut(desk.store(), secrets, id, take);
    QVERIFY(answer);
    QVERIFY(secrets.kept.isEmpty());
    QVERIFY(!desk.store().feeds().byId(id)->hasSecret);
    logIn(desk.store(), secrets, FeedId(77), secret, take);
    QCOMPARE(answer.error().code, ErrorCode::NotFound);
    QVERIFY(secrets.kept.isEmpty());
}

namespace {

/// A machine that keeps nothing.
class NoKeychain : public FakeSecrets {
public:
    void write(const QUuid&, const FeedSecret&, const Done& answer) override
    {
        answer(fail(u"There is no keychain."_s));
    }
};

} // namespace

void SubscribeTest::noLoginWithoutAKeychain()
{
    StoreFixture desk;
    desk.open();
    NoKeychain secrets;
    const FeedId id =
        need(desk.store().feeds().subscribe({to(u"https://wire.example/feed"_s)})).added.first();
    FeedSecret secret;
    secret.password = u"x"_s;
    Result<void> answer;
    logIn(desk.store(), secrets, id, secret, [&answer](const Result<void>& given) { answer = given; });
    QCOMPARE(answer.error().message, u"There is no keychain."_s);
    QVERIFY(!desk.store().feeds().byId(id)->hasSecret);
}

QTEST_GUILESS_MAIN(SubscribeTest)
#include "tst_subscribe.moc"
