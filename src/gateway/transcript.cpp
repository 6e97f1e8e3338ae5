// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/answers.h"
#include "gateway/customer_calls.h"
#include "gateway/parts.h"
#include "http/text.h"

#include <charconv>

namespace gateway {

namespace {

/// What the address names. A session's id is a credential: it is asked with, and stands nowhere else.
struct Named {
    base::ConversationId conversation; ///< none: the session's current one
    base::SessionId session;           ///< none: the conversation is named
};

std::optional<Named> namedIn(std::string_view path)
{
    const auto id = path.substr(kTranscriptPath.size());
    const QString text = QString::fromLatin1(id.data(), static_cast<qsizetype>(id.size()));
    if (const auto conversation = base::conversationOfCode(text))
        return Named{.conversation = *conversation};
    if (base::isHexId(text))
        return Named{.session = {text}};
    return std::nullopt;
}

/// Nothing: no number that could be one.
std::optional<base::CustomerSeq> startOf(const std::string& after)
{
    if (after.empty())
        return base::CustomerSeq{};
    qint64 seq = 0;
    const char* end = after.data() + after.size();
    const auto [at, error] = std::from_chars(after.data(), end, seq);
    if (error != std::errc{} || at != end || seq < 0)
        return std::nullopt;
    return base::CustomerSeq{seq};
}

void ask(const SharedCall& call, const desk::TranscriptQuery& query)
{
    call->parts.desk.transcript(*call->parts.caller, query,
                                [call](const base::Result<desk::Transcript>& transcript) {
                                    if (transcript)
                                        call->json(transcriptJson(*transcript));
                                    else if (transcript.error().code == base::Code::NotFound)
                                        call->refuse("not_found");
                                    else
                                        call->refuse(transcript.error());
                                });
}

void askAsCustomer(const SharedCall& call, const std::optional<Named>& named,
                   base::CustomerSeq after)
{
    if (const auto wait =
            call->parts.transcriptPerAddress.take(http::limitKey(call->request.client))) {
        call->refuseRate("transcript_address", *wait);
        return;
    }
    withSession(
        call, {}, [call, named, after](const base::SessionId& session, const desk::SessionInfo&) {
            const bool isOwn =
                named && (named->session.value.isEmpty() || named->session == session);
            if (isOwn)
                ask(call,
                    {.conversation = named->conversation, .session = session, .after = after});
            else
                call->refuse("not_found");
        });
}

} // namespace

void transcript(const SharedCall& call)
{
    const auto named = namedIn(call->request.path);
    const auto after = startOf(call->request.queryValue("after"));
    if (!after) {
        call->refuse("bad_field", "after");
        return;
    }
    const bool isOperator = call->parts.access.hasLogToken(call->request);
    if (!isOperator && !call->request.header("authorization").empty()) {
        call->refuseUnauthorized();
        return;
    }
    if (!isOperator) {
        askAsCustomer(call, named, *after);
        return;
    }
    if (named)
        ask(call,
            {.conversation = named->conversation, .session = named->session, .after = *after});
    else
        call->refuse("not_found");
}

} // namespace gateway
