// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Boost.Asio 1.74 misses <utility> where it comes first in a C++20 file.
// clang-format off
#include <utility>
// clang-format on

#include <boost/asio.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

namespace http {
namespace asio = boost::asio;
namespace beast = boost::beast;
} // namespace http
