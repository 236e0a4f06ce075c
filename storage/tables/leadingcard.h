// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Scoredesk {

/// A query for the card that leads in the queue, the one touched last; one with nothing judged never hides
/// one that judges. `story` is the SQL of a story's id.
inline QString leadingCardSql(const QString& story)
{
    using namespace Qt::StringLiterals;
    return u"(SELECT c.id FROM card c WHERE c.story_id = %1 ORDER BY EXISTS (SELECT 1 FROM card_cell "
           "WHERE card_id = c.id AND kind > 0) DESC, c.touched_at DESC, c.id DESC LIMIT 1)"_s.arg(story);
}

} // namespace Scoredesk
