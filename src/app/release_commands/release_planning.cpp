// SPDX-License-Identifier: GPL-3.0-or-later
// relevoctl release item add|change|remove, rule set|remove: what is asked for.
#include "app/release_commands/deed_command.h"
#include "app/release_commands/plan_options.h"
#include "release/import/unique_ids.h"

#include <QRegularExpression>

#include <algorithm>

namespace app {

namespace {

using release::ItemId;

/// What can be said in a command, a comment of Markdown and a line of the ledger.
bool isIdForPeople(const QString& id)
{
    static const QRegularExpression kId(QStringLiteral("\\A[A-Za-z0-9][A-Za-z0-9._-]{0,79}\\z"));
    return kId.match(id).hasMatch();
}

/// As an entry of the ledger is named.
bool isNumber(const QString& id)
{
    return std::ranges::all_of(id, [](QChar each) { return each.isDigit(); });
}

const release::Item* itemOf(const release::Release& release, const QString& id)
{
    const auto found = std::ranges::find_if(
        release.items, [&id](const auto& each) { return each.plan.id.value == id; });
    return found == release.items.end() ? nullptr : &*found;
}

/// The id that is given, or one made of the title. Conflict: there is such an item. Invalid.
base::Result<ItemId> newIdGiven(const CommandContext& context, const release::Release& release,
                                const QString& title)
{
    const QString said = optionText(context, "id");
    if (said.isEmpty()) {
        release::UniqueIds ids;
        for (const release::Item& item : release.items)
            ids.take(item.plan.id.value);
        return ItemId{ids.fresh(title, QStringLiteral("item"))};
    }
    if (itemOf(release, said))
        return base::fail(base::Code::Conflict, said);
    if (!isIdForPeople(said) || isNumber(said))
        return base::fail(base::Code::Invalid, QStringLiteral("--id ") + said.left(80));
    return ItemId{said};
}

Exit planItem(CommandContext& context, ReleaseCommand& command, desk::ReleaseView& view,
              release::ItemPlan plan)
{
    auto wanted = itemGiven(context, command.acting, *view.release, std::move(plan));
    if (!wanted)
        return command.acting.fail(wanted.error());
    const QString id = wanted->id.value;
    const Exit exit = command.act(view, release::PlanItem{*std::move(wanted)});
    return exit == Exit::Done ? tellDone(context, id, {{QStringLiteral("item"), id}}) : exit;
}

Exit addItem(CommandContext& context)
{
    return withRelease(context, [&](ReleaseCommand& command, desk::ReleaseView& view) {
        const QString title = context.given.words[1].trimmed();
        const auto id = newIdGiven(context, *view.release, title);
        if (!id)
            return command.acting.fail(id.error());
        release::ItemPlan plan;
        plan.id = *id;
        plan.title = title;
        if (const auto& sections = view.release->sections; !sections.empty())
            plan.section = sections.front().id;
        return planItem(context, command, view, std::move(plan));
    });
}

Exit changeItem(CommandContext& context)
{
    if (std::ranges::none_of(itemOptions(), [&context](const char* option) {
            return context.given.has(QString::fromLatin1(option));
        }))
        return context.usage();
    return withRelease(context, [&](ReleaseCommand& command, desk::ReleaseView& view) {
        const QString& id = context.given.words[1];
        const release::Item* item = itemOf(*view.release, id);
        if (!item)
            return command.refuse({.why = release::Why::NoSuchItem, .ids = {id}}, *view.release);
        return planItem(context, command, view, item->plan);
    });
}

Exit removeItem(CommandContext& context)
{
    return withRelease(context, [&](ReleaseCommand& command, desk::ReleaseView& view) {
        const ItemId id{context.given.words[1]};
        const Exit exit = command.act(view, release::RemoveItem{id});
        return exit == Exit::Done ? tellDone(context, {}, {{QStringLiteral("item"), id.value}})
                                  : exit;
    });
}

Exit setRule(CommandContext& context)
{
    return withRelease(context, [&](ReleaseCommand& command, desk::ReleaseView& view) {
        const QString& id = context.given.words[1];
        const auto& rules = view.release->signOffs;
        const auto known = std::ranges::find(rules, id, &release::SignOffRule::id);
        if (known == rules.end() && !isIdForPeople(id))
            return command.acting.fail({base::Code::Invalid, id.left(80)});
        auto rule = ruleGiven(context, *view.release,
                              known == rules.end() ? release::SignOffRule{.id = id} : *known);
        if (!rule)
            return command.acting.fail(rule.error());
        const Exit exit = command.act(view, release::PlanRule{*std::move(rule)});
        return exit == Exit::Done ? tellDone(context, {}, {{QStringLiteral("rule"), id}}) : exit;
    });
}

Exit removeRule(CommandContext& context)
{
    return withRelease(context, [&](ReleaseCommand& command, desk::ReleaseView& view) {
        const QString& id = context.given.words[1];
        const Exit exit = command.act(view, release::RemoveRule{id});
        return exit == Exit::Done ? tellDone(context, {}, {{QStringLiteral("rule"), id}}) : exit;
    });
}

/// How it goes out and back, as a template has it.
Exit planRollout(CommandContext& context)
{
    return withRelease(context, [&](ReleaseCommand& command, desk::ReleaseView& view) {
        const auto templates = templatesIn(context, view.release->language);
        if (!templates)
            return command.acting.fail(templates.error());
        const auto source = templateNamed(*templates, optionText(context, "template"));
        if (!source)
            return command.acting.fail(source.error());
        const Exit exit = command.act(view, release::PlanRollout{source->canary, source->rollback});
        return exit == Exit::Done ? tellDone(context, {},
                                             {{QStringLiteral("template"), source->id},
                                              {QStringLiteral("version"), source->version}})
                                  : exit;
    });
}

constexpr const char* kItemArguments =
    "[--section ID] [--parent ITEM] [--role ROLE] [--class blocker|required|optional] "
    "[--priority high|medium|low] [--estimate 90m|2h|3d] [--due-within TIME] [--acceptance TEXT] "
    "[--tags A,B] [--needs ITEM,ITEM] "
    "[--evidence pasted|link|file|screenshot|metric|check] [--validity TIME] "
    "[--checks FILE] [--after-go yes|no]";

} // namespace

std::vector<Command> releasePlanningCommands()
{
    const QByteArray add = QByteArray("RELEASE TITLE [--id ID] ") + kItemArguments;
    const QByteArray change = QByteArray("RELEASE ITEM [--title TEXT] ") + kItemArguments;
    auto adding = itemOptions();
    std::erase_if(adding, [](const char* option) { return option == std::string_view("title"); });
    adding.push_back("id");
    return {deedCommand("release item add", add.constData(),
                        QT_TRANSLATE_NOOP("relevoctl",
                                          "Asks for one more item, and prints its id; FILE: its "
                                          "checks, a list in JSON (/dev/stdin: standard input)"),
                        2, addItem, adding),
            deedCommand("release item change", change.constData(),
                        QT_TRANSLATE_NOOP("relevoctl",
                                          "Changes what an item asks for; \"-\" takes a thing away "
                                          "(/dev/stdin: standard input)"),
                        2, changeItem, itemOptions()),
            deedCommand(
                "release item remove", "RELEASE ITEM",
                QT_TRANSLATE_NOOP("relevoctl", "Asks no more for an item that nobody worked on"), 2,
                removeItem, {}),
            deedCommand(
                "release rule set",
                "RELEASE RULE [--title TEXT] [--role ROLE,ROLE] [--needed N] [--distinct-roles "
                "yes|no] [--sections ID,ID] "
                "[--items ITEM,ITEM] [--condition TEXT] [--applies yes|no]",
                QT_TRANSLATE_NOOP("relevoctl", "Says who signs: N of those with one of the roles"),
                2, setRule, ruleOptions()),
            deedCommand("release rollout", "RELEASE --template ID[@VERSION]",
                        QT_TRANSLATE_NOOP("relevoctl",
                                          "Takes over a template's stages, watched figures and "
                                          "way back"),
                        1, planRollout, {"template"}),
            deedCommand("release rule remove", "RELEASE RULE",
                        QT_TRANSLATE_NOOP("relevoctl", "Asks no more for a signature"), 2,
                        removeRule, {})};
}

} // namespace app
