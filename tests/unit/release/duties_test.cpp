// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/permissions.h"
#include "release/deeds/deeds.h"
#include "release/duties.h"
#include "support/runner.h"
#include "unit/release/release_fixture.h"

#include <algorithm>

using namespace release;
using namespace release_test;

class DutiesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aDutyIsWhatTheShopAllows_data()
    {
        QTest::addColumn<Duty>("duty");
        QTest::addColumn<people::Action>("action");
        using people::Action;
        QTest::newRow("work") << Duty::Work << Action::WorkOnItems;
        QTest::newRow("waive") << Duty::Waive << Action::WaiveItems;
        QTest::newRow("override") << Duty::Override << Action::OverrideGate;
        QTest::newRow("canary") << Duty::Canary << Action::SteerCanary;
        QTest::newRow("rollback") << Duty::Rollback << Action::RollBack;
        QTest::newRow("plan") << Duty::Plan << Action::EditReleases;
        QTest::newRow("decide") << Duty::Decide << Action::DecideRelease;
    }
    void aDutyIsWhatTheShopAllows()
    {
        QFETCH(const Duty, duty);
        QFETCH(const people::Action, action);
        for (std::size_t i = 0; i < Names<Role>::kAll.size(); ++i) {
            const auto role = static_cast<Role>(i);
            const bool isAllowed = people::may({*people::roleOfName(nameText(role))}, action);
            QCOMPARE(holdsOneOf({{1}, {role}}, rolesOf(duty)), isAllowed);
        }
    }

    void whoVerifiesMayVerify()
    {
        for (std::size_t i = 0; i < Names<Role>::kAll.size(); ++i) {
            ItemPlan each = plan("a", ItemClass::Blocker);
            each.role = static_cast<Role>(i);
            for (const Role role : rolesOf(Duty::Verify, each))
                QVERIFY(people::may({*people::roleOfName(nameText(role))},
                                    people::Action::VerifyItems));
        }
    }

    // Whoever may create a release may change it, and let what is not ready wait.
    void aLeadMayChangeWhatTheyMade()
    {
        auto release = releaseWith({plan("a", ItemClass::Required)});
        const Circumstances around{.actor = {{7}, {Role::Lead}},
                                   .now = kNow,
                                   .salt = [] { return QByteArray(kLedgerSaltBytes, 's'); },
                                   .id = [] { return QStringLiteral("id"); }};
        const auto does = [&](const Deed& deed) {
            return done(Outline::of(release), release, deed, around).has_value();
        };
        QVERIFY(does(PlanItem{plan("b", ItemClass::Blocker)}));
        QVERIFY(does(Change{Step::Waive, id("a"), QStringLiteral("later"), kNow + minutes(9)}));
        QVERIFY(does(Change{Step::Start, id("a"), {}, {}}));
        release.signOffs.push_back({.id = QStringLiteral("qa"), .roles = {Role::Qa}});
        QVERIFY(!does(Sign{QStringLiteral("qa"), Role::Qa, {}}));
    }
};

RELEVO_TEST(DutiesTest)
#include "duties_test.moc"
