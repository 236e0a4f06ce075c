// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/dossier.h"
#include "storage/domain/result.h"
#include "storage/method/method.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QSizeF>
#include <QString>

#include <functional>
#include <optional>

namespace Scoredesk {

enum class BriefFormat { Pdf, Html, Markdown, Json, Csv };
enum class Paper { A4, Letter };
/// Width and height of a page.
QSizeF pagePoints(Paper paper);
/// FIRST's Traffic Light Protocol 2.0, printed on each page.
enum class TlpMarking { None, Clear, Green, Amber, AmberStrict, Red };

/// What a brief or digest says beside the stories themselves.
struct BriefOptions {
    QString deskName;
    QString analyst; ///< whose brief it is; the card is Dossier::briefCard()
    Method method;
    QDateTime date; ///< printed and written as the file's date; the same desk and date give the same bytes
    Paper paper = Paper::A4;
    TlpMarking marking = TlpMarking::None;
    QString digestTitle; ///< cover line of a digest; empty: a default
};

/// Told after each story with how many of all are done; returning false cancels (ErrorCode::Cancelled).
using ExportProgress = std::function<bool(int done, int total)>;

/// Whom a file of these stories names as its analyst: the desk's own, or the sample's author where they are
/// as shipped. Any thread.
QString signerOf(const QList<Dossier>& dossiers, const QString& analyst);

/// Renders one brief, or a digest where there are several. Any thread; PDF needs a QGuiApplication.
[[nodiscard]] Result<QByteArray> renderBriefs(const QList<Dossier>& dossiers, const BriefOptions& options,
                                              BriefFormat format, const ExportProgress& progress = {});

/// Writes beside the target and renames, so that a reader never sees half a file; to a
/// device or a pipe as it is. Returns the SHA-256 in hex.
[[nodiscard]] Result<QString> writeExport(const QString& path, const QByteArray& bytes);

/// "pdf", "html", "markdown", "json", "csv"; a file's ending ("md", "htm") works too.
std::optional<BriefFormat> briefFormatFromText(const QString& text);
QString toText(BriefFormat format);
QString fileEnding(BriefFormat format); ///< "pdf", "html", "md", "json", "csv"
/// A safe file name, without folder: from slug or headline, or "digest-2026-04-20" for several.
QString suggestedFileName(const QList<Dossier>& dossiers, const BriefOptions& options, BriefFormat format);

/// "TLP:AMBER+STRICT" …; empty for None.
QString tlpText(TlpMarking marking);
/// Reads "amber", "TLP:AMBER", "amber+strict" …
std::optional<TlpMarking> tlpFromText(const QString& text);

} // namespace Scoredesk
