// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/words/release_words.h"

#include "panels/people/role_texts.h"

#include <QCoreApplication>
#include <QStringList>

namespace panels {

namespace {

struct ReleaseWords {
    Q_DECLARE_TR_FUNCTIONS(ReleaseWords)
};

} // namespace

QString stateText(release::State state)
{
    using release::State;
    switch (state) {
    case State::Todo: return ReleaseWords::tr("To do");
    case State::Doing: return ReleaseWords::tr("In progress");
    case State::Done: return ReleaseWords::tr("Done");
    case State::Verified: return ReleaseWords::tr("Verified");
    case State::Failed: return ReleaseWords::tr("Failed");
    case State::Blocked: return ReleaseWords::tr("Blocked");
    case State::Waived: return ReleaseWords::tr("Waived");
    case State::NotApplicable: return ReleaseWords::tr("Does not apply");
    }
    return {};
}

QString stateSign(release::State state)
{
    using release::State;
    switch (state) {
    case State::Todo: return QStringLiteral("○");
    case State::Doing: return QStringLiteral("▸");
    case State::Done: return QStringLiteral("✓");
    case State::Verified: return QStringLiteral("✓✓");
    case State::Failed: return QStringLiteral("✗");
    case State::Blocked: return QStringLiteral("⚠");
    case State::Waived: return QStringLiteral("~");
    case State::NotApplicable: return QStringLiteral("–");
    }
    return {};
}

QString classText(release::ItemClass itemClass)
{
    using release::ItemClass;
    switch (itemClass) {
    case ItemClass::Blocker: return ReleaseWords::tr("Blocker");
    case ItemClass::Required: return ReleaseWords::tr("Required");
    case ItemClass::Optional: return ReleaseWords::tr("Optional");
    }
    return {};
}

QString priorityText(release::Priority priority)
{
    using release::Priority;
    switch (priority) {
    case Priority::High: return ReleaseWords::tr("High");
    case Priority::Medium: return ReleaseWords::tr("Medium");
    case Priority::Low: return ReleaseWords::tr("Low");
    }
    return {};
}

QString releaseRoleText(release::Role role)
{
    using release::Role;
    switch (role) {
    case Role::DevLead: return roleText(people::Role::DevLead);
    case Role::BackendLead: return roleText(people::Role::BackendLead);
    case Role::Qa: return roleText(people::Role::Qa);
    case Role::Sre: return roleText(people::Role::Sre);
    case Role::Security: return roleText(people::Role::Security);
    case Role::Product: return roleText(people::Role::Product);
    case Role::Legal: return roleText(people::Role::Legal);
    case Role::Supervisor: return roleText(people::Role::Supervisor);
    case Role::Lead: return roleText(people::Role::Lead);
    }
    return {};
}

QString releaseRolesText(const release::Roles& roles)
{
    QStringList texts;
    for (const release::Role role : roles)
        texts += releaseRoleText(role);
    return texts.join(QStringLiteral(", "));
}

QString evidenceKindText(release::EvidenceKind kind)
{
    using release::EvidenceKind;
    switch (kind) {
    case EvidenceKind::Pasted: return ReleaseWords::tr("Pasted text");
    case EvidenceKind::Link: return ReleaseWords::tr("Link");
    case EvidenceKind::File: return ReleaseWords::tr("File");
    case EvidenceKind::Screenshot: return ReleaseWords::tr("Screenshot");
    case EvidenceKind::Metric: return ReleaseWords::tr("Reading of a figure");
    case EvidenceKind::Check: return ReleaseWords::tr("Check that Relevo runs");
    }
    return {};
}

QString outcomeText(release::Outcome outcome)
{
    using release::Outcome;
    switch (outcome) {
    case Outcome::Told: return ReleaseWords::tr("said by a person");
    case Outcome::Passed: return ReleaseWords::tr("✓ passed");
    case Outcome::Failed: return ReleaseWords::tr("✗ failed");
    }
    return {};
}

QString verdictText(release::Verdict verdict)
{
    using release::Verdict;
    switch (verdict) {
    case Verdict::Go: return ReleaseWords::tr("✓ Go");
    case Verdict::GoByOverride: return ReleaseWords::tr("⚠ Go, by override");
    case Verdict::NoGo: return ReleaseWords::tr("✗ No-go");
    }
    return {};
}

QString canaryText(release::CanaryStatus status)
{
    using release::CanaryStatus;
    switch (status) {
    case CanaryStatus::NotStarted: return ReleaseWords::tr("not begun");
    case CanaryStatus::Running: return ReleaseWords::tr("canary running");
    case CanaryStatus::Held: return ReleaseWords::tr("canary held");
    case CanaryStatus::Aborted: return ReleaseWords::tr("aborted");
    case CanaryStatus::Finished: return ReleaseWords::tr("released");
    case CanaryStatus::RolledBack: return ReleaseWords::tr("rolled back");
    }
    return {};
}

QString stepText(release::Step step)
{
    using release::Step;
    switch (step) {
    case Step::Start: return ReleaseWords::tr("Begin");
    case Step::Finish: return ReleaseWords::tr("Done");
    case Step::Verify: return ReleaseWords::tr("Verify");
    case Step::Fail: return ReleaseWords::tr("Failed…");
    case Step::Block: return ReleaseWords::tr("Blocked…");
    case Step::Unblock: return ReleaseWords::tr("Unblock");
    case Step::Waive: return ReleaseWords::tr("Waive…");
    case Step::Excuse: return ReleaseWords::tr("Does not apply…");
    case Step::Reopen: return ReleaseWords::tr("Open again");
    }
    return {};
}

QString stepText(release::Step step, const release::Item& item)
{
    const bool isRenewed = step == release::Step::Waive && item.state == release::State::Waived;
    return isRenewed ? ReleaseWords::tr("Renew the waiver…") : stepText(step);
}

QString durationText(std::optional<release::minutes> duration)
{
    if (!duration || duration->count() <= 0)
        return {};
    const auto total = duration->count();
    const auto days = total / (24 * 60), hours = total / 60 % 24, rest = total % 60;
    QStringList parts;
    if (days > 0)
        parts += ReleaseWords::tr("%1 d").arg(days);
    if (hours > 0)
        parts += ReleaseWords::tr("%1 h").arg(hours);
    if (rest > 0)
        parts += ReleaseWords::tr("%1 min").arg(rest);
    return parts.join(u' ');
}

} // namespace panels
