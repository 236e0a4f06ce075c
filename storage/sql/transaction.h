// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/sql/connection.h"

namespace Scoredesk {

/// A transaction, or inside another one a savepoint: taken back when it goes out of scope unless committed.
///
/// A Read sees one state of the desk from its first statement to its last. A Write takes the desk's one write
/// lock at once, so that it never fails halfway because another writer came first. A Part is a Write that
/// inside another one makes no savepoint, which costs more the more was written since: where it fails, all
/// fails.
class Transaction {
public:
    enum class Kind { Read, Write, Part };

    Transaction(Connection& connection, Kind kind);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    bool isOutermost() const { return m_level == 0; }
    /// On disk when it returns well. After any error inside the scope it takes everything back and returns
    /// the first one.
    [[nodiscard]] Result<void> commit();
    void rollback();

private:
    void endAll();
    bool command(const QString& sql);
    void leave();

    Connection& m_connection;
    int m_level;
    bool m_isPart = false;
    bool m_open = false;
    bool m_begun = false;
};

} // namespace Scoredesk
