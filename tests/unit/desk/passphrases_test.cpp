// SPDX-License-Identifier: GPL-3.0-or-later
#include "people/attempts.h"
#include "people/passphrase.h"
#include "people_desk.h"
#include "support/runner.h"

using namespace std::chrono_literals;
using base::Code;
using people_desk::codeOf;
using people_desk::Desk;
using people_desk::kPassphrase;

class PassphrasesTest : public QObject
{
    Q_OBJECT

private:
    static const inline QString kOther = QStringLiteral("perro en la terraza");

private Q_SLOTS:
    void aPassphraseIsAskedForOnceItIsSet()
    {
        Desk f;
        const auto ana = f.add(QStringLiteral("Ana"));
        QVERIFY(f.setPassphrase(ana, kPassphrase)->hasPassphrase);
        // Alone is not enough any more.
        QCOMPARE(codeOf(f.whoAmI()), Code::Refused);
        QCOMPARE(codeOf(f.change({.name = QStringLiteral("Beto")})), Code::Refused);
        QCOMPARE(codeOf(f.signIn(ana)), Code::Refused);
        QCOMPARE(codeOf(f.signIn(ana, kOther)), Code::Refused);
        f.restart();
        const auto badge = f.signIn(ana, kPassphrase);
        QVERIFY(badge);
        QVERIFY(f.change({.name = QStringLiteral("Beto")}, *badge));
    }

    void whatCannotStandIsRefused()
    {
        Desk f;
        const auto ana = f.add(QStringLiteral("Ana"));
        QCOMPARE(codeOf(f.setPassphrase(ana, QStringLiteral("corta"))), Code::Invalid);
        QCOMPARE(codeOf(f.setPassphrase(ana, QStringLiteral("x").repeated(1025))), Code::Invalid);
        QCOMPARE(codeOf(f.setPassphrase({99}, kPassphrase)), Code::NotFound);
        QVERIFY(!f.everybody().front().hasPassphrase);
    }

    void onesOwnIsChangedWithTheOldOne()
    {
        Desk f;
        const auto ana = f.add(QStringLiteral("Ana"));
        QVERIFY(f.setPassphrase(ana, kPassphrase));
        const auto badge = *f.signIn(ana, kPassphrase), elsewhere = *f.signIn(ana, kPassphrase);
        QCOMPARE(codeOf(f.setPassphrase(ana, kOther, {}, badge)), Code::Refused);
        QVERIFY(f.setPassphrase(ana, kOther, kPassphrase, badge));
        QVERIFY(f.whoAmI(badge));
        QCOMPARE(codeOf(f.whoAmI(elsewhere)), Code::Refused);
        QCOMPARE(codeOf(f.signIn(ana, kPassphrase)), Code::Refused);
        QVERIFY(f.signIn(ana, kOther));
        QVERIFY(!f.setPassphrase(ana, {}, kOther, badge)->hasPassphrase);
        QVERIFY(f.whoAmI()); // alone, and nothing in the way again
    }

    void aLeadHelpsWhoForgotTheirs()
    {
        Desk f;
        const auto ana = f.add(QStringLiteral("Ana"));
        const auto beto = f.add(QStringLiteral("Beto"));
        const auto lead = *f.signIn(ana), agent = *f.signIn(beto);
        QVERIFY(f.setPassphrase(beto, kPassphrase, {}, agent));
        QVERIFY(!f.setPassphrase(beto, {}, {}, lead)->hasPassphrase);
        QVERIFY(f.signIn(beto));
    }

    void guessingIsSlowedDown()
    {
        Desk f;
        const auto ana = f.add(QStringLiteral("Ana"));
        QVERIFY(f.setPassphrase(ana, kPassphrase));
        for (int i = 0; i < people::Attempts::kFreeAttempts; ++i)
            QCOMPARE(codeOf(f.signIn(ana, kOther)), Code::Refused);
        QCOMPARE(codeOf(f.signIn(ana, kPassphrase)), Code::RateLimited);
        f.clock.advance(1s);
        QCOMPARE(codeOf(f.signIn(ana, kOther)), Code::Refused);
        f.clock.advance(1s);
        QCOMPARE(codeOf(f.signIn(ana, kPassphrase)), Code::RateLimited); // two now
        f.clock.advance(1s);
        QVERIFY(f.signIn(ana, kPassphrase));
        QCOMPARE(codeOf(f.signIn(ana, kOther)), Code::Refused); // and all is forgotten
        QVERIFY(f.signIn(ana, kPassphrase));
    }

    void oneIsLookedAtATime()
    {
        Desk f;
        const auto ana = f.add(QStringLiteral("Ana"));
        QVERIFY(f.setPassphrase(ana, kPassphrase));
        int refused = 0, limited = 0;
        for (int i = 0; i < 10; ++i)
            f.desk->signIn(f.here.caller(), {ana, kOther}, [&](const base::Result<desk::Badge>& b) {
                ++(b.error().code == Code::Refused ? refused : limited);
            });
        QVERIFY(f.here.runUntil([&] { return refused + limited == 10; }, 20s));
        QVERIFY(refused >= 1 && refused <= people::Attempts::kFreeAttempts);
    }

    void theRightOneIsRightHoweverManyAskAtOnce()
    {
        Desk f;
        const auto ana = f.add(QStringLiteral("Ana"));
        QVERIFY(f.setPassphrase(ana, kPassphrase));
        int done = 0, right = 0;
        for (int i = 0; i < 5; ++i)
            f.desk->signIn(f.here.caller(), {ana, kPassphrase},
                           [&](const base::Result<desk::Badge>& b) {
                               ++done;
                               right += b ? 1 : 0;
                           });
        QVERIFY(f.here.runUntil([&] { return done == 5; }, 20s));
        QCOMPARE(right, 5);
    }

    void theDeskAnswersWhileItHashes()
    {
        Desk f;
        const auto ana = f.add(QStringLiteral("Ana"));
        bool isSet = false, isAnswered = false, wasFirst = false;
        f.desk->setPassphrase(f.here.caller(), {}, {ana, {}, kPassphrase},
                              [&](const base::Result<desk::Person>&) { isSet = true; });
        f.desk->people(f.here.caller(), [&](const base::Result<std::vector<desk::Person>>&) {
            isAnswered = true;
            wasFirst = !isSet;
        });
        QVERIFY(f.here.runUntil([&] { return isSet && isAnswered; }, 20s));
        QVERIFY(wasFirst);
    }

    void silenceLocks()
    {
        Desk f;
        const auto ana = f.add(QStringLiteral("Ana"));
        QVERIFY(f.setPassphrase(ana, kPassphrase));
        const auto badge = *f.signIn(ana, kPassphrase);
        f.clock.advance(14min);
        f.desk->stayAwake(badge);
        f.settle();
        f.clock.advance(14min);
        QVERIFY(!f.whoAmI(badge)->isLocked); // looking is no sign of life
        f.clock.advance(1min);
        QVERIFY(f.whoAmI(badge)->isLocked);
        f.desk->stayAwake(badge); // too late
        QCOMPARE(codeOf(f.change({.name = QStringLiteral("Beto")}, badge)), Code::Refused);
        QCOMPARE(codeOf(f.unlock(badge, kOther)), Code::Refused);
        QVERIFY(f.unlock(badge, kPassphrase));
        QVERIFY(f.change({.name = QStringLiteral("Beto")}, badge));
        QCOMPARE(codeOf(f.unlock({QStringLiteral("forged")}, kPassphrase)), Code::Refused);
    }

    void whoeverListensHearsOfTheLock()
    {
        Desk f;
        const auto ana = f.add(QStringLiteral("Ana"));
        QVERIFY(f.setPassphrase(ana, kPassphrase));
        const auto badge = *f.signIn(ana, kPassphrase);
        bool isHeard = false;
        f.desk->hear(f.here.caller(),
                     [&](const desk::Changes& changes) { isHeard = isHeard || changes.people; });
        f.settle();
        f.clock.advance(16min);
        for (int i = 0; i < 1'000 && !isHeard; ++i) {
            f.settle(); // wakes the desk, whose clock stands still
            f.clock.advance(1s);
        }
        QVERIFY(isHeard);
        QVERIFY(f.whoAmI(badge)->isLocked);
    }

    void whoHasNoPassphraseIsNotLocked()
    {
        Desk f;
        const auto ana = f.add(QStringLiteral("Ana"));
        const auto badge = *f.signIn(ana);
        f.clock.advance(100h);
        QVERIFY(!f.whoAmI(badge)->isLocked);
        QVERIFY(f.change({.name = QStringLiteral("Beto")}, badge));
    }

    void theMinutesAreASetting()
    {
        Desk f;
        const auto ana = f.add(QStringLiteral("Ana"));
        QVERIFY(f.setPassphrase(ana, kPassphrase));
        const auto badge = *f.signIn(ana, kPassphrase);
        const auto set = [&](const char* minutes) {
            return f.ask<void>([&](base::Caller& c, auto done) {
                f.desk->saveSetting(c, QString::fromUtf16(desk::kLockMinutesSetting),
                                    QString::fromLatin1(minutes), std::move(done));
            });
        };
        QVERIFY(set("0"));
        f.clock.advance(100h);
        QVERIFY(!f.whoAmI(badge)->isLocked);
        f.desk->stayAwake(badge);
        QVERIFY(set("nonsense"));
        f.clock.advance(14min);
        QVERIFY(!f.whoAmI(badge)->isLocked);
        QVERIFY(set("5"));
        QVERIFY(f.whoAmI(badge)->isLocked);
    }

    void aCheaperHashIsMadeAgain()
    {
        Desk f;
        const auto ana = f.add(QStringLiteral("Ana"));
        const auto hash = people::hashPassphrase(kPassphrase, {.operations = 1, .memory = 8192});
        f.desk.reset();
        const auto stored = f.here.wait<std::vector<store::Person>>(
            [&](auto reply) { f.store->people(std::move(reply)); });
        auto row = stored->front();
        row.passphraseHash = *hash;
        QVERIFY(f.here.wait<store::Person>(
            [&](auto reply) { f.store->savePerson(row, {}, std::move(reply)); }));
        f.restart();
        QVERIFY(f.signIn(ana, kPassphrase));
        QVERIFY(f.signIn(ana, kPassphrase)); // by then the first one's is stored
        const auto kept = f.here.wait<std::vector<store::Person>>(
            [&](auto reply) { f.store->people(std::move(reply)); });
        QVERIFY(!people::needsRehash(kept->front().passphraseHash));
        QVERIFY(people::isPassphrase(kept->front().passphraseHash, kPassphrase));
    }
};

RELEVO_TEST(PassphrasesTest)
#include "passphrases_test.moc"
