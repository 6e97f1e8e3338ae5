// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command_lists.h"
#include "app/commands/flow_input.h"
#include "app/service.h"
#include "base/json.h"
#include "nlu/nlu.h"

#include <QSaveFile>

#include <chrono>
#include <tuple>

namespace app {

namespace {

constexpr int kFolds = 5;

QString optionOf(const CommandContext& context, const char* name)
{
    return context.given.options.value(QLatin1String(name));
}

/// The phrases of a file; the error's detail names it.
base::Result<std::vector<nlu::Example>> labelled(CommandContext& context, const QString& file)
{
    const auto bytes = readWhole(context.io, file);
    if (!bytes)
        return base::fail(bytes.error());
    auto examples = nlu::readLabelled(*bytes);
    if (!examples)
        return base::fail(base::Code::Invalid,
                          file + QStringLiteral(": ") + examples.error().detail);
    return examples;
}

base::Result<std::vector<nlu::Example>> builtInProblemPhrases()
{
    const auto intents = nlu::readIntentFiles(builtInIntents());
    if (!intents)
        return base::fail(intents.error());
    auto told = nlu::readProblemFiles(builtInProblems());
    if (!told)
        return base::fail(told.error());
    return nlu::problemExamples(*std::move(told), *intents);
}

bool isOfProblems(const CommandContext& context)
{
    return context.given.options.contains(QStringLiteral("problems"));
}

nlu::TrainOptions optionsOf(const CommandContext& context)
{
    return isOfProblems(context) ? nlu::problemOptions() : nlu::TrainOptions();
}

base::Result<std::vector<nlu::Example>> trainingPhrases(CommandContext& context)
{
    const QString file = optionOf(context, "train");
    if (!file.isEmpty())
        return labelled(context, file);
    return isOfProblems(context) ? builtInProblemPhrases() : nlu::readIntentFiles(builtInIntents());
}

base::Result<nlu::Trained> timed(const CommandContext& context,
                                 const std::vector<nlu::Example>& examples, double& seconds)
{
    const auto began = std::chrono::steady_clock::now();
    auto trained = nlu::train(examples, optionsOf(context));
    seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    return trained;
}

QString percent(double share)
{
    return QString::number(share * 100, 'f', 1) + u'%';
}

void printJson(CommandContext& context, base::JsonWriter& json)
{
    context.io.out(QByteArray::fromStdString(json.take()) + '\n');
}

// ---- train ----

void printTrained(CommandContext& context, const nlu::Trained& trained, double seconds,
                  qsizetype bytes)
{
    const auto& model = *trained.model;
    const auto& [phrases, figures] = std::tie(model.parts().phrases, model.parts().figures);
    if (context.given.json()) {
        base::JsonWriter json;
        json.beginObject()
            .member("version", model.version())
            .member("phrases", phrases)
            .member("intents", static_cast<qint64>(model.intents().size()))
            .member("features", static_cast<qint64>(model.parts().dictionary.size()))
            .member("trainSeconds", seconds)
            .member("bytes", static_cast<qint64>(bytes))
            .member("threshold", model.parts().calibration.threshold);
        json.key("heldBack")
            .beginObject()
            .member("phrases", figures.phrases)
            .member("accuracy", figures.accuracy)
            .member("inScopeAccuracy", figures.inScopeAccuracy)
            .member("outOfScopeRecall", figures.outOfScopeRecall)
            .endObject()
            .endObject();
        printJson(context, json);
        return;
    }
    context.line(context.translate("relevoctl", "Model %1: %2 phrases, %3 intents, learnt in %4 s")
                     .arg(model.version())
                     .arg(phrases)
                     .arg(model.intents().size())
                     .arg(seconds, 0, 'f', 2));
    context.line(context
                     .translate("relevoctl", "Of %1 phrases held back: %2 right, out of scope "
                                             "refused: %3")
                     .arg(figures.phrases)
                     .arg(percent(figures.accuracy), percent(figures.outOfScopeRecall)));
}

// These commands run in relevoctl itself, which opens what they write.
base::Result<void> writeWhole(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return base::fail(base::Code::Offline, path + QStringLiteral(": ") + file.errorString());
    return {};
}

Exit nluTrain(CommandContext& context)
{
    const auto examples = trainingPhrases(context);
    if (!examples)
        return context.fail(examples.error());
    double seconds = 0;
    const auto trained = timed(context, *examples, seconds);
    if (!trained)
        return context.fail(trained.error());
    const QByteArray bytes = trained->model->serialise();
    const QString out = optionOf(context, "out");
    if (!out.isEmpty()) {
        if (const auto written = writeWhole(out, bytes); !written)
            return context.fail(written.error());
    }
    printTrained(context, *trained, seconds, bytes.size());
    return Exit::Done;
}

// ---- eval ----

void printEvaluationJson(CommandContext& context, const nlu::Evaluation& of, bool isCrossValidated)
{
    base::JsonWriter json;
    json.beginObject()
        .member("crossValidated", isCrossValidated)
        .member("phrases", of.phrases)
        .member("inScope", of.inScope)
        .member("outOfScope", of.outOfScope)
        .member("accuracy", of.accuracy)
        .member("macroF1", of.macroF1)
        .member("inScopeAccuracy", of.inScopeAccuracy)
        .member("inScopeRefused", of.inScopeRefused)
        .member("outOfScopeRecall", of.outOfScopeRecall)
        .member("trainSeconds", of.trainSeconds)
        .member("microsP50", of.microsP50)
        .member("microsP99", of.microsP99);
    json.key("intents").beginArray();
    for (const auto& intent : of.intents)
        json.beginObject()
            .member("intent", intent.intent)
            .member("phrases", intent.phrases)
            .member("precision", intent.precision)
            .member("recall", intent.recall)
            .member("f1", intent.f1)
            .endObject();
    json.endArray().endObject();
    printJson(context, json);
}

void printEvaluation(CommandContext& context, const nlu::Evaluation& of, bool isCrossValidated)
{
    const auto say = [&](const char* label, const QString& value) {
        context.line(
            QStringLiteral("%1  %2").arg(context.translate("relevoctl", label), -44).arg(value));
    };
    if (isCrossValidated)
        context.line(context.translate("relevoctl", "Cross-validated in %1 parts").arg(kFolds));
    say(QT_TRANSLATE_NOOP("relevoctl", "Phrases"), QString::number(of.phrases));
    say(QT_TRANSLATE_NOOP("relevoctl", "Accuracy"), percent(of.accuracy));
    say(QT_TRANSLATE_NOOP("relevoctl", "Macro F1"), percent(of.macroF1));
    say(QT_TRANSLATE_NOOP("relevoctl", "Right in scope, refused is wrong"),
        percent(of.inScopeAccuracy));
    if (of.outOfScope > 0)
        say(QT_TRANSLATE_NOOP("relevoctl", "Out of scope refused"),
            QStringLiteral("%1 (%2)").arg(percent(of.outOfScopeRecall)).arg(of.outOfScope));
    say(QT_TRANSLATE_NOOP("relevoctl", "Training"),
        QString::number(of.trainSeconds, 'f', 2) + QStringLiteral(" s"));
    say(QT_TRANSLATE_NOOP("relevoctl", "A phrase, p50 / p99"),
        QStringLiteral("%1 / %2 µs").arg(of.microsP50, 0, 'f', 1).arg(of.microsP99, 0, 'f', 1));
    context.line({});
    context.line(QStringLiteral("%1 %2 %3 %4 %5")
                     .arg(context.translate("relevoctl", "intent"), -32)
                     .arg(context.translate("relevoctl", "phrases"), 8)
                     .arg(context.translate("relevoctl", "precision"), 10)
                     .arg(context.translate("relevoctl", "recall"), 10)
                     .arg(QStringLiteral("F1"), 8));
    for (const auto& intent : of.intents)
        context.line(QStringLiteral("%1 %2 %3 %4 %5")
                         .arg(intent.intent, -32)
                         .arg(intent.phrases, 8)
                         .arg(percent(intent.precision), 10)
                         .arg(percent(intent.recall), 10)
                         .arg(percent(intent.f1), 8));
}

base::Result<nlu::Evaluation> evaluation(CommandContext& context)
{
    const auto examples = trainingPhrases(context);
    if (!examples)
        return base::fail(examples.error());
    const QString test = optionOf(context, "test");
    if (test.isEmpty())
        return nlu::crossValidate(*examples, kFolds, optionsOf(context));
    const auto asked = labelled(context, test);
    if (!asked)
        return base::fail(asked.error());
    double seconds = 0;
    const auto trained = timed(context, *examples, seconds);
    if (!trained)
        return base::fail(trained.error());
    auto of = nlu::evaluate(*trained->model, *asked);
    of.trainSeconds = seconds;
    return of;
}

Exit nluEval(CommandContext& context)
{
    const auto of = evaluation(context);
    if (!of)
        return context.fail(of.error());
    const bool isCrossValidated = optionOf(context, "test").isEmpty();
    (context.given.json() ? printEvaluationJson : printEvaluation)(context, *of, isCrossValidated);
    return Exit::Done;
}

// ---- classify ----

using ModelPointer = std::shared_ptr<const nlu::Model>;

struct Models {
    ModelPointer intents;
    ModelPointer problems; ///< null: a file was given, and it knows none
};

base::Result<Models> modelsOf(CommandContext& context)
{
    if (const QString file = optionOf(context, "model"); !file.isEmpty()) {
        const auto bytes = readWhole(context.io, file);
        if (!bytes)
            return base::fail(bytes.error());
        return nlu::Model::deserialise(*bytes).map(
            [](ModelPointer model) { return Models{.intents = std::move(model), .problems = {}}; });
    }
    auto intents = builtInModel();
    if (!intents)
        return base::fail(intents.error());
    auto problems = builtInProblemModel();
    if (!problems)
        return base::fail(problems.error());
    return Models{.intents = *std::move(intents), .problems = *std::move(problems)};
}

/// The words that a candidate was found in.
QString wordsOf(const engine::ProblemCandidate& candidate, const QString& text)
{
    const QStringList words = engine::normalise(text).text.split(u' ');
    return words.mid(candidate.begin, candidate.end - candidate.begin).join(u' ');
}

void writeProblems(base::JsonWriter& json, const QList<engine::ProblemCandidate>& problems,
                   const QString& text)
{
    json.key("problems").beginArray();
    for (const auto& candidate : problems) {
        json.beginObject().member("problem", candidate.problem).member("score", candidate.score);
        if (candidate.end > 0)
            json.member("words", wordsOf(candidate, text));
        json.endObject();
    }
    json.endArray();
}

void printUnderstanding(CommandContext& context, const Models& models, const QString& text)
{
    const auto understood = models.intents->classify(text);
    const auto problems = models.problems ? nlu::problemsIn(*models.problems, text)
                                          : QList<engine::ProblemCandidate>();
    if (context.given.json()) {
        base::JsonWriter json;
        json.beginObject().member("text", text).member("outOfScope", understood.isOutOfScope);
        json.member("language", nlu::languageName(understood.language)).key("candidates");
        json.beginArray();
        for (const auto& candidate : understood.candidates)
            json.beginObject()
                .member("intent", candidate.intent)
                .member("score", candidate.score)
                .endObject();
        json.endArray();
        if (models.problems)
            writeProblems(json, problems, text);
        json.endObject();
        printJson(context, json);
        return;
    }
    context.line(text);
    if (understood.isOutOfScope)
        context.line(QStringLiteral("  ") + context.translate("relevoctl", "out of scope"));
    for (const auto& candidate : understood.candidates)
        context.line(
            QStringLiteral("  %1  %2").arg(candidate.score, 5, 'f', 3).arg(candidate.intent));
    for (const auto& candidate : problems)
        context.line(
            QStringLiteral("  %1  problem:%2  %3")
                .arg(candidate.score, 5, 'f', 3)
                .arg(candidate.problem, candidate.end > 0 ? wordsOf(candidate, text) : QString())
                .trimmed()
                .prepend(QStringLiteral("  ")));
}

Exit nluClassify(CommandContext& context)
{
    const auto models = modelsOf(context);
    if (!models)
        return context.fail(models.error());
    if (!context.given.words.isEmpty()) {
        printUnderstanding(context, *models, context.given.words.join(u' '));
        return Exit::Done;
    }
    return eachLine(context, QStringLiteral("-"),
                    [&](const QByteArray& line, qint64 /*number*/) -> std::optional<Exit> {
                        printUnderstanding(context, *models, QString::fromUtf8(line).trimmed());
                        return std::nullopt;
                    });
}

} // namespace

base::Result<std::shared_ptr<const nlu::Model>> builtInModel()
{
    const auto examples = nlu::readIntentFiles(builtInIntents());
    if (!examples)
        return base::fail(examples.error());
    auto trained = nlu::train(*examples, {});
    if (!trained)
        return base::fail(trained.error());
    return trained->model;
}

base::Result<std::shared_ptr<const nlu::Model>> builtInProblemModel()
{
    const auto examples = builtInProblemPhrases();
    if (!examples)
        return base::fail(examples.error());
    auto trained = nlu::train(*examples, nlu::problemOptions());
    if (!trained)
        return base::fail(trained.error());
    return trained->model;
}

std::vector<Command> nluCommands()
{
    const auto s = [](const char* text) { return QString::fromUtf8(text); };
    constexpr int kMany = 100'000;
    return {
        {s("nlu train"),
         s("[--problems] [--train FILE] [--out MODEL]"),
         QT_TRANSLATE_NOOP("relevoctl", "Learns from labelled phrases (CSV text,label or JSONL)"),
         {{s("problems"), false}, {s("train"), true}, {s("out"), true}},
         Needs::Nothing,
         0,
         0,
         nluTrain},
        {s("nlu eval"),
         s("[--problems] [--train FILE] [--test FILE]"),
         QT_TRANSLATE_NOOP(
             "relevoctl",
             "Measures how well phrases are understood (with --problems, which problem "
             "they tell); without --test by cross-validation, without --train with "
             "the shipped phrases"),
         {{s("problems"), false}, {s("train"), true}, {s("test"), true}},
         Needs::Nothing,
         0,
         0,
         nluEval},
        {s("nlu classify"),
         s("[--model FILE] [TEXT…]"),
         QT_TRANSLATE_NOOP("relevoctl",
                           "Says what a text wants and which problem it tells; without one, for "
                           "each line of the input"),
         {{s("model"), true}},
         Needs::Nothing,
         0,
         kMany,
         nluClassify},
    };
}

} // namespace app
