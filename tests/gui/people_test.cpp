// SPDX-License-Identifier: GPL-3.0-or-later
// Settings -> People, who sits at the window, and its lock.
#include "gui_fixture.h"
#include "support/runner.h"

#include <QAction>
#include <QComboBox>
#include <QListWidget>
#include <QMenu>
#include <QSettings>
#include <QTreeWidget>

using namespace std::chrono_literals;

namespace people_window {

constexpr int kPeoplePage = 6;
const char* const kWords = "gato sobre el piano";

class PeopleWindow : public GuiFixture
{
public:
    using GuiFixture::GuiFixture;

    void openPeople()
    {
        click("settingsButton");
        find<QListWidget>("settingsPages")->setCurrentRow(kPeoplePage);
        waitForRows(1);
    }
    [[nodiscard]] QStringList row(int number) const
    {
        const auto* item = find<QTreeWidget>("peopleTree")->topLevelItem(number);
        return item ? QStringList{item->text(0), item->text(1), item->text(2)} : QStringList();
    }
    bool waitForRows(int count)
    {
        return until([&] { return find<QTreeWidget>("peopleTree")->topLevelItemCount() == count; });
    }
    void select(int number)
    {
        auto* tree = find<QTreeWidget>("peopleTree");
        tree->setCurrentItem(tree->topLevelItem(number));
    }
    bool add(const QString& name)
    {
        const int before = find<QTreeWidget>("peopleTree")->topLevelItemCount();
        type("newPersonEdit", name);
        click("addPersonButton");
        return waitForRows(before + 1);
    }
    /// Mine, through the page.
    bool setPassphrase()
    {
        select(0);
        type("freshPassphrase", QString::fromLatin1(kWords));
        click("setPassphraseButton");
        return until([&] { return row(0).value(2) == QStringLiteral("with a passphrase"); });
    }
    bool isOpen() { return find("rail")->isEnabled() && !shows("DoorPage"); }
    bool enterWith(const char* words)
    {
        type("doorPassphrase", QString::fromLatin1(words));
        click("enterButton");
        return until([&] { return isOpen() || shows("doorError"); });
    }
    bool lockBySilence()
    {
        settle(); // the last key was told
        clock.advance(16min);
        return until([&] {
            settle(); // the desk looks at its clock
            return shows("DoorPage") && shows("doorPassphrase");
        });
    }
};

} // namespace people_window

using people_window::kWords;
using people_window::PeopleWindow;

class PeopleWindowTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aLeadAddsSomebodyGivesRolesAndLocksOut()
    {
        PeopleWindow f;
        f.openPeople();
        QCOMPARE(f.row(0).at(0), QStringLiteral("Lucía (you)"));
        QCOMPARE(f.row(0).at(1), QStringLiteral("Agent, Lead, Reviewer"));
        QVERIFY(f.add(QStringLiteral("Beto")));
        QCOMPARE(f.row(1), (QStringList{QStringLiteral("Beto"), QStringLiteral("Agent"),
                                        QStringLiteral("without a passphrase")}));
        f.select(1);
        for (QAction* action : f.find<QMenu>("rolesMenu")->actions()) {
            if (action->text() == QStringLiteral("QA"))
                action->trigger();
        }
        QVERIFY(f.until([&] { return f.row(1).at(1) == QStringLiteral("Agent, QA"); }));
        f.type("personNameEdit", QStringLiteral("Alberto"));
        f.click("renameButton");
        QVERIFY(f.until([&] { return f.row(1).at(0) == QStringLiteral("Alberto"); }));
        f.click("lockOutButton");
        QVERIFY(f.until([&] { return f.row(1).at(2) == QStringLiteral("locked out"); }));
        QCOMPARE(f.text("lockOutButton"), QStringLiteral("Let in again"));
        f.click("lockOutButton");
        QVERIFY(f.until([&] { return f.row(1).at(2) != QStringLiteral("locked out"); }));
    }

    void theLastLeadStaysAndThePageSaysWhy()
    {
        PeopleWindow f;
        f.openPeople();
        f.select(0);
        f.click("lockOutButton");
        QVERIFY(
            f.until([&] { return f.text("resultLabel").contains(QStringLiteral("one lead")); }));
        QCOMPARE(f.row(0).at(2), QStringLiteral("without a passphrase"));
    }

    void aPassphraseIsAskedAtTheNextStart()
    {
        PeopleWindow f;
        f.openPeople();
        QVERIFY(f.setPassphrase());
        f.restartAll();
        QVERIFY(f.until([&] { return f.shows("doorPassphrase"); }));
        QVERIFY(!f.isOpen() && !f.shows("newHereButton"));
        QVERIFY(f.enterWith("perro en la terraza"));
        QCOMPARE(f.text("doorError"), QStringLiteral("That is not the passphrase."));
        QVERIFY(f.enterWith(kWords));
        QVERIFY(f.isOpen());
        f.openPeople();
        f.select(0);
        QVERIFY(f.shows("currentPassphrase")); // one's own is changed with the one before
        f.type("currentPassphrase", QString::fromLatin1(kWords));
        f.click("clearPassphraseButton");
        QVERIFY(f.until([&] { return f.row(0).at(2) == QStringLiteral("without a passphrase"); }));
    }

    void silenceLocksTheWindowAndItOpensWhereItWas()
    {
        PeopleWindow f;
        f.openPeople();
        QVERIFY(f.setPassphrase());
        QVERIFY(f.lockBySilence());
        QVERIFY(!f.isOpen());
        QCOMPARE(f.text("doorTitle"), QStringLiteral("Locked"));
        for (const QAction* action : f.window->findChildren<QAction*>(QStringLiteral("chats")))
            QVERIFY(!action->isEnabled());
        QVERIFY(f.enterWith(kWords));
        QVERIFY(f.isOpen());
        QVERIFY(f.shows("peopleTree"));
    }

    void withoutAPassphraseNothingLocks()
    {
        PeopleWindow f;
        f.clock.advance(100h);
        f.settle();
        QTest::qWait(200);
        QVERIFY(f.isOpen());
    }

    void whoSitsHereIsChosenWhereItIsNotKnown()
    {
        PeopleWindow f;
        f.openPeople();
        QVERIFY(f.add(QStringLiteral("Beto")));
        f.window.reset();
        QSettings settings(f.settingsFile(), QSettings::IniFormat);
        settings.remove(QStringLiteral("person"));
        settings.sync();
        f.open();
        QVERIFY(f.until([&] { return f.find<QComboBox>("doorPeople")->count() == 2; }));
        QVERIFY(!f.shows("doorPassphrase") && f.shows("newHereButton"));
        f.find<QComboBox>("doorPeople")->setCurrentIndex(1);
        f.click("enterButton");
        QVERIFY(f.until([&] { return f.isOpen(); }));
        QCOMPARE(f.window->settings().value(QStringLiteral("person")).toLongLong(), 2);
    }

    void whoIsLockedOutElsewhereIsShownTheDoor()
    {
        PeopleWindow f;
        f.openPeople();
        QVERIFY(f.add(QStringLiteral("Beto")));
        const auto tell = [&](const desk::PersonChange& change, const desk::Badge& badge) {
            return f.ask<desk::Person>([&](base::Caller& c, auto done) {
                f.desk->changePerson(c, badge, change, std::move(done));
            });
        };
        const auto badge = [&](qint64 person) {
            return *f.ask<desk::Badge>([&](base::Caller& c, auto done) {
                f.desk->signIn(c, {{person}, {}}, std::move(done));
            });
        };
        QVERIFY(tell({.person = {2}, .roles = people::Roles{people::Role::Lead}}, badge(1)));
        QVERIFY(tell({.person = f.me, .isActive = false}, badge(2)));
        QVERIFY(f.until([&] { return f.shows("DoorPage"); }));
        QVERIFY(!f.isOpen());
    }
};

RELEVO_TEST(PeopleWindowTest)
#include "people_test.moc"
