// SPDX-License-Identifier: GPL-3.0-or-later
#include "crowd.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace std::chrono_literals;

namespace {

base::ConversationId talk(GuiFixture& f, const QString& name, const QStringList& texts)
{
    const auto g = f.greet();
    for (const QString& text : QStringList{QStringLiteral("sí"), QStringLiteral("español"), name})
        std::ignore = f.say(g.session, text);
    std::ignore = f.tap(g.session, QStringLiteral("cmd:person"));
    std::ignore = f.takeOver(g.answer.conversation, f.me);
    for (const QString& text : texts)
        std::ignore = f.say(g.session, text);
    return g.answer.conversation;
}

QByteArray lineOf(const QString& id, int messages)
{
    QJsonArray turns;
    for (int i = 0; i < messages; ++i)
        turns.append(QJsonObject{
            {QStringLiteral("role"),
             i % 2 == 0 ? QStringLiteral("customer") : QStringLiteral("bot")},
            {QStringLiteral("text"),
             i % 2 == 0 ? QStringLiteral("la impresora no anda, van %1 veces").arg(i)
                        : QStringLiteral("Probemos otra cosa: apagala, esperá diez segundos y "
                                         "volvé a prenderla. (%1)")
                              .arg(i)}});
    return QJsonDocument(QJsonObject{{QStringLiteral("id"), id}, {QStringLiteral("turns"), turns}})
        .toJson(QJsonDocument::Compact);
}

} // namespace

Crowd makeCrowd(GuiFixture& f)
{
    Crowd crowd;
    crowd.longName = talk(f, QStringLiteral("María de los Ángeles Fernández-Villaverde"),
                          {QStringLiteral("hola, ¿hay alguien?")});
    crowd.rightToLeft = talk(f, QStringLiteral("أحمد"),
                             {QStringLiteral("مرحبا، جهازي لا يعمل منذ أمس"),
                              QStringLiteral("שלום, המחשב שלי איטי"),
                              QStringLiteral("English and עברית in one line, 100 % sure")});
    std::ignore = f.reply(crowd.rightToLeft, f.me, QStringLiteral("أهلا! سأساعدك الآن"));
    crowd.emoji =
        talk(f, QStringLiteral("Zoë"),
             {QStringLiteral("👍"),
              QStringLiteral("😀😃😄 👨‍👩‍👧‍👦 🇦🇷 ❤️ ok?")});
    crowd.longText = talk(f, QStringLiteral("Juan"),
                          {QStringLiteral("La notebook hace un ruido raro cuando la prendo. ")
                               .repeated(90)
                               .left(4000)});
    return crowd;
}

void loadDemo(GuiFixture& f)
{
    std::ignore = f.ask<int>(
        [&](base::Caller& caller, auto done) { f.desk->loadDemo(caller, std::move(done)); });
}

void importMany(GuiFixture& f, int count)
{
    int done = 0;
    for (int i = 0; i < count; ++i) {
        f.desk->importConversation(f.here.caller(), lineOf(QStringLiteral("c%1").arg(i), 2),
                                   [&done](const base::Result<base::ConversationId>&) { ++done; });
        if (i % 200 == 199)
            f.here.runUntil([&] { return done > i - 100; }, 60s);
    }
    f.here.runUntil([&] { return done == count; }, 60s);
}

base::ConversationId importLong(GuiFixture& f, int messages)
{
    return f
        .ask<base::ConversationId>([&](base::Caller& caller, auto done) {
            f.desk->importConversation(caller, lineOf(QStringLiteral("long"), messages),
                                       std::move(done));
        })
        .value_or(base::ConversationId{});
}
