// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/viewtext.h"

namespace Scoredesk {

using Kind = QueueView::Kind;

QString ViewText::name(Kind kind)
{
    switch (kind) {
    case Kind::Incoming:
        return tr("Incoming");
    case Kind::Shortlist:
        return tr("Shortlist");
    case Kind::Ready:
        return tr("Ready");
    case Kind::Spiked:
        return tr("Spiked");
    case Kind::Unscored:
        return tr("Unscored");
    case Kind::Outdated:
        return tr("Outdated scores");
    case Kind::All:
        break;
    }
    return tr("All stories");
}

QString ViewText::nothingIn(const QueueView& view)
{
    if (!view.search.isEmpty())
        return tr("No story here matches “%1”.\nEsc clears the search.").arg(view.search.trimmed());
    if (view.addedAfter.isValid())
        return tr("Nothing has come since your last shift.");
    if (view.feed != FeedId{} || view.outlet != OutletId{})
        return tr("Nothing waits here.");
    switch (view.kind) {
    case Kind::Incoming:
        if (view.category.isEmpty())
            return tr("Nothing waits.\nPaste a story or a link anywhere (Ctrl+V), or drop a file here.");
        break;
    case Kind::Shortlist:
        return tr("Nothing on the shortlist.\nS in Incoming puts a story here.");
    case Kind::Ready:
        return tr("Nothing is ready.\nR marks a scored story ready to go out.");
    case Kind::Spiked:
        return tr("Nothing is spiked.");
    case Kind::Unscored:
        return tr("Every story is scored.");
    case Kind::Outdated:
        return tr("No score is older than its evidence.");
    case Kind::All:
        break;
    }
    return tr("No stories here.");
}

} // namespace Scoredesk
