// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/dossier.h"
#include "storage/domain/queue.h"
#include "storage/method/checks.h"
#include "storage/method/impact.h"

#include <QJsonObject>

namespace Scoredesk {

// What --json prints. Names are stable: programs read them.

/// A line of the list: id, headline, impact, vector, coverage, trust, state.
QJsonObject rowJson(const QueueRow& row);
/// A whole story with the analyst's card, computed impact and findings; the lossless form is `export --json`.
QJsonObject storyJson(const Dossier& dossier, const Method& method, const QString& analyst,
                      const QList<Finding>& findings);
/// {"low", "high", "shown", "complete", "band"}; empty where nothing counts.
QJsonObject impactJson(const Method& method, const std::optional<Impact>& impact);
/// {"analyst", "method", "version", "vector", "values", "rationales", "stated_impact", "impact"}.
QJsonObject cardJson(const Scorecard& card, const Method& method);
/// {"check", "severity", "field", "position", "length", "text", "overruled"}.
QJsonObject findingJson(const Finding& finding, const Overrules& overrules);

} // namespace Scoredesk
