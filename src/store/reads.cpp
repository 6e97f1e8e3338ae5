// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reads.h"

#include "store/rows.h"

#include <limits>

namespace store {

namespace {

constexpr int kPageLimit = 1000;

/// Every row of a statement that is bound already, each made by `make`.
template <class Make>
auto rowsOf(Statement& row, Make make) -> base::Result<std::vector<decltype(make(row))>>
{
    std::vector<decltype(make(row))> rows;
    auto more = row.step();
    for (; more && *more; more = row.step())
        rows.push_back(make(row));
    if (!more)
        return base::fail(more.error());
    return rows;
}

template <class Make>
auto oneRowOf(Statement& row, const char* what, Make make) -> base::Result<decltype(make(row))>
{
    const auto found = row.step();
    if (!found)
        return base::fail(found.error());
    if (!*found)
        return base::fail(base::Code::NotFound, QString::fromUtf8(what));
    return make(row);
}

enum class PageOrder { NewestFirst, LongestWaitFirst };

struct ViewStatements {
    Sql page, count;
    PageOrder order;
};

ViewStatements statementsOf(View view)
{
    switch (view) {
    case View::Mine: return {Sql::PageMine, Sql::CountMine, PageOrder::NewestFirst};
    case View::Unassigned:
        return {Sql::PageUnassigned, Sql::CountUnassigned, PageOrder::LongestWaitFirst};
    case View::WaitingForUs:
        return {Sql::PageWaitingForUs, Sql::CountWaitingForUs, PageOrder::LongestWaitFirst};
    case View::WaitingForCustomer:
        return {Sql::PageWaitingForCustomer, Sql::CountWaitingForCustomer, PageOrder::NewestFirst};
    case View::WithBot: return {Sql::PageWithBot, Sql::CountWithBot, PageOrder::NewestFirst};
    case View::Closed: return {Sql::PageClosed, Sql::CountClosed, PageOrder::NewestFirst};
    case View::All: return {Sql::PageAll, Sql::CountAll, PageOrder::NewestFirst};
    }
    return {Sql::PageAll, Sql::CountAll, PageOrder::NewestFirst};
}

/// The place of a row in its view's order. On the wire "time.id".
struct PageCursor {
    qint64 time = 0, id = 0;
};

base::Result<PageCursor> cursorOf(const QByteArray& text, PageOrder order)
{
    if (text.isEmpty()) {
        const auto end = order == PageOrder::NewestFirst ? std::numeric_limits<qint64>::max()
                                                         : std::numeric_limits<qint64>::min();
        return PageCursor{end, end};
    }
    const QList<QByteArray> parts = text.split('.');
    bool isTime = false;
    bool isId = false;
    if (parts.size() == 2) {
        const PageCursor cursor{parts[0].toLongLong(&isTime), parts[1].toLongLong(&isId)};
        if (isTime && isId)
            return cursor;
    }
    return base::fail(base::Code::Invalid, "no cursor of a page");
}

} // namespace

base::Result<ConversationRow> readConversation(Connection& connection, base::ConversationId id)
{
    auto row = connection.use(Sql::Conversation);
    row.bind(id.value);
    return oneRowOf(row, "no such conversation",
                    [](const Statement& r) { return conversationRow(r, WithState::Yes); });
}

base::Result<ConversationPage> readPage(Connection& connection, const ConversationQuery& query)
{
    const ViewStatements view = statementsOf(query.view);
    const auto cursor = cursorOf(query.after, view.order);
    if (!cursor)
        return base::fail(cursor.error());
    const int limit = std::clamp(query.limit, 1, kPageLimit);
    auto row = connection.use(view.page);
    if (query.view == View::Mine)
        row.bind(query.person.value);
    row.bindAll(cursor->time, cursor->id, limit + 1);
    ConversationPage page;
    PageCursor last;
    auto more = row.step();
    for (; more && *more && static_cast<int>(page.rows.size()) < limit; more = row.step()) {
        constexpr int kWaitFrom = 24;
        page.rows.push_back(conversationRow(row, WithState::No));
        const ConversationRow& newest = page.rows.back();
        last.time = view.order == PageOrder::NewestFirst ? base::toMs(newest.summary.lastTime)
                                                         : row.number(kWaitFrom);
        last.id = newest.id.value;
    }
    if (!more)
        return base::fail(more.error());
    if (*more)
        page.next = QByteArray::number(last.time) + '.' + QByteArray::number(last.id);
    return page;
}

base::Result<ViewCounts> readCounts(Connection& connection, base::PersonId person)
{
    const Snapshot snapshot(connection);
    ViewCounts counts;
    for (const View view : {View::Mine, View::Unassigned, View::WaitingForUs,
                            View::WaitingForCustomer, View::WithBot, View::Closed, View::All}) {
        auto row = connection.use(statementsOf(view).count);
        if (view == View::Mine)
            row.bind(person.value);
        const auto found = row.step();
        if (!found)
            return base::fail(found.error());
        counts.counts[view] = row.small(0);
    }
    return counts;
}

base::Result<std::vector<EventRow>> readEvents(Connection& connection, const EventQuery& query)
{
    const bool backwards = !query.afterCustomer && !query.after;
    const Sql statement = query.afterCustomer ? Sql::EventsAfterCustomer
                          : query.after       ? Sql::EventsAfter
                                              : Sql::EventsBefore;
    const qint64 from = query.afterCustomer ? query.afterCustomer->value
                        : query.after       ? query.after->value
                        : query.before      ? query.before->value
                                            : std::numeric_limits<qint64>::max();
    auto row = connection.use(statement);
    row.bindAll(query.conversation.value, from, std::clamp(query.limit, 1, kPageLimit));
    auto events = rowsOf(row, eventRow);
    if (events && backwards)
        std::reverse(events->begin(), events->end());
    return events;
}

base::Result<std::vector<TurnRow>> readTurns(Connection& connection, base::ConversationId id)
{
    auto row = connection.use(Sql::Turns);
    row.bind(id.value);
    return rowsOf(row, [](const Statement& r) {
        return TurnRow{.first = {r.number(0)},
                       .last = {r.number(1)},
                       .record = r.blob(2),
                       .personal = r.blob(3)};
    });
}

base::Result<SessionRow> readSession(Connection& connection, const QByteArray& idHash)
{
    auto row = connection.use(Sql::Session);
    row.bind(idHash);
    return oneRowOf(row, "no such session", [](const Statement& r) {
        return SessionRow{r.blob(0),     r.blob(1), {r.text(2)},
                          {r.number(3)}, r.text(4), base::fromMs(r.number(5))};
    });
}

base::Result<CustomerRow> readCustomer(Connection& connection, const base::CustomerId& id)
{
    auto row = connection.use(Sql::Customer);
    row.bind(id.value);
    return oneRowOf(row, "no such customer", [](const Statement& r) {
        return CustomerRow{{r.text(0)}, r.text(1), r.text(2)};
    });
}

base::Result<std::vector<Draft>> readDrafts(Connection& connection, base::PersonId person)
{
    auto row = connection.use(Sql::Drafts);
    row.bind(person.value);
    return rowsOf(row, [](const Statement& r) {
        return Draft{
            {r.number(0)}, {r.number(1)}, r.text(2), r.truth(3), base::fromMs(r.number(4))};
    });
}

base::Result<QMap<QString, QString>> readSettings(Connection& connection)
{
    auto row = connection.use(Sql::Settings);
    const auto pairs =
        rowsOf(row, [](const Statement& r) { return std::pair(r.text(0), r.text(1)); });
    if (!pairs)
        return base::fail(pairs.error());
    return QMap<QString, QString>(std::map<QString, QString>(pairs->begin(), pairs->end()));
}

FlowVersion flowVersionRow(const Statement& row)
{
    return {row.small(0), row.blob(1), row.blob(2), base::fromMs(row.number(3))};
}

base::Result<std::vector<FlowVersion>> readFlowVersions(Connection& connection)
{
    auto versions = [&] {
        auto row = connection.use(Sql::FlowVersions);
        return rowsOf(row, flowVersionRow);
    }();
    connection.releasePages(); // a flow is a megabyte, and read once
    return versions;
}

base::Result<std::vector<base::ConversationId>> readIdle(Connection& connection,
                                                         base::WallTime since, int limit)
{
    auto row = connection.use(Sql::Idle);
    row.bindAll(base::toMs(since), std::max(limit, 0));
    return rowsOf(row, [](const Statement& r) { return base::ConversationId{r.number(0)}; });
}

} // namespace store
