// SPDX-License-Identifier: GPL-3.0-or-later
// What servers say when they do not answer: in any form that is met, put into the few classes that the
// policies act on. Pure functions over foreign bytes.
#pragma once

#include "ai/wire/protocol.h"

#include <simdjson.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace ai {

/// Of an answer whose status is none of 2xx. `body` may be JSON, HTML, a stream of events, or anything.
[[nodiscard]] ServerError errorOfAnswer(int status, std::string_view body);

/// Of an error object: nested, flat, a text, a number. `status` is the answer's, 0 where that was fine;
/// then the error's own code stands for it.
[[nodiscard]] ServerError errorOfJson(const simdjson::dom::element& json, int status);

/// Of an answer that is none; `code` is our word for why.
[[nodiscard]] ServerError noAnswer(std::string_view code, std::string_view body);

/// At most `most` characters (code points) of a text's beginning on one line: control characters and
/// runs of white space become one space, tags of HTML go, ill-formed UTF-8 becomes U+FFFD. Where it
/// must cut, it cuts between words if it can, so that no half of an address escapes the masking.
[[nodiscard]] std::string excerpt(std::string_view text, std::size_t most = 200);

} // namespace ai
