// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/context.h"
#include "desk/help/help_request.h"
#include "desk/smart/ai_service.h"
#include "desk/smart/smart_mode.h"
#include "desk/turns.h"

#include <map>

namespace desk {

/// AI's help for the agent: a suggested reply, another wording, a translation, a summary. It gives text
/// to an agent and says nothing in a conversation, which only keeps the record of the call; whatever AI does, every request gets one answer. Only smart
/// mode off for all counts here: shares and stages are of the bot's turns. Lives on the desk thread.
class Help
{
public:
    Help(Context& context, AiService& ai, const SmartMode& smart, Turns& turns)
        : m_context(context), m_ai(ai), m_smart(smart), m_turns(turns)
    {
    }

    /// \param delta hears the answer as it comes; nothing of a summary, which comes whole and checked
    void ask(HelpRequest request, base::Ear<QString> delta, const SharedReply<HelpAnswer>& reply);
    /// What ask() would send, with nothing sent: end says why not, where it could not be.
    void preview(HelpRequest request, const SharedReply<HelpAnswer>& reply);
    /// The answer is Cancelled; harmless after it.
    void cancel(const QString& ticket);

    /// Invalid: no ticket, or too long a comment.
    void rate(const HelpRating& rating, const SharedReply<void>& reply);
    void ratings(const SharedReply<std::vector<HelpRated>>& reply);

private:
    /// A request on its way.
    struct Work {
        HelpRequest request;
        HelpGround ground;
        HelpAnswer answer;
        base::Ear<QString> delta;
        SharedReply<HelpAnswer> reply;
        std::uint64_t call = 0; ///< 0: nothing was sent yet
        bool isPreview = false, isCancelled = false;
    };
    using WorkPointer = std::shared_ptr<Work>;

    void begin(const WorkPointer& work);
    void read(const WorkPointer& work, const store::Summary& summary);
    void prepare(const WorkPointer& work, const store::Summary& summary,
                 base::Result<std::vector<store::EventRow>> events);
    void send(const WorkPointer& work, ai::ChatRequest chat, const base::Result<QByteArray>& body);
    void ended(const WorkPointer& work, const base::Result<ai::CallReport>& report);
    void record(const Work& work, engine::AiHelp help);
    void end(const WorkPointer& work, HelpEnd how);

    Context& m_context;
    AiService& m_ai;
    const SmartMode& m_smart;
    Turns& m_turns;
    std::map<QString, WorkPointer> m_running; ///< by ticket
};

} // namespace desk
