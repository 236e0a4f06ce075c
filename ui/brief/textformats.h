// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/brief/exporter.h"

namespace Scoredesk {

/// JSON-LD: a schema.org NewsArticle a story with a ClaimReview where trust was judged (5 high, 3 medium, 1
/// low) and the card, vector and impact under `scoredesk:` names.
QByteArray briefsToJson(const QList<Dossier>& dossiers, const BriefOptions& options);

/// RFC 4180, one row a story, one column a dimension. UTF-8 with a byte-order mark, without which
/// spreadsheets take it for the machine's code page. A cell that a spreadsheet would run as a formula is led
/// by an apostrophe.
QByteArray briefsToCsv(const QList<Dossier>& dossiers, const BriefOptions& options);

} // namespace Scoredesk
