// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/feeds/feedstore.h"
#include "storage/store.h"
#include "tests/support/feeds/feedserver.h"
#include "tests/support/program.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <memory>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// Feeds, outlets and rules on the command line.
class CliManagingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_desk.reset(); }

    void addsAFeed();
    void followsAPageToItsFeed();
    void listsTheFeedsOfAPage();
    void addsWhatItCan();
    void changesAndRemoves();
    void listsComeBack();
    void tellsFaultyEntries();
    void addsTheStarterPack();
    void tellsHealth();
    void passwordsAreNoArguments();
    void caresForOutlets();
    void tablesComeBack();
    void rulesFromDryRunToRun();

private:
    QJsonArray list(const QStringList& arguments) { return m_desk->json(arguments).array(); }
    QString serve(const QString& path, const QByteArray& body);

    std::unique_ptr<ProgramDesk> m_desk;
    std::unique_ptr<FeedServer> m_server;
};

void CliManagingTest::init()
{
    m_desk = std::make_unique<ProgramDesk>();
    m_server = std::make_unique<FeedServer>();
}

QString CliManagingTest::serve(const QString& path, const QByteArray& body)
{
    ServerAnswer answer;
    answer.body = body;
    m_server->answer(path, answer);
    return m_server->url(path);
}

static QByteArray page(const QStringList& feeds)
{
    QByteArray links;
    for (const QString& feed : feeds)
        links += "<link rel='alternate' type='application/rss+xml' href='" + feed.toUtf8() + "'>";
    return "<html><head><title>Wire</title>" + links + "</head></html>";
}

void CliManagingTest::addsAFeed()
{
    const QString url = serve(u"/feed"_s, rssOf(u"Wire"_s, 3));
    const ProgramRun added = m_desk->run({u"feed"_s, u"add"_s, url, u"--folder"_s, u"News/Daily"_s,
                                          u"--outlet"_s, u"BBC"_s, u"--category"_s, u"AI"_s});
    QVERIFY2(added.exit == 0, added.told());
    QVERIFY2(added.out.contains("Added Wire"), added.told());
    const QJsonArray feeds = list({u"feed"_s, u"list"_s});
    QCOMPARE(feeds.size(), 1);
    const QJsonObject feed = feeds.first().toObject();
    QCOMPARE(feed[u"url"_s].toString(), url);
    QCOMPARE(feed[u"name"_s].toString(), u"Wire"_s);
    QCOMPARE(feed[u"folder"_s].toArray(), (QJsonArray{u"News"_s, u"Daily"_s}));
    QCOMPARE(feed[u"outlet"_s].toString(), u"BBC"_s);
    QCOMPARE(feed[u"health"_s].toString(), u"untried"_s);
    const ProgramRun again = m_desk->run({u"feed"_s, u"add"_s, url});
    QVERIFY2(again.exit == 0 && again.out.contains("already"), again.told());
    QCOMPARE(list({u"feed"_s, u"list"_s}).size(), 1);
    const ProgramRun refresh = m_desk->run({u"refresh"_s});
    QVERIFY2(refresh.exit == 0 && refresh.out.contains("3 new"), refresh.told());
}

void CliManagingTest::followsAPageToItsFeed()
{
    const QString feed = serve(u"/feed"_s, rssOf(u"Wire"_s, 1));
    const QString site = serve(u"/"_s, page({u"/comments/feed"_s, u"/feed"_s}));
    const QJsonObject added = m_desk->json({u"feed"_s, u"add"_s, site}).object();
    QCOMPARE(added[u"added"_s].toArray().size(), 1);
    QCOMPARE(added[u"added"_s].toArray().first()[u"url"_s].toString(), feed);
}

void CliManagingTest::listsTheFeedsOfAPage()
{
    serve(u"/a"_s, rssOf(u"A"_s, 1));
    serve(u"/b"_s, rssOf(u"B"_s, 1));
    const QString site = serve(u"/"_s, page({u"/a"_s, u"/b"_s}));
    const ProgramRun listed = m_desk->run({u"feed"_s, u"add"_s, site});
    QVERIFY2(listed.exit == 1, listed.told());
    QVERIFY2(listed.err.contains("/a") && listed.err.contains("/b") && listed.err.contains("--all"),
             listed.told());
    QVERIFY(list({u"feed"_s, u"list"_s}).isEmpty());
    const ProgramRun all = m_desk->run({u"feed"_s, u"add"_s, site, u"--all"_s});
    QVERIFY2(all.exit == 0, all.told());
    QCOMPARE(list({u"feed"_s, u"list"_s}).size(), 2);
}

void CliManagingTest::addsWhatItCan()
{
    const QString good = serve(u"/feed"_s, rssOf(u"Wire"_s, 1));
    const QJsonObject done =
        m_desk->json({u"feed"_s, u"add"_s, m_server->url(u"/missing"_s), good}, 1).object();
    QCOMPARE(done[u"added"_s].toArray().size(), 1);
    const QJsonObject failed = done[u"failed"_s].toArray().first().toObject();
    QCOMPARE(failed[u"status"_s].toInt(), 404);
    QVERIFY(!failed[u"reason"_s].toString().isEmpty());
}

static QByteArray smallList()
{
    return "<opml version='2.0'><body><outline text='News'>"
           "<outline text='Wire' xmlUrl='https://wire.example/feed'/>"
           "<outline text='Lab' xmlUrl='https://lab.example/feed'/></outline></body></opml>";
}

void CliManagingTest::changesAndRemoves()
{
    QCOMPARE(m_desk->run({u"feed"_s, u"import"_s, u"-"_s}, smallList()).exit, 0);
    const QJsonArray changed = list({u"feed"_s, u"set"_s, u"Wire"_s, u"https://lab.example/feed"_s,
                                     u"--folder"_s, u"Labs"_s, u"--pause"_s});
    QCOMPARE(changed.size(), 2);
    QCOMPARE(changed.last()[u"folder"_s].toArray(), QJsonArray{u"Labs"_s});
    QCOMPARE(changed.last()[u"health"_s].toString(), u"paused"_s);
    QCOMPARE(m_desk->run({u"feed"_s, u"set"_s, u"Wire"_s, u"Nobody"_s, u"--resume"_s}).exit, 1);
    QVERIFY(list({u"feed"_s, u"list"_s}).first()[u"paused"_s].toBool());
    QCOMPARE(list({u"feed"_s, u"set"_s, u"Wire"_s, u"--title"_s, u"Our wire"_s, u"--resume"_s})
                 .first()[u"name"_s]
                 .toString(),
             u"Our wire"_s);
    const ProgramRun removed = m_desk->run({u"feed"_s, u"remove"_s, u"our wire"_s});
    QVERIFY2(removed.exit == 0 && removed.out.contains("Removed Our wire"), removed.told());
    QCOMPARE(list({u"feed"_s, u"list"_s}).size(), 1);
    QCOMPARE(m_desk->run({u"feed"_s, u"remove"_s, u"our wire"_s}).exit, 1);
}

void CliManagingTest::listsComeBack()
{
    const ProgramRun tried = m_desk->run({u"feed"_s, u"import"_s, u"-"_s, u"--dry-run"_s}, smallList());
    QVERIFY2(tried.exit == 0 && tried.out.contains("Would be added: 2"), tried.told());
    QVERIFY(list({u"feed"_s, u"list"_s}).isEmpty());
    QCOMPARE(m_desk->run({u"feed"_s, u"import"_s, u"-"_s}, smallList()).exit, 0);
    const QString file = m_desk->file(u"feeds.opml"_s);
    QCOMPARE(m_desk->run({u"feed"_s, u"export"_s, file}).exit, 0);
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray bytes = written.readAll();
    QVERIFY(bytes.contains("https://wire.example/feed"));
    const QByteArray printed = m_desk->run({u"feed"_s, u"export"_s}).out;
    QCOMPARE(printed.mid(printed.indexOf("<body>")), bytes.mid(bytes.indexOf("<body>")));
    const ProgramRun again = m_desk->run({u"feed"_s, u"import"_s, file});
    QVERIFY2(again.exit == 0 && again.out.contains("Added: 0 · skipped: 2"), again.told());
}

void CliManagingTest::tellsFaultyEntries()
{
    const ProgramRun done =
        m_desk->run({u"feed"_s, u"import"_s, u"-"_s}, "<opml><body><outline type='rss' text='Lost'/><outline "
                                                      "xmlUrl='https://a.example/feed'/></body></opml>");
    QVERIFY2(done.exit == 1, done.told());
    QVERIFY2(done.err.contains("Lost: There is no address."), done.told());
    QCOMPARE(list({u"feed"_s, u"list"_s}).size(), 1); // the good ones are in
    QCOMPARE(m_desk->run({u"feed"_s, u"import"_s, u"-"_s}, "no list").exit, 1);
    QCOMPARE(m_desk->run({u"feed"_s, u"import"_s, m_desk->file(u"none.opml"_s)}).exit, 1);
}

void CliManagingTest::addsTheStarterPack()
{
    const ProgramRun tried = m_desk->run({u"feed"_s, u"starter"_s, u"--dry-run"_s});
    QVERIFY2(tried.exit == 0 && tried.out.contains("Would be added: 6"), tried.told());
    const QJsonObject added = m_desk->json({u"feed"_s, u"starter"_s}).object();
    QVERIFY(added[u"added"_s].toInt() >= 60);
    QCOMPARE(list({u"feed"_s, u"list"_s}).size(), added[u"added"_s].toInt());
    QCOMPARE(m_desk->json({u"feed"_s, u"starter"_s}).object()[u"added"_s].toInt(), 0);
}

void CliManagingTest::tellsHealth()
{
    const QString good = serve(u"/feed"_s, rssOf(u"Wire"_s, 1));
    const QString bad = serve(u"/bad"_s, rssOf(u"Lab"_s, 1));
    QCOMPARE(m_desk->run({u"feed"_s, u"add"_s, good, bad}).exit, 0);
    QCOMPARE(m_desk->run({u"feed"_s, u"health"_s}).exit, 0); // not read yet is not failing
    ServerAnswer broken;
    broken.status = 500;
    m_server->answer(u"/bad"_s, broken);
    QCOMPARE(m_desk->run({u"refresh"_s}).exit, 1);
    const ProgramRun told = m_desk->run({u"feed"_s, u"health"_s});
    QVERIFY2(told.exit == 1, told.told());
    QVERIFY2(told.err.contains("Lab: failing") && told.err.contains("500"), told.told());
    QVERIFY2(!told.out.contains("Lab"), told.told());
    const QJsonArray failing = m_desk->json({u"feed"_s, u"health"_s, u"--failing"_s}, 1).array();
    QCOMPARE(failing.size(), 1);
    QCOMPARE(failing.first()[u"status"_s].toInt(), 500);
    QCOMPARE(failing.first()[u"failure"_s].toString(), u"status"_s);
    QVERIFY(!failing.first()[u"reason"_s].toString().isEmpty());
    QCOMPARE(m_desk->run({u"feed"_s, u"health"_s, good}).exit, 0);
}

void CliManagingTest::passwordsAreNoArguments()
{
    QCOMPARE(m_desk->run({u"feed"_s, u"import"_s, u"-"_s}, smallList()).exit, 0);
    QCOMPARE(m_desk->run({u"feed"_s, u"login"_s, u"Wire"_s, u"--user"_s, u"ada"_s, u"secret"_s}).exit, 2);
    QCOMPARE(m_desk->run({u"feed"_s, u"login"_s, u"Nobody"_s, u"--user"_s, u"ada"_s}, "secret\n").exit, 1);
    const ProgramRun empty = m_desk->run({u"feed"_s, u"login"_s, u"Wire"_s, u"--user"_s, u"ada"_s}, "\n");
    QVERIFY2(empty.exit == 1 && empty.err.contains("standard input"), empty.told());
    const ProgramRun steering =
        m_desk->run({u"feed"_s, u"login"_s, u"Wire"_s, u"--header"_s, u"Host"_s}, "x\n");
    QVERIFY2(steering.exit == 1, steering.told());
    QVERIFY(!list({u"feed"_s, u"list"_s}).first()[u"login"_s].toBool());
}

void CliManagingTest::caresForOutlets()
{
    const QJsonObject made = list({u"outlets"_s, u"set"_s, u"Harbour Wire"_s, u"--new"_s, u"--domains"_s,
                                   u"harbour.example wire.example"_s, u"--tier"_s, u"2"_s, u"--reliability"_s,
                                   u"b"_s, u"--first-party"_s, u"yes"_s})
                                 .first()
                                 .toObject();
    QCOMPARE(made[u"tier"_s].toInt(), 2);
    QCOMPARE(made[u"reliability"_s].toString(), u"B"_s);
    QVERIFY(made[u"first_party"_s].toBool());
    const ProgramRun unknown = m_desk->run({u"outlets"_s, u"set"_s, u"Nobody"_s, u"--tier"_s, u"1"_s});
    QVERIFY2(unknown.exit == 1 && unknown.err.contains("--new"), unknown.told());
    QCOMPARE(m_desk->run({u"outlets"_s, u"set"_s, u"BBC"_s, u"--reliability"_s, u"Q"_s}).exit, 1);
    const QJsonObject merged =
        list({u"outlets"_s, u"merge"_s, u"harbour.example"_s, u"Reuters"_s}).first().toObject();
    QCOMPARE(merged[u"name"_s].toString(), u"Reuters"_s);
    QVERIFY(merged[u"domains"_s].toArray().contains(u"wire.example"_s));
    QCOMPARE(m_desk->run({u"outlets"_s, u"merge"_s, u"Harbour Wire"_s, u"Reuters"_s}).exit, 1);
}

void CliManagingTest::tablesComeBack()
{
    const QJsonArray before = list({u"outlets"_s, u"list"_s});
    const QByteArray csv = m_desk->run({u"outlets"_s, u"export"_s}).out;
    const ProgramRun same = m_desk->run({u"outlets"_s, u"import"_s, u"-"_s}, csv);
    QVERIFY2(same.exit == 0 && same.out.contains("new or changed: 0"), same.told());
    const QByteArray table = "name,tier\nReuters,2\nHarbour Wire,3\nWired,9\n";
    const ProgramRun tried = m_desk->run({u"outlets"_s, u"import"_s, u"-"_s, u"--dry-run"_s}, table);
    QVERIFY2(tried.exit == 1 && tried.err.contains("line 4"), tried.told());
    QCOMPARE(list({u"outlets"_s, u"list"_s}), before);
    QCOMPARE(m_desk->run({u"outlets"_s, u"import"_s, u"-"_s}, table).exit, 1);
    QCOMPARE(list({u"outlets"_s, u"list"_s}).size(), before.size() + 1);
}

void CliManagingTest::rulesFromDryRunToRun()
{
    const QJsonArray added =
        list({u"rules"_s, u"add"_s, u"title:chips"_s, u"--name"_s, u"Chips"_s, u"--tag"_s, u"hardware"_s,
              u"--tag"_s, u"chips"_s, u"--spike"_s, u"--reason"_s, u"not ours"_s});
    QCOMPARE(added.size(), 1);
    QCOMPARE(added.first()[u"act"_s].toString(), u"spike"_s);
    const QJsonArray would = list({u"rules"_s, u"dry-run"_s});
    QCOMPARE(would.size(), 1);
    QCOMPARE(would.first()[u"story"_s].toInt(), 2);
    QCOMPARE(m_desk->story(2)[u"state"_s][u"stage"_s].toString(), u"incoming"_s);
    QCOMPARE(list({u"rules"_s, u"run"_s, u"chips"_s}).size(), 1);
    QCOMPARE(m_desk->story(2)[u"state"_s][u"stage"_s].toString(), u"spiked"_s);
    QVERIFY(m_desk->run({u"show"_s, u"2"_s, u"--history"_s}).out.contains("Ada"));
    QVERIFY(list({u"rules"_s, u"dry-run"_s}).isEmpty());
    QCOMPARE(m_desk->run({u"rules"_s, u"run"_s, u"none"_s}).exit, 1);
    QVERIFY(list({u"rules"_s, u"remove"_s, u"1"_s}).isEmpty());
    QVERIFY(list({u"rules"_s, u"list"_s}).isEmpty());
}

QTEST_GUILESS_MAIN(CliManagingTest)
#include "tst_climanaging.moc"
