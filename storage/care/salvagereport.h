// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace Scoredesk {

/// What came of saving a damaged desk.
struct SalvageReport {
    QStringList sentences; ///< what was saved and lost, for people
    qint64 lost = 0;       ///< rows that are known to be lost; there may be more unless all is whole
    bool isWhole = true;   ///< nothing was lost, and the new desk is sound
};

} // namespace Scoredesk
