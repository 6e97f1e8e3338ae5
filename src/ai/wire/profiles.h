// SPDX-License-Identifier: GPL-3.0-or-later
// How servers of the same protocol differ: a table, and the addresses that follow from it.
#pragma once

#include "ai/values.h"
#include "base/result.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace ai {

/// One server's kind. The sources are the servers' own references of POST /chat/completions.
struct ProfileTraits {
    Profile profile = Profile::OpenAi;
    std::string_view name;  ///< in settings and on the command line
    std::string_view title; ///< its own name, for people
    std::string_view root;  ///< of the interface where a base address is a host only
    std::string_view keyHeader = "Authorization"; ///< with "Bearer " before the key
    std::string_view maxTokens = "max_tokens";    ///< the field's name
    bool needsKey = false;                        ///< does nothing without one
    bool takesUsageOption = true; ///< stream_options.include_usage; without it no usage is told
    bool endsWithDone = true;     ///< every stream ends with [DONE]
};

/// Every kind, in the order in which people are offered them.
[[nodiscard]] std::span<const ProfileTraits> profiles() noexcept;
[[nodiscard]] const ProfileTraits& traitsOf(Profile profile) noexcept;
[[nodiscard]] std::optional<Profile> profileNamed(std::string_view name) noexcept;
/// What an address tells: api.openai.com, *.openai.azure.com, port 11434 …; else OpenAi, whose
/// protocol all of them speak.
[[nodiscard]] Profile profileOfAddress(std::string_view baseUrl);

/// The address to POST to, from a base address as people write it: with or without scheme, version,
/// path of the method and slash at the end; host names, IPv4, [IPv6]; a query is kept. Without a
/// scheme it is http for this machine (localhost, 127.*, ::1), https for any other. Azure's gets
/// the deployment (the model's name) and api-version where they are missing.
/// Invalid: no http or https, no host, or a name or password in it (keys do not stand in addresses).
[[nodiscard]] base::Result<std::string> chatUrl(const Endpoint& endpoint);

} // namespace ai
