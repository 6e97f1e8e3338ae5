// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/customers/sessions.h"

#include <QCryptographicHash>

namespace desk {

using namespace std::chrono_literals;

namespace {
constexpr std::size_t kCachedSessions = 5000;
// The expiry slides with use; a row is written for it once an hour, not at each turn.
constexpr base::milliseconds kSlideEvery = 1h;
} // namespace

QByteArray credentialHash(const QString& credential)
{
    return QCryptographicHash::hash(credential.toUtf8(), QCryptographicHash::Sha256);
}

Sessions::Session& Sessions::remember(store::SessionRow row)
{
    const QByteArray key = row.idHash;
    if (const auto it = m_sessions.find(key); it != m_sessions.end()) {
        it->second.session.row = std::move(row);
        return it->second.session;
    }
    while (m_sessions.size() >= kCachedSessions) {
        m_sessions.erase(m_newestFirst.back());
        m_newestFirst.pop_back();
    }
    m_newestFirst.push_front(key);
    Cached& cached = m_sessions[key];
    cached.session.row = std::move(row);
    cached.place = m_newestFirst.begin();
    return cached.session;
}

void Sessions::find(const base::SessionId& id, Found found)
{
    const QByteArray hash = credentialHash(id.value);
    if (const auto it = m_sessions.find(hash); it != m_sessions.end()) {
        m_newestFirst.splice(m_newestFirst.begin(), m_newestFirst, it->second.place);
        use(it->second.session, found);
        return;
    }
    m_context.store.session(
        hash, m_context.caller.expect<store::SessionRow>(
                  [this, found = std::move(found)](base::Result<store::SessionRow> row) {
                      if (row)
                          use(remember(*std::move(row)), found);
                      else
                          found(base::fail(row.error()));
                  }));
}

void Sessions::use(Session& session, const Found& found)
{
    const base::WallTime now = m_context.clock.wall();
    if (session.row.expires <= now) {
        found(base::fail(base::Code::NotFound, QStringLiteral("the session has expired")));
        return;
    }
    const auto fresh = now + m_context.options.sessionLife;
    if (fresh - session.row.expires >= kSlideEvery) {
        session.row.expires = fresh;
        m_context.store.saveSession(session.row, {});
    }
    found(&session);
}

void Sessions::create(base::CustomerId customer, base::ConversationId conversation,
                      const QString& locale,
                      std::function<void(base::Result<std::pair<base::SessionId, QString>>)> done)
{
    const base::SessionId id{base::randomHex(m_context.random)};
    const QString csrf = base::randomHex(m_context.random);
    store::SessionRow row{.idHash = credentialHash(id.value),
                          .csrfHash = credentialHash(csrf),
                          .customer = std::move(customer),
                          .conversation = conversation,
                          .locale = locale,
                          .expires = m_context.clock.wall() + m_context.options.sessionLife};
    m_context.store.saveSession(
        row, m_context.caller.expect<void>(
                 [this, row, id, csrf, done = std::move(done)](base::Result<void> saved) {
                     if (!saved) {
                         done(base::fail(saved.error()));
                         return;
                     }
                     remember(row);
                     done(std::pair(id, csrf));
                 }));
}

void Sessions::move(const QByteArray& idHash, base::ConversationId to,
                    std::function<void(base::Result<void>)> done)
{
    const auto it = m_sessions.find(idHash);
    if (it == m_sessions.end()) {
        done(base::fail(base::Code::NotFound, QStringLiteral("the session has gone")));
        return;
    }
    it->second.session.row.conversation = to;
    it->second.session.lastAnswered = {};
    m_context.store.saveSession(it->second.session.row,
                                m_context.caller.expect<void>(std::move(done)));
}

Sessions::Session* Sessions::cached(const QByteArray& idHash)
{
    const auto it = m_sessions.find(idHash);
    return it == m_sessions.end() ? nullptr : &it->second.session;
}

void Sessions::clear()
{
    m_sessions.clear();
    m_newestFirst.clear();
}

} // namespace desk
