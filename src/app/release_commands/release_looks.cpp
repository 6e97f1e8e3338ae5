// SPDX-License-Identifier: GPL-3.0-or-later
// relevoctl release list, show, history, freezes: what there is.
#include "app/release_commands/release_command.h"
#include "app/service.h"
#include "base/json.h"
#include "release/outline.h"
#include "release/report/digest_texts.h"
#include "release/report/history_texts.h"
#include "release/report/report_texts.h"
#include "release/states.h"

namespace app {

namespace {

void write(CommandContext& context, base::JsonWriter& json)
{
    context.io.out(QByteArray::fromStdString(json.take()) + '\n');
}

void memberTime(base::JsonWriter& json, const char* name, const std::optional<base::WallTime>& at)
{
    if (at)
        json.member(name, base::toIso(*at));
}

void summaryAsJson(base::JsonWriter& json, const desk::ReleaseSummary& each)
{
    json.beginObject()
        .member("id", each.id)
        .member("title", each.title)
        .member("template", each.templateId)
        .member("verdict", release::nameOf(each.verdict))
        .member("items", each.items)
        .member("settled", each.settled)
        .member("openBlockers", each.openBlockers)
        .member("late", each.late)
        .member("canary", release::nameOf(each.canary));
    memberTime(json, "createdAt", each.createdAt);
    memberTime(json, "plannedFor", each.plannedFor);
    memberTime(json, "releasedAt", each.releasedAt);
    if (!each.fault.isEmpty())
        json.member("unreadable", each.fault);
    json.endObject();
}

Exit listReleases(CommandContext& context)
{
    ReleaseCommand command(context);
    if (const auto begun = command.begin(); !begun)
        return command.fail(begun.error());
    const auto all = command.list();
    if (!all)
        return command.fail(all.error());
    if (context.given.json()) {
        base::JsonWriter json;
        json.beginArray();
        for (const desk::ReleaseSummary& each : *all)
            summaryAsJson(json, each);
        json.endArray();
        write(context, json);
        return command.end(Exit::Done);
    }
    if (all->empty())
        context.line(context.translate("relevoctl", "There are no releases yet."));
    for (const desk::ReleaseSummary& each : *all) {
        if (!each.fault.isEmpty())
            context.line(each.id + QStringLiteral("  ") +
                         context.translate("relevoctl", "cannot be read: %1").arg(each.fault));
        else
            context.line(
                QStringLiteral("%1  %2  %3  %4/%5")
                    .arg(each.id, each.title, command.words().word("verdict", each.verdict))
                    .arg(each.settled)
                    .arg(each.items));
    }
    return command.end(Exit::Done);
}

void evidenceAsJson(base::JsonWriter& json, const Acting& acting,
                    const std::vector<release::Evidence>& all)
{
    json.key("evidence").beginArray();
    for (const release::Evidence& each : all) {
        json.beginObject()
            .member("id", each.id)
            .member("kind", release::nameOf(each.kind))
            .member("outcome", release::nameOf(each.outcome))
            .member("title", each.title)
            .member("text", each.text)
            .member("by", acting.nameOf(each.by))
            .member("at", base::toIso(each.at))
            .member("validMinutes", static_cast<qint64>(each.validFor.count()));
        if (!each.fileHash.isEmpty())
            json.member("sha256", QString::fromLatin1(each.fileHash.toHex()));
        if (!each.run.checkId.isEmpty())
            json.member("check", each.run.checkId)
                .member("exitCode", each.run.exitCode)
                .member("httpStatus", each.run.httpStatus)
                .member("durationMs", static_cast<qint64>(each.run.duration.count()))
                .member("host", each.run.host);
        json.endObject();
    }
    json.endArray();
}

void itemAsJson(base::JsonWriter& json, const Acting& acting, const release::Item& item,
                release::State state)
{
    const release::ItemPlan& plan = item.plan;
    json.beginObject()
        .member("id", plan.id.value)
        .member("section", plan.section)
        .member("title", plan.title)
        .member("class", release::nameOf(plan.itemClass))
        .member("priority", release::nameOf(plan.priority))
        .member("state", release::nameOf(state));
    if (plan.role)
        json.member("role", release::nameOf(*plan.role));
    if (plan.parent.isValid())
        json.member("parent", plan.parent.value);
    if (item.owner.isValid())
        json.member("owner", acting.nameOf(item.owner));
    if (item.verifier.isValid())
        json.member("verifier", acting.nameOf(item.verifier))
            .member("verifiedByDoer", release::isVerifiedByDoer(item));
    memberTime(json, "due", item.due);
    json.key("after").beginArray();
    for (const release::ItemId& id : plan.after)
        json.value(id.value);
    json.endArray();
    evidenceAsJson(json, acting, item.evidence);
    json.endObject();
}

std::vector<release::State> statesNow(const release::Release& release, base::WallTime now)
{
    if (const auto outline = release::Outline::of(release))
        return release::statesAt(*outline, release, now);
    std::vector<release::State> states;
    for (const release::Item& item : release.items)
        states.push_back(release::stateAt(item, now));
    return states;
}

void digestAsJson(base::JsonWriter& json, const release::Release& shown, base::WallTime now)
{
    json.key("days").beginArray();
    for (const auto& day : release::digestsOf(shown, {}, now)) {
        json.beginObject()
            .member("from", base::toIso(day.from))
            .member("passed", day.passed)
            .member("failed", day.failed)
            .key("faults")
            .beginArray();
        for (const auto& fault : day.faults)
            json.beginObject()
                .member("item", fault.item.value)
                .member("check", fault.check)
                .member("at", base::toIso(fault.at))
                .endObject();
        json.endArray().endObject();
    }
    json.endArray();
}

void showAsJson(CommandContext& context, const ReleaseCommand& command,
                const desk::ReleaseView& view, const std::vector<release::State>& states)
{
    const release::Release& shown = *view.release;
    base::JsonWriter json;
    json.beginObject()
        .member("id", shown.id)
        .member("title", shown.title)
        .member("template", shown.templateId)
        .member("templateVersion", shown.templateVersion)
        .member("language", shown.language)
        .member("verdict", release::nameOf(view.gate.verdict))
        .member("canary", release::nameOf(shown.canary.status))
        .member("ledgerEntries", view.ledger.count);
    memberTime(json, "createdAt", shown.createdAt);
    memberTime(json, "plannedFor", shown.plannedFor);
    memberTime(json, "releasedAt", shown.releasedAt);
    json.key("items").beginArray();
    for (std::size_t i = 0; i < shown.items.size(); ++i)
        itemAsJson(json, command.acting, shown.items[i], states[i]);
    json.endArray();
    digestAsJson(json, shown, context.service().clock().wall());
    json.endObject();
    write(context, json);
}

/// The days after the go, where it is out.
void showDigest(CommandContext& context, const ReleaseCommand& command,
                const release::Release& shown)
{
    const auto days = release::digestsOf(shown, {}, context.service().clock().wall());
    if (!days.empty())
        context.line(QStringLiteral("\n") + command.words().label("after"));
    for (const auto& day : release::digestTexts(shown, days, command.words())) {
        context.line(QStringLiteral("  ") + day.summary);
        for (const QString& detail : day.details)
            context.line(QStringLiteral("    ") + detail);
    }
}

Exit showRelease(CommandContext& context)
{
    return withRelease(context, [&](ReleaseCommand& command, const desk::ReleaseView& view) {
        const release::Release& shown = *view.release;
        const auto states = statesNow(shown, context.service().clock().wall());
        if (context.given.json()) {
            showAsJson(context, command, view, states);
            return Exit::Done;
        }
        const auto& words = command.words();
        context.line(shown.title + QStringLiteral("  ") + shown.id);
        context.line(words.word("verdict", view.gate.verdict));
        QString section;
        for (std::size_t i = 0; i < shown.items.size(); ++i) {
            const release::ItemPlan& plan = shown.items[i].plan;
            if (plan.section != section) {
                section = plan.section;
                const auto found =
                    std::ranges::find(shown.sections, section, &release::Section::id);
                context.line(QStringLiteral("\n") +
                             (found == shown.sections.end() ? section : found->title));
            }
            context.line(QStringLiteral("  %1  %2  (%3, %4%5)")
                             .arg(plan.id.value, plan.title, words.word("state", states[i]),
                                  words.word("class", plan.itemClass),
                                  plan.role ? QStringLiteral(", ") + words.word("role", *plan.role)
                                            : QString()));
        }
        showDigest(context, command, shown);
        return Exit::Done;
    });
}

void lineAsJson(base::JsonWriter& json, const desk::LedgerLine& line)
{
    json.beginObject()
        .member("number", line.entry.number)
        .member("at", base::toIso(line.entry.at))
        .member("by", line.byName)
        .member("kind", line.entry.kind)
        .member("subject", line.entry.subject);
    if (line.entry.role)
        json.member("role", release::nameOf(*line.entry.role));
    json.key("fields").beginObject();
    for (const auto& [name, value] : line.entry.fields)
        json.member(name.toStdString(), value);
    json.endObject().member("text", line.text).endObject();
}

/// "3  2026-12-01 18:00 UTC  Ana (development lead)  Tests: to do → done. Green on all": as people read it.
QString lineText(const desk::LedgerLine& line, const release::ReportWords& words,
                 const release::SaidOf* of)
{
    const release::LedgerEntry& entry = line.entry;
    QString who = line.byName.isEmpty() ? QStringLiteral("Relevo") : line.byName;
    if (entry.role)
        who += QStringLiteral(" (%1)").arg(words.word("role", *entry.role));
    QString text = QStringLiteral("%1  %2  ").arg(entry.number).arg(release::timeText(entry.at)) +
                   who + QStringLiteral("  ") +
                   release::saidText(entry, words, release::timeText, of);
    if (const QString written = line.text.simplified(); !written.isEmpty())
        text += QStringLiteral(". ") + written;
    else if (!entry.textHash.isEmpty())
        text += QStringLiteral(" (%1)").arg(words.label("text_erased"));
    return text;
}

void tellLines(CommandContext& context, const std::vector<desk::LedgerLine>& lines,
               const release::ReportWords& words, const release::SaidOf* of)
{
    if (!context.given.json()) {
        for (const desk::LedgerLine& line : lines)
            context.line(lineText(line, words, of));
        return;
    }
    base::JsonWriter json;
    json.beginArray();
    for (const desk::LedgerLine& line : lines)
        lineAsJson(json, line);
    json.endArray();
    write(context, json);
}

Exit showHistory(CommandContext& context)
{
    return withRelease(context, [&](ReleaseCommand& command, const desk::ReleaseView& view) {
        const auto lines =
            context.ask<std::vector<desk::LedgerLine>>([&](base::Caller& caller, auto done) {
                context.service().desk().releaseHistory(caller, view.release->id, std::move(done));
            });
        if (!lines)
            return command.acting.fail(lines.error());
        const release::SaidOf of(*view.release);
        tellLines(context, *lines, command.words(), &of);
        return Exit::Done;
    });
}

Exit showFreezeHistory(CommandContext& context)
{
    const auto lines =
        context.ask<std::vector<desk::LedgerLine>>([&](base::Caller& caller, auto done) {
            context.service().desk().freezeHistory(caller, std::move(done));
        });
    const auto words = releaseWords(context.given.language);
    if (!lines || !words)
        return context.fail(lines ? words.error() : lines.error());
    tellLines(context, *lines, *words, nullptr);
    return Exit::Done;
}

Exit listFreezes(CommandContext& context)
{
    if (context.given.has(QStringLiteral("history")))
        return showFreezeHistory(context);
    const auto all =
        context.ask<std::vector<release::FreezeWindow>>([&](base::Caller& caller, auto done) {
            context.service().desk().freezeWindows(caller, std::move(done));
        });
    if (!all)
        return context.fail(all.error());
    base::JsonWriter json;
    json.beginArray();
    for (const release::FreezeWindow& each : *all) {
        if (!context.given.json()) {
            context.line(QStringLiteral("%1  %2  %3 – %4")
                             .arg(each.id, each.title, release::timeText(each.from),
                                  release::timeText(each.until)));
            continue;
        }
        json.beginObject()
            .member("id", each.id)
            .member("title", each.title)
            .member("from", base::toIso(each.from))
            .member("until", base::toIso(each.until))
            .endObject();
    }
    json.endArray();
    if (context.given.json())
        write(context, json);
    return Exit::Done;
}

} // namespace

std::vector<Command> releaseLookCommands()
{
    const auto s = [](const char* text) { return QString::fromUtf8(text); };
    return {
        {.name = s("release list"),
         .summary = QT_TRANSLATE_NOOP("relevoctl", "Lists the releases with their verdicts"),
         .options = {Acting::option()},
         .run = listReleases},
        {.name = s("release show"),
         .arguments = s("RELEASE"),
         .summary = QT_TRANSLATE_NOOP("relevoctl", "Shows a release's items and their states"),
         .options = {Acting::option()},
         .fewestWords = 1,
         .mostWords = 1,
         .run = showRelease},
        {.name = s("release history"),
         .arguments = s("RELEASE"),
         .summary = QT_TRANSLATE_NOOP("relevoctl", "Prints who said what of a release, and when"),
         .options = {Acting::option()},
         .fewestWords = 1,
         .mostWords = 1,
         .run = showHistory},
        {.name = s("release freezes"),
         .arguments = s("[--history]"),
         .summary = QT_TRANSLATE_NOOP("relevoctl", "Lists the times in which nothing is released"),
         .options = {{s("history"), false}},
         .run = listFreezes}};
}

} // namespace app
