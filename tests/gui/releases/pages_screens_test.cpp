// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of a release's pages, in both languages, light and dark, at 100 and 200 %, into
// build/…/screens.
#include "panels/releases/import/import_wizard.h"
#include "releases/release_look.h"
#include "releases/release_window.h"
#include "support/runner.h"

#include <QDialog>
#include <QListWidget>
#include <QTabBar>
#include <QTreeWidget>

#include <tuple>

namespace pages_screens {

void tabAt(ReleaseWindow& f, const char* tabs, int index)
{
    f.find<QTabBar>(tabs)->setCurrentIndex(index);
}

release::Template shipped(ReleaseWindow& f, const QString& language)
{
    return f
        .ask<std::vector<desk::ShelvedTemplate>>([&](base::Caller& c, auto done) {
            f.desk->releaseTemplates(c, language, std::move(done));
        })
        .value()
        .front()
        .plan;
}

void selectFirst(ReleaseWindow& f, const char* tree)
{
    auto* widget = f.find<QTreeWidget>(tree);
    f.until([&] { return widget->topLevelItemCount() > 0; });
    widget->setCurrentItem(widget->topLevelItem(0));
}

void changeTemplate(ReleaseWindow& f)
{
    f.type("templateTitle", QStringLiteral("Chat 2026"));
    tabAt(f, "templateTabs", 1);
    f.find<QListWidget>("templateSectionList")->setCurrentRow(0);
    f.click("templateSectionDown");
    f.click("templateSectionRemove");
    tabAt(f, "templateTabs", 5);
}

bool shootRollout(GuiFixture& f, const ReleaseLook& look)
{
    f.click("canaryPlanButton");
    auto* dialog = f.window->findChild<QDialog*>(QStringLiteral("RolloutDialog"));
    if (!dialog || !look.take(dialog, QStringLiteral("rollout")))
        return false;
    dialog->findChild<QTabBar*>(QStringLiteral("rolloutTabs"))->setCurrentIndex(1);
    const bool isTaken = look.take(dialog, QStringLiteral("rollout-back"));
    dialog->close();
    return isTaken;
}

} // namespace pages_screens

using namespace pages_screens;

class PagesScreensTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pages_data() { ReleaseLook::addRows(); }
    void pages()
    {
        QFETCH(QString, language);
        QFETCH(QString, theme);
        QFETCH(int, percent);
        const ReleaseLook look(language, theme, percent);
        ReleaseWindow f;
        look.open(f);
        f.openNew(shipped(f, language),
                  desk::ReleaseSource{QStringLiteral("estado-actual-despliegue.md"), "# Plan\n"});
        std::ignore = f.act(release::Sign{QStringLiteral("product"), release::Role::Product,
                                          QStringLiteral("Visto en la reunión")});
        const QList<const char*> names{"gate",  "timeline", "canary", "rollback",
                                       "after", "report",   "compare"};
        for (int i = 0; i < names.size(); ++i) {
            tabAt(f, "releaseTabs", i + 1);
            QTest::qWait(200);
            if (i == 0) {
                selectFirst(f, "signOffsTree");
                f.click("ruleChangeButton");
                auto* dialog = f.window->findChild<QDialog*>(QStringLiteral("RuleDialog"));
                QVERIFY(dialog);
                QVERIFY(look.take(dialog, QStringLiteral("rule")));
                dialog->close();
            }
            if (i == 2)
                QVERIFY(shootRollout(f, look));
            if (i == 5) {
                f.click("reportVerify");
                QVERIFY(f.until([&] { return f.shows("reportVerdict"); }));
                f.click("reportEraseSource");
                auto* dialog = f.window->findChild<QDialog*>(QStringLiteral("EraseSourceDialog"));
                QVERIFY(dialog && look.take(dialog, QStringLiteral("erase-source")));
                dialog->close();
            }
            QVERIFY(look.take(f.window.get(), QLatin1String(names[i])));
        }
        f.click("releaseBackButton");
        tabAt(f, "releasesHomeTabs", 1);
        QVERIFY(look.take(f.window.get(), QStringLiteral("templates-none")));
        selectFirst(f, "templatesTree");
        QVERIFY(look.take(f.window.get(), QStringLiteral("templates")));
        const QList<const char*> parts{"sections", "sign-offs", "canary", "rollback", "changes"};
        for (int i = 0; i < parts.size(); ++i) {
            tabAt(f, "templateTabs", i + 1);
            QVERIFY(
                look.take(f.window.get(), QStringLiteral("templates-") + QLatin1String(parts[i])));
        }
        changeTemplate(f);
        QVERIFY(look.take(f.window.get(), QStringLiteral("templates-changed")));
        tabAt(f, "releasesHomeTabs", 2);
        f.type("freezeTitle", QStringLiteral("Fin de año"));
        f.click("freezeAdd");
        selectFirst(f, "freezeTree");
        QVERIFY(look.take(f.window.get(), QStringLiteral("freeze")));
    }

    // What is changed in a template, and one that has nothing yet.
    void templateDialogs_data() { ReleaseLook::addRows(); }
    void templateDialogs()
    {
        QFETCH(QString, language);
        QFETCH(QString, theme);
        QFETCH(int, percent);
        const ReleaseLook look(language, theme, percent);
        ReleaseWindow f;
        look.open(f);
        f.click("releasesButton");
        tabAt(f, "releasesHomeTabs", 1);
        selectFirst(f, "templatesTree");
        const QList<std::tuple<int, const char*, const char*, const char*>> dialogs{
            {0, "templateItemAdd", "ItemDialog", "template-item"},
            {1, "templateSectionAdd", "RowDialog", "template-section"},
            {2, "templateRuleAdd", "RuleDialog", "template-rule"},
            {3, "templateStageAdd", "RowDialog", "template-stage"},
            {3, "templateWatchAdd", "WatchDialog", "template-watch"},
            {4, "templateTriggerAdd", "WatchDialog", "template-trigger"},
            {4, "templateStepAdd", "RowDialog", "template-step"}};
        for (const auto& [tab, button, name, picture] : dialogs) {
            tabAt(f, "templateTabs", tab);
            f.click(button);
            auto* dialog = f.window->findChild<QDialog*>(QLatin1String(name));
            QVERIFY(dialog);
            QVERIFY(look.take(dialog, QLatin1String(picture)));
            if (tab == 0) {
                tabAt(f, "planTabs", 2);
                QVERIFY(look.take(dialog, QStringLiteral("template-item-waits")));
            }
            dialog->close();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
        f.click("templatesNew");
        for (int tab = 0; tab < 6; ++tab) {
            tabAt(f, "templateTabs", tab);
            QVERIFY(look.take(f.window.get(), QStringLiteral("template-new-%1").arg(tab)));
        }
        tabAt(f, "templateTabs", 0);
        f.click("templateItemAdd");
        f.type("planTitleEdit", QStringLiteral("Aviso"));
        f.click("planSaveButton");
        f.type("templateTitle", QStringLiteral(" "));
        f.click("templateSave");
        QVERIFY(look.take(f.window.get(), QStringLiteral("template-fault")));
        f.find<QTreeWidget>("templatesTree")
            ->setCurrentItem(f.find<QTreeWidget>("templatesTree")->topLevelItem(0));
        auto* asked = f.window->findChild<QDialog*>(QStringLiteral("templateAskDialog"));
        QVERIFY(asked);
        QVERIFY(look.take(asked, QStringLiteral("template-ask")));
    }

    // Out to some, one figure past its limit, and back.
    void rollout_data() { ReleaseLook::addRows(); }
    void rollout()
    {
        QFETCH(QString, language);
        QFETCH(QString, theme);
        QFETCH(int, percent);
        const ReleaseLook look(language, theme, percent);
        ReleaseWindow f;
        look.open(f);
        f.openNew(ReleaseWindow::small());
        const auto until = f.clock.wall() + std::chrono::hours(48);
        std::ignore = f.act(release::Change{
            release::Step::Waive, {QStringLiteral("smoke")}, QStringLiteral("ya se probó"), until});
        std::ignore =
            f.act(release::Change{release::Step::Finish, {QStringLiteral("runbook")}, {}, {}});
        std::ignore = f.act(release::Sign{QStringLiteral("security"), release::Role::Security, {}});
        tabAt(f, "releaseTabs", 1);
        QVERIFY(look.take(f.window.get(), QStringLiteral("gate-go")));
        tabAt(f, "releaseTabs", 3);
        QVERIFY(f.until([&] { return f.shows("canaryBegin"); }));
        f.click("canaryBegin");
        QVERIFY(f.until([&] { return f.shows("canaryAbort"); }));
        for (const char* value : {"0.001", "0.002", "0.0015", "0.003", "0.02"}) {
            f.clock.advance(std::chrono::minutes(4));
            f.type("watchValue-errors", QString::fromLatin1(value));
            f.click("watchNote-errors");
        }
        QVERIFY(look.take(f.window.get(), QStringLiteral("canary-breach")));
        tabAt(f, "releaseTabs", 4);
        f.type("rollbackReason", QStringLiteral("5xx al 20 %"));
        f.click("rollbackStart");
        QVERIFY(f.until([&] { return f.shows("rollbackStep"); }));
        QVERIFY(look.take(f.window.get(), QStringLiteral("rollback-begun")));
        tabAt(f, "releaseTabs", 5);
        QVERIFY(look.take(f.window.get(), QStringLiteral("after-out")));
    }

    void importing_data() { ReleaseLook::addRows(); }
    void importing()
    {
        QFETCH(QString, language);
        QFETCH(QString, theme);
        QFETCH(int, percent);
        const ReleaseLook look(language, theme, percent);
        for (const auto& [file, picture] :
             {std::pair{"status/estado-actual-despliegue.md", "import"},
              std::pair{"status/estado-actual-despliegue.mac-roman.md", "import-repaired"}}) {
            ReleaseWindow f;
            look.open(f);
            f.click("releasesButton");
            f.click("importReleaseButton");
            auto* wizard = f.window->findChild<panels::ImportWizard*>();
            QVERIFY(look.take(wizard, QStringLiteral("import-file")));
            wizard->readFile(f.windowFolder.path());
            QVERIFY(f.until([&] { return f.shows("importFault"); }));
            QVERIFY(look.take(wizard, QStringLiteral("import-fault")));
            wizard->readFile(ReleaseWindow::corpus(file));
            QVERIFY(f.until([&] { return f.shows("importTable"); }));
            QVERIFY(look.take(wizard, QLatin1String(picture)));
        }
    }
};

RELEVO_TEST(PagesScreensTest)
#include "pages_screens_test.moc"
