// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pdf/pdfparts.h"

#include <QByteArray>
#include <QList>

namespace Scoredesk {

// A mark is a rectangle of one point at x = −code points, y = 0.
inline constexpr int artifactMark = 1000;
inline constexpr int endMark = 1500;
inline constexpr int contentMark = 2000; ///< plus the marked-content id

/// Turns the marks of a content stream into marked-content operators. `marks`, where given, is set to how
/// many contents were found.
QByteArray replaceMarks(const QByteArray& content, const QList<ContentTag>& tags, int* found = nullptr);

/// `text` as a PDF string object that any reader decodes: UTF-16 with a byte-order mark, in hex.
QByteArray pdfHexString(const QString& text);

} // namespace Scoredesk
