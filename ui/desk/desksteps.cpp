// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/desksteps.h"

#include "storage/care/retention.h"
#include "storage/store.h"
#include "ui/desk/desk.h"

#include <QCoreApplication>

#include <memory>

namespace Scoredesk {

using namespace Qt::StringLiterals;

namespace {

struct DeskSteps {
    Q_DECLARE_TR_FUNCTIONS(Scoredesk::DeskSteps)
};

const QString nameKey = u"desk_name"_s;
const QString backupsKey = u"daily_backups"_s;
const QString off = u"off"_s;

Result<void> useMethod(Store& store, const QString& key)
{
    return key == store.activeMethod().key ? Result<void>() : store.setActiveMethod(key);
}

Result<void> set(Store& store, const QString& key, const QString& value)
{
    return value == store.setting(key) ? Result<void>() : store.setSetting(key, value);
}

/// All but the method.
Result<void> setPlain(Store& store, const DeskSettings& settings)
{
    if (auto named = set(store, nameKey, settings.name); !named)
        return named;
    if (auto chosen = set(store, backupsKey, settings.dailyBackups ? QString() : off); !chosen)
        return chosen;
    const QString days = settings.keepDays > 0 ? QString::number(settings.keepDays) : QString();
    return set(store, QString::fromUtf16(keepDaysKey), days);
}

Result<void> write(Store& store, const DeskSettings& settings)
{
    return store.transact([&]() -> Result<void> {
        for (const Method& method : settings.newMethods)
            if (auto kept = store.saveMethod(method); !kept)
                return kept;
        if (auto used = useMethod(store, settings.methodKey); !used)
            return used;
        return setPlain(store, settings);
    });
}

// The old method comes first: one that is in use is not removed.
Result<void> takeBack(Store& store, const DeskSettings& before, const QList<Method>& made)
{
    return store.transact([&]() -> Result<void> {
        if (auto used = useMethod(store, before.methodKey); !used)
            return used;
        for (const Method& method : made)
            if (auto gone = store.removeMethod(method.key, method.version); !gone)
                return gone;
        return setPlain(store, before);
    });
}

} // namespace

DeskSettings deskSettings(const Store& store)
{
    return {store.setting(nameKey),
            store.activeMethod().key,
            {},
            store.setting(backupsKey) != off,
            store.retention().keepDays()};
}

bool applyDeskSettings(Desk& desk, const DeskSettings& settings)
{
    Store& store = desk.store();
    const DeskSettings before = deskSettings(store);
    if (settings == before)
        return true;
    return desk.step(
        DeskSteps::tr("Settings of the desk"), [&store, settings] { return write(store, settings); },
        [&store, before, made = settings.newMethods] { return takeBack(store, before, made); });
}

bool changeCategories(Desk& desk, const CategoryChange& change)
{
    const auto inverse = std::make_shared<CategoryChange>();
    const auto run = [&desk](const CategoryChange& wanted, CategoryChange* back) -> Result<void> {
        auto done = desk.store().changeCategories(wanted, {desk.analyst(), 0});
        if (!done)
            return tl::unexpected(done.error());
        if (back)
            *back = std::move(*done);
        return {};
    };
    return desk.step(
        DeskSteps::tr("Categories"), [run, change, inverse] { return run(change, inverse.get()); },
        [run, inverse] { return run(*inverse, nullptr); });
}

} // namespace Scoredesk
