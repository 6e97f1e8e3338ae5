// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/threads/caller.h"

#include <memory>
#include <utility>
#include <vector>

namespace store {

/// The pieces of work of one transaction, and the answers that wait for its commit. Writing thread.
class Group
{
public:
    /// What was asked for; it can be done again while its transaction is open.
    class Piece
    {
    public:
        virtual ~Piece() = default;
        /// Keeps the result; false: it failed.
        virtual bool run() = 0;
        [[nodiscard]] virtual base::Error error() const = 0;
        /// The result, or the error of what befell the whole group.
        virtual void give(const base::Error* error) = 0;
    };

    template <class T, class Work>
    Piece& add(base::Reply<T> reply, Work work)
    {
        return *m_pieces.emplace_back(
            std::make_unique<PieceOf<T, Work>>(std::move(reply), std::move(work)));
    }
    /// Everybody gets their result …
    void succeed()
    {
        for (auto& piece : std::exchange(m_pieces, {}))
            piece->give(nullptr);
    }
    /// … or everybody the error: nothing of the group was stored.
    void fail(const base::Error& error)
    {
        for (auto& piece : std::exchange(m_pieces, {}))
            piece->give(&error);
    }
    [[nodiscard]] std::size_t size() const noexcept { return m_pieces.size(); }
    [[nodiscard]] const std::vector<std::unique_ptr<Piece>>& pieces() const noexcept
    {
        return m_pieces;
    }

private:
    template <class T, class Work>
    class PieceOf final : public Piece
    {
    public:
        PieceOf(base::Reply<T> reply, Work work)
            : m_reply(std::move(reply)), m_work(std::move(work))
        {
        }
        bool run() override
        {
            m_result = m_work();
            return m_result.has_value();
        }
        [[nodiscard]] base::Error error() const override { return m_result.error(); }
        void give(const base::Error* error) override
        {
            if (error)
                m_result = base::fail(*error);
            m_reply.answer(std::move(m_result));
        }

    private:
        base::Reply<T> m_reply;
        Work m_work;
        base::Result<T> m_result = base::fail(base::Code::Internal);
    };

    std::vector<std::unique_ptr<Piece>> m_pieces;
};

} // namespace store
