// SPDX-License-Identifier: GPL-3.0-or-later
// What leaves for an AI server, and what its answer becomes again.
#include "ai/client/private_masking.h"
#include "support/runner.h"

namespace {

/// The answer in pieces of `size` bytes, which cut letters and pseudonyms anywhere.
std::string restored(const ai::MaskedCall& call, std::string_view answer, std::size_t size)
{
    const auto restorer = call.restorer();
    std::string out;
    for (std::size_t at = 0; at < answer.size(); at += size)
        restorer->restore(answer.substr(at, size), out);
    restorer->finish(out);
    return out;
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
        const auto cut = call->restorer();
        cut->restore("a [EMA", first);
        const auto whole = call->restorer();
        whole->restore("IL-1] y [EMAIL-1]", second);
        whole->finish(second);
        QCOMPARE(first, std::string("a "));
        QCOMPARE(second, std::string("IL-1] y ana@example.com"));
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
