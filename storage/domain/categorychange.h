// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/change.h"
#include "storage/domain/ids.h"

#include <QList>
#include <QString>

#include <utility>

namespace Scoredesk {

/// The desk's list of categories as it is to be, by what it is now; and, to take such a change back, what
/// had which category.
struct CategoryChange {
    struct Entry {
        QString was; ///< its name now; empty: a new one
        QString name;

        bool operator==(const Entry&) const = default;
    };
    struct Removal {
        QString name;
        QString into; ///< by its new name: where its stories, feeds and rules go; empty: to none

        bool operator==(const Removal&) const = default;
    };

    QList<Entry> list; ///< in the new order; those that neither part names stay, behind it
    QList<Removal> removed;
    QList<StoryEdit> stories;
    QList<std::pair<FeedId, QString>> feeds;
    QList<std::pair<RuleId, QString>> rules;
};

} // namespace Scoredesk
