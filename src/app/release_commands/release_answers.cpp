// SPDX-License-Identifier: GPL-3.0-or-later
// relevoctl release gate, report, export, ledger, head, verify: what a release answers.
#include "app/release_commands/deed_command.h"
#include "app/service.h"
#include "base/json.h"
#include "markdown/markdown.h"
#include "release/import/exported.h"
#include "release/ledger/ledger_file.h"
#include "release/report/answers.h"
#include "release/report/report.h"
#include "release/report/report_texts.h"
#include "release/schedule.h"

namespace app {

void reasonAsJson(base::JsonWriter& json, const release::Reason& reason)
{
    json.beginObject()
        .member("key", release::keyOf(reason))
        .member("kind", release::nameOf(reason.kind))
        .member("item", reason.item.value)
        .member("remedy", release::nameOf(reason.remedy))
        .member("covered", reason.isCovered)
        .key("roles")
        .beginArray();
    for (const release::Role role : reason.roles)
        json.value(release::nameOf(role));
    json.endArray().endObject();
}

namespace {

/// The release once everything of it was verified, files of evidence too.
base::Result<desk::ReleaseView> verifiedView(CommandContext& context, ReleaseCommand& command,
                                             const QString& id)
{
    const auto report = context.ask<desk::LedgerReport>([&](base::Caller& caller, auto done) {
        context.service().desk().verifyRelease(caller, id, {}, std::move(done));
    });
    if (!report)
        return base::fail(report.error());
    return context.ask<desk::ReleaseView>([&](base::Caller& caller, auto done) {
        context.service().desk().release(caller, command.acting.badge(), id, std::move(done));
    });
}

Exit askGate(CommandContext& context)
{
    return withRelease(context, [&](ReleaseCommand& command, const desk::ReleaseView& found) {
        const auto verified = verifiedView(context, command, found.release->id);
        if (!verified)
            return command.acting.fail(verified.error());
        const desk::ReleaseView& view = *verified;
        const auto& words = command.words();
        const release::Gate& gate = view.gate;
        const Exit exit = gate.verdict == release::Verdict::NoGo ? Exit::No : Exit::Done;
        if (context.given.json()) {
            base::JsonWriter json;
            json.beginObject()
                .member("verdict", release::nameOf(gate.verdict))
                .key("reasons")
                .beginArray();
            for (const release::Reason& reason : gate.reasons)
                reasonAsJson(json, reason);
            json.endArray().endObject();
            context.io.out(QByteArray::fromStdString(json.take()) + '\n');
            return exit;
        }
        context.line(words.word("verdict", gate.verdict));
        const release::ItemTitles titles(*view.release);
        for (const release::Reason& reason : gate.reasons)
            context.line(
                QStringLiteral("  %1 → %2%3")
                    .arg(release::reasonText(reason, *view.release, titles, view.freezes, words),
                         release::remedyText(reason, words),
                         reason.isCovered ? QStringLiteral(" (%1)").arg(words.label("covered"))
                                          : QString()));
        return exit;
    });
}

/// As it is, or with --json as the only member of an object.
Exit printDocument(CommandContext& context, const QByteArray& text)
{
    if (context.given.json())
        return tellDone(context, {}, {{QStringLiteral("text"), QString::fromUtf8(text)}});
    context.io.out(text);
    return Exit::Done;
}

Exit report(CommandContext& context)
{
    return withRelease(context, [&](ReleaseCommand& command, const desk::ReleaseView& view) {
        const auto lines =
            context.ask<std::vector<desk::LedgerLine>>([&](base::Caller& caller, auto done) {
                context.service().desk().releaseHistory(caller, view.release->id, std::move(done));
            });
        if (!lines)
            return command.acting.fail(lines.error());
        release::ReportFacts facts = command.facts(view);
        for (const desk::LedgerLine& line : *lines) {
            if (auto decision = release::canaryDecisionIn(line.entry, line.text))
                facts.canary.push_back(*std::move(decision));
        }
        const QString markdown = release::reportOf(*view.release, facts, command.words());
        if (!context.given.has(QStringLiteral("html")))
            return printDocument(context, markdown.toUtf8());
        const QString html = QStringLiteral("<!doctype html>\n<html lang=\"%1\">\n<head><meta "
                                            "charset=\"utf-8\"><title>%2</title></head>\n<body>\n%3"
                                            "</body>\n</html>\n")
                                 .arg(context.given.language, view.release->title.toHtmlEscaped(),
                                      markdown::toHtml(markdown));
        return printDocument(context, html.toUtf8());
    });
}

Exit exportMarkdown(CommandContext& context)
{
    return withRelease(context, [&](ReleaseCommand& command, const desk::ReleaseView& view) {
        const auto source = context.ask<desk::ReleaseSource>([&](base::Caller& caller, auto done) {
            context.service().desk().releaseSource(caller, view.release->id, std::move(done));
        });
        if (!source && source.error().code == base::Code::NotFound) {
            const auto now = context.service().clock().wall();
            return printDocument(context, release::exportedList(*view.release, now));
        }
        const auto text = source ? release::exportedTo(*view.release, source->bytes)
                                 : base::Result<QByteArray>(base::fail(source.error()));
        if (!text)
            return command.acting.fail(text.error());
        return printDocument(context, *text);
    });
}

Exit printLedger(CommandContext& context)
{
    return withRelease(context, [&](ReleaseCommand& command, const desk::ReleaseView& view) {
        const auto lines =
            context.ask<std::vector<desk::LedgerLine>>([&](base::Caller& caller, auto done) {
                context.service().desk().releaseHistory(caller, view.release->id, std::move(done));
            });
        if (!lines)
            return command.acting.fail(lines.error());
        std::vector<release::LedgerEntry> entries;
        for (const desk::LedgerLine& line : *lines)
            entries.push_back(line.entry);
        const QByteArray ledger = release::writtenLedger(entries, view.ledger);
        if (!context.given.json()) {
            context.io.out(ledger);
            return Exit::Done;
        }
        // A line is JSON already; together they are a list.
        context.io.out('[' + ledger.trimmed().replace('\n', ',') + "]\n");
        return Exit::Done;
    });
}

Exit printHead(CommandContext& context)
{
    return withRelease(context, [&](ReleaseCommand&, const desk::ReleaseView& view) {
        context.io.out(release::writtenHead(view.ledger));
        return Exit::Done;
    });
}

/// The head of an exported ledger, or a head alone: its last line.
base::Result<std::optional<release::LedgerHead>> headGiven(CommandContext& context)
{
    const QString file = optionText(context, "head");
    if (file.isEmpty())
        return std::optional<release::LedgerHead>();
    auto bytes = wholeDocument(context, file);
    if (!bytes)
        return base::fail(bytes.error());
    while (bytes->endsWith('\n'))
        bytes->chop(1);
    auto head = release::readHead(bytes->mid(bytes->lastIndexOf('\n') + 1) + '\n');
    if (!head) // it is no data of ours that is damaged
        return base::fail(base::Code::Invalid, head.error().detail);
    return std::optional(*std::move(head));
}

void reportAsJson(CommandContext& context, const desk::LedgerReport& report)
{
    base::JsonWriter json;
    const auto list = [&json](const char* name, const std::vector<release::LedgerFault>& faults) {
        json.key(name).beginArray();
        for (const release::LedgerFault& fault : faults)
            json.beginObject()
                .member("kind", release::nameOf(fault.kind))
                .member("number", fault.number)
                .member("subject", fault.subject)
                .endObject();
        json.endArray();
    };
    json.beginObject()
        .member("sound", report.isSound())
        .member("keyed", report.isKeyed)
        .member("count", report.verdict.count)
        .member("erasedTexts", report.verdict.erasedTexts)
        .member("erasedUnsaid", report.verdict.erasedUnsaid)
        .member("completenessKnown", report.verdict.isCompletenessKnown);
    list("integrity", report.verdict.integrity);
    list("completeness", report.verdict.completeness);
    json.key("unattested").beginArray();
    for (const release::Unattested& each : report.unattested)
        json.beginObject()
            .member("kind", release::nameOf(each.kind))
            .member("subject", each.subject)
            .member("field", each.field)
            .member("gone", each.isGone)
            .endObject();
    json.endArray().endObject();
    context.io.out(QByteArray::fromStdString(json.take()) + '\n');
}

Exit verify(CommandContext& context)
{
    const auto head = headGiven(context);
    if (!head)
        return context.fail(head.error());
    return withRelease(context, [&](ReleaseCommand& command, const desk::ReleaseView& view) {
        const auto found = context.ask<desk::LedgerReport>([&](base::Caller& caller, auto done) {
            context.service().desk().verifyRelease(caller, view.release->id, *head,
                                                   std::move(done));
        });
        if (!found)
            return command.acting.fail(found.error());
        if (context.given.json()) {
            reportAsJson(context, *found);
        } else {
            for (const QString& line : release::verdictLines(found->verdict, found->unattested,
                                                             found->isKeyed, command.words()))
                context.line(line);
        }
        return found->isSound() ? Exit::Done : Exit::No;
    });
}

} // namespace

std::vector<Command> releaseAnswerCommands()
{
    const auto command = [](const char* name, const char* arguments, const char* summary,
                            Exit (*run)(CommandContext&), std::vector<OptionSpec> options = {}) {
        options.push_back(Acting::option());
        return Command{.name = QString::fromLatin1(name),
                       .arguments = QString::fromLatin1(arguments),
                       .summary = summary,
                       .options = std::move(options),
                       .fewestWords = 1,
                       .mostWords = 1,
                       .run = run};
    };
    return {
        command("release gate", "RELEASE",
                QT_TRANSLATE_NOOP("relevoctl", "Go (0) or no-go (1), with every reason"), askGate),
        command("release report", "RELEASE [--html]",
                QT_TRANSLATE_NOOP("relevoctl",
                                  "Prints the report with signatures and the ledger's head"),
                report, {{QStringLiteral("html"), false}}),
        command(
            "release export", "RELEASE",
            QT_TRANSLATE_NOOP("relevoctl", "Prints the task list, an imported one byte for byte"),
            exportMarkdown),
        command("release ledger", "RELEASE",
                QT_TRANSLATE_NOOP("relevoctl", "Prints the ledger, an entry a line"), printLedger),
        command("release head", "RELEASE",
                QT_TRANSLATE_NOOP("relevoctl", "Prints the ledger's head, to be kept elsewhere"),
                printHead),
        command("release verify", "RELEASE [--head FILE]",
                QT_TRANSLATE_NOOP("relevoctl",
                                  "Whether the ledger is sound and complete (0) or not (1)"),
                verify, {{QStringLiteral("head"), true}})};
}

} // namespace app
