// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release_commands/deed_command.h"

#include "app/service.h"

#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace app {

base::WallTime nowOf(const CommandContext& context)
{
    return context.service().clock().wall();
}

base::Result<std::optional<base::WallTime>> optionalTime(const CommandContext& context,
                                                         const char* name)
{
    const QString text = optionText(context, name);
    if (text.isEmpty())
        return std::optional<base::WallTime>();
    const auto time = timeGiven(text, nowOf(context));
    if (!time)
        return base::fail(time.error());
    return std::optional(*time);
}

base::Result<release::minutes> durationGiven(const QString& text)
{
    const QChar unit = text.isEmpty() ? QChar() : text.back();
    const int factor = unit == u'm' ? 1 : unit == u'h' ? 60 : unit == u'd' ? 24 * 60 : 0;
    bool isNumber = false;
    const int number = text.chopped(std::min<qsizetype>(1, text.size())).toInt(&isNumber);
    const release::minutes time{qint64{number} * factor};
    if (!isNumber || factor == 0 || number < 1 || !release::isTime(time))
        return base::fail(base::Code::Invalid, text);
    return time;
}

std::optional<double> figureGiven(const QString& text)
{
    bool isNumber = false;
    const double value = text.trimmed().toDouble(&isNumber);
    return isNumber && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

Exit tellDone(CommandContext& context, const QString& line, const QJsonObject& members)
{
    if (context.given.json())
        context.io.out(QJsonDocument(members).toJson(QJsonDocument::Compact) + '\n');
    else if (!line.isEmpty())
        context.line(line);
    return Exit::Done;
}

Exit tellItem(CommandContext& context, const ReleaseCommand& command, const desk::ReleaseView& view,
              const release::ItemId& id)
{
    const auto item =
        std::ranges::find(view.release->items, id, [](const auto& each) { return each.plan.id; });
    if (item == view.release->items.end())
        return Exit::Done;
    return tellDone(
        context,
        QStringLiteral("%1: %2").arg(item->plan.title, command.words().word("state", item->state)),
        {{QStringLiteral("item"), id.value},
         {QStringLiteral("state"), release::nameText(item->state)}});
}

Exit actOnly(CommandContext& context, ReleaseCommand& command, desk::ReleaseView& view,
             const release::Deed& deed, const QByteArray& file)
{
    const Exit exit = command.act(view, deed, file);
    return exit == Exit::Done
               ? tellDone(context, {}, {{QStringLiteral("release"), view.release->id}})
               : exit;
}

Exit actAndTellShare(CommandContext& context, ReleaseCommand& command, desk::ReleaseView& view,
                     const release::Deed& deed)
{
    if (const Exit exit = command.act(view, deed); exit != Exit::Done)
        return exit;
    const auto& now = *view.release;
    const int share = release::shareOf(now.canaryPlan, now.canary);
    return tellDone(context,
                    QStringLiteral("%1, %2 %")
                        .arg(command.words().word("canary", now.canary.status))
                        .arg(share),
                    {{QStringLiteral("canary"), release::nameText(now.canary.status)},
                     {QStringLiteral("percent"), share}});
}

Command deedCommand(const char* name, const char* arguments, const char* summary, int words,
                    Exit (*run)(CommandContext&), const std::vector<const char*>& values,
                    const std::vector<const char*>& flags)
{
    Command command{.name = QString::fromLatin1(name),
                    .arguments = QString::fromUtf8(arguments) + QStringLiteral(" [--as NAME]"),
                    .summary = summary,
                    .options = {Acting::option()},
                    .fewestWords = words,
                    .mostWords = words,
                    .run = run};
    for (const char* value : values)
        command.options.push_back({QString::fromLatin1(value), true});
    for (const char* flag : flags)
        command.options.push_back({QString::fromLatin1(flag), false});
    return command;
}

} // namespace app
