// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/care/migration.h"

#include "storage/care/deskfile.h"
#include "storage/sql/script.h"
#include "storage/sql/statement.h"
#include "storage/sql/transaction.h"

#include <QFile>

namespace Scoredesk {

using namespace Qt::StringLiterals;

static QString resource(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

const Schema& Schema::shipped()
{
    static const Schema schema = [] {
        Schema read;
        for (int version = 1;; ++version) {
            const QString script = resource(u":/schema/%1.sql"_s.arg(version, 3, 10, QLatin1Char('0')));
            if (script.isEmpty())
                break;
            read.scripts.append(script);
        }
        read.seed = resource(u":/schema/seed.sql"_s);
        return read;
    }();
    return schema;
}

int schemaVersion(Connection& connection)
{
    Statement row(connection, u"PRAGMA user_version"_s);
    return row.next() ? row.small(0) : 0;
}

Result<void> migrate(Connection& connection, const Schema& schema)
{
    for (int step = 0; step < schema.version(); ++step) {
        Transaction transaction(connection, Transaction::Kind::Write);
        if (schemaVersion(connection) != step) // done already, perhaps by another process meanwhile
            continue;
        runScript(connection, schema.scripts[step]);
        if (step == 0) {
            Statement(connection, u"INSERT INTO desk (one, uuid, created_at) "
                                  "VALUES (1, randomblob(16), unixepoch() * 1000)"_s)
                .run();
            runScript(connection, schema.seed);
            Statement(connection, u"PRAGMA application_id = %1"_s.arg(deskApplicationId)).run();
        }
        Statement(connection, u"PRAGMA user_version = %1"_s.arg(step + 1)).run();
        if (auto done = transaction.commit(); !done)
            return done;
    }
    return connection.takeResult();
}

} // namespace Scoredesk
