// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/smart/turn_help.h"

#include "base/json.h"
#include "desk/smart/explanation.h"
#include "desk/smart/understood.h"

#include <algorithm>

namespace desk {

namespace {

using engine::AiPurpose;
using engine::TermKind;

/// Beyond what the call gives itself: so late only where the ai thread does not answer at all.
constexpr base::milliseconds kGrace{500};
constexpr qsizetype kLongestMessage = 2'000;

QString promptIdOf(const engine::Wish& wish)
{
    const QString name = QString::fromLatin1(engine::aiPurposeName(wish.purpose));
    return wish.purpose == AiPurpose::Word ? name + u'_' + wish.tone : name;
}

QString labelOf(const TurnQuestion& question, TermKind kind)
{
    const QString code = question.state.slots.value(engine::slotOfTerm(kind)).value;
    const auto* term = question.flow->catalogue().term(kind, code);
    return term ? term->label.plain(engine::languageOf(question.state.language)) : QString();
}

QString stepText(const TurnQuestion& question)
{
    const auto* step = question.flow->catalogue().step(question.state.currentStep);
    if (!step)
        return {};
    const auto language = engine::languageOf(question.state.language);
    const QString help = step->help.isEmpty() ? QString() : step->help.plain(language);
    return step->text.plain(language) + (help.isEmpty() ? QString() : u'\n' + help);
}

/// Safe ones that were not tried yet.
std::vector<const engine::StepItem*> stepsFor(const TurnQuestion& question)
{
    constexpr std::size_t kMost = 60; // so many fit beside the rest into 4,000 tokens
    const auto code = [&question](TermKind kind) {
        return question.state.slots.value(engine::slotOfTerm(kind)).value;
    };
    auto steps =
        question.flow->catalogue().stepsNear(code(TermKind::Problem), code(TermKind::Device));
    std::erase_if(steps, [&question](const engine::StepItem* step) {
        return question.state.stepsDone.contains(step->id);
    });
    steps.resize(std::min(steps.size(), kMost));
    return steps;
}

void writeSteps(base::JsonWriter& json, const TurnQuestion& question)
{
    json.key("steps").beginArray();
    for (const auto* step : stepsFor(question)) {
        json.beginObject().member("id", step->id);
        json.member("text", step->text.plain(engine::languageOf(question.state.language)));
        json.endObject();
    }
    json.endArray();
}

/// What a wording must say letter by letter where the flow says it.
QStringList literalsOf(const TurnQuestion& question, const engine::Shop& shop)
{
    QStringList literals{question.state.slots.value(QStringLiteral("name")).value, shop.name,
                         shop.address, shop.email, shop.hours};
    for (const auto& option : question.state.offered)
        literals.append(option.text);
    literals.removeAll(QString());
    return literals;
}

/// The user's message: data, as JSON, so that the customer's words stand in quotes.
std::string wordsOf(const TurnQuestion& question)
{
    base::JsonWriter json;
    json.beginObject();
    if (question.wish.purpose == AiPurpose::Word) {
        json.member("answer", question.wish.text).key("buttons").beginArray();
        for (const auto& option : question.state.offered)
            json.value(option.text);
        json.endArray().endObject();
        return json.take();
    }
    if (const QString device = labelOf(question, TermKind::Device); !device.isEmpty())
        json.member("device", device);
    if (const QString problem = labelOf(question, TermKind::Problem); !problem.isEmpty())
        json.member("problem", problem);
    if (question.wish.purpose == AiPurpose::Explain) {
        json.member("step", stepText(question));
    } else if (question.wish.purpose == AiPurpose::Propose) {
        writeSteps(json, question);
    } else {
        json.key("choices_offered").beginArray();
        for (const auto& option : question.state.offered)
            json.value(option.text);
        json.endArray();
    }
    if (question.input.kind == engine::Input::Kind::Message)
        json.member("message", question.input.text.left(kLongestMessage));
    json.endObject();
    return json.take();
}

} // namespace

void noteCall(const ai::CallReport& report, engine::AiHelp& help)
{
    help.outcome = QString::fromLatin1(ai::outcomeName(report.outcome));
    if (!report.attempts.empty())
        help.model = QString::fromStdString(report.attempts.back().model);
    else if (!report.hops.empty())
        help.model = QString::fromStdString(report.hops.front().model);
    help.inputTokens = report.usage.inputTokens;
    help.outputTokens = report.usage.outputTokens;
    help.costMicros = report.costMicros;
    help.firstMs = report.firstContent ? report.firstContent->count() : -1;
    help.totalMs = report.duration.count();
    help.request = QString::fromStdString(report.sent);
}

QString TurnHelp::refusal(const QString& ulid, const QString& stage) const
{
    return m_ai.isConfigured() ? m_smart.refusal(ulid, stage)
                               : QStringLiteral("no AI is configured");
}

bool TurnHelp::canAsk(const engine::Wish& wish, const engine::Input& input) const
{
    // A number alone tells no problem; it may be a document's, whose question AI is not told.
    const bool hasWords = input.kind == engine::Input::Kind::Message &&
                          std::ranges::any_of(input.text, [](QChar c) { return c.isLetter(); });
    return m_context.prompts.promptFor(promptIdOf(wish)) &&
           (hasWords || wish.purpose != AiPurpose::Understand);
}

QMap<QString, QString> TurnHelp::blanksOf(const TurnQuestion& question) const
{
    if (question.wish.purpose != AiPurpose::Understand)
        return {};
    const auto language = engine::languageOf(question.state.language);
    const auto& catalogue = question.flow->catalogue();
    return {{QStringLiteral("intents"), aiIntents().join(QStringLiteral(", "))},
            {QStringLiteral("problems"), termsForAi(catalogue, TermKind::Problem, language)},
            {QStringLiteral("devices"), termsForAi(catalogue, TermKind::Device, language)},
            {QStringLiteral("systems"), termsForAi(catalogue, TermKind::System, language)}};
}

ai::ChatRequest TurnHelp::requestFor(const TurnQuestion& question, const Prompt& prompt) const
{
    const AiConfig& config = m_context.options.ai;
    ai::ChatRequest request{.lane = ai::Lane::Turn,
                            .purpose = prompt.id.toStdString(),
                            .temperature = prompt.temperature,
                            .maxTokens = prompt.maxTokens,
                            .deadlines = ai::deadlinesOfTurn()};
    request.deadlines.slowAfter = config.turnFirstContent;
    request.deadlines.callFirstContent = config.turnFirstContent;
    request.deadlines.total = config.turnTotal;
    request.messages = {
        {.role = ai::Role::System,
         .text = prompt.text(question.state.language, blanksOf(question)).toStdString()},
        {.role = ai::Role::User,
         .text = wordsOf(question),
         .form = ai::Form::Json,
         .before = question.before.toStdString()}};
    if (const auto name = question.state.slots.value(QStringLiteral("name")).value; !name.isEmpty())
        request.names.push_back(name.toStdString());
    if (!prompt.answer.isEmpty())
        request.schema =
            ai::Schema{.name = prompt.id.toStdString(), .json = prompt.answer.toStdString()};
    return request;
}

void TurnHelp::hear(const TurnQuestion& question, const std::string& answer, engine::AiHelp& help,
                    engine::Facts& facts) const
{
    const auto reject = [&](const char* why) {
        help.outcome = QStringLiteral("rejected");
        m_ai.noteRejected();
        m_context.log.warning("ai", "answer_rejected", {{"prompt", help.prompt}, {"why", why}});
    };
    if (question.wish.purpose == AiPurpose::Understand) {
        if (!hearUnderstood(QByteArray::fromStdString(answer), question.flow->catalogue(), help,
                            facts))
            reject("nothing that we know");
        return;
    }
    if (question.wish.purpose == AiPurpose::Propose) {
        help.steps = stepsProposed(QByteArray::fromStdString(answer), stepsFor(question));
        if (help.steps.isEmpty())
            reject("no step of ours");
        return;
    }
    const QString text = QString::fromStdString(answer).trimmed();
    const QString& language = question.state.language;
    const char* flaw =
        question.wish.purpose == AiPurpose::Word
            ? flawOfWording(text, {.text = question.wish.text, .language = language},
                            literalsOf(question, facts.shop))
            : flawOfExplanation(text, {.text = stepText(question), .language = language});
    if (flaw)
        reject(flaw);
    else
        help.text = text;
}

std::function<void()> TurnHelp::ask(TurnQuestion question, engine::Facts facts,
                                    std::function<void(engine::Facts)> done)
{
    const Prompt* prompt = m_context.prompts.promptFor(promptIdOf(question.wish));
    Q_ASSERT(prompt);
    auto request = requestFor(question, *prompt);
    struct Waiting {
        TurnQuestion question;
        engine::Facts facts;
        std::function<void(engine::Facts)> done;
        engine::AiHelp help;
        base::TimerId timer;
    };
    auto waiting = std::make_shared<Waiting>(Waiting{
        .question = std::move(question), .facts = std::move(facts), .done = std::move(done)});
    waiting->help.purpose =
        QString::fromLatin1(engine::aiPurposeName(waiting->question.wish.purpose));
    waiting->help.prompt = prompt->name();
    const auto end = [this, waiting](const char* outcome) {
        const auto tell = std::exchange(waiting->done, nullptr);
        if (!tell)
            return; // what comes after the end is accounted where it was asked
        m_context.timers().cancel(waiting->timer);
        if (outcome)
            waiting->help.outcome = QString::fromLatin1(outcome);
        waiting->facts.ai = std::move(waiting->help);
        tell(std::move(waiting->facts));
    };
    const auto number = m_ai.start(
        std::move(request),
        m_context.caller.expect<ai::CallReport>(
            [this, waiting, end](const base::Result<ai::CallReport>& report) {
                if (!waiting->done)
                    return;
                if (!report) {
                    end("unavailable");
                    return;
                }
                noteCall(*report, waiting->help);
                if (const auto* completed = std::get_if<ai::Completed>(&report->outcome))
                    hear(waiting->question, completed->text, waiting->help, waiting->facts);
                end(nullptr);
            }));
    waiting->timer =
        m_context.timers().after(m_context.options.ai.turnTotal + kGrace, [this, number, end] {
            m_context.log.warning("ai", "turn_late", {});
            m_ai.cancel(number);
            end("timed_out");
        });
    return [this, number, end] {
        m_ai.cancel(number);
        end("cancelled");
    };
}

} // namespace desk
