// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/erasure.h"

namespace store {

namespace {

enum class ErasureKind { Erased = 0, Removed = 1 };

base::Result<void> noteErasure(Connection& connection, base::ConversationId conversation,
                               const QString& ulid, ErasureKind kind, base::WallTime now)
{
    return connection.use(Sql::InsertErasure)
        .bindAll(conversation.value, ulid, static_cast<int>(kind), base::toMs(now))
        .run();
}

struct DemoConversation {
    base::ConversationId id;
    QString ulid;
    bool isOpen = false;
};

base::Result<std::vector<DemoConversation>> demoConversations(Connection& connection)
{
    std::vector<DemoConversation> found;
    auto row = connection.use(Sql::DemoConversations);
    auto more = row.step();
    for (; more && *more; more = row.step())
        found.push_back(
            {{row.number(0)}, row.text(1), row.small(2) != static_cast<int>(engine::Mode::Closed)});
    if (!more)
        return base::fail(more.error());
    return found;
}

/// False: nothing was left to erase.
base::Result<bool> eraseOneListed(Connection& connection, const QString& ulid, base::WallTime now)
{
    base::ConversationId id;
    QString customer;
    {
        auto row = connection.use(Sql::IdOfUlid);
        const auto found = row.bind(ulid).step();
        if (!found)
            return base::fail(found.error());
        if (!*found || row.truth(2))
            return false;
        id = {row.number(0)};
        customer = row.text(1);
    }
    if (auto done = eraseTexts(connection, id, ulid, customer, now); !done)
        return base::fail(done.error());
    if (auto done = connection.use(Sql::EraseSummary).bindAll(QByteArray(), id.value).run(); !done)
        return base::fail(done.error());
    return true;
}

} // namespace

base::Result<std::vector<Erasure>> erasuresAfter(Connection& connection, qint64 number, int limit)
{
    std::vector<Erasure> found;
    auto row = connection.use(Sql::ErasuresAfter);
    row.bindAll(number, limit);
    auto more = row.step();
    for (; more && *more; more = row.step())
        found.push_back({row.number(0),
                         {row.number(1)},
                         row.text(2),
                         row.small(3) == static_cast<int>(ErasureKind::Removed)});
    if (!more)
        return base::fail(more.error());
    return found;
}

base::Result<void> eraseTexts(Connection& connection, base::ConversationId conversation,
                              const QString& ulid, const QString& customer, base::WallTime now)
{
    if (auto done = connection.use(Sql::EraseTexts).bind(conversation.value).run(); !done)
        return done;
    if (auto done = connection.use(Sql::EraseDrafts).bind(conversation.value).run(); !done)
        return done;
    if (auto done = connection.use(Sql::ErasePhrases).bind(conversation.value).run(); !done)
        return done;
    if (auto done = connection.use(Sql::EraseHelpRatings).bind(conversation.value).run(); !done)
        return done;
    if (auto done = connection.use(Sql::EraseCustomer).bind(customer).run(); !done)
        return done;
    return noteErasure(connection, conversation, ulid, ErasureKind::Erased, now);
}

base::Result<TurnEffects> removeDemoRows(Connection& connection, base::WallTime now)
{
    const auto demo = demoConversations(connection);
    if (!demo)
        return base::fail(demo.error());
    TurnEffects effects;
    for (const DemoConversation& conversation : *demo) {
        if (auto done = connection.use(Sql::RemoveConversation).bind(conversation.id.value).run();
            !done)
            return base::fail(done.error());
        if (auto done = noteErasure(connection, conversation.id, conversation.ulid,
                                    ErasureKind::Removed, now);
            !done)
            return base::fail(done.error());
        ++effects.removed;
        effects.opened -= conversation.isOpen ? 1 : 0;
    }
    effects.hasErased = effects.removed > 0;
    return effects;
}

base::Result<int> eraseListed(Connection& connection, const QSet<QString>& ulids,
                              base::WallTime now)
{
    int count = 0;
    for (const QString& ulid : ulids) {
        const auto erased = eraseOneListed(connection, ulid, now);
        if (!erased)
            return base::fail(erased.error());
        count += *erased ? 1 : 0;
    }
    return count;
}

} // namespace store
