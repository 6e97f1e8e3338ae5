// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/understanding/classifier.h"

#include "nlu/nlu.h"
#include "unit/engine/talk.h"

namespace understanding {

struct Classifier::Impl {
    std::shared_ptr<const nlu::Model> model;
};

Classifier::Classifier() : m_impl(std::make_unique<Impl>())
{
    const auto files = engine_test::jsonBelow(QStringLiteral("resources/nlu/intents"));
    const auto examples = nlu::readIntentFiles({files.begin(), files.end()});
    if (!examples)
        qFatal("%s", qPrintable(examples.error().detail));
    const auto trained = nlu::train(*examples, {});
    if (!trained)
        qFatal("%s", qPrintable(trained.error().detail));
    m_impl->model = trained->model;
}

QList<engine::IntentCandidate> Classifier::classify(const QString& text) const
{
    return m_impl->model->classify(text).candidates;
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
