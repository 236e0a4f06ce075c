// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/desksteps.h"

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

Result<void> useMethod(Store& store, const QString& key)
{
    return key == store.activeMethod().key ? Result<void>() : store.setActiveMethod(key);
}

Result<void> nameDesk(Store& store, const QString& name)
{
    return name == store.setting(nameKey) ? Result<void>() : store.setSetting(nameKey, name);
}

Result<void> write(Store& store, const DeskSettings& settings)
{
    return store.transact([&]() -> Result<void> {
        for (const Method& method : settings.newMethods)
            if (auto kept = store.saveMethod(method); !kept)
                return kept;
        if (auto used = useMethod(store, settings.methodKey); !used)
            return used;
        return nameDesk(store, settings.name);
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
        return nameDesk(store, before.name);
    });
}

} // namespace

bool applyDeskSettings(Desk& desk, const DeskSettings& settings)
{
    Store& store = desk.store();
    const DeskSettings before{store.setting(nameKey), store.activeMethod().key, {}};
    if (settings.newMethods.isEmpty() && settings.name == before.name &&
        settings.methodKey == before.methodKey)
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
