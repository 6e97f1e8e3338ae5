// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/threads/caller.h"

#include <memory>
#include <utility>
#include <vector>

namespace store {

/// The answers that wait for one commit. Writing thread.
class Group
{
public:
    template <class T>
    void add(base::Reply<T> reply, base::Result<T> result)
    {
        m_waiting.push_back(std::make_unique<Answer<T>>(std::move(reply), std::move(result)));
    }
    /// Everybody gets the result that was prepared …
    void succeed()
    {
        for (auto& answer : std::exchange(m_waiting, {}))
            answer->give(nullptr);
    }
    /// … or everybody the error: nothing of the group was stored.
    void fail(const base::Error& error)
    {
        for (auto& answer : std::exchange(m_waiting, {}))
            answer->give(&error);
    }
    [[nodiscard]] std::size_t size() const noexcept { return m_waiting.size(); }

private:
    struct Waiting {
        virtual ~Waiting() = default;
        virtual void give(const base::Error* error) = 0;
    };
    template <class T>
    struct Answer final : Waiting {
        Answer(base::Reply<T> r, base::Result<T> v) : reply(std::move(r)), result(std::move(v)) {}
        void give(const base::Error* error) override
        {
            if (error)
                result = base::fail(*error);
            reply.answer(std::move(result));
        }
        base::Reply<T> reply;
        base::Result<T> result;
    };

    std::vector<std::unique_ptr<Waiting>> m_waiting;
};

} // namespace store
