// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/changes.h"
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

/// A blocker with a check, done by Ana after another item.
ItemPlan checkedPlan()
{
    ItemPlan each = plan("a", ItemClass::Blocker, {id("first")});
    each.evidence = EvidenceKind::Check;
    each.checks = {{QStringLiteral("health"), {}, CheckKind::Http, {}}};
    return each;
}

/// Verified and signed for.
Release checkedRelease()
{
    auto release =
        releaseWith({plan("first", ItemClass::Optional), checkedPlan()},
                    {{QStringLiteral("s"), {}, false}, {QStringLiteral("t"), {}, false}});
    item(release, "first").state = State::Verified;
    Item& checked = item(release, "a");
    checked.state = State::Verified;
    checked.doers = {kAna.person};
    checked.verifier = kBeto.person;
    checked.evidence.push_back(
        {.kind = EvidenceKind::Check,
         .outcome = Outcome::Passed,
         .run = {.checkId = QStringLiteral("health"), .asked = markOf(checkedPlan().checks[0])},
         .at = kNow});
    release.signOffs.push_back({.id = QStringLiteral("go"), .roles = {Role::Supervisor}});
    release.signatures.push_back(*signedBy(outlineOf(release), release, QStringLiteral("go"),
                                           kCarla, Role::Supervisor, {}, kNow + minutes(1)));
    return release;
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

    // A sign-off that covers nothing waits for nothing.
    void aRuleCoversWhatIsThere()
    {
        auto release = signedRelease();
        SignOffRule rule = release.signOffs.front();
        rule.sections = {QStringLiteral("s"), QStringLiteral("nowhere")};
        rule.items = {QStringLiteral("a"), QStringLiteral("gone")};
        auto refused = withRule(release, rule, kDario, kNow).error();
        QCOMPARE(refused.why, Why::NoSuchSection);
        QCOMPARE(refused.ids, QStringList{QStringLiteral("nowhere")});
        rule.sections.removeLast();
        refused = withRule(release, rule, kDario, kNow).error();
        QCOMPARE(refused.why, Why::NoSuchItem);
        QCOMPARE(refused.ids, QStringList{QStringLiteral("gone")});
        // It was there when the rule was made: another title needs no other rule.
        release.signOffs.front() = rule;
        rule.title = QStringLiteral("Another title");
        QVERIFY(withRule(release, rule, kDario, kNow));
        rule.id = QStringLiteral("new");
        QCOMPARE(withRule(release, rule, kDario, kNow).error().why, Why::NoSuchItem);
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

    // The same blocker with another check, place or worker is another one.
    void whatWasVerifiedIsVerifiedAgain_data()
    {
        QTest::addColumn<ItemPlan>("changed");
        ItemPlan each = checkedPlan();
        each.checks.front().parameters = {{QStringLiteral("status"), 500}};
        QTest::newRow("another expectation") << each;
        each = checkedPlan();
        each.checks.front().kind = CheckKind::Tcp;
        QTest::newRow("another kind") << each;
        each = checkedPlan();
        each.section = QStringLiteral("t");
        QTest::newRow("another section") << each;
        each = checkedPlan();
        each.role = Role::Product;
        QTest::newRow("another role") << each;
        each = checkedPlan();
        each.acceptance = QStringLiteral("less than before");
        QTest::newRow("another criterion") << each;
        each = checkedPlan();
        each.after.clear();
        QTest::newRow("at another time") << each;
    }
    void whatWasVerifiedIsVerifiedAgain()
    {
        QFETCH(const ItemPlan, changed);
        const auto release = checkedRelease();
        QCOMPARE(verdictOf(release), Verdict::Go);
        const WallTime now = kNow + kLater;
        const auto after = *withItem(release, changed, kDario, now);
        const Gate gate =
            gateOf(Outline::of(after), after, {now + minutes(1), {}, LedgerWord::Sound});
        const Item& item = after.items[1];
        QCOMPARE(item.state, State::Done);
        QVERIFY(!item.verifier.isValid());
        QCOMPARE(gate.reasons.front().kind, Reason::Kind::ItemChanged);
        QCOMPARE(gate.reasons.front().when, now);
        QCOMPARE(gate.reasons.back().kind, Reason::Kind::SignatureOutdated);
        const auto again =
            release::changed(outlineOf(after), after, {Step::Verify, id("a"), {}, {}}, kDario, now);
        if (changed.checks == checkedPlan().checks) {
            QCOMPARE(again->state, State::Verified);
            QVERIFY(!again->verifyAnew);
        } else { // nor is what another check found of any worth
            QCOMPARE(again.error().why, Why::EvidenceMissing);
        }
    }

    void whatDidNotApplyIsAskedAnew()
    {
        auto release = signedRelease();
        item(release, "a").state = State::NotApplicable;
        item(release, "a").reason = QStringLiteral("no such service");
        ItemPlan more = planA(ItemClass::Blocker);
        more.acceptance = QStringLiteral("another");
        const auto after = *withItem(release, more, kDario, kNow + kLater);
        QCOMPARE(after.items.front().state, State::Todo);
        QVERIFY(after.items.front().reason.isEmpty());
    }

    // Or the doers of an item, and what failed, would be gone with it, and come back clean.
    void whatSomebodyWorkedOnIsNotRemoved()
    {
        auto release = *withItem(signedRelease(), plan("b", ItemClass::Required), kDario, kNow);
        QVERIFY(withoutItem(release, id("b"), kDario, kNow));
        item(release, "b").doers = {kAna.person};
        QCOMPARE(withoutItem(release, id("b"), kDario, kNow).error(),
                 (Refusal{.why = Why::WorkedOn, .ids = {QStringLiteral("b")}}));
        item(release, "b").doers.clear();
        item(release, "b").evidence.push_back({.outcome = Outcome::Failed});
        QCOMPARE(withoutItem(release, id("b"), kDario, kNow).error().why, Why::WorkedOn);
        item(release, "b").evidence.clear();
        item(release, "b").state = State::Blocked;
        QCOMPARE(withoutItem(release, id("b"), kDario, kNow).error().why, Why::WorkedOn);
    }

    void whatSomebodyWorkedOnBecomesNoParent()
    {
        auto release = signedRelease();
        ItemPlan child = plan("b", ItemClass::Blocker);
        child.parent = id("a");
        QCOMPARE(withItem(release, child, kDario, kNow).error().why, Why::WorkedOn);
        item(release, "a").state = State::Todo;
        QVERIFY(withItem(release, child, kDario, kNow));
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
        auto release =
            *withItem(signedRelease(), plan("b", ItemClass::Required, {id("a")}), kDario, kNow);
        item(release, "a").state = State::Todo;
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

    void howItGoesOutIsPlannedUntilItDoes()
    {
        auto release = releaseWith({planA(ItemClass::Required)});
        release.rollbackPlan.steps = {{QStringLiteral("back"), minutes(5), {}, {}}};
        release.rollbackPlan.rehearsedAt = kNow;
        const CanaryPlan stages{{{10, minutes(30)}, {100, minutes(0)}}, {}};
        const auto with = [&](const CanaryPlan& canary, const RollbackPlan& rollback) {
            return withRollout(release, canary, rollback, kDario, kNow + minutes(1));
        };
        const auto same = with(stages, release.rollbackPlan);
        QVERIFY(same.has_value());
        QCOMPARE(same->canaryPlan, stages);
        QCOMPARE(same->rollbackPlan.rehearsedAt, kNow);
        QCOMPARE(same->planChangedAt, kNow + minutes(1)); // what was signed is another plan
        RollbackPlan longer = release.rollbackPlan;
        longer.steps.push_back({QStringLiteral("look"), minutes(1), {}, {}});
        QVERIFY(!with(stages, longer)->rollbackPlan.rehearsedAt);
        longer.steps.back().estimate = minutes(-1);
        QCOMPARE(with(stages, longer).error().why, Why::NoSuchTime);
        QCOMPARE(with({{{50, minutes(1)}, {20, minutes(1)}}, {}}, {}).error().why,
                 Why::PlanUnsound);
        QCOMPARE(with({{{50, minutes(1)}}, {}}, {}).error().why, Why::PlanUnsound);
        QCOMPARE(withRollout(release, stages, {}, kBeto, kNow).error().why, Why::WrongRole);
        release.canary.status = CanaryStatus::Held;
        QCOMPARE(with(stages, release.rollbackPlan).error().why, Why::WrongState);
    }

    void whatCannotBeAskedIsLeftOut()
    {
        const auto check = [](const char* id, CheckKind kind) {
            return CheckPlan{QString::fromLatin1(id), QStringLiteral("T"), kind, {}};
        };
        std::vector<ItemPlan> items{planA(ItemClass::Blocker), planA(ItemClass::Required)};
        for (ItemPlan& each : items)
            each.evidence = EvidenceKind::Check;
        items[0].checks = {check("health", CheckKind::Http), check("rules", CheckKind::AlertRules)};
        items[1].checks = {check("rules", CheckKind::AlertRules)};
        const auto before = items;
        QVERIFY(leaveOut(items, [](const CheckPlan&) { return true; }).empty());
        QCOMPARE(items, before);
        const auto left = leaveOut(
            items, [](const CheckPlan& each) { return each.kind != CheckKind::AlertRules; });
        QCOMPARE(left.size(), std::size_t{2});
        QCOMPARE(left[0].checks, QStringList(QStringLiteral("T")));
        QCOMPARE(items[0].checks.size(), std::size_t{1});
        QCOMPARE(items[0].evidence, EvidenceKind::Check);
        QVERIFY(items[1].checks.empty());
        QCOMPARE(items[1].evidence, EvidenceKind::Pasted);
    }

    void whatIsAskedIsOneLine()
    {
        ItemPlan each = planA(ItemClass::Blocker);
        QVERIFY(gateText(each).startsWith(QStringLiteral("blocker - 0 before - - ")));
        each.evidence = EvidenceKind::Check;
        each.evidenceValidity = minutes(1440);
        each.checks = {{QStringLiteral("health"), {}, CheckKind::Http, {}},
                       {QStringLiteral("chat"), {}, CheckKind::Http, {}}};
        const QString text = gateText(each);
        QVERIFY(text.startsWith(QStringLiteral("blocker check 1440 before - health,chat ")));
        QCOMPARE(text.size() - text.lastIndexOf(u' ') - 1, 64);
        each.checks.front().parameters = {{QStringLiteral("status"), 500}};
        QVERIFY(gateText(each) != text);
        QCOMPARE(gateText(SignOffRule{
                     .id = QStringLiteral("x"), .roles = {Role::Qa, Role::Sre}, .needed = 2}),
                 QStringLiteral("2 qa,sre - applies"));
    }
};

RELEVO_TEST(PlanningTest)
#include "planning_test.moc"
