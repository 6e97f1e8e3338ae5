// SPDX-License-Identifier: GPL-3.0-or-later
// Templates and their versions, and ways to a release side by side.
#include "panels/look/language.h"
#include "panels/releases/releases_panel.h"
#include "releases/release_window.h"
#include "support/runner.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QSpinBox>
#include <QTabBar>
#include <QTreeWidget>

#include <algorithm>

namespace templates_window {

class TemplatesWindow : public ReleaseWindow
{
public:
    TemplatesWindow()
    {
        click("releasesButton");
        tab("releasesHomeTabs", QStringLiteral("Templates"));
        if (!until([&] { return tree().topLevelItemCount() > 0; }))
            qFatal("no templates");
    }
    ~TemplatesWindow() { panels::applyLanguage(QStringLiteral("en")); }
    QTreeWidget& tree() const { return *find<QTreeWidget>("templatesTree"); }
    QTreeWidget& items() const { return *find<QTreeWidget>("templateItems"); }
    QListWidget& list(const char* name) const { return *find<QListWidget>(name); }
    std::vector<desk::ShelvedTemplate> templates(const QString& language = QStringLiteral("en"))
    {
        return ask<std::vector<desk::ShelvedTemplate>>([&](base::Caller& c, auto done) {
                   desk->releaseTemplates(c, language, std::move(done));
               })
            .value();
    }
    /// The newest one of this id.
    release::Template kept(const QString& of)
    {
        for (const auto& each : templates()) {
            if (each.plan.id == of)
                return each.plan;
        }
        return {};
    }
    desk::ShelvedTemplate saveOnTheDesk(release::Template plan)
    {
        plan.language = QStringLiteral("en");
        return ask<std::vector<desk::ShelvedTemplate>>([&](base::Caller& c, auto done) {
                   desk->saveReleaseTemplates(c, {}, {plan}, std::move(done));
               })
            .value()
            .front();
    }
    void select(int row) { tree().setCurrentItem(tree().topLevelItem(row)); }
    bool selectKey(const QString& title)
    {
        const auto row = [&] { return tree().findItems(title, Qt::MatchExactly); };
        if (!until([&] { return !row().isEmpty(); }))
            return false;
        tree().setCurrentItem(row().front());
        return true;
    }
    QDialog* dialog(const char* name) const
    {
        for (auto* each : window->findChildren<QDialog*>(QLatin1String(name))) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }
    void saved()
    {
        click("templateSave");
        const auto isOver = [&] { // the other one waits too while it is being saved
            return !find("templateSave")->isEnabled() && find("templateCopy")->isEnabled();
        };
        if (!until(isOver))
            qFatal("not saved: %s", qPrintable(text("templateMessage")));
    }
    void part(const QString& name) { tab("templateTabs", name); }
    bool answer(const QString& button)
    {
        auto* box = qobject_cast<QMessageBox*>(dialog("templateAskDialog"));
        if (!box)
            return false;
        for (QAbstractButton* each : box->buttons()) {
            if (each->text() == button) {
                each->click();
                return until([&] { return !dialog("templateAskDialog"); });
            }
        }
        return false;
    }
};

/// Whose sign-off covers what is there, as the shelf asks for.
release::Template small()
{
    release::Template plan = ReleaseWindow::small();
    plan.signOffs[0].sections = {plan.sections[0].id};
    return plan;
}

release::Template empty()
{
    release::Template plan;
    plan.id = QStringLiteral("empty");
    plan.language = QStringLiteral("en");
    plan.title = QStringLiteral("Empty");
    return plan;
}

} // namespace templates_window

using templates_window::TemplatesWindow;

class TemplatesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSectionAndAnItemComeIntoATemplateThatHasNone()
    {
        TemplatesWindow f;
        f.saveOnTheDesk(templates_window::empty());
        QVERIFY(f.selectKey(QStringLiteral("Empty")));
        QVERIFY(f.shows("templateItemsNone"));
        QVERIFY(!f.find("templateSave")->isEnabled());
        f.part(QStringLiteral("Sections"));
        f.click("templateSectionAdd");
        f.type("rowTitleEdit", QStringLiteral("Before"));
        f.click("rowSaveButton");
        f.part(QStringLiteral("Items"));
        f.click("templateItemAdd");
        f.type("planTitleEdit", QStringLiteral("Ask Ana"));
        f.type("planTagsEdit", QStringLiteral("people, once"));
        f.click("planSaveButton");
        QVERIFY(f.until([&] { return !f.dialog("ItemDialog"); }));
        f.saved();
        const release::Template kept = f.kept(QStringLiteral("empty"));
        QCOMPARE(kept.version, 2);
        QCOMPARE(kept.sections.at(0).title, QStringLiteral("Before"));
        QCOMPARE(kept.items.at(0).id.value, QStringLiteral("ask-ana"));
        QCOMPARE(kept.items.at(0).section, kept.sections.at(0).id);
        QCOMPARE(kept.items.at(0).tags,
                 QStringList({QStringLiteral("people"), QStringLiteral("once")}));
    }

    void anItemBringsASectionWhereThereIsNone()
    {
        TemplatesWindow f;
        f.click("templatesNew");
        QVERIFY(f.shows("templateItemsNone"));
        f.type("templateTitle", QStringLiteral("Small fixes"));
        f.click("templateItemAdd");
        f.type("planTitleEdit", QStringLiteral("Tests are green"));
        f.click("planSaveButton");
        QVERIFY(f.until([&] { return !f.dialog("ItemDialog"); }));
        f.saved();
        const release::Template kept = f.kept(QStringLiteral("small-fixes"));
        QCOMPARE(kept.sections.at(0).title, QStringLiteral("General"));
        QCOMPARE(kept.items.size(), std::size_t{1});
        QVERIFY(f.until([&] {
            return f.tree().currentItem() &&
                   f.tree().currentItem()->text(0) == QStringLiteral("Small fixes");
        }));
    }

    void anItemIsChangedWithAllThatItAsksFor()
    {
        TemplatesWindow f;
        f.saveOnTheDesk(templates_window::small());
        QVERIFY(f.selectKey(QStringLiteral("Salida chica")));
        f.items().setCurrentItem(f.items().topLevelItem(0)->child(1));
        QTest::keyClick(&f.items(), Qt::Key_Return);
        QVERIFY(f.until([&] { return f.dialog("ItemDialog") != nullptr; }));
        QVERIFY(!f.shows("planAbout"));
        f.find<QComboBox>("planParentBox")->setCurrentIndex(1);
        f.find<QDoubleSpinBox>("planDue")->setValue(48);
        f.find<QTabBar>("planTabs")->setCurrentIndex(1);
        f.click("checkAddButton");
        f.type("checkTitleEdit", QStringLiteral("It answers"));
        f.type("checkField_url", QStringLiteral("{host}/health"));
        f.click("checkTakeButton");
        f.find<QTabBar>("planTabs")->setCurrentIndex(2);
        f.find<QListWidget>("planAfterList")->item(0)->setCheckState(Qt::Unchecked);
        f.click("planAfterGoBox");
        f.click("planSaveButton");
        QVERIFY(f.until([&] { return !f.dialog("ItemDialog"); }));
        f.saved();
        const release::Template kept = f.kept(QStringLiteral("small"));
        const release::ItemPlan& item = kept.items.at(1);
        QCOMPARE(item.id.value, QStringLiteral("runbook"));
        QCOMPARE(item.parent.value, QStringLiteral("smoke"));
        QVERIFY(item.dueWithin == release::minutes(48 * 60));
        QCOMPARE(item.checks.at(0).id, QStringLiteral("it-answers"));
        QVERIFY(item.evidence == release::EvidenceKind::Check);
        QVERIFY(item.isAfterGo && item.after.empty());
        QVERIFY(kept.rollback.steps == templates_window::small().rollback.steps);
    }

    void itemsAreMovedRemovedAndBroughtBack()
    {
        TemplatesWindow f;
        f.saveOnTheDesk(templates_window::small());
        QVERIFY(f.selectKey(QStringLiteral("Salida chica")));
        const auto first = [&] { return f.items().topLevelItem(0)->child(0)->text(0); };
        f.items().setCurrentItem(f.items().topLevelItem(0)->child(1));
        QTest::keyClick(&f.items(), Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(first(), QStringLiteral("Runbook"));
        QTest::keyClick(&f.items(), Qt::Key_Delete);
        QCOMPARE(f.items().topLevelItem(0)->childCount(), 1);
        QCOMPARE(f.items().currentItem()->text(0), first());
        f.click("templateUndo");
        f.click("templateUndo");
        QCOMPARE(f.items().topLevelItem(0)->childCount(), 2);
        QVERIFY(!f.find("templateUndo")->isEnabled() && !f.find("templateSave")->isEnabled());
    }

    void aSignOffIsAddedChangedAndRemoved()
    {
        TemplatesWindow f;
        f.saveOnTheDesk(templates_window::small());
        QVERIFY(f.selectKey(QStringLiteral("Salida chica")));
        f.part(QStringLiteral("Sign-offs"));
        f.click("templateRuleAdd");
        f.type("ruleTitleEdit", QStringLiteral("Product"));
        f.click("ruleSaveButton");
        QVERIFY(f.shows("ruleError")); // nobody signs it yet
        f.find<QListWidget>("ruleRolesList")
            ->item(static_cast<int>(release::Role::Product))
            ->setCheckState(Qt::Checked);
        f.click("ruleSaveButton");
        QVERIFY(f.until([&] { return f.list("templateRuleList").count() == 2; }));
        f.list("templateRuleList").setCurrentRow(0);
        QTest::keyClick(&f.list("templateRuleList"), Qt::Key_Delete);
        f.saved();
        const release::Template kept = f.kept(QStringLiteral("small"));
        QCOMPARE(kept.signOffs.size(), std::size_t{1});
        QCOMPARE(kept.signOffs[0].id, QStringLiteral("product"));
        QVERIFY(kept.signOffs[0].roles == release::Roles{release::Role::Product});
    }

    void aStageAndAFigureComeIntoTheCanary()
    {
        TemplatesWindow f;
        f.saveOnTheDesk(templates_window::small());
        QVERIFY(f.selectKey(QStringLiteral("Salida chica")));
        f.part(QStringLiteral("Canary"));
        f.click("templateStageAdd");
        f.find<QSpinBox>("rowPercent")->setValue(25);
        f.find<QSpinBox>("rowMinutes")->setValue(45);
        f.click("rowSaveButton");
        f.click("templateWatchAdd");
        f.type("watchTitleEdit", QStringLiteral("Memory"));
        f.find<QComboBox>("watchFigureBox")->setCurrentText(QStringLiteral("memory_ratio"));
        f.click("watchSaveButton");
        QCOMPARE(f.text("watchError"), QStringLiteral("The limit is a number."));
        f.type("watchLimitEdit", QStringLiteral("0.8"));
        f.click("watchGrowing");
        f.click("watchSaveButton");
        QVERIFY(f.until([&] { return f.list("templateWatchList").count() == 2; }));
        f.saved();
        const release::CanaryPlan canary = f.kept(QStringLiteral("small")).canary;
        QCOMPARE(canary.stages.size(), std::size_t{3});
        QVERIFY((canary.stages[1] == release::CanaryStage{25, release::minutes(45)}));
        QCOMPARE(canary.watches[1].id, QStringLiteral("memory"));
        QVERIFY(canary.watches[1].andGrowing && canary.watches[1].limit == 0.8);
    }

    // Where it groups thousands too: 0.005 is no five.
    void aLimitIsWrittenWithAPointOrAComma()
    {
        TemplatesWindow f;
        f.saveOnTheDesk(templates_window::small());
        QVERIFY(f.selectKey(QStringLiteral("Salida chica")));
        f.part(QStringLiteral("Canary"));
        panels::applyLanguage(QStringLiteral("es"));
        for (const char* limit : {"0.005", "0,005"}) {
            f.click("templateWatchAdd");
            f.type("watchTitleEdit", QString::fromLatin1(limit));
            f.find<QComboBox>("watchFigureBox")->setCurrentText(QStringLiteral("memory_ratio"));
            f.type("watchLimitEdit", QString::fromLatin1(limit));
            f.click("watchSaveButton");
            QVERIFY(f.until(
                [&] { return !f.window->findChild<QDialog*>(QStringLiteral("WatchDialog")); }));
        }
        f.saved();
        const auto watches = f.kept(QStringLiteral("small")).canary.watches;
        QCOMPARE(watches.size(), std::size_t{3});
        QVERIFY(watches[1].limit == 0.005 && watches[2].limit == 0.005);
    }

    void savedTwiceAtOnceItIsOneVersion()
    {
        TemplatesWindow f;
        f.saveOnTheDesk(templates_window::small());
        QVERIFY(f.selectKey(QStringLiteral("Salida chica")));
        f.type("templateTitle", QStringLiteral("Salida grande"));
        f.find<QAbstractButton>("templateSave")->click();
        f.find<QAbstractButton>("templateSave")->click();
        f.find<QAbstractButton>("templateCopy")->click();
        f.type("templateTitle", QStringLiteral("Salida enorme")); // while it is being saved
        QVERIFY(f.until([&] { return f.find("templateSave")->isEnabled(); }));
        f.saved();
        const auto all = f.templates();
        const auto count = std::ranges::count_if(
            all, [](const auto& each) { return each.plan.id == QStringLiteral("small"); });
        QCOMPARE(count, 3); // the first, this, and what was typed meanwhile
        QCOMPARE(f.kept(QStringLiteral("small")).title, QStringLiteral("Salida enorme"));
    }

    void aReasonAndAStepComeIntoTheRollback()
    {
        TemplatesWindow f;
        f.saveOnTheDesk(templates_window::small());
        QVERIFY(f.selectKey(QStringLiteral("Salida chica")));
        f.part(QStringLiteral("Rollback"));
        f.click("templateTriggerAdd");
        f.type("watchTitleEdit", QStringLiteral("A critical finding"));
        f.type("watchStepEdit", QStringLiteral("Turn it off"));
        f.click("watchSaveButton");
        QVERIFY(f.until([&] { return f.list("templateTriggerList").count() == 2; }));
        f.click("templateStepAdd");
        f.type("rowTitleEdit", QStringLiteral("Tell everybody"));
        f.click("rowSaveButton");
        f.list("templateStepList").setCurrentRow(2);
        QTest::keyClick(&f.list("templateStepList"), Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(f.list("templateStepList").currentRow(), 1);
        f.saved();
        const release::RollbackPlan rollback = f.kept(QStringLiteral("small")).rollback;
        QCOMPARE(rollback.triggers[1].firstStep, QStringLiteral("Turn it off"));
        QVERIFY(!rollback.triggers[1].watch);
        QCOMPARE(rollback.steps[1].title, QStringLiteral("Tell everybody"));
    }

    void aNewVersionSaysWhatChanged()
    {
        TemplatesWindow f;
        f.select(0);
        const auto before = f.templates();
        f.type("templateTitle", QStringLiteral("Ours"));
        f.part(QStringLiteral("Sections"));
        f.list("templateSectionList").setCurrentRow(1);
        QTest::keyClick(&f.list("templateSectionList"), Qt::Key_Return);
        f.type("rowTitleEdit", QStringLiteral("Machines"));
        f.click("rowSaveButton");
        f.part(QStringLiteral("Items"));
        f.items().setCurrentItem(f.items().topLevelItem(0)->child(0));
        f.click("templateItemRemove");
        f.saved();
        f.part(QStringLiteral("Changed since"));
        QVERIFY(f.until([&] { return f.shows("templateChanges"); }));
        const auto* changes = f.find<QTreeWidget>("templateChanges");
        QCOMPARE(changes->topLevelItem(0)->text(1), QStringLiteral("left out"));
        QVERIFY(
            !changes->findItems(QStringLiteral("Section: Machines"), Qt::MatchExactly).isEmpty());
        QVERIFY(!changes->findItems(QStringLiteral("Title"), Qt::MatchExactly).isEmpty());
        QCOMPARE(f.templates().size(), before.size() + 1);
        QVERIFY(f.kept(before.front().plan.id).rollback == before.front().plan.rollback);
    }

    void whatIsNotSavedIsAskedForBeforeItIsLeft()
    {
        TemplatesWindow f;
        f.saveOnTheDesk(templates_window::small());
        QVERIFY(f.selectKey(QStringLiteral("Salida chica")));
        f.type("templateTitle", QStringLiteral("Salida media"));
        QVERIFY(f.text("templateFacts").contains(QStringLiteral("not saved")));
        f.select(0);
        QVERIFY(f.answer(QStringLiteral("Cancel")));
        QCOMPARE(f.text("templateTitle"), QStringLiteral("Salida media"));
        QCOMPARE(f.tree().currentItem()->text(0), QStringLiteral("Salida chica"));
        f.select(0);
        QVERIFY(f.answer(QStringLiteral("Save as a new version")));
        QVERIFY(
            f.until([&] { return f.text("templateTitle") == f.tree().topLevelItem(0)->text(0); }));
        QCOMPARE(f.kept(QStringLiteral("small")).title, QStringLiteral("Salida media"));
        QVERIFY(f.selectKey(QStringLiteral("Salida media")));
        f.type("templateTitle", QStringLiteral("Nada"));
        f.click("templatesNew");
        QVERIFY(f.answer(QStringLiteral("Discard")));
        QCOMPARE(f.text("templateTitle"), QStringLiteral("New template"));
        QCOMPARE(f.kept(QStringLiteral("small")).title, QStringLiteral("Salida media"));
    }

    void anotherLanguageAndOthersChangesLeaveWhatIsNotSaved()
    {
        TemplatesWindow f;
        f.saveOnTheDesk(templates_window::small());
        QVERIFY(f.selectKey(QStringLiteral("Salida chica")));
        f.type("templateTitle", QStringLiteral("Salida media"));
        panels::applyLanguage(QStringLiteral("es"));
        release::Template others = templates_window::small();
        others.title = QStringLiteral("Of another");
        f.saveOnTheDesk(others);
        QVERIFY(f.until(
            [&] { return f.tree().findItems(others.title, Qt::MatchExactly).size() == 1; }));
        QCOMPARE(f.text("templateTitle"), QStringLiteral("Salida media"));
        QVERIFY(f.find("templateSave")->isEnabled());
        f.saved(); // in its language, after what the other one saved
        QCOMPARE(f.kept(QStringLiteral("small")).version, 3);
        QCOMPARE(f.kept(QStringLiteral("small")).title, QStringLiteral("Salida media"));
    }

    void quittingSaysWhatWouldBeLost()
    {
        TemplatesWindow f;
        f.saveOnTheDesk(templates_window::small());
        QVERIFY(f.selectKey(QStringLiteral("Salida chica")));
        f.type("templateTitle", QStringLiteral("Salida media"));
        f.window->quit();
        QVERIFY(f.until([&] { return f.dialog("quitDialog") != nullptr; }));
        QVERIFY(qobject_cast<QMessageBox*>(f.dialog("quitDialog"))
                    ->text()
                    .contains(QStringLiteral("“Salida chica”")));
        f.dialog("quitDialog")->reject();
        QCOMPARE(f.quits, 0);
        f.click("templateUndo");
        f.window->quit();
        QVERIFY(f.until([&] { return f.quits == 1; }));
    }

    void aSecretIsNotKept()
    {
        TemplatesWindow f;
        f.saveOnTheDesk(templates_window::small());
        QVERIFY(f.selectKey(QStringLiteral("Salida chica")));
        f.items().setCurrentItem(f.items().topLevelItem(0)->child(0));
        f.click("templateItemChange");
        f.find<QTabBar>("planTabs")->setCurrentIndex(1);
        f.click("checkAddButton");
        f.type("checkField_url",
               QStringLiteral("https://ghp_0123456789abcdefghijABCDEFGHIJ456789@example.org/"));
        f.click("checkTakeButton");
        f.click("planSaveButton");
        f.click("templateSave");
        QVERIFY(f.until([&] { return f.shows("templateMessage"); }));
        QVERIFY(f.text("templateMessage").startsWith(QStringLiteral("There is a secret in it.")));
        QVERIFY(f.find("templateSave")->isEnabled());
    }

    void whatOthersSaveIsListed()
    {
        TemplatesWindow f;
        release::Template others = templates_window::small();
        others.title = QStringLiteral("Of another");
        f.saveOnTheDesk(others);
        QVERIFY(f.selectKey(others.title));
        QVERIFY(f.text("templateFacts").contains(QStringLiteral("saved on")));
    }

    void whatIsWrongIsToldAndNothingIsLost()
    {
        TemplatesWindow f;
        f.saveOnTheDesk(templates_window::small());
        QVERIFY(f.selectKey(QStringLiteral("Salida chica")));
        f.part(QStringLiteral("Canary"));
        f.list("templateStageList").setCurrentRow(1);
        QTest::keyClick(&f.list("templateStageList"), Qt::Key_Delete);
        f.part(QStringLiteral("Items"));
        f.click("templateSave");
        QCOMPARE(f.text("templateMessage"), QStringLiteral("The last stage takes 100 %."));
        QVERIFY(f.shows("templateStageList"));
        QVERIFY(f.find("templateSave")->isEnabled());
        f.click("templateUndo");
        QVERIFY(!f.shows("templateMessage"));
        f.type("templateTitle", QStringLiteral(" "));
        f.click("templateSave");
        QCOMPARE(f.text("templateMessage"), QStringLiteral("A template needs a title."));
    }

    void strategiesStandSideBySide()
    {
        TemplatesWindow f;
        const auto all = f.templates();
        const auto whole = std::ranges::find_if(
            all, [](const auto& each) { return each.plan.id == QStringLiteral("deployment"); });
        QVERIFY(whole != all.end());
        f.tab("releasesHomeTabs", QStringLiteral("All releases"));
        f.openNew(whole->plan);
        f.page(QStringLiteral("Compare"));
        auto* first = f.find<QComboBox>("compareWith");
        auto* second = f.find<QComboBox>("compareAnd");
        QVERIFY(f.until([&] { return first->count() >= 4; }));
        const auto strategy = [&](const char* begin) {
            return first->findText(QString::fromUtf8(begin), Qt::MatchContains);
        };
        first->setCurrentIndex(strategy("“A:"));
        second->setCurrentIndex(strategy("“B:"));
        Q_EMIT second->activated(second->currentIndex());
        const auto* outlook = f.find<QTreeWidget>("compareOutlook");
        QVERIFY(f.until([&] { return outlook->topLevelItemCount() == 6; }));
        const auto* blockers = outlook->topLevelItem(3);
        QVERIFY(blockers->text(1) != blockers->text(2));
        QVERIFY(f.find<QTreeWidget>("compareDifferences")->topLevelItemCount() >= 3);
    }
};

RELEVO_TEST(TemplatesTest)
#include "templates_test.moc"
