// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pdf/pagemodel.h"

namespace Scoredesk {

/// Fills pages with slices: breaks where the slices allow it, repeats table heads, drops space at a page's
/// top. Positions on the pages are offset by `origin`. Slices taller than a page stand alone on theirs.
QList<SetPage> paginate(const QList<Slice>& slices, const QList<Slice>& repeatedHeads, QPointF origin,
                        double height);

} // namespace Scoredesk
