// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/domain/dossier.h"

namespace Scoredesk::Test {

/// A story with everything a desk can hold on it: full card (7, 6.5, 9, 7.5, 9, 8, FUD 1.5), three articles
/// of which one is a reprint, signals, stated coverage, trust, two tags. Analyst "Ada"; row ids unset, UUIDs
/// and times fixed.
Dossier fullDossier();

/// An incoming story of that headline with nothing judged; UUID made from the headline.
Dossier plainDossier(const QString& headline);

} // namespace Scoredesk::Test
