// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of a release's pages, in both languages, light and dark, into build/…/screens.
#include "panels/releases/import/import_wizard.h"
#include "releases/release_window.h"
#include "support/runner.h"

#include <QSettings>
#include <QTabBar>
#include <QTreeWidget>

class PagesScreensTest : public QObject
{
    Q_OBJECT

    static void tabAt(ReleaseWindow& f, const char* tabs, int index)
    {
        f.find<QTabBar>(tabs)->setCurrentIndex(index);
    }
    static void openAs(ReleaseWindow& f, const QString& language, const QString& theme)
    {
        f.window.reset();
        QSettings settings(f.settingsFile(), QSettings::IniFormat);
        settings.setValue(QStringLiteral("language"), language);
        settings.setValue(QStringLiteral("theme"), theme);
        settings.sync();
        f.open();
        f.window->resize(1180, 760);
    }
    static release::Template shipped(ReleaseWindow& f, const QString& language)
    {
        return f
            .ask<std::vector<desk::ShelvedTemplate>>([&](base::Caller& c, auto done) {
                f.desk->releaseTemplates(c, language, std::move(done));
            })
            .value()
            .front()
            .plan;
    }

private Q_SLOTS:
    void pages_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("theme");
        for (const char* language : {"es", "en"})
            for (const char* theme : {"light", "dark"})
                QTest::newRow(qPrintable(
                    QStringLiteral("%1-%2").arg(QLatin1String(language), QLatin1String(theme))))
                    << language << theme;
    }
    void pages()
    {
        QFETCH(QString, language);
        QFETCH(QString, theme);
        ReleaseWindow f;
        openAs(f, language, theme);
        const QString look = QStringLiteral("-%1-%2").arg(language, theme);
        f.openNew(shipped(f, language));
        std::ignore = f.act(release::Sign{QStringLiteral("product"), release::Role::Product,
                                          QStringLiteral("Visto en la reunión")});
        const QList<const char*> names{"gate",  "timeline", "canary", "rollback",
                                       "after", "report",   "compare"};
        for (int i = 0; i < names.size(); ++i) {
            tabAt(f, "releaseTabs", i + 1);
            QTest::qWait(200);
            if (i == 0)
                f.find<QTreeWidget>("signOffsTree")
                    ->setCurrentItem(f.find<QTreeWidget>("signOffsTree")->topLevelItem(0));
            if (i == 5) {
                f.click("reportVerify");
                QVERIFY(f.until([&] { return f.shows("reportVerdict"); }));
            }
            f.picture(QStringLiteral("release-%1%2").arg(QLatin1String(names[i]), look));
        }
        f.click("releaseBackButton");
        tabAt(f, "releasesHomeTabs", 1);
        QVERIFY(
            f.until([&] { return f.find<QTreeWidget>("templatesTree")->topLevelItemCount() > 0; }));
        f.find<QTreeWidget>("templatesTree")
            ->setCurrentItem(f.find<QTreeWidget>("templatesTree")->topLevelItem(0));
        f.picture(QStringLiteral("release-templates") + look);
        tabAt(f, "releasesHomeTabs", 2);
        f.type("freezeTitle", QStringLiteral("Fin de año"));
        f.click("freezeAdd");
        QVERIFY(
            f.until([&] { return f.find<QTreeWidget>("freezeTree")->topLevelItemCount() == 1; }));
        f.picture(QStringLiteral("release-freeze") + look);
    }

    void canaryUnderWay()
    {
        ReleaseWindow f;
        openAs(f, QStringLiteral("es"), QStringLiteral("light"));
        f.openNew(ReleaseWindow::small());
        const auto until = f.clock.wall() + std::chrono::hours(48);
        std::ignore = f.act(release::Change{
            release::Step::Waive, {QStringLiteral("smoke")}, QStringLiteral("ya se probó"), until});
        std::ignore =
            f.act(release::Change{release::Step::Finish, {QStringLiteral("runbook")}, {}, {}});
        std::ignore = f.act(release::Sign{QStringLiteral("security"), release::Role::Security, {}});
        tabAt(f, "releaseTabs", 3);
        QVERIFY(f.until([&] { return f.shows("canaryBegin"); }));
        f.click("canaryBegin");
        QVERIFY(f.until([&] { return f.shows("canaryAbort"); }));
        for (const char* value : {"0.001", "0.002", "0.0015", "0.003", "0.02"}) {
            f.clock.advance(std::chrono::minutes(4));
            f.type("watchValue-errors", QString::fromLatin1(value));
            f.click("watchNote-errors");
        }
        f.picture(QStringLiteral("release-canary-breach-es-light"));
    }

    void importing()
    {
        for (const char* name :
             {"estado-actual-despliegue.md", "estado-actual-despliegue.mac-roman.md"}) {
            ReleaseWindow f;
            openAs(f, QStringLiteral("es"), QStringLiteral("light"));
            f.click("releasesButton");
            f.click("importReleaseButton");
            auto* wizard = f.window->findChild<panels::ImportWizard*>();
            const QString folder = QStringLiteral(RELEVO_BINARY_DIR "/screens/");
            QTest::qWait(150);
            wizard->grab().save(folder + QStringLiteral("release-import-file.png"));
            wizard->readFile(ReleaseWindow::corpus("status/") + QLatin1String(name));
            QVERIFY(f.until([&] { return f.shows("importTable"); }));
            QTest::qWait(150);
            wizard->grab().save(folder + QStringLiteral("release-import-") + QLatin1String(name) +
                                QStringLiteral(".png"));
        }
    }
};

RELEVO_TEST(PagesScreensTest)
#include "pages_screens_test.moc"
