// SPDX-License-Identifier: GPL-3.0-or-later
#include "nlu/trainer.h"

#include "nlu/evaluation.h"

#include <QCryptographicHash>

#include <algorithm>
#include <map>

namespace nlu {

namespace {

/// Part of every version: a change here means that the same examples give another model.
constexpr const char* kMethod = "relevo nlu 1";
constexpr int kLongestRun = 8;

QStringList intentsOf(std::span<const Example> examples)
{
    QStringList intents;
    for (const Example& example : examples)
        intents += example.intent;
    intents.sort();
    intents.removeDuplicates();
    return intents;
}

/// Examples of one side, made into numbers.
struct Prepared {
    Dictionary dictionary;
    std::vector<std::vector<Feature>> features;
    std::vector<int> classes;
};

Prepared prepare(const std::vector<Grams>& grams, const std::vector<int>& classes,
                 std::size_t mostFeatures)
{
    Prepared out{
        .dictionary = Dictionary::build(grams, mostFeatures), .features = {}, .classes = classes};
    out.features.reserve(grams.size());
    for (const Grams& each : grams)
        out.features.push_back(out.dictionary.featuresOf(each));
    return out;
}

struct Corpus {
    QStringList intents;
    std::vector<Grams> grams;
    std::vector<int> classes;
};

Corpus corpusOf(std::span<const Example> examples, const QStringList& intents, const Runs& runs)
{
    std::map<QString, int> place;
    for (const QString& intent : intents)
        place.emplace(intent, static_cast<int>(place.size()));
    Corpus corpus{.intents = intents, .grams = {}, .classes = {}};
    for (const Example& example : examples) {
        corpus.grams.push_back(gramsOf(engine::normalise(example.text), runs));
        corpus.classes.push_back(place[example.intent]);
    }
    return corpus;
}

Model::Parts learn(const Corpus& corpus, const std::vector<bool>& isLeftOut,
                   const TrainOptions& options)
{
    std::vector<Grams> grams;
    std::vector<int> classes;
    for (std::size_t i = 0; i < corpus.grams.size(); ++i) {
        if (isLeftOut[i])
            continue;
        grams.push_back(corpus.grams[i]);
        classes.push_back(corpus.classes[i]);
    }
    Prepared prepared = prepare(grams, classes, options.mostFeatures);
    Weights weights = learnWeights({.phrases = prepared.features,
                                    .classes = prepared.classes,
                                    .classCount = static_cast<std::size_t>(corpus.intents.size()),
                                    .featureCount = prepared.dictionary.size(),
                                    .cost = options.cost,
                                    .tolerance = options.tolerance,
                                    .seed = options.seed});
    return {.version = {},
            .intents = corpus.intents,
            .runs = options.runs,
            .dictionary = std::move(prepared.dictionary),
            .weights = std::move(weights),
            .calibration = {},
            .language = {}};
}

Calibration calibrationOf(const Model::Parts& parts, const Corpus& corpus,
                          const std::vector<bool>& isHeldBack)
{
    std::vector<Judged> judged;
    for (std::size_t i = 0; i < corpus.grams.size(); ++i) {
        if (isHeldBack[i])
            judged.push_back({parts.weights.scoresOf(parts.dictionary.featuresOf(corpus.grams[i])),
                              corpus.classes[i]});
    }
    return calibrate(judged, static_cast<int>(corpus.intents.indexOf(kOutOfScope)));
}

} // namespace

QString versionOf(std::span<const Example> examples, const TrainOptions& options)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView(kMethod));
    hash.addData(QByteArray::number(options.seed) + ' ' + QByteArray::number(options.cost) + ' ' +
                 QByteArray::number(options.heldBack) + ' ' +
                 QByteArray::number(static_cast<qulonglong>(options.mostFeatures)) + ' ' +
                 QByteArray::number(options.tolerance) + ' ' +
                 QByteArray::number(options.runs.shortest) + ' ' +
                 QByteArray::number(options.runs.longest) + '\n');
    if (options.calibration)
        hash.addData(QByteArray::number(options.calibration->sharpness) + ' ' +
                     QByteArray::number(options.calibration->noneScore) + ' ' +
                     QByteArray::number(options.calibration->threshold) + '\n');
    for (const Example& example : examples)
        hash.addData(example.text.toUtf8() + '\0' + example.intent.toUtf8() + '\0' +
                     example.language.toUtf8() + '\n');
    return QString::fromLatin1(hash.result().toHex().left(16));
}

std::vector<bool> heldBackOf(std::span<const Example> examples, const TrainOptions& options)
{
    constexpr std::uint64_t kParts = 10'000;
    const auto limit = static_cast<std::uint64_t>(options.heldBack * kParts);
    std::map<QString, std::pair<int, int>> counts; // all, held back
    for (const Example& example : examples)
        ++counts[example.intent].first;
    std::vector<bool> isHeldBack;
    for (const Example& example : examples) {
        auto& [all, held] = counts[example.intent];
        const QString text = engine::normalise(example.text).text;
        const bool takes = textHash(text, options.seed) % kParts < limit && (held + 1) * 3 <= all;
        held += takes ? 1 : 0;
        isHeldBack.push_back(takes);
    }
    return isHeldBack;
}

base::Result<Trained> train(std::span<const Example> examples, const TrainOptions& options)
{
    if (options.cost <= 0 || options.tolerance <= 0 || options.heldBack < 0 ||
        options.heldBack > 0.5 || options.runs.shortest < 1 || options.runs.longest > kLongestRun)
        return base::fail(base::Code::Invalid, QStringLiteral("training options out of range"));
    const QStringList intents = intentsOf(examples);
    if (intents.size() < 2)
        return base::fail(base::Code::Invalid,
                          QStringLiteral("phrases of at least two intents are needed"));
    const Corpus corpus = corpusOf(examples, intents, options.runs);
    const std::vector<bool> nothing(examples.size(), false);
    const auto isHeldBack = heldBackOf(examples, options);
    const QString version = versionOf(examples, options);
    const LanguageGuess language = LanguageGuess::learn(examples);
    Figures figures;
    Calibration calibration = options.calibration.value_or(Calibration());
    const auto finish = [&](Model::Parts parts) {
        parts.version = version;
        parts.calibration = calibration;
        parts.language = language;
        parts.phrases = static_cast<int>(examples.size());
        parts.figures = figures;
        return std::make_shared<const Model>(std::move(parts));
    };
    Trained trained;
    if (options.calibration) {
        trained.model = trained.judge = finish(learn(corpus, nothing, options));
        return trained;
    }
    auto part = learn(corpus, isHeldBack, options);
    calibration = calibrationOf(part, corpus, isHeldBack);
    trained.judge = finish(std::move(part));
    figures = figuresOf(*trained.judge, examples, isHeldBack);
    trained.model = finish(learn(corpus, nothing, options));
    return trained;
}

} // namespace nlu
