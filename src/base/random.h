// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <random>
#include <span>

namespace base {

/// Where chance comes in. Thread-safe.
class Random
{
public:
    virtual ~Random() = default;
    virtual void fill(std::span<std::byte> bytes) = 0;
    /// Uniform in [0, bound). \pre bound > 0
    [[nodiscard]] quint64 below(quint64 bound);
};

/// The operating system's generator: good for credentials.
class SystemRandom final : public Random
{
public:
    void fill(std::span<std::byte> bytes) override;
};

/// The same bytes for the same seed: for tests and simulation, never for credentials.
class SeededRandom final : public Random
{
public:
    explicit SeededRandom(quint64 seed) : m_engine(seed) {}
    void fill(std::span<std::byte> bytes) override;

private:
    std::mutex m_mutex;
    std::mt19937_64 m_engine;
};

} // namespace base
