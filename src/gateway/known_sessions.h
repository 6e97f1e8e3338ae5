// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/values.h"

#include <QHash>

namespace gateway {

/// What does not change of the sessions that chat now: the hash of their token and their language. It
/// saves each turn one way to the desk and back. Whether a session still lives only the desk knows,
/// and it says so when the turn comes; then it is forgotten here. Http thread.
class KnownSessions
{
public:
    /// Null: not known here.
    [[nodiscard]] const desk::SessionInfo* find(const base::SessionId& id) const
    {
        const auto it = m_sessions.constFind(id.value);
        return it == m_sessions.cend() ? nullptr : &*it;
    }
    void remember(const base::SessionId& id, const desk::SessionInfo& info)
    {
        if (m_sessions.size() >= kMost)
            m_sessions.clear(); // asking again costs little
        m_sessions.insert(id.value, info);
    }
    /// The conversation changes when the session goes on to the next one.
    void moved(const base::SessionId& id, base::ConversationId to)
    {
        if (const auto it = m_sessions.find(id.value); it != m_sessions.end())
            it->conversation = to;
    }
    void forget(const base::SessionId& id) { m_sessions.remove(id.value); }

private:
    static constexpr qsizetype kMost = 5000;
    QHash<QString, desk::SessionInfo> m_sessions;
};

} // namespace gateway
