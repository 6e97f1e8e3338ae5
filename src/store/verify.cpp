// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/chain.h"
#include "store/reads.h"

namespace store {

namespace {

/// One row as the chain sees it.
struct CheckedRow {
    ChainRow row;
    QByteArray chain;
    bool hasText = false;
    QByteArray salt, personal;
    QString text;
};

CheckedRow checkedRow(const Statement& row)
{
    CheckedRow checked;
    checked.row = {row.number(0), row.number(1), row.number(2), row.number(3),
                   row.number(4), row.blob(5),   row.blob(6)};
    checked.chain = row.blob(7);
    checked.hasText = !row.isNull(8);
    checked.salt = row.blob(9);
    checked.text = row.text(10);
    checked.personal = row.blob(11);
    return checked;
}

/// Follows a conversation row by row.
class ChainCheck
{
public:
    explicit ChainCheck(const ConversationRow& conversation)
        : m_conversation(conversation), m_chain(chainGenesis(conversation.ulid))
    {
    }

    base::Result<void> add(const CheckedRow& checked)
    {
        ++m_seq;
        m_customerSeq += checked.row.customerSeq > 0 ? 1 : 0;
        if (checked.row.seq != m_seq)
            return damage(m_seq, "is missing");
        if (checked.row.customerSeq > 0 && checked.row.customerSeq != m_customerSeq)
            return damage(m_seq, "has a wrong customer number");
        m_chain = chainLink(m_chain, checked.row);
        if (m_chain != checked.chain)
            return damage(m_seq, "does not fit the chain");
        if (checked.hasText &&
            saltedHash(checked.salt, checked.text, checked.personal) != checked.row.textHash)
            return damage(m_seq, "has another text");
        if (!checked.hasText && !checked.row.textHash.isEmpty() && m_firstMissing == 0)
            m_firstMissing = m_seq;
        // An erasure explains what is missing up to itself.
        if (checked.row.kind == static_cast<qint64>(engine::EventKind::Erased)) {
            m_firstMissing = 0;
            m_hasErasure = true;
        }
        return {};
    }

    base::Result<void> end(const QByteArray& head) const
    {
        if (m_seq != m_conversation.lastSeq.value || m_chain != head)
            return damage(m_seq + 1, "is missing at the end");
        // Erased by a restore's list: no event tells of it.
        const bool wasErasedByList = m_conversation.isErased && !m_hasErasure;
        if (m_firstMissing > 0 && !wasErasedByList)
            return damage(m_firstMissing, "has lost its text");
        return {};
    }

private:
    base::Result<void> damage(qint64 seq, const char* what) const
    {
        return base::fail(base::Code::Corrupt, QStringLiteral("conversation %1: event %2 %3")
                                                   .arg(m_conversation.id.value)
                                                   .arg(seq)
                                                   .arg(QString::fromUtf8(what)));
    }

    const ConversationRow& m_conversation;
    QByteArray m_chain;
    qint64 m_seq = 0, m_customerSeq = 0, m_firstMissing = 0;
    bool m_hasErasure = false;
};

} // namespace

base::Result<void> verifyChain(Connection& connection, base::ConversationId id)
{
    const Snapshot snapshot(connection);
    const auto conversation = readConversation(connection, id);
    if (!conversation)
        return base::fail(conversation.error());
    QByteArray head;
    {
        auto row = connection.use(Sql::ConversationHead);
        const auto found = row.bind(id.value).step();
        if (!found)
            return base::fail(found.error());
        head = row.blob(4);
    }
    ChainCheck check(*conversation);
    auto row = connection.use(Sql::ChainRows);
    row.bind(id.value);
    auto more = row.step();
    for (; more && *more; more = row.step()) {
        if (auto fits = check.add(checkedRow(row)); !fits)
            return fits;
    }
    if (!more)
        return base::fail(more.error());
    return check.end(head);
}

} // namespace store
