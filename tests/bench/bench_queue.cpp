// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/store.h"
#include "tests/bench/measuring.h"
#include "tests/support/generator.h"
#include "ui/desk/desk.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

// Start-up of the window on a large desk against an empty one, and key press to repaint in its queue.
//   bench_queue [STORIES]        (100,000 unless told)
using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

namespace {

std::unique_ptr<Store> openDesk(const QString& path)
{
    auto store = Store::open(path);
    if (!store)
        qFatal("%s", qPrintable(store.error().message));
    return std::move(*store);
}

/// Opens desk and window and waits for the first paint of all that shows; milliseconds.
double startUp(const QString& path)
{
    QElapsedTimer clock;
    clock.start();
    const auto store = openDesk(path);
    Desk desk(*store, u"Ada"_s);
    MainWindow window(desk);
    window.show();
    QCoreApplication::sendPostedEvents();
    window.repaint();
    return milliseconds(clock);
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", qEnvironmentVariable("QT_QPA_PLATFORM", u"offscreen"_s).toLatin1());
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"ScoredeskBench"_s);
    const int usual = qEnvironmentVariableIsSet("SCOREDESK_BENCH_SMOKE") ? 2'000 : 100'000;
    const int stories = argc > 1 ? QString::fromLatin1(argv[1]).toInt() : usual;

    const QTemporaryDir folder;
    const QString empty = folder.filePath(u"empty.sqlite"_s);
    const QString full = folder.filePath(u"full.sqlite"_s);
    openDesk(empty).reset();
    {
        const auto store = openDesk(full);
        Generator generator;
        QElapsedTimer clock;
        clock.start();
        for (int done = 0; done < stories; done += 1000)
            if (const auto added =
                    store->addStories(generator.stories(qMin(1000, stories - done)), {u"Ada"_s, 0});
                !added)
                qFatal("%s", qPrintable(added.error().message));
        std::printf("%d stories added in %.1f s, %.0f MB\n", stories, double(clock.elapsed()) / 1000,
                    double(QFile(full).size()) / 1e6);
    }

    QList<double> ratios;
    QList<double> emptyStarts;
    QList<double> fullStarts;
    startUp(empty); // fonts and styles are loaded once
    for (int i = 0; i < 7; ++i) {
        emptyStarts.append(startUp(empty));
        fullStarts.append(startUp(full));
        ratios.append(fullStarts.last() / emptyStarts.last());
    }
    report("start-up, empty desk", emptyStarts);
    report("start-up, full desk", fullStarts);
    std::printf("%-36s median %7.2f x\n", "start-up, full to empty", percentile(ratios, 0.5));

    const auto store = openDesk(full);
    Desk desk(*store, u"Ada"_s);
    MainWindow window(desk);
    window.show();
    QCoreApplication::processEvents();
    QTest::qWait(1000); // the rest of the view is read between events
    auto* queue = window.findChild<QTableView*>(u"queue"_s);
    queue->setFocus();
    const auto measure = [&](const char* what, const QList<Qt::Key>& keys, int times) {
        QList<double> taken;
        for (int i = 0; i < times; ++i)
            for (const Qt::Key key : keys)
                taken.append(press(window, key));
        report(what, taken);
    };
    measure("key to repaint: next (J)", {Qt::Key_J}, 300);
    measure("key to repaint: shortlist, advance", {Qt::Key_S}, 200);
    measure("key to repaint: spike, advance", {Qt::Key_X}, 200);
    measure("key to repaint: score by key", {Qt::Key_1, Qt::Key_7, Qt::Key_Return, Qt::Key_Escape}, 60);
    return 0;
}
