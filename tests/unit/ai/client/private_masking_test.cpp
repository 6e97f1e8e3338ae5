// SPDX-License-Identifier: GPL-3.0-or-later
// What leaves for an AI server, and what its answer becomes again.
#include "ai/client/private_masking.h"
#include "support/runner.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace {

/// The answer in pieces of `size` bytes, which cut letters and pseudonyms anywhere.
std::string restored(const ai::MaskedCall& call, std::string_view answer, std::size_t size,
                     ai::Form form = ai::Form::Text)
{
    const auto restorer = call.restorer(form);
    std::string out;
    for (std::size_t at = 0; at < answer.size(); at += size)
        restorer->restore(answer.substr(at, size), out);
    restorer->finish(out);
    return out;
}

// A quotation mark and a backslash in what is masked, and beside it.
const std::string kName = "Marta \"Tita\" Quiroga\\Paz";
const std::string kSaid = "Soy " + kName + ",\nmi contraseña es x9\"q7\\tñ y nada más";

std::string jsonOf(const std::string& text)
{
    const QJsonObject line{{QStringLiteral("message"), 7},
                           {QStringLiteral("text"), QString::fromStdString(text)}};
    return QJsonDocument(line).toJson(QJsonDocument::Compact).toStdString();
}

std::string textOf(const std::string& json)
{
    const auto read = QJsonDocument::fromJson(QByteArray::fromStdString(json)).object();
    return read.value(u"text").toString().toStdString();
}

} // namespace

class PrivateMaskingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void personalDataStays()
    {
        const auto call = ai::PrivateMasking().begin({"Marta Quiroga"});
        const auto sent = call->mask("Soy Marta Quiroga, escribime a marta@example.com o "
                                     "ana@example.com; repito: marta@example.com");
        for (const char* secret : {"Marta", "Quiroga", "marta@", "ana@"})
            QVERIFY2(sent.find(secret) == std::string::npos, sent.c_str());
        QVERIFY(sent.find("[EMAIL-1] o [EMAIL-2]; repito: [EMAIL-1]") != std::string::npos);
    }

    void oneNameThroughoutACall()
    {
        const auto call = ai::PrivateMasking().begin({});
        QCOMPARE(call->mask("mi mail: ana@example.com"), std::string("mi mail: [EMAIL-1]"));
        QCOMPARE(call->mask("ana@example.com, te dije"), std::string("[EMAIL-1], te dije"));
    }

    void anAnswerIsRestoredHoweverItIsCut()
    {
        const auto call = ai::PrivateMasking().begin({});
        std::ignore = call->mask("ana@example.com");
        const std::string_view answer = "¡Sí! Escribí a [EMAIL-1] mañana, no a [EMAIL-2] 😀 [";
        const std::string expected = "¡Sí! Escribí a ana@example.com mañana, no a [EMAIL-2] 😀 [";
        for (std::size_t size = 1; size <= answer.size(); ++size)
            QCOMPARE(restored(*call, answer, size), expected);
    }

    void eachAttemptIsRestoredByItself()
    {
        const auto call = ai::PrivateMasking().begin({});
        std::ignore = call->mask("ana@example.com");
        std::string first, second;
        const auto cut = call->restorer(ai::Form::Text);
        cut->restore("a [EMA", first);
        const auto whole = call->restorer(ai::Form::Text);
        whole->restore("IL-1] y [EMAIL-1]", second);
        whole->finish(second);
        QCOMPARE(first, std::string("a "));
        QCOMPARE(second, std::string("IL-1] y ana@example.com"));
    }

    /// What is put back must not end the string it stands in, however the pieces are cut.
    void inJsonItIsPutBackEscaped()
    {
        const auto call = ai::PrivateMasking().begin({kName});
        const auto masked = call->mask(kSaid);
        for (const char* secret : {"Marta", "Tita", "Quiroga", "Paz", "x9", "q7"})
            QVERIFY2(masked.find(secret) == std::string::npos, masked.c_str());
        const auto answer = jsonOf(masked);
        for (std::size_t size = 1; size <= answer.size(); ++size) {
            const auto json = restored(*call, answer, size, ai::Form::Json);
            QCOMPARE(textOf(json), kSaid);
        }
        QCOMPARE(restored(*call, masked, 3), kSaid);
    }

    /// Escaped, it is another text: it is looked for as it was written.
    void inJsonItIsMaskedAsPeopleWroteIt()
    {
        const auto call = ai::PrivateMasking().begin({kName});
        const auto expected = ai::PrivateMasking().begin({kName})->mask(kSaid);
        const auto sent = ai::maskedText(*call, {.text = jsonOf(kSaid), .form = ai::Form::Json});
        QCOMPARE(textOf(sent), expected);
        QCOMPARE(textOf(restored(*call, sent, 5, ai::Form::Json)), kSaid);
    }

    void aQuestionInTheLineBeforeIsHeard()
    {
        const auto call = ai::PrivateMasking().begin({});
        const std::string asked = R"({"text":"¿Me pasás tu DNI?","who":"agent"})"
                                  "\n"
                                  R"({"text":"30123456","who":"customer"})";
        const auto sent = ai::maskedText(*call, {.text = asked, .form = ai::Form::Json});
        QVERIFY2(sent.find("30123456") == std::string::npos, sent.c_str());
    }

    void brokenJsonIsMaskedAllTheSame()
    {
        const auto call = ai::PrivateMasking().begin({});
        const std::string_view mail = "ana@example.com";
        for (const std::string text : {"{\"a\":\"\\x ana@example.com\",\"b", "[\"ana@example.com",
                                       "\"ana@example.com\\", "{\"a\" \"ana@example.com\""}) {
            const auto sent = ai::maskedText(*call, {.text = text, .form = ai::Form::Json});
            QVERIFY2(sent.find(mail) == std::string::npos, sent.c_str());
        }
    }

    void anotherCallKnowsNothingOfIt()
    {
        const ai::PrivateMasking masking;
        const auto call = masking.begin({});
        std::ignore = call->mask("ana@example.com");
        QCOMPARE(restored(*masking.begin({}), "[EMAIL-1]", 100), std::string("[EMAIL-1]"));
    }
};

RELEVO_TEST(PrivateMaskingTest)
#include "private_masking_test.moc"
