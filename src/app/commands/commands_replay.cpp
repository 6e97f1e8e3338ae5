// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command_lists.h"
#include "app/commands/flow_input.h"
#include "app/service.h"
#include "base/json.h"
#include "engine/study/replay.h"

#include <algorithm>

namespace app {

namespace {

using Outcome = engine::ReplayResult::Outcome;

/// `--select stage=closed,language=es-AR,outcome=resolved,id=AB-1234`: all must hold.
class Selection
{
public:
    [[nodiscard]] static base::Result<Selection> of(const QString& text)
    {
        Selection selection;
        for (const QString& part : text.split(u',', Qt::SkipEmptyParts)) {
            const QString key = part.section(u'=', 0, 0).trimmed();
            static const QStringList kKeys{QStringLiteral("stage"), QStringLiteral("language"),
                                           QStringLiteral("outcome"), QStringLiteral("id")};
            if (!kKeys.contains(key) || !part.contains(u'='))
                return base::fail(base::Code::Invalid, QStringLiteral("--select ") + part);
            selection.m_wanted.insert(key, part.section(u'=', 1).trimmed());
        }
        return selection;
    }
    [[nodiscard]] bool takes(const desk::ConversationHead& head) const
    {
        const QMap<QString, QString> has{{QStringLiteral("stage"), head.stage},
                                         {QStringLiteral("language"), head.language},
                                         {QStringLiteral("outcome"), head.outcome},
                                         {QStringLiteral("id"), base::conversationCode(head.id)}};
        return std::ranges::all_of(m_wanted.keys(), [&](const QString& key) {
            return has.value(key).compare(m_wanted.value(key), Qt::CaseInsensitive) == 0;
        });
    }

private:
    QMap<QString, QString> m_wanted;
};

struct Counts {
    qint64 same = 0, different = 0, notReplayable = 0;
};

void count(Counts& counts, Outcome outcome)
{
    switch (outcome) {
    case Outcome::Same: ++counts.same; break;
    case Outcome::Different: ++counts.different; break;
    case Outcome::NotReplayable: ++counts.notReplayable; break;
    }
}

void printDifference(CommandContext& context, const QString& code,
                     const engine::ReplayResult& result)
{
    if (context.given.json()) {
        base::JsonWriter json;
        json.beginObject()
            .member("conversation", code)
            .member("turn", result.differentAt + 1)
            .member("before", result.before)
            .member("after", result.after)
            .endObject();
        context.io.out(QByteArray::fromStdString(json.take()) + '\n');
        return;
    }
    context.line(
        context.translate("relevoctl", "%1, turn %2:").arg(code).arg(result.differentAt + 1));
    context.line(QStringLiteral("  - ") + result.before);
    context.line(QStringLiteral("  + ") + result.after);
}

void printCounts(CommandContext& context, const Counts& counts)
{
    if (context.given.json()) {
        base::JsonWriter json;
        json.beginObject()
            .member("same", counts.same)
            .member("different", counts.different)
            .member("notReplayable", counts.notReplayable)
            .endObject();
        context.io.out(QByteArray::fromStdString(json.take()) + '\n');
        return;
    }
    context.line(context
                     .translate("relevoctl", "%1 conversations go as they went, %2 go another "
                                             "way, %3 cannot be replayed")
                     .arg(counts.same)
                     .arg(counts.different)
                     .arg(counts.notReplayable));
}

base::Result<void> replayOne(CommandContext& context, const engine::Flow& flow,
                             base::ConversationId id, Counts& counts)
{
    const auto turns =
        context.ask<std::vector<engine::RecordedTurn>>([&](base::Caller& caller, auto done) {
            context.service().desk().recordedTurns(caller, id, std::move(done));
        });
    if (!turns)
        return base::fail(turns.error());
    const auto result = engine::replay(flow, *turns);
    count(counts, result.outcome);
    if (result.outcome == Outcome::Different)
        printDifference(context, base::conversationCode(id), result);
    return {};
}

Exit flowReplay(CommandContext& context)
{
    const auto selection = Selection::of(context.given.options.value(QStringLiteral("select")));
    if (!selection)
        return context.fail(selection.error());
    const auto flow = flowOf(context);
    if (!flow)
        return context.fail(flow.error());
    Counts counts;
    desk::ConversationQuery query{.limit = 500};
    do {
        const auto page = context.ask<desk::ConversationPage>([&](base::Caller& caller, auto done) {
            context.service().desk().conversationPage(caller, query, std::move(done));
        });
        if (!page)
            return context.fail(page.error());
        for (const auto& head : page->rows) {
            if (context.io.isCancelled())
                return Exit::CouldNot;
            if (!selection->takes(head))
                continue;
            if (const auto done = replayOne(context, *flow, head.id, counts); !done)
                return context.fail(done.error());
        }
        query.after = page->next;
    } while (!query.after.isEmpty());
    printCounts(context, counts);
    return counts.different == 0 ? Exit::Done : Exit::No;
}

} // namespace

std::vector<Command> replayCommands()
{
    const auto s = [](const char* text) { return QString::fromUtf8(text); };
    return {
        {.name = s("flow replay"),
         .arguments = s("[--flow FILE] [--select KEY=VALUE,…]"),
         .summary = QT_TRANSLATE_NOOP(
             "relevoctl",
             "Replays the recorded conversations against a flow and shows what changes"),
         .options = {{s("flow"), true}, {s("select"), true}},
         .run = flowReplay},
    };
}

} // namespace app
