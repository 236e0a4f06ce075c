// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/feed.h"

namespace Scoredesk {

/// What the analyst changes of a feed, each by itself: all else of it may have moved meanwhile.
enum class FeedField { Name, Folder, Outlet, Category, KeepDays, Pause };

void copyField(FeedField field, const DeskFeed& from, DeskFeed& to);
bool isSameIn(FeedField field, const DeskFeed& one, const DeskFeed& other);

/// "News / World" as folders, outermost first, and back. Blank names go.
QStringList folderOf(const QString& shown);
QString shownFolder(const QStringList& folder);

} // namespace Scoredesk
