// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/permissions.h"
#include "people_desk.h"
#include "support/runner.h"

using base::Code;
using people::Role;
using people::Roles;
using people_desk::codeOf;
using people_desk::Desk;
using people_desk::kPassphrase;

class DeskPeopleTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withOnePersonNothingIsInTheWay()
    {
        Desk f;
        QCOMPARE(f.whoAmI()->person, base::PersonId{});
        const auto ana = f.add(QStringLiteral("Ana"));
        QCOMPARE(f.whoAmI()->person, ana);
        QCOMPARE(f.whoAmI()->roles, people::kEveryRoleOfTheShop);
        QVERIFY(f.change({.person = ana, .name = QStringLiteral("Ana María")}));
        QVERIFY(f.change({.person = ana, .roles = Roles{Role::Lead, Role::Qa}}));
        const auto waiting = f.waiting();
        QVERIFY(f.takeOver(waiting.answer.conversation, ana)); // a lead alone answers, too
        QVERIFY(f.audit());
    }

    void whoIsFirstLeads()
    {
        Desk f;
        const auto first = f.change({.name = QStringLiteral("Ana"), .roles = Roles{Role::Qa}});
        QCOMPARE(first->roles, people::kEveryRoleOfTheShop.with(Role::Qa));
        const auto second = f.change({.name = QStringLiteral("Beto")});
        QCOMPARE(second->roles, Roles{Role::Agent});
    }

    void withSeveralPeopleOneSaysWhoOneIs()
    {
        Desk f;
        const auto ana = f.add(QStringLiteral("Ana"));
        f.add(QStringLiteral("Beto"));
        QCOMPARE(codeOf(f.change({.name = QStringLiteral("Caro")})), Code::Refused);
        QCOMPARE(codeOf(f.whoAmI()), Code::Refused);
        const auto badge = f.signIn(ana);
        QVERIFY(badge && badge->value.size() == 32);
        QCOMPARE(f.whoAmI(*badge)->name, QStringLiteral("Ana"));
        QVERIFY(f.change({.name = QStringLiteral("Caro")}, *badge));
        f.desk->signOut(*badge);
        QCOMPARE(codeOf(f.change({.name = QStringLiteral("Dora")}, *badge)), Code::Refused);
        QCOMPARE(codeOf(f.signIn({})), Code::NotFound); // several, and none was named
        QCOMPARE(codeOf(f.change({.name = QStringLiteral("Dora")}, {QStringLiteral("forged")})),
                 Code::Refused);
    }

    void onlyLeadsManagePeople()
    {
        Desk f;
        const auto ana = f.add(QStringLiteral("Ana"));
        const auto beto = f.add(QStringLiteral("Beto"));
        const auto agent = *f.signIn(beto);
        for (const auto& change :
             {desk::PersonChange{.name = QStringLiteral("Caro")},
              desk::PersonChange{.person = ana, .name = QStringLiteral("Anita")},
              desk::PersonChange{.person = beto, .roles = Roles{Role::Lead}},
              desk::PersonChange{.person = ana, .isActive = false}})
            QCOMPARE(codeOf(f.change(change, agent)), Code::Refused);
        QCOMPARE(codeOf(f.setPassphrase(ana, kPassphrase, {}, agent)), Code::Refused);
        QCOMPARE(codeOf(f.audit(agent)), Code::Refused);
        // One's own name is one's own.
        QVERIFY(f.change({.person = beto, .name = QStringLiteral("Alberto")}, agent));
        const auto lead = *f.signIn(ana);
        QVERIFY(f.change({.person = beto, .roles = Roles{Role::Lead}}, lead));
        QVERIFY(f.change({.person = ana, .name = QStringLiteral("Anita")}, agent));
    }

    void theLastLeadStays()
    {
        Desk f;
        const auto ana = f.add(QStringLiteral("Ana"));
        QCOMPARE(codeOf(f.change({.person = ana, .isActive = false})), Code::Refused);
        QCOMPARE(codeOf(f.change({.person = ana, .roles = Roles{Role::Agent}})), Code::Refused);
        const auto beto = f.add(QStringLiteral("Beto"), Roles{Role::Lead});
        const auto badge = *f.signIn(ana);
        QVERIFY(f.change({.person = beto, .isActive = false}, badge));
        // A lead who is locked out does not count.
        QCOMPARE(codeOf(f.change({.person = ana, .roles = Roles{Role::Agent}}, badge)),
                 Code::Refused);
        QVERIFY(f.change({.person = beto, .isActive = true}, badge));
        QVERIFY(f.change({.person = ana, .roles = Roles{Role::Agent}}, badge));
    }

    // Each of the two is right alone.
    void twoLeadsDoNotTakeAwayEachOther()
    {
        Desk f;
        const auto ana = f.add(QStringLiteral("Ana"));
        const auto beto = f.add(QStringLiteral("Beto"), Roles{Role::Lead});
        const auto a = *f.signIn(ana), b = *f.signIn(beto);
        int done = 0, refused = 0;
        const auto count = [&](const base::Result<desk::Person>& result) {
            ++(result ? done : refused);
        };
        f.desk->changePerson(f.here.caller(), a, {.person = beto, .roles = Roles{Role::Agent}},
                             count);
        f.desk->changePerson(f.here.caller(), b, {.person = ana, .roles = Roles{Role::Agent}},
                             count);
        QVERIFY(f.here.runUntil([&] { return done + refused == 2; }, std::chrono::seconds(10)));
        QCOMPARE(done, 1);
        QCOMPARE(refused, 1);
    }

    void whoIsLockedOutIsOut()
    {
        Desk f;
        const auto ana = f.add(QStringLiteral("Ana"));
        const auto beto = f.add(QStringLiteral("Beto"));
        const auto caro = f.add(QStringLiteral("Caro"), {}, *f.signIn(ana));
        const auto lead = *f.signIn(ana), badge = *f.signIn(beto);
        f.desk->setDuty(beto, desk::Duty::OnDuty);
        const auto id = f.waiting().answer.conversation;
        QVERIFY(f.takeOver(id, beto));
        QVERIFY(!f.change({.person = beto, .isActive = false}, lead)->isActive);
        QCOMPARE(codeOf(f.whoAmI(badge)), Code::Refused);
        QCOMPARE(codeOf(f.signIn(beto)), Code::Refused);
        QCOMPARE(codeOf(f.reply(id, beto, QStringLiteral("hola"))), Code::Refused);
        // What was theirs waits for another, to whom nothing can be passed on either.
        for (int i = 0; i < 1'000 && f.head(id).mode != engine::Mode::Waiting; ++i)
            f.settle();
        QVERIFY(f.takeOver(id, caro));
        QCOMPARE(codeOf(f.ask<desk::ConversationHead>([&](base::Caller& c, auto done) {
                     f.desk->transfer(c, id, caro, beto, {}, {}, std::move(done));
                 })),
                 Code::Refused);
        QCOMPARE(f.ask<std::vector<desk::Person>>([&](base::Caller& c, auto done) {
                      f.desk->people(c, std::move(done));
                  })->size(),
                 2U);
        QCOMPARE(f.everybody().size(), 3U);
        f.restart();
        QCOMPARE(codeOf(f.signIn(beto)), Code::Refused);
        QVERIFY(f.change({.person = beto, .isActive = true}, *f.signIn(ana))->isActive);
        QVERIFY(f.signIn(beto));
    }

    void rolesSayWhoAnswersErasesAndEdits()
    {
        Desk f;
        const auto ana = f.add(QStringLiteral("Ana"));
        const auto qa = f.add(QStringLiteral("Quique"), Roles{Role::Qa});
        const auto id = f.waiting().answer.conversation;
        QCOMPARE(codeOf(f.takeOver(id, qa)), Code::Refused);
        QCOMPARE(codeOf(f.reply(id, qa, QStringLiteral("hola"))), Code::Refused);
        QCOMPARE(codeOf(f.takeOver(id, {77})), Code::Refused);
        const auto erase = [&](base::PersonId me) {
            return codeOf(f.ask<desk::ConversationHead>(
                [&](base::Caller& c, auto done) { f.desk->erase(c, id, me, std::move(done)); }));
        };
        const auto edit = [&](base::PersonId me) {
            return codeOf(f.ask<desk::Article>([&](base::Caller& c, auto done) {
                f.desk->saveArticle(c, me, {}, std::move(done));
            }));
        };
        const auto correct = [&](base::PersonId me) {
            return codeOf(f.ask<void>([&](base::Caller& c, auto done) {
                f.desk->correct(c, {.conversation = id, .seq = {1}, .intent = {}, .person = me},
                                std::move(done));
            }));
        };
        QCOMPARE(erase(qa), Code::Refused);
        QCOMPARE(edit(qa), Code::Refused);
        QCOMPARE(correct(qa), Code::Refused);
        QCOMPARE(edit(ana), Code::Invalid); // allowed, but there is nothing in it
        QCOMPARE(correct(ana), Code::Invalid);
        QVERIFY(f.takeOver(id, ana));
        QCOMPARE(erase(ana), std::nullopt);
    }

    void namesAreCleanAndNeverTwice()
    {
        Desk f;
        const auto ana = f.change({.name = QStringLiteral("  Ana  María ")});
        QCOMPARE(ana->name, QStringLiteral("Ana María"));
        QCOMPARE(codeOf(f.change({.name = QStringLiteral("ANA MARÍA")})), Code::Conflict);
        QCOMPARE(codeOf(f.change({.name = QStringLiteral("A\nb")})), Code::Invalid);
        QCOMPARE(codeOf(f.change({.roles = Roles{Role::Agent}})), Code::Invalid);
        QCOMPARE(codeOf(f.change({.name = QStringLiteral("Beto"), .roles = Roles()})),
                 Code::Invalid);
        QCOMPARE(codeOf(f.change({.person = {99}, .name = QStringLiteral("Nadie")})),
                 Code::NotFound);
        QVERIFY(f.change({.person = ana->id, .name = QStringLiteral("ana maría")}));
        QCOMPARE(f.everybody().size(), 1U);
    }

    void changesAreKeptWithWhoAndWhen()
    {
        Desk f;
        const auto ana = f.add(QStringLiteral("Ana"));
        const auto beto = f.add(QStringLiteral("Beto"));
        const auto badge = *f.signIn(ana);
        f.clock.advance(std::chrono::hours(1));
        QVERIFY(f.change({.person = beto, .roles = Roles{Role::Qa}, .isActive = false}, badge));
        QVERIFY(f.setPassphrase(ana, kPassphrase, {}, badge));
        f.restart();
        const auto entries = f.audit(*f.signIn(ana, kPassphrase));
        QVERIFY(entries);
        QStringList told;
        for (const auto& entry : *entries)
            told += entry.byName + u' ' + entry.what + u' ' + entry.subjectName + u' ' +
                    QString::fromUtf8(entry.detail);
        QCOMPARE(
            told,
            (QStringList{
                QStringLiteral("Ana person.passphrase_set Ana {}"),
                QStringLiteral(
                    R"(Ana person.changed Beto {"roles":["agent","qa"],"active":[true,false]})"),
                QStringLiteral(
                    R"(Ana person.added Beto {"name":["","Beto"],"roles":["","agent"]})"),
                QStringLiteral(
                    R"( person.added Ana {"name":["","Ana"],"roles":["","agent lead reviewer"]})")}));
        QCOMPARE(entries->front().time - entries->back().time,
                 base::milliseconds(std::chrono::hours(1)));
        for (const auto& entry : *entries)
            QVERIFY(!entry.detail.contains("argon2") && !entry.detail.contains("gato"));
    }

    void peopleAddThemselvesOnlyWhilePassphrasesAreNotInUse()
    {
        Desk f;
        const auto ana = f.savePerson({}, QStringLiteral("Ana"));
        QCOMPARE(ana->roles, people::kEveryRoleOfTheShop);
        const auto beto = f.savePerson({}, QStringLiteral("Beto"));
        QCOMPARE(beto->roles, Roles{Role::Agent});
        QVERIFY(f.savePerson(beto->id, QStringLiteral("Alberto")));
        QVERIFY(f.setPassphrase(ana->id, kPassphrase, {}, *f.signIn(ana->id)));
        QCOMPARE(codeOf(f.savePerson({}, QStringLiteral("Eva"))), Code::Refused);
        QCOMPARE(codeOf(f.savePerson(ana->id, QStringLiteral("Eva"))), Code::Refused);
        QVERIFY(f.savePerson(beto->id, QStringLiteral("Beto")));
    }
};

RELEVO_TEST(DeskPeopleTest)
#include "people_test.moc"
