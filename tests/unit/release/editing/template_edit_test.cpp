// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/editing/template_edit.h"
#include "release/editing/template_faults.h"
#include "release/template_loader.h"
#include "support/runner.h"
#include "unit/release/release_fixture.h"

using namespace release;
using namespace release_test;

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

/// Sections "a" with one, two (after one, with a part) and "b" with three (after one).
Template twoSections()
{
    Template made;
    made.id = s("made");
    made.language = s("en");
    made.title = s("Made");
    made.sections = {{s("a"), s("A"), false}, {s("b"), s("B"), true}};
    made.items = {plan("one", ItemClass::Blocker, {}, "a"),
                  plan("two", ItemClass::Required, {id("one")}, "a"),
                  plan("part", ItemClass::Required, {}, "a"),
                  plan("three", ItemClass::Required, {id("one")}, "b")};
    made.items[2].parent = id("two");
    SignOffRule rule;
    rule.id = s("qa");
    rule.title = s("QA");
    rule.roles = {Role::Qa};
    rule.sections = {s("a"), s("b")};
    rule.items = {s("one"), s("three")};
    made.signOffs = {rule};
    return made;
}

QStringList order(const Template& plan)
{
    QStringList ids;
    for (const ItemPlan& each : plan.items)
        ids += each.section + u'/' + each.id.value;
    return ids;
}

bool canBeReadAgain(const Template& plan)
{
    const auto again = loadTemplates(writtenTemplate(plan), plan.language);
    return again && again->front().items.size() == plan.items.size();
}

} // namespace

class TemplateEditTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsRemovedIsNamedNowhere()
    {
        Template made = twoSections();
        removeItem(made, id("one"));
        QCOMPARE(order(made), QStringList({s("a/two"), s("a/part"), s("b/three")}));
        for (const ItemPlan& each : made.items)
            QVERIFY(each.after.empty());
        QCOMPARE(made.signOffs[0].items, QStringList(s("three")));
        QVERIFY(canBeReadAgain(made));
    }

    void whatWasPartOfARemovedItemStaysOnePlaceHigher()
    {
        Template made = twoSections();
        removeItem(made, id("two"));
        QVERIFY(!made.items[1].parent.isValid());
        QCOMPARE(made.items[1].id, id("part"));
        QVERIFY(canBeReadAgain(made));
    }

    void aSectionGoesWithItsItems()
    {
        Template made = twoSections();
        removeSection(made, s("a"));
        QCOMPARE(order(made), QStringList(s("b/three")));
        QVERIFY(made.items[0].after.empty());
        QCOMPARE(made.signOffs[0].sections, QStringList(s("b")));
        QCOMPARE(made.signOffs[0].items, QStringList(s("three")));
        QVERIFY(canBeReadAgain(made));
    }

    void sectionsHaveIdsOfTheirOwnAndTakeTheirItemsAlong()
    {
        Template made = twoSections();
        QCOMPARE(addSection(made, s("A")), s("a-2"));
        moveSection(made, s("b"), -1);
        QCOMPARE(order(made).first(), s("b/three"));
        moveSection(made, s("b"), -1); // it is the first
        QCOMPARE(made.sections[0].id, s("b"));
        QCOMPARE(made.sections[2].id, s("a-2"));
    }

    void aNewItemStandsLastInItsSection()
    {
        Template made = twoSections();
        putItem(made, plan("new", ItemClass::Required, {}, "a"));
        QCOMPARE(order(made),
                 QStringList({s("a/one"), s("a/two"), s("a/part"), s("a/new"), s("b/three")}));
    }

    void whatIsPartOfAnItemGoesWithItToAnotherSection()
    {
        Template made = twoSections();
        ItemPlan two = made.items[1];
        two.section = s("b");
        putItem(made, two);
        QCOMPARE(order(made), QStringList({s("a/one"), s("b/three"), s("b/two"), s("b/part")}));
        QCOMPARE(made.items[3].parent, id("two"));
        QVERIFY(!faultOf(made));
    }

    void itemsMoveAmongTheirLikeAndIntoTheSectionBeside()
    {
        Template made = twoSections();
        moveItem(made, id("two"), -1);
        QCOMPARE(order(made).first(3), QStringList({s("a/two"), s("a/part"), s("a/one")}));
        moveItem(made, id("two"), 1);
        QCOMPARE(order(made), order(twoSections()));
        moveItem(made, id("two"), 1);
        QCOMPARE(order(made), QStringList({s("a/one"), s("b/two"), s("b/part"), s("b/three")}));
        moveItem(made, id("two"), -1);
        QCOMPARE(order(made), order(twoSections()));
        moveItem(made, id("three"), 1); // nothing comes after it
        moveItem(made, id("part"), 1);  // it is all of what it is part of
        QCOMPARE(order(made), order(twoSections()));
    }

    void rulesArePutAndRemovedByTheirIds()
    {
        Template made = twoSections();
        SignOffRule rule = made.signOffs[0];
        rule.needed = 2;
        putRule(made, rule);
        QCOMPARE(made.signOffs.size(), std::size_t{1});
        QCOMPARE(made.signOffs[0].needed, 2);
        removeRule(made, rule.id);
        QVERIFY(made.signOffs.empty());
    }

    void faultsAreFoundWhereTheyAre_data()
    {
        using Kind = TemplateFault::Kind;
        using Part = TemplateFault::Part;
        QTest::addColumn<std::function<void(Template&)>>("spoil");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("part");
        const auto row = [](const char* name, Kind kind, Part part,
                            const std::function<void(Template&)>& spoil) {
            QTest::newRow(name) << spoil << static_cast<int>(kind) << static_cast<int>(part);
        };
        row("title", Kind::NoTitle, Part::Head, [](Template& t) { t.title = s("  "); });
        row("no items", Kind::NoItems, Part::Items, [](Template& t) { t.items.clear(); });
        row("item's title", Kind::Untitled, Part::Items,
            [](Template& t) { t.items[0].title.clear(); });
        row("time", Kind::NoSuchTime, Part::Items,
            [](Template& t) { t.items[0].estimate = minutes(-1); });
        row("section's title", Kind::Untitled, Part::Sections,
            [](Template& t) { t.sections[0].title.clear(); });
        row("cycle", Kind::Unsound, Part::Items,
            [](Template& t) { t.items[0].after = {id("two")}; });
        row("unknown item", Kind::Unsound, Part::Items,
            [](Template& t) { t.items[0].after = {id("nobody")}; });
        row("nobody signs", Kind::NobodySigns, Part::SignOffs,
            [](Template& t) { t.signOffs[0].roles.clear(); });
        row("covers unknown", Kind::CoversUnknown, Part::SignOffs,
            [](Template& t) { t.signOffs[0].sections = {s("none")}; });
        row("two stages alike", Kind::StagesFall, Part::Canary, [](Template& t) {
            t.canary.stages = {{5, minutes(1)}, {5, minutes(1)}};
        });
        row("not for all", Kind::NotForAll, Part::Canary, [](Template& t) {
            t.canary.stages = {{5, minutes(1)}};
        });
        row("no figure", Kind::NoFigure, Part::Canary,
            [](Template& t) { t.canary.watches = {{.id = s("w"), .title = s("W")}}; });
        row("step's title", Kind::Untitled, Part::Rollback,
            [](Template& t) { t.rollback.steps = {RollbackStep{}}; });
    }
    void faultsAreFoundWhereTheyAre()
    {
        QFETCH(std::function<void(Template&)>, spoil);
        QFETCH(int, kind);
        QFETCH(int, part);
        Template made = twoSections();
        QVERIFY(!faultOf(made));
        spoil(made);
        const auto fault = faultOf(made);
        QVERIFY(fault.has_value());
        QCOMPARE(static_cast<int>(fault->kind), kind);
        QCOMPARE(static_cast<int>(fault->part), part);
    }
};

RELEVO_TEST(TemplateEditTest)
#include "template_edit_test.moc"
