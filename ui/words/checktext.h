// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/method/checks.h"

#include <QString>

namespace Scoredesk {

/// "Blocker", "Warning" or "Note".
QString severityText(Severity severity);

/// What a check is called: "Number in the headline", "Unsafe link" …
QString checkTitle(CheckKind kind);

/// What a finding says, as a sentence. It fills in Finding::facts in this order:
/// HeadlineNumber {number} · OutletCountInProse {words, "outlets" or "tier1", count} ·
/// StatedOverNamed {stated, known} · ImpactUnsupported {impact} ·
/// TrustUnsupported {"primary"} or {"fud" or "authority", label, value} · HypeHeadline {phrase, FUD risk} ·
/// Repetition {"headline" or "summary", percent, words} ·
/// FieldLength {"missing"} or {"short", "long", "few" or "many", count, bound} · LikelyDuplicate {headline} ·
/// Drift {stated, computed, difference} · ScorePredatesEvidence {scored, changed (ISO 8601), articles} ·
/// CategorySkew {category, count, of} · UnsafeLink {"scheme", "host", "private" or "userinfo", link} ·
/// HiddenCharacters {"U+202E", count, dimension's label or ""} · FudWithoutNote {FUD risk} ·
/// CardIncomplete {count, labels, whose card where it is another's} · BorrowedCard {analyst}.
QString checkText(const Finding& finding);

} // namespace Scoredesk
