// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/rollout/canary.h"
#include "release/rollout/out_times.h"
#include "release/rollout/rollback.h"
#include "support/runner.h"
#include "unit/release/release_fixture.h"

#include <algorithm>
#include <cmath>

using namespace release;
using namespace release_test;

namespace {

const QString kErrors = QStringLiteral("errors");

Watch errorsWatch(minutes sustained = minutes(0))
{
    return {.id = kErrors, .title = {}, .figure = kErrors, .limit = 0.005, .sustained = sustained};
}

/// One value a minute, the last now.
Readings lately(const std::vector<double>& values, WallTime now = kNow)
{
    Readings readings;
    auto& series = readings.series[kErrors];
    for (std::size_t i = 0; i < values.size(); ++i)
        series.push_back({now - minutes(values.size() - 1 - i), values[i]});
    return readings;
}

CanaryPlan stages()
{
    return {{{1, minutes(30)}, {5, minutes(30)}, {25, minutes(60)}, {100, minutes(60)}},
            {errorsWatch()}};
}

tl::expected<Canary, Refusal> decide(const Canary& canary, Decision decision, double errors,
                                     WallTime now, const char* reason = "",
                                     const Actor& actor = kAna, Verdict gate = Verdict::Go)
{
    const auto advice = advised(stages(), canary, lately({errors}, now), now);
    return decided(stages(), canary, decision, advice, gate, QString::fromLatin1(reason), actor,
                   now);
}

} // namespace

class RolloutTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aLimitIsPassedForLongEnough_data()
    {
        QTest::addColumn<std::vector<double>>("values");
        QTest::addColumn<WatchState>("state");
        const auto row = [](const char* name, const std::vector<double>& values, WatchState state) {
            QTest::newRow(name) << values << state;
        };
        row("nothing", {}, WatchState::NoData);
        row("fine", {0.001}, WatchState::Fine);
        row("at the limit", {0.005, 0.005, 0.005, 0.005, 0.005, 0.005}, WatchState::Fine);
        row("just now", {0.001, 0.02}, WatchState::Suspect);
        row("four minutes", {0.001, 0.02, 0.02, 0.02, 0.02, 0.02}, WatchState::Suspect);
        row("five minutes", {0.02, 0.02, 0.02, 0.02, 0.02, 0.02}, WatchState::Breached);
        row("with a break", {0.02, 0.02, 0.001, 0.02, 0.02, 0.02}, WatchState::Suspect);
        row("over", {0.02, 0.02, 0.02, 0.02, 0.02, 0.02, 0.001}, WatchState::Fine);
        row("no number", {0.001, std::nan("")}, WatchState::NoData);
    }
    void aLimitIsPassedForLongEnough()
    {
        QFETCH(std::vector<double>, values);
        QFETCH(WatchState, state);
        QCOMPARE(watched(errorsWatch(minutes(5)), lately(values), kNow), state);
    }

    void oldReadingsSayNothing()
    {
        QCOMPARE(watched(errorsWatch(), lately({0.02}), kNow + minutes(5)), WatchState::Breached);
        QCOMPARE(watched(errorsWatch(), lately({0.02}), kNow + minutes(6)), WatchState::NoData);
        QCOMPARE(watched(errorsWatch(), lately({0.02}), kNow - minutes(1)), WatchState::NoData);
        // Two readings an hour apart do not show what was between them.
        Readings gap;
        gap.series[kErrors] = {{kNow - minutes(60), 0.02}, {kNow, 0.02}};
        QCOMPARE(watched(errorsWatch(minutes(5)), gap, kNow), WatchState::Suspect);
    }

    void aFactorIsOfTheBaseline()
    {
        Watch watch = errorsWatch();
        watch.isOfBaseline = true;
        watch.limit = 2;
        Readings readings = lately({0.5});
        QCOMPARE(watched(watch, readings, kNow), WatchState::NoData);
        readings.baselines[kErrors] = 0.25;
        QCOMPARE(watched(watch, readings, kNow), WatchState::Fine);
        readings.baselines[kErrors] = 0.2;
        QCOMPARE(watched(watch, readings, kNow), WatchState::Breached);
    }

    void itIsToldSinceWhenItIsBeyond()
    {
        const auto since = [](const std::vector<double>& values) {
            return beyondSince(errorsWatch(), lately(values), kNow);
        };
        QCOMPARE(since({0.1, 0.001, 0.1, 0.2}), std::optional(kNow - minutes(1)));
        QCOMPARE(since({0.1, 0.001}), std::optional<WallTime>());
        QCOMPARE(since({}), std::optional<WallTime>());
    }

    void theLedgerTellsWhenItWasOut()
    {
        std::vector<LedgerEntry> entries;
        Canary canary;
        const auto becomes = [&](CanaryStatus status, int minute) {
            const Canary next{status, 0, kNow + minutes(minute)};
            entries.push_back(attestCanary(canary, next, 1, {}, kAna, next.stageSince, {},
                                           QByteArray(kLedgerSaltBytes, 's'))
                                  .entry);
            canary = next;
        };
        QVERIFY(outTimes(entries).empty());
        becomes(CanaryStatus::Running, 0);
        becomes(CanaryStatus::Held, 5);
        QCOMPARE(outTimes(entries), (std::vector<OutTime>{{kNow, std::nullopt}}));
        becomes(CanaryStatus::Aborted, 9);
        becomes(CanaryStatus::Running, 60);
        becomes(CanaryStatus::Finished, 90);
        becomes(CanaryStatus::RolledBack, 95);
        QCOMPARE(outTimes(entries),
                 (std::vector<OutTime>{{kNow, kNow + minutes(9)},
                                       {kNow + minutes(60), kNow + minutes(95)}}));
    }

    // Whoever begins again must not compare with the bad time of the first attempt.
    void aBaselineIsOfTheTimeWithoutIt()
    {
        std::vector<Reading> series;
        for (int minute = -3; minute < 30; ++minute)
            series.push_back({kNow + minutes(minute), double(minute)});
        const std::vector<OutTime> out{{kNow, kNow + minutes(10)}, {kNow + minutes(20), {}}};
        const auto values = [&](const std::vector<Reading>& of) {
            std::vector<double> found;
            for (const Reading& each : readingsWithout(of, out))
                found.push_back(each.value);
            return found;
        };
        QCOMPARE(values(series), (std::vector<double>{-3, -2, -1}));
        // Nothing is known of before: between the attempts, once the first is forgotten by rates too.
        QCOMPARE(values({series.begin() + 3, series.end()}),
                 (std::vector<double>{15, 16, 17, 18, 19}));
        QVERIFY(readingsWithout(series, {}).empty());
    }

    void belowIsBadWhereItIsSaidSo()
    {
        Watch watch = errorsWatch();
        watch.side = Side::Below;
        QCOMPARE(watched(watch, lately({0.001}), kNow), WatchState::Breached);
        QCOMPARE(watched(watch, lately({0.9}), kNow), WatchState::Fine);
    }

    void highAndGrowingIsMoreThanHigh()
    {
        Watch watch = errorsWatch(minutes(2));
        watch.andGrowing = true;
        QCOMPARE(watched(watch, lately({0.8, 0.8, 0.8}), kNow), WatchState::Fine);
        QCOMPARE(watched(watch, lately({0.8, 0.85, 0.9}), kNow), WatchState::Breached);
        QCOMPARE(watched(watch, lately({0.8}), kNow), WatchState::Suspect);
    }

    // 1 -> 5 -> 25, a breach at 25 %, abort.
    void aCanaryGoesOutAndBack()
    {
        WallTime now = kNow;
        Canary canary = *decide({}, Decision::Begin, 0, now);
        for (const int percent : {1, 5, 25}) {
            QCOMPARE(shareOf(stages(), canary), percent);
            auto advice = advised(stages(), canary, lately({0.001}, now), now);
            QCOMPARE(advice.proposal, Proposal::Hold);
            const WallTime until = *advice.until;
            QCOMPARE(decide(canary, Decision::Promote, 0.001, now, "sure").error().why,
                     Why::TooEarly);
            now = until;
            advice = advised(stages(), canary, lately({0.001}, now), now);
            QCOMPARE(advice.proposal, Proposal::Promote);
            if (percent < 25)
                canary = *decide(canary, Decision::Promote, 0.001, now);
        }
        const auto advice = advised(stages(), canary, lately({0.02}, now), now);
        QCOMPARE(advice.proposal, Proposal::Abort);
        QCOMPARE(advice.watches, std::vector{WatchState::Breached});
        QCOMPARE(decide(canary, Decision::Promote, 0.02, now).error().why, Why::ReasonMissing);
        QCOMPARE(decide(canary, Decision::Abort, 0.02, now).error().why, Why::ReasonMissing);
        canary = *decide(canary, Decision::Abort, 0.02, now, "errors");
        QCOMPARE(canary.status, CanaryStatus::Aborted);
        QCOMPARE(shareOf(stages(), canary), 0);
        QVERIFY(decide(canary, Decision::Begin, 0, now));
    }

    void theLastStageFinishes()
    {
        const Canary last{CanaryStatus::Running, 3, kNow};
        const WallTime now = kNow + minutes(60);
        QCOMPARE(advised(stages(), last, lately({0}, now), now).proposal, Proposal::Finish);
        const auto finished = decide(last, Decision::Promote, 0, now);
        QCOMPARE(finished->status, CanaryStatus::Finished);
        QCOMPARE(shareOf(stages(), *finished), 100);
        QCOMPARE(advised(stages(), *finished, {}, now).proposal, Proposal::None);
    }

    void withoutDataItIsHeld()
    {
        const Canary first{CanaryStatus::Running, 0, kNow};
        const WallTime now = kNow + minutes(30);
        QCOMPARE(advised(stages(), first, {}, now).proposal, Proposal::Hold);
        QCOMPARE(advised(stages(), first, {}, now).watches, std::vector{WatchState::NoData});
    }

    void heldTimeDoesNotCount()
    {
        const Canary first{CanaryStatus::Running, 0, kNow};
        const auto held = decide(first, Decision::Hold, 0, kNow + minutes(10), "lunch");
        QCOMPARE(decide(*held, Decision::Promote, 0, kNow + minutes(50)).error().why,
                 Why::WrongState);
        QCOMPARE(shareOf(stages(), *held), 1);
        const auto again = decide(*held, Decision::Resume, 0, kNow + minutes(50));
        QCOMPARE(decide(*again, Decision::Promote, 0, kNow + minutes(79)).error().why,
                 Why::TooEarly);
        QVERIFY(decide(*again, Decision::Promote, 0, kNow + minutes(80)));
    }

    void onlySomeDecideAndOnlyOnAGo()
    {
        QCOMPARE(decide({}, Decision::Begin, 0, kNow, "", kBeto).error().why, Why::WrongRole);
        QCOMPARE(decide({}, Decision::Begin, 0, kNow, "", {}).error().why, Why::NoPerson);
        QCOMPARE(decide({}, Decision::Begin, 0, kNow, "", kAna, Verdict::NoGo).error().why,
                 Why::NotGo);
        QVERIFY(decide({}, Decision::Begin, 0, kNow, "", kAna, Verdict::GoByOverride));
        QCOMPARE(decide({}, Decision::Abort, 0, kNow, "x").error().why, Why::WrongState);
    }

    void aRollbackIsARecord()
    {
        const RollbackPlan plan{
            {{kErrors, {}, errorsWatch(minutes(5)), {}},
             {QStringLiteral("finding"), {}, std::nullopt, {}}},
            {{QStringLiteral("tell"), minutes(2), {}}, {QStringLiteral("switch"), minutes(10), {}}},
            kNow - minutes(900)};
        const auto seen = triggered(plan, lately({1, 1, 1, 1, 1, 1}), kNow);
        QCOMPARE(seen.size(), std::size_t(1));
        QCOMPARE(seen[0].id, kErrors);
        Canary canary{CanaryStatus::Running, 2, kNow};
        const auto decideIt = [&](const Actor& actor, Role role, const char* trigger,
                                  const char* why) {
            return rollbackDecided(plan, canary, QString::fromLatin1(trigger),
                                   QString::fromLatin1(why), actor, role, kNow);
        };
        QCOMPARE(decideIt(kBeto, Role::Qa, "errors", "x").error().why, Why::WrongRole);
        QCOMPARE(decideIt(kAna, Role::Sre, "moon", "x").error().why, Why::NoSuchRule);
        QCOMPARE(decideIt(kAna, Role::Sre, "errors", " ").error().why, Why::ReasonMissing);
        auto rollback = *decideIt(kAna, Role::Sre, "errors", "5xx at 2 %");
        QVERIFY(rollback.wasRehearsed);
        QCOMPARE(estimateOf(rollback), minutes(12));
        rollback = *nextStepDone(rollback, kAna, kNow + minutes(1));
        QVERIFY(!actualOf(rollback));
        rollback = *nextStepDone(rollback, kAna, kNow + base::milliseconds(15 * 60'000 + 1));
        QCOMPARE(actualOf(rollback), minutes(16));
        QCOMPARE(rollback.steps.front().doneBy, kAna.person);
        QCOMPARE(nextStepDone(rollback, kAna, kNow).error().why, Why::WrongState);
        QCOMPARE(nextStepDone(rollback, kBeto, kNow).error().why, Why::WrongRole);
        QCOMPARE(nextStepDone(rollback, {}, kNow).error().why, Why::NoPerson);
        using enum CanaryStatus;
        for (const CanaryStatus status : {NotStarted, RolledBack}) { // nothing is out
            canary.status = status;
            QCOMPARE(decideIt(kAna, Role::Sre, "errors", "x").error().why, Why::WrongState);
        }
        for (const CanaryStatus status : {Held, Aborted, Finished}) {
            canary.status = status;
            QVERIFY(decideIt(kAna, Role::Sre, "errors", "x"));
        }
        QCOMPARE(takenBack(canary, kNow + minutes(1)), (Canary{RolledBack, 2, kNow + minutes(1)}));
        QCOMPARE(shareOf(stages(), takenBack(canary, kNow)), 0);
        QVERIFY(decide(takenBack(canary, kNow), Decision::Begin, 0, kNow));
    }

    // A lapsed waiver, an override's end or a freeze while it is going out.
    void whatTheGateRefusesReachesNobodyMore()
    {
        const Canary first{CanaryStatus::Running, 0, kNow};
        const WallTime now = kNow + minutes(30);
        const auto meanwhile = [&](Verdict gate, Decision decision) {
            return decide(first, decision, 0.001, now, "so", kAna, gate);
        };
        QCOMPARE(meanwhile(Verdict::NoGo, Decision::Promote).error().why, Why::NotGo);
        QVERIFY(meanwhile(Verdict::GoByOverride, Decision::Promote));
        QCOMPARE(meanwhile(Verdict::NoGo, Decision::Hold)->status, CanaryStatus::Held);
        QCOMPARE(meanwhile(Verdict::NoGo, Decision::Abort)->status, CanaryStatus::Aborted);
    }

    void withoutStagesItGoesOutAtOnce()
    {
        const auto out = [](const Canary& canary, Verdict gate = Verdict::Go,
                            const Actor& actor = kCarla, const CanaryPlan& plan = {}) {
            return letOut(plan, canary, gate, actor, kNow);
        };
        QCOMPARE(*out({}), (Canary{CanaryStatus::Finished, 0, kNow}));
        QCOMPARE(shareOf({}, *out({})), 100);
        QVERIFY(out({}, Verdict::GoByOverride));
        QCOMPARE(out({}, Verdict::NoGo).error().why, Why::NotGo);
        QCOMPARE(out({}, Verdict::Go, kBeto).error().why, Why::WrongRole);
        QCOMPARE(out({}, Verdict::Go, {}).error().why, Why::NoPerson);
        QCOMPARE(out({}, Verdict::Go, kCarla, stages()).error().why, Why::WrongState);
        QCOMPARE(out(*out({})).error().why, Why::WrongState);
        QVERIFY(out(takenBack(*out({}), kNow)));
    }

    void afterTheReleaseItIsLookedAfter()
    {
        const auto all = checksAfter(kNow);
        const auto count = [&all](AfterCheck kind) {
            return std::count_if(all.begin(), all.end(),
                                 [kind](const DueCheck& each) { return each.kind == kind; });
        };
        QCOMPARE(count(AfterCheck::Check), 3);
        QCOMPARE(count(AfterCheck::Smoke), 48);
        QCOMPARE(count(AfterCheck::Digest), 3);
        QCOMPARE(all.back(), (DueCheck{AfterCheck::Digest, kNow + minutes(3 * 24 * 60)}));
    }

    // Of every round its own findings count: not the newest of all, nor those of an item before the go.
    void aRoundFailsWhereOneOfItsChecksDoes()
    {
        Release release =
            releaseWith({plan("after", ItemClass::Required), plan("before", ItemClass::Required)});
        Item& after = item(release, "after");
        after.plan.isAfterGo = true;
        after.plan.checks = {
            {.id = QStringLiteral("chat"), .title = QStringLiteral("Chat"), .parameters = {}},
            {.id = QStringLiteral("health"), .title = {}, .parameters = {}}};
        QVERIFY(lookedAfter(release).empty());
        release.releasedAt = kNow;
        const auto found = [&](const char* in, const char* check, int at, Outcome outcome) {
            Evidence evidence;
            evidence.kind = EvidenceKind::Check;
            evidence.outcome = outcome;
            evidence.run.checkId = QString::fromLatin1(check);
            evidence.at = kNow + minutes(at);
            item(release, in).evidence.push_back(evidence);
        };
        found("after", "chat", 15, Outcome::Failed);
        found("after", "health", 15, Outcome::Passed);
        found("after", "chat", 20, Outcome::Passed);
        found("before", "health", 21, Outcome::Failed);
        const auto all = lookedAfter(release);
        QCOMPARE(all.size(), std::size_t{54});
        const auto of = [&all](AfterCheck kind, int at) {
            return *std::find_if(all.begin(), all.end(), [&](const LookedAfter& each) {
                return each.due == DueCheck{kind, kNow + minutes(at)};
            });
        };
        for (const AfterCheck kind : {AfterCheck::Check, AfterCheck::Smoke}) {
            QCOMPARE(of(kind, 15).found, 2);
            QCOMPARE(of(kind, 15).failed, QStringList(QStringLiteral("Chat")));
        }
        QCOMPARE(of(AfterCheck::Check, 15).until, kNow + minutes(60));
        QCOMPARE(of(AfterCheck::Smoke, 20).found, 1);
        QCOMPARE(of(AfterCheck::Smoke, 20).asked, 2);
        QVERIFY(of(AfterCheck::Smoke, 20).failed.isEmpty());
        QCOMPARE(of(AfterCheck::Check, 60).found, 0);
    }

    void whatWasTakenBackIsLookedAfterAnew()
    {
        Release release;
        QVERIFY(!lookedAfterFrom(release));
        release.releasedAt = kNow;
        Rollback rollback;
        rollback.startedAt = kNow + minutes(30);
        rollback.steps = {{QStringLiteral("one"), minutes(5), {}, {}}};
        release.rollbacks = {rollback};
        QCOMPARE(lookedAfterFrom(release), kNow); // while it lasts
        release.rollbacks.back().steps.back().doneAt = kNow + minutes(34);
        QCOMPARE(lookedAfterFrom(release), kNow + minutes(34));
        release.releasedAt = kNow + minutes(90);
        QCOMPARE(lookedAfterFrom(release), kNow + minutes(90));
    }

    void eachFigureIsWatchedOnce()
    {
        const auto watch = [](const char* figure, double limit) {
            return Watch{.id = QString::fromLatin1(figure),
                         .title = {},
                         .figure = QString::fromLatin1(figure),
                         .limit = limit};
        };
        const CanaryPlan canary{{}, {watch("a", 1), watch("b", 1)}};
        RollbackPlan rollback;
        rollback.triggers.push_back({{}, {}, watch("a", 2), {}});
        rollback.triggers.push_back({{}, {}, watch("c", 2), {}});
        rollback.triggers.push_back({QStringLiteral("said by a person"), {}, {}, {}});
        QStringList figures;
        for (const Watch& each : watchesOf(canary, rollback))
            figures << each.figure;
        QCOMPARE(figures,
                 QStringList({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
    }

    void whatADecisionRestedOnIsSaid()
    {
        const std::vector<Watch> watches{errorsWatch()};
        using Said = std::map<QString, QString>;
        QCOMPARE(readingsNow(watches, lately({0.001, 0.25}), kNow),
                 (Said{{kErrors, QStringLiteral("0.25 breached")}}));
        QCOMPARE(readingsNow(watches, lately({0.25, 0.001}), kNow),
                 (Said{{kErrors, QStringLiteral("0.001 fine")}}));
        QVERIFY(readingsNow(watches, lately({0.25}), kNow + minutes(6)).empty()); // an old one
        QVERIFY(readingsNow(watches, {}, kNow).empty());
    }
};

RELEVO_TEST(RolloutTest)
#include "rollout_test.moc"
