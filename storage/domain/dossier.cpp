// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/domain/dossier.h"

namespace Scoredesk {

Scorecard Dossier::cardOf(const QString& analyst) const
{
    for (const Scorecard& card : cards)
        if (card.analyst == analyst)
            return card;
    Scorecard blank;
    blank.analyst = analyst;
    return blank;
}

} // namespace Scoredesk
