// SPDX-License-Identifier: GPL-3.0-or-later
// relevoctl release templates, template show|save|changed: what a release can be made of.
#include "app/release_commands/deed_command.h"
#include "app/release_commands/differences.h"
#include "app/service.h"
#include "release/report/report_texts.h"
#include "release/template_loader.h"

#include <algorithm>

namespace app {

namespace {

using Shelf = std::vector<desk::ShelvedTemplate>;

Exit listTemplates(CommandContext& context)
{
    const auto language = languageGiven(context);
    const auto all = language ? templatesIn(context, *language)
                              : base::Result<Shelf>(base::fail(language.error()));
    if (!all)
        return context.fail(all.error());
    base::JsonWriter json;
    json.beginArray();
    for (const desk::ShelvedTemplate& each : *all) {
        if (!context.given.json()) {
            context.line(QStringLiteral("%1  v%2  %3  (%4)")
                             .arg(each.plan.id)
                             .arg(each.plan.version)
                             .arg(each.plan.title)
                             .arg(each.plan.items.size()));
            continue;
        }
        json.beginObject()
            .member("id", each.plan.id)
            .member("version", each.plan.version)
            .member("language", each.plan.language)
            .member("title", each.plan.title)
            .member("items", static_cast<qint64>(each.plan.items.size()))
            .member("shipped", each.isShipped);
        if (!each.isShipped)
            json.member("savedAt", base::toIso(each.savedAt)).member("by", each.byName);
        json.endObject();
    }
    json.endArray();
    if (context.given.json())
        context.io.out(QByteArray::fromStdString(json.take()) + '\n');
    return Exit::Done;
}

/// The template that the first word names.
base::Result<release::Template> templateGiven(CommandContext& context)
{
    const auto language = languageGiven(context);
    if (!language)
        return base::fail(language.error());
    const auto all = templatesIn(context, *language);
    if (!all)
        return base::fail(all.error());
    return templateNamed(*all, context.given.words.front());
}

void tellTemplate(CommandContext& context, const release::ReportWords& words,
                  const release::Template& shown)
{
    context.line(QStringLiteral("%1  %2 v%3").arg(shown.title, shown.id).arg(shown.version));
    if (!shown.description.isEmpty())
        context.line(shown.description);
    for (const release::Section& section : shown.sections) {
        context.line(QStringLiteral("\n%1  %2").arg(section.id, section.title));
        for (const release::ItemPlan& plan : shown.items) {
            if (plan.section == section.id)
                context.line(
                    QStringLiteral("  %1  %2  (%3%4)")
                        .arg(plan.id.value, plan.title, words.word("class", plan.itemClass),
                             plan.role ? QStringLiteral(", ") + words.word("role", *plan.role)
                                       : QString()));
        }
    }
    if (!shown.signOffs.empty())
        context.line(QStringLiteral("\n") + words.label("sign_offs"));
    for (const release::SignOffRule& rule : shown.signOffs)
        context.line(QStringLiteral("  %1  %2  (%3: %4)")
                         .arg(rule.id, rule.title)
                         .arg(rule.needed)
                         .arg(release::rolesText(rule.roles, words)));
}

/// With --json as a file that can be changed and saved again.
Exit showTemplate(CommandContext& context)
{
    const auto words = releaseWords(context.given.language);
    const auto shown = templateGiven(context);
    if (!words || !shown)
        return context.fail(shown ? words.error() : shown.error());
    if (context.given.json())
        context.io.out(release::writtenTemplate(*shown));
    else
        tellTemplate(context, *words, *shown);
    return Exit::Done;
}

/// A new version of each template that the file holds: of all of them, or of none.
Exit saveTemplate(CommandContext& context)
{
    const auto language = languageGiven(context);
    if (!language)
        return context.fail(language.error());
    ReleaseCommand command(context);
    if (const auto begun = command.begin(); !begun)
        return command.fail(begun.error());
    const QString& file = context.given.words.front();
    const auto bytes = file == u"-" ? command.acting.restOfInput() : wholeDocument(context, file);
    if (!bytes)
        return command.fail(bytes.error());
    const auto plans = release::loadTemplates(*bytes, *language);
    if (!plans)
        return command.fail(
            {plans.error().code, file + QStringLiteral(": ") + plans.error().detail});
    const auto saved = context.ask<Shelf>([&](base::Caller& caller, auto done) {
        context.service().desk().saveReleaseTemplates(caller, command.acting.badge(), *plans,
                                                      std::move(done));
    });
    if (!saved)
        return command.fail(saved.error());
    base::JsonWriter json;
    json.beginArray();
    for (const desk::ShelvedTemplate& each : *saved) {
        if (context.given.json())
            json.beginObject()
                .member("id", each.plan.id)
                .member("version", each.plan.version)
                .endObject();
        else
            context.line(QStringLiteral("%1  v%2").arg(each.plan.id).arg(each.plan.version));
    }
    json.endArray();
    if (context.given.json())
        context.io.out(QByteArray::fromStdString(json.take()) + '\n');
    return command.end(Exit::Done);
}

/// Between a version and the newest; where none is named, the one before it.
Exit compareVersions(CommandContext& context)
{
    const auto language = languageGiven(context);
    const auto all = language ? templatesIn(context, *language)
                              : base::Result<Shelf>(base::fail(language.error()));
    const auto words = releaseWords(context.given.language);
    if (!all || !words)
        return context.fail(all ? words.error() : all.error());
    const QString& name = context.given.words.front();
    const auto newest = templateNamed(*all, name.section(u'@', 0, 0));
    if (!newest)
        return context.fail(newest.error());
    auto before = templateNamed(*all, name);
    if (before && !name.contains(u'@')) {
        const auto older = std::ranges::find_if(*all, [&newest](const desk::ShelvedTemplate& each) {
            return each.plan.id == newest->id && each.plan.version < newest->version;
        });
        if (older != all->end())
            before = older->plan;
    }
    if (!before)
        return context.fail(before.error());
    return tellDifferences(context, *words, release::differences(*before, *newest));
}

} // namespace

std::vector<Command> releaseTemplateCommands()
{
    const auto s = [](const char* text) { return QString::fromUtf8(text); };
    const std::vector<OptionSpec> language{{s("language"), true}};
    return {
        {.name = s("release templates"),
         .arguments = s("[--language es|en]"),
         .summary = QT_TRANSLATE_NOOP("relevoctl", "Lists what a release can be made of"),
         .options = language,
         .run = listTemplates},
        {.name = s("release template show"),
         .arguments = s("ID[@VERSION] [--json] [--language es|en]"),
         .summary = QT_TRANSLATE_NOOP(
             "relevoctl", "Shows a template; with --json as a file that can be changed and saved"),
         .options = language,
         .fewestWords = 1,
         .mostWords = 1,
         .run = showTemplate},
        {.name = s("release template save"),
         .arguments = s("FILE|- [--language es|en] [--as NAME]"),
         .summary = QT_TRANSLATE_NOOP("relevoctl",
                                      "Saves a template as a new version; the ones before stay"),
         .options = {{s("language"), true}, Acting::option()},
         .fewestWords = 1,
         .mostWords = 1,
         .run = saveTemplate},
        {.name = s("release template changed"),
         .arguments = s("ID[@VERSION] [--language es|en]"),
         .summary = QT_TRANSLATE_NOOP("relevoctl", "What changed in a template since a version: 0 "
                                                   "nothing, 1 something"),
         .options = language,
         .fewestWords = 1,
         .mostWords = 1,
         .run = compareVersions}};
}

} // namespace app
