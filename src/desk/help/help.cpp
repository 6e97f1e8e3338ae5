// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/help/help.h"

#include "desk/help/help_answer.h"
#include "desk/smart/turn_help.h"

namespace desk {

namespace {

constexpr int kMostEvents = 400;
constexpr int kEventsBefore = 12; ///< of one message: among them is what it answers
constexpr qsizetype kLongestComment = 1'000;
constexpr std::size_t kMostRunning = 50;

/// Pieces of an answer until they are more than is kept: a server that never stops fills nothing here.
/// The count is shared, for the client copies what it calls.
auto teller(base::Ear<QString> ear)
{
    return [ear = std::move(ear), told = std::make_shared<qsizetype>(0)](std::string_view piece) {
        if (*told > kLongestAnswer)
            return;
        const QString text = QString::fromUtf8(piece.data(), static_cast<qsizetype>(piece.size()));
        *told += text.size();
        ear.tell(text);
    };
}

} // namespace

void Help::ask(HelpRequest request, base::Ear<QString> delta, const SharedReply<HelpAnswer>& reply)
{
    const QString ticket = request.ticket;
    if (ticket.isEmpty() || m_running.contains(ticket) || m_running.size() >= kMostRunning) {
        reply->answer(base::fail(base::Code::Busy, QStringLiteral("no ticket of its own")));
        return;
    }
    auto work = std::make_shared<Work>(
        Work{.request = std::move(request), .delta = std::move(delta), .reply = reply});
    m_running.emplace(ticket, work);
    begin(work);
}

void Help::preview(HelpRequest request, const SharedReply<HelpAnswer>& reply)
{
    begin(std::make_shared<Work>(
        Work{.request = std::move(request), .reply = reply, .isPreview = true}));
}

void Help::begin(const WorkPointer& work)
{
    work->answer.task = work->request.task;
    if (!m_ai.isConfigured()) {
        end(work, HelpEnd::NoAi);
        return;
    }
    if (m_smart.state().share == 0) {
        end(work, HelpEnd::SwitchedOff);
        return;
    }
    m_context.store.conversation(work->request.conversation,
                                 m_context.caller.expect<store::ConversationRow>(
                                     [this, work](const base::Result<store::ConversationRow>& row) {
                                         if (!row || row->isErased)
                                             end(work, HelpEnd::Gone);
                                         else
                                             read(work, row->summary);
                                     }));
}

void Help::read(const WorkPointer& work, const store::Summary& summary)
{
    using Events = std::vector<store::EventRow>;
    store::EventQuery query{.conversation = work->request.conversation, .limit = kMostEvents};
    const base::Seq about = work->request.about;
    if (work->request.task == HelpTask::ForMe && about.isValid()) {
        query.before = base::Seq{about.value + 1};
        query.limit = kEventsBefore;
    }
    m_context.store.events(
        query, m_context.caller.expect<Events>([this, work, summary](base::Result<Events> events) {
            prepare(work, summary, std::move(events));
        }));
}

void Help::prepare(const WorkPointer& work, const store::Summary& summary,
                   base::Result<std::vector<store::EventRow>> events)
{
    if (!events) {
        m_running.erase(work->request.ticket);
        work->reply->answer(base::fail(events.error()));
        return;
    }
    const Prompt* prompt = m_context.prompts.promptFor(helpPromptId(work->request.task));
    if (!prompt) {
        end(work, HelpEnd::Incapable);
        return;
    }
    auto ground = groundOf(work->request, summary.language, *std::move(events));
    if (!ground) {
        end(work, HelpEnd::NothingToDo);
        return;
    }
    work->ground = *std::move(ground);
    if (!summary.name.isEmpty())
        work->ground.names += summary.name;
    for (const auto& [id, person] : m_context.people)
        work->ground.names += person.name;
    work->answer.original = work->ground.original;
    work->answer.prompt = prompt->name();
    ai::ChatRequest chat = helpChat(work->request, work->ground, *prompt);
    m_ai.preview(chat, m_context.caller.expect<QByteArray>(
                           [this, work, chat](const base::Result<QByteArray>& body) {
                               send(work, chat, body);
                           }));
}

void Help::send(const WorkPointer& work, ai::ChatRequest chat, const base::Result<QByteArray>& body)
{
    if (!body || work->isCancelled) {
        end(work, work->isCancelled ? HelpEnd::Cancelled : HelpEnd::Incapable);
        return;
    }
    work->answer.sent = *body;
    if (work->isPreview) {
        end(work, HelpEnd::Done);
        return;
    }
    work->call = m_ai.start(
        std::move(chat),
        m_context.caller.expect<ai::CallReport>(
            [this, work](const base::Result<ai::CallReport>& report) { ended(work, report); }),
        teller(work->delta));
}

// Erased meanwhile: what AI made of the texts goes with them.
void Help::ended(const WorkPointer& work, const base::Result<ai::CallReport>& report)
{
    if (!report && report.error().code != base::Code::Cancelled) {
        end(work, HelpEnd::Unavailable);
        return;
    }
    engine::AiHelp call{.purpose = helpPromptId(work->request.task), .prompt = work->answer.prompt};
    if (report) {
        takeOutcome(*report, work->ground, work->answer);
        noteCall(*report, call);
    } else { // given up by the agent; what was sent is told all the same
        work->answer.end = HelpEnd::Cancelled;
        call.outcome = QStringLiteral("cancelled");
        call.request = QString::fromUtf8(work->answer.sent);
    }
    m_context.store.conversation(
        work->request.conversation,
        m_context.caller.expect<store::ConversationRow>(
            [this, work, call](const base::Result<store::ConversationRow>& row) {
                const bool isGone = !row || row->isErased;
                if (!isGone)
                    record(*work, call);
                end(work, isGone ? HelpEnd::Gone : work->answer.end);
            }));
}

// The agent does not wait for it.
void Help::record(const Work& work, engine::AiHelp help)
{
    help.text = work.answer.text;
    m_turns.submit(work.request.conversation,
                   {.input = {.kind = engine::Input::Kind::Helped},
                    .done =
                        [this](const base::Result<TurnDone>& done) {
                            if (!done)
                                m_context.log.warning("ai", "help_not_recorded",
                                                      {{"why", done.error().detail}});
                        },
                    .help = std::move(help)});
}

void Help::end(const WorkPointer& work, HelpEnd how)
{
    if (!work->isPreview)
        m_running.erase(work->request.ticket);
    if (how == HelpEnd::Gone)
        work->answer = {.task = work->request.task};
    work->answer.end = how;
    work->reply->answer(std::move(work->answer));
}

void Help::cancel(const QString& ticket)
{
    const auto it = m_running.find(ticket);
    if (it == m_running.end())
        return;
    it->second->isCancelled = true;
    if (it->second->call != 0)
        m_ai.cancel(it->second->call);
}

void Help::rate(const HelpRating& rating, const SharedReply<void>& reply)
{
    if (rating.ticket.isEmpty() || rating.comment.size() > kLongestComment) {
        reply->answer(base::fail(base::Code::Invalid,
                                 QStringLiteral("a ticket, and a comment of 1,000 characters")));
        return;
    }
    m_context.store.conversation(
        rating.conversation,
        m_context.caller.expect<store::ConversationRow>(
            [this, rating, reply](const base::Result<store::ConversationRow>& row) {
                if (!row || row->isErased) {
                    reply->answer(base::fail(base::Code::NotFound, "its texts are gone"));
                    return;
                }
                m_context.store.saveHelpRating(
                    {.conversation = rating.conversation,
                     .answer = rating.ticket,
                     .task = helpTaskName(rating.task),
                     .prompt = rating.prompt,
                     .model = rating.model,
                     .isGood = rating.isGood,
                     .comment = rating.comment.trimmed(),
                     .person = rating.person,
                     .time = m_context.clock.wall()},
                    m_context.caller.expect<void>(
                        [reply](base::Result<void> saved) { reply->answer(std::move(saved)); }));
            }));
}

void Help::ratings(const SharedReply<std::vector<HelpRated>>& reply)
{
    using Rows = std::vector<store::HelpRatingRow>;
    m_context.store.helpRatings(
        m_context.caller.expect<Rows>([this, reply](const base::Result<Rows>& rows) {
            if (!rows) {
                reply->answer(base::fail(rows.error()));
                return;
            }
            std::vector<HelpRated> rated;
            for (const auto& row : *rows)
                rated.push_back({.conversation = row.conversation,
                                 .task = row.task,
                                 .prompt = row.prompt,
                                 .model = row.model,
                                 .comment = row.comment,
                                 .personName = m_context.nameOf(row.person),
                                 .isGood = row.isGood,
                                 .time = row.time});
            reply->answer(std::move(rated));
        }));
}

} // namespace desk
