// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/signing.h"

#include "release/duties.h"
#include "release/states.h"

#include <algorithm>
#include <map>

namespace release {

namespace {

bool contains(const Roles& roles, Role role)
{
    return std::find(roles.begin(), roles.end(), role) != roles.end();
}

const SignOffRule* ruleNamed(const Release& release, const QString& id)
{
    const auto found = std::find_if(release.signOffs.begin(), release.signOffs.end(),
                                    [&id](const SignOffRule& rule) { return rule.id == id; });
    return found == release.signOffs.end() ? nullptr : &*found;
}

bool isCovered(const Outline& outline, const Release& release, int index, const SignOffRule& rule)
{
    const auto planOf = [&release](int each) -> const ItemPlan& {
        return release.items[static_cast<std::size_t>(each)].plan;
    };
    if (rule.sections.contains(planOf(index).section))
        return true;
    for (int each = index; each >= 0; each = outline.parent(each)) {
        if (rule.items.contains(planOf(each).id.value))
            return true;
    }
    return rule.sections.isEmpty() && rule.items.isEmpty();
}

/// The leaves that are done before a go.
std::vector<const Item*> coveredBy(const Outline& outline, const Release& release,
                                   const SignOffRule& rule)
{
    std::vector<const Item*> covered;
    for (int i = 0; i < static_cast<int>(outline.size()); ++i) {
        const Item& item = release.items[static_cast<std::size_t>(i)];
        if (outline.isLeaf(i) && !outline.isAfterGo(i) && isCovered(outline, release, i, rule))
            covered.push_back(&item);
    }
    return covered;
}

/// Of what is covered, and of what is asked for.
WallTime lastChangeOf(const Release& release, const std::vector<const Item*>& items)
{
    WallTime last = release.planChangedAt;
    for (const Item* item : items)
        last = std::max(last, item->changedAt);
    return last;
}

std::map<PersonId, const Signature*> newestSignatures(const Release& release,
                                                      const SignOffRule& rule)
{
    std::map<PersonId, const Signature*> newest;
    for (const Signature& each : release.signatures) {
        if (each.rule == rule.id)
            newest[each.person] = &each;
    }
    return newest;
}

QStringList ownWork(const std::vector<const Item*>& items, PersonId person)
{
    QStringList own;
    for (const Item* item : items) {
        if (std::find(item->doers.begin(), item->doers.end(), person) != item->doers.end())
            own.append(item->plan.id.value);
    }
    return own;
}

std::vector<PersonId> doersOf(const std::vector<const Item*>& items)
{
    std::vector<PersonId> doers;
    for (const Item* item : items)
        doers.insert(doers.end(), item->doers.begin(), item->doers.end());
    std::sort(doers.begin(), doers.end());
    doers.erase(std::unique(doers.begin(), doers.end()), doers.end());
    return doers;
}

} // namespace

RuleStanding standingOf(const Outline& outline, const Release& release, const SignOffRule& rule)
{
    const auto covered = coveredBy(outline, release, rule);
    const WallTime lastChange = lastChangeOf(release, covered);
    RuleStanding standing;
    standing.barred = doersOf(covered);
    bool isByOneAlone = false;
    for (const auto& [person, signature] : newestSignatures(release, rule)) {
        const bool isBarred =
            !signature->isAlone &&
            std::binary_search(standing.barred.begin(), standing.barred.end(), person);
        if (lastChange >= signature->at || isBarred) {
            ++standing.outdated;
            continue;
        }
        isByOneAlone = isByOneAlone || signature->isAlone;
        if (rule.areRolesDistinct && contains(standing.given, signature->role))
            continue;
        standing.given.push_back(signature->role);
        ++standing.counted;
    }
    if (isByOneAlone)
        standing.counted = std::max(standing.counted, rule.needed);
    if (rule.applies)
        standing.missing = std::max(0, rule.needed - standing.counted);
    return standing;
}

bool isOutdated(const Outline& outline, const Release& release, const Signature& signature)
{
    const SignOffRule* rule = ruleNamed(release, signature.rule);
    return !rule || lastChangeOf(release, coveredBy(outline, release, *rule)) >= signature.at;
}

tl::expected<Signature, Refusal> signedBy(const Outline& outline, const Release& release,
                                          const QString& rule, const Actor& actor, Role role,
                                          QString comment, WallTime now)
{
    const SignOffRule* wanted = ruleNamed(release, rule);
    if (!actor.person.isValid())
        return tl::unexpected(Refusal{.why = Why::NoPerson});
    if (!wanted)
        return tl::unexpected(Refusal{.why = Why::NoSuchRule, .ids = {rule}});
    if (!wanted->applies)
        return tl::unexpected(Refusal{.why = Why::DoesNotApply, .ids = {rule}});
    if (!contains(wanted->roles, role) || !holds(actor, role))
        return tl::unexpected(Refusal{.why = Why::WrongRole, .roles = wanted->roles});
    const auto covered = coveredBy(outline, release, *wanted);
    if (auto own = ownWork(covered, actor.person); !own.isEmpty() && !actor.isAlone)
        return tl::unexpected(Refusal{.why = Why::OwnWork, .ids = std::move(own)});
    const auto newest = newestSignatures(release, *wanted);
    const auto given = newest.find(actor.person);
    const bool isLess = actor.isAlone && given != newest.end() && !given->second->isAlone;
    if (given != newest.end() && lastChangeOf(release, covered) < given->second->at && !isLess)
        return tl::unexpected(Refusal{.why = Why::AlreadyGiven, .ids = {rule}});
    if (wanted->areRolesDistinct && !actor.isAlone &&
        contains(standingOf(outline, release, *wanted).given, role))
        return tl::unexpected(Refusal{.why = Why::SameRole, .roles = {role}});
    // Later than everything that it covers, whatever the clock's step.
    const WallTime at = std::max(now, lastChangeOf(release, covered) + base::milliseconds(1));
    return Signature{.rule = rule,
                     .person = actor.person,
                     .role = role,
                     .at = recordedTime(release, at),
                     .comment = std::move(comment),
                     .isAlone = actor.isAlone};
}

} // namespace release
