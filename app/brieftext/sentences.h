// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace Scoredesk {

/// The text up to the end of its first sentence; "ROCm 7.0", "U.S." and "vs." end none.
QString firstSentence(const QString& text);

/// A headline for a story that came without one: its first sentence, cut at a clause where it runs past about
/// 120 characters, and never inside a word.
QString headlineFrom(const QString& text);

/// One line that could stand above a story: short, and no sentence with its full stop.
bool readsAsHeadline(const QString& text);

/// How many different words of a text speak of how far something may be relied on.
int trustCues(const QString& text);
/// Whether a paragraph that stands where a trust note would is one, rather than the next story.
bool readsAsTrustNote(const QString& text);

/// Whether a paragraph carries on from the one before it ("He added …"), rather than opening a story.
bool readsAsContinuation(const QString& text);

/// A date as people and programs write it, in UTC; invalid for relative ones ("2 h ago") and for anything
/// else.
QDateTime writtenDate(const QString& text);

} // namespace Scoredesk
