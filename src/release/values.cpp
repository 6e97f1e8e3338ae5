// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/values.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <algorithm>

namespace release {

QString markOf(const CheckPlan& check)
{
    const QByteArray text = nameText(check.kind).toUtf8() + ' ' +
                            QJsonDocument(check.parameters).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex());
}

namespace {

void bind(minutes& time)
{
    time = std::clamp(time, minutes(0), kLongestTime);
}

void bind(std::optional<minutes>& time)
{
    if (time)
        bind(*time);
}

void bindTimes(Release& release)
{
    for (CanaryStage& stage : release.canaryPlan.stages)
        bind(stage.atLeast);
    for (Watch& watch : release.canaryPlan.watches)
        bind(watch.sustained);
    for (RollbackTrigger& trigger : release.rollbackPlan.triggers) {
        if (trigger.watch)
            bind(trigger.watch->sustained);
    }
    for (RollbackStep& step : release.rollbackPlan.steps)
        bind(step.estimate);
}

} // namespace

Release releaseOf(const Template& source, QString id, QString title, WallTime now)
{
    Release release;
    release.id = std::move(id);
    release.title = std::move(title);
    release.templateId = source.id;
    release.templateVersion = source.version;
    release.language = source.language;
    release.createdAt = now;
    release.planChangedAt = now;
    release.sections = source.sections;
    release.signOffs = source.signOffs;
    release.canaryPlan = source.canary;
    release.rollbackPlan = source.rollback;
    bindTimes(release);
    release.items.reserve(source.items.size());
    for (const ItemPlan& plan : source.items) {
        Item item;
        item.plan = plan;
        bind(item.plan.estimate);
        bind(item.plan.dueWithin);
        bind(item.plan.evidenceValidity);
        item.changedAt = now;
        if (item.plan.dueWithin)
            item.due = now + *item.plan.dueWithin;
        release.items.push_back(std::move(item));
    }
    return release;
}

} // namespace release
