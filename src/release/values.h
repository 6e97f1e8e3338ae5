// SPDX-License-Identifier: GPL-3.0-or-later
// The values of a release: what is to be done, by whom, how far it is, and what shows it. Everything
// here is copied freely, compares by value and knows no thread, clock or file.
#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "release/names.h"

#include <QByteArray>
#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>
#include <vector>

namespace release {

using base::PersonId;
using base::WallTime;
using std::chrono::minutes;

/// Of every time that is planned, estimated or taken. Nothing is added up beyond it.
inline constexpr minutes kLongestTime{10 * 366 * 24 * 60};
[[nodiscard]] constexpr bool isTime(minutes time) noexcept
{
    return time.count() >= 0 && time <= kLongestTime;
}
/// So far ahead a waiver or an override may end: whoever wants longer says so again.
inline constexpr minutes kLongestHold{90 * 24 * 60};

/// Stable in all versions and languages of a template, for instance "log-token".
using ItemId = base::StrongText<struct ItemTag>;

/// Those of people/values.h that have to do with a release, under the same names.
enum class Role { DevLead, BackendLead, Qa, Sre, Security, Product, Legal, Supervisor, Lead };
template <>
struct Names<Role> {
    static constexpr std::array kAll{"dev_lead", "backend_lead", "qa",         "sre", "security",
                                     "product",  "legal",        "supervisor", "lead"};
};
using Roles = std::vector<Role>;

enum class ItemClass {
    Blocker,  ///< must be verified before a go
    Required, ///< must be done before a go
    Optional, ///< never in the way of a go
};
template <>
struct Names<ItemClass> {
    static constexpr std::array kAll{"blocker", "required", "optional"};
};

enum class Priority { High, Medium, Low };
template <>
struct Names<Priority> {
    static constexpr std::array kAll{"high", "medium", "low"};
};

enum class State {
    Todo,
    Doing,
    Done,     ///< said by the doer
    Verified, ///< said by another person
    Failed,
    Blocked, ///< by something outside
    Waived,  ///< until the waiver expires: then it counts as failed
    NotApplicable,
};
template <>
struct Names<State> {
    static constexpr std::array kAll{"todo",   "doing",   "done",   "verified",
                                     "failed", "blocked", "waived", "not_applicable"};
};

enum class EvidenceKind { Pasted, Link, File, Screenshot, Metric, Check };
template <>
struct Names<EvidenceKind> {
    static constexpr std::array kAll{"pasted", "link", "file", "screenshot", "metric", "check"};
};

enum class Outcome {
    Told, ///< a person says so: pasted, linked, attached
    Passed,
    Failed,
};
template <>
struct Names<Outcome> {
    static constexpr std::array kAll{"told", "passed", "failed"};
};

enum class CheckKind {
    Http,
    Command,
    Metric,
    Tls,
    Tcp,
    Redis,
    FileAge,
    Backup,
    Ledger,
    Replay,
    AlertRules,
};
template <>
struct Names<CheckKind> {
    static constexpr std::array kAll{"http",   "command", "metric",     "tls",
                                     "tcp",    "redis",   "file_age",   "backup",
                                     "ledger", "replay",  "alert_rules"};
};

/// A check that the application runs itself; whoever runs it knows what the parameters mean.
struct CheckPlan {
    QString id; ///< unique in its item
    QString title;
    CheckKind kind = CheckKind::Http;
    QJsonObject parameters;
    bool operator==(const CheckPlan&) const = default;
};
/// 64 characters that are others for another kind or other parameters.
[[nodiscard]] QString markOf(const CheckPlan& check);

/// What an item asks for. Estimates are elapsed time, not effort.
struct ItemPlan {
    ItemId id;
    QString section;
    ItemId parent; ///< empty: stands in its section; else the parent's state is its children's
    QString title;
    QString acceptance; ///< the criterion: when it counts as done
    ItemClass itemClass = ItemClass::Required;
    Priority priority = Priority::Medium;
    std::optional<Role> role;
    std::optional<minutes> estimate;
    std::optional<minutes> dueWithin; ///< from the release's creation
    std::vector<ItemId> after;        ///< those that must be settled first
    QStringList tags;
    std::optional<EvidenceKind> evidence; ///< the kind that it must show
    minutes evidenceValidity{0};          ///< of new evidence; 0: for ever
    std::vector<CheckPlan> checks;        ///< each must pass where `evidence` is Check
    bool isAfterGo = false;               ///< done once the release is out: not asked by the gate
    bool operator==(const ItemPlan&) const = default;
};

struct Section {
    QString id;
    QString title;
    bool waitsForPrevious = false; ///< begins when the blockers of the section before are verified
    bool operator==(const Section&) const = default;
};

struct CheckRun {
    QString checkId; ///< of the item's plan
    QString asked;   ///< what the check was then, as markOf() says it; empty: nobody knows
    int exitCode = 0;
    int httpStatus = 0; ///< 0: not an HTTP call
    base::milliseconds duration{0};
    QString host;
    bool operator==(const CheckRun&) const = default;
};

struct Evidence {
    QString id; ///< unique in its release
    EvidenceKind kind = EvidenceKind::Pasted;
    Outcome outcome = Outcome::Told;
    QString title;       ///< the file's or figure's name, the link's address
    QString text;        ///< what was pasted or printed, masked; may be erased
    QByteArray fileHash; ///< SHA-256 of the file's bytes, 32 bytes; empty: no file
    double value = 0;    ///< of a metric reading
    CheckRun run;        ///< of a check
    PersonId by;         ///< none: run by schedule
    WallTime at;
    minutes validFor{0};   ///< 0: for ever
    bool isErased = false; ///< title, text and file were taken back
    bool operator==(const Evidence&) const = default;
};

struct Waiver {
    QString reason;
    PersonId approver;
    Role role = Role::Supervisor; ///< in which it was approved
    WallTime at;
    WallTime until;
    bool operator==(const Waiver&) const = default;
};

struct Comment {
    PersonId by;
    WallTime at;
    QString text;
    bool operator==(const Comment&) const = default;
};

struct Item {
    ItemPlan plan;
    State state = State::Todo;
    PersonId owner;
    std::optional<WallTime> due;
    std::optional<minutes> actual;
    std::vector<PersonId> doers; ///< all who ever started it or said done
    PersonId verifier;
    QString reason; ///< of blocked, failed, not applicable
    std::optional<Waiver> waiver;
    std::vector<Evidence> evidence; ///< in the order of arrival, as are these:
    std::vector<Comment> discussion;
    WallTime changedAt; ///< of `state`
    /// Since when a verification counts no more: what was verified is not what is asked for now.
    std::optional<WallTime> verifyAnew;
    bool operator==(const Item&) const = default;
};

/// `needed` persons who hold one of `roles` sign. Who did a covered item cannot; whoever is alone can, and
/// signs for all that are needed.
struct SignOffRule {
    QString id;
    QString title;
    Roles roles;
    int needed = 1;
    bool areRolesDistinct = false; ///< each signs in another role
    QStringList sections;          ///< what it covers, besides
    QStringList items;             ///< ids; both empty: everything
    bool applies = true;           ///< false: only once the lead says that the condition holds
    QString condition;             ///< "tickets are public"; empty: none
    bool operator==(const SignOffRule&) const = default;
};

struct Signature {
    QString rule;
    PersonId person;
    Role role = Role::Supervisor;
    WallTime at;
    QString comment;
    bool isProved = false; ///< with the person's passphrase; else they only said who they are
    bool isAlone = false;  ///< nobody else was there who could have been asked for
    bool operator==(const Signature&) const = default;
};

/// No release between the two times, `until` excluded.
struct FreezeWindow {
    QString id;
    QString title;
    WallTime from, until;
    bool operator==(const FreezeWindow&) const = default;
};

struct Approval {
    PersonId person;
    Role role = Role::Supervisor;
    WallTime at;
    bool isProved = false; ///< as of a signature, and
    bool isAlone = false;
    bool operator==(const Approval&) const = default;
};

/// "Go all the same": never deleted. Holds from the second approval on; of whoever is alone, from the first.
struct Override {
    QString id;
    QString reason;
    QStringList covers; ///< keys of the gate's reasons that were known: a new one is not covered
    std::vector<Approval> approvals;
    WallTime until;
    bool operator==(const Override&) const = default;
};

enum class Side { Above, Below };
template <>
struct Names<Side> {
    static constexpr std::array kAll{"above", "below"};
};

/// A figure with the limit that it must not pass. "p95 > 2 x baseline for 5 min" is
/// {"p95", Above, 2, isOfBaseline, sustained 5}.
struct Watch {
    QString id;
    QString title;
    QString figure;
    Side side = Side::Above; ///< where it is bad
    double limit = 0;
    bool isOfBaseline = false; ///< the limit is a factor of the figure's value before the release
    bool andGrowing = false;   ///< only while it also moves to the bad side
    minutes sustained{0};      ///< for how long; 0: one reading is enough
    bool operator==(const Watch&) const = default;
};

struct CanaryStage {
    int percent = 100;
    minutes atLeast{30};
    bool operator==(const CanaryStage&) const = default;
};

struct CanaryPlan {
    std::vector<CanaryStage> stages;
    std::vector<Watch> watches;
    bool operator==(const CanaryPlan&) const = default;
};

enum class CanaryStatus {
    NotStarted,
    Running,
    Held,
    Aborted,
    Finished,
    RolledBack, ///< nobody has it any more: what was out was taken back
};
template <>
struct Names<CanaryStatus> {
    static constexpr std::array kAll{"not_started", "running",  "held",
                                     "aborted",     "finished", "rolled_back"};
};

struct Canary {
    CanaryStatus status = CanaryStatus::NotStarted;
    int stage = 0; ///< index in the plan
    WallTime stageSince;
    bool operator==(const Canary&) const = default;
};

/// When to roll back. Without a watch a person says so ("critical security finding").
struct RollbackTrigger {
    QString id;
    QString title;
    std::optional<Watch> watch;
    QString firstStep; ///< tried before a rollback; empty: none
    bool operator==(const RollbackTrigger&) const = default;
};

struct RollbackStep {
    QString title;
    minutes estimate{0};
    std::optional<WallTime> doneAt;
    PersonId doneBy = {};
    bool operator==(const RollbackStep&) const = default;
};

struct RollbackPlan {
    std::vector<RollbackTrigger> triggers;
    std::vector<RollbackStep> steps;
    std::optional<WallTime> rehearsedAt;
    bool operator==(const RollbackPlan&) const = default;
};

/// That it was done.
struct Rollback {
    QString trigger; ///< id in the plan
    QString reason;
    PersonId decidedBy;
    Role role = Role::Sre;
    WallTime startedAt;
    std::vector<RollbackStep> steps;
    bool wasRehearsed = false;
    bool operator==(const Rollback&) const = default;
};

/// In one language.
struct Template {
    QString id;
    int version = 1;
    QString language; ///< "es" or "en"
    QString title;
    QString description;
    std::vector<Section> sections;
    std::vector<ItemPlan> items;
    std::vector<SignOffRule> signOffs;
    CanaryPlan canary;
    RollbackPlan rollback;
    bool operator==(const Template&) const = default;
};

struct Release {
    QString id; ///< a ULID
    QString title;
    QString templateId;
    int templateVersion = 0;
    QString language;
    WallTime createdAt;
    WallTime
        planChangedAt; ///< when last something that the gate could feel was added, changed, removed
    std::optional<WallTime> plannedFor;
    std::optional<WallTime> releasedAt;
    /// What the names in braces of its checks stand for: "host" -> "https://…". No secrets.
    QMap<QString, QString> parameters;
    std::vector<Section> sections;
    std::vector<Item> items; ///< in the order of the sections
    std::vector<SignOffRule> signOffs;
    std::vector<Signature> signatures; ///< in the order of arrival, like all that follow
    std::vector<Override> overrides;
    CanaryPlan canaryPlan;
    Canary canary;
    RollbackPlan rollbackPlan;
    std::vector<Rollback> rollbacks;
    bool isSourceErased = false; ///< the file that it was made from was taken back
    bool operator==(const Release&) const = default;
};

/// Who acts.
struct Actor {
    PersonId person;
    Roles roles;
    bool isAlone = false; ///< one person, without a passphrase: nobody else can be asked for
    bool operator==(const Actor&) const = default;
};

/// A new release of a template; due dates count from `now`. A time that is none (isTime()) becomes the
/// nearest that is.
[[nodiscard]] Release releaseOf(const Template& source, QString id, QString title, WallTime now);

} // namespace release
