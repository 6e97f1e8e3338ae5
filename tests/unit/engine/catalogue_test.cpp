// SPDX-License-Identifier: GPL-3.0-or-later
// Terms and steps of a catalogue: what is found for what, and which terms get a button.
#include "support/runner.h"
#include "unit/engine/talk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using engine::Catalogue;
using engine::StepSet;
using engine::TermKind;
using engine_test::Talk;

namespace {

QJsonObject textOf(const QString& text)
{
    return {{QStringLiteral("es-AR"), text}, {QStringLiteral("en"), text}};
}

QJsonObject termOf(const char* code, const char* kindOf = "")
{
    const auto name = QString::fromLatin1(code);
    return {{QStringLiteral("code"), name},
            {QStringLiteral("label"), textOf(name)},
            {QStringLiteral("kind_of"), QLatin1StringView(kindOf)}};
}

QByteArray listsOf(const QJsonArray& devices)
{
    return QJsonDocument(QJsonObject{{QStringLiteral("problems"), QJsonArray{termOf("no_print")}},
                                     {QStringLiteral("devices"), devices}})
        .toJson();
}

/// One entry with one basic step a device.
QByteArray stepsFor(const QStringList& devices)
{
    QJsonArray entries;
    for (const auto& device : devices) {
        const QJsonObject step{{QStringLiteral("id"), QStringLiteral("no_print.") + device},
                               {QStringLiteral("text"), textOf(device)}};
        entries.append(QJsonObject{{QStringLiteral("device"), device},
                                   {QStringLiteral("basic"), QJsonArray{step}}});
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("problem"), QStringLiteral("no_print")},
                                     {QStringLiteral("entries"), entries}})
        .toJson();
}

QString stepFor(const Catalogue& catalogue, const char* device)
{
    const auto* list =
        catalogue.steps(StepSet::Basic, QStringLiteral("no_print"), QString::fromLatin1(device));
    return list ? list->front().id : QString();
}

} // namespace

class CatalogueTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aDeviceWithoutStepsOfItsOwnHasThoseOfItsKind()
    {
        const auto made = Catalogue::load(
            {listsOf({termOf("printer"), termOf("laser_printer", "printer"),
                      termOf("inkjet_printer", "printer"), termOf("tv")}),
             stepsFor({QStringLiteral("printer"), QStringLiteral("laser_printer")})});
        QVERIFY(made);
        QCOMPARE(stepFor(*made, "laser_printer"), QStringLiteral("no_print.laser_printer"));
        QCOMPARE(stepFor(*made, "inkjet_printer"), QStringLiteral("no_print.printer"));
        QCOMPARE(stepFor(*made, "printer"), QStringLiteral("no_print.printer"));
        QCOMPARE(stepFor(*made, "tv"), QString());
        QCOMPARE(stepFor(*made, "other"), QString());
    }

    void whatAProblemOrABrandImpliesIsATerm()
    {
        auto problem = termOf("no_print");
        problem.insert(QStringLiteral("device"), QStringLiteral("printer"));
        auto brand = termOf("acme");
        brand.insert(QStringLiteral("label"), QStringLiteral("Acme"));
        brand.insert(QStringLiteral("systems"),
                     QJsonObject{{QStringLiteral("phone"), QStringLiteral("android")}});
        const auto load = [&](const QJsonArray& devices, const QJsonArray& systems) {
            return Catalogue::load({QJsonObject{{QStringLiteral("problems"), QJsonArray{problem}},
                                                {QStringLiteral("devices"), devices},
                                                {QStringLiteral("systems"), systems},
                                                {QStringLiteral("brands"), QJsonArray{brand}}}});
        };
        const QJsonArray devices{termOf("printer"), termOf("phone")};
        const QJsonArray systems{termOf("android")};
        QVERIFY(load(devices, systems));
        for (const auto& wrong : {load({termOf("phone")}, systems), load(devices, {}),
                                  load({termOf("printer")}, systems)}) {
            QVERIFY(!wrong);
            QCOMPARE(wrong.error().code, base::Code::Invalid);
        }
    }

    void aDeviceThatIsImpliedIsNotAskedFor()
    {
        Talk talk(engine_test::shippedFlow());
        talk.begin().taps("consent:yes").taps("lang:es-AR").says("soy Juan, no me imprime");
        QCOMPARE(talk.slot("problem"), QStringLiteral("no_print"));
        QCOMPARE(talk.slot("device"), QStringLiteral("printer"));
    }

    void aDeviceThatIsToldCountsMore()
    {
        Talk talk(engine_test::shippedFlow());
        talk.begin().taps("consent:yes").taps("lang:es-AR").says("soy Juan");
        talk.says("la impresora láser tiene un papel atascado");
        QCOMPARE(talk.slot("problem"), QStringLiteral("paper_jam"));
        QCOMPARE(talk.slot("device"), QStringLiteral("laser_printer"));
    }

    void aBrandAndADeviceNameTheSystem()
    {
        for (const auto& [text, system] :
             {std::pair("cómo actualizo mi iphone", "ios"),
              std::pair("cómo actualizo mi celular samsung", "android"),
              std::pair("mi macbook está lenta", "macos"),
              std::pair("mi notebook lenovo está lenta", "")}) {
            Talk talk(engine_test::shippedFlow());
            talk.begin().taps("consent:yes").taps("lang:es-AR").says("soy Juan").says(text);
            QCOMPARE(talk.slot("system"), QString::fromLatin1(system));
        }
    }

    void aKindIsAGeneralDevice()
    {
        QVERIFY(!Catalogue::load({listsOf({termOf("laser_printer", "printer")})}));
        QVERIFY(!Catalogue::load({listsOf(
            {termOf("printer"), termOf("laser", "printer"), termOf("colour_laser", "laser")})}));
    }

    void aBrandHasOneNameInAllLanguages()
    {
        const auto* brand =
            engine_test::shippedFlow().catalogue().term(TermKind::Brand, QStringLiteral("tp_link"));
        QVERIFY(brand);
        for (const auto language :
             {engine::Language::EsAr, engine::Language::Es, engine::Language::En})
            QCOMPARE(brand->label.plain(language), QStringLiteral("TP-Link"));
        QCOMPARE(engine_test::shippedFlow().slotText(QStringLiteral("brand"), QStringLiteral("hp"),
                                                     u"es-AR"),
                 QStringLiteral("HP"));
    }

    void onlyFrequentProblemsHaveAButton()
    {
        Talk talk(engine_test::shippedFlow());
        talk.ready().taps("need:problem");
        const QStringList frequent{
            QStringLiteral("problem:no_power"),    QStringLiteral("problem:no_internet"),
            QStringLiteral("problem:slow"),        QStringLiteral("problem:freezes"),
            QStringLiteral("problem:peripherals"), QStringLiteral("problem:virus"),
            QStringLiteral("other_problem")};
        QCOMPARE(talk.offered(), frequent);
        talk.says("se me atascó el papel");
        QCOMPARE(talk.slot("problem"), QStringLiteral("paper_jam"));
    }

    void wordsReachEveryTerm_data()
    {
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("problem");
        QTest::addColumn<QString>("device");
        QTest::addColumn<QString>("brand");
        const auto row = [](const char* said, const char* problem, const char* device,
                            const char* brand = "") {
            QTest::newRow(said) << QString::fromUtf8(said) << QString::fromLatin1(problem)
                                << QString::fromLatin1(device) << QString::fromLatin1(brand);
        };
        row("la compu no prende", "no_power", "desktop");
        row("mi note lenobo no carga", "no_charge", "notebook", "lenovo");
        row("se me cayó mate en la notebook hp", "liquid", "notebook", "hp");
        row("la impresora no imprime", "no_print", "printer");
        row("la impresora láser imprime con rayas", "print_bad", "laser_printer");
        row("la ticketera no toma el papel", "paper_jam", "thermal_printer");
        row("no reconoce el pendrive", "usb_not_detected", "usb_drive");
        row("no se escucha nada en los parlantes", "no_sound", "speaker");
        row("la tele samsumg no da imagen", "no_image", "tv", "samsung");
        row("el celu xiaomi se calienta mucho", "overheating", "phone", "xiaomi");
        row("pantalla azul en la pc", "blue_screen", "desktop");
        row("el wifi anda lento, tengo un router tp-link", "slow_wifi", "router", "tp_link");
        row("se me rompió la pantalla de la tablet", "screen_broken", "tablet");
        row("the laser printer has a paper jam", "paper_jam", "laser_printer");
        row("my phone battery drains fast", "battery", "phone");
        row("i forgot my password on the laptop", "password", "notebook");
        // A device that names its brand.
        row("se me rompió la pantalla del iphone", "screen_broken", "phone", "apple");
        row("my macbook won't turn on", "no_power", "notebook", "apple");
        row("el ipad no carga", "no_charge", "tablet", "apple");
        row("la ps5 se calienta mucho", "overheating", "console", "sony");
        row("el chromecast no da imagen", "no_image", "tv_box", "google");
        row("mi moto g54 no carga", "no_charge", "phone", "motorola");
        row("my galaxy s23 wont charge", "no_charge", "phone", "samsung");
        row("galaxy tab a8 no enciende", "no_power", "tablet", "samsung");
        row("my thinkpad wont boot", "no_boot", "notebook", "lenovo");
        row("laptop keyboard not working", "peripherals", "notebook");
        row("la play no prende", "no_power", "console");
        row("la impresora hp laserjet no imprime", "no_print", "laser_printer", "hp");
        row("mi ecotank imprime con rayas", "print_bad", "inkjet_printer", "epson");
        row("the till printer has a paper jam", "paper_jam", "thermal_printer");
        row("my telly wont turn on", "no_power", "tv");
        row("my macbook charger is dead", "no_power", "charger", "apple");
        row("no se escucha nada en la bocina", "no_sound", "speaker");
    }

    void wordsReachEveryTerm()
    {
        QFETCH(QString, said);
        QFETCH(QString, problem);
        QFETCH(QString, device);
        QFETCH(QString, brand);
        Talk talk(engine_test::shippedFlow());
        talk.ready().says(said);
        QCOMPARE(talk.slot("problem"), problem);
        QCOMPARE(talk.slot("device"), device);
        QCOMPARE(talk.slot("brand"), brand);
    }

    void aNameThatSoundsLikeABrandIsAName()
    {
        Talk talk(engine_test::shippedFlow());
        talk.begin().taps("consent:yes").taps("lang:es-AR").says("Phillip");
        QCOMPARE(talk.slot("name"), QStringLiteral("Phillip"));
    }
};

RELEVO_TEST(CatalogueTest)
#include "catalogue_test.moc"
