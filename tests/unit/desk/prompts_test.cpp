// SPDX-License-Identifier: GPL-3.0-or-later
// The texts that AI is asked with.
#include "ai/client/json_schema.h"
#include "desk/smart/prompts.h"
#include "desk/smart/understood.h"
#include "support/desk_fixture.h"
#include "support/runner.h"

#include <QDir>

using desk::Prompts;

namespace {

QByteArray greetPrompt(const char* more)
{
    return QByteArray(R"({"schema":"relevo.prompt/1","id":"greet","version":3,"maxTokens":9,)") +
           more + "}";
}

} // namespace

class PromptsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theShippedOnesLoadAndTheirSchemasAreOfOurs()
    {
        const auto prompts = Prompts::load(DeskFixture::prompts());
        QVERIFY(prompts);
        const auto* understand = prompts->promptFor(QStringLiteral("understand"));
        QVERIFY(understand && prompts->promptFor(QStringLiteral("explain")));
        QVERIFY(ai::JsonSchema::parse(understand->answer.toStdString()));
        const auto* propose = prompts->promptFor(QStringLiteral("propose"));
        QVERIFY(propose && ai::JsonSchema::parse(propose->answer.toStdString()));
        for (const char* tone : {"word_warm", "word_brief", "word_formal"})
            QVERIFY2(prompts->promptFor(QLatin1String(tone)), tone);
        QVERIFY(!prompts->promptFor(QStringLiteral("sing")));
    }

    void blanksAreFilledOnceAndLanguagesFallBack()
    {
        const auto prompts = Prompts::load(
            {greetPrompt(R"("texts":{"es-AR":["Hola {who}","{}"],"en":["Hi {who}"]})")});
        QVERIFY(prompts);
        const auto* greet = prompts->promptFor(QStringLiteral("greet"));
        const QMap<QString, QString> who{{QStringLiteral("who"), QStringLiteral("{who}")}};
        QCOMPARE(greet->name(), QStringLiteral("greet/3"));
        QCOMPARE(greet->text(QStringLiteral("es"), who), QStringLiteral("Hola {who}\n{}"));
        QCOMPARE(greet->text(QStringLiteral("fr"), who), QStringLiteral("Hi {who}"));
    }

    void whatCannotStandIsSaid()
    {
        for (const char* more :
             {R"("texts":{"en":["Hi"]})", R"("texts":{"es-AR":["Hola {who}"],"en":["Hi"]})"})
            QVERIFY(!Prompts::load({greetPrompt(more)}));
        const auto fine = greetPrompt(R"("texts":{"es-AR":["Hola"],"en":["Hi"]})");
        QVERIFY(Prompts::load({fine}));
        QVERIFY(!Prompts::load({fine, fine}));
        QVERIFY(!Prompts::load({"[]"}));
    }

    void theIntentsAreThoseThatAreLearnt()
    {
        QStringList learnt;
        const QDir folder(QStringLiteral(RELEVO_SOURCE_DIR "/resources/nlu/intents"));
        for (const auto& name : folder.entryList({QStringLiteral("*.json")}, QDir::Files))
            learnt.append(name.chopped(5));
        QStringList told = desk::aiIntents();
        learnt.sort();
        told.sort();
        QCOMPARE(told, learnt);
    }
};

RELEVO_TEST(PromptsTest)
#include "prompts_test.moc"
