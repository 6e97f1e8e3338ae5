// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/values.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSysInfo>

#include <algorithm>

namespace probes {

bool mayRun(CheckKind kind, Where where) noexcept
{
    if (where != Where::Schedule)
        return true;
    switch (kind) {
    case CheckKind::Http:
    case CheckKind::Tcp:
    case CheckKind::Tls:
    case CheckKind::Metric: return true;
    case CheckKind::Command:
    case CheckKind::Redis:
    case CheckKind::FileAge:
    case CheckKind::Backup:
    case CheckKind::Ledger:
    case CheckKind::Replay:
    case CheckKind::AlertRules: break;
    }
    return false;
}

std::optional<release::Evidence> evidenceOf(const Finding& finding, const CheckPlan& plan)
{
    if (finding.verdict == Verdict::CouldNotRun)
        return std::nullopt;
    release::Evidence evidence;
    evidence.kind = release::EvidenceKind::Check;
    evidence.outcome =
        finding.verdict == Verdict::Passed ? release::Outcome::Passed : release::Outcome::Failed;
    evidence.title = plan.title;
    evidence.text = finding.output;
    evidence.value = finding.value;
    evidence.run = finding.run;
    evidence.at = finding.at;
    return evidence;
}

QString summaryOf(const Finding& finding)
{
    QStringList words{release::nameText(finding.verdict)};
    if (finding.reason != Reason::None)
        words << release::nameText(finding.reason);
    return (words + finding.arguments).join(QLatin1Char(' '));
}

QString commandText(const CheckPlan& plan)
{
    if (plan.kind != CheckKind::Command)
        return {};
    QStringList words;
    const auto arguments = plan.parameters.value(QLatin1String("arguments")).toArray();
    for (const auto& word : arguments) {
        QString text = word.toString();
        const bool isPlain = !text.isEmpty() && std::ranges::none_of(text, [](QChar c) {
            return c.isSpace() || QStringLiteral("'\"\\$`;&|<>()*?").contains(c);
        });
        words << (isPlain ? text
                          : QLatin1Char('\'') +
                                text.replace(QLatin1Char('\''), QLatin1String("'\\''")) +
                                QLatin1Char('\''));
    }
    return words.join(QLatin1Char(' '));
}

QByteArray commandKey(const CheckPlan& plan)
{
    if (plan.kind != CheckKind::Command)
        return {};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QJsonDocument(plan.parameters).toJson(QJsonDocument::Compact)); // sorted by key
    hash.addData(QSysInfo::machineUniqueId());
    return hash.result().toHex();
}

} // namespace probes
