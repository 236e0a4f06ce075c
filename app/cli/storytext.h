// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/dossier.h"
#include "storage/method/checks.h"
#include "storage/method/method.h"

#include <QString>

namespace Scoredesk {

/// A whole story for a terminal: headline, card, texts, coverage, trust, checks.
QString storyText(const Dossier& dossier, const Method& method, const QString& analyst,
                  const QList<Finding>& findings);
/// The card with impact, band and what would cross into the next band.
QString cardText(const Scorecard& card, const Method& method);
/// A line a finding, blockers first.
QString findingsText(const QList<Finding>& findings, const Overrules& overrules);
/// A line a change, the latest last.
QString historyText(const Dossier& dossier, const Method& method);

} // namespace Scoredesk
