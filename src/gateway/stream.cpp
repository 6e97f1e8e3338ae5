// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/stream.h"

#include "gateway/answers.h"
#include "gateway/customer_calls.h"
#include "gateway/parts.h"

#include <charconv>

namespace gateway {

namespace {

constexpr int kPage = 200;

/// "AB-1234:57" or "57". Nothing where it is neither.
std::optional<desk::StreamPosition> positionOf(std::string_view text)
{
    desk::StreamPosition position;
    if (text.empty())
        return position;
    if (const auto colon = text.find(':'); colon != std::string_view::npos) {
        position.conversation = base::conversationOfCode(
            QString::fromLatin1(text.data(), static_cast<qsizetype>(colon)));
        if (!position.conversation)
            return std::nullopt;
        text.remove_prefix(colon + 1);
    }
    const auto read = std::from_chars(text.data(), text.data() + text.size(), position.after.value);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size() || position.after.value < 0)
        return std::nullopt;
    return position;
}

/// One open stream: fetches a page after the last number sent whenever there is news, one fetch at a
/// time, so nothing is missed or sent twice. Kept alive by the stream's own end. Http thread.
class Stream : public std::enable_shared_from_this<Stream>
{
public:
    Stream(Parts& parts, base::SessionId session, std::unique_ptr<http::EventStream> events,
           desk::StreamPosition from, desk::Handling handling)
        : m_parts(parts), m_session(std::move(session)), m_events(std::move(events)), m_from(from),
          m_handling(std::move(handling)), m_caller(std::in_place, parts.server->home())
    {
    }

    void start()
    {
        // The caller goes when the client does; with it everything that waits.
        m_events->onClosed([self = shared_from_this()]() mutable {
            self->m_caller.reset();
            self.reset();
        });
        m_parts.desk.hearCustomer(*m_caller, m_session,
                                  [weak = weak_from_this()](const desk::CustomerNews& news) {
                                      if (const auto self = weak.lock())
                                          self->hear(news);
                                  });
        fetch();
    }

private:
    void hear(const desk::CustomerNews& news)
    {
        using Kind = desk::CustomerNews::Kind;
        if (news.kind == Kind::Changed || news.kind == Kind::Conversation ||
            news.kind == Kind::Erased) {
            m_hasNews = true;
            fetch();
            return;
        }
        m_events->send(newsFrame(news));
    }

    void fetch()
    {
        if (m_isFetching || !m_caller)
            return;
        m_isFetching = true;
        m_hasNews = false;
        m_parts.desk.customerEvents(
            *m_caller, m_session, m_from, kPage,
            [weak = weak_from_this()](base::Result<desk::CustomerEventPage> page) {
                if (const auto self = weak.lock())
                    self->fetched(std::move(page));
            });
    }

    // A long history goes out at the client's own pace.
    void fetchWhenSent()
    {
        m_isFetching = true;
        m_events->whenSent([weak = weak_from_this()] {
            if (const auto self = weak.lock()) {
                self->m_isFetching = false;
                self->fetch();
            }
        });
    }

    void fetched(base::Result<desk::CustomerEventPage> page)
    {
        m_isFetching = false;
        if (!page) {
            // The client comes again with its position; a session that has gone answers 410 then.
            m_events.reset();
            m_caller.reset();
            return;
        }
        std::string frames;
        for (const auto& event : page->events) {
            frames += eventFrame(event);
            m_from = {event.conversation, event.seq};
        }
        const bool isElsewhere =
            !page->hasMore && m_from.conversation.value_or(page->current) != page->current;
        if (isElsewhere) {
            frames += conversationFrame(page->current);
            m_from = {page->current, {}};
        } else if (!m_from.conversation) {
            m_from.conversation = page->current;
        }
        // After what has happened, so that a page which replays the past ends up with the present.
        if (!page->hasMore && !isElsewhere && (!frames.empty() || page->handling != m_handling)) {
            m_handling = page->handling;
            frames += stateFrame(page->current, m_handling);
        }
        if (!frames.empty())
            m_events->send(std::move(frames));
        m_hasNews = m_hasNews || page->hasMore || isElsewhere;
        if (m_hasNews)
            fetchWhenSent();
    }

    Parts& m_parts;
    const base::SessionId m_session;
    std::unique_ptr<http::EventStream> m_events;
    desk::StreamPosition m_from;
    desk::Handling m_handling; ///< as last told
    std::optional<base::Caller> m_caller;
    bool m_isFetching = false;
    bool m_hasNews = false;
};

} // namespace

void openEvents(const SharedCall& call)
{
    std::string after = call->request.queryValue("after");
    if (after.empty())
        after = call->request.header("last-event-id");
    const auto position = positionOf(after);
    if (!position) {
        call->refuse("bad_field", "after");
        return;
    }
    withSession(call, {},
                [call, position](const base::SessionId& session, const desk::SessionInfo& info) {
                    auto events = call->openEvents();
                    events->send(stateFrame(info.conversation, info.handling));
                    std::make_shared<Stream>(call->parts, session, std::move(events), *position,
                                             info.handling)
                        ->start();
                });
}

} // namespace gateway
