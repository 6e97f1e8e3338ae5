// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine.h"

#include "engine/turn/agent.h"
#include "engine/turn/customer.h"

namespace engine {

namespace {

base::Result<void> run(Turn& turn)
{
    switch (turn.input().kind) {
    case Input::Kind::Begin: CustomerTurn(turn).begin(); return {};
    case Input::Kind::Message: return CustomerTurn(turn).message();
    case Input::Kind::Option: return CustomerTurn(turn).tap();
    default: return AgentTurn(turn).run();
    }
}

base::Result<void> canBegin(const Flow& flow, const State& state, const Input& input)
{
    const bool hasBegun = !state.stage.isEmpty();
    if (hasBegun == (input.kind == Input::Kind::Begin))
        return base::fail(base::Code::Refused, hasBegun ? QStringLiteral("begun already")
                                                        : QStringLiteral("not begun yet"));
    if (hasBegun && flow.stageIndex(state.stage) < 0)
        return base::fail(base::Code::Invalid, QStringLiteral("unknown stage ") + state.stage);
    return {};
}

} // namespace

base::Result<Decision> step(const Flow& flow, const State& state, const Input& input,
                            const Facts& facts)
{
    if (auto can = canBegin(flow, state, input); !can)
        return base::fail(can.error());
    Turn turn(flow, state, input, facts);
    if (auto done = run(turn); !done)
        return base::fail(done.error());
    return turn.finish();
}

bool takesCustomer(const Flow& flow, const State& state, const Input& input)
{
    if (state.mode != Mode::Closed || state.stage.isEmpty())
        return true;
    return step(flow, state, input, Facts()).has_value();
}

} // namespace engine
