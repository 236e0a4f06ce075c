// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/deskmaker.h"

#include "storage/care/tallies.h"
#include "storage/feeds/feedstore.h"
#include "storage/store.h"
#include "tests/support/deskrows.h"
#include "tests/support/rawdesk.h"

#include <QFileInfo>

#include <algorithm>
#include <array>

namespace Scoredesk::Test {

using namespace Qt::StringLiterals;

static constexpr int outletCount = 300;
static constexpr int feedCount = 60;
/// The first feeds each read one outlet; the others gather what many publish.
static constexpr int feedsOfOneOutlet = 40;

/// One outlet in twenty is of the first tier, half are not rated.
static int tierOf(int outlet)
{
    static constexpr std::array tiers = {1, 2, 3, 0, 3, 2, 0, 3, 0, 0, 0, 3, 0, 2, 0, 3, 0, 0, 2, 0};
    return tiers[size_t(outlet) % tiers.size()];
}

/// What a desk has before anything comes in.
static Result<void> addSources(Store& store, QList<OutletId>& outlets)
{
    return store.transact([&]() -> Result<void> {
        for (int i = 0; i < outletCount; ++i) {
            Outlet outlet;
            outlet.name = u"Outlet %1"_s.arg(i);
            outlet.domains = QStringList{u"outlet%1.example"_s.arg(i)};
            outlet.tier = tierOf(i);
            const auto id = store.saveOutlet(outlet);
            if (!id)
                return tl::unexpected(id.error());
            outlets.append(*id);
        }
        const QStringList categories = store.categories();
        QList<DeskFeed> feeds;
        for (int i = 0; i < feedCount; ++i) {
            DeskFeed feed;
            feed.url = u"https://feeds.example/%1"_s.arg(i);
            feed.title = u"Wire %1"_s.arg(i);
            feed.folder = QStringList{u"Folder %1"_s.arg(i % 6)};
            if (i < feedsOfOneOutlet)
                feed.outlet = outlets[i];
            if (i % 3 == 0)
                feed.category = categories.value(i / 3 % std::max<int>(1, int(categories.size())));
            feeds.append(feed);
        }
        if (auto added = store.feeds().add(feeds); !added)
            return tl::unexpected(added.error());
        return {};
    });
}

static Sources readSources(const Store& store, const QList<OutletId>& outlets)
{
    Sources sources;
    for (int i = 0; i < outlets.size(); ++i)
        sources.outlets.push_back({number(outlets[i]), tierOf(i), u"Outlet %1"_s.arg(i).toUtf8(),
                                   u"outlet%1.example"_s.arg(i).toUtf8()});
    for (const DeskFeed& feed : store.feeds().all()) {
        const auto own = outlets.indexOf(feed.outlet);
        sources.feeds.push_back({number(feed.id), int(own), feed.category});
    }
    sources.firstGathered = feedsOfOneOutlet;
    sources.method = store.activeMethod();
    return sources;
}

/// As the schema has them, to be made again.
static QList<QByteArray> takeTriggers(RawDesk& desk)
{
    QList<QByteArray> names;
    QList<QByteArray> scripts;
    {
        RawStatement row(desk, "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY rowid");
        while (row.next()) {
            names.append(row.text(0));
            scripts.append(row.text(1));
        }
    }
    for (const QByteArray& name : names)
        desk.run("DROP TRIGGER " + name);
    return scripts;
}

static void fill(const QString& path, const DeskPlan& plan, Sources sources)
{
    RawDesk desk(path, RawDesk::Access::Write);
    // What a crash would leave is thrown away anyhow.
    desk.run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;"
             "PRAGMA cache_size = -262144; PRAGMA temp_store = MEMORY");
    desk.run("BEGIN");
    const QList<QByteArray> triggers = takeTriggers(desk);
    DeskRows(desk, plan, std::move(sources)).write();
    desk.run("COMMIT");
    for (const QByteArray& index : {QByteArray("story_search"), QByteArray("article_search")}) {
        // With FTS5's usual megabyte of gathered words the rebuild is mostly merging.
        const auto gather = [&](const char* bytes) {
            desk.run("INSERT INTO " + index + " (" + index + ", rank) VALUES ('hashsize', " + bytes + ')');
        };
        gather("67108864");
        desk.run("INSERT INTO " + index + " (" + index + ") VALUES ('rebuild')");
        gather("1048576");
    }
    desk.run("BEGIN");
    for (const QByteArray& trigger : triggers)
        desk.run(trigger);
    desk.run("COMMIT; PRAGMA locking_mode = NORMAL; PRAGMA journal_mode = WAL");
}

Result<void> makeDesk(const QString& path, const DeskPlan& plan)
{
    if (QFileInfo::exists(path))
        return fail(u"%1 is there already."_s.arg(path), ErrorCode::InvalidInput);
    Sources sources;
    {
        StoreOptions options;
        if (plan.end.isValid())
            options.clock = [end = plan.end] { return end; };
        const auto store = Store::open(path, options);
        if (!store)
            return tl::unexpected(store.error());
        QList<OutletId> outlets;
        if (auto added = addSources(**store, outlets); !added)
            return added;
        sources = readSources(**store, outlets);
    }
    fill(path, plan, std::move(sources));
    const auto connection = Connection::open(path, {});
    if (!connection)
        return tl::unexpected(connection.error());
    recountTallies(**connection);
    return (*connection)->takeResult();
}

DeskSize sizeOf(const QString& path)
{
    DeskSize size;
    size.file = QFileInfo(path).size() + QFileInfo(path + u"-wal"_s).size();
    RawDesk desk(path);
    const auto sum = [&desk](const QByteArray& table, const QList<QByteArray>& columns) {
        QList<QByteArray> lengths;
        for (const QByteArray& column : columns)
            lengths.append("length(CAST(" + column + " AS BLOB))"); // bytes, where length() counts letters
        return desk.number("SELECT sum(" + lengths.join(" + ") + ") FROM " + table);
    };
    size.words = sum("story", {"headline", "summary", "why_it_matters", "trust_note", "tags", "source",
                               "link", "primary_source", "remainder", "spike_reason"}) +
                 sum("article", {"title", "text", "link", "author", "guid"}) + sum("change", {"old", "new"}) +
                 sum("card_cell", {"rationale"});
    size.html = sum("article", {"html"});
    return size;
}

} // namespace Scoredesk::Test
