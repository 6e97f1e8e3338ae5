// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/checks/check_frames.h"

#include "release/names.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace app {

namespace {

using probes::Finding;
using release::CheckPlan;

QJsonObject objectOf(const CheckPlan& plan)
{
    return {{QStringLiteral("id"), plan.id},
            {QStringLiteral("title"), plan.title},
            {QStringLiteral("kind"), release::nameText(plan.kind)},
            {QStringLiteral("parameters"), plan.parameters}};
}

QStringList listOf(const QJsonValue& json)
{
    QStringList list;
    const auto rows = json.toArray();
    for (const auto& row : rows)
        list << row.toString();
    return list;
}

base::Result<CheckPlan> planOf(const QJsonObject& json)
{
    const auto kind = release::ofName<release::CheckKind>(json.value(u"kind").toString());
    if (!kind)
        return base::fail(base::Code::Invalid, QStringLiteral("kind"));
    return CheckPlan{.id = json.value(u"id").toString(),
                     .title = json.value(u"title").toString(),
                     .kind = *kind,
                     .parameters = json.value(u"parameters").toObject()};
}

QByteArray compact(const QJsonObject& json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

} // namespace

QByteArray bytesOf(const ChecksAsked& asked)
{
    QJsonArray plans;
    for (const CheckPlan& plan : asked.plans)
        plans.append(objectOf(plan));
    QJsonObject values;
    for (auto it = asked.parameters.values.begin(); it != asked.parameters.values.end(); ++it)
        values.insert(it.key(), it.value());
    return compact(
        {{QStringLiteral("plans"), plans},
         {QStringLiteral("values"), values},
         {QStringLiteral("secret"), QJsonArray::fromStringList(asked.parameters.secret.values())},
         {QStringLiteral("bound"), QJsonArray::fromStringList(asked.parameters.bound.values())},
         {QStringLiteral("own"),
          QJsonArray::fromStringList(QUrl::toStringList(asked.parameters.own))},
         {QStringLiteral("shown"), asked.isShown}});
}

base::Result<ChecksAsked> checksAskedOf(const QByteArray& bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    ChecksAsked asked{.plans = {}, .parameters = {}, .isShown = json.value(u"shown").toBool()};
    const auto plans = json.value(u"plans").toArray();
    for (const auto& row : plans) {
        auto plan = planOf(row.toObject());
        if (!plan)
            return base::fail(plan.error());
        asked.plans.push_back(*std::move(plan));
    }
    const QJsonObject values = json.value(u"values").toObject();
    for (auto it = values.begin(); it != values.end(); ++it)
        asked.parameters.values.insert(it.key(), it.value().toString());
    for (const QString& name : listOf(json.value(u"secret")))
        asked.parameters.secret.insert(name);
    for (const QString& name : listOf(json.value(u"bound")))
        asked.parameters.bound.insert(name);
    asked.parameters.own = QUrl::fromStringList(listOf(json.value(u"own")));
    return asked;
}

QByteArray bytesOf(const Finding& finding)
{
    return compact({{QStringLiteral("check"), finding.checkId},
                    {QStringLiteral("kind"), release::nameText(finding.kind)},
                    {QStringLiteral("verdict"), release::nameText(finding.verdict)},
                    {QStringLiteral("reason"), release::nameText(finding.reason)},
                    {QStringLiteral("arguments"), QJsonArray::fromStringList(finding.arguments)},
                    {QStringLiteral("exitCode"), finding.run.exitCode},
                    {QStringLiteral("httpStatus"), finding.run.httpStatus},
                    {QStringLiteral("durationMs"), qint64{finding.run.duration.count()}},
                    {QStringLiteral("host"), finding.run.host},
                    {QStringLiteral("output"), finding.output},
                    {QStringLiteral("cut"), finding.isCut},
                    {QStringLiteral("value"), finding.value},
                    {QStringLiteral("at"), base::toMs(finding.at)}});
}

base::Result<Finding> findingOf(const QByteArray& bytes)
{
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    const auto kind = release::ofName<release::CheckKind>(json.value(u"kind").toString());
    const auto verdict = release::ofName<probes::Verdict>(json.value(u"verdict").toString());
    const auto reason = release::ofName<probes::Reason>(json.value(u"reason").toString());
    if (!kind || !verdict || !reason)
        return base::fail(base::Code::Invalid, QStringLiteral("finding"));
    Finding finding{.checkId = json.value(u"check").toString(),
                    .kind = *kind,
                    .verdict = *verdict,
                    .reason = *reason,
                    .arguments = listOf(json.value(u"arguments"))};
    finding.run = {.checkId = finding.checkId,
                   .exitCode = json.value(u"exitCode").toInt(),
                   .httpStatus = json.value(u"httpStatus").toInt(),
                   .duration = base::milliseconds(json.value(u"durationMs").toInteger()),
                   .host = json.value(u"host").toString()};
    finding.output = json.value(u"output").toString();
    finding.isCut = json.value(u"cut").toBool();
    finding.value = json.value(u"value").toDouble();
    finding.at = base::fromMs(json.value(u"at").toInteger());
    return finding;
}

} // namespace app
