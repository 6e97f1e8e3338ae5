// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/service.h"
#include "bench/bench.h"
#include "bench/talk.h"
#include "engine/engine.h"
#include "nlu/nlu.h"
#include "support/labelled_set.h"

namespace bench {

namespace {

double learningSeconds(const std::vector<nlu::Example>& examples, nlu::Trained& trained,
                       const nlu::TrainOptions& options = {})
{
    const auto began = std::chrono::steady_clock::now();
    trained = nlu::train(examples, options).value();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
}

QString percentOf(double share)
{
    return QString::number(share * 100, 'f', 1) + u'%';
}

void noteEvaluation(Report& to, const QString& what, const nlu::Evaluation& of)
{
    QString line = QStringLiteral("%1: accuracy %2, macro F1 %3, in scope with a refusal counted "
                                  "as wrong %4")
                       .arg(what, percentOf(of.accuracy), percentOf(of.macroF1),
                            percentOf(of.inScopeAccuracy));
    if (of.outOfScope > 0)
        line += QStringLiteral(", out of scope refused %1").arg(percentOf(of.outOfScopeRecall));
    to.note(line + u'.');
}

/// Learns and classifies a set of this size, as often as there are rounds.
void measureSet(const Settings& settings, Report& to, const support::LabelledSet& set,
                double atMostSeconds)
{
    auto other = set;
    other.seed = 2;
    other.phrases = settings.count(5000);
    const auto examples = support::makeLabelledSet(set);
    const auto asked = support::makeLabelledSet(other);
    std::vector<double> seconds, p50, p99;
    for (int i = 0; i < settings.rounds; ++i) {
        nlu::Trained trained;
        seconds.push_back(learningSeconds(examples, trained));
        const auto of = nlu::evaluate(*trained.model, asked);
        p50.push_back(of.microsP50);
        p99.push_back(of.microsP99);
        if (i == 0)
            noteEvaluation(to, QStringLiteral("A made-up language, other phrases of it"), of);
    }
    const QString name = QStringLiteral("%1 phrases, %2 intents").arg(set.phrases).arg(set.intents);
    to.add(
        {name + QStringLiteral(": learning"), QStringLiteral("s"), seconds, atMost(atMostSeconds)});
    to.add({name + QStringLiteral(": a phrase, p50"), QStringLiteral("µs"), p50, atMost(100)});
    to.add({name + QStringLiteral(": a phrase, p99"), QStringLiteral("µs"), p99});
}

std::vector<nlu::Example> problemPhrases(const std::vector<nlu::Example>& intents)
{
    return nlu::problemExamples(nlu::readProblemFiles(app::builtInProblems()).value(), intents);
}

void measureShipped(const Settings& settings, Report& to)
{
    const auto examples = nlu::readIntentFiles(app::builtInIntents());
    if (!examples || examples->empty()) {
        to.note(QStringLiteral("No phrases are shipped."));
        return;
    }
    std::vector<double> seconds;
    for (int i = 0; i < settings.rounds; ++i) {
        nlu::Trained trained;
        seconds.push_back(learningSeconds(*examples, trained));
    }
    to.add({QStringLiteral("the %1 shipped phrases: learning").arg(examples->size()),
            QStringLiteral("s"), seconds, atMost(1)});
    const auto problems = problemPhrases(*examples);
    std::vector<double> problemSeconds;
    for (int i = 0; i < settings.rounds; ++i) {
        nlu::Trained trained;
        problemSeconds.push_back(learningSeconds(problems, trained, nlu::problemOptions()));
    }
    to.add({QStringLiteral("the %1 shipped phrases of problems: learning").arg(problems.size()),
            QStringLiteral("s"), problemSeconds, atMost(1)});
    if (const auto of = nlu::crossValidate(*examples, 5, {})) {
        to.add({QStringLiteral("the shipped phrases: a phrase, p50"),
                QStringLiteral("µs"),
                {of->microsP50},
                atMost(100)});
        noteEvaluation(to, QStringLiteral("The shipped phrases, cross-validated in 5"), *of);
    }
}

/// Where the customer is asked what is the matter, so that everything of the catalogue may be meant,
/// and where a step is on the table.
std::vector<engine::State> statesOf(const engine::Flow& flow)
{
    std::vector<engine::State> states;
    engine::State state;
    state.flowVersion = 1;
    engine::Input input{.kind = engine::Input::Kind::Begin, .text = QStringLiteral("es-AR")};
    for (const char* next : {"sí", "español", "Ana", "la compu no prende", ""}) {
        state = engine::step(flow, state, input, {}).value().next;
        input = {.text = QString::fromUtf8(next)};
        states.push_back(state);
    }
    return {states.at(3), states.at(4)};
}

/// Normalise, classify, match and step, each turn timed by itself: every shipped phrase said to the
/// shipped flow.
void measureTurns(const Settings& settings, Report& to)
{
    const auto examples = nlu::readIntentFiles(app::builtInIntents());
    if (!examples || examples->empty())
        return;
    const auto trained = nlu::train(*examples, {});
    const auto problems = nlu::train(problemPhrases(*examples), nlu::problemOptions());
    const auto flow = builtInFlow();
    std::vector<double> p50, p99;
    for (int i = 0; i < settings.rounds; ++i) {
        std::vector<double> micros;
        for (const auto& state : statesOf(flow)) {
            for (const auto& example : *examples) {
                const auto began = std::chrono::steady_clock::now();
                const engine::Facts facts{
                    .candidates = trained->model->classify(example.text).candidates,
                    .problemCandidates = nlu::problemsIn(*problems->model, example.text)};
                const auto decision = engine::step(flow, state, {.text = example.text}, facts);
                const std::chrono::duration<double, std::micro> took =
                    std::chrono::steady_clock::now() - began;
                if (!decision)
                    qFatal("refused: %s", qPrintable(example.text));
                micros.push_back(took.count());
            }
        }
        p50.push_back(percentile(micros, 0.5));
        p99.push_back(percentile(micros, 0.99));
    }
    to.add({QStringLiteral("a turn: normalise, classify, match and step, p50"),
            QStringLiteral("µs"), p50});
    to.add({QStringLiteral("a turn: normalise, classify, match and step, p99"),
            QStringLiteral("µs"), p99, atMost(300)});
}

} // namespace

void measureNlu(const Settings& settings, Report& to)
{
    to.section(QStringLiteral("Understanding"));
    measureShipped(settings, to);
    measureTurns(settings, to);
    measureSet(settings, to, {.intents = 77, .phrases = settings.count(10'000)}, 20);
    measureSet(settings, to,
               {.intents = 150, .phrases = settings.count(15'000), .outOfScope = 0.02}, 60);
}

} // namespace bench
