// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/talk.h"

#include "app/service.h"
#include "desk/turn_commit.h"

namespace bench {

engine::Flow builtInFlow()
{
    const auto files = app::builtInCatalogue();
    auto flow = engine::Flow::load(app::builtInFlow(), {files.begin(), files.end()});
    if (!flow)
        qFatal("%s", qPrintable(flow.error().detail));
    return *std::move(flow);
}

std::vector<store::TurnCommit> scriptedTurns(const engine::Flow& flow)
{
    std::vector<engine::Input> inputs{
        {.kind = engine::Input::Kind::Begin, .text = QStringLiteral("es-AR")}};
    for (const char* said : kSayings)
        inputs.push_back({.kind = engine::Input::Kind::Message, .text = QString::fromUtf8(said)});
    std::vector<store::TurnCommit> turns;
    store::ConversationRow row;
    engine::State state;
    state.flowVersion = 1;
    for (const engine::Input& input : inputs) {
        const engine::Facts facts{.now = base::SystemClock().wall()};
        const auto decision = engine::step(flow, state, input, facts);
        if (!decision || decision->next.misses > 0)
            qFatal("the flow did not understand: %s", qPrintable(input.text));
        turns.push_back(desk::makeCommit(row, state, input, facts, *decision));
        state = decision->next;
        row.lastSeq.value += static_cast<qint64>(decision->events.size());
    }
    return turns;
}

} // namespace bench
