// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/context.h"
#include "desk/hub.h"
#include "nlu/nlu.h"

#include <memory>

namespace desk {

/// What messages are understood by: the model in use, and the thread where models are learnt. Lives
/// on the desk thread.
class Understanding
{
public:
    explicit Understanding(Context& context);
    /// Waits for a training under way, a second or two.
    ~Understanding();

    /// Reads or trains the shipped model in the background; until it is there, no message gets
    /// candidates.
    void start();
    /// Before the desk thread ends.
    void stop() { m_learner.stop(); }

private:
    void use(std::shared_ptr<const nlu::Model> model);

    Context& m_context;
    std::vector<nlu::Example> m_shipped;
    base::Worker m_learner;
};

/// What the model in use makes of a customer's words; nothing where there is none yet.
void addCandidates(const Context& context, const engine::Input& input, engine::Facts& facts);

} // namespace desk
