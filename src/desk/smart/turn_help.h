// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ai/client/report.h"
#include "desk/context.h"
#include "desk/smart/ai_service.h"
#include "desk/smart/smart_mode.h"
#include "engine/flow.h"
#include "engine/values.h"

#include <functional>
#include <memory>
#include <optional>

namespace desk {

/// What a turn wishes of AI, and all that it may be told.
struct TurnQuestion {
    engine::Wish wish;
    std::shared_ptr<const engine::Flow> flow;
    engine::State state; ///< as decided without AI
    engine::Input input;
    QString before; ///< what was said to the customer right before: masking hears it, AI does not
};

/// What stands in the trace of a call whatever came back: outcome, model, tokens, times, and what was
/// sent.
void noteCall(const ai::CallReport& report, engine::AiHelp& help);

/// AI's help for one turn of a customer: one call in the lane of turns, within the turn's deadlines.
/// What comes back is checked; whatever does not pass is as if nothing had come. Desk thread.
class TurnHelp
{
public:
    TurnHelp(Context& context, AiService& ai, const SmartMode& smart)
        : m_context(context), m_ai(ai), m_smart(smart)
    {
    }

    /// Empty: AI may help at this stage of this conversation; else why not, as it is recorded.
    [[nodiscard]] QString refusal(const QString& ulid, const QString& stage) const;
    /// Whether there is a prompt, and words to ask about.
    [[nodiscard]] bool canAsk(const engine::Wish& wish, const engine::Input& input) const;

    /// `done` gets the facts with Facts::ai and what AI understood; once, never inside ask(). What it
    /// answers ends the call at once; `done` runs inside it.
    [[nodiscard]] std::function<void()> ask(TurnQuestion question, engine::Facts facts,
                                            std::function<void(engine::Facts)> done);

private:
    [[nodiscard]] ai::ChatRequest requestFor(const TurnQuestion& question,
                                             const Prompt& prompt) const;
    [[nodiscard]] QMap<QString, QString> blanksOf(const TurnQuestion& question) const;
    void hear(const TurnQuestion& question, const std::string& answer, engine::AiHelp& help,
              engine::Facts& facts) const;

    Context& m_context;
    AiService& m_ai;
    const SmartMode& m_smart;
};

} // namespace desk
