// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/feed.h"

namespace Scoredesk {

/// "good", "failing" …: for programs; never translated.
QString healthName(FeedHealth health);
/// The same for people. Each reads differently, so that a dead feed is not taken for a quiet one.
QString healthText(FeedHealth health);
/// What there is to say beyond it: why and since when it fails, why it is paused, how long it has been
/// silent. Empty where nothing is wrong. Times in UTC.
QString healthReason(const DeskFeed& feed, const QDateTime& now);

/// "AI/Labs" as a folder and back; a slash parts the names.
QStringList folderFromText(const QString& text);
QString folderText(const QStringList& folder);

} // namespace Scoredesk
