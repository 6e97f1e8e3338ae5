// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/customers/customers.h"
#include "desk/understanding/learning.h"

#include <functional>
#include <memory>

namespace desk {

/// What messages are understood by: the model in use, what agents corrected, and the thread where
/// models are learnt. Lives on the desk thread.
///
/// A message that an agent corrected becomes a phrase in the store; a minute after the last one,
/// or when asked, a new model is learnt from the shipped and the corrected phrases. It replaces the
/// one in use only where it is not worse on phrases that neither was taught. The last ones are
/// kept, so that one step back is one call.
class Understanding
{
public:
    Understanding(Context& context, Hub& hub);

    /// Reads or trains the models in the background; until they are there, no message gets
    /// candidates. Agents correct intents; the model of problems stays as it is shipped.
    void start();
    /// Before the desk thread ends. Waits for a training under way, a second or two.
    void stop() { m_learner.stop(); }

    void understood(base::ConversationId id, base::Seq seq, const SharedReply<Understood>& reply);
    void correct(const Correction& correction, const SharedReply<void>& reply);
    void removePhrase(qint64 id, const SharedReply<void>& reply);
    void training(const SharedReply<Training>& reply);
    void retrain(const SharedReply<Retrained>& reply);
    void previousModel(const SharedReply<void>& reply);

private:
    using Loaded = std::function<void(base::Result<void>)>;
    /// Takes the store's active model into use, or the shipped one where there is none.
    void load(Loaded done);
    void loadShipped(Loaded done);
    void loadProblems();
    void use(base::Result<ModelPointer> model, const Loaded& done);
    void wasLoaded(const store::ModelRow& row);
    void scheduleRetraining();
    void learnFrom(std::vector<store::PhraseRow> corrected, const QByteArray& judge,
                   const SharedReply<Retrained>& reply);
    void learnt(base::Result<Lesson> lesson, int corrected, const SharedReply<Retrained>& reply);
    void endLearning();
    /// A customer's message with its text. Refused: it is none, or the text is gone.
    void withMessage(base::ConversationId id, base::Seq seq,
                     std::function<void(base::Result<store::EventRow>)> work);
    void addRecorded(base::ConversationId id, base::Seq seq, Understood understood,
                     const SharedReply<Understood>& reply);
    void addCorrected(base::ConversationId id, base::Seq seq, Understood understood,
                      const SharedReply<Understood>& reply);
    void keep(const Correction& correction, const QString& text, const SharedReply<void>& reply);
    void phrasesChanged(base::Result<void> done, const SharedReply<void>& reply);
    void addModel(Training training, const SharedReply<Training>& reply);
    [[nodiscard]] QStringList intents() const;

    Context& m_context;
    Hub& m_hub;
    std::vector<nlu::Example> m_shipped;
    QString m_shippedVersion;
    bool m_isLearning = false, m_isScheduled = false;
    base::Worker m_learner;
};

/// What the model in use makes of a customer's words; nothing where there is none yet.
void addCandidates(const Context& context, const engine::Input& input, engine::Facts& facts);

} // namespace desk
