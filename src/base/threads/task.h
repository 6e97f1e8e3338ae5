// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <type_traits>
#include <utility>

namespace base {

/// A piece of work: move-only, so that it can carry a Reply, and run at most once. Running it
/// destroys what it carries. Empty after a move or a run.
class Task
{
public:
    Task() = default;

    template <class F>
    requires(!std::is_same_v<std::remove_cvref_t<F>, Task> && std::is_invocable_v<F&>)
        // A lambda is meant to convert, and a Task is none: the linter does not read `requires`.
        Task(F&& work) // NOLINT(google-explicit-constructor,bugprone-forwarding-reference-overload)
        : m_work(std::make_unique<Holder<std::remove_cvref_t<F>>>(std::forward<F>(work)))
    {
    }

    [[nodiscard]] explicit operator bool() const noexcept { return m_work != nullptr; }

    void operator()()
    {
        if (auto work = std::move(m_work))
            work->run();
    }

private:
    struct Work {
        virtual ~Work() = default;
        virtual void run() = 0;
    };
    template <class F>
    struct Holder final : Work {
        explicit Holder(F work) : f(std::move(work)) {}
        void run() override { f(); }
        F f;
    };

    std::unique_ptr<Work> m_work;
};

} // namespace base
