// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/queue/sqlpiece.h"

#include <QStringList>

namespace Scoredesk {

SqlPiece joinedSql(const QList<SqlPiece>& pieces, const QString& by)
{
    SqlPiece joined;
    QStringList parts;
    for (const SqlPiece& piece : pieces) {
        if (piece.isEmpty())
            continue;
        parts.append(piece.sql);
        joined.values += piece.values;
    }
    joined.sql = parts.size() < 2 ? parts.join(QString()) : u'(' + parts.join(by) + u')';
    return joined;
}

} // namespace Scoredesk
