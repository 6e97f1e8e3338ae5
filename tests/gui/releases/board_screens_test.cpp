// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the panel Releases, in both languages, light and dark, at 100 and 200 %, into
// build/…/screens.
#include "panels/releases/board/board_page.h"
#include "panels/releases/item/item_pane.h"
#include "panels/releases/releases_panel.h"
#include "releases/release_look.h"
#include "releases/releases_window.h"
#include "support/runner.h"

#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QMenu>
#include <QTabBar>

namespace releases_screens {

release::Template shipped(ReleasesWindow& f, const QString& language)
{
    const auto all = f.ask<std::vector<desk::ShelvedTemplate>>([&](base::Caller& c, auto done) {
        f.desk->releaseTemplates(c, language, std::move(done));
    });
    return all->front().plan;
}

QDialog* dialogIn(GuiFixture& f, const char* name)
{
    return f.window->findChild<QDialog*>(QLatin1String(name));
}

bool shootDialog(GuiFixture& f, const char* name, const QString& picture, const ReleaseLook& look)
{
    if (!f.until([&] { return dialogIn(f, name) != nullptr; }))
        return false;
    QTest::qWait(150);
    const bool isTaken = look.take(dialogIn(f, name), picture);
    dialogIn(f, name)->close();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    return isTaken;
}

void addEvidence(ReleasesWindow& f, const QString& text)
{
    f.type("evidenceEdit", text);
    QTest::keyClick(f.find("evidenceEdit"), Qt::Key_Return, Qt::ControlModifier);
    f.until([&] { return f.text("evidenceEdit").isEmpty(); });
}

/// What an item asks for, and a check of it.
bool shootPlanning(ReleasesWindow& f, const ReleaseLook& look)
{
    auto& item = f.window->releases().board().item();
    item.edit();
    if (!f.until([&] { return dialogIn(f, "ItemDialog") != nullptr; }) ||
        !look.take(dialogIn(f, "ItemDialog"), QStringLiteral("plan")))
        return false;
    f.find<QTabBar>("planTabs")->setCurrentIndex(1);
    f.click("checkAddButton");
    auto* kinds = f.find<QComboBox>("checkKindBox");
    for (const auto& [kind, picture] : {std::pair{release::CheckKind::Http, "check-http"},
                                        std::pair{release::CheckKind::Command, "check-command"}}) {
        kinds->setCurrentIndex(kinds->findData(static_cast<int>(kind)));
        f.type("checkTitleEdit", QStringLiteral("/api/health"));
        QTest::qWait(150);
        if (!look.take(dialogIn(f, "CheckDialog"), QLatin1String(picture)))
            return false;
    }
    f.click("checkTakeButton"); // a command needs one
    if (!f.shows("checkError") ||
        !look.take(dialogIn(f, "CheckDialog"), QStringLiteral("check-refused")))
        return false;
    f.click("checkCancelButton");
    return shootDialog(f, "ItemDialog", QStringLiteral("plan-shown"), look);
}

/// The dialogs that are opened from the board.
bool shootDialogs(ReleasesWindow& f, const ReleaseLook& look)
{
    auto& item = f.window->releases().board().item();
    item.take(release::Step::Waive);
    if (!shootDialog(f, "StepDialog", QStringLiteral("waive"), look))
        return false;
    if (!shootPlanning(f, look))
        return false;
    item.showPart(3);
    f.click("historyEraseButton");
    if (!shootDialog(f, "EraseDialog", QStringLiteral("erase"), look))
        return false;
    item.showPart(0);
    f.click("rescheduleButton");
    if (!shootDialog(f, "RescheduleDialog", QStringLiteral("reschedule"), look))
        return false;
    f.window->findChild<QAction*>(QStringLiteral("newRelease"))->trigger();
    if (!shootDialog(f, "NewRelease", QStringLiteral("new"), look))
        return false;
    auto* menu = f.find<QMenu>("signMenu");
    Q_EMIT menu->aboutToShow();
    menu->actions().first()->trigger();
    return shootDialog(f, "SignDialog", QStringLiteral("sign"), look);
}

} // namespace releases_screens

using namespace releases_screens;

class ReleasesScreensTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void board_data() { ReleaseLook::addRows(); }
    void board()
    {
        QFETCH(QString, language);
        QFETCH(QString, theme);
        QFETCH(int, percent);
        const ReleaseLook look(language, theme, percent);
        ReleasesWindow f;
        look.open(f);
        f.click("releasesButton");
        QVERIFY(f.until([&] { return f.shows("releasesEmptyLabel"); }));
        QVERIFY(look.take(f.window.get(), QStringLiteral("empty")));
        const QString title = language == QLatin1String("es")
                                  ? QStringLiteral("Chat del servicio técnico 2.4")
                                  : QStringLiteral("Repair shop chat 2.4");
        const auto made = f.make(shipped(f, language), title);
        f.make(ReleasesWindow::plan(), QStringLiteral("Small"));
        QVERIFY(f.until([&] { return f.shows("releasesView"); }));
        QVERIFY(look.take(f.window.get(), QStringLiteral("list")));
        f.openRelease(title);
        QVERIFY(look.take(f.window.get(), QStringLiteral("board")));
        auto& page = f.window->releases().board();
        const QString first = made.release->items.front().plan.id.value;
        page.showItem({first});
        f.window->releases().release().act(
            release::Say{{first}, QStringLiteral("¿Quién lo mira hoy? / Who looks today?")});
        QTest::qWait(300);
        page.item().showPart(1);
        QVERIFY(look.take(f.window.get(), QStringLiteral("evidence-none")));
        addEvidence(f, QStringLiteral("8 passed, 0 failed"));
        addEvidence(f, QStringLiteral("https://ci.example/run/7"));
        f.click("evidenceFigureButton");
        f.type("figureNameEdit", QStringLiteral("p95"));
        f.type("figureValueEdit", QStringLiteral("1.4"));
        f.click("figureShowButton"); // is it what is asked for?
        QVERIFY(look.take(dialogIn(f, "FigureDialog"), QStringLiteral("figure")));
        f.click("figurePassedButton");
        f.click("figureShowButton");
        QVERIFY(f.until([&] { return !dialogIn(f, "FigureDialog"); }));
        QVERIFY(look.take(f.window.get(), QStringLiteral("evidence")));
        page.item().showPart(2);
        QVERIFY(look.take(f.window.get(), QStringLiteral("talk")));
        page.item().showPart(3);
        QVERIFY(look.take(f.window.get(), QStringLiteral("history")));
        page.item().showPart(0);
        QVERIFY(shootDialogs(f, look));
        f.type("boardFilterEdit", QStringLiteral("zzz"));
        QVERIFY(f.until([&] { return f.shows("boardEmptyLabel"); }));
        QVERIFY(look.take(f.window.get(), QStringLiteral("board-nothing")));
    }
};

RELEVO_TEST(ReleasesScreensTest)
#include "board_screens_test.moc"
