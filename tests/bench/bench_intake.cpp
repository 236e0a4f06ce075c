// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/feeds/feedstore.h"
#include "storage/feeds/intakestore.h"
#include "storage/store.h"
#include "tests/support/generator.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <cstdio>
#include <ctime>

// Storing what a refresh brings: FEEDS feeds of ITEMS items, first time and unchanged, a transaction a feed,
// and what the analyst's own connection then takes to hear of it.
//   bench_intake [FEEDS [ITEMS [TOGETHER]]]        (500, 50 and 1 unless told; feeds a transaction)
using namespace Scoredesk;
using namespace Scoredesk::Test;
using namespace Qt::StringLiterals;

namespace {

template<typename T>
T need(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().message));
    return std::move(*result);
}

QList<QList<Arrival>> makeArrivals(int feeds, int items)
{
    Generator generator;
    QList<QList<Arrival>> all;
    for (int feed = 0; feed < feeds; ++feed) {
        QList<Arrival> arrivals;
        for (int item = 0; item < items; ++item) {
            Dossier dossier = generator.story();
            Arrival arrival;
            arrival.article.title = dossier.story.headline;
            arrival.article.text = dossier.story.summary; // 75 words
            arrival.article.html = u"<p>"_s + arrival.article.text + u"</p>"_s;
            arrival.article.link = u"https://news%1.example/2026/%2"_s.arg(feed).arg(item);
            arrival.article.guid = u"tag:news%1.example,2026:%2"_s.arg(feed).arg(item);
            arrival.article.publishedAt = dossier.story.publishedAt;
            arrivals.append(arrival);
        }
        all.append(arrivals);
    }
    return all;
}

Result<void> storeFeed(Store& store, FeedId feed, const QList<Arrival>& arrivals)
{
    if (auto added = store.intake().addArticles(feed, arrivals); !added)
        return tl::unexpected(added.error());
    FetchOutcome outcome;
    outcome.at = QDateTime::currentDateTimeUtc();
    outcome.items = int(arrivals.size());
    return store.feeds().recordFetch(feed, outcome);
}

double store(Store& store, const QList<FeedId>& feeds, const QList<QList<Arrival>>& arrivals, int together)
{
    QElapsedTimer clock;
    clock.start();
    for (qsizetype i = 0; i < feeds.size(); i += together) {
        const auto done = store.transact([&]() -> Result<void> {
            return store.intake().indexTogether([&]() -> Result<void> {
                for (qsizetype k = i; k < qMin(i + together, feeds.size()); ++k)
                    if (auto stored = storeFeed(store, feeds[k], arrivals[k]); !stored)
                        return stored;
                return {};
            });
        });
        if (!done)
            qFatal("%s", qPrintable(done.error().message));
    }
    return double(clock.nsecsElapsed()) / 1e9;
}

double recognise(Store& store, const QList<FeedId>& feeds, const QList<QList<Arrival>>& arrivals)
{
    QElapsedTimer clock;
    clock.start();
    for (qsizetype i = 0; i < feeds.size(); ++i) {
        QStringList guids;
        for (const Arrival& arrival : arrivals[i])
            guids.append(arrival.article.guid);
        if (need(store.intake().known(feeds[i], guids)).size() != guids.size())
            qFatal("an article was not recognised");
    }
    return double(clock.nsecsElapsed()) / 1e9;
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const int feedCount = argc > 1 ? atoi(argv[1]) : 500;
    const int items = argc > 2 ? atoi(argv[2]) : 50;
    const int together = argc > 3 ? atoi(argv[3]) : 1;
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"desk.sqlite"_s);
    const auto analyst = need(Store::open(path));
    StoreOptions options;
    options.mode = StoreOptions::Mode::Intake;
    const auto intake = need(Store::open(path, options));

    QList<DeskFeed> list;
    for (int i = 0; i < feedCount; ++i) {
        DeskFeed feed;
        feed.url = u"https://news%1.example/feed"_s.arg(i);
        feed.folder = {u"Folder %1"_s.arg(i % 10)};
        list.append(feed);
    }
    const QList<FeedId> feeds = need(intake->feeds().add(list));
    const auto arrivals = makeArrivals(feedCount, items);
    const double count = double(feedCount) * items;

    const clock_t began = std::clock();
    const double first = store(*intake, feeds, arrivals, together);
    const double cpu = double(std::clock() - began) / CLOCKS_PER_SEC;
    std::printf("first time   %7.3f s, %.3f s of CPU, %5.1f us an article\n", first, cpu, 1e6 * cpu / count);
    QElapsedTimer clock;
    clock.start();
    analyst->noticeOtherWriters();
    std::printf("notices      %7.3f ms for all, ", double(clock.nsecsElapsed()) / 1e6);
    clock.restart();
    analyst->noticeOtherWriters();
    std::printf("%.3f ms when there are none\n", double(clock.nsecsElapsed()) / 1e6);
    std::printf("feed list    ");
    clock.restart();
    const auto read = analyst->feeds().all();
    std::printf("%7.3f ms for %d feeds\n", double(clock.nsecsElapsed()) / 1e6, int(read.size()));
    const double again = store(*intake, feeds, arrivals, together);
    std::printf("unchanged    %7.3f s handed over, ", again);
    std::printf("%.3f s by the index alone\n", recognise(*intake, feeds, arrivals));
    return 0;
}
