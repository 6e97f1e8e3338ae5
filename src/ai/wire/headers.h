// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ai {

/// As on the wire: names keep their case and may come twice, values are foreign bytes.
struct Header {
    std::string name;
    std::string value;
    bool operator==(const Header&) const = default;
};
using Headers = std::vector<Header>;

/// The value under a name, whatever its case. Nothing where there is none or more than one: a value
/// that was sent twice says nothing sure.
[[nodiscard]] std::optional<std::string_view> headerValue(const Headers& headers,
                                                          std::string_view name);

/// ASCII letters only, as RFC 9110, section 5.1 wants it of names.
[[nodiscard]] bool equalsIgnoringCase(std::string_view a, std::string_view b) noexcept;

} // namespace ai
