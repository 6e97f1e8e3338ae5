// SPDX-License-Identifier: GPL-3.0-or-later
// The widget as spec/http-api.md wants it, in a real browser.
#include "browser.h"
#include "program.h"
#include "site.h"
#include "support/runner.h"

#include <QFile>
#include <QLabel>
#include <QRegularExpression>
#include <QUrl>

using e2e::Browser;
using e2e::js;
using e2e::Program;
using e2e::Row;
using e2e::s;

namespace {

const QString kPage = QStringLiteral("a");
const QString kUsable = s("!$('panel').hidden && !$('composer').disabled");

QString pageWith(const QString& gateway, const char* attributes, const char* language = "es")
{
    return s("<!DOCTYPE html><html lang='%1'><head><title>A shop</title>"
             "<meta name='viewport' content='width=device-width, initial-scale=1'></head><body>"
             "<main><h1>A shop</h1><p>%2</p></main>"
             "<script src='%3widget.js' %4></script></body></html>")
        .arg(s(language), s("words ").repeated(400), gateway, s(attributes));
}

} // namespace

class WidgetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();

    void runsInAPageOfAnotherOriginUnderAStrictPolicy();
    void siteThatIsNotAllowedIsToldWithoutACrash_data();
    void siteThatIsNotAllowedIsToldWithoutACrash();
    void leavesNoCookieAndAsksNobodyElse();
    void isSmallerThanThirtyKilobytes();
    void fillsAPhone_data();
    void fillsAPhone();
    void worksByKeyboardAlone();
    void tellsAScreenReaderWhatItNeeds();
    void meetsTheAccessibilityRules_data();
    void meetsTheAccessibilityRules();
    void followsTheLanguageOfThePageAndOfTheCustomer();
    void followsLightAndDark();
    void markupIsTextOnBothSides();
    void showsWhoAnswersTheWaitTypingAndReceipts();
    void saysWhenNobodyIsThere();
    void countsUnreadMessagesWhileClosed();
    void sendsByItselfOnceALimitHasPassed();

private:
    void talkToPerson(Program& program, const QString& page = kPage);

    Browser m_browser;
};

void WidgetTest::initTestCase()
{
    QVERIFY2(m_browser.start(), qPrintable(m_browser.lastError()));
}

void WidgetTest::cleanup()
{
    if (QTest::currentTestFailed())
        qWarning("the page: %s", qPrintable(m_browser.ariaTree(kPage)));
    if (m_browser.isOpen())
        m_browser.forget();
}

void WidgetTest::talkToPerson(Program& program, const QString& page)
{
    QVERIFY(m_browser.tap(page, s("consent:yes")));
    QVERIFY(m_browser.say(page, s("quiero hablar con una persona")));
    QVERIFY(m_browser.until(page, s("$('status').dataset.handledBy === 'waiting'")));
    QVERIFY(program.openOnly(Row::Unassigned));
    QVERIFY(program.takeOver());
    QVERIFY(m_browser.until(page, s("$('status').dataset.handledBy === 'human'")));
}

void WidgetTest::runsInAPageOfAnotherOriginUnderAStrictPolicy()
{
    e2e::Site site;
    Program program({{s("gateway.allowedOrigins"), site.origin()}});
    QVERIFY(program.signIn(s("Lucía")));
    const QString gateway = program.url().chopped(1);
    site.setPage(pageWith(program.url(), "data-lang='en' defer"),
                 s("default-src 'none'; script-src %1; connect-src %1").arg(gateway));
    QVERIFY(site.origin() != gateway);
    QVERIFY(m_browser.open(kPage, site.origin() + u'/'));
    QVERIFY(m_browser.launch(kPage));
    QCOMPARE(m_browser.text(kPage, s("$('composer').placeholder")), s("Write your message…"));
    talkToPerson(program);
    QVERIFY(program.reply(s("hello over there")));
    QVERIFY(m_browser.untilSays(kPage, s("agent"), s("hello over there")));
    QVERIFY(m_browser.reload(kPage));
    QVERIFY(m_browser.launch(kPage));
    QVERIFY(m_browser.untilSays(kPage, s("agent"), s("hello over there")));
    QCOMPARE(e2e::textsOf(m_browser.log(kPage)), program.messages());
    QCOMPARE(m_browser.complaints(kPage), QStringList());
}

void WidgetTest::siteThatIsNotAllowedIsToldWithoutACrash_data()
{
    QTest::addColumn<QString>("policy");
    QTest::newRow("another origin") << QString();
    QTest::newRow("no origin, and no storage") << s("sandbox allow-scripts");
}

void WidgetTest::siteThatIsNotAllowedIsToldWithoutACrash()
{
    QFETCH(QString, policy);
    e2e::Site site;
    Program program;
    site.setPage(pageWith(program.url(), "data-lang='es'"), policy);
    QVERIFY(m_browser.open(kPage, site.origin() + u'/'));
    QVERIFY(m_browser.launch(kPage));
    QVERIFY(m_browser.until(kPage, s("!$('banner').hidden")));
    QVERIFY(m_browser.text(kPage, s("$('banner').textContent")).contains(s("No pudimos conectar")));
    QVERIFY(m_browser.text(kPage, s("$('status').textContent")).contains(s("Sin conexión")));
    QVERIFY(m_browser.say(kPage, s("¿hola?")));
    QCOMPARE(m_browser.log(kPage).constLast().status, s("pending"));
    QVERIFY(m_browser.press(kPage, s("Escape")));
    QVERIFY(m_browser.until(kPage, s("$('panel').hidden")));
    QCOMPARE(m_browser.complaints(kPage).filter(s("thrown:")), QStringList());
}

void WidgetTest::leavesNoCookieAndAsksNobodyElse()
{
    Program program;
    QVERIFY(program.signIn(s("Lucía")));
    QVERIFY(m_browser.open(kPage, program.url()));
    QVERIFY(m_browser.launch(kPage));
    talkToPerson(program);
    QCOMPARE(m_browser.cookies(), QJsonArray());
    const QStringList requests = m_browser.requests();
    QVERIFY(requests.size() >= 5);
    for (const QString& address : requests) {
        QVERIFY2(address.startsWith(program.url()) || address.startsWith(s("data:")),
                 qPrintable(address));
    }
    // A session stands in headers and bodies, never in an address.
    const QString session =
        m_browser.text(kPage, s("JSON.parse(localStorage.getItem(Object.keys(localStorage)"
                                ".find((k) => k.endsWith(':session')))).sessionId"));
    QCOMPARE(session.size(), 32);
    QCOMPARE(requests.filter(session), QStringList());
}

void WidgetTest::isSmallerThanThirtyKilobytes()
{
    QFile file(s(RELEVO_SOURCE_DIR "/resources/widget/widget.js"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    // zlib as gzip has it, but for 12 bytes of head and foot more.
    const auto size = qCompress(file.readAll(), 9).size() + 12;
    QVERIFY2(size > 1000 && size < 30'000, qPrintable(QString::number(size)));
}

void WidgetTest::fillsAPhone_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::newRow("360") << 360 << 740;
    QTest::newRow("320") << 320 << 480;
}

void WidgetTest::fillsAPhone()
{
    QFETCH(int, width);
    QFETCH(int, height);
    e2e::Site site;
    Program program({{s("gateway.allowedOrigins"), site.origin()}});
    site.setPage(pageWith(program.url(), "data-lang='es'"));
    const QString isInside = s("((r) => r.left >= 0 && r.top >= 0 && r.right <= innerWidth && "
                               "r.bottom <= innerHeight && r.height >= 44)"
                               "(%1.getBoundingClientRect())");
    QVERIFY(m_browser.open(kPage, site.origin() + u'/',
                           {{s("width"), width}, {s("height"), height}, {s("phone"), true}}));
    QVERIFY(m_browser.until(kPage, isInside.arg(s("$('launcher')"))));
    QVERIFY(m_browser.launch(kPage));
    QVERIFY(
        m_browser.until(kPage, s("((r) => r.left === 0 && r.top === 0 && r.width === innerWidth "
                                 "&& Math.abs(r.height - innerHeight) < 1)"
                                 "($('panel').getBoundingClientRect())")));
    QVERIFY(m_browser.tap(kPage, s("consent:yes")));
    QVERIFY(m_browser.until(kPage, s("root.querySelectorAll('.option').length > 2")));
    QVERIFY(m_browser.say(kPage, s("una-palabra-sin-espacios-").repeated(40)));
    QVERIFY(m_browser.untilSays(kPage, s("bot"), s("¿Cómo te llamás?")));
    QVERIFY(m_browser.until(kPage, s("root.querySelectorAll('.option').length === 1")));
    QVERIFY(m_browser.click(kPage, s(".option"))); // no name: what is needed has many answers
    QVERIFY(m_browser.until(kPage, s("root.querySelectorAll('.option').length > 3")));
    for (const char* part : {"$('composer')", "$('send')", "$('menu')", "$('close')"})
        QVERIFY2(m_browser.until(kPage, isInside.arg(s(part)), 2000), part);
    for (const char* wide : {"document.documentElement", "$('log')", "$('panel')"})
        QVERIFY2(m_browser.until(kPage, s("%1.scrollWidth <= %1.clientWidth").arg(s(wide)), 2000),
                 wide);
    // Every target is big enough for a finger, and the page behind does not scroll.
    QVERIFY(m_browser.until(kPage, s("[...root.querySelectorAll('button')].every((b) => "
                                     "!b.getClientRects().length || b.offsetHeight >= 44)")));
    QCOMPARE(m_browser.text(kPage, s("document.documentElement.style.overflow")), s("hidden"));
    QVERIFY(m_browser.click(kPage, s("#close")));
    QVERIFY(m_browser.until(kPage, s("$('panel').hidden")));
    QCOMPARE(m_browser.text(kPage, s("document.documentElement.style.overflow")), QString());
}

void WidgetTest::worksByKeyboardAlone()
{
    Program program;
    QVERIFY(program.signIn(s("Lucía")));
    QVERIFY(m_browser.open(kPage, program.url()));
    const auto press = [this](const char* key) { return m_browser.press(kPage, s(key)); };
    const auto focused = [this](const char* what) {
        return m_browser.until(kPage, s("root.activeElement?.matches(%1)").arg(js(s(what))), 3000);
    };
    // The launcher is the last stop of the page.
    QVERIFY(press("Shift+Tab"));
    QVERIFY(focused("#launcher"));
    QVERIFY(press("Enter"));
    QVERIFY(focused("#composer"));
    QVERIFY(m_browser.until(kPage, s("root.querySelectorAll('.option').length === 2")));
    QVERIFY(press("Shift+Tab"));
    QVERIFY(focused(".option[data-value='consent:no']"));
    QVERIFY(press("Shift+Tab"));
    QVERIFY(press("Space"));
    // What was chosen goes away; the focus does not get lost with it.
    QVERIFY(focused("#composer"));
    QVERIFY(m_browser.untilSays(kPage, s("bot"), s("idioma")));
    QVERIFY(m_browser.type(kPage, s("primera línea")));
    QVERIFY(press("Shift+Enter"));
    QVERIFY(m_browser.type(kPage, s("segunda")));
    QVERIFY(press("Enter"));
    QVERIFY(m_browser.untilSays(kPage, s("customer"), s("primera línea\nsegunda")));
    // The menu by arrows, and out of it again.
    QVERIFY(m_browser.run(s("probe"), {{s("page"), kPage}, {s("js"), s("$('menu').focus()")}})
                .value(u"ok")
                .toBool());
    QVERIFY(press("ArrowUp"));
    QVERIFY(focused("[data-value='cmd:erase']"));
    QVERIFY(press("ArrowDown"));
    QVERIFY(focused("[data-value='cmd:person']"));
    QVERIFY(press("Escape"));
    QVERIFY(focused("#menu"));
    QVERIFY(press("Enter"));
    QVERIFY(focused("[data-value='cmd:person']"));
    QVERIFY(press("Enter"));
    QVERIFY(m_browser.until(kPage, s("$('status').dataset.handledBy === 'waiting'")));
    QVERIFY(focused("#composer"));
    QVERIFY(press("Escape"));
    QVERIFY(focused("#launcher"));
    QVERIFY(m_browser.until(kPage, s("$('panel').hidden")));
}

void WidgetTest::tellsAScreenReaderWhatItNeeds()
{
    Program program;
    QVERIFY(program.signIn(s("Lucía")));
    QVERIFY(m_browser.open(kPage, program.url()));
    QCOMPARE(m_browser.text(kPage, s("$('launcher').getAttribute('aria-expanded')")), s("false"));
    QVERIFY(m_browser.launch(kPage));
    QVERIFY(m_browser.until(kPage, s("root.querySelectorAll('.option').length === 2")));
    QCOMPARE(m_browser.text(kPage, s("$('launcher').getAttribute('aria-expanded')")), s("true"));
    QCOMPARE(m_browser.text(kPage, s("$('log').getAttribute('aria-live')")), s("polite"));
    const QString tree = m_browser.ariaTree(kPage);
    for (const char* part :
         {"dialog \"Chat de ayuda\"", "status:", "button \"Más opciones\"",
          "button \"Cerrar el panel\"", "log \"Mensajes\"", "group \"Opciones para responder\"",
          "button \"Acepto\"", "textbox \"Escribí tu mensaje…\"", "button \"Enviar\""})
        QVERIFY2(tree.contains(s(part)), part);
    // Who wrote is said for every message, though it is drawn once a run.
    QVERIFY(tree.contains(s("Asistente virtual")));
    QVERIFY(m_browser.say(kPage, s("sí")));
    QVERIFY(m_browser.untilSays(kPage, s("bot"), s("idioma")));
    QVERIFY(m_browser.ariaTree(kPage).contains(s("Vos sí")));
    // Each message in the language it is written in.
    QVERIFY(m_browser.until(kPage, s("[...root.querySelectorAll('.bubble[data-from=bot]')]"
                                     ".every((b) => /^es/.test(b.lang))")));
}

void WidgetTest::meetsTheAccessibilityRules_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<bool>("isDark");
    QTest::addColumn<bool>("isPhone");
    QTest::newRow("es light") << s("es-AR") << false << false;
    QTest::newRow("es dark phone") << s("es-AR") << true << true;
    QTest::newRow("en light phone") << s("en") << false << true;
    QTest::newRow("en dark") << s("en") << true << false;
}

void WidgetTest::meetsTheAccessibilityRules()
{
    QFETCH(QString, locale);
    QFETCH(bool, isDark);
    QFETCH(bool, isPhone);
    Program program;
    QVERIFY(program.signIn(s("Lucía")));
    QVERIFY(m_browser.open(kPage, program.url(),
                           {{s("locale"), locale},
                            {s("dark"), isDark},
                            {s("phone"), isPhone},
                            {s("calm"), true},
                            {s("width"), isPhone ? 360 : 1000}}));
    QCOMPARE(m_browser.breaches(kPage), QStringList());
    QVERIFY(m_browser.launch(kPage));
    QVERIFY(m_browser.until(kPage, s("root.querySelectorAll('.option').length === 2")));
    QCOMPARE(m_browser.breaches(kPage), QStringList());
    QVERIFY(m_browser.click(kPage, s("#menu")));
    QCOMPARE(m_browser.breaches(kPage), QStringList());
    QVERIFY(m_browser.press(kPage, s("Escape")));
    talkToPerson(program);
    QVERIFY(program.reply(s("Mirá https://example.com/ayuda y contame")));
    QVERIFY(m_browser.untilSays(kPage, s("agent"), s("contame")));
    QVERIFY(m_browser.say(kPage, s("voy: https://example.com/otra")));
    QVERIFY(m_browser.until(kPage, s("[...root.querySelectorAll('.bubble')].pop()"
                                     ".dataset.status === 'seen'")));
    QCOMPARE(m_browser.breaches(kPage), QStringList());
    QVERIFY(m_browser.setOffline(true));
    QVERIFY(m_browser.until(kPage, s("!$('banner').hidden")));
    QVERIFY(m_browser.say(kPage, s("pendiente")));
    QVERIFY(m_browser.say(kPage, s("x").repeated(4100)));
    QVERIFY(
        m_browser.until(kPage, s("!$('notice').hidden && root.querySelector('.counter.over')")));
    QCOMPARE(m_browser.breaches(kPage), QStringList());
}

void WidgetTest::followsTheLanguageOfThePageAndOfTheCustomer()
{
    e2e::Site site;
    Program program({{s("gateway.allowedOrigins"), site.origin()}});
    site.setPage(pageWith(program.url(), "", "en-US"));
    QVERIFY(m_browser.open(kPage, site.origin() + u'/', {{s("locale"), s("es-AR")}}));
    QVERIFY(m_browser.launch(kPage));
    QCOMPARE(m_browser.text(kPage, s("$('composer').placeholder")), s("Write your message…"));
    QVERIFY(m_browser.untilSays(kPage, s("bot"), s("virtual assistant")));
    QVERIFY(m_browser.tap(kPage, s("consent:yes")));
    QVERIFY(m_browser.tap(kPage, s("lang:es-AR")));
    QVERIFY(m_browser.untilSays(kPage, s("bot"), s("¿Cómo te llamás?")));
    QCOMPARE(m_browser.text(kPage, s("$('composer').placeholder")), s("Escribí tu mensaje…"));
    QCOMPARE(m_browser.text(kPage, s("$('send').getAttribute('aria-label')")), s("Enviar"));
    QCOMPARE(m_browser.text(kPage, s("root.querySelector('.widget').lang")), s("es"));
    QVERIFY(m_browser.text(kPage, s("$('menu-list').textContent")).contains(s("Borrar mis datos")));
    // Neutral Spanish is spoken by bot and widget alike.
    QVERIFY(m_browser.click(kPage, s("#menu")));
    QVERIFY(m_browser.click(kPage, s("#menu-list [data-value='cmd:language']")));
    QVERIFY(m_browser.tap(kPage, s("lang:es")));
    QVERIFY(m_browser.until(kPage, s("$('composer').placeholder === 'Escribe tu mensaje…'")));
}

void WidgetTest::followsLightAndDark()
{
    Program program;
    const QString luminance = s("getComputedStyle($('panel')).backgroundColor.match(/\\d+/g)"
                                ".slice(0, 3).reduce((a, b) => a + Number(b), 0)");
    for (const bool isDark : {false, true}) {
        const QString context = isDark ? s("dark") : s("default");
        QVERIFY(
            m_browser.open(kPage, program.url(), {{s("dark"), isDark}, {s("context"), context}}));
        QVERIFY(m_browser.launch(kPage));
        const int sum = m_browser.probe(kPage, luminance).toInt();
        QVERIFY2(isDark ? sum < 200 : sum > 600, qPrintable(QString::number(sum)));
    }
    QVERIFY(m_browser.forget(s("dark")));
}

void WidgetTest::markupIsTextOnBothSides()
{
    const QStringList probes{
        s("<img src=x onerror=\"window.pwned=1\">"),
        s("<script>window.pwned=1</script>"),
        s("<a href=\"javascript:window.pwned=1\">clic</a>"),
        s("javascript:window.pwned=1 y http://\"onmouseover=window.pwned=1"),
        s("&lt;b&gt; <b>negrita</b> </div></textarea><svg onload=window.pwned=1>"),
        s("${window.pwned=1} {{7*7}} %3Cscript%3E")};
    Program program;
    QVERIFY(program.signIn(s("<b>Lu</b><img src=x onerror=window.pwned=1>")));
    QVERIFY(m_browser.open(kPage, program.url()));
    QVERIFY(m_browser.launch(kPage));
    talkToPerson(program);
    for (const QString& probe : probes) {
        QVERIFY(m_browser.say(kPage, probe));
        QVERIFY(program.untilShows(probe));
        QVERIFY(program.reply(u'>' + probe));
        QVERIFY(m_browser.untilSays(kPage, s("agent"), u'>' + probe));
    }
    const auto seen = e2e::textsOf(m_browser.log(kPage));
    QCOMPARE(seen, program.messages());
    for (const QString& probe : probes)
        QCOMPARE(seen.count(probe), 1);
    QCOMPARE(m_browser.probe(kPage, s("window.pwned ?? 'unharmed'")).toString(), s("unharmed"));
    QVERIFY(m_browser.until(kPage,
                            s("!root.querySelector('#log :is(img:not([role]), script, b, "
                              "textarea, svg[onload])')"),
                            2000));
    QVERIFY(m_browser.until(kPage,
                            s("[...root.querySelectorAll('#log a')]"
                              ".every((a) => /^https?:$/.test(a.protocol))"),
                            2000));
    QCOMPARE(m_browser.complaints(kPage), QStringList());
    // What the window shows of others is never taken for markup either.
    const auto label = [&](const char* name) {
        return program.find<QWidget>("ConversationView")->findChild<QLabel*>(QLatin1String(name));
    };
    for (const char* name : {"nameLabel", "stateLabel", "noticeLabel"})
        QVERIFY2(label(name)->textFormat() == Qt::PlainText, name);
    QVERIFY(!label("cardLabel")->text().contains(s("<img")));
}

void WidgetTest::showsWhoAnswersTheWaitTypingAndReceipts()
{
    Program program;
    QVERIFY(program.signIn(s("Lucía")));
    QVERIFY(m_browser.open(kPage, program.url()));
    QVERIFY(m_browser.launch(kPage));
    QVERIFY(m_browser.until(kPage, s("/Asistente virtual/.test($('status').textContent)")));
    QVERIFY(m_browser.until(kPage, s("/Hay personas/.test($('status').textContent)")));
    talkToPerson(program);
    QVERIFY(m_browser.until(kPage, s("/Lucía.*en línea/.test($('status').textContent)")));

    // Typing, both ways.
    QVERIFY(m_browser.click(kPage, s("#composer")));
    QVERIFY(m_browser.type(kPage, s("un momen")));
    auto* state = program.find<QLabel>("stateLabel");
    QVERIFY(QTest::qWaitFor([&] { return state->text().contains(s("escribiendo")); }, 5000));
    program.typeReply(s("estoy mir"));
    QVERIFY(m_browser.until(kPage, s("!root.querySelector('.typing').hidden")));
    QCOMPARE(m_browser.text(kPage, s("root.querySelector('.typing').getAttribute('aria-label')")),
             s("Lucía está escribiendo"));

    // Got by a window that lies behind another, then seen.
    const QString status = s("[...root.querySelectorAll('.bubble')].pop().dataset.status === '%1'");
    QWidget other;
    other.show();
    other.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&other));
    QVERIFY(m_browser.press(kPage, s("Enter")));
    QVERIFY(m_browser.until(kPage, status.arg(s("delivered"))));
    other.close();
    program.window().activateWindow();
    QVERIFY(m_browser.until(kPage, status.arg(s("seen"))));

    // Now that one wait is known, the next customer is told what to expect.
    QVERIFY(m_browser.open(s("b"), program.url(), {{s("context"), s("second")}}));
    QVERIFY(m_browser.launch(s("b")));
    QVERIFY(m_browser.tap(s("b"), s("consent:yes")));
    QVERIFY(m_browser.say(s("b"), s("quiero hablar con una persona")));
    QVERIFY(
        m_browser.until(s("b"), s("/Espera aproximada: 1 minuto/.test($('status').textContent)")));
    // The bot helps meanwhile; the place in the queue is kept, and shown.
    QVERIFY(m_browser.tap(s("b"), s("cmd:problem")));
    QVERIFY(m_browser.until(s("b"), s("root.querySelectorAll('.option').length > 3")));
    QCOMPARE(m_browser.text(s("b"), s("$('status').dataset.handledBy")), s("waiting"));
    QVERIFY(m_browser.forget(s("second")));
}

void WidgetTest::saysWhenNobodyIsThere()
{
    Program program; // nobody has signed in
    QVERIFY(m_browser.open(kPage, program.url()));
    QVERIFY(m_browser.launch(kPage));
    QVERIFY(m_browser.until(kPage, s("/Responde al instante/.test($('status').textContent)")));
    QVERIFY(m_browser.tap(kPage, s("consent:yes")));
    QVERIFY(m_browser.say(kPage, s("quiero hablar con una persona")));
    QVERIFY(m_browser.tap(kPage, s("contact:skip")));
    QVERIFY(m_browser.until(kPage, s("$('status').dataset.handledBy === 'waiting'")));
    QVERIFY(
        m_browser.text(kPage, s("$('status').textContent")).contains(s("no hay nadie en línea")));
    // Somebody arrives while the customer waits.
    QVERIFY(program.signIn(s("Lucía")));
    QVERIFY(m_browser.until(kPage, s("/Te atienden enseguida/.test($('status').textContent)")));
}

void WidgetTest::countsUnreadMessagesWhileClosed()
{
    Program program;
    QVERIFY(program.signIn(s("Lucía")));
    QVERIFY(m_browser.open(kPage, program.url()));
    QVERIFY(m_browser.launch(kPage));
    talkToPerson(program);
    QVERIFY(m_browser.press(kPage, s("Escape")));
    for (const char* text : {"¿seguís ahí?", "te espero"})
        QVERIFY(program.reply(s(text)) && program.untilShows(s(text)));
    QVERIFY(m_browser.until(kPage, s("root.querySelector('.badge').textContent === '2'")));
    QCOMPARE(m_browser.text(kPage, s("$('launcher').getAttribute('aria-label')")),
             s("Abrir el chat, 2 mensajes sin leer"));
    QVERIFY(m_browser.reload(kPage));
    QVERIFY(m_browser.until(kPage, s("root.querySelector('.badge').textContent === '2'")));
    QVERIFY(m_browser.launch(kPage));
    QVERIFY(m_browser.until(kPage, s("root.querySelector('.badge').hidden")));
    QVERIFY(m_browser.reload(kPage));
    QVERIFY(m_browser.until(kPage,
                            s("root.querySelectorAll('.bubble[data-from=agent]').length === 2")));
    QCOMPARE(m_browser.probe(kPage, s("root.querySelector('.badge').hidden")).toBool(), true);
}

void WidgetTest::sendsByItselfOnceALimitHasPassed()
{
    Program program({{s("limit.chatConversation"), s("1/s")}});
    QVERIFY(m_browser.open(kPage, program.url()));
    QVERIFY(m_browser.launch(kPage));
    QVERIFY(m_browser.until(kPage, kUsable));
    for (int i = 1; i <= 3; ++i)
        QVERIFY(m_browser.say(kPage, s("mensaje %1").arg(i)));
    QVERIFY(m_browser.until(kPage, s("!$('notice').hidden")));
    QVERIFY(m_browser.until(kPage, s("!root.querySelector('[data-status=pending]')")));
    QVERIFY(m_browser.until(kPage, s("$('notice').hidden")));
    const auto seen = e2e::textsOf(m_browser.log(kPage));
    for (int i = 1; i <= 3; ++i)
        QCOMPARE(seen.count(s("mensaje %1").arg(i)), 1);
    QVERIFY(e2e::isInOrder(m_browser.log(kPage)));
}

RELEVO_TEST(WidgetTest)
#include "widget_test.moc"
