// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/changes.h"
#include "release/gate.h"
#include "release/schedule.h"
#include "release/signing.h"
#include "release/states.h"
#include "support/runner.h"
#include "unit/release/release_fixture.h"

#include <QElapsedTimer>

#include <algorithm>

using namespace release;
using namespace release_test;
using ReasonKind = Reason::Kind;

namespace {

Gate gateAt(const Release& release, WallTime now = kNow, std::vector<FreezeWindow> freezes = {},
            LedgerWord ledger = LedgerWord::Sound)
{
    return gateOf(Outline::of(release), release, {now, std::move(freezes), ledger});
}

QStringList keys(const Gate& gate)
{
    QStringList keys;
    for (const Reason& reason : gate.reasons)
        keys.append(keyOf(reason));
    return keys;
}

QStringList one(const char* key)
{
    return {QString::fromLatin1(key)};
}

Release withStates(State blocker, State required, State optional)
{
    auto release = releaseWith({plan("b", ItemClass::Blocker), plan("r", ItemClass::Required),
                                plan("o", ItemClass::Optional)});
    item(release, "b").state = blocker;
    item(release, "r").state = required;
    item(release, "o").state = optional;
    return release;
}

Override wish(WallTime until = kNow + minutes(60))
{
    return {QStringLiteral("o1"), QStringLiteral("the fair opens"), {}, {}, until};
}

/// Asked for by the supervisor and approved by the dev lead.
Override overrideOf(const Release& release, WallTime now = kNow)
{
    const auto asked =
        overrideAsked(gateAt(release, now), release, wish(), kCarla, Role::Supervisor, now);
    return *overrideApproved(release, *asked, kDario, Role::DevLead, now);
}

} // namespace

class GateTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void noItemsIsNeverGo()
    {
        QCOMPARE(keys(gateAt(releaseWith({}))), one("no_items"));
        auto release = releaseWith({plan("o", ItemClass::Optional)});
        QCOMPARE(keys(gateAt(release)), one("no_items"));
        release = releaseWith({plan("b", ItemClass::Blocker)});
        item(release, "b").state = State::NotApplicable;
        QCOMPARE(keys(gateAt(release)), one("no_items"));
        QCOMPARE(overrideAsked(gateAt(release), release, wish(), kCarla, Role::Supervisor, kNow)
                     .error()
                     .why,
                 Why::CannotOverride);
    }

    void blockersAreVerifiedAndTheOthersDone()
    {
        using enum State;
        QCOMPARE(gateAt(withStates(Verified, Done, Todo)).verdict, Verdict::Go);
        QCOMPARE(gateAt(withStates(Verified, Verified, Failed)).verdict, Verdict::Go);
        QCOMPARE(keys(gateAt(withStates(Done, Done, Todo))), one("item_unverified:b"));
        QCOMPARE(keys(gateAt(withStates(Failed, Doing, Todo))),
                 (QStringList{QStringLiteral("item_failed:b"), QStringLiteral("item_open:r")}));
        QCOMPARE(keys(gateAt(withStates(NotApplicable, Blocked, Todo))), one("item_blocked:r"));
    }

    void aReasonSaysWhatWouldTurnIt()
    {
        auto release = withStates(State::Done, State::Todo, State::Todo);
        item(release, "b").doers = {kAna.person};
        item(release, "b").plan.role = Role::Sre;
        item(release, "r").plan.role = Role::Legal;
        const Gate gate = gateAt(release);
        QCOMPARE(gate.reasons[0].remedy, Remedy::Verify);
        QCOMPARE(gate.reasons[0].notBy, std::vector{kAna.person});
        QVERIFY(std::count(gate.reasons[0].roles.begin(), gate.reasons[0].roles.end(), Role::Qa));
        QCOMPARE(gate.reasons[1].remedy, Remedy::Finish);
        QCOMPARE(gate.reasons[1].roles, Roles{Role::Legal});
    }

    void waiversAndEvidenceLapse()
    {
        auto release = withStates(State::Waived, State::Done, State::Todo);
        item(release, "b").waiver = Waiver{{}, {3}, Role::Supervisor, kNow, kNow + minutes(90)};
        item(release, "r").evidence.push_back({.at = kNow, .validFor = minutes(30)});
        QCOMPARE(gateAt(release).verdict, Verdict::Go);
        QCOMPARE(gateAt(release).until, kNow + minutes(30));
        QCOMPARE(keys(gateAt(release, kNow + minutes(30))), one("evidence_expired:r"));
        QCOMPARE(keys(gateAt(release, kNow + minutes(90))),
                 (QStringList{QStringLiteral("waiver_expired:b"),
                              QStringLiteral("evidence_expired:r")}));
        item(release, "r").evidence.back().outcome = Outcome::Failed;
        QCOMPARE(keys(gateAt(release)), one("evidence_failed:r"));
        item(release, "r").evidence.clear();
        item(release, "r").plan.evidence = EvidenceKind::Link;
        QCOMPARE(keys(gateAt(release)), one("evidence_missing:r"));
    }

    void itemsAfterTheGoAreNotAsked()
    {
        auto release = withStates(State::Verified, State::Todo, State::Todo);
        item(release, "r").plan.isAfterGo = true;
        QCOMPARE(gateAt(release).verdict, Verdict::Go);
    }

    void signaturesAreAskedFor()
    {
        auto release = withStates(State::Verified, State::Done, State::Todo);
        release.signOffs.push_back({.id = QStringLiteral("sre"), .roles = {Role::Sre}});
        QCOMPARE(keys(gateAt(release)), one("signature_missing:sre"));
        QCOMPARE(gateAt(release).reasons[0].missing, 1);
        const WallTime later = kNow + minutes(1);
        release.signatures.push_back(*signedBy(outlineOf(release), release, QStringLiteral("sre"),
                                               kAna, Role::Sre, {}, later));
        QCOMPARE(gateAt(release, later).verdict, Verdict::Go);
        item(release, "r").changedAt = later + minutes(1);
        QCOMPARE(keys(gateAt(release, later + minutes(1))), one("signature_outdated:sre"));
    }

    void aFreezeWindowIsNoTimeToRelease()
    {
        auto release = withStates(State::Verified, State::Done, State::Todo);
        const std::vector<FreezeWindow> fair{
            {QStringLiteral("fair"), {}, kNow + minutes(10), kNow + minutes(20)}};
        QCOMPARE(gateAt(release, kNow, fair).verdict, Verdict::Go);
        QCOMPARE(gateAt(release, kNow, fair).until, kNow + minutes(10));
        QCOMPARE(keys(gateAt(release, kNow + minutes(10), fair)), one("frozen:fair"));
        QCOMPARE(gateAt(release, kNow + minutes(20), fair).verdict, Verdict::Go);
        release.plannedFor = kNow + minutes(15);
        QCOMPARE(keys(gateAt(release, kNow, fair)), one("frozen:fair"));
    }

    // Or whoever wants to release inside one would only have to plan it for later.
    void aLaterDateIsNoWayAroundAFreezeWindow()
    {
        auto release = withStates(State::Verified, State::Done, State::Todo);
        const std::vector<FreezeWindow> fair{
            {QStringLiteral("fair"), {}, kNow - minutes(10), kNow + minutes(20)}};
        release.plannedFor = kNow + minutes(60);
        QCOMPARE(keys(gateAt(release, kNow, fair)), one("frozen:fair"));
        QCOMPARE(gateAt(release, kNow + minutes(20), fair).verdict, Verdict::Go);
    }

    void whoLetsItOutIsJudgedByNowAlone()
    {
        auto release = withStates(State::Verified, State::Done, State::Todo);
        const std::vector<FreezeWindow> fair{
            {QStringLiteral("fair"), {}, kNow + minutes(10), kNow + minutes(20)}};
        release.plannedFor = kNow + minutes(15);
        const auto outNow = [&](WallTime now) {
            return gateOf(Outline::of(release), release,
                          {.now = now, .freezes = fair, .goesOut = GoesOut::Now});
        };
        QCOMPARE(outNow(kNow).verdict, Verdict::Go);
        QCOMPARE(outNow(kNow).until, kNow + minutes(10));
        QCOMPARE(keys(outNow(kNow + minutes(12))), one("frozen:fair"));
    }

    void aClockSetBackIsSeen()
    {
        const auto release = withStates(State::Verified, State::Done, State::Todo);
        const Gate gate = gateAt(release, kNow - minutes(1));
        QCOMPARE(keys(gate), one("clock_back"));
        QCOMPARE(gate.reasons[0].when, kNow);
    }

    void aDamagedLedgerAndAnUnsoundPlanAreFinal()
    {
        auto release = withStates(State::Verified, State::Done, State::Todo);
        const Gate damaged = gateAt(release, kNow, {}, LedgerWord::Damaged);
        QCOMPARE(keys(damaged), one("ledger_damaged"));
        QCOMPARE(
            overrideAsked(damaged, release, wish(), kCarla, Role::Supervisor, kNow).error().why,
            Why::CannotOverride);
        item(release, "b").plan.after = {id("b")};
        QCOMPARE(keys(gateAt(release)), one("plan_unsound:cycle"));
    }

    void anOverrideNeedsTwoPersonsInTwoRoles()
    {
        auto release = withStates(State::Failed, State::Done, State::Todo);
        const Gate gate = gateAt(release);
        const auto ask = [&](const Actor& actor, Role role, Override wanted) {
            return overrideAsked(gate, release, std::move(wanted), actor, role, kNow);
        };
        QCOMPARE(ask(kBeto, Role::Qa, wish()).error().why, Why::WrongRole);
        QCOMPARE(ask(kCarla, Role::DevLead, wish()).error().why, Why::WrongRole);
        QCOMPARE(ask(kCarla, Role::Supervisor, wish(kNow)).error().why, Why::ExpiryMissing);
        Override noReason = wish();
        noReason.reason.clear();
        QCOMPARE(ask(kCarla, Role::Supervisor, noReason).error().why, Why::ReasonMissing);

        const auto asked = ask(kCarla, Role::Supervisor, wish());
        release.overrides = {*asked};
        QCOMPARE(gateAt(release).verdict, Verdict::NoGo);
        const auto approve = [&](const Actor& actor, Role role) {
            return overrideApproved(release, *asked, actor, role, kNow);
        };
        const Actor carlaToo{kCarla.person, {Role::Supervisor, Role::DevLead}};
        QCOMPARE(approve(carlaToo, Role::DevLead).error().why, Why::AlreadyGiven);
        QCOMPARE(approve({{8}, {Role::Supervisor}}, Role::Supervisor).error().why, Why::SameRole);
        release.overrides = {*approve(kDario, Role::DevLead)};
        const Gate over = gateAt(release);
        QCOMPARE(over.verdict, Verdict::GoByOverride);
        QCOMPARE(keys(over), one("item_failed:b")); // it stays visible
        QVERIFY(over.reasons[0].isCovered);
        QCOMPARE(over.until, kNow + minutes(60));
    }

    void whoIsAloneOverridesAlone()
    {
        auto release = withStates(State::Todo, State::Done, State::Done);
        Actor alone = kCarla;
        alone.isAlone = true;
        const auto ask = [&](const Actor& actor) {
            return *overrideAsked(gateAt(release), release, wish(), actor, Role::Supervisor, kNow);
        };
        QVERIFY(!isInForce(ask(kCarla), kNow));
        release.overrides = {ask(alone)};
        QCOMPARE(gateAt(release).verdict, Verdict::GoByOverride);
        QVERIFY(!isInForce(release.overrides.front(), kNow + minutes(60)));
    }

    void anOverrideEndsAndCoversOnlyWhatWasKnown()
    {
        auto release = withStates(State::Failed, State::Done, State::Todo);
        release.overrides = {overrideOf(release)};
        QCOMPARE(gateAt(release, kNow + minutes(59)).verdict, Verdict::GoByOverride);
        QCOMPARE(gateAt(release, kNow + minutes(60)).verdict, Verdict::NoGo);
        item(release, "r").state = State::Failed;
        QCOMPARE(gateAt(release).verdict, Verdict::NoGo);
        item(release, "r").state = State::Done;
        item(release, "b").state = State::Verified;
        QCOMPARE(gateAt(release).verdict, Verdict::Go);
        QCOMPARE(overrideAsked(gateAt(release), release, wish(), kCarla, Role::Supervisor, kNow)
                     .error()
                     .why,
                 Why::NothingToCover);
    }

    void anOverrideCoversNoMoreThanWasMissing()
    {
        auto release = withStates(State::Verified, State::Done, State::Todo);
        release.signOffs.push_back(
            {.id = QStringLiteral("two"), .roles = {Role::Sre, Role::Qa}, .needed = 1});
        item(release, "r").plan.checks = {{QStringLiteral("x"), {}, CheckKind::Http, {}},
                                          {QStringLiteral("y"), {}, CheckKind::Http, {}}};
        const auto fail = [&release](const char* check) {
            item(release, "r")
                .evidence.push_back({.kind = EvidenceKind::Check,
                                     .outcome = Outcome::Failed,
                                     .run = {.checkId = QString::fromLatin1(check)},
                                     .at = kNow});
        };
        fail("x");
        release.overrides = {overrideOf(release)};
        QCOMPARE(release.overrides[0].covers,
                 (QStringList{QStringLiteral("evidence_failed:r:x"),
                              QStringLiteral("signature_missing:two:1")}));
        QCOMPARE(gateAt(release).verdict, Verdict::GoByOverride);
        release.signOffs[0].needed = 2;
        QCOMPARE(gateAt(release).verdict, Verdict::NoGo);
        release.signOffs[0].needed = 1;
        fail("y");
        QCOMPARE(gateAt(release).verdict, Verdict::NoGo);
        // With fewer it holds.
        item(release, "r").evidence.clear();
        QCOMPARE(gateAt(release).verdict, Verdict::GoByOverride);
    }

    void anOverrideEndsInNinetyDaysAtMost()
    {
        const auto release = withStates(State::Failed, State::Done, State::Todo);
        const auto until = [&](minutes time) {
            return overrideAsked(gateAt(release), release, wish(kNow + time), kCarla,
                                 Role::Supervisor, kNow);
        };
        QVERIFY(until(kLongestHold));
        QCOMPARE(until(kLongestHold + minutes(1)).error(),
                 (Refusal{.why = Why::TooFar, .until = kNow + kLongestHold}));
    }

    // One tick of a release of 5,000 items: the change, the gate, the times. The bound is far above
    // what it takes, and far below what a square of the items would.
    void fiveThousandItemsAreAnsweredAtOnce()
    {
        std::vector<ItemPlan> plans;
        for (int i = 0; i < 5000; ++i) {
            plans.push_back(plan(qPrintable(QString::number(i)), ItemClass::Blocker));
            plans.back().estimate = minutes(5);
            if (i % 10 != 0)
                plans.back().after.push_back(plans[static_cast<std::size_t>(i) - 1].id);
        }
        auto release = releaseWith(plans);
        QElapsedTimer timer;
        timer.start();
        const auto outline = Outline::of(release);
        release.items[0] = *changed(*outline, release, {Step::Finish, id("0"), {}, {}}, kAna, kNow);
        QCOMPARE(gateAt(release).reasons.size(), std::size_t(5000));
        QCOMPARE(scheduleOf(*outline, release, kNow).criticalPath.size(), std::size_t(10));
        qInfo("%lld ms", timer.elapsed());
        QVERIFY(timer.elapsed() < 2000);
    }

    void whateverTheStatesAFailingBlockerIsNeverGo();
};

// Chance states, waivers and evidence against the rule written as one sentence.
void GateTest::whateverTheStatesAFailingBlockerIsNeverGo()
{
    base::SeededRandom random(printedSeed());
    int goes = 0;
    for (int round = 0; round < 20'000; ++round) {
        std::vector<ItemPlan> plans;
        const int size = chosen(random, 4);
        for (int i = 0; i < size; ++i)
            plans.push_back(
                plan(qPrintable(QString::number(i)), static_cast<ItemClass>(chosen(random, 3))));
        auto release = releaseWith(plans);
        for (Item& each : release.items) {
            each.state =
                chosen(random, 2) ? State::Verified : static_cast<State>(chosen(random, 8));
            each.waiver =
                Waiver{{}, {3}, Role::Supervisor, kNow, kNow + minutes(chosen(random, 20) - 5)};
            if (chosen(random, 3) == 0)
                each.evidence.push_back({.outcome = static_cast<Outcome>(chosen(random, 3)),
                                         .at = kNow - minutes(10),
                                         .validFor = minutes(chosen(random, 20))});
        }
        bool mayGo = false;
        bool mustNot = false;
        for (const Item& each : release.items) {
            const State state = stateAt(each, kNow);
            const bool saysDone = state == State::Done || state == State::Verified;
            const bool isShown =
                each.evidence.empty() || (each.evidence.back().outcome != Outcome::Failed &&
                                          !isExpired(each.evidence.back(), kNow));
            const bool isFine =
                (isConfirmed(state) ||
                 (state == State::Done && each.plan.itemClass == ItemClass::Required)) &&
                (isShown || !saysDone);
            if (each.plan.itemClass == ItemClass::Optional)
                continue;
            mayGo = mayGo || state != State::NotApplicable;
            mustNot = mustNot || !isFine;
        }
        const Gate gate = gateAt(release);
        QCOMPARE(gate.verdict, mayGo && !mustNot ? Verdict::Go : Verdict::NoGo);
        QCOMPARE(gate.reasons.empty(), gate.verdict == Verdict::Go);
        goes += gate.verdict == Verdict::Go ? 1 : 0;
    }
    QVERIFY(goes > 200);
}

RELEVO_TEST(GateTest)
#include "gate_test.moc"
