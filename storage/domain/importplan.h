// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/deskparts.h"
#include "storage/domain/dossier.h"
#include "storage/method/method.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QUuid>

namespace Scoredesk {

/// What an import would do with one story it read.
struct ImportItem {
    enum class Act { Add, Merge, Skip };

    Act act = Act::Add;
    Dossier dossier;     ///< as read; ids unset
    StoryId mergeInto{}; ///< Merge and Skip: the story of the desk it matches
    QString matchedHeadline;
    QString why;         ///< for people: "same link", "same headline", "already in this desk, unchanged"
    bool wanted = true;  ///< ticked in the preview
    bool ofDesk = false; ///< from a desk export, where the UUID alone says which story it is
};

/// A part of the input that could not be used, and where it stands.
struct ImportProblem {
    QString where; ///< "line 12", "item 3"
    QString what;
};

/// Everything an import would add, merge or skip: what the preview shows and the store applies as one step.
struct ImportPlan {
    QString origin; ///< "clipboard", or the file's name
    QList<ImportItem> items;
    QList<ImportProblem> problems;
    // What a desk export brings beside its stories; added where this desk has none of that name.
    QList<Outlet> outlets;
    QList<Method> methods;
    QStringList categories;
    DeskParts parts;
    int newFeeds = 0; ///< of parts: those that this desk has not
    int newRules = 0;
    // Of the desk itself; for a desk that has no stories yet, and no such settings of its own.
    QMap<QString, QString> settings;
    QUuid desk; ///< set where this desk, still empty, takes the place of the one that was exported

    bool isEmpty() const { return items.isEmpty(); } ///< of stories
};

} // namespace Scoredesk
