// SPDX-License-Identifier: GPL-3.0-or-later
// Boost.Asio 1.74 misses <utility> where it comes first in a C++20 file.
#pragma once

#include <boost/asio.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include <utility>

namespace http {
namespace asio = boost::asio;
namespace beast = boost::beast;
} // namespace http
