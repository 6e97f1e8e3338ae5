// SPDX-License-Identifier: GPL-3.0-or-later
#include "nlu/evaluation.h"

#include <algorithm>
#include <chrono>
#include <map>

namespace nlu {

namespace {

using SteadyClock = std::chrono::steady_clock;

double secondsSince(SteadyClock::time_point began)
{
    return std::chrono::duration<double>(SteadyClock::now() - began).count();
}

/// Adds up answers; figures at the end.
class Tally
{
public:
    explicit Tally(bool hasOutOfScope) : m_hasOutOfScope(hasOutOfScope) {}

    void add(const Example& example, const Understanding& understood, double micros)
    {
        m_micros.push_back(micros);
        const QString best =
            understood.candidates.isEmpty() ? kOutOfScope : understood.candidates.first().intent;
        const bool isRefused = understood.isOutOfScope;
        const QString& taken = m_hasOutOfScope && isRefused ? kOutOfScope : best;
        ++m_phrases;
        m_right += taken == example.intent ? 1 : 0;
        if (example.intent == kOutOfScope) {
            ++m_outOfScope;
            m_refusedOut += isRefused ? 1 : 0;
        } else {
            m_refusedIn += isRefused ? 1 : 0;
            m_acceptedRight += !isRefused && best == example.intent ? 1 : 0;
        }
        ++m_counts[example.intent].is;
        ++m_counts[taken].taken;
        m_counts[example.intent].both += taken == example.intent ? 1 : 0;
    }

    [[nodiscard]] Evaluation figures()
    {
        const auto share = [](int part, int all) {
            return all > 0 ? static_cast<double>(part) / all : 0.0;
        };
        const int inScope = m_phrases - m_outOfScope;
        Evaluation out{.phrases = m_phrases, .inScope = inScope, .outOfScope = m_outOfScope};
        out.accuracy = share(m_right, m_phrases);
        out.inScopeAccuracy = share(m_acceptedRight, inScope);
        out.inScopeRefused = share(m_refusedIn, inScope);
        out.outOfScopeRecall = share(m_refusedOut, m_outOfScope);
        double sum = 0;
        for (const auto& [intent, count] : m_counts) {
            if (count.is == 0)
                continue;
            const double f1 = share(2 * count.both, count.is + count.taken);
            out.intents.push_back({intent, count.is, share(count.both, count.taken),
                                   share(count.both, count.is), f1});
            sum += f1;
        }
        out.macroF1 = out.intents.empty() ? 0 : sum / static_cast<double>(out.intents.size());
        std::ranges::sort(m_micros);
        out.microsP50 = microsAt(0.5);
        out.microsP99 = microsAt(0.99);
        return out;
    }

private:
    struct Count {
        int is = 0, taken = 0, both = 0;
    };
    [[nodiscard]] double microsAt(double share) const
    {
        if (m_micros.empty())
            return 0;
        const auto last = static_cast<double>(m_micros.size() - 1);
        return m_micros[static_cast<std::size_t>(share * last)];
    }

    bool m_hasOutOfScope;
    int m_phrases = 0, m_outOfScope = 0, m_right = 0, m_acceptedRight = 0;
    int m_refusedIn = 0, m_refusedOut = 0;
    std::map<QString, Count> m_counts;
    std::vector<double> m_micros;
};

bool hasOutOfScope(std::span<const Example> examples)
{
    return std::ranges::any_of(examples, [](const Example& e) { return e.intent == kOutOfScope; });
}

void addTo(Tally& tally, const Model& model, const Example& example)
{
    const auto began = SteadyClock::now();
    const auto understood = model.classify(example.text);
    tally.add(example, understood, secondsSince(began) * 1e6);
}

/// The part that each example belongs to: an intent's examples go round the parts in the order of
/// their texts' hashes.
std::vector<int> partsOf(std::span<const Example> examples, int folds, std::uint32_t seed)
{
    std::vector<std::size_t> order(examples.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    const auto keyOf = [&](std::size_t i) {
        return std::tuple(examples[i].intent, textHash(examples[i].text, seed), i);
    };
    std::ranges::sort(order, {}, keyOf);
    std::vector<int> parts(examples.size());
    int next = 0;
    for (const std::size_t i : order) {
        parts[i] = next;
        next = (next + 1) % folds;
    }
    return parts;
}

} // namespace

Evaluation evaluate(const Model& model, std::span<const Example> examples)
{
    Tally tally(hasOutOfScope(examples));
    for (const Example& example : examples)
        addTo(tally, model, example);
    return tally.figures();
}

base::Result<Evaluation> crossValidate(std::span<const Example> examples, int folds,
                                       const TrainOptions& options)
{
    if (folds < 2)
        return base::fail(base::Code::Invalid, QStringLiteral("fewer than two folds"));
    const auto parts = partsOf(examples, folds, options.seed);
    Tally tally(hasOutOfScope(examples));
    double seconds = 0;
    for (int fold = 0; fold < folds; ++fold) {
        std::vector<Example> rest;
        for (std::size_t i = 0; i < examples.size(); ++i) {
            if (parts[i] != fold)
                rest.push_back(examples[i]);
        }
        const auto began = SteadyClock::now();
        const auto trained = train(rest, options);
        if (!trained)
            return base::fail(trained.error());
        seconds += secondsSince(began);
        for (std::size_t i = 0; i < examples.size(); ++i) {
            if (parts[i] == fold)
                addTo(tally, *trained->model, examples[i]);
        }
    }
    Evaluation out = tally.figures();
    out.trainSeconds = seconds / folds;
    return out;
}

Figures figuresOf(const Model& model, std::span<const Example> examples,
                  const std::vector<bool>& isChosen)
{
    std::vector<Example> chosen;
    for (std::size_t i = 0; i < examples.size(); ++i) {
        if (isChosen[i])
            chosen.push_back(examples[i]);
    }
    const Evaluation of = evaluate(model, chosen);
    return {.phrases = of.phrases,
            .accuracy = of.accuracy,
            .inScopeAccuracy = of.inScopeAccuracy,
            .outOfScopeRecall = of.outOfScopeRecall};
}

} // namespace nlu
