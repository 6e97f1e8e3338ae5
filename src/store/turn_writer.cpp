// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/turn_writer.h"

#include "store/chain.h"
#include "store/erasure.h"
#include "store/knowledge/article_writes.h"
#include "store/rows.h"

namespace store {

namespace {

/// The conversation as the turn finds it.
struct ConversationHead {
    bool isNew = true;
    qint64 lastSeq = 0, lastCustomerSeq = 0, controlSeq = 0, customerTime = 0;
    QByteArray chain;
    bool wasOpen = false, isErased = false;
    QString ulid, customer;
};

/// An event with its numbers and checksums, ready to be inserted.
struct NumberedEvent {
    ChainRow row;
    QByteArray salt, personal, chain;
};

base::Result<ConversationHead> readHead(Connection& connection, const TurnCommit& turn)
{
    ConversationHead head;
    if (!turn.conversation.isValid()) {
        head.ulid = turn.ulid;
        head.customer = turn.customer.value;
        head.customerTime = base::toMs(turn.time);
        head.chain = chainGenesis(turn.ulid);
        return head;
    }
    auto row = connection.use(Sql::ConversationHead);
    const auto found = row.bind(turn.conversation.value).step();
    if (!found)
        return base::fail(found.error());
    if (!*found)
        return base::fail(base::Code::NotFound,
                          QStringLiteral("no conversation %1").arg(turn.conversation.value));
    head.isNew = false;
    head.lastSeq = row.number(0);
    head.lastCustomerSeq = row.number(1);
    head.controlSeq = row.number(2);
    head.customerTime = row.number(3);
    head.chain = row.blob(4);
    head.wasOpen = row.small(5) != static_cast<int>(engine::Mode::Closed);
    head.ulid = row.text(6);
    head.customer = row.text(7);
    head.isErased = row.truth(8);
    return head;
}

std::vector<NumberedEvent> numberEvents(const TurnCommit& turn, ConversationHead& head,
                                        base::Random& random)
{
    std::vector<NumberedEvent> events;
    events.reserve(turn.events.size());
    QByteArray salts(static_cast<qsizetype>(turn.events.size()) * kSaltBytes, Qt::Uninitialized);
    random.fill(
        std::as_writable_bytes(std::span(salts.data(), static_cast<std::size_t>(salts.size()))));
    for (const engine::Event& event : turn.events) {
        NumberedEvent n;
        const auto at = static_cast<qsizetype>(events.size());
        if (at == 0)
            n.personal = turn.recordPersonal;
        n.row.seq = ++head.lastSeq;
        n.row.customerSeq = event.customerSees ? ++head.lastCustomerSeq : 0;
        n.row.time =
            base::toMs(turn.eventTimes.empty() ? turn.time : turn.eventTimes[events.size()]);
        n.row.kind = static_cast<qint64>(event.kind);
        n.row.actor = static_cast<qint64>(event.actor);
        n.row.payload = event.payload;
        if (!event.text.isEmpty() || !n.personal.isEmpty()) {
            n.salt = salts.mid(at * kSaltBytes, kSaltBytes);
            n.row.textHash = saltedHash(n.salt, event.text, n.personal);
        }
        n.chain = chainLink(head.chain, n.row);
        head.chain = n.chain;
        events.push_back(std::move(n));
    }
    return events;
}

base::Result<qint64> saveConversation(Connection& connection, const TurnCommit& turn,
                                      const ConversationHead& head)
{
    Summary summary = turn.summary;
    if (turn.erases) {
        summary.name.clear();
        summary.lastText.clear();
    }
    auto row = connection.use(head.isNew ? Sql::InsertConversation : Sql::UpdateConversation);
    if (head.isNew) {
        row.bindAll(turn.ulid, turn.customer.value);
        turn.externalId.isEmpty() ? row.bindNull() : row.bind(turn.externalId);
        row.bindAll(base::toMs(turn.time), turn.isDemo);
    }
    row.bindAll(turn.flowVersion, head.lastSeq, head.lastCustomerSeq,
                turn.changesControl ? head.lastSeq : head.controlSeq,
                turn.customerSpoke ? base::toMs(turn.time) : head.customerTime,
                head.isErased || turn.erases, head.chain, turn.state);
    bindSummary(row, summary);
    if (!head.isNew)
        row.bind(turn.conversation.value);
    if (auto done = row.run(); !done)
        return base::fail(done.error());
    return head.isNew ? connection.lastInsertId() : turn.conversation.value;
}

base::Result<qint64> saveEvents(Connection& connection, const TurnCommit& turn, qint64 conversation,
                                const std::vector<NumberedEvent>& events)
{
    qint64 id = 0;
    bool isErasing = turn.erases; // what is said after the erasure stays
    for (std::size_t i = 0; i < events.size(); ++i) {
        const NumberedEvent& e = events[i];
        const bool isLastErased = isErasing && turn.events[i].kind == engine::EventKind::Erased;
        if (auto done =
                connection.use(Sql::InsertEvent)
                    .bindAll(conversation, e.row.seq, e.row.customerSeq, e.row.time, e.row.kind,
                             e.row.actor, e.row.payload, e.row.textHash, e.chain)
                    .run();
            !done)
            return base::fail(done.error());
        id = connection.lastInsertId();
        const bool keepsText = !e.salt.isEmpty() && !isErasing;
        isErasing = isErasing && !isLastErased;
        if (!keepsText)
            continue;
        if (auto done = connection.use(Sql::InsertEventText)
                            .bindAll(id, e.salt, turn.events[i].text, e.personal)
                            .run();
            !done)
            return base::fail(done.error());
    }
    return id;
}

base::Result<void> saveTurn(Connection& connection, const TurnCommit& turn,
                            const Committed& committed)
{
    return connection.use(Sql::InsertTurn)
        .bindAll(committed.conversation.value, committed.first.value, committed.last.value,
                 turn.clientMessageId, committed.stage, committed.handledBy, turn.inputKind,
                 turn.record)
        .run();
}

/// The rows as the caller hears of them. What an erasing turn says before its erasure is told here
/// once; it is not stored.
std::vector<EventRow> toldEvents(const TurnCommit& turn, qint64 conversation,
                                 const std::vector<NumberedEvent>& events)
{
    std::vector<EventRow> rows(events.size());
    for (std::size_t i = 0; i < events.size(); ++i) {
        EventRow& row = rows[i];
        row.conversation = {conversation};
        row.seq = {events[i].row.seq};
        row.customerSeq = {events[i].row.customerSeq};
        row.time = base::fromMs(events[i].row.time);
        row.kind = turn.events[i].kind;
        row.actor = turn.events[i].actor;
        row.payload = turn.events[i].payload;
        row.text = turn.events[i].text;
    }
    rows.front().clientMessageId = turn.clientMessageId;
    return rows;
}

TurnEffects effectsOf(const TurnCommit& turn, const ConversationHead& head, qint64 newestEvent)
{
    TurnEffects effects{.newestEvent = newestEvent, .hasErased = turn.erases};
    for (const engine::Event& event : turn.events)
        effects.messages += isMessage(event.kind) ? 1 : 0;
    const bool isOpen = turn.summary.mode != engine::Mode::Closed;
    effects.opened = static_cast<int>(isOpen) - static_cast<int>(head.wasOpen);
    return effects;
}

base::Result<WrittenTurn> appendTurn(Connection& connection, const TurnCommit& turn,
                                     ConversationHead head, base::Random& random)
{
    WrittenTurn written;
    Committed& committed = written.committed;
    committed.first = {head.lastSeq + 1};
    const auto events = numberEvents(turn, head, random);
    const auto id = saveConversation(connection, turn, head);
    if (!id)
        return base::fail(id.error());
    committed.conversation = {*id};
    if (turn.erases) {
        if (auto done =
                eraseTexts(connection, committed.conversation, head.ulid, head.customer, turn.time);
            !done)
            return base::fail(done.error());
    }
    const auto newest = saveEvents(connection, turn, *id, events);
    if (!newest)
        return base::fail(newest.error());
    committed.last = {head.lastSeq};
    committed.lastCustomer = {head.lastCustomerSeq};
    committed.stage = turn.summary.stage;
    committed.handledBy = turn.handledBy;
    if (auto done = saveTurn(connection, turn, committed); !done)
        return base::fail(done.error());
    committed.events = toldEvents(turn, *id, events);
    written.effects = effectsOf(turn, head, *newest);
    return written;
}

} // namespace

base::Result<std::optional<Committed>> turnOfClientMessage(Connection& connection,
                                                           base::ConversationId conversation,
                                                           const QString& clientMessageId)
{
    if (clientMessageId.isEmpty())
        return std::nullopt;
    Committed first{.conversation = conversation, .isRepeat = true};
    {
        auto row = connection.use(Sql::TurnOfClientMessage);
        const auto found = row.bindAll(conversation.value, clientMessageId).step();
        if (!found)
            return base::fail(found.error());
        if (!*found)
            return std::nullopt;
        first.first = {row.number(0)};
        first.last = {row.number(1)};
        first.stage = row.text(2);
        first.handledBy = row.text(3);
    }
    auto events = eventsBetween(connection, conversation, first.first, first.last);
    if (!events)
        return base::fail(events.error());
    for (const EventRow& event : *events)
        first.lastCustomer = std::max(first.lastCustomer, event.customerSeq);
    first.events = std::move(*events);
    return first;
}

base::Result<std::vector<EventRow>> eventsBetween(Connection& connection,
                                                  base::ConversationId conversation,
                                                  base::Seq first, base::Seq last)
{
    std::vector<EventRow> events;
    auto row = connection.use(Sql::EventsBetween);
    row.bindAll(conversation.value, first.value, last.value);
    auto more = row.step();
    for (; more && *more; more = row.step())
        events.push_back(eventRow(row));
    if (!more)
        return base::fail(more.error());
    return events;
}

base::Result<WrittenTurn> writeTurn(Connection& connection, const TurnCommit& turn,
                                    base::Random& random)
{
    if (turn.events.empty() || (!turn.conversation.isValid() && turn.ulid.isEmpty()))
        return base::fail(base::Code::Invalid, "a turn needs events, and a conversation or a ULID");
    if (!turn.eventTimes.empty() && turn.eventTimes.size() != turn.events.size())
        return base::fail(base::Code::Invalid, "one time an event");
    auto head = readHead(connection, turn);
    if (!head)
        return base::fail(head.error());
    auto repeat = turnOfClientMessage(connection, turn.conversation,
                                      head->isNew ? QString() : turn.clientMessageId);
    if (!repeat)
        return base::fail(repeat.error());
    if (*repeat)
        return WrittenTurn{.committed = std::move(**repeat), .effects = {}};
    if (turn.expectedSeq.value != head->lastSeq)
        return base::fail(base::Code::Conflict,
                          QStringLiteral("conversation %1 is at %2, not at %3")
                              .arg(turn.conversation.value)
                              .arg(head->lastSeq)
                              .arg(turn.expectedSeq.value));
    for (const ArticleNote& note : turn.articles) {
        if (auto done = writeNote(connection, note); !done)
            return base::fail(done.error());
    }
    return appendTurn(connection, turn, std::move(*head), random);
}

} // namespace store
