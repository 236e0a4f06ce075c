// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Scoredesk {

/// A link as compared: two that lead to the same page have one key. Without scheme (http and https alike),
/// "www.", default port, fragment, tracking parameters and final slash; host in lowercase, parameters in
/// order. Empty for an empty link.
QString linkKey(const QString& link);

/// A headline as compared: its letters and digits only, case and Latin diacritics folded. "1,000" is "1000",
/// but "4.0" is not "40". Empty where the headline has neither letter nor digit.
QString headlineKey(const QString& headline);

/// The host of an http(s) link, lowercase and without "www."; empty where there is none.
QString linkHost(const QString& link);

} // namespace Scoredesk
