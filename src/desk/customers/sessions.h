// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/context.h"

#include <QByteArray>

#include <functional>
#include <list>
#include <map>

namespace desk {

/// SHA-256 of a credential: what is kept of it.
[[nodiscard]] QByteArray credentialHash(const QString& credential);

/// Browsers' credentials: random ids of which only hashes are kept, sliding expiry, the conversation
/// that each is in. A cache over the store's rows; lives on the desk thread.
class Sessions
{
public:
    struct Session {
        store::SessionRow row;
        base::CustomerSeq lastAnswered; ///< newest agent message that an answer carried
    };
    using Found = std::function<void(base::Result<Session*>)>;

    explicit Sessions(Context& context) : m_context(context) {}

    /// NotFound for an unknown or expired id. The pointer holds until `found` returns.
    void find(const base::SessionId& id, Found found);
    /// A new session, stored before `done` runs.
    void create(base::CustomerId customer, base::ConversationId conversation, const QString& locale,
                std::function<void(base::Result<std::pair<base::SessionId, QString>>)> done);
    /// Points the session at another conversation; stored before `done` runs.
    void move(const QByteArray& idHash, base::ConversationId to,
              std::function<void(base::Result<void>)> done);
    /// Null where it is not in the cache.
    [[nodiscard]] Session* cached(const QByteArray& idHash);
    /// Forgets what is cached: rows were removed.
    void clear();

private:
    void use(Session& session, const Found& found);
    Session& remember(store::SessionRow row);

    struct Cached {
        Session session;
        std::list<QByteArray>::iterator place;
    };
    Context& m_context;
    std::map<QByteArray, Cached> m_sessions;
    std::list<QByteArray> m_newestFirst;
};

} // namespace desk
