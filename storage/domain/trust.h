// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace Scoredesk {

/// How far a story may be relied on: safe to cite, with gaps, or to be treated as rumour.
enum class TrustVerdict { Unset, Low, Medium, High };

/// "", "low", "medium" or "high": the form of the desk file and of imports.
QString toText(TrustVerdict verdict);
/// Ignores case and surrounding blanks; nothing where the text names no verdict.
std::optional<TrustVerdict> trustFromText(const QString& text);

} // namespace Scoredesk
