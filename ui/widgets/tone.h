// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/trust.h"
#include "storage/method/checks.h"
#include "storage/method/method.h"

#include <QColor>
#include <QPalette>

namespace Scoredesk {

// The colours that mean something. Each follows the palette it is asked for, light or dark, and reads on its
// Window, Base and AlternateBase with a contrast of at least 4.5:1. A colour never stands without the word it
// means.

bool isDark(const QPalette& palette);
/// WCAG contrast ratio, 1 to 21.
double contrast(const QColor& one, const QColor& other);
/// The colour, moved towards black or white as far as it takes to read on the background (4.5:1).
QColor readableOn(const QColor& color, const QColor& background);

/// Cool grey for the lowest band of a method to violet for its highest.
QColor bandTone(const Method& method, double impact, const QPalette& palette);
QColor trustTone(TrustVerdict verdict, const QPalette& palette);
QColor severityTone(Severity severity, const QPalette& palette);
/// Values of dimensions where high is good, and of those where high is bad.
QColor benefitTone(const QPalette& palette);
QColor riskTone(const QPalette& palette);
/// The mark of a value that the program suggests.
QColor suggestionTone(const QPalette& palette);
/// Words that a text lost, struck through, and those that it gained, underlined.
QColor removedTone(const QPalette& palette);
QColor addedTone(const QPalette& palette);
/// What stands behind words that are pinned as evidence: the palette's Text reads on it.
QColor pinnedGround(const QPalette& palette);
/// Text of second rank.
QColor quietTone(const QPalette& palette);
/// Lines that divide; not for text.
QColor hairline(const QPalette& palette);

} // namespace Scoredesk
