// SPDX-License-Identifier: GPL-3.0-or-later
// Templates and their versions, and ways to a release side by side.
#include "panels/releases/templates/template_draft.h"
#include "releases/release_window.h"
#include "support/runner.h"

#include <QComboBox>
#include <QTableView>
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
    QTreeWidget& tree() const { return *find<QTreeWidget>("templatesTree"); }
    QAbstractItemModel& table() const { return *find<QTableView>("templateTable")->model(); }
    std::vector<desk::ShelvedTemplate> templates()
    {
        return ask<std::vector<desk::ShelvedTemplate>>([&](base::Caller& c, auto done) {
                   desk->releaseTemplates(c, QStringLiteral("en"), std::move(done));
               })
            .value();
    }
    void select(int row) { tree().setCurrentItem(tree().topLevelItem(row)); }
};

} // namespace templates_window

using templates_window::TemplatesWindow;

class TemplatesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsNotEditedStays()
    {
        const release::Template plan = ReleaseWindow::small();
        QVERIFY(panels::templateOfDraft(plan, panels::draftOfTemplate(plan)) == plan);
    }

    void whatIsLeftOutIsWaitedForNoMore()
    {
        const release::Template plan = ReleaseWindow::small();
        auto draft = panels::draftOfTemplate(plan);
        draft.items[0].isTaken = false;
        QCOMPARE(panels::addItem(draft, 0, QStringLiteral("Aviso")), 2);
        const auto after = panels::templateOfDraft(plan, draft);
        QCOMPARE(after.items.size(), std::size_t{2});
        QVERIFY(after.items[0].after.empty());
        QCOMPARE(after.items[1].id.value, QStringLiteral("aviso"));
    }

    void anEditedTemplateIsANewVersionThatSaysWhatChanged()
    {
        TemplatesWindow f;
        f.select(0);
        const auto before = f.templates();
        const QString id = before.front().plan.id;
        f.table().setData(f.table().index(0, 0), QStringLiteral("Approved by three"), Qt::EditRole);
        f.find<QTableView>("templateTable")->setCurrentIndex(f.table().index(1, 0));
        f.type("templateAcceptance", QStringLiteral("green twice"));
        f.click("templateSave");
        QVERIFY(f.until([&] { return f.shows("templateChanges"); }));
        const auto* changes = f.find<QTreeWidget>("templateChanges");
        QCOMPARE(changes->topLevelItemCount(), 2);
        QVERIFY(changes->topLevelItem(0)->text(1).contains(QStringLiteral("Approved by three")));
        QVERIFY(changes->topLevelItem(1)->text(1).contains(QStringLiteral("green twice")));
        const auto after = f.templates();
        QCOMPARE(after.size(), before.size() + 1);
        const auto newest = std::ranges::find_if(
            after, [&](const auto& each) { return each.plan.id == id && !each.isShipped; });
        QVERIFY(newest != after.end());
        QCOMPARE(newest->plan.items.size(), before.front().plan.items.size());
        QVERIFY(newest->plan.rollback == before.front().plan.rollback);
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
