// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/understanding/understanding.h"

#include "desk/understanding/shipped_model.h"

namespace desk {

namespace {

using ModelPointer = std::shared_ptr<const nlu::Model>;
constexpr int kCandidates = 5;

} // namespace

Understanding::Understanding(Context& context)
    : m_context(context), m_learner(context.clock, {.name = "learner", .bound = 16})
{
    m_learner.start();
}

Understanding::~Understanding() = default;

void Understanding::start()
{
    auto phrases = nlu::readIntentFiles(m_context.options.intentJson);
    if (!phrases || phrases->empty()) {
        if (!phrases)
            m_context.log.error("desk", "phrases_unreadable", {{"detail", phrases.error().detail}});
        return;
    }
    m_shipped = *std::move(phrases);
    auto reply = m_context.caller.expect<ModelPointer>([this](base::Result<ModelPointer> model) {
        if (model)
            use(*std::move(model));
        else
            m_context.log.error("desk", "no_model", {{"detail", model.error().detail}});
    });
    std::ignore = m_learner.post(
        [phrases = m_shipped, file = m_context.options.modelFile,
         reply = std::move(reply)]() mutable { reply.answer(shippedModel(phrases, file)); });
}

void Understanding::use(ModelPointer model)
{
    m_context.log.info("desk", "model_in_use", {{"version", model->version()}});
    m_context.model = std::move(model);
}

void addCandidates(const Context& context, const engine::Input& input, engine::Facts& facts)
{
    if (!context.model || input.kind != engine::Input::Kind::Message)
        return;
    facts.candidates = context.model->classify(input.text, kCandidates).candidates;
    facts.nluModel = context.model->version();
}

} // namespace desk
