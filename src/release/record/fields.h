// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of each value under the names that they have where they are kept. A name is never changed
// or used again; a field that a record does not have keeps its default, so that what an older program
// wrote is still read.
#pragma once

#include "release/values.h"

#include <tuple>

namespace release {

template <class T, class Value>
struct Kept {
    const char* name;
    Value T::*member;
};
template <class T, class Value>
Kept(const char*, Value T::*) -> Kept<T, Value>;

/// kAll: a tuple of Kept.
template <class T>
struct FieldsOf;

template <>
struct FieldsOf<CheckPlan> {
    static constexpr std::tuple kAll{Kept{"id", &CheckPlan::id}, Kept{"title", &CheckPlan::title},
                                     Kept{"kind", &CheckPlan::kind},
                                     Kept{"parameters", &CheckPlan::parameters}};
};
template <>
struct FieldsOf<ItemPlan> {
    static constexpr std::tuple kAll{Kept{"id", &ItemPlan::id},
                                     Kept{"section", &ItemPlan::section},
                                     Kept{"parent", &ItemPlan::parent},
                                     Kept{"title", &ItemPlan::title},
                                     Kept{"acceptance", &ItemPlan::acceptance},
                                     Kept{"class", &ItemPlan::itemClass},
                                     Kept{"priority", &ItemPlan::priority},
                                     Kept{"role", &ItemPlan::role},
                                     Kept{"estimate", &ItemPlan::estimate},
                                     Kept{"due_within", &ItemPlan::dueWithin},
                                     Kept{"after", &ItemPlan::after},
                                     Kept{"tags", &ItemPlan::tags},
                                     Kept{"evidence", &ItemPlan::evidence},
                                     Kept{"evidence_validity", &ItemPlan::evidenceValidity},
                                     Kept{"checks", &ItemPlan::checks},
                                     Kept{"after_go", &ItemPlan::isAfterGo}};
};
template <>
struct FieldsOf<Section> {
    static constexpr std::tuple kAll{Kept{"id", &Section::id}, Kept{"title", &Section::title},
                                     Kept{"waits", &Section::waitsForPrevious}};
};
template <>
struct FieldsOf<CheckRun> {
    static constexpr std::tuple kAll{
        Kept{"check", &CheckRun::checkId},      Kept{"asked", &CheckRun::asked},
        Kept{"exit_code", &CheckRun::exitCode}, Kept{"http_status", &CheckRun::httpStatus},
        Kept{"duration", &CheckRun::duration},  Kept{"host", &CheckRun::host}};
};
template <>
struct FieldsOf<Evidence> {
    static constexpr std::tuple kAll{Kept{"id", &Evidence::id},
                                     Kept{"kind", &Evidence::kind},
                                     Kept{"outcome", &Evidence::outcome},
                                     Kept{"title", &Evidence::title},
                                     Kept{"text", &Evidence::text},
                                     Kept{"file", &Evidence::fileHash},
                                     Kept{"value", &Evidence::value},
                                     Kept{"run", &Evidence::run},
                                     Kept{"by", &Evidence::by},
                                     Kept{"at", &Evidence::at},
                                     Kept{"valid_for", &Evidence::validFor},
                                     Kept{"erased", &Evidence::isErased}};
};
template <>
struct FieldsOf<Waiver> {
    static constexpr std::tuple kAll{
        Kept{"reason", &Waiver::reason}, Kept{"approver", &Waiver::approver},
        Kept{"role", &Waiver::role}, Kept{"at", &Waiver::at}, Kept{"until", &Waiver::until}};
};
template <>
struct FieldsOf<Comment> {
    static constexpr std::tuple kAll{Kept{"by", &Comment::by}, Kept{"at", &Comment::at},
                                     Kept{"text", &Comment::text}};
};
template <>
struct FieldsOf<Item> {
    static constexpr std::tuple kAll{Kept{"plan", &Item::plan},
                                     Kept{"state", &Item::state},
                                     Kept{"owner", &Item::owner},
                                     Kept{"due", &Item::due},
                                     Kept{"actual", &Item::actual},
                                     Kept{"doers", &Item::doers},
                                     Kept{"verifier", &Item::verifier},
                                     Kept{"reason", &Item::reason},
                                     Kept{"waiver", &Item::waiver},
                                     Kept{"evidence", &Item::evidence},
                                     Kept{"discussion", &Item::discussion},
                                     Kept{"changed_at", &Item::changedAt},
                                     Kept{"verify_anew", &Item::verifyAnew}};
};
template <>
struct FieldsOf<SignOffRule> {
    static constexpr std::tuple kAll{Kept{"id", &SignOffRule::id},
                                     Kept{"title", &SignOffRule::title},
                                     Kept{"roles", &SignOffRule::roles},
                                     Kept{"needed", &SignOffRule::needed},
                                     Kept{"distinct_roles", &SignOffRule::areRolesDistinct},
                                     Kept{"sections", &SignOffRule::sections},
                                     Kept{"items", &SignOffRule::items},
                                     Kept{"applies", &SignOffRule::applies},
                                     Kept{"condition", &SignOffRule::condition}};
};
template <>
struct FieldsOf<Signature> {
    static constexpr std::tuple kAll{
        Kept{"rule", &Signature::rule},       Kept{"person", &Signature::person},
        Kept{"role", &Signature::role},       Kept{"at", &Signature::at},
        Kept{"comment", &Signature::comment}, Kept{"proved", &Signature::isProved},
        Kept{"alone", &Signature::isAlone}};
};
template <>
struct FieldsOf<FreezeWindow> {
    static constexpr std::tuple kAll{
        Kept{"id", &FreezeWindow::id}, Kept{"title", &FreezeWindow::title},
        Kept{"from", &FreezeWindow::from}, Kept{"until", &FreezeWindow::until}};
};
template <>
struct FieldsOf<Approval> {
    static constexpr std::tuple kAll{
        Kept{"person", &Approval::person}, Kept{"role", &Approval::role}, Kept{"at", &Approval::at},
        Kept{"proved", &Approval::isProved}, Kept{"alone", &Approval::isAlone}};
};
template <>
struct FieldsOf<Override> {
    static constexpr std::tuple kAll{Kept{"id", &Override::id}, Kept{"reason", &Override::reason},
                                     Kept{"covers", &Override::covers},
                                     Kept{"approvals", &Override::approvals},
                                     Kept{"until", &Override::until}};
};
template <>
struct FieldsOf<Watch> {
    static constexpr std::tuple kAll{Kept{"id", &Watch::id},
                                     Kept{"title", &Watch::title},
                                     Kept{"figure", &Watch::figure},
                                     Kept{"side", &Watch::side},
                                     Kept{"limit", &Watch::limit},
                                     Kept{"of_baseline", &Watch::isOfBaseline},
                                     Kept{"growing", &Watch::andGrowing},
                                     Kept{"sustained", &Watch::sustained}};
};
template <>
struct FieldsOf<CanaryStage> {
    static constexpr std::tuple kAll{Kept{"percent", &CanaryStage::percent},
                                     Kept{"at_least", &CanaryStage::atLeast}};
};
template <>
struct FieldsOf<CanaryPlan> {
    static constexpr std::tuple kAll{Kept{"stages", &CanaryPlan::stages},
                                     Kept{"watches", &CanaryPlan::watches}};
};
template <>
struct FieldsOf<Canary> {
    static constexpr std::tuple kAll{Kept{"status", &Canary::status}, Kept{"stage", &Canary::stage},
                                     Kept{"since", &Canary::stageSince}};
};
template <>
struct FieldsOf<RollbackTrigger> {
    static constexpr std::tuple kAll{
        Kept{"id", &RollbackTrigger::id}, Kept{"title", &RollbackTrigger::title},
        Kept{"watch", &RollbackTrigger::watch}, Kept{"first_step", &RollbackTrigger::firstStep}};
};
template <>
struct FieldsOf<RollbackStep> {
    static constexpr std::tuple kAll{
        Kept{"title", &RollbackStep::title}, Kept{"estimate", &RollbackStep::estimate},
        Kept{"done_at", &RollbackStep::doneAt}, Kept{"done_by", &RollbackStep::doneBy}};
};
template <>
struct FieldsOf<RollbackPlan> {
    static constexpr std::tuple kAll{Kept{"triggers", &RollbackPlan::triggers},
                                     Kept{"steps", &RollbackPlan::steps},
                                     Kept{"rehearsed_at", &RollbackPlan::rehearsedAt}};
};
template <>
struct FieldsOf<Rollback> {
    static constexpr std::tuple kAll{
        Kept{"trigger", &Rollback::trigger},       Kept{"reason", &Rollback::reason},
        Kept{"decided_by", &Rollback::decidedBy},  Kept{"role", &Rollback::role},
        Kept{"started_at", &Rollback::startedAt},  Kept{"steps", &Rollback::steps},
        Kept{"rehearsed", &Rollback::wasRehearsed}};
};
/// Without its items, which are records of their own.
template <>
struct FieldsOf<Release> {
    static constexpr std::tuple kAll{Kept{"id", &Release::id},
                                     Kept{"title", &Release::title},
                                     Kept{"template", &Release::templateId},
                                     Kept{"template_version", &Release::templateVersion},
                                     Kept{"language", &Release::language},
                                     Kept{"created_at", &Release::createdAt},
                                     Kept{"plan_changed_at", &Release::planChangedAt},
                                     Kept{"planned_for", &Release::plannedFor},
                                     Kept{"released_at", &Release::releasedAt},
                                     Kept{"parameters", &Release::parameters},
                                     Kept{"sections", &Release::sections},
                                     Kept{"sign_offs", &Release::signOffs},
                                     Kept{"signatures", &Release::signatures},
                                     Kept{"overrides", &Release::overrides},
                                     Kept{"canary_plan", &Release::canaryPlan},
                                     Kept{"canary", &Release::canary},
                                     Kept{"rollback_plan", &Release::rollbackPlan},
                                     Kept{"rollbacks", &Release::rollbacks},
                                     Kept{"source_erased", &Release::isSourceErased}};
};

} // namespace release
