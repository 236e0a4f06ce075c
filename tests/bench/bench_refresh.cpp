// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/newsroom/newsroom.h"
#include "app/newsroom/refreshing.h"
#include "storage/feeds/feedstore.h"
#include "storage/store.h"
#include "tests/bench/measuring.h"
#include "tests/support/feeds/feedserver.h"
#include "tests/support/generator.h"
#include "tests/support/storefixture.h"
#include "ui/window/mainwindow.h"

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QProcess>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdio>

// A refresh in the running window, from a server in a process of its own, while the queue is scrolled: how
// long it takes, what memory, and how long any one event keeps the window from the next.
//   bench_refresh [STORIES [FEEDS [ITEMS [DESK]]]]
// 0 stories on the desk, 500 feeds of 50 items unless told; with DESK the desk is kept there, to be used
// again.
using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

namespace {

QByteArray feedXml(Generator& generator, int feed, int items)
{
    QString xml = u"<rss version=\"2.0\"><channel><title>Wire %1</title>"_s.arg(feed);
    for (int item = 0; item < items; ++item) {
        const Story story = generator.story().story;
        const QDateTime published = QDateTime::currentDateTimeUtc().addSecs(-60 * (feed + item));
        xml += u"<item><title>%1</title><guid>tag:%2:%3</guid><link>https://news%2.example/%3</link>"
               u"<pubDate>%4</pubDate><description>&lt;p&gt;%5&lt;/p&gt;</description></item>"_s.arg(
                   story.headline.toHtmlEscaped(), QString::number(feed), QString::number(item),
                   published.toString(Qt::RFC2822Date), story.summary.toHtmlEscaped());
    }
    return (xml + u"</channel></rss>"_s).toUtf8();
}

int serve(int feeds, int items)
{
    FeedServer server;
    Generator generator(7);
    for (int feed = 0; feed < feeds; ++feed)
        server.answer(u"/%1"_s.arg(feed), {200,
                                           {{"Content-Type", "application/rss+xml"},
                                            {"ETag", '"' + QByteArray::number(feed) + '"'}},
                                           feedXml(generator, feed, items)});
    std::printf("%s\n", qPrintable(server.origin()));
    std::fflush(stdout);
    return QCoreApplication::exec();
}

void fill(const QString& path, int stories)
{
    const auto store = need(Store::open(path));
    Generator generator;
    for (int done = store->counts().all; done < stories; done += 1000)
        need(store->addStories(generator.stories(qMin(1000, stories - done)), {u"Analyst"_s, 0}));
}

void subscribe(const QString& path, const QString& origin, int feeds)
{
    const auto store = need(Store::open(path));
    QList<FeedId> old;
    for (const DeskFeed& feed : store->feeds().all())
        old.append(feed.id);
    need(store->feeds().remove(old)); // of the run before, whose server had another port
    QList<DeskFeed> list;
    for (int i = 0; i < feeds; ++i) {
        DeskFeed feed;
        feed.url = u"%1/%2"_s.arg(origin).arg(i);
        list.append(feed);
    }
    need(store->feeds().add(list));
}

/// Refreshes and scrolls until it is done; seconds.
double refresh(TimedApplication& application, Newsroom& newsroom)
{
    MainWindow& window = newsroom.window();
    auto* queue = window.findChild<QTableView*>(u"queue"_s);
    queue->setFocus();
    bool done = false;
    const auto connection = QObject::connect(&newsroom.refreshing().service(), &RefreshService::finished,
                                             &application, [&done] { done = true; });
    QElapsedTimer clock;
    clock.start();
    application.measureAnew();
    window.findChild<QAction*>(u"refresh"_s)->trigger();
    for (int step = 0; !done; ++step) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        // Posted, so that it is timed like a wheel that a hand turns.
        const Qt::Key key = step % 40 < 20 ? Qt::Key_PageDown : Qt::Key_PageUp;
        QCoreApplication::postEvent(queue, new QKeyEvent(QEvent::KeyPress, key, Qt::NoModifier));
        QTest::qSleep(15);
    }
    application.isMeasuring = false;
    QObject::disconnect(connection);
    return double(clock.elapsed()) / 1000;
}

void report(const char* what, double seconds, QList<double> taken)
{
    std::sort(taken.begin(), taken.end());
    const auto over = [&taken](double limit) {
        return static_cast<long long>(taken.cend() - std::upper_bound(taken.cbegin(), taken.cend(), limit));
    };
    std::printf("%-12s %6.2f s; %lld events, longest %.1f ms, over 16 ms %lld, over 50 ms %lld\n", what,
                seconds, static_cast<long long>(taken.size()), taken.isEmpty() ? 0.0 : taken.last(), over(16),
                over(50));
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", qEnvironmentVariable("QT_QPA_PLATFORM", u"offscreen"_s).toLatin1());
    TimedApplication application(argc, argv);
    application.tellsAbove = 16;
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"ScoredeskBench"_s);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--serve"_L1)
        return serve(arguments.value(2).toInt(), arguments.value(3).toInt());

    const bool isSmoke = qEnvironmentVariableIsSet("SCOREDESK_BENCH_SMOKE");
    const int stories = arguments.value(1, isSmoke ? u"500"_s : u"0"_s).toInt();
    const int feeds = arguments.value(2, isSmoke ? u"10"_s : u"500"_s).toInt();
    const int items = arguments.value(3, isSmoke ? u"10"_s : u"50"_s).toInt();
    const QTemporaryDir folder;
    const QString path = arguments.value(4, folder.filePath(u"desk.sqlite"_s));

    QProcess server;
    server.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    server.start(QCoreApplication::applicationFilePath(),
                 {u"--serve"_s, QString::number(feeds), QString::number(items)});
    if (!server.waitForReadyRead(60'000))
        qFatal("the server did not start");
    const QString origin = QString::fromUtf8(server.readLine()).trimmed();
    fill(path, stories);
    subscribe(path, origin, feeds);

    auto newsroom = need(Newsroom::open(path));
    newsroom->refreshing().service().setAutomatic(false); // what is measured begins when it is asked for
    newsroom->window().show();
    QTest::qWait(1500); // the rest of the view is read between events
    std::printf("%d stories, %d feeds of %d items; %.0f MB before\n", stories, feeds, items,
                processMegabytes("VmHWM"));
    const double first = refresh(application, *newsroom);
    report("first", first, application.taken);
    const double again = refresh(application, *newsroom);
    report("unchanged", again, application.taken);
    std::printf("peak memory  %.0f MB\n", processMegabytes("VmHWM"));
    server.kill();
    server.waitForFinished();
    return 0;
}
