// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/ledger/attest.h"

#include "release/compare/difference.h"
#include "release/planning.h"
#include "release/record/record.h"

#include <QCryptographicHash>

namespace release {

namespace {

QString wordOf(bool truth)
{
    return truth ? QStringLiteral("yes") : QStringLiteral("no");
}

Attestation attestationOf(const char* kind, QString subject, PersonId by, WallTime at)
{
    Attestation result;
    result.entry.kind = QString::fromLatin1(kind);
    result.entry.subject = std::move(subject);
    result.entry.by = by;
    result.entry.at = at;
    return result;
}

void addText(Attestation& to, const QString& text, QByteArray salt)
{
    if (text.isEmpty())
        return;
    to.text = SaltedText{std::move(salt), text};
    to.entry.textHash = hashOf(*to.text);
}

void addField(Attestation& to, const char* name, const QString& value)
{
    if (!value.isEmpty())
        to.entry.fields[QString::fromLatin1(name)] = value;
}

QString digestOfBytes(const QByteArray& bytes)
{
    constexpr qsizetype kDigits = 32;
    return QString::fromLatin1(
        QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().left(kDigits));
}

QString dateText(const std::optional<WallTime>& time)
{
    return time ? base::toIso(*time) : QString();
}

} // namespace

QString digestOf(const ItemPlan& plan)
{
    return digestOfBytes(recordOf(plan));
}

QString digestOf(const Release& release)
{
    Release kept;
    kept.sections = release.sections;
    kept.canaryPlan = release.canaryPlan;
    kept.rollbackPlan = release.rollbackPlan;
    kept.rollbackPlan.rehearsedAt.reset();
    return digestOfBytes(recordOf(kept));
}

QString textOf(const Evidence& evidence)
{
    const bool isEmpty = evidence.title.isEmpty() && evidence.text.isEmpty();
    return isEmpty ? QString() : evidence.title + u'\n' + evidence.text;
}

std::map<QString, QString> askedBy(const Release& release)
{
    std::map<QString, QString> asked;
    for (const Item& item : release.items)
        asked[QStringLiteral("item:") + item.plan.id.value] = gateText(item.plan);
    for (const SignOffRule& rule : release.signOffs)
        asked[QStringLiteral("rule:") + rule.id] = gateText(rule);
    return asked;
}

Attestation attestCreation(const Release& release, const Actor& actor)
{
    auto result = attestationOf("created", release.id, actor.person, release.createdAt);
    addField(result, "template", release.templateId);
    addField(result, "version", QString::number(release.templateVersion));
    addField(result, "language", release.language);
    addField(result, "title", release.title);
    addField(result, "planned", dateText(release.plannedFor));
    addField(result, "frame", digestOf(release));
    addField(result, "says", QString::fromLatin1(kSaysAll));
    for (const auto& [name, text] : askedBy(release))
        result.entry.fields[name] = text;
    for (const Item& item : release.items)
        result.entry.fields[QStringLiteral("plan:") + item.plan.id.value] = digestOf(item.plan);
    return result;
}

Attestation attestPlan(const Release& before, const Release& after, const Actor& actor)
{
    auto result = attestationOf("plan", after.id, actor.person, after.planChangedAt);
    const auto was = askedBy(before), now = askedBy(after);
    for (const auto& [name, text] : was) {
        if (!now.contains(name))
            result.entry.fields[name] = QString();
    }
    for (const auto& [name, text] : now) {
        const auto old = was.find(name);
        if (old == was.end() || old->second != text)
            result.entry.fields[name] = text;
    }
    if (const QString frame = digestOf(after); frame != digestOf(before)) {
        addField(result, "frame", frame);
        if (before.rollbackPlan.rehearsedAt && !after.rollbackPlan.rehearsedAt)
            addField(result, "rehearsal", QStringLiteral("void"));
    }
    for (const Item& item : after.items) {
        if (result.entry.fields.contains(QStringLiteral("item:") + item.plan.id.value))
            result.entry.fields[QStringLiteral("plan:") + item.plan.id.value] = digestOf(item.plan);
    }
    return result;
}

Attestation attestComment(const ItemId& item, const Comment& comment, QByteArray salt)
{
    auto result = attestationOf("comment", item.value, comment.by, comment.at);
    addText(result, comment.text, std::move(salt));
    return result;
}

Attestation attestItem(const Item& before, const Item& after, const Actor& actor, WallTime now,
                       QByteArray salt)
{
    auto result = attestationOf("item", after.plan.id.value, actor.person, now);
    for (const FieldChange& change : changesOf(before, after)) {
        if (change.field == Field::Reason)
            continue; // personal: the text
        addField(result, nameOf(change.field),
                 change.before + QStringLiteral(" -> ") + change.after);
    }
    if (before.plan != after.plan)
        addField(result, "plan", digestOf(after.plan));
    if (after.waiver && after.waiver != before.waiver) {
        result.entry.role = after.waiver->role;
        addField(result, "until", base::toIso(after.waiver->until));
    }
    addText(result, after.reason, std::move(salt));
    return result;
}

Attestation attestEvidence(const ItemId& item, const Evidence& evidence, QByteArray salt)
{
    auto result = attestationOf("evidence", evidence.id, evidence.by, evidence.at);
    addField(result, "item", item.value);
    addField(result, "kind", nameText(evidence.kind));
    addField(result, "outcome", nameText(evidence.outcome));
    addField(result, "valid_minutes", QString::number(evidence.validFor.count()));
    if (evidence.kind == EvidenceKind::Metric)
        addField(result, "value", QString::number(evidence.value, 'g', 17));
    if (!evidence.run.checkId.isEmpty()) {
        addField(result, "check", evidence.run.checkId);
        addField(result, "asked", evidence.run.asked);
        addField(result, "exit_code", QString::number(evidence.run.exitCode));
        addField(result, "http_status", QString::number(evidence.run.httpStatus));
        addField(result, "duration_ms", QString::number(evidence.run.duration.count()));
        addField(result, "host", evidence.run.host);
    }
    result.entry.fileHash = evidence.fileHash;
    addText(result, textOf(evidence), std::move(salt));
    return result;
}

Attestation attestSignature(const Signature& signature, QByteArray salt)
{
    auto result = attestationOf("signature", signature.rule, signature.person, signature.at);
    result.entry.role = signature.role;
    if (signature.isProved)
        addField(result, "proved", QStringLiteral("yes"));
    if (signature.isAlone)
        addField(result, "alone", QStringLiteral("yes"));
    addText(result, signature.comment, std::move(salt));
    return result;
}

Attestation attestOverride(const Override& each, QByteArray salt)
{
    const Approval& last = each.approvals.back();
    auto result = attestationOf("override", each.id, last.person, last.at);
    result.entry.role = last.role;
    if (last.isProved)
        addField(result, "proved", QStringLiteral("yes"));
    if (last.isAlone)
        addField(result, "alone", QStringLiteral("yes"));
    addField(result, "covers", each.covers.join(u' '));
    addField(result, "until", base::toIso(each.until));
    addField(result, "approval", QString::number(each.approvals.size()));
    addText(result, each.reason, std::move(salt));
    return result;
}

Attestation attestCanary(const Canary& before, const Canary& after, int percent,
                         const std::map<QString, QString>& readings, const Actor& actor,
                         WallTime now, const QString& reason, QByteArray salt)
{
    auto result = attestationOf("canary", QStringLiteral("canary"), actor.person, now);
    addField(result, "status",
             nameText(before.status) + QStringLiteral(" -> ") + nameText(after.status));
    addField(result, "stage",
             QString::number(before.stage) + QStringLiteral(" -> ") + QString::number(after.stage));
    addField(result, "percent", QString::number(percent));
    for (const auto& [watch, reading] : readings)
        result.entry.fields[QStringLiteral("reading:") + watch] = reading;
    addText(result, reason, std::move(salt));
    return result;
}

Attestation attestRollback(const Rollback& rollback, QByteArray salt)
{
    auto result =
        attestationOf("rollback", rollback.trigger, rollback.decidedBy, rollback.startedAt);
    result.entry.role = rollback.role;
    addField(result, "rehearsed", wordOf(rollback.wasRehearsed));
    for (std::size_t i = 0; i < rollback.steps.size(); ++i)
        result.entry.fields[QStringLiteral("step:%1").arg(i + 1)] =
            QString::number(rollback.steps[i].estimate.count());
    addText(result, rollback.reason, std::move(salt));
    return result;
}

Attestation attestRollbackStep(const Rollback& rollback, std::size_t step)
{
    const RollbackStep& done = rollback.steps[step];
    auto result = attestationOf("rollback_step", rollback.trigger, done.doneBy, *done.doneAt);
    addField(result, "started", base::toIso(rollback.startedAt));
    addField(result, "step", QString::number(step + 1));
    return result;
}

Attestation attestRehearsal(const Actor& actor, WallTime at)
{
    return attestationOf("rehearsal", QStringLiteral("rollback"), actor.person, at);
}

Attestation attestFrame(const Release& before, const Release& after, const Actor& actor,
                        WallTime at)
{
    auto result = attestationOf("release", after.id, actor.person, at);
    if (before.title != after.title)
        addField(result, "title", before.title + QStringLiteral(" -> ") + after.title);
    if (before.plannedFor != after.plannedFor)
        addField(result, "planned",
                 dateText(before.plannedFor) + QStringLiteral(" -> ") + dateText(after.plannedFor));
    auto names = before.parameters.keys() + after.parameters.keys();
    names.removeDuplicates();
    for (const QString& name : names) {
        const QString was = before.parameters.value(name), is = after.parameters.value(name);
        if (was != is)
            result.entry.fields[QStringLiteral("parameter:") + name] =
                was + QStringLiteral(" -> ") + is;
    }
    return result;
}

Attestation attestVerdict(const QString& verdict, const QStringList& reasons, const Actor& actor,
                          WallTime now, const LedgerHead& freezes)
{
    auto result = attestationOf("verdict", verdict, actor.person, now);
    addField(result, "reasons", reasons.join(u' '));
    if (!freezes.link.isEmpty())
        addField(result, "freezes",
                 QString::number(freezes.count) + u' ' + QString::fromLatin1(freezes.link.toHex()));
    return result;
}

std::optional<LedgerHead> freezesSeen(const LedgerEntry& entry)
{
    const auto field = entry.fields.find(QStringLiteral("freezes"));
    if (entry.kind != u"verdict" || field == entry.fields.end())
        return std::nullopt;
    return LedgerHead{field->second.section(u' ', 0, 0).toLongLong(),
                      QByteArray::fromHex(field->second.section(u' ', 1).toLatin1())};
}

} // namespace release
