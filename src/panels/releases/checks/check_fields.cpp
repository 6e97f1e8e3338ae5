// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/checks/check_fields.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>
#include <array>
#include <limits>

namespace panels {

namespace {

using release::CheckKind;
using Kind = CheckField::Kind;

constexpr double kDayMs = 86'400'000;
constexpr double kDayMinutes = 1440;
constexpr double kMostPort = 65'535;
constexpr double kMostDays = 36'500;
constexpr double kMostMinutes = 5'256'000; ///< ten years
constexpr double kMostTurns = 1'000'000;
constexpr double kAny = std::numeric_limits<double>::max();
constexpr int kLeastStatus = 100, kMostStatus = 599;

struct CheckForm {
    Q_DECLARE_TR_FUNCTIONS(Checks)
};

CheckField withinField()
{
    return {.name = "withinMs",
            .label = QT_TRANSLATE_NOOP("Checks", "Answers within, ms"),
            .kind = Kind::Whole,
            .least = 1,
            .most = kDayMs};
}

CheckField limitField()
{
    return {.name = "timeoutMs",
            .label = QT_TRANSLATE_NOOP("Checks", "Given up after, ms"),
            .kind = Kind::Whole,
            .least = 1,
            .most = kDayMs};
}

CheckField hostField(const char* example)
{
    return {.name = "host",
            .label = QT_TRANSLATE_NOOP("Checks", "Host"),
            .isNeeded = true,
            .example = example};
}

CheckField portField()
{
    return {.name = "port",
            .label = QT_TRANSLATE_NOOP("Checks", "Port"),
            .kind = Kind::Whole,
            .example = "443",
            .least = 1,
            .most = kMostPort};
}

CheckField ageField(bool isNeeded)
{
    return {.name = "maxAgeMinutes",
            .label = QT_TRANSLATE_NOOP("Checks", "At most so old, minutes"),
            .kind = Kind::Number,
            .isNeeded = isNeeded,
            .example = "60",
            .least = 0,
            .most = kMostMinutes};
}

std::vector<CheckField> httpFields()
{
    return {{.name = "url",
             .label = QT_TRANSLATE_NOOP("Checks", "Address"),
             .isNeeded = true,
             .example = "{host}/api/health"},
            {.name = "method",
             .label = QT_TRANSLATE_NOOP("Checks", "Method"),
             .kind = Kind::Choice,
             .choices = {"GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH"}},
            {.name = "status",
             .label = QT_TRANSLATE_NOOP("Checks", "Expected status"),
             .kind = Kind::Statuses,
             .example = "200, 204"},
            {.name = "jsonPath",
             .label = QT_TRANSLATE_NOOP("Checks", "The JSON has"),
             .example = "status"},
            {.name = "textPresent",
             .label = QT_TRANSLATE_NOOP("Checks", "Says, one text a line"),
             .kind = Kind::Lines},
            {.name = "textAbsent",
             .label = QT_TRANSLATE_NOOP("Checks", "Does not say, one text a line"),
             .kind = Kind::Lines},
            withinField(),
            limitField()};
}

std::vector<CheckField> commandFields()
{
    return {{.name = "arguments",
             .label = QT_TRANSLATE_NOOP("Checks", "Command, one argument a line"),
             .kind = Kind::Lines,
             .isNeeded = true,
             .example = "packaging/test.sh"},
            {.name = "shell",
             .label = QT_TRANSLATE_NOOP("Checks", "It is one line for the shell"),
             .kind = Kind::Flag},
            {.name = "folder",
             .label = QT_TRANSLATE_NOOP("Checks", "In the folder"),
             .example = "/srv/relevo"},
            {.name = "environment",
             .label = QT_TRANSLATE_NOOP("Checks", "Variables that it is given, one a line"),
             .kind = Kind::Lines},
            {.name = "timeoutMinutes",
             .label = QT_TRANSLATE_NOOP("Checks", "Given up after, minutes"),
             .kind = Kind::Number,
             .least = 0.001,
             .most = kDayMinutes}};
}

std::vector<CheckField> metricFields()
{
    return {
        {.name = "server",
         .label = QT_TRANSLATE_NOOP("Checks", "Prometheus server (empty: this program)"),
         .example = "{prometheus}"},
        {.name = "figure",
         .label = QT_TRANSLATE_NOOP("Checks", "Figure"),
         .example = "http_error_ratio"},
        {.name = "query",
         .label = QT_TRANSLATE_NOOP("Checks", "Or a query to that server"),
         .example = "up{job=\"relevo\"}"},
        {.name = "badWhen",
         .label = QT_TRANSLATE_NOOP("Checks", "Is bad when"),
         .kind = Kind::Choice,
         .isNeeded = true,
         .choices = {QT_TRANSLATE_NOOP("Checks", "above"), QT_TRANSLATE_NOOP("Checks", "below")}},
        {.name = "limit",
         .label = QT_TRANSLATE_NOOP("Checks", "The limit"),
         .kind = Kind::Number,
         .isNeeded = true,
         .example = "0.005",
         .least = -kAny,
         .most = kAny},
        limitField()};
}

std::vector<CheckField> tlsFields()
{
    return {hostField("{host}"),
            portField(),
            {.name = "minDays",
             .label = QT_TRANSLATE_NOOP("Checks", "Valid for, days at least"),
             .kind = Kind::Whole,
             .example = "21",
             .least = 0,
             .most = kMostDays},
            limitField()};
}

std::vector<CheckField> redisFields()
{
    return {{.name = "url",
             .label = QT_TRANSLATE_NOOP("Checks", "Address"),
             .isNeeded = true,
             .example = "{redis}"},
            withinField(),
            limitField()};
}

std::vector<CheckField> fileFields()
{
    return {{.name = "path",
             .label = QT_TRANSLATE_NOOP("Checks", "File"),
             .isNeeded = true,
             .example = "/var/backups/relevo.db"},
            ageField(true)};
}

std::vector<CheckField> backupFields()
{
    return {ageField(false),
            {.name = "restore",
             .label = QT_TRANSLATE_NOOP("Checks", "It is restored, to see that it can be"),
             .kind = Kind::Flag}};
}

std::vector<CheckField> replayFields()
{
    return {{.name = "newest",
             .label = QT_TRANSLATE_NOOP("Checks", "So many of the newest conversations"),
             .kind = Kind::Whole,
             .least = 1,
             .most = kMostTurns},
            {.name = "maxDifferences",
             .label = QT_TRANSLATE_NOOP("Checks", "Different turns at most"),
             .kind = Kind::Whole,
             .example = "0",
             .least = 0,
             .most = kMostTurns}};
}

std::vector<CheckField> makeFields(CheckKind kind)
{
    switch (kind) {
    case CheckKind::Http: return httpFields();
    case CheckKind::Command: return commandFields();
    case CheckKind::Metric: return metricFields();
    case CheckKind::Tls: return tlsFields();
    case CheckKind::Tcp: return {hostField("{host}"), portField(), withinField(), limitField()};
    case CheckKind::Redis: return redisFields();
    case CheckKind::FileAge: return fileFields();
    case CheckKind::Backup: return backupFields();
    case CheckKind::Replay: return replayFields();
    case CheckKind::Ledger:
    case CheckKind::AlertRules: break;
    }
    return {};
}

QLocale numbersNow()
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale;
}

QStringList rowsOf(const QJsonValue& value)
{
    if (!value.isArray())
        return {value.isDouble() ? QString::number(value.toInt()) : value.toString()};
    QStringList rows;
    const auto list = value.toArray();
    for (const auto& row : list)
        rows += row.isDouble() ? QString::number(row.toInt()) : row.toString();
    return rows;
}

tl::expected<QJsonValue, QString> numberOf(const CheckField& field, const QString& text)
{
    bool isNumber = false;
    double value = numbersNow().toDouble(text, &isNumber);
    if (!isNumber)
        value = QLocale::c().toDouble(text, &isNumber);
    const bool isWhole = field.kind != Kind::Whole || value == static_cast<double>(qRound64(value));
    if (isNumber && isWhole && value >= field.least && value <= field.most)
        return QJsonValue(value);
    const QString label = fieldLabel(field);
    if (field.most == kAny)
        return tl::unexpected(CheckForm::tr("“%1” is a number.").arg(label));
    return tl::unexpected(CheckForm::tr("“%1” is a number from %2 to %3.")
                              .arg(label, numbersNow().toString(field.least),
                                   numbersNow().toString(field.most, 'f', 0)));
}

tl::expected<QJsonValue, QString> statusesOf(const CheckField& field, const QString& text)
{
    QJsonArray statuses;
    for (const QString& part : text.split(u',', Qt::SkipEmptyParts)) {
        bool isNumber = false;
        const int status = part.trimmed().toInt(&isNumber);
        if (!isNumber || status < kLeastStatus || status > kMostStatus)
            return tl::unexpected(
                CheckForm::tr("“%1”: statuses from 100 to 599, with commas between them.")
                    .arg(fieldLabel(field)));
        statuses.append(status);
    }
    return statuses.size() == 1 ? QJsonValue(statuses.first()) : QJsonValue(statuses);
}

QJsonArray linesOf(const QString& text)
{
    QJsonArray lines;
    for (const QString& line : text.split(u'\n')) {
        if (!line.trimmed().isEmpty())
            lines.append(line);
    }
    return lines;
}

} // namespace

const std::vector<CheckField>& checkFieldsOf(CheckKind kind)
{
    static const auto kFields = [] {
        std::array<std::vector<CheckField>, release::Names<CheckKind>::kAll.size()> all;
        for (std::size_t i = 0; i < all.size(); ++i)
            all[i] = makeFields(static_cast<CheckKind>(i));
        return all;
    }();
    return kFields[static_cast<std::size_t>(kind)];
}

QString fieldLabel(const CheckField& field)
{
    return QCoreApplication::translate("Checks", field.label);
}

QString fieldText(const CheckField& field, const QJsonObject& parameters)
{
    const QJsonValue value = parameters.value(QLatin1String(field.name));
    if (value.isUndefined())
        return {};
    switch (field.kind) {
    case Kind::Lines: return rowsOf(value).join(u'\n');
    case Kind::Statuses: return rowsOf(value).join(QStringLiteral(", "));
    case Kind::Flag: return value.toBool() ? QStringLiteral("true") : QString();
    case Kind::Number:
    case Kind::Whole:
        return numbersNow().toString(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    case Kind::Text:
    case Kind::Choice: break;
    }
    return value.toString();
}

tl::expected<QJsonValue, QString> fieldValue(const CheckField& field, const QString& text)
{
    const QString written = text.trimmed();
    if (written.isEmpty()) {
        if (field.isNeeded)
            return tl::unexpected(CheckForm::tr("“%1” is needed.").arg(fieldLabel(field)));
        return QJsonValue(QJsonValue::Undefined);
    }
    switch (field.kind) {
    case Kind::Lines: return QJsonValue(linesOf(text));
    case Kind::Statuses: return statusesOf(field, written);
    case Kind::Flag: return QJsonValue(true);
    case Kind::Number:
    case Kind::Whole: return numberOf(field, written);
    case Kind::Text:
    case Kind::Choice: break;
    }
    return QJsonValue(written);
}

QString otherText(CheckKind kind, const QJsonObject& parameters)
{
    QJsonObject other = parameters;
    for (const CheckField& field : checkFieldsOf(kind))
        other.remove(QLatin1String(field.name));
    return other.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(other).toJson()).trimmed();
}

tl::expected<QJsonObject, QString> otherParameters(const QString& text)
{
    if (text.trimmed().isEmpty())
        return QJsonObject();
    const auto json = QJsonDocument::fromJson(text.toUtf8());
    if (!json.isObject())
        return tl::unexpected(
            CheckForm::tr("The other parameters are a JSON object: {\"name\": \"value\"}."));
    return json.object();
}

std::optional<CheckFault> checkFault(CheckKind kind, const QJsonObject& parameters)
{
    if (kind != CheckKind::Metric)
        return std::nullopt;
    const bool hasFigure = parameters.contains(QLatin1String("figure"));
    const bool hasQuery = parameters.contains(QLatin1String("query"));
    if (hasFigure == hasQuery)
        return CheckFault{.field = QStringLiteral("figure"),
                          .why = CheckForm::tr("A figure or a query: one of the two.")};
    if (hasQuery && !parameters.contains(QLatin1String("server")))
        return CheckFault{.field = QStringLiteral("server"),
                          .why =
                              CheckForm::tr("A query is asked of a Prometheus server: say which.")};
    return std::nullopt;
}

} // namespace panels
