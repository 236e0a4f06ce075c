// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QUuid>

namespace Scoredesk {

/// A UUID of version 7, which begins with the time: thousands that are made together stand together in an
/// index.
QUuid orderedUuid(const QDateTime& at);

} // namespace Scoredesk
