// SPDX-License-Identifier: GPL-3.0-or-later
// What was understood of a message, and what agents made of it.
#include "desk/keeping/recorded.h"
#include "desk/people/allowed.h"
#include "desk/understanding/understanding.h"

#include <algorithm>

namespace desk {

namespace {

/// A customer's message of this number, with its text.
base::Result<store::EventRow> messageOf(base::Result<std::vector<store::EventRow>> events,
                                        base::Seq seq)
{
    if (!events)
        return base::fail(events.error());
    if (events->empty() || events->front().seq != seq)
        return base::fail(base::Code::NotFound, QStringLiteral("no such message"));
    const auto& event = events->front();
    if (event.kind != engine::EventKind::CustomerMessage)
        return base::fail(base::Code::Refused, QStringLiteral("not a customer's message"));
    if (event.isErased || event.text.trimmed().isEmpty())
        return base::fail(base::Code::Refused, QStringLiteral("its text is gone"));
    return event;
}

} // namespace

QStringList Understanding::intents() const
{
    QStringList names;
    for (const auto& example : m_shipped)
        names += example.intent;
    names.removeDuplicates();
    names.sort();
    return names;
}

void Understanding::withMessage(base::ConversationId id, base::Seq seq,
                                std::function<void(base::Result<store::EventRow>)> work)
{
    using Events = std::vector<store::EventRow>;
    m_context.store.events(
        {.conversation = id, .after = base::Seq{seq.value - 1}, .limit = 1},
        m_context.caller.expect<Events>([seq, work = std::move(work)](base::Result<Events> events) {
            work(messageOf(std::move(events), seq));
        }));
}

void Understanding::understood(base::ConversationId id, base::Seq seq,
                               const SharedReply<Understood>& reply)
{
    withMessage(id, seq, [this, id, seq, reply](base::Result<store::EventRow> message) {
        if (!message) {
            reply->answer(base::fail(message.error()));
            return;
        }
        addRecorded(id, seq, {.text = message->text, .intents = intents()}, reply);
    });
}

void Understanding::addRecorded(base::ConversationId id, base::Seq seq,
                                const Understood& understood, const SharedReply<Understood>& reply)
{
    using TurnRows = std::vector<store::TurnRow>;
    m_context.store.turns(id, m_context.caller.expect<TurnRows>(
                                  [this, id, seq, understood, reply](base::Result<TurnRows> turns) {
                                      Understood of = understood;
                                      for (const auto& turn : turns ? *turns : TurnRows()) {
                                          if (turn.first <= seq && seq <= turn.last)
                                              of.candidates = recordedFacts(turn).candidates;
                                      }
                                      addCorrected(id, seq, std::move(of), reply);
                                  }));
}

void Understanding::addCorrected(base::ConversationId id, base::Seq seq,
                                 const Understood& understood, const SharedReply<Understood>& reply)
{
    using Phrases = std::vector<store::PhraseRow>;
    m_context.store.phrases(
        m_context.caller.expect<Phrases>([id, seq, understood, reply](base::Result<Phrases> rows) {
            Understood of = understood;
            for (const auto& row : rows ? *rows : Phrases()) {
                if (row.conversation == id && row.seq == seq)
                    of.corrected = row.intent;
            }
            reply->answer(std::move(of));
        }));
}

void Understanding::correct(const Correction& correction, const SharedReply<void>& reply)
{
    if (const auto allowed =
            mayDo(m_context.people, correction.person, people::Action::CorrectUnderstanding);
        !allowed) {
        reply->answer(base::fail(allowed.error()));
        return;
    }
    if (!intents().contains(correction.intent)) {
        reply->answer(base::fail(base::Code::Invalid, QStringLiteral("no such intent")));
        return;
    }
    withMessage(correction.conversation, correction.seq,
                [this, correction, reply](base::Result<store::EventRow> message) {
                    if (!message) {
                        reply->answer(base::fail(message.error()));
                        return;
                    }
                    keep(correction, message->text, reply);
                });
}

void Understanding::keep(const Correction& correction, const QString& text,
                         const SharedReply<void>& reply)
{
    const auto save = [this, correction, text, reply](base::Result<store::ConversationRow> row) {
        if (!row) {
            reply->answer(base::fail(row.error()));
            return;
        }
        m_context.store.savePhrase({.conversation = correction.conversation,
                                    .seq = correction.seq,
                                    .text = text,
                                    .intent = correction.intent,
                                    .language = row->summary.language,
                                    .person = correction.person,
                                    .time = m_context.clock.wall()},
                                   m_context.caller.expect<void>([this, reply](auto saved) {
                                       phrasesChanged(std::move(saved), reply);
                                   }));
    };
    m_context.store.conversation(correction.conversation,
                                 m_context.caller.expect<store::ConversationRow>(save));
}

void Understanding::removePhrase(qint64 id, const SharedReply<void>& reply)
{
    m_context.store.removePhrase(id, m_context.caller.expect<void>([this, reply](auto removed) {
        phrasesChanged(std::move(removed), reply);
    }));
}

void Understanding::phrasesChanged(base::Result<void> done, const SharedReply<void>& reply)
{
    if (done) {
        scheduleRetraining();
        m_hub.changed({.settings = true});
    }
    reply->answer(std::move(done));
}

void Understanding::training(const SharedReply<Training>& reply)
{
    using Phrases = std::vector<store::PhraseRow>;
    m_context.store.phrases(
        m_context.caller.expect<Phrases>([this, reply](base::Result<Phrases> rows) {
            if (!rows) {
                reply->answer(base::fail(rows.error()));
                return;
            }
            Training training{.isLearning = m_isLearning, .intents = intents()};
            if (m_context.problems)
                training.problemModel = m_context.problems->version();
            for (const auto& row : *rows)
                training.phrases.push_back({.id = row.id,
                                            .conversation = row.conversation,
                                            .seq = row.seq,
                                            .text = row.text,
                                            .intent = row.intent,
                                            .language = row.language,
                                            .personName = m_context.nameOf(row.person),
                                            .time = row.time});
            addModel(std::move(training), reply);
        }));
}

void Understanding::addModel(Training training, const SharedReply<Training>& reply)
{
    using Models = std::vector<store::ModelRow>;
    if (m_context.model) {
        const auto& parts = m_context.model->parts();
        training.model = ModelInfo{.version = parts.version,
                                   .phrases = parts.phrases,
                                   .heldBack = parts.figures.phrases,
                                   .accuracy = parts.figures.accuracy,
                                   .inScopeAccuracy = parts.figures.inScopeAccuracy,
                                   .outOfScopeRecall = parts.figures.outOfScopeRecall};
    }
    m_context.store.models(
        m_context.caller.expect<Models>([training, reply](base::Result<Models> rows) {
            Training of = training;
            for (const auto& row : rows ? *rows : Models()) {
                if (!row.isActive)
                    continue;
                of.hasPrevious = true;
                if (of.model && of.model->version == row.version) {
                    of.model->trained = row.trained;
                    of.model->corrected = row.corrected;
                }
            }
            reply->answer(std::move(of));
        }));
}

} // namespace desk
