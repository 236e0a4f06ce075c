// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/result.h"
#include "storage/method/method.h"

#include <QByteArray>

namespace Scoredesk {

/// Reads a method's JSON. Errors name the field: an unknown form, a weight below 0, a doubled key or code,
/// bands that do not ascend from 0, no benefit dimension.
[[nodiscard]] Result<Method> parseMethod(const QByteArray& json);
/// The inverse of parseMethod().
QByteArray methodToJson(const Method& method);

/// The methods the program ships, the default one ("impact") first. Read once, immutable, any thread.
const QList<Method>& builtInMethods();
/// Among the built-in ones; null where there is none of that key.
const Method* builtInMethod(const QString& key);

} // namespace Scoredesk
