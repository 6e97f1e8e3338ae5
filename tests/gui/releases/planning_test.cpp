// SPDX-License-Identifier: GPL-3.0-or-later
// Changing what a release asks for: an item's checks and evidence, its sign-offs, its title and date.
#include "app/desktop/desktop_checks.h"
#include "panels/releases/releases_panel.h"
#include "releases/releases_window.h"
#include "support/runner.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QJsonArray>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTreeWidget>

namespace releases_planning {

bool isOpen(const ReleasesWindow& f, const char* dialog)
{
    for (const QDialog* each : f.window->findChildren<QDialog*>()) {
        if (each->objectName() == QLatin1String(dialog) && each->isVisible())
            return true;
    }
    return false;
}

/// A release whose item is open in its dialog, at the page of what shows it.
class PlanningWindow : public ReleasesWindow
{
public:
    explicit PlanningWindow(const char* item, int page = 1)
    {
        openOne();
        openItem(item, page);
    }
    void openItem(const char* item, int page)
    {
        select(item);
        window->activateWindow(); // a dialog that was closed leaves no window active here
        std::ignore = QTest::qWaitForWindowActive(window.get());
        QTest::keyClick(window.get(), Qt::Key_F2);
        if (!until([&] { return isOpen(*this, "ItemDialog"); }))
            qFatal("no dialog of an item");
        auto* tabs = find("planTabs");
        tabs->setFocus();
        for (int i = 0; i < page; ++i)
            key(tabs, Qt::Key_Right);
    }
    void addCheck()
    {
        find("checkAddButton")->setFocus();
        key(find("checkAddButton"), Qt::Key_Space);
        if (!until([&] { return isOpen(*this, "CheckDialog"); }))
            qFatal("no dialog of a check");
    }
    void chooseKind(release::CheckKind kind)
    {
        auto* box = find<QComboBox>("checkKindBox");
        box->setCurrentIndex(box->findData(static_cast<int>(kind)));
    }
    void write(const char* field, const QString& text)
    {
        auto* edit = find<QPlainTextEdit>(field);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, QString(text).replace(u'\n', u'\r'));
    }
    /// Enter takes the check, and again the item.
    void take() { key(find("checkTitleEdit"), Qt::Key_Return); }
    void save() { key(find("planTitleEdit"), Qt::Key_Return); }
    [[nodiscard]] const std::vector<release::CheckPlan>& checks(const char* of) const
    {
        return item(of).plan.checks;
    }
};

/// Whoever has the keyboard once its window is in front again.
bool hasKeyboard(const ReleasesWindow& f, const char* name)
{
    const QWidget* widget = f.find(name);
    return widget->window()->focusWidget() == widget;
}

} // namespace releases_planning

using releases_planning::hasKeyboard;
using releases_planning::isOpen;
using releases_planning::PlanningWindow;

class PlanningTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // 1: a check is added by keys, changed, and removed.
    void aCheckIsAddedChangedAndRemoved()
    {
        PlanningWindow f("log-token");
        QVERIFY(f.shows("checkNone"));
        f.addCheck();
        f.type("checkTitleEdit", QStringLiteral("It answers"));
        f.type("checkField_url", QStringLiteral("{host}/api/health"));
        f.type("checkField_status", QStringLiteral("200, 204"));
        f.type("checkField_withinMs", QStringLiteral("2000"));
        f.write("checkField_textPresent", QStringLiteral("ok\nup"));
        f.take();
        QVERIFY(f.until([&] { return !isOpen(f, "CheckDialog"); }));
        QVERIFY(hasKeyboard(f, "checkPlans"));
        QVERIFY(f.find<QListWidget>("checkPlans")
                    ->item(0)
                    ->text()
                    .contains(QStringLiteral("{host}/api/health")));
        f.save();
        QVERIFY(f.until([&] { return f.checks("log-token").size() == 1; }));
        const release::CheckPlan made = f.checks("log-token").front();
        QCOMPARE(made.id, QStringLiteral("it-answers"));
        QVERIFY(made.kind == release::CheckKind::Http);
        const QJsonObject wanted{{QStringLiteral("url"), QStringLiteral("{host}/api/health")},
                                 {QStringLiteral("status"), QJsonArray{200, 204}},
                                 {QStringLiteral("withinMs"), 2000},
                                 {QStringLiteral("textPresent"),
                                  QJsonArray{QStringLiteral("ok"), QStringLiteral("up")}}};
        QCOMPARE(made.parameters, wanted);
        // What a program checks is what it must show.
        QVERIFY(f.item("log-token").plan.evidence == release::EvidenceKind::Check);

        f.openItem("log-token", 1);
        f.key(f.find("checkPlans"), Qt::Key_Return);
        QVERIFY(f.until([&] { return isOpen(f, "CheckDialog"); }));
        f.type("checkField_status", QStringLiteral("200"));
        f.take();
        f.save();
        QVERIFY(f.until([&] {
            return f.checks("log-token").front().parameters.value(QStringLiteral("status")) == 200;
        }));
        QCOMPARE(f.checks("log-token").front().id, made.id);

        f.openItem("log-token", 1);
        f.key(f.find("checkPlans"), Qt::Key_Delete);
        QVERIFY(hasKeyboard(f, "checkAddButton"));
        f.save();
        QVERIFY(f.until([&] { return f.checks("log-token").empty(); }));
    }

    void whatHasNoFieldStaysAsItWas()
    {
        ReleasesWindow made;
        release::Template plan = ReleasesWindow::plan();
        const release::CheckPlan before{
            .id = QStringLiteral("hello"),
            .title = QStringLiteral("It says hello"),
            .kind = release::CheckKind::Command,
            .parameters = {{QStringLiteral("arguments"), QStringLiteral("/bin/true")},
                           {QStringLiteral("group"), QStringLiteral("images")}}};
        plan.items[0].checks = {before};
        made.make(plan, QStringLiteral("Chat 2.5"));
        made.click("releasesButton");
        made.openRelease(QStringLiteral("Chat 2.5"));
        made.select("log-token");
        QTest::keyClick(made.window.get(), Qt::Key_F2);
        QVERIFY(made.until([&] { return isOpen(made, "ItemDialog"); }));
        made.key(made.find("checkPlans"), Qt::Key_Return);
        QVERIFY(made.until([&] { return isOpen(made, "CheckDialog"); }));
        QVERIFY(made.find<QPlainTextEdit>("checkOtherEdit")
                    ->toPlainText()
                    .contains(QStringLiteral("images")));
        made.type("checkTitleEdit", QStringLiteral("It says good day"));
        made.key(made.find("checkTitleEdit"), Qt::Key_Return);
        made.key(made.find("planTitleEdit"), Qt::Key_Return);
        QVERIFY(made.until(
            [&] { return made.item("log-token").plan.checks.front().title != before.title; }));
        QCOMPARE(made.item("log-token").plan.checks.front().parameters, before.parameters);
    }

    void whatIsWrongIsToldWhereItIsWritten()
    {
        PlanningWindow f("log-token");
        f.addCheck();
        f.type("checkTitleEdit", QStringLiteral("It answers"));
        f.take();
        QCOMPARE(f.text("checkError"), QStringLiteral("“Address” is needed."));
        QVERIFY(hasKeyboard(f, "checkField_url"));
        f.type("checkField_url", QStringLiteral("{host}/"));
        f.type("checkField_status", QStringLiteral("yes"));
        f.take();
        QVERIFY(f.text("checkError").contains(QStringLiteral("from 100 to 599")));
        f.chooseKind(release::CheckKind::Tcp); // what was written under its name is there again
        f.type("checkField_host", QStringLiteral("chat.example.org"));
        f.type("checkField_port", QStringLiteral("99999"));
        f.take();
        QCOMPARE(f.text("checkError"), QStringLiteral("“Port” is a number from 1 to 65535."));
        f.chooseKind(release::CheckKind::Http);
        QCOMPARE(f.text("checkField_url"), QStringLiteral("{host}/"));
        f.chooseKind(release::CheckKind::Metric);
        QVERIFY(f.until([&] { return f.shows("checkField_limit"); }));
        f.type("checkField_limit", QStringLiteral("0.5"));
        f.take();
        QCOMPARE(f.text("checkError"), QStringLiteral("A figure or a query: one of the two."));
        QVERIFY(hasKeyboard(f, "checkField_figure"));
        f.key(f.find("checkTitleEdit"), Qt::Key_Escape);
        QVERIFY(f.until([&] { return !isOpen(f, "CheckDialog"); }));
        QVERIFY(isOpen(f, "ItemDialog"));
    }

    // What the desk refuses is told in the dialog, which keeps all that was written.
    void aSecretInACheckIsRefused()
    {
        PlanningWindow f("log-token");
        f.addCheck();
        f.chooseKind(release::CheckKind::Command);
        f.write("checkField_arguments", QStringLiteral("curl\n-H\nAuthorization: Bearer "
                                                       "ghp_0123456789abcdefghijABCDEFGHIJ456789"));
        f.take();
        f.save();
        QVERIFY(f.until([&] { return f.shows("planError"); }));
        QVERIFY(f.text("planError").contains(QStringLiteral("There is a secret in it")));
        QCOMPARE(f.find<QListWidget>("checkPlans")->count(), 1);
        QVERIFY(f.checks("log-token").empty());
    }

    void onlyKindsThatCanRunHereAreOffered()
    {
        ReleasesWindow f;
        app::DesktopChecks checks{f.home.home(), f.systemClock, {}};
        f.hooks.checks = &checks;
        f.restartAll();
        f.openOne();
        f.select("log-token");
        QTest::keyClick(f.window.get(), Qt::Key_F2);
        QVERIFY(f.until([&] { return isOpen(f, "ItemDialog"); }));
        f.find<QTabBar>("planTabs")->setCurrentIndex(1);
        f.click("checkAddButton");
        const auto* box = f.find<QComboBox>("checkKindBox");
        QVERIFY(box->findData(static_cast<int>(release::CheckKind::Http)) >= 0);
        QCOMPARE(box->findData(static_cast<int>(release::CheckKind::Backup)), -1);
        f.window.reset();
    }

    void evidenceHoldsForHoursOrDays()
    {
        PlanningWindow f("smoke"); // 24 hours
        auto* validity = f.find<QDoubleSpinBox>("planValidity");
        QCOMPARE(validity->value(), 1.0);
        QCOMPARE(f.find<QComboBox>("planValidityUnit")->currentText(), QStringLiteral("days"));
        validity->setFocus();
        validity->selectAll();
        QTest::keyClicks(validity, QStringLiteral("36"));
        f.key(f.find("planValidityUnit"), Qt::Key_Up);
        f.save();
        QVERIFY(f.until(
            [&] { return f.item("smoke").plan.evidenceValidity == release::minutes(36 * 60); }));
    }

    void itemsThatWouldWaitForEachOtherAreRefused()
    {
        PlanningWindow f("log-token", 2); // the smoke tests wait for it
        auto* list = f.find<QListWidget>("planAfterList");
        list->setCurrentRow(0);
        list->setFocus();
        f.key(list, Qt::Key_Space);
        f.save();
        QVERIFY(f.until([&] { return f.shows("planError"); }));
        QVERIFY(f.text("planError")
                    .startsWith(QStringLiteral("They would wait for each other for ever: «")));
        QVERIFY(f.text("planError").contains(QStringLiteral("«Smoke tests on staging»")));
        QVERIFY(f.item("log-token").plan.after.empty());
        f.key(list, Qt::Key_Space);
        f.save();
        QVERIFY(f.until([&] { return !isOpen(f, "ItemDialog"); }));
    }

    // 2: a sign-off is added, changed and removed by keys.
    void aSignOffIsAddedChangedAndRemoved()
    {
        ReleasesWindow f;
        f.openOne();
        f.tab("releaseTabs", QStringLiteral("Gate"));
        const auto rules = [&]() -> const std::vector<release::SignOffRule>& {
            return f.window->releases().release().release().signOffs;
        };
        const auto press = [&](const char* button) {
            f.find(button)->setFocus();
            f.key(f.find(button), Qt::Key_Space);
            return f.until([&] { return isOpen(f, "RuleDialog"); });
        };
        QVERIFY(!f.shows("ruleChangeButton")); // none is chosen
        QVERIFY(press("ruleAddButton"));
        f.key(f.find("ruleTitleEdit"), Qt::Key_Return);
        QCOMPARE(f.text("ruleError"), QStringLiteral("Say what is signed."));
        f.type("ruleTitleEdit", QStringLiteral("Two of operations"));
        f.key(f.find("ruleTitleEdit"), Qt::Key_Return);
        QCOMPARE(f.text("ruleError"), QStringLiteral("Say who may sign: one role at least."));
        auto* roles = f.find<QListWidget>("ruleRolesList");
        roles->setCurrentRow(static_cast<int>(release::Role::Sre));
        f.key(roles, Qt::Key_Space);
        f.key(f.find("ruleNeeded"), Qt::Key_Up);
        f.key(f.find("ruleSectionsList"), Qt::Key_Down);
        f.key(f.find("ruleSectionsList"), Qt::Key_Space);
        f.key(f.find("ruleTitleEdit"), Qt::Key_Return);
        QVERIFY(f.until([&] { return rules().size() == 2 && !isOpen(f, "RuleDialog"); }));
        QCOMPARE(rules().back().id, QStringLiteral("two-of-operations"));
        QVERIFY(rules().back().roles == release::Roles{release::Role::Sre});
        QCOMPARE(rules().back().needed, 2);
        QCOMPARE(rules().back().sections, QStringList(QStringLiteral("operations")));
        auto* tree = f.find<QTreeWidget>("signOffsTree");
        tree->setCurrentItem(tree->topLevelItem(1));
        QVERIFY(press("ruleChangeButton"));
        f.key(f.find("ruleNeeded"), Qt::Key_Down);
        f.key(f.find("ruleTitleEdit"), Qt::Key_Return);
        QVERIFY(f.until([&] { return rules().back().needed == 1 && !isOpen(f, "RuleDialog"); }));
        QVERIFY(press("ruleChangeButton")); // it is still chosen
        f.key(f.find("ruleRemoveButton"), Qt::Key_Space);
        QVERIFY(f.until([&] { return rules().size() == 1; }));
        QCOMPARE(rules().front().id, QStringLiteral("product"));
    }

    // 2: somebody took the item away while this was being written.
    void aSignOffForWhatIsNotThereIsRefusedByItsName()
    {
        ReleasesWindow f;
        f.openOne();
        auto& open = f.window->releases().release();
        release::SignOffRule rule = open.release().signOffs.front();
        rule.items = {QStringLiteral("runbook"), QStringLiteral("gone")};
        QString why;
        open.act(release::PlanRule{.rule = rule}, [&why](const QString& whyNot) { why = whyNot; });
        QVERIFY(f.until([&] { return !why.isEmpty(); }));
        QCOMPARE(why, QStringLiteral("That is no longer there: «gone»."));
    }

    // 3: another title and another date; what was not touched is not said.
    void aReleaseIsRescheduled()
    {
        ReleasesWindow f;
        f.openOne();
        const auto& open = f.window->releases().release();
        const auto press = [&] {
            f.find("rescheduleButton")->setFocus();
            f.key(f.find("rescheduleButton"), Qt::Key_Space);
            return f.until([&] { return isOpen(f, "RescheduleDialog"); });
        };
        QVERIFY(!f.shows("releasePlannedLabel"));
        QVERIFY(press());
        f.type("rescheduleTitleEdit", QStringLiteral(" "));
        f.key(f.find("rescheduleTitleEdit"), Qt::Key_Return);
        QCOMPARE(f.text("rescheduleError"), QStringLiteral("A release has a title."));
        f.type("rescheduleTitleEdit", QStringLiteral("Chat 2.5"));
        f.key(f.find("reschedulePlannedBox"), Qt::Key_Space);
        f.key(f.find("rescheduleTitleEdit"), Qt::Key_Return);
        QVERIFY(f.until([&] { return !isOpen(f, "RescheduleDialog"); }));
        QCOMPARE(f.text("releaseTitleLabel"), QStringLiteral("Chat 2.5"));
        QVERIFY(f.shows("releasePlannedLabel"));
        const auto planned = open.release().plannedFor;
        const auto head = open.view().ledger;
        QVERIFY(press());
        f.key(f.find("rescheduleTitleEdit"), Qt::Key_Return);
        QVERIFY(f.until([&] { return !isOpen(f, "RescheduleDialog"); }));
        QCOMPARE(open.view().ledger.count, head.count);
        QVERIFY(open.release().plannedFor == planned);
    }

    // 4: who rehearsed the rollback, and when, is said after it.
    void aRollbackIsRehearsed()
    {
        ReleasesWindow f;
        release::Template plan = ReleasesWindow::plan();
        plan.rollback.steps = {{QStringLiteral("Put it back"), release::minutes(10), {}}};
        f.make(plan, QStringLiteral("Chat 2.6"));
        f.click("releasesButton");
        f.openRelease(QStringLiteral("Chat 2.6"));
        f.tab("releaseTabs", QStringLiteral("Rollback"));
        QVERIFY(f.text("rollbackHint").contains(QStringLiteral("Not rehearsed yet.")));
        f.find("rollbackRehearsed")->setFocus();
        f.key(f.find("rollbackRehearsed"), Qt::Key_Space);
        QVERIFY(f.until(
            [&] { return f.text("rollbackHint").contains(QStringLiteral(", as Lucía says.")); }));
        QVERIFY(f.window->releases().release().release().rollbackPlan.rehearsedAt.has_value());
    }

    // 6: a text goes for ever, with a reason; that it was there and who erased it stays.
    void aTextIsErased()
    {
        ReleasesWindow f;
        f.openOne();
        f.select("runbook");
        f.window->releases().release().act(
            release::Say{{QStringLiteral("runbook")}, QStringLiteral("Ana's phone is 555 0199")});
        f.find<QTabBar>("itemTabs")->setCurrentIndex(3);
        QVERIFY(f.until([&] { return f.text("historyText").contains(QStringLiteral("Ana")); }));
        f.find("historyEraseButton")->setFocus();
        f.key(f.find("historyEraseButton"), Qt::Key_Space);
        QVERIFY(f.until([&] { return isOpen(f, "EraseDialog"); }));
        f.key(f.find("eraseButton"), Qt::Key_Space);
        QVERIFY(f.until([&] { return f.shows("eraseError"); }));
        QCOMPARE(f.text("eraseError"), QStringLiteral("It needs a reason."));
        f.type("eraseReasonEdit", QStringLiteral("she asked for it"));
        f.key(f.find("eraseButton"), Qt::Key_Space);
        QVERIFY(f.until([&] { return !isOpen(f, "EraseDialog"); }));
        QVERIFY(f.until(
            [&] { return f.text("historyText").contains(QStringLiteral("its text was erased")); }));
        QVERIFY(f.item("runbook").discussion.front().text.isEmpty());
        QVERIFY(!f.shows("historyEraseButton")); // there is nothing left
        f.find<QTabBar>("itemTabs")->setCurrentIndex(2);
        QVERIFY(f.text("talkSaid").contains(QStringLiteral("(its text was erased)")));
    }

    // 6: a folder stands where the file should be, as a disk that says no would.
    void aFileThatCouldNotBeErasedIsErasedInASecondTry()
    {
        ReleasesWindow f;
        f.openOne();
        f.select("runbook");
        auto& open = f.window->releases().release();
        open.act(desk::ReleaseDeed{
            .deed = release::Show{.item = {QStringLiteral("runbook")},
                                  .evidence = {.kind = release::EvidenceKind::File,
                                               .title = QStringLiteral("dora.log")}},
            .file = "Dora was here"});
        f.find<QTabBar>("itemTabs")->setCurrentIndex(3);
        QVERIFY(f.until([&] { return f.text("historyText").contains(QStringLiteral("dora")); }));
        const QDir files(f.folder.filePath(QStringLiteral("evidence")));
        const QString stuck = files.filePath(files.entryList(QDir::Files).front());
        QVERIFY(QFile::remove(stuck) && QDir().mkpath(stuck + QStringLiteral("/inside")));
        f.find("historyEraseButton")->setFocus();
        f.key(f.find("historyEraseButton"), Qt::Key_Space);
        QVERIFY(f.until([&] { return isOpen(f, "EraseDialog"); }));
        f.type("eraseReasonEdit", QStringLiteral("she asked for it"));
        f.key(f.find("eraseButton"), Qt::Key_Space);
        QVERIFY(f.until([&] { return f.shows("eraseError"); }));
        QVERIFY(QDir(stuck).removeRecursively() && QFile(stuck).open(QIODevice::WriteOnly));
        QString said;
        QObject::connect(&open, &panels::OpenRelease::said, f.window.get(),
                         [&said](const QString& text) { said = text; });
        f.key(f.find("eraseButton"), Qt::Key_Space);
        QVERIFY(f.until([&] { return !isOpen(f, "EraseDialog"); }));
        QCOMPARE(said, QStringLiteral("1 file left of it was erased."));
        QVERIFY(files.entryList(QDir::Files).isEmpty());
    }

    // 7: what one person was writing is not there for the next one.
    void whatWasBeingWrittenGoesWithWhoWroteIt()
    {
        ReleasesWindow f;
        f.openOne();
        f.select("runbook");
        auto& open = f.window->releases().release();
        f.find<QTabBar>("itemTabs")->setCurrentIndex(2);
        f.type("talkEdit", QStringLiteral("half a sentence"));
        f.type("evidenceEdit", QStringLiteral("half an output"));
        constexpr std::array kOfPages{"overrideReason", "rollbackReason", "canaryReason",
                                      "freezeTitle"};
        for (const char* edit : kOfPages)
            f.type(edit, QStringLiteral("half a reason"));
        f.window->releases().setMe(open.me(), open.badge()); // the same person comes back
        QCOMPARE(f.text("talkEdit"), QStringLiteral("half a sentence"));
        f.window->releases().setMe({}, {});
        for (const char* edit : {"talkEdit", "evidenceEdit"})
            QVERIFY2(f.text(edit).isEmpty(), edit);
        for (const char* edit : kOfPages)
            QVERIFY2(f.text(edit).isEmpty(), edit);
    }
};

RELEVO_TEST(PlanningTest)
#include "planning_test.moc"
