// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/changes.h"
#include "release/planning.h"
#include "release/signing.h"
#include "support/runner.h"
#include "unit/release/release_fixture.h"

using namespace release;
using namespace release_test;

namespace {

/// Section "s" with the item a, section "t" with b; two of SRE or supervisor sign for "s".
Release signable()
{
    auto release =
        releaseWith({plan("a", ItemClass::Required), plan("b", ItemClass::Required, {}, "t")},
                    {{QStringLiteral("s"), {}, false}, {QStringLiteral("t"), {}, false}});
    release.signOffs.push_back({.id = QStringLiteral("two"),
                                .title = {},
                                .roles = {Role::Sre, Role::Supervisor},
                                .needed = 2,
                                .sections = {QStringLiteral("s")}});
    return release;
}

tl::expected<Signature, Refusal> sign(const Release& release, const Actor& actor, Role role,
                                      WallTime now = kNow + minutes(1), const char* rule = "two")
{
    return signedBy(outlineOf(release), release, QString::fromLatin1(rule), actor, role,
                    QStringLiteral("fine"), now);
}

RuleStanding standing(const Release& release)
{
    return standingOf(outlineOf(release), release, release.signOffs.front());
}

} // namespace

class SigningTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void asManyAsTheRuleAsksFor()
    {
        auto release = signable();
        QCOMPARE(standing(release).missing, 2);
        release.signatures.push_back(*sign(release, kAna, Role::Sre));
        QCOMPARE(standing(release).missing, 1);
        QCOMPARE(sign(release, kAna, Role::Sre).error().why, Why::AlreadyGiven);
        release.signatures.push_back(*sign(release, kCarla, Role::Supervisor));
        QCOMPARE(standing(release).missing, 0);
        QCOMPARE(release.signatures.back().comment, QStringLiteral("fine"));
    }

    void eachInAnotherRole()
    {
        auto release = signable();
        release.signOffs.front().areRolesDistinct = true;
        const Actor eva{{8}, {Role::Sre, Role::Supervisor}};
        release.signatures.push_back(*sign(release, kAna, Role::Sre));
        QCOMPARE(sign(release, eva, Role::Sre).error().why, Why::SameRole);
        Signature same = *sign(release, eva, Role::Supervisor);
        same.role = Role::Sre;
        release.signatures.push_back(same); // as if both had signed at once
        QCOMPARE(standing(release).missing, 1);
        release.signatures.push_back(*sign(release, kCarla, Role::Supervisor));
        QCOMPARE(standing(release).missing, 0);
        release.signOffs.front().needed = 3;
        QVERIFY(!canBeMet(release.signOffs.front()));
        release.signOffs.front().roles.push_back(Role::Sre); // the same is no other
        QVERIFY(!canBeMet(release.signOffs.front()));
    }

    // Who is alone signs for all, also for their own work, and it is never forgotten.
    void whoIsAloneSignsForAll()
    {
        auto release = signable();
        Actor alone = kAna;
        alone.isAlone = true;
        item(release, "a").doers = {kAna.person};
        QCOMPARE(sign(release, kAna, Role::Sre).error().why, Why::OwnWork);
        release.signatures.push_back(*sign(release, alone, Role::Sre));
        QVERIFY(release.signatures.back().isAlone);
        QCOMPARE(standing(release).missing, 0);
        QCOMPARE(sign(release, alone, Role::Sre).error().why, Why::AlreadyGiven);
        release.signatures.back().isAlone = false; // as when there still was somebody else
        item(release, "a").doers.clear();
        QCOMPARE(standing(release).missing, 1);
        QCOMPARE(sign(release, kAna, Role::Sre).error().why, Why::AlreadyGiven);
        release.signatures.push_back(*sign(release, alone, Role::Sre));
        QCOMPARE(standing(release).missing, 0);
        item(release, "a").changedAt = kNow + minutes(5);
        QCOMPARE(standing(release).missing, 2);
    }

    void onlyInARoleThatIsHeldAndAskedFor()
    {
        const auto release = signable();
        QCOMPARE(sign(release, kBeto, Role::Sre).error().why, Why::WrongRole);
        QCOMPARE(sign(release, kBeto, Role::Qa).error().roles,
                 (Roles{Role::Sre, Role::Supervisor}));
        QCOMPARE(sign(release, {}, Role::Sre).error().why, Why::NoPerson);
        QCOMPARE(sign(release, kAna, Role::Sre, kNow, "three").error().why, Why::NoSuchRule);
    }

    void neverForOnesOwnWork()
    {
        auto release = signable();
        item(release, "b").doers = {kAna.person};
        QVERIFY(sign(release, kAna, Role::Sre)); // b is not covered
        item(release, "a").doers = {kAna.person};
        QCOMPARE(sign(release, kAna, Role::Sre).error().why, Why::OwnWork);
        QCOMPARE(sign(release, kAna, Role::Sre).error().ids, QStringList{QStringLiteral("a")});
        QCOMPARE(standing(release).barred, std::vector{kAna.person});
    }

    // Whatever way it came into the release: it does not count.
    void aDoersSignatureNeverCounts()
    {
        auto release = signable();
        release.signatures.push_back(*sign(release, kAna, Role::Sre));
        QCOMPARE(standing(release).counted, 1);
        item(release, "a").doers = {kAna.person};
        QCOMPARE(standing(release).counted, 0);
        QCOMPARE(standing(release).missing, 2);
    }

    // Who signs first and then works: the signature was voided by the work, and stays so.
    void aSignatureBeforeTheWorkDoesNotCount()
    {
        auto release = signable();
        release.signatures.push_back(*sign(release, kAna, Role::Sre));
        item(release, "a") = *changed(outlineOf(release), release, {Step::Finish, id("a"), {}, {}},
                                      kAna, kNow + minutes(2));
        QCOMPARE(standing(release).counted, 0);
        QCOMPARE(standing(release).outdated, 1);
        QCOMPARE(sign(release, kAna, Role::Sre, kNow + minutes(3)).error().why, Why::OwnWork);
    }

    void aChangeVoidsWhatWasSigned()
    {
        auto release = signable();
        release.signatures.push_back(*sign(release, kAna, Role::Sre));
        item(release, "b").changedAt = kNow + minutes(5);
        QCOMPARE(standing(release).counted, 1);
        item(release, "a").changedAt = kNow + minutes(5);
        QCOMPARE(standing(release).counted, 0);
        QVERIFY(isOutdated(outlineOf(release), release, release.signatures.front()));
        release.signatures.push_back(*sign(release, kAna, Role::Sre, kNow + minutes(6)));
        QCOMPARE(standing(release).counted, 1);
    }

    // A clock set back neither lets an old signature cover a later change nor the reverse.
    void theClocksStepsDoNotMatter()
    {
        auto release = signable();
        release.signatures.push_back(*sign(release, kCarla, Role::Supervisor, kNow + minutes(9)));
        item(release, "a") = *changed(outlineOf(release), release, {Step::Start, id("a"), {}, {}},
                                      kAna, kNow - minutes(60));
        QCOMPARE(standing(release).counted, 0);
        const auto again = sign(release, kCarla, Role::Supervisor, kNow - minutes(60));
        QVERIFY(again);
        release.signatures.push_back(*again);
        QCOMPARE(standing(release).counted, 1);
    }

    void aRuleThatDoesNotApplyAsksForNothing()
    {
        auto release = signable();
        release.signOffs.front().applies = false;
        QCOMPARE(standing(release).missing, 0);
        QCOMPARE(sign(release, kAna, Role::Sre).error().why, Why::DoesNotApply);
    }
};

RELEVO_TEST(SigningTest)
#include "signing_test.moc"
