// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui_fixture.h"
#include "panels/settings/hours_text.h"
#include "support/runner.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSettings>
#include <QSpinBox>
#include <QTimeEdit>

namespace {

enum Page { General, Shop, Hours, Gateway, Ai, Understanding, People, Privacy, About };

QString t(const char* text)
{
    return QString::fromUtf8(text);
}

void openPage(GuiFixture& f, int page)
{
    f.click("settingsButton");
    f.find<QListWidget>("settingsPages")->setCurrentRow(page);
    f.settle();
    QCoreApplication::processEvents();
}

/// Writes in a field and leaves it by Tab.
void fill(GuiFixture& f, const char* field, const QString& text)
{
    f.type(field, text);
    QTest::keyClick(f.find(field), Qt::Key_Tab);
}

QString stored(GuiFixture& f, const char* key)
{
    const auto settings = f.ask<QMap<QString, QString>>(
        [&](base::Caller& c, auto done) { f.desk->settings(c, std::move(done)); });
    return settings ? settings->value(QLatin1String(key)) : QString();
}

bool says(GuiFixture& f, const QString& words)
{
    return f.until([&] { return f.text("resultLabel").contains(words); });
}

} // namespace

class SettingsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theShopIsSavedFieldByField()
    {
        GuiFixture f;
        openPage(f, Shop);
        fill(f, "shopName", t("Computación Córdoba"));
        fill(f, "shopAddress", t("San Martín 123"));
        fill(f, "shopEmail", t("hola@example.com"));
        fill(f, "shopWhatsapp", t("5493511234567"));
        fill(f, "shopPrivacy", t("https://example.com/privacidad"));
        QVERIFY(says(f, t("Saved")));
        QVERIFY(f.until([&] { return !stored(f, "shop.privacyUrl").isEmpty(); }));
        QCOMPARE(stored(f, "shop.name"), t("Computación Córdoba"));
        QCOMPARE(stored(f, "shop.whatsapp"), t("5493511234567"));
        f.restartAll();
        openPage(f, Shop);
        QVERIFY(f.until([&] { return f.text("shopName") == t("Computación Córdoba"); }));
        QCOMPARE(f.text("shopPrivacy"), t("https://example.com/privacidad"));
    }

    void badShopInputIsRefusedInWordsAndLosesNothing_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("good");
        QTest::addColumn<QString>("bad");
        QTest::newRow("e-mail") << "shopEmail"
                                << "shop.email"
                                << "a@example.com"
                                << "a at example";
        QTest::newRow("whatsapp") << "shopWhatsapp"
                                  << "shop.whatsapp"
                                  << "5493511234567"
                                  << "+54 9 351";
        QTest::newRow("link") << "shopPrivacy"
                              << "shop.privacyUrl"
                              << "https://example.com"
                              << "example";
    }

    void badShopInputIsRefusedInWordsAndLosesNothing()
    {
        QFETCH(QString, field);
        QFETCH(QString, key);
        QFETCH(QString, good);
        QFETCH(QString, bad);
        const QByteArray name = field.toUtf8(), setting = key.toUtf8();
        for (const char* language : {"en", "es"}) {
            GuiFixture f(GuiFixture::Start::Named, QLatin1String(language));
            openPage(f, Shop);
            fill(f, name.constData(), good);
            QVERIFY(f.until([&] { return stored(f, setting.constData()) == good; }));
            fill(f, name.constData(), bad);
            QVERIFY(says(f, t("⚠")));
            QVERIFY(f.text("resultLabel").size() > 20);
            QCOMPARE(f.text(name.constData()), bad);        // still there to mend
            QCOMPARE(stored(f, setting.constData()), good); // and the old one counts
        }
    }

    void theNameIsChangedEverywhere()
    {
        GuiFixture f;
        openPage(f, General);
        fill(f, "myNameEdit", t("Lucía Gómez"));
        QVERIFY(says(f, t("Saved")));
        const auto people = f.ask<std::vector<desk::Person>>(
            [&](base::Caller& c, auto done) { f.desk->people(c, std::move(done)); });
        QCOMPARE(people->front().name, t("Lucía Gómez"));
        fill(f, "myNameEdit", t(" "));
        QVERIFY(says(f, t("A name has")));
    }

    void alertsAndQuietHoursAreKept()
    {
        GuiFixture f;
        openPage(f, General);
        f.click("soundCheck");
        f.click("quietCheck");
        f.find<QTimeEdit>("quietFrom")->setTime(QTime(21, 30));
        f.click("soundTest");
        f.restartAll();
        openPage(f, General);
        QVERIFY(!f.find<QCheckBox>("soundCheck")->isChecked());
        QVERIFY(f.find<QCheckBox>("quietCheck")->isChecked());
        QCOMPARE(f.find<QTimeEdit>("quietFrom")->time(), QTime(21, 30));
    }

    void startAtLoginIsASwitch()
    {
        GuiFixture f;
        bool starts = false;
        f.hooks.setStartAtLogin = [&](bool on) { starts = on; };
        f.hooks.startsAtLogin = [&] { return starts; };
        f.window.reset();
        f.open();
        openPage(f, General);
        f.click("autostartCheck");
        QVERIFY(starts);
        f.click("autostartCheck");
        QVERIFY(!starts);
    }

    void weeklyHoursAreSavedAndShownAgain()
    {
        GuiFixture f;
        openPage(f, Hours);
        fill(f, "mon", t("9:00-13:00, 16:00 - 20:00"));
        f.click("copyMonday");
        fill(f, "sat", t("9:00-13:00"));
        QVERIFY(
            f.until([&] { return stored(f, "hours.weekly").contains(t("\"sat\":[[\"09:00\"")); }));
        f.restartAll();
        openPage(f, Hours);
        QVERIFY(f.until([&] { return f.text("fri") == t("09:00-13:00, 16:00-20:00"); }));
        QCOMPARE(f.text("sat"), t("09:00-13:00"));
        QVERIFY(f.text("sun").isEmpty());
    }

    void hoursThatCannotBeAreRefusedWithTheDayNamed()
    {
        GuiFixture f;
        openPage(f, Hours);
        fill(f, "mon", t("09:00-13:00"));
        QVERIFY(f.until([&] { return stored(f, "hours.weekly").contains(t("13:00")); }));
        const QString before = stored(f, "hours.weekly");
        for (const char* bad :
             {"nine to five", "25:00-26:00", "13:00-09:00", "09:00-12:00, 11:00-13:00"}) {
            fill(f, "tue", t(bad));
            QVERIFY2(says(f, t("Tuesday")), bad);
            QCOMPARE(f.text("tue"), t(bad));
            QCOMPARE(stored(f, "hours.weekly"), before);
        }
        fill(f, "tue", {});
        auto* zone = f.find<QComboBox>("zoneBox");
        zone->setEditText(t("Europe/Nowhere"));
        fill(f, "wed", t("10:00-11:00"));
        QVERIFY(says(f, t("Europe/Nowhere")));
        QCOMPARE(stored(f, "hours.weekly"), before);
    }

    void theGatewayListensWithWhatIsSaved()
    {
        GuiFixture f;
        int applied = 0;
        f.hooks.applyGateway = [&] {
            ++applied;
            return base::Result<void>();
        };
        f.window.reset();
        f.open();
        openPage(f, Gateway);
        f.find<QSpinBox>("portBox")->setValue(9090);
        f.find<QPlainTextEdit>("originsEdit")
            ->setPlainText(t("https://a.example\n https://b.example:8443 \n"));
        f.type("publicEdit", t("https://chat.example.com/"));
        f.type("chatLimit", t("90/min"));
        f.click("applyGateway");
        QVERIFY(f.until([&] { return applied == 1; }));
        QVERIFY(says(f, t("Saved")));
        QCOMPARE(stored(f, "gateway.port"), t("9090"));
        QCOMPARE(stored(f, "gateway.allowedOrigins"),
                 t("https://a.example,https://b.example:8443"));
        QCOMPARE(stored(f, "limit.chatIp"), t("90/min"));
        QVERIFY(f.text("snippetEdit").contains(t("https://chat.example.com/widget.js")));
        f.click("snippetCopy");
        QCOMPARE(QApplication::clipboard()->text(), f.text("snippetEdit"));
    }

    void badGatewayInputIsRefusedBeforeAnythingIsSaved()
    {
        GuiFixture f(GuiFixture::Start::Named, t("es"));
        bool isApplied = false;
        f.hooks.applyGateway = [&] {
            isApplied = true;
            return base::Result<void>();
        };
        f.window.reset();
        f.open();
        openPage(f, Gateway);
        const auto refused = [&](const char* field, const QString& bad, const QString& words) {
            const QString good = f.text(field);
            f.type(field, bad);
            f.click("applyGateway");
            const bool isSaid = says(f, words) && f.text(field) == bad;
            f.type(field, good);
            return isSaid;
        };
        QVERIFY(refused("hostEdit", t("999.1.1.1"), t("999.1.1.1")));
        QVERIFY(refused("publicEdit", t("chat"), t("https://")));
        QVERIFY(refused("greetingLimit", t("many"), t("20/min")));
        QVERIFY(refused("connectionLimit", t("0"), t("off")));
        f.find<QPlainTextEdit>("originsEdit")->setPlainText(t("https://a.example/path"));
        f.click("applyGateway");
        QVERIFY(says(f, t("https://a.example/path")));
        QVERIFY(!isApplied);
        QVERIFY(stored(f, "gateway.host").isEmpty());
    }

    void whereItCannotListenItGoesOnAsBefore()
    {
        GuiFixture f;
        QStringList tried;
        f.hooks.applyGateway = [&]() -> base::Result<void> {
            tried += stored(f, "gateway.port");
            if (tried.last() == t("80"))
                return base::fail(base::Code::Refused, t("bind: permission denied"));
            return {};
        };
        f.window.reset();
        f.open();
        openPage(f, Gateway);
        f.find<QSpinBox>("portBox")->setValue(80);
        f.click("applyGateway");
        QVERIFY(says(f, t("Port 80 cannot be used")));
        QCOMPARE(tried, QStringList({t("80"), t("8787")}));
        QCOMPARE(stored(f, "gateway.port"), t("8787"));
        QCOMPARE(f.find<QSpinBox>("portBox")->value(), 80); // as typed, to mend
    }

    void thePublicAddressIsTested()
    {
        GuiFixture f;
        QString asked;
        bool isReached = true;
        f.hooks.testPublicUrl = [&](const QString& url, const auto& done) {
            asked = url;
            done(isReached, t("HTTP 502"));
        };
        f.window.reset();
        f.open();
        openPage(f, Gateway);
        f.click("publicTest");
        QVERIFY(says(f, t("first"))); // nothing to test yet
        f.type("publicEdit", t("https://chat.example.com"));
        f.click("publicTest");
        QVERIFY(says(f, t("It answers")));
        QCOMPARE(asked, t("https://chat.example.com"));
        isReached = false;
        f.click("publicTest");
        QVERIFY(says(f, t("HTTP 502")));
    }

    void quittingSavesTheFieldThatIsBeingWritten()
    {
        GuiFixture f;
        openPage(f, Shop);
        f.type("shopName", t("A medias"));
        f.window->quit();
        QVERIFY(f.until([&] { return f.quits == 1; }));
        f.restartAll();
        QCOMPARE(stored(f, "shop.name"), t("A medias"));
    }

    void aboutNamesVersionFolderAndLicences()
    {
        GuiFixture f;
        openPage(f, About);
        QVERIFY(f.text("aboutLabel").contains(t("0.1.0")));
        QVERIFY(f.text("aboutLabel").contains(f.folder.path()));
        QVERIFY(f.spoken("partsTree").contains(t("Qt 6")));
    }

    void hoursAreReadAsPeopleWriteThem()
    {
        panels::HoursText hours{.days = {t("9:00–13:00,16:00a20:00"), {}, {}, {}, {}, {}, {}},
                                .zone = t("America/Argentina/Cordoba")};
        const auto json = panels::hoursJson(hours);
        QVERIFY(json);
        QCOMPARE(panels::hoursText(*json).days.first(), t("09:00-13:00, 16:00-20:00"));
        QCOMPARE(panels::hoursText(*json).zone, hours.zone);
    }
};

RELEVO_TEST(SettingsTest)
#include "settings_test.moc"
