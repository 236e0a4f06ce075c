// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/sql/connection.h"

namespace Scoredesk {

/// Keeps articles that are added out of the full-text index until release(), which puts them there together.
/// That is several times faster than one by one, as FTS5 writes what it has gathered before each statement.
///
/// Within one transaction; without a release() it has to be rolled back.
class SearchHold {
public:
    explicit SearchHold(Connection& connection);
    SearchHold(const SearchHold&) = delete;
    SearchHold& operator=(const SearchHold&) = delete;

    void release();
    static bool isHeld(Connection& connection);

private:
    Connection& m_connection;
};

} // namespace Scoredesk
