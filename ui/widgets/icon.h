// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QPalette>
#include <QString>

namespace Scoredesk {

/// A one-colour icon of resources/icons in the palette's text colours (normal and disabled), sharp at any
/// scale. Null where there is none of that name. Made for one palette: ask again when it changes.
QIcon inkIcon(const QString& name, const QPalette& palette);

} // namespace Scoredesk
