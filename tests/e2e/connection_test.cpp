// SPDX-License-Identifier: GPL-3.0-or-later
// Issue 3, "Shown by": cut off in the middle and back, and both sides have every message once, in
// order. Also reloads and second tabs.
#include "base/random.h"
#include "browser.h"
#include "program.h"
#include "support/runner.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSet>

using e2e::Browser;
using e2e::Program;
using e2e::Row;
using e2e::s;

namespace {

const QString kTab = QStringLiteral("a");
const QString kOther = QStringLiteral("b");

/// The positions that event streams brought, in order.
QStringList positionsIn(const QString& stream)
{
    static const QRegularExpression kId(s("^id: (.+)$"), QRegularExpression::MultilineOption);
    QStringList positions;
    for (auto it = kId.globalMatch(stream); it.hasNext();)
        positions += it.next().captured(1);
    return positions;
}

const QString kIsConnected = s("$('banner').hidden || $('banner').classList.contains('back')");

} // namespace

class ConnectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void nothingIsLostOrDoubledOverAnOutage();
    void programThatEndsSaysSoAndWhatWasWrittenArrivesOnce();
    void answerThatWasLostDoesNotDoubleTheMessage();
    void unsentMessageOutlivesItsTab();
    void reloadShowsTheSameAsBefore();
    void secondTabShowsTheSameConversationOnce();
    void tabsWithUnsentMessagesSendEachOnce();
    void sessionThatTheServerForgotIsReplaced();
    void randomCutsLoseAndDoubleNothing();
    void erasingLeavesNothingInAnyTab();
    void clearedSiteDataLeavesNothingInATabThatOffersAnswers();

private:
    void talkToPerson();
    /// Both sides hold the same, once and in order; `last` is awaited first.
    void compareSides(const QString& last);

    Browser m_browser;
    std::unique_ptr<Program> m_program;
};

void ConnectionTest::initTestCase()
{
    QVERIFY2(m_browser.start(), qPrintable(m_browser.lastError()));
}

void ConnectionTest::init()
{
    m_program = std::make_unique<Program>();
    QVERIFY(m_program->signIn(s("Lucía")));
    QVERIFY(m_browser.open(kTab, m_program->url()));
    QVERIFY(m_browser.launch(kTab));
}

void ConnectionTest::cleanup()
{
    if (QTest::currentTestFailed())
        qWarning("the page: %s", qPrintable(m_browser.ariaTree(kTab)));
    m_browser.forget();
    m_program.reset();
}

void ConnectionTest::talkToPerson()
{
    QVERIFY(m_browser.tap(kTab, s("consent:yes")));
    QVERIFY(m_browser.say(kTab, s("quiero hablar con una persona")));
    QVERIFY(m_browser.until(kTab, s("$('status').dataset.handledBy === 'waiting'")));
    QVERIFY(m_program->openOnly(Row::Unassigned));
    QVERIFY(m_program->takeOver());
    QVERIFY(m_browser.until(kTab, s("$('status').dataset.handledBy === 'human'")));
}

void ConnectionTest::compareSides(const QString& last)
{
    QVERIFY(m_program->untilShows(last));
    QVERIFY(m_browser.until(kTab, s("[...root.querySelectorAll('.bubble[data-seq]')].pop()"
                                    ".textContent === %1")
                                      .arg(e2e::js(m_program->messages().constLast()))));
    const auto seen = m_browser.log(kTab);
    QVERIFY(e2e::isInOrder(seen));
    QCOMPARE(e2e::textsOf(seen), m_program->messages());
}

void ConnectionTest::nothingIsLostOrDoubledOverAnOutage()
{
    talkToPerson();
    QVERIFY(m_browser.say(kTab, s("antes del corte")));
    QVERIFY(m_program->untilShows(s("antes del corte")));

    QVERIFY(m_browser.setOffline(true));
    QVERIFY(m_browser.until(kTab, s("!$('banner').hidden")));
    QVERIFY(m_browser.text(kTab, s("$('banner').textContent")).contains(s("perdió la conexión")));
    for (const char* text : {"uno en el corte", "dos en el corte"})
        QVERIFY(m_browser.say(kTab, s(text)));
    QCOMPARE(m_browser.log(kTab).constLast().status, s("pending"));
    for (const char* text : {"respuesta uno", "respuesta dos"}) {
        QVERIFY(m_program->reply(s(text)));
        QVERIFY(m_program->untilShows(s(text)));
    }
    QVERIFY(!m_browser.text(kTab, s("$('log').textContent")).contains(s("respuesta uno")));

    QVERIFY(m_browser.setOffline(false));
    QVERIFY(m_browser.until(kTab, kIsConnected));
    compareSides(s("dos en el corte"));
    const auto positions = positionsIn(m_browser.rawStream(kTab));
    QCOMPARE(QSet<QString>(positions.begin(), positions.end()).size(), positions.size());
    QVERIFY(m_browser.until(
        kTab, s("[...root.querySelectorAll('.bubble')].pop().dataset.status === 'seen'")));
}

void ConnectionTest::programThatEndsSaysSoAndWhatWasWrittenArrivesOnce()
{
    talkToPerson();
    QVERIFY(m_program->reply(s("ya vuelvo")));
    QVERIFY(m_browser.untilSays(kTab, s("agent"), s("ya vuelvo")));

    m_program->stop();
    QVERIFY(m_browser.until(kTab, s("/cerró por ahora/.test($('banner').textContent)")));
    for (const char* text : {"sigo acá", "¿hola?"})
        QVERIFY(m_browser.say(kTab, s(text)));

    m_program->startAgain();
    QVERIFY(m_browser.until(kTab, kIsConnected, 40'000));
    QVERIFY(m_program->openOnly(Row::Mine));
    compareSides(s("¿hola?"));
    QCOMPARE(m_program->messages().filter(s("sigo acá")).size(), 1);
}

void ConnectionTest::answerThatWasLostDoesNotDoubleTheMessage()
{
    talkToPerson();
    // The request arrives and is committed; only its answer never comes back.
    QVERIFY(m_browser.run(s("loseAnswers"), {{s("path"), s("/api/chat")}, {s("times"), 2}})
                .value(u"ok")
                .toBool());
    QVERIFY(m_browser.say(kTab, s("¿me leen?")));
    QVERIFY(m_browser.say(kTab, s("una cosa más")));
    compareSides(s("una cosa más"));
    QVERIFY(
        m_browser.until(kTab, s("!Object.keys(localStorage).some((k) => k.includes('outbox'))")));
    QCOMPARE(m_program->messages().filter(s("¿me leen?")).size(), 1);
}

void ConnectionTest::unsentMessageOutlivesItsTab()
{
    talkToPerson();
    QVERIFY(m_browser.setOffline(true));
    QVERIFY(m_browser.say(kTab, s("escrito sin conexión")));
    QVERIFY(m_browser.run(s("close"), {{s("page"), kTab}}).value(u"ok").toBool());
    QVERIFY(m_browser.setOffline(false));
    QVERIFY(m_browser.open(kTab, m_program->url()));
    QVERIFY(m_browser.launch(kTab));
    compareSides(s("escrito sin conexión"));
    QCOMPARE(m_program->messages().filter(s("escrito sin")).size(), 1);
}

void ConnectionTest::reloadShowsTheSameAsBefore()
{
    const QString whole = s("[...$('log').querySelectorAll('.bubble, .note, .tick')]"
                            ".map((e) => e.textContent || e.getAttribute('aria-label')).join('|')");
    talkToPerson();
    QVERIFY(m_browser.say(kTab, s("¿están?")));
    QVERIFY(m_program->reply(s("acá estoy")));
    QVERIFY(m_browser.untilSays(kTab, s("agent"), s("acá estoy")));
    QVERIFY(
        m_browser.until(kTab, s("[...root.querySelectorAll('.bubble[data-from=customer]')].pop()"
                                ".dataset.status === 'seen'")));
    const QString before = m_browser.text(kTab, whole);
    QCOMPARE(before.count(s("se sumó")), 1);

    QVERIFY(m_browser.reload(kTab));
    QVERIFY(m_browser.launch(kTab));
    QVERIFY(m_browser.untilSays(kTab, s("agent"), s("acá estoy")));
    QVERIFY(m_browser.until(kTab, whole + s(" === ") + e2e::js(before)));
    QVERIFY(m_browser.text(kTab, s("$('status').textContent")).contains(s("Lucía")));

    // The same after the bot has it back, which is another line of the past.
    QVERIFY(m_program->giveBack(s("Qué problema es")));
    QVERIFY(m_browser.until(kTab, s("root.querySelectorAll('.option').length > 2")));
    const QString after = m_browser.text(kTab, whole);
    QVERIFY(m_browser.reload(kTab));
    QVERIFY(m_browser.launch(kTab));
    QVERIFY(m_browser.until(kTab, whole + s(" === ") + e2e::js(after)));
    QCOMPARE(m_browser.text(kTab, s("$('status').dataset.handledBy")), s("bot"));
}

void ConnectionTest::secondTabShowsTheSameConversationOnce()
{
    talkToPerson();
    QVERIFY(m_browser.open(kOther, m_program->url()));
    QVERIFY(m_browser.launch(kOther));
    QVERIFY(m_browser.say(kOther, s("desde la otra pestaña")));
    QVERIFY(m_browser.untilSays(kTab, s("customer"), s("desde la otra pestaña")));
    QVERIFY(m_browser.say(kTab, s("y desde la primera")));
    QVERIFY(m_browser.untilSays(kOther, s("customer"), s("y desde la primera")));
    QVERIFY(m_program->reply(s("leo las dos")));
    for (const QString& tab : {kTab, kOther})
        QVERIFY(m_browser.untilSays(tab, s("agent"), s("leo las dos")));
    compareSides(s("leo las dos"));
    QCOMPARE(e2e::textsOf(m_browser.log(kOther)), e2e::textsOf(m_browser.log(kTab)));
    QVERIFY(e2e::isInOrder(m_browser.log(kOther)));
}

void ConnectionTest::tabsWithUnsentMessagesSendEachOnce()
{
    talkToPerson();
    QVERIFY(m_browser.open(kOther, m_program->url()));
    QVERIFY(m_browser.launch(kOther));
    QVERIFY(m_browser.until(kOther, s("$('status').dataset.handledBy === 'human'")));
    QVERIFY(m_browser.setOffline(true));
    for (int i = 1; i <= 3; ++i) {
        QVERIFY(m_browser.say(kTab, s("primera %1").arg(i)));
        QVERIFY(m_browser.say(kOther, s("segunda %1").arg(i)));
    }
    QVERIFY(m_browser.setOffline(false));
    compareSides(s("segunda 3"));
    QVERIFY(m_browser.until(kOther, s("!root.querySelector('[data-status=pending]')")));
    QCOMPARE(e2e::textsOf(m_browser.log(kOther)), m_program->messages());
    // Written in turns, sent in turns.
    QCOMPARE(m_program->messages().mid(m_program->messages().size() - 6),
             (QStringList{s("primera 1"), s("segunda 1"), s("primera 2"), s("segunda 2"),
                          s("primera 3"), s("segunda 3")}));
}

void ConnectionTest::sessionThatTheServerForgotIsReplaced()
{
    talkToPerson();
    QVERIFY(m_browser.setOffline(true));
    QVERIFY(m_browser.say(kTab, s("¿me recuerdan?")));
    m_program->startEmpty();
    QVERIFY(m_program->signIn(s("Lucía")));
    QVERIFY(m_browser.setOffline(false));
    QVERIFY(m_browser.until(kTab, kIsConnected));
    QVERIFY(m_browser.until(kTab, s("!root.querySelector('[data-status=pending]')")));
    QVERIFY(m_browser.until(kTab, s("$('status').dataset.handledBy === 'bot'")));
    QVERIFY(m_program->openOnly(Row::All));
    QVERIFY(m_program->untilShows(s("¿me recuerdan?")));
    QCOMPARE(m_program->messages().filter(s("¿me recuerdan?")).size(), 1);
    QCOMPARE(e2e::textsOf(m_browser.log(kTab)).count(s("¿me recuerdan?")), 1);
    QVERIFY(m_browser.reload(kTab));
    QVERIFY(m_browser.launch(kTab));
    compareSides(s("¿me recuerdan?"));
}

void ConnectionTest::randomCutsLoseAndDoubleNothing()
{
    const quint64 seed = qEnvironmentVariableIsSet("RELEVO_SEED")
                             ? qEnvironmentVariable("RELEVO_SEED").toULongLong()
                             : QRandomGenerator::global()->generate();
    qInfo("seed %llu", seed);
    base::SeededRandom random(seed);
    talkToPerson();
    bool isOffline = false;
    QStringList written;
    for (int step = 0; step < 40; ++step) {
        const QString text = s("paso %1").arg(step);
        const auto dice = random.below(10);
        if (dice < 4) {
            QVERIFY(m_browser.say(kTab, text));
            written += text;
        } else if (dice < 6) {
            QVERIFY(m_program->reply(text));
            QVERIFY(m_program->untilShows(text));
            written += text;
        } else if (dice < 9) {
            isOffline = !isOffline;
            QVERIFY(m_browser.setOffline(isOffline));
        } else if (!isOffline) {
            QVERIFY(m_browser.reload(kTab));
            QVERIFY(m_browser.launch(kTab));
        }
    }
    QVERIFY(m_browser.setOffline(false));
    QVERIFY(m_browser.until(kTab, kIsConnected, 40'000));
    QVERIFY(m_browser.until(kTab, s("!root.querySelector('[data-status=pending]')"), 40'000));
    QVERIFY(m_browser.say(kTab, s("fin")));
    compareSides(s("fin"));
    for (const QString& text : written)
        QVERIFY2(m_program->messages().count(text) == 1, qPrintable(text));
}

void ConnectionTest::erasingLeavesNothingInAnyTab()
{
    QVERIFY(m_browser.tap(kTab, s("consent:yes")));
    QVERIFY(m_browser.say(kTab, s("me llamo Ana")));
    QVERIFY(m_browser.open(kOther, m_program->url()));
    QVERIFY(m_browser.launch(kOther));
    QVERIFY(m_browser.untilSays(kOther, s("customer"), s("me llamo Ana")));
    QVERIFY(m_browser.click(kTab, s("#menu")));
    QVERIFY(m_browser.click(kTab, s("#menu-list [data-value='cmd:erase']")));
    QVERIFY(m_browser.tap(kTab, s("erase:yes")));
    for (const QString& tab : {kTab, kOther}) {
        QVERIFY(m_browser.until(tab, s("/se borraron/.test($('log').textContent)")));
        QVERIFY(!m_browser.text(tab, s("root.textContent")).contains(s("Ana")));
    }
    QCOMPARE(m_browser.text(kTab, s("JSON.stringify(Object.keys(localStorage))")), s("[]"));
    QVERIFY(m_program->openOnly(Row::All));
    QVERIFY(m_program->messages().filter(s("Ana")).isEmpty());
}

void ConnectionTest::clearedSiteDataLeavesNothingInATabThatOffersAnswers()
{
    QVERIFY(m_browser.tap(kTab, s("consent:yes")));
    QVERIFY(m_browser.until(kTab, s("root.querySelectorAll('.option').length > 1")));
    QVERIFY(m_browser.open(kOther, m_program->url()));
    QCOMPARE(m_browser.text(kOther, s("(localStorage.clear(), 'cleared')")), s("cleared"));
    QVERIFY(m_browser.until(kTab, s("/se borraron/.test($('log').textContent)")));
    QVERIFY(m_browser.until(kTab, s("root.querySelectorAll('.option').length === 1")));
    QVERIFY(m_browser.click(kTab, s(".option")));
    QVERIFY(m_browser.tap(kTab, s("consent:yes")));
}

RELEVO_TEST(ConnectionTest)
#include "connection_test.moc"
