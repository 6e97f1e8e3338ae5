// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/permissions.h"
#include "support/runner.h"

using people::Action;
using people::Role;
using people::Roles;

namespace {

struct MatrixRow {
    Action action;
    const char* allowed; ///< a column for each of people::kRoles
};

// Every role and every action, one by one: agent, lead, reviewer | dev lead, backend lead, QA, SRE,
// security, product, legal, supervisor.
constexpr std::array kMatrix{
    MatrixRow{Action::AnswerCustomers, "xx. ........"},
    MatrixRow{Action::EraseConversations, "xx. ........"},
    MatrixRow{Action::CorrectUnderstanding, "xxx ........"},
    MatrixRow{Action::EditKnowledge, "xxx .....x.."},
    MatrixRow{Action::ReviewConversations, ".xx .....x.."},
    MatrixRow{Action::ChangeSettings, ".x. ........"},
    MatrixRow{Action::ManagePeople, ".x. ........"},
    MatrixRow{Action::SeeAudit, ".x. ....x.xx"},
    MatrixRow{Action::EditReleases, ".x. x......x"},
    MatrixRow{Action::EditTemplates, ".x. x......x"},
    MatrixRow{Action::WorkOnItems, ".x. xxxxxxxx"},
    MatrixRow{Action::VerifyItems, ".x. xxxxxxxx"},
    MatrixRow{Action::WaiveItems, ".x. x...x..x"},
    MatrixRow{Action::RunCommands, ".x. xxxxx..."},
    MatrixRow{Action::SignOff, "... xxxxxxxx"},
    MatrixRow{Action::DecideRelease, ".x. x......x"},
    MatrixRow{Action::OverrideGate, ".x. x..xxx.x"},
    MatrixRow{Action::SteerCanary, ".x. x..x...x"},
    MatrixRow{Action::RollBack, ".x. x..xx..x"},
    MatrixRow{Action::EditFreezes, ".x. ...x...x"},
    MatrixRow{Action::EraseReleaseTexts, ".x. ....x.xx"},
};

} // namespace

class PermissionsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theWholeMatrixIsAsItStands()
    {
        QCOMPARE(kMatrix.size(), people::kActions.size());
        for (const auto& [action, drawn] : kMatrix) {
            const QString allowed = QString::fromLatin1(drawn).remove(u' ');
            QCOMPARE(allowed.size(), std::ssize(people::kRoles));
            for (std::size_t i = 0; i < people::kRoles.size(); ++i) {
                const Role role = people::kRoles.at(i);
                QVERIFY2(people::may({role}, action) ==
                             (allowed.at(static_cast<qsizetype>(i)) == u'x'),
                         qPrintable(QStringLiteral("%1 and action %2")
                                        .arg(people::roleName(role))
                                        .arg(static_cast<int>(action))));
            }
        }
    }

    void eachActionStandsOnceAndSomebodyMay()
    {
        Roles everyone;
        for (const Role role : people::kRoles)
            everyone = everyone.with(role);
        for (std::size_t i = 0; i < kMatrix.size(); ++i) {
            QCOMPARE(kMatrix.at(i).action, people::kActions.at(i));
            QVERIFY(people::may(everyone, kMatrix.at(i).action));
            QVERIFY(!people::may({}, kMatrix.at(i).action));
        }
    }

    void severalRolesAllowWhatEachAllows()
    {
        const Roles both{Role::Agent, Role::Sre};
        for (const Action action : people::kActions)
            QCOMPARE(people::may(both, action),
                     people::may({Role::Agent}, action) || people::may({Role::Sre}, action));
    }

    void rolesAreKeptAsWords()
    {
        QCOMPARE(people::rolesToText({Role::Qa, Role::Agent, Role::BackendLead}),
                 QStringLiteral("agent backend_lead qa"));
        for (const Role role : people::kRoles) {
            QCOMPARE(people::roleOfName(people::roleName(role)), role);
            QCOMPARE(people::rolesOfText(people::rolesToText({role})), Roles{role});
        }
        QCOMPARE(people::rolesOfText(u"  lead  conductor dev_lead "),
                 (Roles{Role::Lead, Role::DevLead}));
        QVERIFY(people::rolesOfText(u"").isEmpty());
    }

    void roleNamesAreReadAsPeopleWriteThem()
    {
        QCOMPARE(people::roleOfName(u" Dev-Lead "), Role::DevLead);
        QCOMPARE(people::roleOfName(u"QA"), Role::Qa);
        QVERIFY(!people::roleOfName(u"boss"));
        QVERIFY(!people::roleOfName(u""));
    }

    void rolesAreASet()
    {
        const Roles roles = Roles{Role::Lead}.with(Role::Legal).with(Role::Lead);
        QVERIFY(roles.has(Role::Legal) && !roles.has(Role::Agent));
        QCOMPARE(roles.without(Role::Legal), Roles{Role::Lead});
        QVERIFY(roles.without(Role::Legal).without(Role::Lead).isEmpty());
        QVERIFY(roles.hasAny({Role::Agent, Role::Legal}) && !roles.hasAny({Role::Agent}));
    }
};

RELEVO_TEST(PermissionsTest)
#include "permissions_test.moc"
