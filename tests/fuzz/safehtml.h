// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

/// What every fuzz target asks of its results; a breach ends the process, which the fuzzer reports.
namespace Scoredesk::Fuzz {

void require(bool holds);

/// Reads HTML by the one grammar that the sanitiser writes, with lists of its own: tags of lower-case letters
/// and digits, attributes in double quotes, nothing active.
void requireSafe(std::string_view html);
void requireSafe(const QString& html);

} // namespace Scoredesk::Fuzz
