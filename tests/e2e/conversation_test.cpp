// SPDX-License-Identifier: GPL-3.0-or-later
// A customer in a real browser and a person at the real window.
#include "browser.h"
#include "program.h"
#include "support/runner.h"

using e2e::Browser;
using e2e::Program;
using e2e::Row;
using e2e::s;

static const QString kCustomer = QStringLiteral("a");

class ConversationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void customerIsServedByBotAndPerson_data();
    void customerIsServedByBotAndPerson();
    void writingAfterTheEndOpensTheNextConversation();

private:
    void checkNoteStayedInside();

    Browser m_browser;
};

void ConversationTest::initTestCase()
{
    QVERIFY2(m_browser.start(), qPrintable(m_browser.lastError()));
}

void ConversationTest::cleanup()
{
    if (QTest::currentTestFailed())
        qWarning("the page: %s", qPrintable(m_browser.ariaTree(kCustomer)));
    m_browser.forget();
}

void ConversationTest::customerIsServedByBotAndPerson_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("choice");
    QTest::addColumn<QStringList>("says"); // name, asks, thanks, the stage given back to, problem
    QTest::newRow("es") << s("es") << s("es-AR") << s("lang:es-AR")
                        << QStringList{s("María José"), s("¿Hay alguien? 😀"), s("¡Gracias!"),
                                       s("Qué problema es"), s("no tengo internet en la notebook")};
    QTest::newRow("en") << s("en") << s("en-GB") << s("lang:en")
                        << QStringList{s("O'Neill"), s("Anybody there? 😀"), s("Thank you!"),
                                       s("Which problem"), s("my laptop has no internet")};
}

void ConversationTest::customerIsServedByBotAndPerson()
{
    QFETCH(QString, language);
    QFETCH(QString, locale);
    QFETCH(QString, choice);
    QFETCH(QStringList, says);
    Program program({}, language);
    QVERIFY(program.signIn(s("Lucía Pérez")));

    // From the greeting to a person.
    QVERIFY(m_browser.open(kCustomer, program.url(), {{s("locale"), locale}}));
    QVERIFY(m_browser.launch(kCustomer));
    QVERIFY(m_browser.tap(kCustomer, s("consent:yes")));
    QVERIFY(m_browser.tap(kCustomer, choice));
    QVERIFY(m_browser.until(kCustomer,
                            s("root.querySelector('.widget').lang === %1").arg(e2e::js(language))));
    QVERIFY(m_browser.say(kCustomer, says[0]));
    QVERIFY(m_browser.tap(kCustomer, s("cmd:person")));
    QVERIFY(m_browser.until(kCustomer, s("$('status').dataset.handledBy === 'waiting'")));

    // A person takes over, and is shown.
    QVERIFY(program.openOnly(Row::Unassigned));
    QVERIFY(program.takeOver());
    QVERIFY(m_browser.until(kCustomer, s("$('status').dataset.handledBy === 'human'")));
    QVERIFY(m_browser.text(kCustomer, s("$('status').textContent")).contains(s("Lucía Pérez")));
    QVERIFY(m_browser.say(kCustomer, says[1]));
    QVERIFY(program.untilShows(says[1]));
    // A note is nobody's business but ours: not even that it is being written.
    QVERIFY(program.note(s("NOTE-ONLY-FOR-US she has called twice")));
    QVERIFY(program.untilShows(s("NOTE-ONLY-FOR-US")));
    QVERIFY(m_browser.say(kCustomer, s("…")));
    QVERIFY(m_browser.until(kCustomer, s("!root.querySelector('[data-status=pending]')")));
    QVERIFY(!m_browser.rawStream(kCustomer).contains(s("event: typing")));
    QVERIFY(program.reply(s("Hola, soy Lucía <b>&amp;</b> 👋")));
    QVERIFY(m_browser.untilSays(kCustomer, s("agent"), s("Hola, soy Lucía <b>&amp;</b> 👋")));
    // A reply is announced, once and not by the letter.
    QCOMPARE(m_browser.rawStream(kCustomer).count(s("event: typing")), 1);
    QVERIFY(m_browser.say(kCustomer, says[2]));
    QVERIFY(program.untilShows(says[2]));
    // The bot kept silent all the while.
    const auto whileHuman = m_browser.log(kCustomer);
    QCOMPARE(whileHuman.constLast().text, says[2]);

    // Back to the bot, which helps; the customer rates, and that closes it.
    QVERIFY(program.giveBack(says[3]));
    QVERIFY(m_browser.until(kCustomer, s("$('status').dataset.handledBy === 'bot'")));
    QVERIFY(m_browser.say(kCustomer, says[4]));
    QVERIFY(m_browser.tap(kCustomer, s("step:done")));
    QVERIFY(m_browser.tap(kCustomer, s("rate:good")));
    QVERIFY(m_browser.until(kCustomer, s("/terminó|has ended/.test($('log').textContent)")));
    QVERIFY(m_browser.until(
        kCustomer, s("[...root.querySelectorAll('.bubble')].pop().dataset.from === 'bot'")));
    QVERIFY(program.untilShows(m_browser.log(kCustomer).constLast().text));

    const auto seen = m_browser.log(kCustomer);
    QVERIFY(e2e::isInOrder(seen));
    QCOMPARE(e2e::textsOf(seen), program.messages());
    checkNoteStayedInside();
}

void ConversationTest::checkNoteStayedInside()
{
    // Not on the page, not in what came over the wire.
    const QString page = m_browser.text(kCustomer, s("root.textContent"));
    const QString wire = m_browser.rawStream(kCustomer);
    QVERIFY(page.contains(s("soy Lucía")) && wire.contains(s("soy Luc")));
    QVERIFY(!page.contains(s("NOTE-ONLY")) && !wire.contains(s("NOTE-ONLY")));
    QVERIFY(!wire.contains(s("\"note\"")));
    QCOMPARE(m_browser.complaints(kCustomer), QStringList());
}

void ConversationTest::writingAfterTheEndOpensTheNextConversation()
{
    Program program;
    QVERIFY(m_browser.open(kCustomer, program.url()));
    QVERIFY(m_browser.launch(kCustomer));
    QVERIFY(m_browser.tap(kCustomer, s("consent:yes")));
    QVERIFY(m_browser.tap(kCustomer, s("lang:es-AR")));
    QVERIFY(m_browser.say(kCustomer, s("me llamo Ana")));
    QVERIFY(m_browser.until(kCustomer, s("root.querySelectorAll('.option').length > 3")));
    QVERIFY(m_browser.click(kCustomer, s("#menu")));
    QVERIFY(m_browser.click(kCustomer, s("#menu-list [data-value='cmd:close']")));
    QVERIFY(m_browser.until(kCustomer, s("/terminó/.test($('log').textContent)")));
    QVERIFY(m_browser.say(kCustomer, s("me olvidé de algo")));
    QVERIFY(m_browser.until(kCustomer, s("/Conversación nueva/.test($('log').textContent)")));
    QVERIFY(m_browser.until(kCustomer, s("!root.querySelector('[data-status=pending]')")));
    // Consent is asked for anew; name and language are known.
    QVERIFY(m_browser.tap(kCustomer, s("consent:yes")));
    QVERIFY(m_browser.until(kCustomer, s("root.querySelectorAll('.option').length > 3")));
    QCOMPARE(m_browser.text(kCustomer, s("$('log').textContent")).count(s("¿Cómo te llamás?")), 1);
    QCOMPARE(e2e::textsOf(m_browser.log(kCustomer)).count(s("me olvidé de algo")), 1);
    // A page that comes later shows the conversation that is current, and that one only.
    QVERIFY(m_browser.reload(kCustomer));
    QVERIFY(m_browser.launch(kCustomer));
    QVERIFY(m_browser.until(kCustomer, s("root.querySelectorAll('.option').length > 3")));
    QVERIFY(!m_browser.text(kCustomer, s("$('log').textContent")).contains(s("terminó")));
    QVERIFY(e2e::isInOrder(m_browser.log(kCustomer)));
    QCOMPARE(m_browser.complaints(kCustomer), QStringList());
}

RELEVO_TEST(ConversationTest)
#include "conversation_test.moc"
