// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/values.h"

#include "probes/network/endpoint.h"

namespace probes {

namespace {

/// An address with a password, or with what may be one.
bool holdsPassword(const QString& value)
{
    return value.contains(QLatin1String("://")) && withoutUserInfo(value) != value;
}

} // namespace

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

QHash<QString, QString> Parameters::open() const
{
    auto rest = values;
    for (const QString& name : secret)
        rest.remove(name);
    rest.removeIf([](const auto& each) { return holdsPassword(each.value()); });
    return rest;
}

void Parameters::setOwnToken(const QString& token)
{
    const QString name = QStringLiteral("log_token");
    if (token.isEmpty())
        return;
    values.insert(name, token);
    secret.insert(name);
    bound.insert(name);
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

} // namespace probes
