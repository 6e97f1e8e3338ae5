// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command_lists.h"
#include "base/json.h"
#include "desk/masking/mask_texts.h"
#include "privacy/privacy.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QStringDecoder>

namespace app {

namespace {

constexpr qsizetype kLongestExplained = qsizetype{1024} * 1024; ///< characters

desk::TranslateMasking inLanguageOf(const CommandContext& context)
{
    return [&context](const char* text) { return context.translate("Masking", text); };
}

Exit maskText(CommandContext& context)
{
    privacy::Pseudonyms pseudonyms;
    privacy::StreamMasker masker(pseudonyms);
    QStringDecoder decode(QStringDecoder::Utf8);
    while (!context.io.isCancelled()) {
        const auto piece = context.io.read();
        if (!piece)
            return context.fail(piece.error());
        if (piece->isEmpty()) {
            context.io.out(masker.finish().toUtf8());
            return Exit::Done;
        }
        const QString text = decode(*piece);
        context.io.out(masker.feed(text).toUtf8());
    }
    return Exit::CouldNot;
}

/// What was looked at, one paragraph each.
Exit explainText(CommandContext& context)
{
    QByteArray bytes;
    while (true) {
        const auto piece = context.io.read();
        if (!piece)
            return context.fail(piece.error());
        if (piece->isEmpty())
            break;
        bytes += *piece;
        if (bytes.size() > kLongestExplained)
            return context.fail(
                {base::Code::Invalid, QStringLiteral("--explain takes at most 1 MB")});
    }
    const QString text = QString::fromUtf8(bytes);
    privacy::Pseudonyms pseudonyms;
    context.io.out(privacy::mask(text, privacy::Context{}, pseudonyms).toUtf8());
    if (!text.endsWith(u'\n'))
        context.line({});
    const auto considered = privacy::explain(text);
    if (considered.empty())
        context.line(u'\n' + context.translate("relevoctl", "Nothing there looks like personal "
                                                            "data or a secret."));
    for (const auto& each : considered) {
        context.line(u'\n' + each.text + QStringLiteral("  ") +
                     desk::maskKindText(each.kind, inLanguageOf(context)));
        for (const auto& step : each.steps)
            context.line(QStringLiteral("  · ") + desk::maskStepText(step, inLanguageOf(context)));
        context.line(QStringLiteral("  = ") +
                     desk::maskOutcomeText(each.outcome, inLanguageOf(context)));
    }
    return Exit::Done;
}

void addEntities(base::JsonWriter& json, const QString& text,
                 const std::vector<privacy::Entity>& entities)
{
    const auto spans = privacy::codePointSpans(text, entities);
    json.key("entities").beginArray();
    for (std::size_t i = 0; i < entities.size(); ++i) {
        const auto& entity = entities[i];
        json.beginObject()
            .member("kind", privacy::kindName(entity.kind))
            .member("start", static_cast<qint64>(spans[i].first))
            .member("end", static_cast<qint64>(spans[i].second))
            .member("text", entity.text)
            .member("score", entity.score)
            .key("checksum");
        if (entity.checksum)
            json.value(*entity.checksum);
        else
            json.null();
        json.endObject();
    }
    json.endArray();
}

void addExplanation(CommandContext& context, base::JsonWriter& json, const QString& text)
{
    json.key("explained").beginArray();
    for (const auto& each : privacy::explain(text)) {
        privacy::Entity place{.start = each.start, .end = each.end};
        const auto span = privacy::codePointSpans(text, {place}).front();
        json.beginObject()
            .member("kind", privacy::kindName(each.kind))
            .member("start", static_cast<qint64>(span.first))
            .member("end", static_cast<qint64>(span.second))
            .member("text", each.text)
            .member("masked", each.outcome != privacy::Outcome::Left)
            .key("steps")
            .beginArray();
        for (const auto& step : each.steps)
            json.value(desk::maskStepText(step, inLanguageOf(context)));
        json.value(desk::maskOutcomeText(each.outcome, inLanguageOf(context)))
            .endArray()
            .endObject();
    }
    json.endArray();
}

/// {"id"?, "text"} -> {"id"?, "masked", "entities"}; pseudonyms are the row's own.
void maskRow(CommandContext& context, const QJsonObject& row)
{
    const QString text = row.value(QLatin1String("text")).toString();
    const auto entities = privacy::find(text);
    privacy::Pseudonyms pseudonyms;
    base::JsonWriter json;
    json.beginObject();
    if (row.contains(QLatin1String("id")))
        json.member("id", row.value(QLatin1String("id")));
    json.member("masked", privacy::mask(text, entities, pseudonyms));
    addEntities(json, text, entities);
    if (context.given.has(QStringLiteral("explain")))
        addExplanation(context, json, text);
    json.endObject();
    context.io.out(QByteArray::fromStdString(json.take()) + '\n');
}

Exit maskRows(CommandContext& context)
{
    return eachLine(
        context, QStringLiteral("-"),
        [&](const QByteArray& line, qint64 number) -> std::optional<Exit> {
            const QJsonObject row = QJsonDocument::fromJson(line).object();
            if (!row.value(QLatin1String("text")).isString()) {
                context.complain(
                    context
                        .translate("relevoctl",
                                   "Line %1 cannot be read: a JSON object with \"text\" is wanted.")
                        .arg(number));
                return Exit::CouldNot;
            }
            maskRow(context, row);
            return std::nullopt;
        });
}

Exit maskCommand(CommandContext& context)
{
    if (context.given.has(QStringLiteral("jsonl")))
        return maskRows(context);
    if (const auto opened = context.io.openInput(QStringLiteral("-")); !opened)
        return context.fail(opened.error());
    return context.given.has(QStringLiteral("explain")) ? explainText(context) : maskText(context);
}

} // namespace

std::vector<Command> maskCommands()
{
    const auto s = [](const char* text) { return QString::fromUtf8(text); };
    return {{s("mask"),
             s("[--jsonl] [--explain]"),
             QT_TRANSLATE_NOOP("relevoctl",
                               "Masks personal data and secrets of the input: a text, or with "
                               "--jsonl rows {\"id\",\"text\"}; --explain says why"),
             {{s("jsonl"), false}, {s("explain"), false}},
             Needs::Nothing,
             0,
             0,
             maskCommand}};
}

} // namespace app
