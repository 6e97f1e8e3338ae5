// SPDX-License-Identifier: GPL-3.0-or-later
// relevoctl release compare, strategies: what is different, and which way leads out sooner.
#include "app/release_commands/differences.h"
#include "app/service.h"
#include "release/compare/strategies.h"
#include "release/report/history_texts.h"
#include "release/report/report.h"
#include "release/report/report_texts.h"

#include <QSet>

#include <algorithm>

namespace app {

namespace {

using SharedRelease = std::shared_ptr<const release::Release>;

/// One of the ways that are compared, and what it is called.
struct Way {
    QString name;
    SharedRelease release;
};

// ---- Compare ----

/// With another release, or with the newest version of what it was made of.
Exit compare(CommandContext& context)
{
    return withRelease(context, [&](ReleaseCommand& command, const desk::ReleaseView& view) {
        if (context.given.words.size() == 2) {
            const auto other = command.find(context.given.words[1]);
            if (!other)
                return command.acting.fail(other.error());
            return tellDifferences(context, command.words(),
                                   release::differences(*view.release, *other->release));
        }
        const auto templates = templatesIn(context, view.release->language);
        if (!templates)
            return command.acting.fail(templates.error());
        const auto newest = templateNamed(*templates, view.release->templateId);
        if (!newest)
            return command.acting.fail(newest.error());
        return tellDifferences(context, command.words(),
                               release::changedSince(*view.release, *newest));
    });
}

// ---- Strategies ----

bool sharesItems(const release::Release& release, const release::Template& plan)
{
    QSet<release::ItemId> ids;
    for (const release::ItemPlan& item : plan.items)
        ids.insert(item.id);
    return std::ranges::any_of(
        release.items, [&](const release::Item& item) { return ids.contains(item.plan.id); });
}

Way wayOf(const release::Release& release, const release::Template& plan)
{
    return {QStringLiteral("%1 v%2").arg(plan.title).arg(plan.version),
            std::make_shared<const release::Release>(release::underPlan(release, plan))};
}

/// A template that the release could follow, or another release. NotFound.
base::Result<Way> wayNamed(ReleaseCommand& command, const release::Release& release,
                           const std::vector<desk::ShelvedTemplate>& templates, const QString& name)
{
    if (const auto plan = templateNamed(templates, name); plan && sharesItems(release, *plan))
        return wayOf(release, *plan);
    const auto other = command.find(name);
    if (!other)
        return base::fail(other.error());
    return Way{other->release->title, other->release};
}

/// The two that are named. One: the release as it is is the first. None: the second is the first
/// strategy that it was not made of.
base::Result<std::pair<Way, Way>> waysGiven(CommandContext& context, ReleaseCommand& command,
                                            const desk::ReleaseView& view)
{
    const release::Release& release = *view.release;
    const auto templates = templatesIn(context, release.language);
    if (!templates)
        return base::fail(templates.error());
    const Way itself{release.title, view.release};
    const QStringList names = context.given.words.mid(1);
    if (names.isEmpty()) {
        const auto other = std::ranges::find_if(*templates, [&](const auto& each) {
            return each.plan.id != release.templateId && sharesItems(release, each.plan);
        });
        if (other == templates->end())
            return base::fail(base::Code::NotFound, QStringLiteral("no other strategy"));
        return std::pair(itself, wayOf(release, other->plan));
    }
    std::vector<Way> ways{itself};
    for (const QString& name : names) {
        auto way = wayNamed(command, release, *templates, name);
        if (!way)
            return base::fail(way.error());
        ways.push_back(*std::move(way));
    }
    return std::pair(ways[ways.size() - 2], ways.back());
}

void outlookAsJson(base::JsonWriter& json, const Way& way, const release::Outlook& outlook)
{
    const auto ids = [&json](const char* name, const std::vector<release::ItemId>& list) {
        json.key(name).beginArray();
        for (const release::ItemId& id : list)
            json.value(id.value);
        json.endArray();
    };
    json.beginObject()
        .member("title", way.name)
        .member("go", outlook.reasons.empty())
        .member("earliest", base::toIso(outlook.earliest))
        .member("remainingMinutes", static_cast<qint64>(outlook.remaining.count()))
        .key("reasons")
        .beginArray();
    for (const release::Reason& reason : outlook.reasons)
        reasonAsJson(json, reason);
    json.endArray();
    ids("blockers", outlook.blockers);
    ids("criticalPath", outlook.criticalPath);
    ids("unestimated", outlook.unestimated);
    json.endObject();
}

void tellOutlook(CommandContext& context, const release::ReportWords& words, const Way& way,
                 const release::Outlook& outlook, const std::vector<release::FreezeWindow>& freezes)
{
    const release::ItemTitles titleOf(*way.release);
    const auto titles = [&](const std::vector<release::ItemId>& ids, const char* between) {
        QStringList list;
        for (const release::ItemId& id : ids)
            list += titleOf.of(id);
        return list.join(QString::fromUtf8(between));
    };
    const auto fact = [&](const char* label, const QString& text) {
        if (!text.isEmpty())
            context.line(QStringLiteral("  %1: %2").arg(words.label(label), text));
    };
    context.line(way.name);
    fact("decision", words.word("verdict", outlook.reasons.empty() ? release::Verdict::Go
                                                                   : release::Verdict::NoGo));
    fact("earliest", release::timeText(outlook.earliest));
    fact("work_left",
         words.label("minutes", {{"count", QString::number(outlook.remaining.count())}}));
    fact("open_blockers", titles(outlook.blockers, "; "));
    fact("critical_path", titles(outlook.criticalPath, " → "));
    fact("unestimated", titles(outlook.unestimated, "; "));
    if (!outlook.reasons.empty())
        context.line(QStringLiteral("  %1:").arg(words.label("reasons")));
    for (const release::Reason& reason : outlook.reasons)
        context.line(QStringLiteral("    %1 → %2")
                         .arg(release::reasonText(reason, *way.release, titleOf, freezes, words),
                              release::remedyText(reason, words)));
    context.line(QString());
}

Exit compareStrategies(CommandContext& context)
{
    return withRelease(context, [&](ReleaseCommand& command, const desk::ReleaseView& view) {
        const auto ways = waysGiven(context, command, view);
        if (!ways)
            return command.acting.fail(ways.error());
        const auto& [first, second] = *ways;
        const auto comparison = release::compared(*first.release, *second.release,
                                                  {.now = context.service().clock().wall(),
                                                   .freezes = view.freezes,
                                                   .ledger = view.ledgerWord});
        if (!comparison)
            return command.refuse({.why = release::Why::PlanUnsound, .ids = comparison.error().ids},
                                  *first.release);
        if (context.given.json()) {
            base::JsonWriter json;
            json.beginObject().key("ways").beginArray();
            outlookAsJson(json, first, comparison->first);
            outlookAsJson(json, second, comparison->second);
            json.endArray().key("differences");
            differencesAsJson(json, comparison->differences);
            json.endObject();
            context.io.out(QByteArray::fromStdString(json.take()) + '\n');
            return Exit::Done;
        }
        tellOutlook(context, command.words(), first, comparison->first, view.freezes);
        tellOutlook(context, command.words(), second, comparison->second, view.freezes);
        std::ignore = tellDifferences(context, command.words(), comparison->differences);
        return Exit::Done;
    });
}

} // namespace

void differencesAsJson(base::JsonWriter& json, const std::vector<release::ItemDifference>& all)
{
    json.beginArray();
    for (const release::ItemDifference& each : all) {
        json.beginObject()
            .member("item", each.item.value)
            .member("title", each.title)
            .member("kind", release::nameOf(each.kind))
            .key("changes")
            .beginArray();
        for (const release::FieldChange& change : each.changes)
            json.beginObject()
                .member("field", release::nameOf(change.field))
                .member("before", change.before)
                .member("after", change.after)
                .endObject();
        json.endArray().endObject();
    }
    json.endArray();
}

Exit tellDifferences(CommandContext& context, const release::ReportWords& words,
                     const std::vector<release::ItemDifference>& all)
{
    using Kind = release::ItemDifference::Kind;
    const Exit exit = all.empty() ? Exit::Done : Exit::No;
    if (context.given.json()) {
        base::JsonWriter json;
        differencesAsJson(json, all);
        context.io.out(QByteArray::fromStdString(json.take()) + '\n');
        return exit;
    }
    if (all.empty())
        context.line(words.label("same"));
    for (const release::ItemDifference& each : all) {
        const QString mark = each.kind == Kind::Added     ? QStringLiteral("+ ")
                             : each.kind == Kind::Removed ? QStringLiteral("- ")
                                                          : QStringLiteral("* ");
        context.line(mark + each.item.value + QStringLiteral("  ") + each.title);
        for (const release::FieldChange& change : each.changes)
            context.line(QStringLiteral("    ") + release::changeText(change, words));
    }
    return exit;
}

std::vector<Command> releaseCompareCommands()
{
    const auto s = [](const char* text) { return QString::fromUtf8(text); };
    return {{.name = s("release compare"),
             .arguments = s("RELEASE [OTHER]"),
             .summary = QT_TRANSLATE_NOOP(
                 "relevoctl", "What differs from another release, or from the newest template"),
             .options = {Acting::option()},
             .fewestWords = 1,
             .mostWords = 2,
             .run = compare},
            {.name = s("release strategies"),
             .arguments = s("RELEASE [TEMPLATE[@VERSION]|OTHER [TEMPLATE[@VERSION]|OTHER]]"),
             .summary = QT_TRANSLATE_NOOP(
                 "relevoctl", "Two ways to a release side by side: what blocks each, its critical "
                              "path, when it could go"),
             .options = {Acting::option()},
             .fewestWords = 1,
             .mostWords = 3,
             .run = compareStrategies}};
}

} // namespace app
