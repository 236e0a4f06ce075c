// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/trust.h"

#include <QString>

namespace Scoredesk {

/// "High", "Medium", "Low" or "Not set".
QString trustText(TrustVerdict verdict);
/// The same where nothing around it says that it is about trust: "trust high".
QString trustLabel(TrustVerdict verdict);
/// What the verdict tells a reader to do: "safe to cite" …; empty while unset.
QString trustMeaning(TrustVerdict verdict);

} // namespace Scoredesk
