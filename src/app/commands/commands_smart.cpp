// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command_lists.h"
#include "app/service.h"
#include "base/json.h"
#include "desk/smart/smart_mode.h"

namespace app {

namespace {

const char* offByName(desk::SmartOffBy by)
{
    switch (by) {
    case desk::SmartOffBy::Nobody: return "nobody";
    case desk::SmartOffBy::Setting: return "setting";
    case desk::SmartOffBy::Start: return "environment";
    case desk::SmartOffBy::File: return "file";
    }
    return "nobody";
}

QString stateText(const CommandContext& context, const desk::SmartState& state)
{
    switch (state.offBy) {
    case desk::SmartOffBy::Setting: return context.translate("relevoctl", "Smart mode is off.");
    case desk::SmartOffBy::Start:
        return context.translate(
            "relevoctl",
            "Smart mode is off: SMART_MODE or SMART_MODE_ENABLED said so at the start.");
    case desk::SmartOffBy::File:
        return context.translate("relevoctl",
                                 "Smart mode is off: the file that SMART_MODE_FILE names says so.");
    case desk::SmartOffBy::Nobody: break;
    }
    return state.share == 100
               ? context.translate("relevoctl", "Smart mode is on.")
               : context.translate("relevoctl", "Smart mode is on for %1 % of conversations.")
                     .arg(state.share);
}

Exit tell(CommandContext& context, const base::Result<desk::SmartState>& state)
{
    if (!state)
        return context.fail(state.error());
    if (context.given.json()) {
        base::JsonWriter json;
        json.beginObject()
            .member("share", state->share)
            .member("offBy", offByName(state->offBy))
            .member("hasAi", state->hasAi)
            .endObject();
        context.io.out(QByteArray::fromStdString(json.take()) + '\n');
    } else {
        context.line(stateText(context, *state));
        if (!state->hasAi)
            context.line(context.translate("relevoctl",
                                           "No AI is set up: everything is answered without it."));
    }
    return Exit::Done;
}

Exit smart(CommandContext& context)
{
    const QString word = context.given.words.front();
    desk::Desk& desk = context.service().desk();
    if (word == QLatin1String("status"))
        return tell(context, context.ask<desk::SmartState>([&](base::Caller& caller, auto done) {
            desk.smartState(caller, std::move(done));
        }));
    const auto share = desk::parseSmartShare(word);
    if (!share)
        return context.usage();
    const auto state = context.ask<desk::SmartState>([&](base::Caller& caller, auto done) {
        desk.setSmartShare(caller, *share, std::move(done));
    });
    const Exit told = tell(context, state);
    // What was asked for is saved; but something else keeps it off.
    return state && state->share < *share ? Exit::No : told;
}

// Without a word: what counts. "all": AI helps at every stage again.
Exit smartStages(CommandContext& context)
{
    desk::Desk& desk = context.service().desk();
    const bool isQuestion = context.given.words.isEmpty();
    QStringList off;
    if (!isQuestion && context.given.words.front() != QLatin1String("all"))
        off = context.given.words.front().split(u',', Qt::SkipEmptyParts);
    const auto state =
        context.ask<desk::SmartState>([&](base::Caller& caller, desk::Done<desk::SmartState> done) {
            if (isQuestion)
                desk.smartState(caller, std::move(done));
            else
                desk.setSmartStagesOff(caller, off, std::move(done));
        });
    if (!state && state.error().code == base::Code::Invalid) {
        context.complain(context.translate("relevoctl", "The bot answers at no stage named \"%1\".")
                             .arg(state.error().detail));
        return Exit::CouldNot;
    }
    if (!state)
        return context.fail(state.error());
    if (context.given.json()) {
        base::JsonWriter json;
        json.beginObject().key("stagesOff").beginArray();
        for (const QString& stage : state->stagesOff)
            json.value(stage);
        json.endArray().key("stages").beginArray();
        for (const QString& stage : state->stages)
            json.value(stage);
        json.endArray().endObject();
        context.io.out(QByteArray::fromStdString(json.take()) + '\n');
    } else if (state->stagesOff.isEmpty()) {
        context.line(context.translate("relevoctl", "AI may help at every stage."));
    } else {
        context.line(context.translate("relevoctl", "AI does not help at: %1")
                         .arg(state->stagesOff.join(QStringLiteral(", "))));
    }
    return Exit::Done;
}

} // namespace

std::vector<Command> smartCommands()
{
    return {
        {QStringLiteral("smart"),
         QStringLiteral("on|off|PERCENT|status"),
         QT_TRANSLATE_NOOP("relevoctl", "Turns the help of AI on or off, from the next message"),
         {},
         Needs::Data,
         1,
         1,
         smart},
        {QStringLiteral("smart stages"),
         QStringLiteral("[all|STAGE,…]"),
         QT_TRANSLATE_NOOP(
             "relevoctl",
             "Tells at which stages AI does not help, or sets them; all: it helps at each"),
         {},
         Needs::Data,
         0,
         1,
         smartStages}};
}

} // namespace app
