// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/feedfield.h"

namespace Scoredesk {

using namespace Qt::StringLiterals;

void copyField(FeedField field, const DeskFeed& from, DeskFeed& to)
{
    switch (field) {
    case FeedField::Name:
        to.title = from.title;
        break;
    case FeedField::Folder:
        to.folder = from.folder;
        break;
    case FeedField::Outlet:
        to.outlet = from.outlet;
        break;
    case FeedField::Category:
        to.category = from.category;
        break;
    case FeedField::KeepDays:
        to.keepDays = from.keepDays;
        break;
    case FeedField::Pause:
        to.paused = from.paused;
        to.pauseReason = from.pauseReason;
        break;
    }
}

bool isSameIn(FeedField field, const DeskFeed& one, const DeskFeed& other)
{
    if (field == FeedField::Pause) // one that the program paused keeps its reason
        return one.paused == other.paused;
    DeskFeed changed = one;
    copyField(field, other, changed);
    return changed == one;
}

QStringList folderOf(const QString& shown)
{
    QStringList folder;
    for (const QString& part : shown.split(u'/'))
        if (const QString name = part.simplified(); !name.isEmpty())
            folder.append(name);
    return folder;
}

QString shownFolder(const QStringList& folder)
{
    return folder.join(u" / "_s);
}

} // namespace Scoredesk
