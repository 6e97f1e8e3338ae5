// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/understanding/learning.h"

#include <QFile>
#include <QSaveFile>

namespace desk {

namespace {

ModelPointer keptModel(const QString& file, const QString& version)
{
    QFile kept(file);
    if (file.isEmpty() || !kept.open(QIODevice::ReadOnly))
        return nullptr;
    const auto model = nlu::Model::deserialise(kept.readAll());
    return model && (*model)->version() == version ? *model : nullptr;
}

/// The judge of the model in use. The shipped model keeps none, so it is learnt once more.
base::Result<ModelPointer> judgeOf(const std::vector<nlu::Example>& shipped,
                                   const QByteArray& judge)
{
    if (!judge.isEmpty()) {
        if (auto kept = nlu::Model::deserialise(judge))
            return kept;
    }
    auto trained = nlu::train(shipped, {});
    if (!trained)
        return base::fail(trained.error());
    return std::move(trained->judge);
}

} // namespace

base::Result<ModelPointer> shippedModel(const std::vector<nlu::Example>& phrases,
                                        const QString& file, const nlu::TrainOptions& options)
{
    if (auto kept = keptModel(file, nlu::versionOf(phrases, options)))
        return kept;
    auto trained = nlu::train(phrases, options);
    if (!trained)
        return base::fail(trained.error());
    QSaveFile save(file);
    if (!file.isEmpty() && save.open(QIODevice::WriteOnly)) {
        save.write(trained->model->serialise());
        save.commit();
    }
    return std::move(trained->model);
}

base::Result<ModelPointer> problemModel(const std::vector<QByteArray>& problemFiles,
                                        const std::vector<nlu::Example>& intents,
                                        const QString& file)
{
    if (problemFiles.empty())
        return base::fail(base::Code::NotFound, QStringLiteral("there are no phrases of problems"));
    auto told = nlu::readProblemFiles(problemFiles);
    if (!told)
        return base::fail(told.error());
    return shippedModel(nlu::problemExamples(*std::move(told), intents), file,
                        nlu::problemOptions());
}

base::Result<Lesson> learn(const std::vector<nlu::Example>& shipped,
                           const std::vector<store::PhraseRow>& corrected, const QByteArray& judge)
{
    auto examples = shipped;
    for (const auto& phrase : corrected)
        examples.insert(examples.end(), kCorrectionWeight,
                        {phrase.text, phrase.intent, phrase.language});
    auto trained = nlu::train(examples, {});
    if (!trained)
        return base::fail(trained.error());
    const auto before = judgeOf(shipped, judge);
    if (!before)
        return base::fail(before.error());
    const auto isHeldBack = nlu::heldBackOf(examples, {});
    Lesson lesson{.before = nlu::figuresOf(**before, examples, isHeldBack).accuracy,
                  .after = nlu::figuresOf(*trained->judge, examples, isHeldBack).accuracy};
    lesson.trained = *std::move(trained);
    return lesson;
}

} // namespace desk
