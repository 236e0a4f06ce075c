// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/categorychange.h"
#include "storage/method/method.h"

#include <QList>
#include <QString>

namespace Scoredesk {

class Desk;

/// What of a desk its settings say.
struct DeskSettings {
    QString name;
    QString methodKey;        ///< the one that impact is computed by
    QList<Method> newMethods; ///< to be stored with the desk, methodKey's among them where it is new
};

/// Makes them the desk's, as one step; none where nothing differs. False where it failed, which
/// Desk::failed() has then told.
bool applyDeskSettings(Desk& desk, const DeskSettings& settings);

/// Changes the list of categories, as one step. False as above.
bool changeCategories(Desk& desk, const CategoryChange& change);

} // namespace Scoredesk
