// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>

namespace bench {

/// The peer: Boost.Beast with nothing around it, one thread, a fixed answer.
class BareServer
{
public:
    BareServer();
    ~BareServer();
    [[nodiscard]] std::uint16_t port() const noexcept;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace bench
