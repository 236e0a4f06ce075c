// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <string_view>

namespace Scoredesk {

/// The charset that browsers mean by a label (`latin1` is windows-1252, `gb2312` is gbk …), by the name that
/// it is reported under; empty where the label is unknown.
[[nodiscard]] QByteArray charsetFromLabel(std::string_view label);

} // namespace Scoredesk
