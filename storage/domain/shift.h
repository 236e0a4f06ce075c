// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace Scoredesk {

/// An analyst's time at the desk.
struct Shift {
    QString analyst;
    QDateTime beganAt; ///< UTC
    QDateTime endedAt; ///< UTC; invalid while it runs

    bool isRunning() const { return !endedAt.isValid(); }
    bool operator==(const Shift&) const = default;
};

} // namespace Scoredesk
