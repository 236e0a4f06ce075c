// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/sql/transaction.h"
#include "storage/storeprivate.h"

namespace Scoredesk {

/// A read that yields nothing on an error: the error is not kept for the next call.
template<typename Read>
auto readOr(StorePrivate& d, Read read)
{
    Transaction transaction(*d.connection, Transaction::Kind::Read);
    auto value = read();
    const auto done = transaction.commit();
    return done ? value : decltype(value){};
}

/// A read of one state of the desk, or why there is none.
template<typename Read>
auto readResult(StorePrivate& d, Read read) -> Result<decltype(read())>
{
    Transaction transaction(*d.connection, Transaction::Kind::Read);
    auto value = read();
    if (auto done = transaction.commit(); !done)
        return tl::unexpected(done.error());
    return value;
}

} // namespace Scoredesk
