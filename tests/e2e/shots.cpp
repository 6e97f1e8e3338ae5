// SPDX-License-Identifier: GPL-3.0-or-later
// test_e2e_shots FOLDER: pictures of the widget and the demonstration page, to be looked at. Two
// languages, light and dark, a desktop and a phone; long words, right to left, emoji, buttons, a
// person answering, a lost connection.
#include "browser.h"
#include "program.h"

#include <QApplication>
#include <QDir>
#include <QTest>

#include <cstdio>

using e2e::s;

namespace {

const QString kTab = QStringLiteral("a");

struct Look {
    bool isSpanish, isDark, isPhone;

    [[nodiscard]] QString name() const
    {
        return s(isSpanish ? "es" : "en") + s(isDark ? "-dark" : "-light") +
               s(isPhone ? "-phone" : "-desk");
    }
};

class Shooting
{
public:
    Shooting(e2e::Browser& browser, const QDir& folder, Look look)
        : m_browser(browser), m_folder(folder), m_look(look),
          m_program({}, s(look.isSpanish ? "es" : "en"))
    {
    }

    bool run()
    {
        const bool isDone = m_program.signIn(s("Lucía Fernández")) && greet() && choose() &&
                            talk() && loseConnection() && rate();
        m_browser.forget();
        return isDone;
    }

private:
    bool shot(const char* what)
    {
        return m_browser.shot(kTab, m_folder.filePath(m_look.name() + u'-' + s(what) + s(".png")));
    }

    bool greet()
    {
        return m_browser.open(kTab, m_program.url(),
                              {{s("locale"), s(m_look.isSpanish ? "es-AR" : "en-GB")},
                               {s("dark"), m_look.isDark},
                               {s("phone"), m_look.isPhone},
                               {s("calm"), true},
                               {s("width"), m_look.isPhone ? 360 : 1100},
                               {s("height"), m_look.isPhone ? 740 : 800}}) &&
               shot("1-page") && m_browser.launch(kTab) &&
               m_browser.until(kTab, s("root.querySelectorAll('.option').length === 2")) &&
               shot("2-greeting");
    }

    bool choose()
    {
        return m_browser.tap(kTab, s("consent:yes")) &&
               m_browser.tap(kTab, s(m_look.isSpanish ? "lang:es-AR" : "lang:en")) &&
               m_browser.say(kTab, s("Ana")) && m_browser.tap(kTab, s("need:problem")) &&
               m_browser.until(kTab, s("root.querySelectorAll('.option').length > 5")) &&
               shot("3-buttons") && m_browser.click(kTab, s("#menu")) && shot("4-menu") &&
               m_browser.click(kTab, s("#menu-list [data-value='cmd:person']")) &&
               m_browser.until(kTab, s("$('status').dataset.handledBy === 'waiting'")) &&
               shot("5-waiting");
    }

    bool talk()
    {
        if (!m_program.openOnly(e2e::Row::Unassigned) || !m_program.takeOver())
            return false;
        m_browser.say(kTab,
                      s("¿Me ayudan? 😀👍🏽 👨‍👩‍👧‍👦 La impresora dice "
                        "Error0x80070005") +
                          s("ALongWordWithoutAnySpace").repeated(4));
        m_browser.say(kTab, s("مرحبا، لا تعمل الطابعة (HP 2700) منذ أمس"));
        m_program.reply(s("¡Hola, Ana! Soy Lucía. Vamos paso a paso:\n\n1. Apagá la impresora.\n"
                          "2. Esperá un minuto.\n3. Prendela y mirá "
                          "https://example.com/ayuda/impresoras/hp?modelo=2700&paso=3"));
        m_browser.untilSays(kTab, s("agent"), s("paso a paso"));
        m_browser.say(kTab, s("Dale, pruebo y te cuento."));
        m_program.untilShows(s("pruebo"));
        m_program.typeReply(s("x"));
        return m_browser.until(kTab, s("!root.querySelector('.typing').hidden")) &&
               shot("6-person");
    }

    bool loseConnection()
    {
        m_program.typeReply(s("y"));
        if (!m_browser.setOffline(true) ||
            !m_browser.until(kTab, s("!$('banner').hidden && $('banner').matches('.lost')")))
            return false;
        m_browser.say(kTab, s("¿Seguís ahí?"));
        m_browser.click(kTab, s("#composer"));
        m_browser.type(kTab, s("un texto que todavía no se mandó, de varias líneas, para ver cómo "
                               "crece el lugar donde se escribe"));
        QTest::qWait(1200); // what waits to be sent turns pale after a second
        return shot("7-lost");
    }

    bool rate()
    {
        return m_browser.setOffline(false) &&
               m_browser.until(kTab, s("$('banner').matches('.back')")) && shot("8-back") &&
               m_browser.until(kTab, s("!root.querySelector('[data-status=pending]')")) &&
               m_program.giveBack(s(m_look.isSpanish ? "Pedir la cal" : "Ask for the rating")) &&
               m_browser.until(kTab, s("root.querySelectorAll('.option').length > 1")) &&
               shot("9-rating") && m_browser.tap(kTab, s("rate:bad")) &&
               m_browser.tap(kTab, s("reason:hard")) && m_browser.tap(kTab, s("comment:skip")) &&
               m_browser.until(kTab, s("/terminó|has ended/.test($('log').textContent)")) &&
               m_browser.until(kTab, s("!root.querySelector('.option')")) && shot("A-closed");
    }

    e2e::Browser& m_browser;
    QDir m_folder;
    Look m_look;
    e2e::Program m_program;
};

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    e2e::Browser browser;
    if (arguments.size() != 2 || !QDir().mkpath(arguments.at(1)) || !browser.start()) {
        std::fputs("usage: test_e2e_shots FOLDER\n", stderr);
        return 2;
    }
    for (const bool isSpanish : {true, false}) {
        for (const bool isDark : {false, true}) {
            for (const bool isPhone : {false, true}) {
                const Look look{isSpanish, isDark, isPhone};
                if (!Shooting(browser, QDir(arguments.at(1)), look).run()) {
                    std::fprintf(stderr, "%s could not be finished: %s\n", qPrintable(look.name()),
                                 qPrintable(browser.lastError()));
                    return 1;
                }
            }
        }
    }
    return 0;
}
