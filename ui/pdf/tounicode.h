// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace Scoredesk {

/// A font's ToUnicode map as Qt writes it, with its glyphs named as the characters that texts are written in.
///
/// Of the characters that share a glyph Qt takes the first: tab for space, soft hyphen for hyphen, a radical
/// for the ideograph. And the joined forms of Arabic letters are found by nobody who searches for the
/// letters.
QByteArray mendedToUnicode(const QByteArray& map);

} // namespace Scoredesk
