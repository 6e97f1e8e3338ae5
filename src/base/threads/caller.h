// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/threads/home.h"

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace base {

/// The right to answer one ask, once: now, later, or by passing it to another thread. Dropped
/// unanswered it answers Cancelled. Any thread.
template <class T>
class [[nodiscard]] Reply
{
public:
    /// Nobody waits.
    Reply() = default;
    Reply(std::shared_ptr<Home> home, std::uint64_t number)
        : m_home(std::move(home)), m_number(number)
    {
    }
    Reply(Reply&&) noexcept = default;
    Reply& operator=(Reply&& other) noexcept
    {
        if (this != &other) {
            cancel();
            m_home = std::move(other.m_home);
            m_number = other.m_number;
            m_whenDropped = other.m_whenDropped;
        }
        return *this;
    }
    ~Reply() { cancel(); }

    /// Later calls do nothing.
    void answer(Result<T> result)
    {
        if (const auto home = std::exchange(m_home, nullptr))
            home->bring<Result<T>>(m_number, std::move(result));
    }
    [[nodiscard]] bool isOpen() const noexcept { return m_home != nullptr; }

    /// What dropping it answers: Busy while it waits to be accepted, Cancelled afterwards.
    void setWhenDropped(Code code) noexcept { m_whenDropped = code; }

private:
    void cancel()
    {
        if (m_home)
            answer(fail(m_whenDropped));
    }

    std::shared_ptr<Home> m_home;
    std::uint64_t m_number = 0;
    Code m_whenDropped = Code::Cancelled;
};

/// What a publisher keeps for one listener. Any thread.
template <class T>
class Ear
{
public:
    Ear() = default;
    Ear(std::shared_ptr<Home> home, std::uint64_t number, std::shared_ptr<std::atomic<bool>> open)
        : m_home(std::move(home)), m_number(number), m_open(std::move(open))
    {
    }
    /// False once the listener has gone: forget this ear.
    [[nodiscard]] bool isOpen() const noexcept { return m_open && m_open->load(); }
    void tell(T value) const
    {
        if (isOpen())
            m_home->bring<T>(m_number, std::move(value));
    }

private:
    std::shared_ptr<Home> m_home;
    std::uint64_t m_number = 0;
    std::shared_ptr<std::atomic<bool>> m_open;
};

/// Whoever asks and hears. Belongs to one home, is used and destroyed there (or after that thread
/// is joined). When it goes, nothing that it waited for runs any more.
class Caller
{
public:
    explicit Caller(std::shared_ptr<Home> home) : m_home(std::move(home)) {}
    ~Caller();
    Caller(const Caller&) = delete;
    Caller& operator=(const Caller&) = delete;

    /// Prepares an ask: `done` runs once at this home, never inside this call, or never if the
    /// caller is gone first. A new ask with the same slot name replaces the old one, whose `done`
    /// never runs.
    template <class T>
    [[nodiscard]] Reply<T> expect(std::function<void(Result<T>)> done, std::string_view slot = {})
    {
        const auto number = m_home->waitOnce<Result<T>>(std::move(done));
        remember(number, slot);
        return Reply<T>(m_home, number);
    }

    /// Prepares a subscription that ends with this caller: `work` runs at this home for each value.
    template <class T>
    [[nodiscard]] Ear<T> ear(std::function<void(T)> work)
    {
        const auto number = m_home->waitMany<T>(std::move(work));
        auto open = std::make_shared<std::atomic<bool>>(true);
        m_ears.emplace_back(number, open);
        return Ear<T>(m_home, number, std::move(open));
    }

    [[nodiscard]] const std::shared_ptr<Home>& home() const noexcept { return m_home; }

private:
    void remember(std::uint64_t number, std::string_view slot);

    std::shared_ptr<Home> m_home;
    std::vector<std::uint64_t> m_asks;
    std::map<std::string, std::uint64_t, std::less<>> m_slots;
    std::vector<std::pair<std::uint64_t, std::shared_ptr<std::atomic<bool>>>> m_ears;
};

} // namespace base
