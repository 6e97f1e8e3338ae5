// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/help/help_request.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace desk {

namespace {

constexpr qsizetype kMostOfReply = 8'000; ///< characters of conversation
constexpr qsizetype kMostOfSummary = 24'000;
constexpr qsizetype kMostOfMessage = 4'000;

QString speakerOf(const store::EventRow& event)
{
    switch (event.kind) {
    case engine::EventKind::CustomerMessage:
    case engine::EventKind::OptionChosen: return QStringLiteral("customer");
    case engine::EventKind::BotMessage: return QStringLiteral("bot");
    case engine::EventKind::AgentMessage: return QStringLiteral("agent");
    default: return {};
    }
}

bool mayLeave(const store::EventRow& event)
{
    return !event.isErased && !speakerOf(event).isEmpty() && !event.text.trimmed().isEmpty();
}

QByteArray messageLine(const store::EventRow& event)
{
    return QJsonDocument(QJsonObject{{QStringLiteral("message"), event.seq.value},
                                     {QStringLiteral("who"), speakerOf(event)},
                                     {QStringLiteral("text"), event.text.left(kMostOfMessage)}})
        .toJson(QJsonDocument::Compact);
}

/// A language's name in the language of the prompt.
QString languageName(const QString& language, bool isSpanish)
{
    if (language.startsWith(QLatin1String("en")))
        return isSpanish ? QStringLiteral("inglés") : QStringLiteral("English");
    if (language == QLatin1String("es-AR"))
        return isSpanish ? QStringLiteral("español rioplatense, de vos")
                         : QStringLiteral("River Plate Spanish (voseo)");
    return isSpanish ? QStringLiteral("español neutro") : QStringLiteral("neutral Spanish");
}

/// One text as JSON: what stands in it cannot end the data.
std::string dataOf(const QString& text)
{
    return QJsonDocument(QJsonObject{{QStringLiteral("text"), text}})
        .toJson(QJsonDocument::Compact)
        .toStdString();
}

const store::EventRow* messageToTranslate(const HelpRequest& request,
                                          const std::vector<store::EventRow>& events)
{
    const auto fits = [&request](const store::EventRow& event) {
        return request.about.isValid() ? event.seq == request.about
                                       : event.kind == engine::EventKind::CustomerMessage;
    };
    const auto found = std::ranges::find_if(events.rbegin(), events.rend(), fits);
    return found == events.rend() ? nullptr : &*found;
}

/// The newest that fit.
void dropOldest(std::vector<store::EventRow>& events, qsizetype most)
{
    qsizetype size = 0;
    auto first = events.end();
    while (first != events.begin()) {
        size += std::min(std::prev(first)->text.size(), kMostOfMessage);
        if (size > most)
            break;
        --first;
    }
    events.erase(events.begin(), first);
}

} // namespace

QString helpTaskName(HelpTask task)
{
    switch (task) {
    case HelpTask::Reply: break;
    case HelpTask::Shorter: return QStringLiteral("shorter");
    case HelpTask::Clearer: return QStringLiteral("clearer");
    case HelpTask::Friendlier: return QStringLiteral("friendlier");
    case HelpTask::Formal: return QStringLiteral("formal");
    case HelpTask::ForCustomer: return QStringLiteral("for_customer");
    case HelpTask::ForMe: return QStringLiteral("for_me");
    case HelpTask::Summary: return QStringLiteral("summary");
    }
    return QStringLiteral("reply");
}

std::optional<HelpTask> helpTaskOf(const QString& name)
{
    for (const HelpTask task :
         {HelpTask::Reply, HelpTask::Shorter, HelpTask::Clearer, HelpTask::Friendlier,
          HelpTask::Formal, HelpTask::ForCustomer, HelpTask::ForMe, HelpTask::Summary}) {
        if (helpTaskName(task) == name)
            return task;
    }
    return {};
}

bool isOfDraft(HelpTask task) noexcept
{
    return task != HelpTask::Reply && task != HelpTask::ForMe && task != HelpTask::Summary;
}

QString helpPromptId(HelpTask task)
{
    const bool isTranslation = task == HelpTask::ForCustomer || task == HelpTask::ForMe;
    return QStringLiteral("help_") +
           (isTranslation ? QStringLiteral("translate") : helpTaskName(task));
}

std::optional<HelpGround> groundOf(const HelpRequest& request, QString language,
                                   std::vector<store::EventRow> events)
{
    std::erase_if(events, [](const store::EventRow& event) { return !mayLeave(event); });
    HelpGround ground{.language = std::move(language)};
    if (isOfDraft(request.task)) {
        ground.original = request.text.trimmed().left(kLongestHelpText);
    } else if (request.task == HelpTask::ForMe) {
        if (const auto* message = messageToTranslate(request, events)) {
            ground.original = message->text.trimmed();
            if (message != events.data())
                ground.before = std::prev(message)->text;
        }
    } else {
        dropOldest(events, request.task == HelpTask::Summary ? kMostOfSummary : kMostOfReply);
    }
    ground.events = std::move(events);
    for (const auto& event : ground.events)
        ground.seqs.insert(event.seq.value);
    const bool isOfConversation =
        request.task == HelpTask::Reply || request.task == HelpTask::Summary;
    if (isOfConversation ? ground.events.empty() : ground.original.isEmpty())
        return std::nullopt;
    return ground;
}

ai::ChatRequest helpChat(const HelpRequest& request, const HelpGround& ground, const Prompt& prompt)
{
    // What the customer will read follows the rules of the customer's language.
    const bool isForAgent = request.task == HelpTask::ForMe || request.task == HelpTask::Summary;
    const QString language = isForAgent ? request.language : ground.language;
    const bool isSpanish = language.startsWith(QLatin1String("es"));
    std::string data;
    if (ground.original.isEmpty()) {
        for (const auto& event : ground.events)
            data += messageLine(event).toStdString() + '\n';
    } else {
        data = dataOf(ground.original);
    }
    const QString told =
        prompt.text(language, {{QStringLiteral("language"), languageName(language, isSpanish)}});
    ai::ChatRequest chat{.lane = ai::Lane::Other,
                         .priority = ai::Priority::Interactive,
                         .purpose = prompt.id.toStdString(),
                         .idempotencyKey = request.ticket.toStdString(),
                         .messages = {{.role = ai::Role::System, .text = told.toStdString()},
                                      {.role = ai::Role::User,
                                       .text = std::move(data),
                                       .form = ai::Form::Json,
                                       .before = ground.before.toStdString()}},
                         .temperature = prompt.temperature,
                         .maxTokens = prompt.maxTokens};
    for (const QString& name : ground.names)
        chat.names.push_back(name.toStdString());
    if (!prompt.answer.isEmpty())
        chat.schema = ai::Schema{prompt.id.toStdString(), prompt.answer.toStdString()};
    return chat;
}

} // namespace desk
