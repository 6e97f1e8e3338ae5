// SPDX-License-Identifier: GPL-3.0-or-later
#include "unit/understanding/classifier.h"

#ifdef RELEVO_HAS_NLU
#include "nlu/nlu.h"
#include "unit/engine/talk.h"
#endif

namespace understanding {

#ifdef RELEVO_HAS_NLU

struct Classifier::Impl {
    std::shared_ptr<const nlu::Model> model;
};

Classifier::Classifier() : m_impl(std::make_unique<Impl>())
{
    const auto files = engine_test::jsonBelow(QStringLiteral("resources/nlu/intents"));
    if (files.isEmpty())
        return;
    const auto examples = nlu::readIntentFiles({files.begin(), files.end()});
    if (!examples)
        qFatal("%s", qPrintable(examples.error().detail));
    const auto trained = nlu::train(*examples, {});
    if (!trained)
        qFatal("%s", qPrintable(trained.error().detail));
    m_impl->model = trained->model;
}

bool Classifier::isThere() const noexcept
{
    return m_impl->model != nullptr;
}

QList<engine::IntentCandidate> Classifier::classify(const QString& text) const
{
    return isThere() ? m_impl->model->classify(text).candidates : QList<engine::IntentCandidate>();
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

QList<engine::IntentCandidate> Classifier::classify(const QString&) const
{
    return {};
}

QString Classifier::intentOf(const QString&) const
{
    return {};
}

#endif

Classifier::~Classifier() = default;

} // namespace understanding
