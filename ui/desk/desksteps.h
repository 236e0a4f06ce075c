// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/categorychange.h"
#include "storage/method/method.h"

#include <QList>
#include <QString>

namespace Scoredesk {

class Desk;
class Store;

/// What of a desk its settings say.
struct DeskSettings {
    QString name;
    QString methodKey;        ///< the one that impact is computed by
    QList<Method> newMethods; ///< to be stored with the desk, methodKey's among them where it is new
    bool dailyBackups = true; ///< made by the program, while its window is open
    int keepDays = 0;         ///< that incoming stories stay which nobody touched; 0: for ever

    bool operator==(const DeskSettings&) const = default;
};

/// As they are; no new methods.
DeskSettings deskSettings(const Store& store);

/// Makes them the desk's, as one step; none where nothing differs. False where it failed, which
/// Desk::failed() has then told.
bool applyDeskSettings(Desk& desk, const DeskSettings& settings);

/// Changes the list of categories, as one step. False as above.
bool changeCategories(Desk& desk, const CategoryChange& change);

} // namespace Scoredesk
