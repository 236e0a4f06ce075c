// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/brieftext/labels.h"
#include "app/brieftext/textlines.h"

#include <QList>

namespace Scoredesk {

/// Parts lines that hold a whole scorecard amid other text, as a copy without line ends leaves them, into the
/// lines they were: text, heading, scores, coverage, outlets, text.
QList<TextLine> parted(const QList<TextLine>& lines, const Labels& labels);

} // namespace Scoredesk
