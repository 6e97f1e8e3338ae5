// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/threads/caller.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace base {

/// A home that waits where it stands: for start-up and for commands, never on a thread that serves.
///
///   BlockingHome here;
///   auto people = here.wait<std::vector<Person>>([&](auto reply) { store.people(std::move(reply)); });
class BlockingHome
{
public:
    BlockingHome();
    /// Drops what still waits for it, and what comes later.
    ~BlockingHome();
    BlockingHome(const BlockingHome&) = delete;
    BlockingHome& operator=(const BlockingHome&) = delete;

    [[nodiscard]] Caller& caller() noexcept { return m_caller; }

    /// Asks and waits for the answer; Timeout after `atMost`.
    template <class T>
    [[nodiscard]] Result<T> wait(const std::function<void(Reply<T>)>& ask,
                                 std::chrono::milliseconds atMost = std::chrono::minutes(10))
    {
        // Shared, so that an answer after the time-out finds a place.
        auto answer = std::make_shared<std::optional<Result<T>>>();
        ask(m_caller.expect<T>([answer](Result<T> result) { *answer = std::move(result); }));
        const bool inTime = runUntil([&] { return answer->has_value(); }, atMost);
        return inTime ? std::move(**answer) : Result<T>(fail(Code::Timeout));
    }

    /// Runs what arrives until the condition holds; false after `atMost`.
    bool runUntil(const std::function<bool()>& condition, std::chrono::milliseconds atMost);

private:
    struct Bell {
        std::mutex mutex;
        std::condition_variable condition;
        bool rung = false;
    };
    std::shared_ptr<Bell> m_bell;
    std::shared_ptr<Home> m_home;
    Caller m_caller;
};

} // namespace base
