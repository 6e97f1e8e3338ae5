// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/client/attempt_end.h"

namespace ai {

namespace {

ErrorClass classOfStatus(int status)
{
    switch (status) {
    case 401:
    case 403: return ErrorClass::Auth;
    case 402: return ErrorClass::Quota;
    case 404: return ErrorClass::NotFound;
    case 413: return ErrorClass::TooLong;
    case 429: return ErrorClass::RateLimited;
    case 503:
    case 529: return ErrorClass::Overloaded;
    default: break;
    }
    return status >= 500 || status == 408 ? ErrorClass::Server : ErrorClass::BadRequest;
}

/// An HTML page with a status of its own says as much as that status.
ErrorClass classOf(const AttemptEnd& end)
{
    const ErrorClass told = end.answer.error ? end.answer.error->kind : ErrorClass::Protocol;
    return told == ErrorClass::Protocol && end.status >= 400 ? classOfStatus(end.status) : told;
}

std::string excerptOf(const AttemptEnd& end)
{
    return end.answer.error ? end.answer.error->excerpt : std::string();
}

struct Meaning {
    Verdict verdict;
    Next next;
    Outcome outcome;
};

Meaning meaningOfError(ErrorClass error, const std::string& excerpt)
{
    switch (error) {
    case ErrorClass::RateLimited: return {Verdict::AnsweredOnly, Next::NextHop, RateLimited{}};
    case ErrorClass::Quota:
        return {Verdict::AnsweredOnly, Next::NextHop, Unavailable{Cause::Quota, {}}};
    case ErrorClass::Server:
    case ErrorClass::Overloaded:
        return {Verdict::Failed, Next::NextHop, Unavailable{Cause::ServerError, {}}};
    case ErrorClass::TooLong: return {Verdict::AnsweredOnly, Next::LongerHop, TooLong{}};
    case ErrorClass::ContentFilter:
        return {Verdict::AnsweredOnly, Next::Finish, Refused{"content_filter"}};
    case ErrorClass::Auth: return {Verdict::AnsweredOnly, Next::NextHop, Unauthorized{}};
    case ErrorClass::NotFound:
        return {Verdict::AnsweredOnly, Next::NextHop, Unavailable{Cause::NotFound, {}}};
    case ErrorClass::UnknownField:
    case ErrorClass::BadRequest: return {Verdict::AnsweredOnly, Next::Finish, BadRequest{excerpt}};
    case ErrorClass::Protocol: break;
    }
    return {Verdict::Failed, Next::NextHop, ProtocolError{excerpt}};
}

/// 409, 425 and 501 are no sign of illness, although they may be answered otherwise elsewhere.
Meaning meaningOfStatus(const AttemptEnd& end)
{
    if (end.status == 409 || end.status == 425 || end.status == 501)
        return {Verdict::AnsweredOnly, Next::NextHop, Unavailable{Cause::ServerError, {}}};
    if (end.status == 408)
        return {Verdict::Failed, Next::NextHop, Unavailable{Cause::ServerError, {}}};
    return meaningOfError(classOf(end), excerptOf(end));
}

Meaning meaningOfWire(WireEnd end)
{
    switch (end) {
    case WireEnd::ConnectFailed:
    case WireEnd::NameNotFound:
    case WireEnd::TlsFailed:
        return {Verdict::ConnectFailed, Next::NextHop, Unavailable{Cause::ConnectFailed, {}}};
    case WireEnd::Offline:
        return {Verdict::Ignored, Next::NextHop, Unavailable{Cause::Offline, {}}};
    case WireEnd::RedirectRefused:
        return {Verdict::AnsweredOnly, Next::NextHop,
                ProtocolError{"a redirect that is not followed"}};
    default: break;
    }
    return {Verdict::Failed, Next::NextHop, Unavailable{Cause::ServerError, {}}};
}

Judgement judgeAnswer(const AttemptEnd& end, const CallSide& call)
{
    const bool isSlow = end.timeToContent && *end.timeToContent > call.slowAfter;
    Judgement judged{.verdict = isSlow ? Verdict::ServedSlowly : Verdict::Served,
                     .reason = isSlow ? "ok_slow" : "ok"};
    if (end.answer.finish == "content_filter") {
        judged.outcome = Refused{"content_filter"};
        judged.reason = "content_filter";
    } else if (!end.hasContent && end.answer.toolCalls.empty()) {
        judged.outcome = ProtocolError{"an empty answer"};
        judged.next = Next::NextHop;
        judged.reason = "empty";
    } else {
        judged.outcome = Completed{.finish = end.answer.finish, .toolCalls = end.answer.toolCalls};
    }
    return judged;
}

/// Cut by its call. It counts as slow only where it had at least half of the time that the call
/// had: an endpoint that was reached late is not to blame.
Judgement judgeCut(const AttemptEnd& end, const CallSide& call)
{
    Judgement judged{.outcome = TimedOut{end.limit, call.partial}, .reason = limitName(end.limit)};
    if (end.isPaused)
        return judged;
    if (end.hasContent)
        judged.verdict = Verdict::FailedInLane;
    else if (end.duration * 2 >= call.firstLimit)
        judged.verdict = Verdict::TooSlow;
    return judged;
}

Judgement judgeLimit(const AttemptEnd& end, const CallSide& call)
{
    const bool isConnect = end.limit == Limit::Connect;
    Judgement judged{.verdict = isConnect ? Verdict::ConnectFailed : Verdict::Failed,
                     .outcome = TimedOut{end.limit, call.partial},
                     .next = Next::NextHop,
                     .reason = limitName(end.limit)};
    judged.mayRetry =
        isConnect && mayRetry({.end = WireEnd::ConnectFailed, .isDelivered = call.isDelivered});
    return judged;
}

RetryFacts factsOf(const AttemptEnd& end, const CallSide& call)
{
    RetryFacts facts{.end = end.wire,
                     .status = end.status,
                     .told = end.shouldRetry,
                     .isDelivered = call.isDelivered};
    if (end.answer.error)
        facts.error = classOf(end);
    return facts;
}

Judgement judgeTruncated(const AttemptEnd& end, const CallSide& call)
{
    return {.verdict = Verdict::Failed,
            .outcome = Truncated{call.partial},
            .mayRetry = end.status == 0 && mayRetry(factsOf(end, call)),
            .next = Next::NextHop,
            .reason = "truncated"};
}

Judgement judgeFailed(const AttemptEnd& end, const CallSide& call)
{
    const bool isRead = end.how == AttemptEnd::How::Read;
    Meaning meaning = isRead ? end.status >= 300 ? meaningOfStatus(end)
                                                 : meaningOfError(classOf(end), excerptOf(end))
                             : meaningOfWire(end.wire);
    Judgement judged{.verdict = meaning.verdict,
                     .outcome = std::move(meaning.outcome),
                     .mayRetry = mayRetry(factsOf(end, call)),
                     .next = meaning.next};
    if (isRead && end.status >= 300)
        judged.reason = std::to_string(end.status);
    else
        judged.reason = isRead ? errorClassName(classOf(end)) : wireEndName(end.wire);
    // What the caller has seen stays; that it ended badly is all there is to add.
    if (call.isDelivered && !std::holds_alternative<Refused>(judged.outcome))
        judged.outcome = Truncated{call.partial};
    return judged;
}

Judgement judged(const AttemptEnd& end, const CallSide& call)
{
    switch (end.how) {
    case AttemptEnd::How::Cancelled: return {.outcome = Cancelled{}, .reason = "cancelled"};
    case AttemptEnd::How::CallLimit: return judgeCut(end, call);
    case AttemptEnd::How::Limit: return judgeLimit(end, call);
    case AttemptEnd::How::Wire:
        return end.status == 0 ? judgeFailed(end, call) : judgeTruncated(end, call);
    case AttemptEnd::How::Read: break;
    }
    switch (end.answer.status) {
    case AnswerState::Status::Complete: return judgeAnswer(end, call);
    case AnswerState::Status::Failed: return judgeFailed(end, call);
    case AnswerState::Status::Truncated:
    case AnswerState::Status::Reading: break;
    }
    return judgeTruncated(end, call);
}

} // namespace

bool isStaleConnection(const AttemptEnd& end) noexcept
{
    return end.how == AttemptEnd::How::Wire && end.wire == WireEnd::ClosedBeforeAnyByte &&
           end.status == 0;
}

Judgement judge(const AttemptEnd& end, const CallSide& call)
{
    Judgement result = judged(end, call);
    result.reach = end.isConnected || end.status != 0 ? Reach::Server : Reach::Nowhere;
    if (call.isDelivered) {
        result.mayRetry = false;
        result.next = Next::Finish;
    }
    return result;
}

} // namespace ai
