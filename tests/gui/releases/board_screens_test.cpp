// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the panel Releases, in both languages, light and dark, into build/…/screens.
#include "panels/releases/board/board_page.h"
#include "panels/releases/item/item_pane.h"
#include "panels/releases/releases_panel.h"
#include "releases/releases_window.h"
#include "support/runner.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QMenu>
#include <QSettings>
#include <QTabBar>

namespace releases_screens {

struct ReleaseLook {
    QString language, theme;
    int percent = 100;
};

bool shoot(QWidget* widget, const QString& name, const ReleaseLook& look)
{
    const QString folder = QStringLiteral(RELEVO_BINARY_DIR "/screens");
    QDir().mkpath(folder);
    QTest::qWait(150);
    return widget->grab().save(QStringLiteral("%1/releases-%2-%3-%4-%5.png")
                                   .arg(folder, name, look.language, look.theme)
                                   .arg(look.percent));
}

void openAs(GuiFixture& f, const ReleaseLook& look)
{
    f.window.reset();
    QSettings settings(f.settingsFile(), QSettings::IniFormat);
    settings.clear();
    settings.setValue(QStringLiteral("person"), f.me.value);
    settings.setValue(QStringLiteral("language"), look.language);
    settings.setValue(QStringLiteral("theme"), look.theme);
    settings.sync();
    f.open();
    f.window->resize(look.percent == 100 ? QSize(1180, 760) : QSize(1900, 1200));
}

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
    const bool isTaken = shoot(dialogIn(f, name), picture, look);
    dialogIn(f, name)->close();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    return isTaken;
}

} // namespace releases_screens

using namespace releases_screens;

class ReleasesScreensTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void board_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("theme");
        QTest::addColumn<int>("percent");
        QTest::newRow("es light") << "es"
                                  << "light" << 100;
        QTest::newRow("en dark") << "en"
                                 << "dark" << 100;
        QTest::newRow("en light") << "en"
                                  << "light" << 100;
        QTest::newRow("es dark") << "es"
                                 << "dark" << 100;
        QTest::newRow("es light double") << "es"
                                         << "light" << 200;
    }
    void board()
    {
        QFETCH(QString, language);
        QFETCH(QString, theme);
        QFETCH(int, percent);
        const ReleaseLook look{language, theme, percent};
        const QFont ordinary = QApplication::font();
        const auto back = qScopeGuard([&] { QApplication::setFont(ordinary); });
        QFont font = ordinary;
        font.setPointSizeF(ordinary.pointSizeF() * percent / 100);
        QApplication::setFont(font);
        ReleasesWindow f;
        openAs(f, look);
        f.click("releasesButton");
        QVERIFY(f.until([&] { return f.shows("releasesEmptyLabel"); }));
        QVERIFY(shoot(f.window.get(), QStringLiteral("empty"), look));
        const QString title = language == QLatin1String("es")
                                  ? QStringLiteral("Chat del servicio técnico 2.4")
                                  : QStringLiteral("Repair shop chat 2.4");
        const auto made = f.make(shipped(f, language), title);
        f.make(ReleasesWindow::plan(), QStringLiteral("Small"));
        QVERIFY(f.until([&] { return f.shows("releasesView"); }));
        QVERIFY(shoot(f.window.get(), QStringLiteral("list"), look));
        f.openRelease(title);
        QVERIFY(shoot(f.window.get(), QStringLiteral("board"), look));
        auto& page = f.window->releases().board();
        const QString first = made.release->items.front().plan.id.value;
        page.showItem({first});
        f.key(f.board(), Qt::Key_Space);
        f.window->releases().release().act(
            release::Say{{first}, QStringLiteral("¿Quién lo mira hoy? / Who looks today?")});
        QTest::qWait(300);
        page.item().showPart(1);
        f.type("evidenceEdit", QStringLiteral("8 passed, 0 failed"));
        QTest::keyClick(f.find("evidenceEdit"), Qt::Key_Return, Qt::ControlModifier);
        QTest::qWait(300);
        QVERIFY(shoot(f.window.get(), QStringLiteral("evidence"), look));
        page.item().showPart(2);
        QVERIFY(shoot(f.window.get(), QStringLiteral("talk"), look));
        page.item().showPart(3);
        QVERIFY(shoot(f.window.get(), QStringLiteral("history"), look));
        page.item().showPart(0);
        page.item().take(release::Step::Waive);
        QVERIFY(shootDialog(f, "StepDialog", QStringLiteral("waive"), look));
        page.item().edit();
        QVERIFY(shootDialog(f, "ItemDialog", QStringLiteral("plan"), look));
        f.window->findChild<QAction*>(QStringLiteral("newRelease"))->trigger();
        QVERIFY(shootDialog(f, "NewRelease", QStringLiteral("new"), look));
        auto* menu = f.find<QMenu>("signMenu");
        Q_EMIT menu->aboutToShow();
        menu->actions().first()->trigger();
        QVERIFY(shootDialog(f, "SignDialog", QStringLiteral("sign"), look));
    }
};

RELEVO_TEST(ReleasesScreensTest)
#include "board_screens_test.moc"
