// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/schedule.h"
#include "support/runner.h"
#include "unit/release/release_fixture.h"

#include <algorithm>

using namespace release;
using namespace release_test;

namespace {

constexpr minutes kHour{60};

ItemPlan lasting(const char* name, std::optional<minutes> estimate, std::vector<ItemId> after = {},
                 ItemClass itemClass = ItemClass::Required)
{
    ItemPlan each = plan(name, itemClass, std::move(after));
    each.estimate = estimate;
    return each;
}

Schedule scheduleOf(const Release& release, WallTime now = kNow)
{
    return release::scheduleOf(outlineOf(release), release, now);
}

/// The longest way to the item's end, by trying all.
minutes longestTo(const Release& release, std::size_t item)
{
    minutes before{0};
    for (const ItemId& other : release.items[item].plan.after)
        before = std::max(before, longestTo(release, other.value.toUInt()));
    return before + release.items[item].plan.estimate.value_or(minutes(0));
}

} // namespace

class ScheduleTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theLongestWayDecides()
    {
        const auto release = releaseWith({lasting("a", 2 * kHour), lasting("b", 5 * kHour),
                                          lasting("c", 1 * kHour, {id("a"), id("b")}),
                                          lasting("d", 3 * kHour, {id("a")})});
        const Schedule schedule = scheduleOf(release);
        QCOMPARE(schedule.earliest, kNow + 6 * kHour);
        QCOMPARE(schedule.criticalPath, (std::vector{id("b"), id("c")}));
        QCOMPARE(schedule.items[0].slack, minutes(60));
        QCOMPARE(schedule.items[1].slack, minutes(0));
        QCOMPARE(schedule.items[3].slack, minutes(60));
        QCOMPARE(schedule.items[3].begin, kNow + 2 * kHour);
    }

    void whatIsDoneTakesNoMoreTime()
    {
        auto release = releaseWith({lasting("a", 4 * kHour), lasting("b", 1 * kHour, {id("a")})});
        item(release, "a").state = State::Done;
        QCOMPARE(scheduleOf(release).earliest, kNow + kHour);
        QCOMPARE(scheduleOf(release).criticalPath, std::vector{id("b")});
    }

    void whatIsInDoingIsPartlyOver()
    {
        auto release = releaseWith({lasting("a", 4 * kHour)});
        item(release, "a").state = State::Doing;
        QCOMPARE(scheduleOf(release, kNow + kHour).earliest, kNow + 4 * kHour);
        QCOMPARE(scheduleOf(release, kNow + 9 * kHour).earliest, kNow + 9 * kHour);
    }

    void theGoWaitsForNoOptionalItemAndForNothingAfterIt()
    {
        auto later = lasting("later", 50 * kHour);
        later.isAfterGo = true;
        auto release = releaseWith({lasting("a", kHour, {id("needed")}), later,
                                    lasting("optional", 9 * kHour, {}, ItemClass::Optional),
                                    lasting("needed", 2 * kHour, {}, ItemClass::Optional)});
        const Schedule schedule = scheduleOf(release);
        QCOMPARE(schedule.earliest, kNow + 3 * kHour);
        QCOMPARE(schedule.criticalPath, (std::vector{id("needed"), id("a")}));
        QVERIFY(!schedule.items[1].slack);
        QVERIFY(!schedule.items[2].slack);
        QCOMPARE(schedule.items[3].slack, minutes(0));
    }

    void anOrderedSectionWaits()
    {
        using enum ItemClass;
        auto first = lasting("a", 3 * kHour, {}, Blocker),
             other = lasting("x", 8 * kHour, {}, Optional), second = lasting("b", kHour);
        second.section = QStringLiteral("two");
        const auto release =
            releaseWith({first, other, second},
                        {{QStringLiteral("s"), {}, false}, {QStringLiteral("two"), {}, true}});
        QCOMPARE(scheduleOf(release).earliest, kNow + 4 * kHour);
        QCOMPARE(scheduleOf(release).criticalPath, (std::vector{id("a"), id("b")}));
    }

    void lateAndAtRiskAndUnestimatedAreTold()
    {
        auto release = releaseWith({lasting("late", kHour), lasting("risk", 3 * kHour),
                                    lasting("fine", kHour), lasting("guess", std::nullopt)});
        item(release, "late").due = kNow - minutes(1);
        item(release, "risk").due = kNow + 2 * kHour;
        item(release, "fine").due = kNow + 2 * kHour;
        Schedule schedule = scheduleOf(release);
        QCOMPARE(schedule.late, std::vector{id("late")});
        QCOMPARE(schedule.atRisk, std::vector{id("risk")});
        QCOMPARE(schedule.unestimated, std::vector{id("guess")});
        item(release, "late").state = State::Verified;
        QVERIFY(scheduleOf(release).late.empty());
    }

    void nothingToDoIsPossibleNow()
    {
        QCOMPARE(scheduleOf(releaseWith({})).earliest, kNow);
        QVERIFY(scheduleOf(releaseWith({})).criticalPath.empty());
    }

    // Against every way tried out: the length, and that the path told is a way of that length.
    void chancePlansAgainstBruteForce()
    {
        base::SeededRandom random(printedSeed());
        for (int round = 0; round < 400; ++round) {
            const int size = 1 + chosen(random, 11);
            std::vector<ItemPlan> plans;
            for (int i = 0; i < size; ++i) {
                plans.push_back(
                    lasting(qPrintable(QString::number(i)), minutes(1 + chosen(random, 50))));
                for (int j = 0; j < i; ++j) {
                    if (chosen(random, 3) == 0)
                        plans.back().after.push_back(plans[static_cast<std::size_t>(j)].id);
                }
            }
            pathIsRight(releaseWith(plans));
        }
    }

private:
    static void pathIsRight(const Release& release)
    {
        minutes longest{0};
        for (std::size_t i = 0; i < release.items.size(); ++i)
            longest = std::max(longest, longestTo(release, i));
        const Schedule schedule = scheduleOf(release);
        QCOMPARE(schedule.earliest, kNow + longest);
        minutes length{0};
        for (std::size_t i = 0; i < schedule.criticalPath.size(); ++i) {
            const auto place = schedule.criticalPath[i].value.toUInt();
            const ItemPlan& each = release.items[place].plan;
            length += *each.estimate;
            QCOMPARE(schedule.items[place].slack, minutes(0));
            if (i > 0)
                QVERIFY(std::find(each.after.begin(), each.after.end(),
                                  schedule.criticalPath[i - 1]) != each.after.end());
        }
        QCOMPARE(length, longest);
        // Slack is what it says: so much longer changes nothing, a minute more does.
        for (std::size_t i = 0; i < release.items.size(); ++i) {
            Release longer = release;
            *longer.items[i].plan.estimate += *schedule.items[i].slack;
            QCOMPARE(scheduleOf(longer).earliest, schedule.earliest);
            *longer.items[i].plan.estimate += minutes(1);
            QCOMPARE(scheduleOf(longer).earliest, schedule.earliest + minutes(1));
        }
    }
};

RELEVO_TEST(ScheduleTest)
#include "schedule_test.moc"
