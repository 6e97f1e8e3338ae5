// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateway/texts.h"

#include <QString>

#include <tl/expected.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace gateway {

/// What a client's JSON body may say. Unknown fields are ignored.
struct Body {
    QString message, action, value, label;
    QString sessionId, csrfToken, customerId, locale, name, clientMessageId;
    std::optional<bool> typing;
    std::optional<qint64> seen;
    bool hasImages = false;
};

/// The code of a refusal in texts.h, and the field that is to blame.
struct BodyFault {
    std::string code;
    std::string field;
};

/// An empty body is an empty object. Texts lose bidi controls; NUL and other control characters are
/// refused, but for line ends and tabs. Never throws.
[[nodiscard]] tl::expected<Body, BodyFault> parseBody(std::string_view json);

inline constexpr int kLongestMessage = 4000; ///< Unicode code points

/// Code points, not UTF-16 units.
[[nodiscard]] qsizetype codePoints(const QString& text) noexcept;

} // namespace gateway
