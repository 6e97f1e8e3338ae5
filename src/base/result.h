// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace base {

/// What went wrong, in the terms that a caller can act on. Never more than twelve.
enum class Code {
    NotFound,    ///< there is no such thing (any more)
    Conflict,    ///< somebody else changed it first: read again and show both
    Busy,        ///< a bounded queue is full: try again a little later
    Timeout,     ///< the deadline passed
    Cancelled,   ///< nobody will answer: the asked part is gone or was told to stop
    Offline,     ///< disk, database or network cannot be reached now; it may come back by itself
    RateLimited, ///< too many: wait
    Refused,     ///< understood, and not allowed
    Invalid,     ///< the input is malformed
    Corrupt,     ///< stored data is damaged
    NoSecret,    ///< a key or token is missing or locked away
    Internal,    ///< a mistake of ours
};

/// `detail` is English, for the log, and holds no personal data. People read another text, made in
/// `panels` or `gateway` from the code.
struct Error {
    Code code = Code::Internal;
    QString detail;

    bool operator==(const Error&) const = default;
};

template <class T>
using Result = tl::expected<T, Error>;

/// `return base::fail(Code::NotFound, "no conversation 7")` from any function with a Result.
[[nodiscard]] inline tl::unexpected<Error> fail(Code code, QString detail = {})
{
    return tl::unexpected<Error>(Error{code, std::move(detail)});
}
[[nodiscard]] inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

/// The code's name in the log and on the wire, for instance "not_found".
[[nodiscard]] const char* codeName(Code code) noexcept;

} // namespace base
