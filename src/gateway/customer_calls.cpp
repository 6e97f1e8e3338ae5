// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateway/customer_calls.h"

#include "gateway/answers.h"
#include "gateway/parts.h"
#include "http/text.h"

#include <QCryptographicHash>

#include <algorithm>
#include <cctype>

namespace gateway {

namespace {

bool isJson(std::string_view contentType)
{
    // Absent is forgiven: shell clients leave it out. A form's type would let a foreign page post
    // without asking, so nothing else is.
    std::string type(contentType.substr(0, contentType.find(';')));
    type.erase(type.find_last_not_of(" \t") + 1);
    std::ranges::transform(type, type.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return type.empty() || type == "application/json";
}

constexpr std::size_t kLongestLocale = 35; // RFC 5646, 4.4.1

// What GET may say. A customer's id is a credential and never stands in an address.
void readQuery(Call& call, desk::GreetRequest& request)
{
    const auto locale = call.request.queryValue("locale");
    if (!locale.empty() && locale.size() <= kLongestLocale) {
        request.locale = QString::fromStdString(locale);
        call.language = languageOf(locale);
    }
    constexpr qsizetype kLongestName = 80;
    if (request.name.isEmpty())
        request.name =
            QString::fromStdString(call.request.queryValue("name")).simplified().left(kLongestName);
}

std::string hashOf(const QString& token)
{
    return QCryptographicHash::hash(token.toUtf8(), QCryptographicHash::Sha256).toStdString();
}

struct Credentials {
    base::SessionId session;
    QString csrf; ///< may be empty
};

/// Or answers what is wrong with them.
std::optional<Credentials> credentialsOf(const SharedCall& call, const Body& body)
{
    const auto header = [&](std::string_view name) {
        const auto text = call->request.header(name);
        return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    };
    QString id = header("x-session-id");
    if (id.isEmpty())
        id = body.sessionId;
    QString csrf = header("x-csrf-token");
    if (csrf.isEmpty())
        csrf = body.csrfToken;
    if (id.isEmpty()) {
        call->refuse("session_missing");
        return std::nullopt;
    }
    if (!base::isHexId(id)) {
        // Ids of the earlier backend as well: its clients are to begin again.
        call->refuse("session_expired");
        return std::nullopt;
    }
    if (csrf.isEmpty() && !call->parts.access.isOriginAllowed(call->request)) {
        call->refuse("origin");
        return std::nullopt;
    }
    return Credentials{{id}, csrf};
}

/// False: answered.
bool mayUse(const SharedCall& call, const Credentials& credentials, const desk::SessionInfo& info)
{
    if (!call->isLanguageAsked && !info.locale.isEmpty())
        call->language = languageOf(info.locale.toStdString());
    const bool isRight = credentials.csrf.isEmpty() ||
                         equalsConstantTime(hashOf(credentials.csrf), info.csrfHash.toStdString());
    if (!isRight)
        call->refuse("csrf");
    return isRight;
}

} // namespace

void withBody(const SharedCall& call, const std::function<void(const Body&)>& work)
{
    if (!call->request.body.empty() && !isJson(call->request.header("content-type"))) {
        call->refuse("media_type");
        return;
    }
    const auto body = parseBody(call->request.body);
    if (!body) {
        call->refuse(body.error().code, body.error().field);
        return;
    }
    if (!body->locale.isEmpty()) {
        call->language = languageOf(body->locale.toStdString());
        call->isLanguageAsked = true;
    }
    work(*body);
}

void withSession(const SharedCall& call, const Body& body,
                 std::function<void(const base::SessionId&, const desk::SessionInfo&)> work)
{
    const auto credentials = credentialsOf(call, body);
    if (!credentials)
        return;
    call->parts.desk.session(*call->parts.caller, credentials->session,
                             [call, credentials = *credentials,
                              work = std::move(work)](base::Result<desk::SessionInfo> info) {
                                 if (!info) {
                                     call->refuse(info.error());
                                     return;
                                 }
                                 if (!info->isValid) {
                                     call->refuse("session_expired");
                                     return;
                                 }
                                 call->parts.sessions.remember(credentials.session, *info);
                                 if (mayUse(call, credentials, *info))
                                     work(credentials.session, *info);
                             });
}

void withLikelySession(
    const SharedCall& call, const Body& body,
    const std::function<void(const base::SessionId&, const desk::SessionInfo&)>& work)
{
    const auto credentials = credentialsOf(call, body);
    if (!credentials)
        return;
    const auto* known = call->parts.sessions.find(credentials->session);
    if (!known)
        withSession(call, body, work);
    else if (mayUse(call, *credentials, *known))
        work(credentials->session, *known);
}

void greet(const SharedCall& call)
{
    withBody(call, [&](const Body& body) {
        if (!call->parts.access.isOriginAllowed(call->request)) {
            call->refuse("origin");
            return;
        }
        if (const auto wait =
                call->parts.greetingPerAddress.take(http::limitKey(call->request.client))) {
            call->refuseRate("greeting", *wait);
            return;
        }
        desk::GreetRequest request{.locale = body.locale, .name = body.name.simplified()};
        if (call->request.method == "GET")
            readQuery(*call, request);
        if (base::isHexId(body.customerId))
            request.customer = {body.customerId};
        if (request.locale.isEmpty()) {
            const auto accepted = call->request.header("accept-language");
            const auto first =
                accepted.substr(0, std::min(accepted.find_first_of(",; "), kLongestLocale));
            request.locale =
                QString::fromLatin1(first.data(), static_cast<qsizetype>(first.size()));
        }
        call->parts.desk.greet(*call->parts.caller, std::move(request),
                               [call](base::Result<desk::Greeting> greeting) {
                                   if (greeting)
                                       call->json(greetingJson(*greeting));
                                   else
                                       call->refuse(greeting.error());
                               });
    });
}

static void answerChat(const SharedCall& call, const base::SessionId& session,
                       const base::Result<desk::Answer>& answer)
{
    if (answer) {
        call->parts.sessions.moved(session, answer->conversation);
        call->json(answerJson(*answer, call->elapsed().count()));
        return;
    }
    call->parts.sessions.forget(session);
    call->refuse(answer.error());
}

void chat(const SharedCall& call)
{
    withBody(call, [&](const Body& body) {
        if (body.hasImages) {
            call->refuse("images_not_accepted", "images");
            return;
        }
        const bool isButton = body.action == QLatin1String("button");
        if (isButton ? body.value.isEmpty() : body.message.trimmed().isEmpty()) {
            call->refuse(isButton ? "bad_field" : "empty_message", isButton ? "value" : "message");
            return;
        }
        if (const auto wait =
                call->parts.chatPerAddress.take(http::limitKey(call->request.client))) {
            call->refuseRate("chat_address", *wait);
            return;
        }
        desk::CustomerInput input{.clientMessageId = body.clientMessageId};
        if (isButton) {
            input.value = body.value;
            input.label = body.label;
        } else {
            input.text = body.message;
        }
        withLikelySession(
            call, body,
            [call, input](const base::SessionId& session, const desk::SessionInfo& info) {
                if (const auto wait = call->parts.chatPerConversation.take(
                        std::to_string(info.conversation.value))) {
                    call->refuseRate("chat_conversation", *wait);
                    return;
                }
                call->parts.desk.customerSays(
                    *call->parts.caller, session, input,
                    [call, session](const base::Result<desk::Answer>& answer) {
                        answerChat(call, session, answer);
                    });
            });
    });
}

void validateSession(const SharedCall& call)
{
    withBody(call, [&](const Body& body) {
        QString id = body.sessionId;
        const auto header = call->request.header("x-session-id");
        if (id.isEmpty())
            id = QString::fromUtf8(header.data(), static_cast<qsizetype>(header.size()));
        if (!base::isHexId(id)) {
            if (id.isEmpty())
                call->refuse("session_missing");
            else
                call->json(sessionJson({}));
            return;
        }
        call->parts.desk.session(*call->parts.caller, {id},
                                 [call](base::Result<desk::SessionInfo> info) {
                                     if (info)
                                         call->json(sessionJson(*info));
                                     else
                                         call->refuse(info.error());
                                 });
    });
}

void resetConversation(const SharedCall& call)
{
    withBody(call, [&](const Body& body) {
        if (const auto wait =
                call->parts.greetingPerAddress.take(http::limitKey(call->request.client))) {
            call->refuseRate("greeting", *wait);
            return;
        }
        withSession(call, body, [call](const base::SessionId& session, const desk::SessionInfo&) {
            call->parts.desk.resetConversation(
                *call->parts.caller, session, [call](base::Result<desk::Answer> answer) {
                    if (answer)
                        call->json(answerJson(*answer, call->elapsed().count()));
                    else
                        call->refuse(answer.error());
                });
        });
    });
}

void signal(const SharedCall& call)
{
    withBody(call, [&](const Body& body) {
        if (!body.typing && !body.seen) {
            call->refuse("bad_field", "typing");
            return;
        }
        withSession(
            call, body, [call, body](const base::SessionId& session, const desk::SessionInfo&) {
                if (body.typing.value_or(false))
                    call->parts.desk.customerTyping(session);
                if (body.seen)
                    call->parts.desk.customerHasSeen(session, base::CustomerSeq{*body.seen});
                call->answer({.status = 204});
            });
    });
}

} // namespace gateway
