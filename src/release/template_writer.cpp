// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/template_loader.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace release {

namespace {

/// Leaves out what says nothing.
void put(QJsonObject& json, const char* key, const QString& text)
{
    if (!text.isEmpty())
        json.insert(QLatin1StringView(key), text);
}

void putTruth(QJsonObject& json, const char* key, bool truth)
{
    if (truth)
        json.insert(QLatin1StringView(key), true);
}

void putHours(QJsonObject& json, const char* key, const std::optional<minutes>& time)
{
    if (time)
        json.insert(QLatin1StringView(key), static_cast<double>(time->count()) / 60);
}

template <class Container, class Write>
void putList(QJsonObject& json, const char* key, const Container& values, Write write)
{
    QJsonArray list;
    for (const auto& value : values)
        list.append(write(value));
    if (!list.isEmpty())
        json.insert(QLatin1StringView(key), list);
}

qint64 numberOf(minutes time)
{
    return time.count();
}

QString textOfRole(Role role)
{
    return nameText(role);
}

QString sameText(const QString& text)
{
    return text;
}

QJsonObject jsonOf(const CheckPlan& check)
{
    QJsonObject json{{QStringLiteral("id"), check.id},
                     {QStringLiteral("kind"), nameText(check.kind)}};
    put(json, "title", check.title);
    if (!check.parameters.isEmpty())
        json.insert(QStringLiteral("parameters"), check.parameters);
    return json;
}

QJsonObject jsonOf(const ItemPlan& plan)
{
    QJsonObject json{{QStringLiteral("id"), plan.id.value},
                     {QStringLiteral("title"), plan.title},
                     {QStringLiteral("class"), nameText(plan.itemClass)},
                     {QStringLiteral("priority"), nameText(plan.priority)}};
    put(json, "parent", plan.parent.value);
    put(json, "acceptance", plan.acceptance);
    put(json, "role", plan.role ? nameText(*plan.role) : QString());
    putHours(json, "estimateHours", plan.estimate);
    putHours(json, "dueHours", plan.dueWithin);
    put(json, "evidence", plan.evidence ? nameText(*plan.evidence) : QString());
    if (plan.evidenceValidity.count() > 0)
        putHours(json, "evidenceHours", plan.evidenceValidity);
    putTruth(json, "afterGo", plan.isAfterGo);
    putList(json, "after", plan.after, [](const ItemId& id) { return id.value; });
    putList(json, "tags", plan.tags, sameText);
    putList(json, "checks", plan.checks, [](const CheckPlan& check) { return jsonOf(check); });
    return json;
}

QJsonObject jsonOf(const SignOffRule& rule)
{
    QJsonObject json{{QStringLiteral("id"), rule.id},
                     {QStringLiteral("title"), rule.title},
                     {QStringLiteral("needed"), rule.needed},
                     {QStringLiteral("applies"), rule.applies}};
    putTruth(json, "distinctRoles", rule.areRolesDistinct);
    put(json, "condition", rule.condition);
    putList(json, "roles", rule.roles, textOfRole);
    putList(json, "sections", rule.sections, sameText);
    putList(json, "items", rule.items, sameText);
    return json;
}

/// What a trigger's watch says; a canary's has an id and a title besides.
QJsonObject jsonOf(const Watch& watch)
{
    QJsonObject json{{QStringLiteral("figure"), watch.figure},
                     {QStringLiteral("badWhen"), nameText(watch.side)},
                     {QStringLiteral("limit"), watch.limit}};
    putTruth(json, "ofBaseline", watch.isOfBaseline);
    putTruth(json, "andGrowing", watch.andGrowing);
    if (watch.sustained.count() > 0)
        json.insert(QStringLiteral("sustainedMinutes"), numberOf(watch.sustained));
    return json;
}

QJsonObject jsonOf(const RollbackTrigger& trigger)
{
    QJsonObject json{{QStringLiteral("id"), trigger.id}, {QStringLiteral("title"), trigger.title}};
    put(json, "firstStep", trigger.firstStep);
    if (trigger.watch)
        json.insert(QStringLiteral("watch"), jsonOf(*trigger.watch));
    return json;
}

QJsonArray sectionsOf(const Template& source)
{
    QJsonArray sections;
    for (const Section& section : source.sections) {
        QJsonArray items;
        for (const ItemPlan& plan : source.items) {
            if (plan.section == section.id)
                items.append(jsonOf(plan));
        }
        QJsonObject json{{QStringLiteral("id"), section.id},
                         {QStringLiteral("title"), section.title}};
        putTruth(json, "waitsForPrevious", section.waitsForPrevious);
        json.insert(QStringLiteral("items"), items);
        sections.append(json);
    }
    return sections;
}

QJsonObject jsonOf(const CanaryPlan& canary)
{
    QJsonArray stages, watches;
    for (const CanaryStage& stage : canary.stages)
        stages.append(QJsonObject{{QStringLiteral("percent"), stage.percent},
                                  {QStringLiteral("minutes"), numberOf(stage.atLeast)}});
    for (const Watch& watch : canary.watches) {
        QJsonObject json = jsonOf(watch);
        json.insert(QStringLiteral("id"), watch.id);
        json.insert(QStringLiteral("title"), watch.title);
        watches.append(json);
    }
    return {{QStringLiteral("stages"), stages}, {QStringLiteral("watches"), watches}};
}

QJsonObject jsonOf(const RollbackPlan& rollback)
{
    QJsonArray triggers, steps;
    for (const RollbackTrigger& trigger : rollback.triggers)
        triggers.append(jsonOf(trigger));
    for (const RollbackStep& step : rollback.steps)
        steps.append(QJsonObject{{QStringLiteral("title"), step.title},
                                 {QStringLiteral("minutes"), numberOf(step.estimate)}});
    return {{QStringLiteral("triggers"), triggers}, {QStringLiteral("steps"), steps}};
}

} // namespace

QByteArray writtenTemplate(const Template& source)
{
    QJsonObject root{{QStringLiteral("schema"), QStringLiteral("relevo.release/1")},
                     {QStringLiteral("id"), source.id},
                     {QStringLiteral("version"), source.version},
                     {QStringLiteral("title"), source.title},
                     {QStringLiteral("sections"), sectionsOf(source)},
                     {QStringLiteral("canary"), jsonOf(source.canary)},
                     {QStringLiteral("rollback"), jsonOf(source.rollback)}};
    put(root, "description", source.description);
    putList(root, "signOffs", source.signOffs,
            [](const SignOffRule& rule) { return jsonOf(rule); });
    return QJsonDocument(root).toJson();
}

} // namespace release
