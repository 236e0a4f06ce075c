// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace Scoredesk {

/// An FTS5 expression for what a user typed: every word must occur, the last one may go on. No input is a
/// syntax error. Empty where there is no word to look for.
QString matchExpression(const QString& typed);

/// An FTS5 expression for any of the words, in brackets; empty where there is none.
QString anyOf(const QStringList& words);

/// The words of a text as FTS5 tells them apart: runs of letters and digits, in lowercase.
QStringList wordsOf(const QString& text);

} // namespace Scoredesk
