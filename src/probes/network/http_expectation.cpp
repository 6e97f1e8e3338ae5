// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/network/http_expectation.h"

#include "probes/plan/json_path.h"
#include "probes/plan/plan_reader.h"

#include <QJsonDocument>

#include <algorithm>

namespace probes {

namespace {

std::vector<int> statusesOf(PlanReader& plan)
{
    const QJsonValue given = plan.value("status");
    if (given.isUndefined())
        return {};
    const QJsonArray rows = given.isArray() ? given.toArray() : QJsonArray{given};
    std::vector<int> statuses;
    for (const auto& row : rows) {
        const int status = row.toInt();
        if (status < 100 || status > 599)
            plan.refuse("status");
        statuses.push_back(status);
    }
    if (statuses.empty())
        plan.refuse("status");
    return statuses;
}

bool isWanted(const HttpExpectation& expected, int status)
{
    if (expected.statuses.empty())
        return status >= 200 && status < 300;
    return std::ranges::find(expected.statuses, status) != expected.statuses.end();
}

QString wantedStatuses(const HttpExpectation& expected)
{
    if (expected.statuses.empty())
        return QStringLiteral("2xx");
    QStringList words;
    for (const int status : expected.statuses)
        words << QString::number(status);
    return words.join(QLatin1Char('|'));
}

bool isEmptyJson(const QJsonValue& json)
{
    return json.isUndefined() || json.isNull() || (json.isString() && json.toString().isEmpty());
}

std::optional<End> judgedJson(const HttpExpectation& expected, const QJsonDocument& json)
{
    if (expected.jsonPath.isEmpty())
        return std::nullopt;
    if (json.isNull())
        return failed(Reason::NoJson);
    const QJsonValue root = json.isArray() ? QJsonValue(json.array()) : QJsonValue(json.object());
    const QJsonValue found = atPath(root, expected.jsonPath);
    if (!expected.jsonIs)
        return isEmptyJson(found) ? std::optional(failed(Reason::JsonMissing, {expected.jsonPath}))
                                  : std::nullopt;
    if (found.isUndefined())
        return failed(Reason::JsonMissing, {expected.jsonPath});
    if (expected.jsonIs->contains(found))
        return std::nullopt;
    QStringList wanted;
    for (const auto& each : *expected.jsonIs)
        wanted << textOf(each);
    return failed(Reason::JsonDiffers,
                  {expected.jsonPath, textOf(found), wanted.join(QLatin1Char('|'))});
}

std::optional<End> judgedText(const HttpExpectation& expected, const QByteArray& body)
{
    for (const QString& text : expected.textPresent) {
        if (!body.contains(text.toUtf8()))
            return failed(Reason::TextMissing, {text});
    }
    for (const QString& text : expected.textAbsent) {
        if (body.contains(text.toUtf8()))
            return failed(Reason::TextPresent, {text});
    }
    return std::nullopt;
}

std::optional<End> judgedTime(const HttpExpectation& expected, const HttpAnswer& answer)
{
    if (!expected.within || answer.took <= *expected.within)
        return std::nullopt;
    return failed(Reason::TooSlow, {QString::number(answer.took.count()),
                                    QString::number(expected.within->count())});
}

End judgedWhole(const HttpExpectation& expected, const HttpAnswer& answer,
                const QJsonDocument& json)
{
    if (answer.failure == Reason::AddressRefused)
        return couldNotRun(answer.failure, answer.arguments);
    if (answer.failure != Reason::None)
        return failed(answer.failure, answer.arguments);
    if (!isWanted(expected, answer.status))
        return failed(Reason::StatusDiffers,
                      {QString::number(answer.status), wantedStatuses(expected)});
    if (auto end = judgedJson(expected, json))
        return *end;
    if (auto end = judgedText(expected, answer.body))
        return *end;
    return judgedTime(expected, answer).value_or(passed());
}

} // namespace

bool HttpExpectation::wantsRedirect() const noexcept
{
    return std::ranges::any_of(statuses, [](int status) { return status >= 300 && status < 400; });
}

HttpExpectation expectationOf(PlanReader& plan)
{
    HttpExpectation expected{.statuses = statusesOf(plan),
                             .jsonPath = plan.text("jsonPath"),
                             .textPresent = plan.texts("textPresent"),
                             .textAbsent = plan.texts("textAbsent"),
                             .within = plan.ms("withinMs")};
    if (const QJsonValue wanted = plan.value("jsonIs"); !wanted.isUndefined()) {
        expected.jsonIs = wanted.isArray() ? wanted.toArray() : QJsonArray{wanted};
        if (expected.jsonPath.isEmpty())
            plan.refuse("jsonPath");
    }
    const QJsonObject keep = plan.object("keep");
    for (auto it = keep.begin(); it != keep.end(); ++it) {
        if (it.value().toString().isEmpty())
            plan.refuse("keep");
        expected.keep.insert(it.key(), it.value().toString());
    }
    return expected;
}

End judged(const HttpExpectation& expected, const HttpAnswer& answer)
{
    const auto json = QJsonDocument::fromJson(answer.body);
    const QJsonValue root = json.isArray() ? QJsonValue(json.array()) : QJsonValue(json.object());
    End end = judgedWhole(expected, answer, json);
    end.httpStatus = answer.status;
    for (auto it = expected.keep.begin(); it != expected.keep.end(); ++it) {
        const QJsonValue found = atPath(root, it.value());
        if (!isEmptyJson(found))
            end.kept.insert(it.key(), textOf(found));
        else if (end.verdict == Verdict::Passed)
            end = failed(Reason::JsonMissing, {it.value()});
    }
    end.httpStatus = answer.status;
    return end;
}

} // namespace probes
