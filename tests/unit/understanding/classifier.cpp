// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/understanding/classifier.h"

#include "nlu/nlu.h"
#include "unit/engine/talk.h"

namespace understanding {

namespace {

std::shared_ptr<const nlu::Model> modelOf(const base::Result<std::vector<nlu::Example>>& examples,
                                          const nlu::TrainOptions& options)
{
    if (!examples)
        qFatal("%s", qPrintable(examples.error().detail));
    const auto trained = nlu::train(*examples, options);
    if (!trained)
        qFatal("%s", qPrintable(trained.error().detail));
    return trained->model;
}

} // namespace

struct Classifier::Impl {
    std::shared_ptr<const nlu::Model> model, problems;
};

Classifier::Classifier() : m_impl(std::make_unique<Impl>())
{
    const auto files = engine_test::jsonBelow(QStringLiteral("resources/nlu/intents"));
    const auto intents = nlu::readIntentFiles({files.begin(), files.end()});
    m_impl->model = modelOf(intents, {});
    auto problems = engine_test::jsonBelow(QStringLiteral("resources/nlu/problems"));
    problems += engine_test::bytesOf(QStringLiteral("resources/knowledge/catalogue.json"));
    auto told = nlu::readProblemFiles({problems.begin(), problems.end()});
    if (told)
        told = nlu::problemExamples(*std::move(told), *intents);
    m_impl->problems = modelOf(told, nlu::problemOptions());
}

void Classifier::understand(const QString& text, engine::Facts& facts) const
{
    facts.candidates = m_impl->model->classify(text).candidates;
    facts.problemCandidates = nlu::problemsIn(*m_impl->problems, text);
}

QString Classifier::intentOf(const QString& text) const
{
    const auto understood = m_impl->model->classify(text);
    if (understood.isOutOfScope)
        return nlu::kOutOfScope;
    return understood.candidates.isEmpty() ? QString() : understood.candidates.front().intent;
}

Classifier::~Classifier() = default;

} // namespace understanding
