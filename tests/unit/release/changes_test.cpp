// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/changes.h"
#include "release/states.h"
#include "support/runner.h"
#include "unit/release/release_fixture.h"

#include <algorithm>
#include <map>
#include <set>

using namespace release;
using namespace release_test;

namespace {

const Actor kAll{{9},
                 {Role::DevLead, Role::BackendLead, Role::Qa, Role::Sre, Role::Security,
                  Role::Product, Role::Legal, Role::Supervisor}};

/// The header's table once more, as words.
const std::map<Step, QString> kFrom{
    {Step::Start, QStringLiteral("todo failed")},
    {Step::Finish, QStringLiteral("todo doing failed")},
    {Step::Verify, QStringLiteral("done")},
    {Step::Fail, QStringLiteral("doing done verified")},
    {Step::Block, QStringLiteral("todo doing")},
    {Step::Unblock, QStringLiteral("blocked")},
    {Step::Waive, QStringLiteral("todo doing done failed blocked waived")},
    {Step::Excuse, QStringLiteral("todo doing failed blocked")},
    {Step::Reopen, QStringLiteral("done verified failed waived not_applicable")}};
const std::map<Step, State> kTo{
    {Step::Start, State::Doing},     {Step::Finish, State::Done},
    {Step::Verify, State::Verified}, {Step::Fail, State::Failed},
    {Step::Block, State::Blocked},   {Step::Unblock, State::Todo},
    {Step::Waive, State::Waived},    {Step::Excuse, State::NotApplicable},
    {Step::Reopen, State::Todo}};

Change change(Step step, const char* item)
{
    return {step, id(item), QStringLiteral("because"), kNow + minutes(600)};
}

Why whyNot(const Release& release, const Change& wanted, const Actor& actor, WallTime now = kNow)
{
    const auto result = changed(outlineOf(release), release, wanted, actor, now);
    return result ? Why::NotGo : result.error().why; // NotGo: no refusal of a change
}

void take(Release& release, Step step, const char* name, const Actor& actor)
{
    const auto result = changed(outlineOf(release), release, change(step, name), actor, kNow);
    QVERIFY2(result, result ? "" : nameOf(result.error().why));
    item(release, name) = *result;
}

} // namespace

class ChangesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyStepFromEveryState()
    {
        auto release = releaseWith({plan("a", ItemClass::Required)});
        for (const auto& [step, from] : kFrom) {
            for (std::size_t s = 0; s < Names<State>::kAll.size(); ++s) {
                Item& only = release.items.front();
                only.state = static_cast<State>(s);
                only.waiver = Waiver{{}, {3}, Role::Supervisor, kNow, kNow + minutes(1)};
                const bool may = from.split(u' ').contains(nameText(only.state));
                const auto result =
                    changed(outlineOf(release), release, change(step, "a"), kAll, kNow);
                QCOMPARE(result.has_value(), may);
                if (may)
                    QCOMPARE(result->state, kTo.at(step));
                else
                    QCOMPARE(result.error().why, Why::WrongState);
            }
        }
    }

    void aWaiverEndsInNinetyDaysAtMost()
    {
        const auto release = releaseWith({plan("a", ItemClass::Blocker)});
        Change waive = change(Step::Waive, "a");
        waive.until = kNow + kLongestHold;
        QVERIFY(changed(outlineOf(release), release, waive, kCarla, kNow));
        waive.until = kNow + kLongestHold + minutes(1);
        QCOMPARE(changed(outlineOf(release), release, waive, kCarla, kNow).error(),
                 (Refusal{.why = Why::TooFar, .until = kNow + kLongestHold}));
        Change finish = change(Step::Finish, "a");
        finish.actual = minutes(-1);
        QCOMPARE(whyNot(release, finish, kAna), Why::NoSuchTime);
    }

    void doneIsSaidByTheDoerAndVerifiedByAnother()
    {
        auto release = releaseWith({plan("a", ItemClass::Blocker)});
        item(release, "a").plan.role = Role::Sre;
        QCOMPARE(whyNot(release, change(Step::Finish, "a"), kBeto), Why::WrongRole);
        take(release, Step::Finish, "a", kAna);
        QCOMPARE(whyNot(release, change(Step::Verify, "a"), kAna), Why::OwnWork);
        take(release, Step::Verify, "a", kBeto);
        QCOMPARE(item(release, "a").verifier, kBeto.person);
        QCOMPARE(item(release, "a").doers, std::vector{kAna.person});
    }

    // Ana works, Beto finds a fault and mends it: neither may verify.
    void whoeverWorkedOnItNeverVerifiesIt()
    {
        auto release = releaseWith({plan("a", ItemClass::Blocker)});
        const Actor ana{{1}, {Role::Qa}}, beto{{2}, {Role::Qa}};
        take(release, Step::Start, "a", ana);
        take(release, Step::Finish, "a", beto);
        QCOMPARE(whyNot(release, change(Step::Verify, "a"), ana), Why::OwnWork);
        QCOMPARE(whyNot(release, change(Step::Verify, "a"), beto), Why::OwnWork);
        take(release, Step::Reopen, "a", beto);
        take(release, Step::Finish, "a", beto);
        QCOMPARE(whyNot(release, change(Step::Verify, "a"), ana), Why::OwnWork);
        take(release, Step::Verify, "a", kCarla);
    }

    void theOwnerNeedsNoRole()
    {
        auto release = releaseWith({plan("a", ItemClass::Required)});
        item(release, "a").plan.role = Role::Legal;
        item(release, "a").owner = {7};
        const Actor owner{{7}, {}};
        take(release, Step::Start, "a", owner);
        take(release, Step::Finish, "a", owner);
        QCOMPARE(whyNot(release, change(Step::Verify, "a"), owner), Why::WrongRole);
        QCOMPARE(whyNot(release, change(Step::Reopen, "a"), {{8}, {}}), Why::WrongRole);
        QCOMPARE(whyNot(release, change(Step::Reopen, "a"), {}), Why::NoPerson);
    }

    void aWaiverNeedsReasonApproverAndExpiry()
    {
        auto release = releaseWith({plan("a", ItemClass::Blocker)});
        auto wanted = change(Step::Waive, "a");
        QCOMPARE(whyNot(release, wanted, kAna), Why::WrongRole);
        wanted.reason = QStringLiteral("  ");
        QCOMPARE(whyNot(release, wanted, kCarla), Why::ReasonMissing);
        wanted.reason = QStringLiteral("after the fair");
        wanted.until = kNow;
        QCOMPARE(whyNot(release, wanted, kCarla), Why::ExpiryMissing);
        wanted.until.reset();
        QCOMPARE(whyNot(release, wanted, kCarla), Why::ExpiryMissing);
        take(release, Step::Waive, "a", kCarla);
        QCOMPARE(item(release, "a").waiver->approver, kCarla.person);
        QCOMPARE(item(release, "a").waiver->role, Role::Supervisor);
        // It lapses: now it is failed, and may be begun.
        QCOMPARE(whyNot(release, change(Step::Start, "a"), kAna), Why::WrongState);
        QCOMPARE(whyNot(release, change(Step::Start, "a"), kAna, kNow + minutes(600)), Why::NotGo);
    }

    // Before it lapses: with another reason and another end, counted from then.
    void aWaiverIsRenewedWhileItHolds()
    {
        auto release = releaseWith({plan("a", ItemClass::Blocker)});
        take(release, Step::Waive, "a", kCarla);
        const WallTime later = kNow + minutes(500);
        const auto offered = stepsFor(outlineOf(release), release, id("a"), kDario, later);
        QVERIFY(std::ranges::find(offered, Step::Waive) != offered.end());
        Change renew = change(Step::Waive, "a");
        renew.reason = QStringLiteral("the fair is longer");
        renew.until = later + kLongestHold;
        const auto renewed = changed(outlineOf(release), release, renew, kDario, later);
        QVERIFY(renewed);
        QCOMPARE(renewed->waiver,
                 (Waiver{renew.reason, kDario.person, Role::DevLead, later, later + kLongestHold}));
        QCOMPARE(stateAt(*renewed, later + minutes(600)), State::Waived);
        QCOMPARE(whyNot(release, renew, kAna, later), Why::WrongRole);
        renew.until = later + kLongestHold + minutes(1);
        QCOMPARE(whyNot(release, renew, kDario, later), Why::TooFar);
        renew.reason.clear();
        QCOMPARE(whyNot(release, renew, kDario, later), Why::ReasonMissing);
    }

    // It has no end as a waiver has: the owner's word alone takes no blocker away.
    void theOwnerDoesNotExcuseABlocker()
    {
        auto release = releaseWith({plan("a", ItemClass::Blocker), plan("b", ItemClass::Required)});
        item(release, "a").owner = item(release, "b").owner = kDario.person;
        QCOMPARE(whyNot(release, change(Step::Excuse, "a"), kDario), Why::OwnBlocker);
        QCOMPARE(whyNot(release, change(Step::Waive, "a"), kDario), Why::NotGo);
        const auto offered = stepsFor(outlineOf(release), release, id("a"), kDario, kNow);
        QVERIFY(std::ranges::find(offered, Step::Excuse) == offered.end());
        take(release, Step::Excuse, "b", kDario);
        Actor alone = kDario;
        alone.isAlone = true;
        QCOMPARE(whyNot(release, change(Step::Excuse, "a"), alone), Why::NotGo);
        QCOMPARE(whyNot(release, change(Step::Excuse, "a"), kAna), Why::WrongRole);
        take(release, Step::Excuse, "a", kCarla);
    }

    void nobodyWaivesTheirOwnWork()
    {
        auto release = releaseWith({plan("a", ItemClass::Blocker)});
        take(release, Step::Start, "a", kDario);
        QCOMPARE(whyNot(release, change(Step::Waive, "a"), kDario), Why::OwnWork);
        QCOMPARE(whyNot(release, change(Step::Excuse, "a"), kDario), Why::OwnWork);
        take(release, Step::Excuse, "a", kCarla);
    }

    void whoIsAloneVerifiesTheirOwnWork()
    {
        auto release = releaseWith({plan("a", ItemClass::Blocker)});
        Actor alone = kCarla;
        alone.isAlone = true;
        item(release, "a").state = State::Done;
        item(release, "a").doers = {alone.person};
        QCOMPARE(whyNot(release, change(Step::Verify, "a"), kCarla), Why::OwnWork);
        take(release, Step::Verify, "a", alone);
        QVERIFY(isVerifiedByDoer(item(release, "a")));
    }

    void whatWaitsCannotBegin()
    {
        auto child = plan("child", ItemClass::Required);
        child.parent = id("parent");
        auto release = releaseWith({plan("a", ItemClass::Required), child,
                                    plan("parent", ItemClass::Required, {id("a")})});
        auto result =
            changed(outlineOf(release), release, change(Step::Start, "child"), kAna, kNow);
        QCOMPARE(result.error().why, Why::WaitsForItems);
        QCOMPARE(result.error().ids, QStringList{QStringLiteral("a")});
        QCOMPARE(whyNot(release, change(Step::Start, "parent"), kAna), Why::IsParent);
        take(release, Step::Finish, "a", kAna);
        take(release, Step::Finish, "child", kAna);
        // What it stood on falls away.
        take(release, Step::Fail, "a", kBeto);
        QCOMPARE(whyNot(release, change(Step::Verify, "child"), kBeto), Why::WaitsForItems);
    }

    void aSectionBeginsWhenTheBlockersBeforeItAreVerified()
    {
        using enum ItemClass;
        auto release = releaseWith({plan("a", Blocker, {}, "1"), plan("b", Required, {}, "1"),
                                    plan("c", Required, {}, "2"), plan("d", Required, {}, "3")},
                                   {{QStringLiteral("1"), {}, true},
                                    {QStringLiteral("2"), {}, true},
                                    {QStringLiteral("3"), {}, true}});
        for (const char* later : {"c", "d"}) {
            const auto result =
                changed(outlineOf(release), release, change(Step::Start, later), kAna, kNow);
            QCOMPARE(result.error().why, Why::SectionShut);
            QCOMPARE(result.error().ids, QStringList{QStringLiteral("a")});
        }
        take(release, Step::Finish, "a", kAna);
        QCOMPARE(whyNot(release, change(Step::Start, "c"), kAna), Why::SectionShut);
        take(release, Step::Verify, "a", kBeto);
        take(release, Step::Start, "c", kAna);
        take(release, Step::Start, "d", kAna);
    }

    void doneNeedsTheEvidenceThatIsAskedFor()
    {
        auto release = releaseWith({plan("a", ItemClass::Required)});
        Item& only = item(release, "a");
        only.plan.evidence = EvidenceKind::Pasted;
        const auto result =
            changed(outlineOf(release), release, change(Step::Finish, "a"), kAna, kNow);
        QCOMPARE(result.error().why, Why::EvidenceMissing);
        QCOMPARE(result.error().kind, EvidenceKind::Pasted);
        only.evidence.push_back(
            {.kind = EvidenceKind::Pasted, .at = kNow, .validFor = minutes(10)});
        take(release, Step::Finish, "a", kAna);
        QCOMPARE(whyNot(release, change(Step::Verify, "a"), kBeto, kNow + minutes(10)),
                 Why::EvidenceExpired);
        only.evidence.push_back(
            {.kind = EvidenceKind::Pasted, .outcome = Outcome::Failed, .at = kNow});
        QCOMPARE(whyNot(release, change(Step::Verify, "a"), kBeto), Why::EvidenceFailed);
    }

    void stepsOfferedAreThoseThatWork()
    {
        auto release = releaseWith({plan("a", ItemClass::Required)});
        QCOMPARE(stepsFor(outlineOf(release), release, id("a"), kAna, kNow),
                 (std::vector{Step::Start, Step::Finish, Step::Block}));
        QVERIFY(stepsFor(outlineOf(release), release, id("x"), kAna, kNow).empty());
    }

    void anyWalkKeepsTheRules();
};

// Chance persons take chance steps: against the table in words, and two sets kept beside.
void ChangesTest::anyWalkKeepsTheRules()
{
    base::SeededRandom random(printedSeed());
    auto release =
        releaseWith({plan("a", ItemClass::Blocker), plan("b", ItemClass::Required, {id("a")})});
    const Outline outline = outlineOf(release);
    const std::array people{kAna, kBeto, kCarla, kDario, kAll};
    std::map<QString, std::set<qint64>> workers;
    WallTime now = kNow;
    int taken = 0;
    for (int i = 0; i < 20'000; ++i) {
        now += minutes(chosen(random, 30));
        const Actor& actor = people[static_cast<std::size_t>(chosen(random, 5))];
        const auto step = static_cast<Step>(chosen(random, 9));
        const char* name = chosen(random, 2) ? "a" : "b";
        const State before = stateAt(item(release, name), now);
        const Change wanted{step, id(name), QStringLiteral("why"),
                            now + minutes(chosen(random, 90))};
        const auto after = changed(outline, release, wanted, actor, now);
        const bool fromRight = kFrom.at(step).split(u' ').contains(nameText(before));
        QVERIFY(fromRight || (!after && after.error().why == Why::WrongState));
        if (!after)
            continue;
        ++taken;
        auto& did = workers[QString::fromLatin1(name)];
        QCOMPARE(after->state, kTo.at(step));
        QCOMPARE(after->changedAt, now);
        if (step == Step::Verify || step == Step::Waive || step == Step::Excuse)
            QVERIFY(!did.contains(actor.person.value));
        if (step == Step::Start || step == Step::Finish)
            did.insert(actor.person.value);
        QCOMPARE(after->waiver.has_value(), after->state == State::Waived);
        QCOMPARE(after->verifier.isValid(), after->state == State::Verified);
        QCOMPARE(after->doers.size(), did.size());
        if (*name == 'b' && (step == Step::Start || step == Step::Finish || step == Step::Verify))
            QVERIFY(isSettled(stateAt(item(release, "a"), now)));
        item(release, name) = *after;
    }
    QVERIFY(taken > 500);
}

RELEVO_TEST(ChangesTest)
#include "changes_test.moc"
