// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/importplan.h"
#include "storage/domain/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace Scoredesk {

class Store;

/// For whom and against what an import is planned.
struct IntakeContext {
    const Store& store; ///< only read
    QString analyst;    ///< whose the cards become that name nobody
    QDateTime now;      ///< UTC
};

/// What an import would do. Text may be briefs, links, a desk export or scored stories. Nothing is changed:
/// Store::applyImport() does what the plan says.
///
/// Call in the store's thread. InvalidInput where there is nothing to use, NotFound and Failed for files.
[[nodiscard]] Result<ImportPlan> planFromText(const QString& text, const QString& origin,
                                              const IntakeContext& context);
/// The same for a clipboard that holds HTML only.
[[nodiscard]] Result<ImportPlan> planFromHtml(const QString& html, const QString& origin,
                                              const IntakeContext& context);
/// The same for a file's content, whose kind is told by its bytes: desk export, scored stories, a brief's
/// PDF, text in UTF-8, UTF-16 or windows-1252, HTML. `name` is shown, and only breaks ties.
[[nodiscard]] Result<ImportPlan> planFromBytes(const QByteArray& bytes, const QString& name,
                                               const IntakeContext& context);
/// The same for a file, of 64 MB at the most.
[[nodiscard]] Result<ImportPlan> planFromFile(const QString& path, const IntakeContext& context);

/// One plan for several files, so that a story which several of them hold comes in once. A file that cannot
/// be used is a problem of the plan (where: its name); an error where none can.
[[nodiscard]] Result<ImportPlan> planFromFiles(const QStringList& paths, const IntakeContext& context);

/// The stories that the program ships to show what a desk looks like. Their cards become the analyst's own,
/// to be moved and exported at once.
[[nodiscard]] Result<ImportPlan> sampleDesk(const IntakeContext& context);

} // namespace Scoredesk
