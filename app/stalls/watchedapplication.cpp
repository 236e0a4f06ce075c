// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stalls/watchedapplication.h"

#include "app/stalls/stallwatch.h"

#include <QScopeGuard>
#include <QThread>

namespace Scoredesk {

bool WatchedApplication::notify(QObject* receiver, QEvent* event)
{
    // Other threads' events pass through here as well.
    if (!m_watch || !receiver || QThread::currentThread() != thread())
        return QApplication::notify(receiver, event);
    StallWatch* const watch = m_watch; // it may be taken away by what is handled
    watch->enter(*receiver, event->type(), thread()->loopLevel());
    const auto leave = qScopeGuard([this, watch] {
        if (m_watch == watch)
            watch->leave();
    });
    return QApplication::notify(receiver, event);
}

} // namespace Scoredesk
