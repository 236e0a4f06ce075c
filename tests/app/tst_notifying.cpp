// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/newsroom/arrivalnotices.h"
#include "app/notifying/arrivalnews.h"
#include "app/notifying/desktopnotifier.h"
#include "storage/feeds/rulestore.h"
#include "tests/support/feeds/bureau.h"
#include "ui/desk/desk.h"
#include "ui/window/mainwindow.h"
#include "ui/window/windowactions.h"
#include "ui/window/windowsettings.h"
#include "ui/words/plurals.h"

#include <QAction>
#include <QCheckBox>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusServer>
#include <QDialog>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

/// The desktop's notification service, as far as a program sees it.
class FakeService : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    struct Shown {
        uint replaces = 0;
        QString title;
        QString body;
        QStringList actions;
    };
    QStringList abilities = {u"body"_s, u"actions"_s, u"body-markup"_s};
    QList<Shown> shown;

public Q_SLOTS: // called over D-Bus
    QStringList GetCapabilities() { return abilities; }
    // NOLINTNEXTLINE(readability-identifier-naming)
    uint Notify(const QString&, uint replaces, const QString&, const QString& title, const QString& body,
                const QStringList& actions, const QVariantMap&, int)
    {
        shown.append({replaces, title, body, actions});
        return replaces ? replaces : 41;
    }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString& action);
};

/// Which arrivals the desktop tells of, in what words, and how they are sent.
class NotifyingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void choosesAndWords_data();
    void choosesAndWords();
    void longNewsIsCut();
    void sendsOneAtATime();
    void escapesWhatIsReadAsMarkup_data();
    void escapesWhatIsReadAsMarkup();
    void missingServiceIsSilent();
    void aRefreshIsToldOnce();
    void isOffUnlessSet();

private:
    QDBusConnection peer();

    FakeService m_service;
    std::unique_ptr<QDBusServer> m_server;
    int m_peers = 0;
};

void NotifyingTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"ScoredeskTest"_s);
    QCoreApplication::setApplicationName(u"tst_notifying"_s);
    installPlurals(*qApp);
}

void NotifyingTest::init()
{
    m_service.shown.clear();
    m_service.abilities = {u"body"_s, u"actions"_s, u"body-markup"_s};
    WindowSettings().save();
}

/// A connection to the service without a bus between.
QDBusConnection NotifyingTest::peer()
{
    m_server = std::make_unique<QDBusServer>(u"unix:tmpdir=/tmp"_s);
    m_server->setAnonymousAuthenticationAllowed(true);
    connect(m_server.get(), &QDBusServer::newConnection, this, [this](QDBusConnection connection) {
        connection.registerObject(u"/org/freedesktop/Notifications"_s, &m_service,
                                  QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
    });
    return QDBusConnection::connectToPeer(m_server->address(), u"peer%1"_s.arg(++m_peers));
}

static Story tagged(int id, const QString& headline, const QStringList& tags, Stage stage = Stage::Incoming)
{
    Story story;
    story.id = StoryId(id);
    story.headline = headline;
    story.tags = tags;
    story.state.stage = stage;
    return story;
}

void NotifyingTest::choosesAndWords_data()
{
    QTest::addColumn<QStringList>("tags");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("body");
    QTest::addColumn<int>("first");
    QTest::newRow("one") << QStringList{u"gpu"_s} << u"1 story tagged gpu"_s << u"Chips"_s << 2;
    QTest::newRow("case") << QStringList{u"GPU"_s} << u"1 story tagged GPU"_s << u"Chips"_s << 2;
    QTest::newRow("two of one, the newest first, and none that is spiked")
        << QStringList{u"ai"_s} << u"2 stories tagged ai"_s << u"Chips again\nModels"_s << 4;
    QTest::newRow("of several only the tags that are borne")
        << QStringList{u"law"_s, u"ai"_s, u"gpu"_s} << u"3 stories tagged ai, gpu"_s
        << u"Chips again\nChips\nModels"_s << 4;
    QTest::newRow("none") << QStringList{u"law"_s} << QString() << QString() << 0;
    QTest::newRow("no tags chosen") << QStringList() << QString() << QString() << 0;
}

void NotifyingTest::choosesAndWords()
{
    QFETCH(QStringList, tags);
    QFETCH(QString, title);
    QFETCH(QString, body);
    QFETCH(int, first);
    const auto news = arrivalNews({tagged(1, u"Models"_s, {u"ai"_s}), tagged(2, u"Chips"_s, {u"gpu"_s}),
                                   tagged(3, u"Ad"_s, {u"ai"_s}, Stage::Spiked),
                                   tagged(4, u"Chips\n again"_s, {u"AI"_s}), tagged(5, u"Other"_s, {})},
                                  tags);
    QCOMPARE(news.has_value(), !title.isEmpty());
    if (news)
        QCOMPARE(*news, (ArrivalNews{title, body, StoryId(first)}));
}

void NotifyingTest::longNewsIsCut()
{
    QList<Story> stories;
    for (int i = 1; i <= 5; ++i)
        stories.append(tagged(i, QString(500, u'x'), {u"a"_s, u"b"_s, u"c"_s, u"d"_s}));
    const auto news = arrivalNews(stories, {u"a"_s, u"b"_s, u"c"_s, u"d"_s});
    QVERIFY(news);
    QCOMPARE(news->title, u"5 stories tagged a, b, c, …"_s);
    const QStringList lines = news->body.split(u'\n');
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines.first().size(), 120);
    QCOMPARE(lines.last(), u"…"_s);
}

void NotifyingTest::sendsOneAtATime()
{
    DesktopNotifier notifier(peer(), {});
    QSignalSpy chosen(&notifier, &DesktopNotifier::chosen);
    notifier.show(u"First"_s, u"Body"_s);
    QVERIFY(m_service.shown.isEmpty()); // nobody waited
    QTRY_COMPARE(m_service.shown.size(), 1);
    QCOMPARE(m_service.shown.first().replaces, 0U);
    QCOMPARE(m_service.shown.first().title, u"First"_s);
    QCOMPARE(m_service.shown.first().actions.value(0), u"default"_s);
    QTest::qWait(50); // until the number is known
    notifier.show(u"Second"_s, u"Body"_s);
    QTRY_COMPARE(m_service.shown.size(), 2);
    QCOMPARE(m_service.shown.last().replaces, 41U);
    Q_EMIT m_service.ActionInvoked(7, u"default"_s); // another program's
    Q_EMIT m_service.ActionInvoked(41, u"other"_s);
    Q_EMIT m_service.ActionInvoked(41, u"default"_s);
    QTRY_COMPARE(chosen.size(), 1);
    QTest::qWait(50);
    QCOMPARE(chosen.size(), 1);
}

void NotifyingTest::escapesWhatIsReadAsMarkup_data()
{
    QTest::addColumn<QStringList>("abilities");
    QTest::addColumn<QString>("body");
    QTest::addColumn<bool>("acts");
    QTest::newRow("markup") << QStringList{u"body-markup"_s, u"actions"_s}
                            << u"AT&amp;T &lt;a href=&quot;x&quot;&gt;"_s << true;
    QTest::newRow("plain") << QStringList() << u"AT&T <a href=\"x\">"_s << false;
}

void NotifyingTest::escapesWhatIsReadAsMarkup()
{
    QFETCH(QStringList, abilities);
    QFETCH(QString, body);
    QFETCH(bool, acts);
    m_service.abilities = abilities;
    DesktopNotifier notifier(peer(), {});
    notifier.show(u"Title"_s, u"AT&T <a href=\"x\">"_s);
    QTRY_COMPARE(m_service.shown.size(), 1);
    QCOMPARE(m_service.shown.first().body, body);
    QCOMPARE(!m_service.shown.first().actions.isEmpty(), acts);
}

void NotifyingTest::missingServiceIsSilent()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    DesktopNotifier none(QDBusConnection(u"no such connection"_s));
    none.show(u"Title"_s, u"Body"_s);
    QDBusConnection gone = peer();
    DesktopNotifier notifier(gone, {});
    m_server.reset();
    notifier.show(u"Title"_s, u"Body"_s);
    QTest::qWait(100);
    QVERIFY(m_service.shown.isEmpty());
}

namespace {

/// A desk whose rule tags what is of chips, its window, and what tells of arrivals.
struct Room {
    explicit Room(const QDBusConnection& peer)
        : desk(bureau.fixture.store(), u"Ada"_s),
          window(desk),
          notices(desk, window, bureau.service(), std::make_unique<DesktopNotifier>(peer, QString()))
    {
        Rule rule;
        rule.query = u"chips OR silicon"_s;
        rule.tags = {u"gpu"_s};
        need(bureau.fixture.store().feeds().rules().replace({rule}));
        bureau.addServed(u"/a"_s, rssOf(u"Chips"_s, 2));
        bureau.addServed(u"/b"_s, rssOf(u"Silicon"_s, 1));
        bureau.addServed(u"/c"_s, rssOf(u"Weather"_s, 3));
    }

    Bureau bureau;
    Desk desk;
    MainWindow window;
    ArrivalNotices notices;
};

} // namespace

void NotifyingTest::aRefreshIsToldOnce()
{
    Room room(peer());
    room.window.actions().settings->trigger();
    auto* settings = room.window.findChild<QDialog*>(u"settings"_s);
    auto* tags = settings->findChild<QLineEdit*>(u"arrivalTags"_s);
    QVERIFY(!tags->isEnabled()); // off by default
    settings->findChild<QCheckBox*>(u"tellArrivals"_s)->click();
    QVERIFY(tags->isEnabled());
    tags->setText(u" gpu,, GPU , export  controls"_s);
    settings->accept();
    QCOMPARE(WindowSettings::load().arrivalTags, (QStringList{u"gpu"_s, u"export controls"_s}));
    room.bureau.refresh();
    QTRY_COMPARE(m_service.shown.size(), 1);
    QCOMPARE(m_service.shown.first().title, u"3 stories tagged gpu"_s);
    QVERIFY2(m_service.shown.first().body.contains(u"Chips story 2"_s),
             qPrintable(m_service.shown.first().body));
    QTest::qWait(50);
    Q_EMIT m_service.ActionInvoked(41, u"default"_s);
    QTRY_VERIFY(room.window.isVisible());
    QCOMPARE(room.desk.dossier().story.tags, QStringList{u"gpu"_s});
    QVERIFY(m_service.shown.first().body.startsWith(room.desk.dossier().story.headline));

    room.bureau.refresh(); // brings nothing new
    QTest::qWait(100);
    QCOMPARE(m_service.shown.size(), 1);
}

void NotifyingTest::isOffUnlessSet()
{
    Room room(peer());
    room.bureau.refresh();
    QCOMPARE(room.bureau.stories(), 6);
    QTest::qWait(200);
    QVERIFY(m_service.shown.isEmpty());
}

QTEST_MAIN(NotifyingTest)
#include "tst_notifying.moc"
