// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/masking/masking.h"

#include "desk/customers/customer_view.h"
#include "desk/keeping/exchange_format.h"
#include "privacy/find.h"

#include <utility>

namespace desk {

namespace {

constexpr int kReadAtOnce = 250;

base::Error noSuchConversation()
{
    return {base::Code::NotFound, QStringLiteral("no such conversation")};
}

} // namespace

/// A page while it is made. The conversation is masked from its start, so that the same pseudonym
/// stands for the same on every page.
struct Masking::Gathering {
    TranscriptQuery query;
    ConversationMasker masker;
    Transcript page;
    std::vector<CustomerEvent> read = {}; ///< not masked yet
    base::CustomerSeq readUpTo = {};
    bool isWhole = false; ///< the page, or the conversation
    int messages = 0;     ///< masked so far
    qsizetype text = 0, pageText = 0;

    /// On the masking thread.
    void maskRead()
    {
        for (CustomerEvent& event : std::exchange(read, {})) {
            if (isWhole)
                return;
            take(std::move(event));
        }
    }

    void take(CustomerEvent event)
    {
        const qsizetype size = event.text.size();
        const bool isOnPage = event.seq > query.after;
        const bool isFull = std::ssize(page.events) >= kMostPageMessages ||
                            (pageText > 0 && pageText + size > kMostPageText);
        page.isCut = messages >= kMostTranscriptMessages || text >= kMostTranscriptText;
        isWhole = page.isCut || (isOnPage && isFull);
        if (isWhole) {
            if (!page.isCut)
                page.next = page.events.back().seq;
            return;
        }
        ++messages;
        text += size;
        masker.mask(event);
        if (!isOnPage)
            return;
        pageText += size;
        page.events.push_back(std::move(event));
    }
};

Masking::Masking(Context& context, Turns& turns, Sessions& sessions)
    : m_context(context), m_turns(turns), m_sessions(sessions),
      m_worker(context.clock, {.name = "masking", .bound = 64})
{
}

void Masking::transcript(const TranscriptQuery& query, const SharedReply<Transcript>& reply)
{
    if (query.session.value.isEmpty()) {
        open(query, query.conversation, std::nullopt, reply);
        return;
    }
    m_sessions.find(
        query.session, [this, query, reply](const base::Result<Sessions::Session*>& found) {
            if (!found) {
                reply->answer(base::fail(found.error()));
                return;
            }
            const store::SessionRow& row = (*found)->row;
            open(query, query.conversation.isValid() ? query.conversation : row.conversation,
                 row.customer, reply);
        });
}

void Masking::open(const TranscriptQuery& query, base::ConversationId id,
                   const std::optional<base::CustomerId>& owner,
                   const SharedReply<Transcript>& reply)
{
    m_turns.look(
        id, [this, query, id, owner, reply](const base::Result<const store::ConversationRow*>& row,
                                            const engine::State& state) {
            if (!row || (owner && (*row)->customer != *owner)) {
                const bool isAbsent = row || row.error().code == base::Code::NotFound;
                reply->answer(base::fail(isAbsent ? noSuchConversation() : row.error()));
                return;
            }
            QStringList names = knownNames(**row, m_context.people);
            if (const auto name = state.slots.value(QStringLiteral("name")).value; !name.isEmpty())
                names += name;
            readNext(std::make_shared<Gathering>(Gathering{.query = query,
                                                           .masker = ConversationMasker(names),
                                                           .page = {.conversation = id}}),
                     reply);
        });
}

void Masking::readNext(const GatheringPointer& gathering, const SharedReply<Transcript>& reply)
{
    using Rows = std::vector<store::EventRow>;
    m_context.store.events(
        {.conversation = gathering->page.conversation,
         .afterCustomer = gathering->readUpTo,
         .limit = kReadAtOnce},
        m_context.caller.expect<Rows>([this, gathering, reply](const base::Result<Rows>& rows) {
            if (!rows) {
                reply->answer(base::fail(rows.error()));
                return;
            }
            for (const auto& row : *rows)
                gathering->read.push_back(customerEvent(m_context, row));
            if (!rows->empty())
                gathering->readUpTo = rows->back().customerSeq;
            const bool isEnd = rows->size() < kReadAtOnce;
            maskNext(gathering, isEnd, reply);
        }));
}

void Masking::maskNext(const GatheringPointer& gathering, bool isEnd,
                       const SharedReply<Transcript>& reply)
{
    auto masked = m_context.caller.expect<void>(
        [this, gathering, isEnd, reply](const base::Result<void>& done) {
            if (!done)
                reply->answer(base::fail(done.error()));
            else if (gathering->isWhole || isEnd)
                reply->answer(std::move(gathering->page));
            else
                readNext(gathering, reply);
        });
    masked.setWhenDropped(base::Code::Busy);
    std::ignore = m_worker.post([gathering, masked = std::move(masked)]() mutable {
        gathering->maskRead();
        masked.answer({});
    });
}

void Masking::explain(const QString& text, const QStringList& names,
                      const SharedReply<MaskingExplained>& reply)
{
    if (text.size() > kLongestExplained) {
        reply->answer(base::fail(base::Code::Invalid,
                                 QStringLiteral("the tester takes at most 20,000 characters")));
        return;
    }
    std::ignore = m_worker.post([text, context = privacy::Context{.names = names}, reply] {
        MaskingExplained explained{.entities = privacy::find(text, context)};
        privacy::Pseudonyms pseudonyms;
        explained.masked = privacy::mask(text, explained.entities, pseudonyms);
        explained.considered = privacy::explain(text, context);
        reply->answer(std::move(explained));
    });
}

void Masking::exportLine(const store::ConversationRow& row, std::vector<store::EventRow> events,
                         base::Reply<QByteArray> reply)
{
    QStringList names = knownNames(row, m_context.people);
    reply.setWhenDropped(base::Code::Busy);
    std::ignore = m_worker.post([row, names = std::move(names), events = std::move(events),
                                 reply = std::move(reply)]() mutable {
        ConversationMasker masker(std::move(names));
        for (store::EventRow& event : events)
            event.text = masker.said(event.text);
        reply.answer(writeExchangeLine(row, events));
    });
}

} // namespace desk
