// SPDX-License-Identifier: GPL-3.0-or-later
// The calls of Store that write. Each is a scope: a transaction, then its notices.
#include "storage/method/methodfile.h"
#include "storage/queue/savedsearches.h"
#include "storage/store.h"
#include "storage/storeprivate.h"
#include "storage/tables/arrivalhistory.h"
#include "storage/tables/articletable.h"
#include "storage/tables/cardtable.h"
#include "storage/tables/categorylist.h"
#include "storage/tables/dossiers.h"
#include "storage/tables/exporting.h"
#include "storage/tables/importer.h"
#include "storage/tables/outlettable.h"
#include "storage/tables/settingtable.h"
#include "storage/tables/shifttable.h"
#include "storage/tables/storycoverage.h"
#include "storage/tables/storyeditor.h"
#include "storage/tables/storytable.h"

#include <algorithm>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static bool movesCounts(const QList<StoryEdit>& edits)
{
    return std::any_of(edits.begin(), edits.end(), [](const StoryEdit& edit) {
        return edit.field == StoryField::State || edit.field == StoryField::Category;
    });
}

Result<QList<StoryEdit>> Store::applyEdits(const QList<StoryEdit>& edits, const EditContext& context)
{
    WriteScope scope(*this, *d);
    StoryEditor editor(*d->connection, d->method, scope.now(), context, d->sessionStart,
                       [this](const QString& key) { return d->knowsDimension(key); });
    const auto judged = d->queue().judgedCounts();
    for (const StoryEdit& edit : edits)
        editor.apply(edit);
    editor.finish();
    scope.notices().changed(editor.touched());
    if (movesCounts(editor.inverse()) || d->queue().judgedCounts() != judged)
        scope.notices().countsMoved();
    return scope.commit().map([&] { return editor.inverse(); });
}

Result<void> Store::setSavedSearches(const QList<SavedSearch>& searches)
{
    WriteScope scope(*this, *d);
    SavedSearches(*d->connection).write(searches);
    if (auto done = scope.commit(); !done)
        return done;
    Q_EMIT savedSearchesChanged();
    return {};
}

Result<QList<StoryId>> Store::addStories(const QList<Dossier>& dossiers, const EditContext&)
{
    WriteScope scope(*this, *d);
    QList<StoryId> ids;
    ids.reserve(dossiers.size());
    OutletTrace outlets;
    for (const Dossier& dossier : dossiers) {
        ids.append(Dossiers(*d->connection).add(dossier, d->method, scope.now(), &outlets));
        if (d->connection->hasFailed())
            break;
    }
    scope.notices().added(ids);
    if (!outlets.made.isEmpty() || !outlets.changed.isEmpty())
        scope.notices().feedsMoved();
    return scope.commit().map([&] { return ids; });
}

Result<QList<Dossier>> Store::removeStories(const QList<StoryId>& ids)
{
    WriteScope scope(*this, *d);
    Dossiers stories(*d->connection);
    QList<Dossier> removed;
    QList<StoryId> gone;
    for (const StoryId id : ids) {
        auto dossier = stories.readWhole(id);
        if (!dossier)
            continue;
        removed.append(std::move(*dossier));
        gone.append(id);
        stories.remove(id);
    }
    scope.notices().removed(gone);
    return scope.commit().map([&] { return removed; });
}

// An import may bring methods, and which of them is in use.
static void followMethods(WriteScope& scope, StorePrivate& d, const ImportReceipt& receipt)
{
    if (receipt.methodsAdded.isEmpty() && !receipt.settingsAdded.contains(u"active_method"_s))
        return;
    const QString before = d.method.key;
    scope.methodsMoved();
    if (d.method.key != before)
        scope.notices().changed(CardTable(*d.connection).refreshAll(d.method));
}

static void followOutlets(WriteScope& scope, const ImportReceipt& receipt)
{
    if (!receipt.outletsAdded.isEmpty() || !receipt.outletsChanged.isEmpty())
        scope.notices().feedsMoved();
}

Result<ImportReceipt> Store::applyImport(const ImportPlan& plan, const EditContext& context)
{
    WriteScope scope(*this, *d);
    Importer importer(*d->connection, d->method, scope.now(), context, d->sessionStart);
    ImportReceipt receipt = importer.apply(plan);
    scope.notices().added(receipt.added);
    scope.notices().changed(importer.touched());
    scope.notices().countsMoved();
    if (!receipt.parts.feeds.isEmpty())
        scope.notices().feedsMoved();
    followMethods(scope, *d, receipt);
    followOutlets(scope, receipt);
    return scope.commit().map([&] { return std::move(receipt); });
}

Result<ImportRemains> Store::revertImport(const ImportReceipt& receipt, const EditContext& context)
{
    WriteScope scope(*this, *d);
    Importer importer(*d->connection, d->method, scope.now(), context, d->sessionStart);
    ImportRemains remains = importer.revert(receipt);
    scope.notices().changed(importer.touched());
    scope.notices().removed(receipt.added);
    scope.notices().countsMoved();
    if (!receipt.parts.feeds.isEmpty())
        scope.notices().feedsMoved();
    followMethods(scope, *d, receipt);
    followOutlets(scope, receipt);
    return scope.commit().map([&] { return std::move(remains); });
}

Result<void> Store::transact(const std::function<Result<void>()>& work)
{
    WriteScope scope(*this, *d);
    // Where another program holds the desk no transaction has begun: a call that only looks something up
    // would make nothing of that, and what is written after it would be on its own.
    if (d->connection->hasFailed())
        return scope.commit();
    if (auto done = work(); !done)
        return done;
    return scope.commit();
}

Result<void> Store::recordExport(const QList<StoryId>& ids, const ExportRecord& record)
{
    WriteScope scope(*this, *d);
    const QList<StoryId> recorded = keepExport(*d->connection, d->method, ids, record, scope.now());
    scope.notices().changed(recorded);
    return scope.commit();
}

Result<CategoryChange> Store::changeCategories(const CategoryChange& change, const EditContext& context)
{
    WriteScope scope(*this, *d);
    StoryEditor editor(*d->connection, d->method, scope.now(), context, d->sessionStart,
                       [this](const QString& key) { return d->knowsDimension(key); });
    CategoryList list(*d->connection, editor);
    list.apply(change);
    editor.finish();
    scope.notices().changed(editor.touched());
    scope.notices().changed(list.renamed());
    scope.notices().countsMoved();
    scope.notices().feedsMoved();
    CategoryChange inverse = list.inverse();
    inverse.stories = editor.inverse();
    return scope.commit().map([&] { return std::move(inverse); });
}

Result<Shift> Store::beginShift(const QString& analyst)
{
    if (analyst.trimmed().isEmpty())
        return fail(u"A shift needs the name of the analyst whose it is."_s, ErrorCode::InvalidInput);
    WriteScope scope(*this, *d);
    ShiftTable shifts(*d->connection);
    if (!shifts.running(analyst))
        shifts.begin(analyst, scope.now());
    Shift shift = shifts.running(analyst).value_or(Shift());
    return scope.commit().map([&] { return std::move(shift); });
}

Result<Shift> Store::endShift(const QString& analyst)
{
    WriteScope scope(*this, *d);
    ShiftTable shifts(*d->connection);
    std::optional<Shift> shift = shifts.running(analyst);
    if (!shift && !d->connection->hasFailed())
        return fail(u"No shift of %1 is running."_s.arg(analyst), ErrorCode::NotFound);
    if (shift) {
        shift->endedAt = std::max(shift->beganAt, scope.now());
        shifts.end(analyst, scope.now());
    }
    return scope.commit().map([&] { return *shift; });
}

Result<OutletId> Store::saveOutlet(const Outlet& outlet)
{
    if (outlet.name.simplified().isEmpty())
        return fail(u"An outlet needs a name."_s, ErrorCode::InvalidInput);
    WriteScope scope(*this, *d);
    OutletTable outlets(*d->connection);
    OutletId id = outlet.id;
    if (const OutletId same = outlets.findByName(outlet.name.simplified()); same != OutletId{} && same != id)
        return fail(u"There is an outlet \"%1\" already."_s.arg(outlet.name.simplified()),
                    ErrorCode::InvalidInput);
    if (id == OutletId{}) {
        id = outlets.insert(outlet);
    } else if (outlets.byId(id).id == id) {
        outlets.update(outlet);
    } else {
        return fail(u"That outlet is not on this desk any more."_s, ErrorCode::NotFound);
    }
    // Its tier counts in the coverage of every story that has its articles.
    const QList<StoryId> stories = ArticleTable(*d->connection).storiesWith(id);
    StoryCoverage coverage(*d->connection, scope.now());
    for (const StoryId story : stories)
        coverage.refresh(story);
    scope.notices().changed(stories);
    scope.notices().feedsMoved();
    return scope.commit().map([&] { return id; });
}

Result<void> Store::saveMethod(const Method& method)
{
    if (method.key.isEmpty() || builtInMethod(method.key))
        return fail(u"A method of the desk's own needs a key that no built-in method has."_s,
                    ErrorCode::InvalidInput);
    if (const auto readable = parseMethod(methodToJson(method)); !readable)
        return tl::unexpected(readable.error());
    WriteScope scope(*this, *d);
    MethodTable(*d->connection).write(method);
    scope.methodsMoved();
    if (d->method.key == method.key)
        scope.notices().changed(CardTable(*d->connection).refreshAll(d->method));
    return scope.commit();
}

Result<void> Store::removeMethod(const QString& key, int version)
{
    WriteScope scope(*this, *d);
    MethodTable table(*d->connection);
    table.remove(key, version);
    const QList<Method> left = table.all();
    const bool inUse = d->method.key == key;
    if (inUse && std::none_of(left.begin(), left.end(), [&key](const Method& m) { return m.key == key; }))
        return fail(u"The method \"%1\" is in use."_s.arg(d->method.name), ErrorCode::InvalidInput);
    scope.methodsMoved();
    if (inUse)
        scope.notices().changed(CardTable(*d->connection).refreshAll(d->method));
    return scope.commit();
}

Result<void> Store::setActiveMethod(const QString& key)
{
    const bool known = std::any_of(d->methods.begin(), d->methods.end(),
                                   [&key](const Method& candidate) { return candidate.key == key; });
    if (!known)
        return fail(u"This desk has no method \"%1\"."_s.arg(key), ErrorCode::NotFound);
    WriteScope scope(*this, *d);
    SettingTable(*d->connection).write(u"active_method"_s, key);
    scope.methodsMoved();
    scope.notices().changed(CardTable(*d->connection).refreshAll(d->method));
    return scope.commit();
}

} // namespace Scoredesk
