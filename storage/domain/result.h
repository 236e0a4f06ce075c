// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace Scoredesk {

/// What callers may branch on. Anything else is told to people by Error::message alone.
enum class ErrorCode {
    Failed,
    NotFound,
    InvalidInput,
    DeskNewer,   ///< written by a later version; refused untouched
    DeskDamaged, ///< SQLite found the file inconsistent
    DeskLocked,  ///< another process holds the desk
    Cancelled,
};

/// Why something could not be done, in a sentence a user understands.
struct Error {
    QString message;
    ErrorCode code = ErrorCode::Failed;

    bool operator==(const Error&) const = default;
};

/// A value, or the reason there is none. Functions that return it are marked [[nodiscard]].
template<typename T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(QString message, ErrorCode code = ErrorCode::Failed)
{
    return tl::unexpected<Error>(Error{std::move(message), code});
}

} // namespace Scoredesk
