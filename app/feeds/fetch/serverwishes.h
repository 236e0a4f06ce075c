// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/feeds/fetch/fetchvalues.h"

namespace Scoredesk {

/// Reads Cache-Control, Expires and Retry-After (RFC 9110 and 9111). Times far beyond reason are cut to
/// thirty days; what cannot be read is as if it were not there.
ServerWishes serverWishes(const HttpHeaders& headers, const QDateTime& now);

/// An HTTP date in any of its three forms; invalid where it is none.
QDateTime httpDate(const QByteArray& text);

} // namespace Scoredesk
