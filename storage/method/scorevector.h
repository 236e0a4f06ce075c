// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/result.h"
#include "storage/domain/scorecard.h"
#include "storage/method/method.h"

#include <QList>
#include <QString>

namespace Scoredesk {

/// "impact:1/ST:7/NO:6.5/…" — X for not applicable, a missing code is unset. Empty for a card with nothing
/// judged.
QString toVector(const Method& method, const Scorecard& card);

/// Reads a vector back into a card with method, version and values. Errors say which part is wrong: an
/// unknown method or code, a code given twice, a value that is no number of 0..10 in steps of 0.1.
/// Surrounding blanks are ignored.
[[nodiscard]] Result<Scorecard> parseVector(const QString& vector, const QList<Method>& methods);

} // namespace Scoredesk
