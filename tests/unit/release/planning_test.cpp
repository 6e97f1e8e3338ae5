// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/gate.h"
#include "release/planning.h"
#include "release/signing.h"
#include "support/runner.h"
#include "unit/release/release_fixture.h"

using namespace release;
using namespace release_test;

namespace {

constexpr minutes kLater{5};

/// One verified blocker "a", signed for by Carla.
Release signedRelease()
{
    auto release = releaseWith({plan("a", ItemClass::Blocker)});
    item(release, "a").state = State::Verified;
    release.signOffs.push_back({.id = QStringLiteral("go"), .roles = {Role::Supervisor}});
    release.signatures.push_back(*signedBy(outlineOf(release), release, QStringLiteral("go"),
                                           kCarla, Role::Supervisor, {}, kNow + minutes(1)));
    return release;
}

Verdict verdictOf(const Release& release)
{
    return gateOf(Outline::of(release), release, {kNow + kLater, {}, LedgerWord::Sound}).verdict;
}

ItemPlan planA(ItemClass itemClass)
{
    return plan("a", itemClass);
}

} // namespace

class PlanningTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlySomeMayPlan()
    {
        const auto release = signedRelease();
        QCOMPARE(withItem(release, planA(ItemClass::Optional), kAna, kNow).error().why,
                 Why::WrongRole);
        QCOMPARE(withoutItem(release, id("a"), kBeto, kNow).error().why, Why::WrongRole);
        QCOMPARE(withoutRule(release, QStringLiteral("go"), {}, kNow).error().why, Why::NoPerson);
        QCOMPARE(withRule(release, {}, kDario, kNow).error().why, Why::ReasonMissing);
        QCOMPARE(withoutItem(release, id("x"), kDario, kNow).error().why, Why::NoSuchItem);
        QCOMPARE(withoutRule(release, QStringLiteral("x"), kDario, kNow).error().why,
                 Why::NoSuchRule);
    }

    // What was signed is what is released.
    void aChangeThatTheGateFeelsVoidsTheSignatures()
    {
        const auto release = signedRelease();
        QCOMPARE(verdictOf(release), Verdict::Go);
        const WallTime now = kNow + kLater;
        QCOMPARE(verdictOf(*withItem(release, planA(ItemClass::Required), kDario, now)),
                 Verdict::NoGo);
        ItemPlan more = planA(ItemClass::Blocker);
        more.acceptance = QStringLiteral("less than before");
        QCOMPARE(verdictOf(*withItem(release, more, kDario, now)), Verdict::NoGo);
        QCOMPARE(verdictOf(*withItem(release, plan("b", ItemClass::Optional), kDario, now)),
                 Verdict::NoGo);
        SignOffRule rule = release.signOffs.front();
        rule.sections = {QStringLiteral("s")};
        QCOMPARE(verdictOf(*withRule(release, rule, kDario, now)), Verdict::NoGo);
    }

    void aChangeThatItDoesNotFeelVoidsNothing()
    {
        ItemPlan other = planA(ItemClass::Blocker);
        other.title = QStringLiteral("clearer");
        other.estimate = minutes(30);
        other.priority = Priority::High;
        const auto release = signedRelease();
        const auto changed = withItem(release, other, kDario, kNow + kLater);
        QCOMPARE(verdictOf(*changed), Verdict::Go);
        QCOMPARE(changed->items.front().plan, other);
        QCOMPARE(changed->items.front().state, State::Verified);
    }

    void aNewItemStandsLastInItsSection()
    {
        auto release = releaseWith(
            {plan("a", ItemClass::Blocker, {}, "1"), plan("c", ItemClass::Blocker, {}, "2")},
            {{QStringLiteral("1"), {}, false}, {QStringLiteral("2"), {}, false}});
        auto added = plan("b", ItemClass::Required, {}, "1");
        added.dueWithin = minutes(60);
        release = *withItem(release, added, kDario, kNow + kLater);
        QCOMPARE(release.items[1].plan.id, id("b"));
        QCOMPARE(release.items[1].due, kNow + kLater + minutes(60));
    }

    void anUnsoundPlanIsRefused()
    {
        const auto release =
            *withItem(signedRelease(), plan("b", ItemClass::Required, {id("a")}), kDario, kNow);
        const auto cycle =
            withItem(release, plan("a", ItemClass::Blocker, {id("b")}), kDario, kNow);
        QCOMPARE(cycle.error().why, Why::PlanUnsound);
        QCOMPARE(cycle.error().ids.size(), 2);
        QCOMPARE(withoutItem(release, id("a"), kDario, kNow).error().why, Why::PlanUnsound);
        QCOMPARE(withItem(release, plan("c", ItemClass::Blocker, {}, "nowhere"), kDario, kNow)
                     .error()
                     .why,
                 Why::PlanUnsound);
    }

    void whatIsAskedIsOneLine()
    {
        ItemPlan each = planA(ItemClass::Blocker);
        QCOMPARE(gateText(each), QStringLiteral("blocker - 0 before - -"));
        each.evidence = EvidenceKind::Check;
        each.evidenceValidity = minutes(1440);
        each.checks = {{QStringLiteral("health"), {}, CheckKind::Http, {}},
                       {QStringLiteral("chat"), {}, CheckKind::Http, {}}};
        QCOMPARE(gateText(each), QStringLiteral("blocker check 1440 before - health,chat"));
        QCOMPARE(gateText(SignOffRule{
                     .id = QStringLiteral("x"), .roles = {Role::Qa, Role::Sre}, .needed = 2}),
                 QStringLiteral("2 qa,sre - applies"));
    }
};

RELEVO_TEST(PlanningTest)
#include "planning_test.moc"
