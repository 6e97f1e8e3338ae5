// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/threads/mailbox.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <unordered_map>

namespace base {

/// A thread's mailbox together with those who wait there for answers. Only numbers cross threads:
/// the closures that wait never leave their home, so they may capture anything that lives there.
/// Owned by shared_ptr because replies in flight outlast it.
class Home : public std::enable_shared_from_this<Home>
{
public:
    Home(std::size_t bound, std::function<void()> wake) : m_mailbox(bound, std::move(wake)) {}

    [[nodiscard]] Mailbox& mailbox() noexcept { return m_mailbox; }

    /// Runs at most `work` once for this number, at home; see Caller. Home thread.
    template <class T>
    std::uint64_t waitOnce(std::function<void(T)> work)
    {
        m_waiting.emplace(++m_last, std::make_unique<Holder<T>>(std::move(work), true));
        return m_last;
    }
    template <class T>
    std::uint64_t waitMany(std::function<void(T)> work)
    {
        m_waiting.emplace(++m_last, std::make_unique<Holder<T>>(std::move(work), false));
        return m_last;
    }
    /// Harmless for a number that is gone. Home thread.
    void forget(std::uint64_t number) { m_waiting.erase(number); }
    [[nodiscard]] bool waits(std::uint64_t number) const { return m_waiting.contains(number); }

    /// Brings a value to whoever waits under the number, if anybody still does. Any thread.
    template <class T>
    void bring(std::uint64_t number, T value)
    {
        m_mailbox.deliver([home = shared_from_this(), number, value = std::move(value)]() mutable {
            home->hand<T>(number, std::move(value));
        });
    }

private:
    struct Waiting {
        explicit Waiting(bool once_) : once(once_) {}
        virtual ~Waiting() = default;
        const bool once;
    };
    template <class T>
    struct Holder final : Waiting {
        Holder(std::function<void(T)> f, bool once_) : Waiting(once_), work(std::move(f)) {}
        std::function<void(T)> work;
    };

    template <class T>
    void hand(std::uint64_t number, T value)
    {
        const auto it = m_waiting.find(number);
        if (it == m_waiting.end())
            return;
        if (it->second->once) {
            const auto held = std::move(it->second);
            m_waiting.erase(it);
            static_cast<Holder<T>&>(*held).work(std::move(value));
        } else {
            // A copy: the work may end its own subscription.
            const auto work = static_cast<Holder<T>&>(*it->second).work;
            work(std::move(value));
        }
    }

    Mailbox m_mailbox;
    std::unordered_map<std::uint64_t, std::unique_ptr<Waiting>> m_waiting;
    std::uint64_t m_last = 0;
};

} // namespace base
