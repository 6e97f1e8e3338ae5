// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command_lists.h"
#include "app/commands/flow_input.h"
#include "app/service.h"
#include "base/json.h"
#include "base/random.h"
#include "engine/study/conversation_test.h"
#include "engine/study/customers.h"
#include "engine/study/flow_check.h"
#include "engine/study/simulate.h"
#include "nlu/problems.h"

namespace app {

base::Result<QByteArray> readWhole(Io& io, const QString& path)
{
    constexpr qsizetype kLongestFile = qsizetype{16} * 1024 * 1024;
    if (const auto opened = io.openInput(path); !opened)
        return base::fail(opened.error());
    QByteArray all;
    while (true) {
        const auto piece = io.read();
        if (!piece)
            return base::fail(piece.error());
        if (piece->isEmpty())
            return all;
        all += *piece;
        if (all.size() > kLongestFile)
            return base::fail(base::Code::Invalid, QStringLiteral("longer than 16 MB"));
    }
}

base::Result<engine::Flow> flowOf(CommandContext& context)
{
    QByteArray json = builtInFlow();
    if (const QString file = context.given.options.value(QStringLiteral("flow")); !file.isEmpty()) {
        auto read = readWhole(context.io, file);
        if (!read)
            return base::fail(read.error());
        json = *std::move(read);
    }
    const auto catalogue = builtInCatalogue();
    return engine::Flow::load(json, QList<QByteArray>(catalogue.begin(), catalogue.end()));
}

namespace {

/// As the desk would: by models that are trained now, once. Without phrases nothing is understood.
engine::Understand understandOf(CommandContext& context)
{
    const auto model = builtInModel();
    const auto problems = builtInProblemModel();
    if (!model || !problems) {
        context.complain(context.translate("relevoctl", "No classifier: there are no phrases."));
        return {};
    }
    return [model = *model, problems = *problems](const QString& text, engine::Facts& facts) {
        facts.candidates = model->classify(text).candidates;
        facts.nluModel = model->version();
        facts.problemCandidates = nlu::problemsIn(*problems, text);
        facts.problemModel = problems->version();
    };
}

Exit flowCheck(CommandContext& context)
{
    const auto flow = flowOf(context);
    if (!flow)
        return context.fail(flow.error());
    const auto report = engine::checkFlow(*flow);
    for (const auto& problem : report.problems)
        context.line(problem.place + QStringLiteral(": ") + problem.what);
    if (context.given.json()) {
        base::JsonWriter json;
        json.beginObject().member("proven", report.isProven()).member("states", report.states);
        json.member("transitions", report.transitions).endObject();
        context.io.out(QByteArray::fromStdString(json.take()) + '\n');
    } else {
        context.line(
            context.translate("relevoctl", "%1 states and %2 transitions looked at, %3 problems")
                .arg(report.states)
                .arg(report.transitions)
                .arg(report.problems.size()));
    }
    return report.isProven() ? Exit::Done : Exit::No;
}

Exit flowGraph(CommandContext& context)
{
    const auto flow = flowOf(context);
    if (!flow)
        return context.fail(flow.error());
    context.io.out(engine::flowGraph(*flow, context.given.language).toUtf8());
    return Exit::Done;
}

/// Conversations to their end, instead of a number of turns.
Exit simulateWhole(CommandContext& context, const engine::Flow& flow, qint64 conversations,
                   quint64 seed)
{
    engine::CustomersOptions options{
        .conversations = conversations, .seed = seed, .understand = understandOf(context)};
    options.facts.expectedWaitMinutes = 5;
    options.facts.shop = {.name = QStringLiteral("Taller"), .hours = QStringLiteral("9-18")};
    const auto report = engine::simulateCustomers(flow, options);
    base::JsonWriter json;
    const auto list = [&json](const char* name, const QMap<QString, qint64>& counts) {
        json.key(name).beginObject();
        for (auto it = counts.begin(); it != counts.end(); ++it)
            json.member(it.key().toStdString(), it.value());
        json.endObject();
    };
    json.beginObject()
        .member("seed", static_cast<qint64>(seed))
        .member("conversations", report.conversations);
    json.member("turns", report.turns)
        .member("messages", report.said)
        .member("longest", report.longest);
    json.member("movedOn", report.movedOnShare());
    list("ends", report.ends);
    list("skills", report.skills);
    list("manners", report.manners);
    if (!report.offence.isEmpty())
        json.member("offence", report.offence)
            .member("offender", static_cast<qint64>(report.offender));
    json.endObject();
    context.io.out(QByteArray::fromStdString(json.take()) + '\n');
    if (report.offence.isEmpty())
        return Exit::Done;
    context.line(report.transcript);
    return Exit::No;
}

Exit flowSimulate(CommandContext& context)
{
    const auto flow = flowOf(context);
    if (!flow)
        return context.fail(flow.error());
    constexpr qint64 kMostTurns = 100'000'000;
    const qint64 turns =
        context.given.options.value(QStringLiteral("turns"), QStringLiteral("10000")).toLongLong();
    const QString seedText = context.given.options.value(QStringLiteral("seed"));
    base::SystemRandom chance;
    const quint64 seed = seedText.isEmpty() ? chance.below(1'000'000'000) : seedText.toULongLong();
    const QString wholeText = context.given.options.value(QStringLiteral("conversations"));
    const qint64 conversations = wholeText.toLongLong();
    const bool isWrong = !wholeText.isEmpty() && (conversations < 1 || conversations > kMostTurns);
    if (turns < 1 || turns > kMostTurns || isWrong)
        return context.usage();
    if (conversations > 0)
        return simulateWhole(context, *flow, conversations, seed);
    base::SeededRandom random(seed);
    const auto report =
        engine::simulate(*flow, {.turns = turns, .understand = understandOf(context)}, random);
    base::JsonWriter json;
    json.beginObject()
        .member("seed", static_cast<qint64>(seed))
        .member("conversations", report.conversations);
    json.member("turns", report.turns)
        .member("misses", report.misses)
        .member("handoffs", report.handoffs);
    json.key("outcomes").beginObject();
    for (auto it = report.outcomes.begin(); it != report.outcomes.end(); ++it)
        json.member(it.key().toStdString(), it.value());
    json.endObject().key("violations").beginArray();
    for (const QString& violation : report.violations)
        json.value(violation);
    json.endArray().endObject();
    context.io.out(QByteArray::fromStdString(json.take()) + '\n');
    return report.violations.isEmpty() ? Exit::Done : Exit::No;
}

Exit flowTest(CommandContext& context)
{
    const auto flow = flowOf(context);
    if (!flow)
        return context.fail(flow.error());
    const auto understand = understandOf(context);
    int failed = 0;
    for (const QString& file : context.given.words) {
        const auto json = readWhole(context.io, file);
        if (!json)
            return context.fail(json.error());
        const auto result = engine::runConversationTest(*flow, *json, understand);
        if (!result)
            return context.fail(result.error());
        failed += result->hasPassed() ? 0 : 1;
        context.line((result->hasPassed() ? QStringLiteral("ok    ") : QStringLiteral("FAIL  ")) +
                     result->name);
        for (const QString& failure : result->failures)
            context.line(QStringLiteral("      ") + failure);
    }
    return failed == 0 ? Exit::Done : Exit::No;
}

} // namespace

std::vector<Command> flowCommands()
{
    const auto s = [](const char* text) { return QString::fromUtf8(text); };
    const OptionSpec flow{s("flow"), true};
    constexpr int kMany = 100'000;
    return {
        {s("flow check"),
         s("[--flow FILE]"),
         QT_TRANSLATE_NOOP("relevoctl",
                           "Proves a flow: no trap, every option works, every text is there"),
         {flow},
         Needs::Nothing,
         0,
         0,
         flowCheck},
        {s("flow graph"),
         s("[--flow FILE]"),
         QT_TRANSLATE_NOOP("relevoctl", "Draws a flow in the DOT language"),
         {flow},
         Needs::Nothing,
         0,
         0,
         flowGraph},
        {s("flow simulate"),
         s("[--turns N | --conversations N] [--seed S]"),
         QT_TRANSLATE_NOOP("relevoctl", "Lets simulated customers walk through a flow"),
         {flow, {s("turns"), true}, {s("conversations"), true}, {s("seed"), true}},
         Needs::Nothing,
         0,
         0,
         flowSimulate},
        {s("flow test"),
         s("FILE…"),
         QT_TRANSLATE_NOOP("relevoctl", "Runs conversation tests"),
         {flow},
         Needs::Nothing,
         1,
         kMany,
         flowTest},
    };
}

} // namespace app
