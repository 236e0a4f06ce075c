// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/store.h"
#include "tests/bench/measuring.h"
#include "tests/support/deskmaker.h"
#include "tests/support/rawdesk.h"
#include "tests/support/storefixture.h"
#include "tests/support/wordmill.h"
#include "ui/desk/desk.h"
#include "ui/stories/queuemodel.h"
#include "ui/stories/queuepanel.h"
#include "ui/stories/searchfield.h"
#include "ui/stories/viewlist.h"
#include "ui/window/mainwindow.h"
#include "ui/window/windowsettings.h"

#include <QItemSelectionModel>
#include <QMainWindow>
#include <QProcess>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <memory>

// The window on a large desk, each figure with its limit beside it: start-up, keys, pages and views, searches
// against SQLite's own, acts on thousands, memory, size.
//   bench_scale [DESK]        (one of 100,000 stories unless told; `makedesk` makes larger ones. A few
//   hundred
//                              of its stories are triaged, so measure on a copy of what is to be kept.)
using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

namespace {

/// How often things are done.
struct Counts {
    int starts = 7;
    int keys = 300;
    int searches = 5;
    int spiked = 10'000;
    int spikings = 3;
    int triage = 5'000;
};

/// Whether a table has painted what it was last filled with.
class FirstPaint : public QObject {
public:
    explicit FirstPaint(QTableView& table) : QObject(&table)
    {
        table.viewport()->installEventFilter(this);
        connect(table.model(), &QAbstractItemModel::modelReset, this, [this] { m_isFilled = true; });
    }

    void expect() { m_isFilled = m_isPainted = false; }
    bool isPainted() const { return m_isPainted; }

    bool eventFilter(QObject*, QEvent* event) override
    {
        m_isPainted = m_isPainted || (m_isFilled && event->type() == QEvent::Paint);
        return false;
    }

private:
    bool m_isFilled = true; ///< a model that is set is what shows first
    bool m_isPainted = false;
};

/// Lets events happen until it is so; the process ends where that never comes.
template<typename Condition>
void waitUntil(const Condition& isSo)
{
    QElapsedTimer clock;
    clock.start();
    while (!isSo()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
        if (clock.elapsed() > 300'000)
            qFatal("what was waited for did not come in five minutes");
    }
}

/// The real window on a desk, with what is measured in it.
struct Newsdesk {
    explicit Newsdesk(const QString& path)
        : store(need(Store::open(path))), desk(*store, u"Ada"_s), window(desk)
    {
        queue = window.findChild<QTableView*>(u"queue"_s);
        panel = window.findChild<QueuePanel*>();
        views = window.findChild<ViewList*>();
        search = window.findChild<SearchField*>();
        model = qobject_cast<QueueModel*>(queue->model());
        paint = new FirstPaint(*queue);
        window.show();
    }

    /// Until all ids of the view are read, and what waits for a still moment is done.
    void settle() const
    {
        waitUntil([this] { return model->isComplete() && !model->isGathering(); });
        QTest::qWait(400);
    }
    /// Does it as an event of the loop does; until the queue has painted what comes of it. Milliseconds.
    double fill(const std::function<void()>& act)
    {
        QElapsedTimer clock;
        clock.start();
        paint->expect();
        QMetaObject::invokeMethod(&window, act, Qt::QueuedConnection);
        waitUntil([this] { return paint->isPainted(); });
        return milliseconds(clock);
    }
    /// What Enter in the search field brings.
    double find(const QString& query)
    {
        return fill([this, query] {
            search->setText(query);
            QTest::sendKeyEvent(QTest::Click, search, Qt::Key_Return, QString(), Qt::NoModifier);
        });
    }
    double choose(int view)
    {
        if (views->currentItem() == views->topLevelItem(view))
            return 0;
        return fill([this, view] { views->setCurrentItem(views->topLevelItem(view)); });
    }

    std::unique_ptr<Store> store;
    Desk desk;
    MainWindow window;
    QTableView* queue = nullptr;
    QueuePanel* panel = nullptr;
    ViewList* views = nullptr;
    SearchField* search = nullptr;
    QueueModel* model = nullptr;
    FirstPaint* paint = nullptr;
};

/// Places in the list of views.
enum View { IncomingView = 0, AllView = 4, ViewCount = 7 };

// --- start-up

double showEmptyWindow()
{
    QElapsedTimer clock;
    clock.start();
    QMainWindow window;
    QStandardItemModel model(0, 1);
    auto* table = new QTableView(&window);
    table->setModel(&model);
    window.setCentralWidget(table);
    window.resize(1280, 800);
    const FirstPaint paint(*table);
    window.show();
    waitUntil([&paint] { return paint.isPainted(); });
    return milliseconds(clock);
}

double startUp(const QString& path)
{
    QElapsedTimer clock;
    clock.start();
    Newsdesk desk(path);
    waitUntil([&desk] { return desk.paint->isPainted(); });
    const double taken = milliseconds(clock);
    if (desk.queue->verticalScrollBar()->maximum() == 0)
        std::printf("  the queue cannot be scrolled when it is painted\n");
    desk.queue->selectRow(5);
    if (desk.desk.current() != desk.model->idAt(5))
        std::printf("  a story cannot be selected when the queue is painted\n");
    return taken;
}

void measureStarts(const QString& path, const Counts& counts)
{
    QList<double> floors;
    QList<double> starts;
    QList<double> ratios;
    startUp(path); // fonts and styles are loaded once
    showEmptyWindow();
    for (int i = 0; i < counts.starts; ++i) {
        floors.append(showEmptyWindow());
        starts.append(startUp(path));
        ratios.append(starts.last() / floors.last());
    }
    report("start-up, an empty window", floors);
    report("start-up, this desk", starts);
    std::printf("%-36s median %7.2f x   at most 1.5 x\n", "start-up, to an empty window",
                percentile(ratios, 0.5));
}

// --- keys and views

void measureKeys(Newsdesk& desk, const Counts& counts)
{
    const auto measure = [&](const char* what, const QList<Qt::Key>& keys, int times) {
        QList<double> taken;
        for (int i = 0; i < times; ++i)
            for (const Qt::Key key : keys)
                taken.append(press(desk.window, key));
        report(what, taken, "at most 16 ms at the 99th percentile");
    };
    desk.queue->setFocus();
    measure("key: next (J)", {Qt::Key_J}, counts.keys);
    measure("key: score a dimension", {Qt::Key_1, Qt::Key_7, Qt::Key_Return, Qt::Key_Escape},
            counts.keys / 4);
    measure("key: shortlist, advance (S)", {Qt::Key_S}, counts.keys / 2);
    measure("key: spike, advance (X)", {Qt::Key_X}, counts.keys / 2);
}

void measurePages(Newsdesk& desk, const Counts& counts)
{
    static const char* limit = "at most 50 ms";
    desk.queue->setFocus();
    const auto measure = [&](const char* what, Qt::Key key, Qt::KeyboardModifiers modifiers, int times) {
        QList<double> taken;
        for (int i = 0; i < times; ++i)
            taken.append(press(desk.window, key, modifiers));
        report(what, taken, limit);
    };
    measure("page down", Qt::Key_PageDown, Qt::NoModifier, counts.keys / 3);
    QList<double> jumps;
    for (int i = 0; i < counts.keys / 10; ++i) {
        jumps.append(press(desk.window, Qt::Key_End, Qt::ControlModifier));
        press(desk.window, Qt::Key_Home, Qt::ControlModifier);
    }
    report("jump to the end", jumps, limit);
    press(desk.window, Qt::Key_End, Qt::ControlModifier);
    measure("page up from the end", Qt::Key_PageUp, Qt::NoModifier, counts.keys / 3);
}

void measureViews(Newsdesk& desk)
{
    static const char* limit = "at most 50 ms";
    QList<double> views;
    for (int round = 0; round < 3; ++round)
        for (int view = 1; view <= ViewCount; ++view)
            views.append(desk.choose(view % ViewCount));
    report("switch views", views, limit);
    desk.choose(AllView);
    using Order = QueueView::Order;
    const auto measure = [&](const char* what, Order order, const QString& dimension = {}) {
        QList<double> taken;
        for (int round = 0; round < 3; ++round) {
            taken.append(desk.fill([&] { desk.panel->setOrder(order, dimension); }));
            desk.fill([&] { desk.panel->setOrder(Order::Newest); });
        }
        report(what, taken, limit);
    };
    measure("order by impact", Order::Impact);
    measure("order by last change", Order::LastChanged);
    measure("order by coverage", Order::Coverage);
    measure("order by a dimension", Order::Dimension, desk.desk.method().dimensions.front().key);
}

// --- searches

/// A search as it is typed, and as the two indexes are asked.
struct Search {
    const char* what;
    QString typed;
    QByteArray ofStories;
    QByteArray ofArticles;
};

QList<Search> searchesFor(RawDesk& raw)
{
    // Of a text that is surely there: a word in most news, one in few, two beside each other.
    const QByteArray common = WordMill().word(WordMill::firstMadeUp + 20);
    QByteArray text;
    {
        RawStatement row(raw,
                         "SELECT text FROM article WHERE id >= (SELECT max(id) / 2 FROM article) LIMIT 1");
        if (row.next())
            text = row.text(0).toLower().replace('.', "");
    }
    const QList<QByteArray> words = text.split(' ');
    QByteArray rare;
    for (const QByteArray& word : words)
        if (word.size() > rare.size())
            rare = word;
    const QByteArray pair = words.value(3) + ' ' + words.value(4);
    const QByteArray start = rare.left(4);
    const auto quoted = [](const QByteArray& phrase) { return '"' + phrase + '"'; };
    const auto typed = [](const QByteArray& query) { return QString::fromUtf8(query); };
    // A blank behind the last word says that it is whole.
    return {
        {"a common word", typed(common + ' '), quoted(common), quoted(common)},
        {"a rare word", typed(rare + ' '), quoted(rare), quoted(rare)},
        {"a phrase", typed(quoted(pair) + ' '), quoted(pair), quoted(pair)},
        {"a prefix", typed(start + "* "), quoted(start) + " *", quoted(start) + " *"},
        {"a field", typed("title:" + common + ' '), "headline : " + quoted(common),
         "title : " + quoted(common)},
    };
}

/// The first rows of the same through SQLite alone; milliseconds.
double askSqlite(RawDesk& raw, const Search& search, int& rows)
{
    QElapsedTimer clock;
    clock.start();
    RawStatement row(
        raw, "WITH f AS MATERIALIZED (SELECT rowid AS id FROM story_search WHERE story_search MATCH ? "
             "UNION SELECT a.story_id FROM article_search x CROSS JOIN article a ON a.id = x.rowid "
             "WHERE article_search MATCH ?) "
             "SELECT s.id, s.sort_at FROM f CROSS JOIN story s ON s.id = f.id "
             "ORDER BY s.sort_at DESC, s.id DESC LIMIT 200");
    row.bind(search.ofStories).bind(search.ofArticles);
    for (rows = 0; row.next(); ++rows) {
    }
    return milliseconds(clock);
}

void measureSearches(TimedApplication& application, Newsdesk& desk, const QString& path, const Counts& counts)
{
    RawDesk raw(path);
    raw.run("PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY"); // as the program's own
    desk.choose(AllView);
    for (const Search& search : searchesFor(raw)) {
        QList<double> floors;
        QList<double> taken;
        QList<double> ratios;
        QList<double> longest;
        int rows = 0;
        for (int i = -1; i < counts.searches; ++i) {
            const double floor = askSqlite(raw, search, rows);
            application.measureAnew();
            const double found = desk.find(search.typed);
            const double event = application.longest();
            const int shown = desk.model->rowCount();
            desk.find({});
            if (i < 0) { // brings the pages in, for both
                if (shown < rows)
                    std::printf("  %s: the window finds %d, SQLite %d\n", search.what, shown, rows);
                continue;
            }
            floors.append(floor);
            taken.append(found);
            ratios.append(found / floor);
            longest.append(event);
        }
        std::printf("search, %-28s median %7.2f ms, SQLite %7.2f ms, ratio %5.2f   at most 1.5 x;   "
                    "longest event %6.2f ms   at most 150 ms\n",
                    search.what, percentile(taken, 0.5), percentile(floors, 0.5), percentile(ratios, 0.5),
                    percentile(longest, 1));
    }
}

// --- acts on many

void measureSpiking(TimedApplication& application, Newsdesk& desk, const Counts& counts)
{
    desk.choose(IncomingView);
    desk.settle();
    const int count = std::min(counts.spiked, desk.model->rowCount() / 2);
    const auto isSpiked = [&](int all) {
        return [&desk, all] { return desk.store->counts().spiked == all; };
    };
    for (int i = 0; i < counts.spikings; ++i) {
        const int before = desk.store->counts().spiked;
        desk.queue->setFocus();
        auto* selection = desk.queue->selectionModel();
        selection->setCurrentIndex(desk.model->index(0), QItemSelectionModel::NoUpdate);
        selection->select(QItemSelection(desk.model->index(0), desk.model->index(count - 1)),
                          QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        QCoreApplication::processEvents();
        const auto measure = [&](const char* what, Qt::Key key, Qt::KeyboardModifiers modifiers, int after) {
            QElapsedTimer clock;
            clock.start();
            application.measureAnew();
            press(desk.window, key, modifiers);
            waitUntil(isSpiked(after));
            const double taken = milliseconds(clock);
            desk.settle(); // the rest of it, which may hold the window up as well
            std::printf("%-36s %d stories: %8.1f ms   at most 1000 ms;   longest event %8.1f ms\n", what,
                        count, taken, application.longest());
        };
        measure("spike many", Qt::Key_X, Qt::NoModifier, before + count);
        measure("undo it", Qt::Key_Z, Qt::ControlModifier, before);
    }
}

// --- memory

/// Works through the queue as a hand would, and tells what that leaves in memory.
int triage(const QString& path, int steps)
{
    Newsdesk desk(path);
    desk.settle();
    const double start = processMegabytes("VmRSS");
    double early = start;
    const WordMill mill;
    desk.queue->setFocus();
    for (int step = 0; step < steps; ++step) {
        if (step == steps / 5)
            early = processMegabytes("VmRSS"); // by then every cache is full
        switch (step % 10) {
        case 3:
            for (const Qt::Key key : {Qt::Key_1, Qt::Key_7, Qt::Key_Return, Qt::Key_Escape})
                press(desk.window, key);
            break;
        case 5:
            press(desk.window, Qt::Key_S);
            break;
        case 7:
            press(desk.window, Qt::Key_X);
            break;
        default:
            press(desk.window, Qt::Key_J);
        }
        if (step % 50 == 29) {
            desk.find(QString::fromLatin1(mill.word(500 + step % 1000)) + u' ');
            desk.find({});
        }
        if (step % 50 == 49) {
            desk.choose(1 + step / 50 % (ViewCount - 1));
            desk.choose(IncomingView);
            desk.queue->setFocus();
        }
    }
    desk.settle();
    const double end = processMegabytes("VmRSS");
    std::printf("memory: %.1f MB when the desk is open, %.1f MB after %d steps of triage, %.1f MB after %d "
                "(most %.1f MB); since then %+.1f MB   at most 150 MB, no growth\n",
                start, early, steps / 5, end, steps, processMegabytes("VmHWM"), end - early);
    return 0;
}

/// In a process of its own, where nothing else was measured before.
void measureMemory(const QString& path, const Counts& counts)
{
    std::fflush(stdout);
    if (QProcess::execute(QCoreApplication::applicationFilePath(),
                          {u"--triage"_s, path, QString::number(counts.triage)}) != 0)
        qFatal("the triage failed");
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", qEnvironmentVariable("QT_QPA_PLATFORM", u"offscreen"_s).toLatin1());
    TimedApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"ScoredeskBench"_s);
    WindowSettings().save(); // an earlier run's last view is none of this one's
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--triage"_L1)
        return triage(arguments.value(2), arguments.value(3).toInt());

    Counts counts;
    DeskPlan plan;
    if (qEnvironmentVariableIsSet("SCOREDESK_BENCH_SMOKE")) {
        plan.stories = 2'000;
        counts = {.starts = 2, .keys = 40, .searches = 2, .spiked = 10'000, .spikings = 1, .triage = 200};
    }
    const QTemporaryDir folder;
    const QString path = arguments.value(1, folder.filePath(u"desk.sqlite"_s));
    if (arguments.size() < 2)
        need(makeDesk(path, plan));
    const DeskSize size = sizeOf(path);
    std::printf("%d stories\n", need(Store::open(path))->counts().all);
    std::printf("size: %.1f MB on disk, %.1f MB of text (%.1f MB of it HTML), ratio %.2f   at most 1.6\n",
                double(size.file) / 1e6, double(size.words + size.html) / 1e6, double(size.html) / 1e6,
                size.ratio());
    measureMemory(path, counts);
    measureStarts(path, counts);

    Newsdesk desk(path);
    desk.settle();
    measureKeys(desk, counts);
    measurePages(desk, counts);
    measureViews(desk);
    measureSearches(application, desk, path, counts);
    measureSpiking(application, desk, counts);
    return 0;
}
