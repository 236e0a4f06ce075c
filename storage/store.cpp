// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/store.h"

#include "storage/care/backup.h"
#include "storage/care/dailybackup.h"
#include "storage/care/salvage.h"
#include "storage/care/verification.h"
#include "storage/method/methodfile.h"
#include "storage/queue/savedsearches.h"
#include "storage/storeprivate.h"
#include "storage/storeread.h"
#include "storage/tables/comparables.h"
#include "storage/tables/dossiers.h"
#include "storage/tables/duplicates.h"
#include "storage/tables/handovers.h"
#include "storage/tables/historytable.h"
#include "storage/tables/nametables.h"
#include "storage/tables/outlettable.h"
#include "storage/tables/redirects.h"
#include "storage/tables/settingtable.h"
#include "storage/tables/shifttable.h"
#include "storage/tables/storytable.h"

#include <QStandardPaths>

namespace Scoredesk {

using namespace Qt::StringLiterals;

// What is kept under this key is set by setActiveMethod(), which recomputes impact.
static const QString activeMethodKey = u"active_method"_s;

Store::Store(std::unique_ptr<StorePrivate> priv) : d(std::move(priv))
{
    d->outletStore = std::make_unique<OutletStore>(*this, *d);
    d->rules = std::make_unique<RuleStore>(*this, *d);
    d->feeds = std::make_unique<FeedStore>(*this, *d);
    d->intake = std::make_unique<IntakeStore>(*this, *d);
    d->grouping = std::make_unique<GroupingStore>(*this, *d);
    d->retention = std::make_unique<RetentionStore>(*this, *d);
}

Store::~Store()
{
    if (d->lock)
        markClosed(*d->connection);
}

Result<std::unique_ptr<Store>> Store::open(const QString& path, const StoreOptions& options)
{
    auto desk = openDesk(path, options);
    if (!desk)
        return tl::unexpected(desk.error());
    auto priv = std::make_unique<StorePrivate>(std::move(*desk), options);
    if (auto failure = priv->connection->takeFailure())
        return tl::unexpected(*failure);
    return std::unique_ptr<Store>(new Store(std::move(priv)));
}

QString Store::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           u"/scoredesk/desk.sqlite"_s;
}

QString Store::path() const
{
    return d->connection->path();
}

const OpenReport& Store::openReport() const
{
    return d->report;
}

QUuid Store::deskId() const
{
    return readOr(*d, [&] { return Scoredesk::deskId(*d->connection); });
}

QString Store::setting(const QString& key, const QString& fallback) const
{
    return readOr(*d, [&] { return SettingTable(*d->connection).read(key); }).value_or(fallback);
}

QMap<QString, QString> Store::settings() const
{
    return readOr(*d, [&] { return SettingTable(*d->connection).all(); });
}

Result<void> Store::setSetting(const QString& key, const QString& value)
{
    if (key == activeMethodKey)
        return setActiveMethod(value);
    WriteScope scope(*this, *d);
    SettingTable(*d->connection).write(key, value);
    return scope.commit();
}

QList<Method> Store::methods() const
{
    return d->methods;
}

const Method& Store::activeMethod() const
{
    return d->method;
}

Result<Story> Store::story(StoryId id) const
{
    const auto found = readResult(*d, [&] { return StoryTable(*d->connection).read(id); });
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return fail(u"There is no story with the number %1 on this desk."_s.arg(number(id)),
                    ErrorCode::NotFound);
    return **found;
}

Result<Dossier> Store::dossier(StoryId id) const
{
    auto found = dossiers({id});
    if (!found)
        return tl::unexpected(found.error());
    if (found->isEmpty())
        return fail(u"There is no story with the number %1 on this desk."_s.arg(number(id)),
                    ErrorCode::NotFound);
    return found->first();
}

Result<QList<Dossier>> Store::dossiers(const QList<StoryId>& ids) const
{
    return readResult(*d, [&] {
        QList<Dossier> found;
        found.reserve(ids.size());
        for (const StoryId id : ids)
            if (auto dossier = Dossiers(*d->connection).read(id))
                found.append(std::move(*dossier));
        return found;
    });
}

Result<QList<Dossier>> Store::wholeDossiers(const QList<StoryId>& ids) const
{
    return readResult(*d, [&] {
        QList<Dossier> found;
        found.reserve(ids.size());
        for (const StoryId id : ids)
            if (auto dossier = Dossiers(*d->connection).readWhole(id))
                found.append(std::move(*dossier));
        return found;
    });
}

Result<StoryId> Store::findStory(const QString& handle) const
{
    const auto found = readResult(*d, [&] { return StoryTable(*d->connection).find(handle); });
    return found ? *found : tl::unexpected(found.error());
}

std::optional<StoryId> Store::storyWithLink(const QString& link) const
{
    return readOr(*d, [&] { return StoryTable(*d->connection).withLink(link); });
}

std::optional<StoryId> Store::storyWithHeadline(const QString& headline) const
{
    return readOr(*d, [&] { return StoryTable(*d->connection).withHeadline(headline); });
}

std::optional<StoryId> Store::storyWithUuid(const QUuid& uuid) const
{
    return readOr(*d, [&] {
        const auto story = StoryTable(*d->connection).withUuid(uuid);
        return story ? story : Redirects(*d->connection).of(uuid);
    });
}

QString Store::likelyDuplicateOf(StoryId id) const
{
    return readOr(*d, [&] { return likelyDuplicate(*d->connection, id); });
}

QList<Comparable> Store::comparables(StoryId id, const QString& dimension, const QString& analyst,
                                     int most) const
{
    return readOr(*d, [&] { return readComparables(*d->connection, id, dimension, analyst, most); });
}

QStringList Store::lastExportedCategories(int most) const
{
    return readOr(*d, [&] { return ExportTable(*d->connection).lastCategories(most); });
}

Result<QueuePage> Store::queuePage(const QueueView& view, const QueueCursor& after, int most) const
{
    return readResult(*d, [&] { return d->queue().page(view, after, most); });
}

Result<QList<QueueRow>> Store::queueRows(const QList<StoryId>& ids) const
{
    return readResult(*d, [&] { return d->queue().rows(ids); });
}

Result<QList<StoryId>> Store::matching(const QueueView& view, const QList<StoryId>& ids,
                                       SearchedFor words) const
{
    return readResult(*d, [&] { return d->queue().matching(view, ids, words); });
}

QStringList Store::usedSql() const
{
    return d->connection->usedSql();
}

void Store::interrupt()
{
    d->connection->interrupt();
}

QueueCounts Store::counts() const
{
    return readOr(*d, [&] { return d->queue().counts(); });
}

int Store::countAddedAfter(const QDateTime& time) const
{
    return readOr(*d, [&] { return d->queue().addedAfter(time); });
}

QList<SavedSearch> Store::savedSearches() const
{
    return readOr(*d, [&] { return SavedSearches(*d->connection).all(); });
}

QStringList Store::categories() const
{
    return readOr(*d, [&] { return CategoryTable(*d->connection).all(); });
}

QStringList Store::tags() const
{
    return readOr(*d, [&] { return tagsInUse(*d->connection); });
}

QStringList Store::analysts() const
{
    return readOr(*d, [&] { return AnalystTable(*d->connection).all(); });
}

Result<QList<std::pair<StoryId, QStringList>>> Store::tagsOf(const QList<StoryId>& ids) const
{
    return readResult(*d, [&] { return StoryTable(*d->connection).tagsOf(ids); });
}

QList<Outlet> Store::outlets() const
{
    return readOr(*d, [&] { return OutletTable(*d->connection).all(); });
}

QList<Shift> Store::lastShifts(const QString& analyst, int most) const
{
    return readOr(*d, [&] { return ShiftTable(*d->connection).last(analyst, most); });
}

Result<Handover> Store::handover(const QString& analyst, const QDateTime& from, const QDateTime& to) const
{
    return readResult(*d, [&] { return readHandover(*d->connection, analyst, from, to); });
}

FeedStore& Store::feeds() const
{
    return *d->feeds;
}

IntakeStore& Store::intake() const
{
    return *d->intake;
}

GroupingStore& Store::grouping() const
{
    return *d->grouping;
}

RetentionStore& Store::retention() const
{
    return *d->retention;
}

Result<void> Store::backupTo(const QString& path) const
{
    return writeBackup(*d->connection, path);
}

Result<QString> Store::backUpDaily() const
{
    return Scoredesk::backUpDaily(*d->connection, d->clock().toUTC().date());
}

Result<QStringList> Store::verify() const
{
    auto damage = verifyDesk(*d->connection);
    // SQLite compares a search index with its words by a statement that needs the right to write, and writes
    // nothing.
    if (damage && damage->isEmpty() && d->connection->isReadOnly())
        if (const auto writing = Connection::open(path(), {}))
            damage = verifySearch(**writing);
    return damage;
}

Result<QString> Store::restore(const QString& backup, const QString& path)
{
    return restoreBackup(backup, path, QDateTime::currentDateTime());
}

Result<void> Store::mayRestore(const QString& backup, const QString& path)
{
    return requireRestorable(backup, path);
}

Result<SalvageReport> Store::salvage(const QString& damaged, const QString& into)
{
    return salvageDesk(damaged, into);
}

void Store::noticeOtherWriters()
{
    // A command that had the desk open first must not leave it without a lock under the window that stays.
    if (!d->lock && !d->connection->isReadOnly())
        d->lock = takeLockLater(*d->connection);
    const Notices notices = d->foreignNotices();
    if (notices.method())
        d->loadMethods();
    StorePrivate::emitNotices(*this, notices);
}

} // namespace Scoredesk
