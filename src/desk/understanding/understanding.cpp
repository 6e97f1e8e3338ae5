// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/understanding/understanding.h"

#include "base/memory.h"

#include <utility>

namespace desk {

namespace {

constexpr int kCandidates = 5;
constexpr std::chrono::minutes kRetrainAfter{1};

} // namespace

Understanding::Understanding(Context& context, Hub& hub)
    : m_context(context), m_hub(hub), m_learner(context.clock, {.name = "learner", .bound = 64})
{
    m_learner.start();
}

void Understanding::start()
{
    auto phrases = nlu::readIntentFiles(std::exchange(m_context.options.intentJson, {}));
    if (!phrases)
        m_context.log.error("desk", "phrases_unreadable", {{"detail", phrases.error().detail}});
    if (!phrases || phrases->empty())
        return;
    m_shipped = *std::move(phrases);
    m_shippedVersion = nlu::versionOf(m_shipped, {});
    load([this](const base::Result<void>&) { loadProblems(); });
}

// After the other model: without it nobody is answered well, without this one many still are.
void Understanding::loadProblems()
{
    if (!m_context.options.problemJson)
        return;
    auto reply = m_context.caller.expect<ModelPointer>([this](base::Result<ModelPointer> model) {
        if (!model) {
            m_context.log.error("desk", "no_problem_model", {{"detail", model.error().detail}});
            return;
        }
        m_context.problems = *std::move(model);
        m_context.log.info("desk", "problem_model_in_use",
                           {{"version", m_context.problems->version()}});
        std::ignore = m_learner.post(&base::returnFreedMemory);
    });
    std::ignore = m_learner.post([files = m_context.options.problemJson, intents = m_shipped,
                                  file = m_context.options.problemModelFile,
                                  reply = std::move(reply)]() mutable {
        reply.answer(problemModel(files(), intents, file));
    });
}

void Understanding::load(Loaded done)
{
    m_context.store.activeModel(m_context.caller.expect<
                                store::ModelRow>([this, done = std::move(done)](
                                                     base::Result<store::ModelRow> row) mutable {
        if (!row) {
            loadShipped(std::move(done));
            return;
        }
        auto reply = m_context.caller.expect<ModelPointer>([this, row = *row,
                                                            done = std::move(done)](
                                                               base::Result<ModelPointer>
                                                                   model) mutable {
            if (!model) { // damaged: the shipped one serves
                m_context.log.error("desk", "model_unreadable", {{"detail", model.error().detail}});
                loadShipped(std::move(done));
                return;
            }
            use(std::move(model), done);
            wasLoaded(row);
        });
        std::ignore = m_learner.post([bytes = row->bytes, reply = std::move(reply)]() mutable {
            reply.answer(nlu::Model::deserialise(bytes));
        });
    }));
}

// The program came with other phrases than those that this model was learnt from.
void Understanding::wasLoaded(const store::ModelRow& row)
{
    if (row.shipped != m_shippedVersion)
        scheduleRetraining();
}

void Understanding::loadShipped(Loaded done)
{
    if (m_shipped.empty()) {
        done(base::fail(base::Code::NotFound, QStringLiteral("there are no phrases")));
        return;
    }
    auto reply = m_context.caller.expect<ModelPointer>(
        [this, done = std::move(done)](base::Result<ModelPointer> model) {
            use(std::move(model), done);
        });
    std::ignore = m_learner.post(
        [phrases = m_shipped, file = m_context.options.modelFile,
         reply = std::move(reply)]() mutable { reply.answer(shippedModel(phrases, file)); });
}

void Understanding::use(base::Result<ModelPointer> model, const Loaded& done)
{
    if (!model) {
        m_context.log.error("desk", "no_model", {{"detail", model.error().detail}});
        done(base::fail(model.error()));
        return;
    }
    m_context.model = *std::move(model);
    m_context.log.info("desk", "model_in_use", {{"version", m_context.model->version()}});
    m_hub.changed({.settings = true});
    done({});
    std::ignore = m_learner.post(&base::returnFreedMemory);
}

void Understanding::scheduleRetraining()
{
    if (std::exchange(m_isScheduled, true))
        return;
    m_context.timers().after(kRetrainAfter, [this] {
        m_isScheduled = false;
        retrain(nullptr);
    });
}

void Understanding::retrain(const SharedReply<Retrained>& reply)
{
    const auto refuse = [&](base::Code code, const char* why) {
        if (reply)
            reply->answer(base::fail(code, QString::fromUtf8(why)));
    };
    if (m_isLearning)
        return refuse(base::Code::Busy, "a training is under way");
    if (m_shipped.empty())
        return refuse(base::Code::NotFound, "there are no phrases");
    m_isLearning = true;
    m_context.store.phrases(m_context.caller.expect<std::vector<store::PhraseRow>>(
        [this, reply](base::Result<std::vector<store::PhraseRow>> phrases) {
            if (!phrases) {
                learnt(base::fail(phrases.error()), 0, reply);
                return;
            }
            m_context.store.activeModel(m_context.caller.expect<store::ModelRow>(
                [this, reply, phrases = *std::move(phrases)](base::Result<store::ModelRow> row) {
                    learnFrom(phrases, row ? row->judge : QByteArray(), reply);
                }));
        }));
}

void Understanding::learnFrom(std::vector<store::PhraseRow> corrected, const QByteArray& judge,
                              const SharedReply<Retrained>& reply)
{
    const int count = static_cast<int>(corrected.size());
    auto lesson = m_context.caller.expect<Lesson>(
        [this, count, reply](base::Result<Lesson> of) { learnt(std::move(of), count, reply); });
    std::ignore = m_learner.post([shipped = m_shipped, corrected = std::move(corrected), judge,
                                  lesson = std::move(lesson)]() mutable {
        lesson.answer(learn(shipped, corrected, judge));
    });
}

void Understanding::learnt(base::Result<Lesson> lesson, int corrected,
                           const SharedReply<Retrained>& reply)
{
    const auto answer = [this, reply](base::Result<Retrained> result) {
        endLearning();
        if (reply)
            reply->answer(std::move(result));
    };
    if (!lesson) {
        m_context.log.error("desk", "not_learnt", {{"detail", lesson.error().detail}});
        answer(base::fail(lesson.error()));
        return;
    }
    const Retrained result{
        .isReplaced = lesson->isNotWorse(), .before = lesson->before, .after = lesson->after};
    if (!result.isReplaced) {
        m_context.log.info("desk", "model_not_better",
                           {{"before", result.before}, {"after", result.after}});
        answer(result);
        return;
    }
    const auto model = lesson->trained.model;
    const auto& [phrases, figures] = std::tie(model->parts().phrases, model->parts().figures);
    m_context.store.saveModel({.version = model->version(),
                               .shipped = m_shippedVersion,
                               .trained = m_context.clock.wall(),
                               .phrases = phrases,
                               .corrected = corrected,
                               .heldBack = figures.phrases,
                               .accuracy = figures.accuracy,
                               .inScopeAccuracy = figures.inScopeAccuracy,
                               .outOfScopeRecall = figures.outOfScopeRecall,
                               .bytes = model->serialise(),
                               .judge = lesson->trained.judge->serialise()},
                              m_context.caller.expect<store::ModelRow>(
                                  [this, model, result, answer](base::Result<store::ModelRow> row) {
                                      if (!row) {
                                          answer(base::fail(row.error()));
                                          return;
                                      }
                                      use(model, [](const base::Result<void>&) {});
                                      answer(result);
                                  }));
}

void Understanding::endLearning()
{
    m_isLearning = false;
    m_hub.changed({.settings = true});
}

void Understanding::previousModel(const SharedReply<void>& reply)
{
    m_context.store.models(m_context.caller.expect<std::vector<store::ModelRow>>(
        [this, reply](base::Result<std::vector<store::ModelRow>> rows) {
            if (!rows) {
                reply->answer(base::fail(rows.error()));
                return;
            }
            const auto active = std::ranges::find_if(*rows, &store::ModelRow::isActive);
            if (active == rows->end()) {
                reply->answer(base::fail(base::Code::NotFound, QStringLiteral("no model before")));
                return;
            }
            const auto before = std::next(active);
            m_context.store.activateModel(
                before == rows->end() ? 0 : before->id,
                m_context.caller.expect<void>([this, reply](base::Result<void> done) {
                    if (!done) {
                        reply->answer(std::move(done));
                        return;
                    }
                    load([reply](base::Result<void> loaded) { reply->answer(std::move(loaded)); });
                }));
        }));
}

void addCandidates(const Context& context, const engine::Input& input, engine::Facts& facts)
{
    if (input.kind != engine::Input::Kind::Message)
        return;
    if (context.model) {
        facts.candidates = context.model->classify(input.text, kCandidates).candidates;
        facts.nluModel = context.model->version();
    }
    if (context.problems) {
        facts.problemCandidates = nlu::problemsIn(*context.problems, input.text);
        facts.problemModel = context.problems->version();
    }
}

} // namespace desk
