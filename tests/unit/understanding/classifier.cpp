// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/understanding/classifier.h"

#ifdef RELEVO_HAS_NLU
#include "nlu/nlu.h"
#include "unit/engine/talk.h"
#endif

namespace understanding {

#ifdef RELEVO_HAS_NLU

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
    if (files.isEmpty())
        return;
    const auto intents = nlu::readIntentFiles({files.begin(), files.end()});
    m_impl->model = modelOf(intents, {});
    auto problems = engine_test::jsonBelow(QStringLiteral("resources/nlu/problems"));
    problems += engine_test::bytesOf(QStringLiteral("resources/knowledge/catalogue.json"));
    auto told = nlu::readProblemFiles({problems.begin(), problems.end()});
    if (told)
        told = nlu::problemExamples(*std::move(told), *intents);
    m_impl->problems = modelOf(told, nlu::problemOptions());
}

bool Classifier::isThere() const noexcept
{
    return m_impl->model != nullptr;
}

void Classifier::understand(const QString& text, engine::Facts& facts) const
{
    if (!isThere())
        return;
    facts.candidates = m_impl->model->classify(text).candidates;
    facts.problemCandidates = nlu::problemsIn(*m_impl->problems, text);
}

QString Classifier::intentOf(const QString& text) const
{
    if (!isThere())
        return {};
    const auto understood = m_impl->model->classify(text);
    if (understood.isOutOfScope)
        return nlu::kOutOfScope;
    return understood.candidates.isEmpty() ? QString() : understood.candidates.front().intent;
}

#else

struct Classifier::Impl {
};

Classifier::Classifier() = default;

bool Classifier::isThere() const noexcept
{
    return false;
}

void Classifier::understand(const QString&, engine::Facts&) const
{
}

QString Classifier::intentOf(const QString&) const
{
    return {};
}

#endif

Classifier::~Classifier() = default;

} // namespace understanding
