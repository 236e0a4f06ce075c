// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/handover.h"
#include "storage/domain/result.h"
#include "ui/brief/exporter.h"
#include "ui/document/document.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <utility>

namespace Scoredesk {

class Store;

/// What is handed over where nobody says from when to when: the analyst's shift that runs, up to `now`, or
/// the last that ended; without any the twelve hours before `now`. UTC.
std::pair<QDateTime, QDateTime> handoverSpan(const Store& store, const QString& analyst,
                                             const QDateTime& now);

/// The stories under the states that they were left in, each with its impact, why it was spiked and when it
/// went out. Of the options it takes desk, method and marking.
Document handoverDocument(const Handover& handover, const BriefOptions& options);

/// By the file's ending: PDF or Markdown. InvalidInput for any other.
[[nodiscard]] Result<BriefFormat> handoverFormat(const QString& path);
/// The same handover gives the same bytes. Any thread; PDF needs a QGuiApplication.
[[nodiscard]] Result<QByteArray> renderHandover(const Handover& handover, const BriefOptions& options,
                                                BriefFormat format);
/// "handover-2026-04-20.pdf", of the day on which it ends.
QString handoverFileName(const Handover& handover);

} // namespace Scoredesk
