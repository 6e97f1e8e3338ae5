// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/outline.h"
#include "support/runner.h"
#include "unit/release/release_fixture.h"

#include <algorithm>
#include <numeric>

using namespace release;
using namespace release_test;
using FaultKind = PlanFault::Kind;

namespace {

PlanFault faultOf(const Release& release)
{
    const auto outline = Outline::of(release);
    return outline ? PlanFault{} : outline.error();
}

QStringList ids(std::initializer_list<const char*> names)
{
    QStringList list;
    for (const char* name : names)
        list.append(QString::fromLatin1(name));
    return list;
}

} // namespace

class OutlineTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCycleIsNamedInTheOrderOfWork()
    {
        using enum ItemClass;
        const auto release =
            releaseWith({plan("a", Required, {id("c")}), plan("b", Required, {id("a")}),
                         plan("c", Required, {id("b")}), plan("d", Required)});
        const PlanFault fault = faultOf(release);
        QCOMPARE(fault.kind, FaultKind::Cycle);
        QCOMPARE(fault.ids.size(), 3);
        const auto next = [&](const char* name) {
            return fault.ids[(fault.ids.indexOf(QString::fromLatin1(name)) + 1) % 3];
        };
        QCOMPARE(next("a"), QStringLiteral("b"));
        QCOMPARE(next("b"), QStringLiteral("c"));
        QCOMPARE(next("c"), QStringLiteral("a"));
    }

    void itIsSharedWhileOnlyStatesChange()
    {
        using enum ItemClass;
        const auto before = releaseWith({plan("a", Required), plan("b", Required, {id("a")})});
        const SharedOutline first = outlineAfter({}, {}, before);
        Release after = before;
        after.items[0].state = State::Done;
        after.items[1].plan.title = QStringLiteral("another title");
        QVERIFY(outlineAfter(first, before, after) == first);
        after.items[1].plan.itemClass = Blocker;
        const SharedOutline second = outlineAfter(first, before, after);
        QVERIFY(second != first && (*second)->itemClass(1) == Blocker);
        after.items.pop_back();
        QCOMPARE((*outlineAfter(first, before, after))->size(), std::size_t{1});
    }

    void aChildCannotWaitForItsParent()
    {
        auto child = plan("child", ItemClass::Required, {id("parent")});
        child.parent = id("parent");
        const PlanFault fault = faultOf(releaseWith({plan("parent", ItemClass::Required), child}));
        QCOMPARE(fault.kind, FaultKind::Cycle);
        QVERIFY(fault.ids.contains(QStringLiteral("child")));
        QVERIFY(fault.ids.contains(QStringLiteral("parent")));
    }

    void parentsInACircleAreACycle()
    {
        auto a = plan("a", ItemClass::Required), b = plan("b", ItemClass::Required);
        a.parent = id("b");
        b.parent = id("a");
        QCOMPARE(faultOf(releaseWith({a, b})).kind, FaultKind::Cycle);
    }

    // A blocker of the first section waits for the second, which waits for the first's blockers.
    void anOrderedSectionIsPartOfTheCycle()
    {
        const auto release =
            releaseWith({plan("a", ItemClass::Blocker, {id("b")}, "one"),
                         plan("b", ItemClass::Optional, {}, "two")},
                        {{QStringLiteral("one"), {}, false}, {QStringLiteral("two"), {}, true}});
        const PlanFault fault = faultOf(release);
        QCOMPARE(fault.kind, FaultKind::Cycle);
        QCOMPARE(QSet<QString>(fault.ids.begin(), fault.ids.end()),
                 (QSet<QString>{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("two")}));
    }

    void whatIsWrongIsNamed()
    {
        using enum ItemClass;
        QCOMPARE(faultOf(releaseWith({plan("a", Required), plan("a", Required)})),
                 (PlanFault{FaultKind::ItemTwice, ids({"a"})}));
        QCOMPARE(faultOf(releaseWith({plan("a", Required, {id("x")})})),
                 (PlanFault{FaultKind::UnknownDependency, ids({"a", "x"})}));
        QCOMPARE(faultOf(releaseWith({plan("a", Required, {}, "nowhere")})),
                 (PlanFault{FaultKind::UnknownSection, ids({"a", "nowhere"})}));
        auto child = plan("a", Required);
        child.parent = id("x");
        QCOMPARE(faultOf(releaseWith({child})),
                 (PlanFault{FaultKind::UnknownParent, ids({"a", "x"})}));
        child.parent = id("b");
        const std::vector<Section> two{{QStringLiteral("s"), {}, false},
                                       {QStringLiteral("t"), {}, false}};
        QCOMPARE(faultOf(releaseWith({child, plan("b", Required, {}, "t")}, two)),
                 (PlanFault{FaultKind::ParentElsewhere, ids({"a", "b"})}));
        QCOMPARE(faultOf(releaseWith({}, {two[0], two[0]})),
                 (PlanFault{FaultKind::SectionTwice, ids({"s"})}));
    }

    void aBlockersChildrenAreBlockers()
    {
        auto child = plan("child", ItemClass::Optional),
             grandchild = plan("grand", ItemClass::Optional);
        child.parent = id("top");
        grandchild.parent = id("child");
        const auto outline =
            outlineOf(releaseWith({grandchild, child, plan("top", ItemClass::Blocker)}));
        QCOMPARE(outline.itemClass(outline.indexOf(id("grand"))), ItemClass::Blocker);
        QVERIFY(outline.isLeaf(0));
        QVERIFY(!outline.isLeaf(1));
        QCOMPARE(outline.bottomUp(), (std::vector<int>{0, 1, 2}));
    }

    void tenThousandLevelsAreNoTrouble()
    {
        std::vector<ItemPlan> plans;
        for (int i = 0; i < 10'000; ++i) {
            auto each = plan(qPrintable(QString::number(i)), ItemClass::Required);
            if (i > 0)
                each.parent = plans.back().id;
            plans.push_back(std::move(each));
        }
        const auto deep = releaseWith(plans);
        QCOMPARE(outlineOf(deep).size(), std::size_t(10'000));
        plans.front().parent = plans.back().id;
        QCOMPARE(faultOf(releaseWith(plans)).ids.size(), 10'000);
    }

    // Any plan whose items wait only for earlier ones is sound; one link back makes a cycle, which is
    // named and is one.
    void chancePlans()
    {
        base::SeededRandom random(printedSeed());
        for (int round = 0; round < 300; ++round) {
            const int size = 2 + chosen(random, 20);
            std::vector<ItemPlan> plans;
            for (int i = 0; i < size; ++i) {
                auto each = plan(qPrintable(QString::number(i)), ItemClass::Required);
                for (int j = 0; j < i; ++j) {
                    if (chosen(random, 4) == 0)
                        each.after.push_back(plans[static_cast<std::size_t>(j)].id);
                }
                plans.push_back(std::move(each));
            }
            const auto sound = releaseWith(plans);
            QVERIFY(Outline::of(sound));
            orderHolds(outlineOf(sound));
            const auto late = static_cast<std::size_t>(1 + chosen(random, size - 1));
            plans[late].after.push_back(plans[late - 1].id);
            plans[late - 1].after.push_back(plans[late].id);
            const auto fault = faultOf(releaseWith(plans));
            QCOMPARE(fault.kind, FaultKind::Cycle);
            for (qsizetype i = 0; i < fault.ids.size(); ++i) {
                const auto& each = plans[fault.ids[(i + 1) % fault.ids.size()].toUInt()];
                QVERIFY(std::find(each.after.begin(), each.after.end(), ItemId{fault.ids[i]}) !=
                        each.after.end());
            }
        }
    }

private:
    static void orderHolds(const Outline& outline)
    {
        std::vector<bool> seen(outline.order().size(), false);
        for (const int each : outline.order()) {
            for (const int before : outline.waitsFor(each))
                QVERIFY(seen[static_cast<std::size_t>(before)]);
            seen[static_cast<std::size_t>(each)] = true;
        }
        QVERIFY(std::accumulate(seen.begin(), seen.end(), true, std::logical_and<>()));
    }
};

RELEVO_TEST(OutlineTest)
#include "outline_test.moc"
