// SPDX-License-Identifier: GPL-3.0-or-later
// What the ledger says of each thing that happens. Each function gives an entry without number and
// link, and the personal text that it refers to, which is stored outside with the given salt:
// kLedgerSaltBytes random bytes, never used twice.
#pragma once

#include "release/ledger/ledger.h"
#include "release/values.h"

namespace release {

struct Attestation {
    LedgerEntry entry;
    std::optional<SaltedText> text; ///< nothing: there is none
    bool operator==(const Attestation&) const = default;
};

/// "says" of a creation that says everything; of another one the rest is not known.
inline constexpr char kSaysAll[] = "all";
[[nodiscard]] Attestation attestCreation(const Release& release, const Actor& actor);
/// Items and sign-offs that were added, removed, or changed so that the gate could feel it.
/// \see planning.h
[[nodiscard]] Attestation attestPlan(const Release& before, const Release& after,
                                     const Actor& actor);
[[nodiscard]] Attestation attestComment(const ItemId& item, const Comment& comment,
                                        QByteArray salt);
/// A change of state or of the plan: every field that differs, with both values. The reason is the text.
[[nodiscard]] Attestation attestItem(const Item& before, const Item& after, const Actor& actor,
                                     WallTime now, QByteArray salt);
[[nodiscard]] Attestation attestEvidence(const ItemId& item, const Evidence& evidence,
                                         QByteArray salt);
[[nodiscard]] Attestation attestSignature(const Signature& signature, QByteArray salt);
/// After each approval. \pre !each.approvals.empty()
[[nodiscard]] Attestation attestOverride(const Override& each, QByteArray salt);
/// \param readings what the figures said, by the watch's id
[[nodiscard]] Attestation attestCanary(const Canary& before, const Canary& after, int percent,
                                       const std::map<QString, QString>& readings,
                                       const Actor& actor, WallTime now, const QString& reason,
                                       QByteArray salt);
/// The decision, with the steps as they were estimated.
[[nodiscard]] Attestation attestRollback(const Rollback& rollback, QByteArray salt);
/// That a step was done, by whom. \pre rollback.steps[step].doneAt
[[nodiscard]] Attestation attestRollbackStep(const Rollback& rollback, std::size_t step);
/// That going back was tried.
[[nodiscard]] Attestation attestRehearsal(const Actor& actor, WallTime at);
/// Another title, date or parameter of the checks.
[[nodiscard]] Attestation attestFrame(const Release& before, const Release& after,
                                      const Actor& actor, WallTime at);
/// An item's whole plan, and of a release what is never changed (sections, canary and rollback plans),
/// in 32 hexadecimal digits: the first half of SHA-256 of what record/ writes.
[[nodiscard]] QString digestOf(const ItemPlan& plan);
[[nodiscard]] QString digestOf(const Release& release);
/// What evidence has of a person: a file's name and a link as well as what was pasted.
[[nodiscard]] QString textOf(const Evidence& evidence);
/// What the gate asks for: "item:log-token" and "rule:sre" -> gateText().
[[nodiscard]] std::map<QString, QString> askedBy(const Release& release);
/// The verdict that somebody acted on, with the keys of its reasons.
/// \param freezes how far the ledger of the freeze windows went, which the verdict rests on
[[nodiscard]] Attestation attestVerdict(const QString& verdict, const QStringList& reasons,
                                        const Actor& actor, WallTime now,
                                        const LedgerHead& freezes = {});
/// What a verdict says of them; nothing: another entry, or it does not say.
[[nodiscard]] std::optional<LedgerHead> freezesSeen(const LedgerEntry& entry);

} // namespace release
