// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/states.h"
#include "support/runner.h"
#include "unit/release/release_fixture.h"

using namespace release;
using namespace release_test;
using Worth = EvidenceVerdict::Worth;

namespace {

Evidence evidenceOf(EvidenceKind kind, Outcome outcome, WallTime at, minutes validFor,
                    const char* check = "")
{
    Evidence evidence;
    evidence.kind = kind;
    evidence.outcome = outcome;
    evidence.at = at;
    evidence.validFor = validFor;
    evidence.run.checkId = QString::fromLatin1(check);
    return evidence;
}

} // namespace

class StatesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyStateHasItsNameAndBack()
    {
        for (std::size_t i = 0; i < Names<State>::kAll.size(); ++i)
            QCOMPARE(ofName<State>(nameText(static_cast<State>(i))), static_cast<State>(i));
        QVERIFY(!ofName<State>(u"ready"));
    }

    void aWaiverTurnsRedByItself()
    {
        Item waived;
        waived.state = State::Waived;
        waived.waiver =
            Waiver{QStringLiteral("later"), {3}, Role::Supervisor, kNow, kNow + minutes(60)};
        QCOMPARE(stateAt(waived, kNow + minutes(59)), State::Waived);
        QCOMPARE(stateAt(waived, kNow + minutes(60)), State::Failed);
        waived.waiver.reset();
        QCOMPARE(stateAt(waived, kNow), State::Failed);
    }

    void aParentFollowsItsChildren_data()
    {
        using enum State;
        QTest::addColumn<std::vector<State>>("children");
        QTest::addColumn<State>("parent");
        const auto row = [](const char* name, std::vector<State> children, State parent) {
            QTest::newRow(name) << std::move(children) << parent;
        };
        row("failed", {Verified, Failed, Blocked}, Failed);
        row("blocked", {Verified, Blocked, Todo}, Blocked);
        row("verified", {Verified, NotApplicable, Verified}, Verified);
        row("waived and verified", {Verified, Waived}, Verified);
        row("all waived", {Waived, NotApplicable}, Waived);
        row("done", {Verified, Done, Waived}, Done);
        row("todo", {Todo, Todo, NotApplicable}, Todo);
        row("doing", {Todo, Done}, Doing);
        row("not applicable", {NotApplicable, NotApplicable}, NotApplicable);
    }
    void aParentFollowsItsChildren()
    {
        QFETCH(std::vector<State>, children);
        QFETCH(State, parent);
        std::vector<ItemPlan> plans{plan("top", ItemClass::Required)};
        for (std::size_t i = 0; i < children.size(); ++i) {
            plans.push_back(plan(qPrintable(QString::number(i)), ItemClass::Required));
            plans.back().parent = id("top");
        }
        auto release = releaseWith(plans);
        for (std::size_t i = 0; i < children.size(); ++i) {
            release.items[i + 1].state = children[i];
            release.items[i + 1].waiver =
                Waiver{{}, {3}, Role::Supervisor, kNow, kNow + minutes(1)};
        }
        QCOMPARE(statesAt(outlineOf(release), release, kNow)[0], parent);
    }

    void evidenceLapses()
    {
        Item item;
        QCOMPARE(evidenceAt(item, kNow).worth, Worth::NotAsked);
        item.plan.evidence = EvidenceKind::File;
        QCOMPARE(evidenceAt(item, kNow).worth, Worth::Missing);
        item.evidence.push_back(evidenceOf(EvidenceKind::Link, Outcome::Told, kNow, minutes(0)));
        QCOMPARE(evidenceAt(item, kNow).worth, Worth::Missing);
        item.evidence.push_back(evidenceOf(EvidenceKind::File, Outcome::Told, kNow, minutes(60)));
        QCOMPARE(evidenceAt(item, kNow + minutes(59)).worth, Worth::Holds);
        const EvidenceVerdict lapsed = evidenceAt(item, kNow + minutes(60));
        QCOMPARE(lapsed.worth, Worth::Expired);
        QCOMPARE(lapsed.until, kNow + minutes(60));
        item.evidence.push_back(
            evidenceOf(EvidenceKind::File, Outcome::Told, kNow + minutes(60), minutes(60)));
        QCOMPARE(evidenceAt(item, kNow + minutes(61)).worth, Worth::Holds);
    }

    // What was run keeps its outcome; what was told, nobody can look at any more.
    void whatIsErasedShowsNothing()
    {
        Item item;
        item.plan.evidence = EvidenceKind::Pasted;
        item.evidence.push_back(evidenceOf(EvidenceKind::Pasted, Outcome::Told, kNow, minutes(0)));
        item.evidence.back().isErased = true;
        QCOMPARE(evidenceAt(item, kNow).worth, Worth::Missing);
        item.plan.evidence = EvidenceKind::Metric;
        item.evidence.push_back(
            evidenceOf(EvidenceKind::Metric, Outcome::Passed, kNow, minutes(0)));
        item.evidence.back().isErased = true;
        QCOMPARE(evidenceAt(item, kNow).worth, Worth::Holds);
    }

    void evidenceNotAskedForLapsesToo()
    {
        Item item;
        item.evidence.push_back(evidenceOf(EvidenceKind::Pasted, Outcome::Told, kNow, minutes(5)));
        QCOMPARE(evidenceAt(item, kNow).worth, Worth::Holds);
        QCOMPARE(evidenceAt(item, kNow + minutes(5)).worth, Worth::Expired);
    }

    void everyCheckOfThePlanMustPass()
    {
        Item item;
        item.plan.evidence = EvidenceKind::Check;
        item.plan.checks = {{QStringLiteral("health"), {}, CheckKind::Http, {}},
                            {QStringLiteral("chat"), {}, CheckKind::Http, {}}};
        const auto add = [&item](const char* check, Outcome outcome, int minute) {
            item.evidence.push_back(evidenceOf(EvidenceKind::Check, outcome, kNow + minutes(minute),
                                               minutes(30), check));
        };
        add("health", Outcome::Passed, 0);
        QCOMPARE(evidenceAt(item, kNow),
                 (EvidenceVerdict{Worth::Missing, {QStringLiteral("chat")}, {}}));
        add("chat", Outcome::Failed, 1);
        QCOMPARE(evidenceAt(item, kNow),
                 (EvidenceVerdict{Worth::Failed, {QStringLiteral("chat")}, {}}));
        add("chat", Outcome::Passed, 2);
        QCOMPARE(evidenceAt(item, kNow + minutes(2)).worth, Worth::Holds);
        QCOMPARE(evidenceAt(item, kNow + minutes(30)),
                 (EvidenceVerdict{Worth::Expired, {QStringLiteral("health")}, kNow + minutes(30)}));
        add("health", Outcome::Failed, 31);
        QCOMPARE(evidenceAt(item, kNow + minutes(31)).worth, Worth::Failed);
    }

    void aFigureDoesNotSpeakForAnother()
    {
        Item item;
        item.plan.evidence = EvidenceKind::Metric;
        const auto add = [&item](const char* title, Outcome outcome) {
            item.evidence.push_back(evidenceOf(EvidenceKind::Metric, outcome, kNow, minutes(0)));
            item.evidence.back().title = QString::fromLatin1(title);
        };
        add("errors", Outcome::Failed);
        add("disk", Outcome::Passed);
        QCOMPARE(evidenceAt(item, kNow), (EvidenceVerdict{Worth::Failed, {}, {}}));
        add("errors", Outcome::Passed);
        QCOMPARE(evidenceAt(item, kNow).worth, Worth::Holds);
    }

    void aCheckThatIsNoLongerAskedForFailsNothing()
    {
        Item item;
        item.plan.evidence = EvidenceKind::Check;
        item.plan.checks = {{QStringLiteral("health"), {}, CheckKind::Http, {}}};
        for (const char* check : {"health", "old"})
            item.evidence.push_back(evidenceOf(EvidenceKind::Check,
                                               check[0] == 'o' ? Outcome::Failed : Outcome::Passed,
                                               kNow, minutes(0), check));
        QCOMPARE(evidenceAt(item, kNow).worth, Worth::Holds);
    }
};

RELEVO_TEST(StatesTest)
#include "states_test.moc"
