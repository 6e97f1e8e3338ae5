// SPDX-License-Identifier: GPL-3.0-or-later
// Issue 3, "Shown by": a customer in a real browser and a person at the real window.
#include "browser.h"
#include "program.h"
#include "support/runner.h"

#include <QPushButton>
#include <QRegularExpression>

using e2e::Browser;
using e2e::Bubble;
using e2e::Program;

namespace {

constexpr int kUnassigned = 1;
const QString kTab = QStringLiteral("a");

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

QStringList textsOf(const QList<Bubble>& bubbles)
{
    QStringList texts;
    for (const Bubble& bubble : bubbles)
        texts += bubble.text;
    return texts;
}

/// Numbered from first to last, each once.
bool isInOrder(const QList<Bubble>& bubbles)
{
    int last = 0;
    for (const Bubble& bubble : bubbles) {
        if (bubble.seq <= last)
            return false;
        last = bubble.seq;
    }
    return !bubbles.isEmpty();
}

} // namespace

class ConversationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void customerIsServedByBotAndPerson_data();
    void customerIsServedByBotAndPerson();

private:
    Browser m_browser;
};

void ConversationTest::initTestCase()
{
    QVERIFY2(m_browser.start(), qPrintable(m_browser.lastError()));
}

void ConversationTest::cleanup()
{
    if (QTest::currentTestFailed())
        qWarning("the page: %s", qPrintable(m_browser.ariaTree(kTab)));
    m_browser.forget();
}

void ConversationTest::customerIsServedByBotAndPerson_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("choice");
    QTest::addColumn<QStringList>("says"); // name, greets, thanks, farewell, problem's stage
    QTest::newRow("es") << s("es") << s("es-AR") << s("lang:es-AR")
                        << QStringList{s("María José"), s("¿Hay alguien? 😀"), s("¡Gracias!"),
                                       s("Qué problema es"), s("¿Con qué")};
    QTest::newRow("en") << s("en") << s("en-GB") << s("lang:en")
                        << QStringList{s("O'Neill"), s("Anybody there? 😀"), s("Thank you!"),
                                       s("Which problem"), s("What")};
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
    QVERIFY(m_browser.open(kTab, program.url(), {{s("locale"), locale}}));
    QVERIFY(m_browser.launch(kTab));
    QVERIFY(m_browser.tap(kTab, s("consent:yes")));
    QVERIFY(m_browser.tap(kTab, choice));
    QVERIFY(m_browser.until(kTab, s("root.querySelector('.widget').lang === %1").arg(e2e::js(language))));
    QVERIFY(m_browser.say(kTab, says[0]));
    QVERIFY(m_browser.tap(kTab, s("cmd:person")));
    QVERIFY(m_browser.until(kTab, s("$('status').dataset.handledBy === 'waiting'")));

    // A person takes over, and is shown.
    QVERIFY(program.openOnly(kUnassigned));
    QVERIFY(program.takeOver());
    QVERIFY(m_browser.until(kTab, s("$('status').dataset.handledBy === 'human'")));
    QVERIFY(m_browser.text(kTab, s("$('status').textContent")).contains(s("Lucía Pérez")));
    QVERIFY(m_browser.say(kTab, says[1]));
    QVERIFY(program.untilShows(says[1]));
    QVERIFY(program.note(s("NOTE-ONLY-FOR-US she has called twice")));
    QVERIFY(program.reply(s("Hola, soy Lucía <b>&amp;</b> 👋")));
    QVERIFY(m_browser.untilSays(kTab, s("agent"), s("Hola, soy Lucía <b>&amp;</b> 👋")));
    QVERIFY(program.untilShows(s("NOTE-ONLY-FOR-US")));
    QVERIFY(m_browser.say(kTab, says[2]));
    QVERIFY(program.untilShows(says[2]));
    // The bot kept silent all the while.
    const auto whileHuman = m_browser.log(kTab);
    QCOMPARE(whileHuman.constLast().text, says[2]);

    // Back to the bot, which answers again; then the customer ends it and rates.
    QVERIFY(program.giveBack(says[3]));
    QVERIFY(m_browser.until(kTab, s("$('status').dataset.handledBy === 'bot'")));
    QVERIFY(m_browser.until(kTab, s("root.querySelectorAll('.option').length > 2")));
    QVERIFY(m_browser.click(kTab, s("#menu")));
    QVERIFY(m_browser.click(kTab, s("#menu-list [data-value='cmd:close']")));
    QVERIFY(m_browser.tap(kTab, s("rate:good")));
    QVERIFY(m_browser.until(kTab, s("!root.querySelector('.option[data-value=\"rate:good\"]')")));
    QVERIFY(program.untilShows(m_browser.log(kTab).constLast().text));

    const auto seen = m_browser.log(kTab);
    QVERIFY(isInOrder(seen));
    QCOMPARE(textsOf(seen), program.messages());
    // The note never left the house: not on the page, not in what came over the wire.
    const QString page = m_browser.text(kTab, s("root.textContent"));
    const QString wire = m_browser.rawStream(kTab);
    QVERIFY(page.contains(s("soy Lucía")) && wire.contains(s("soy Luc")));
    QVERIFY(!page.contains(s("NOTE-ONLY")) && !wire.contains(s("NOTE-ONLY")));
    QVERIFY(!wire.contains(s("\"note\"")));
    QCOMPARE(m_browser.complaints(kTab), QStringList());
}

RELEVO_TEST(ConversationTest)
#include "conversation_test.moc"
