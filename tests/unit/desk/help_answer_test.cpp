// SPDX-License-Identifier: GPL-3.0-or-later
// What goes to AI for an agent, and what may come back, without any server.
#include "desk/help/help_answer.h"
#include "support/runner.h"

#include <QTest>

using namespace desk;

namespace help_answer {

/// JSON with its quotes, which moc reads wrongly in raw strings.
QByteArray quoted(const char* json)
{
    return QByteArray(json).replace('\'', '"');
}

store::EventRow said(qint64 seq, engine::EventKind kind, const QString& text)
{
    return {.conversation = {1}, .seq = {seq}, .kind = kind, .text = text};
}

std::vector<store::EventRow> talk()
{
    auto erased = said(7, engine::EventKind::CustomerMessage, QStringLiteral("borrado"));
    erased.isErased = true;
    return {said(1, engine::EventKind::CustomerMessage, QStringLiteral("no anda la compu")),
            said(2, engine::EventKind::BotMessage, QStringLiteral("¿La enchufaste?")),
            said(3, engine::EventKind::AgentMessage,
                 QStringLiteral("Fijate el cable, o mirá https://ok.example/a")),
            said(4, engine::EventKind::Note, QStringLiteral("secreto del taller")),
            said(5, engine::EventKind::ContactLeft, QStringLiteral("ana@correo.example")),
            said(6, engine::EventKind::CustomerMessage, QStringLiteral("sigue igual")),
            erased};
}

HelpGround ground(HelpTask task, const QString& text = {})
{
    return groundOf({.task = task, .text = text}, QStringLiteral("es-AR"), talk()).value();
}

HelpAnswer taken(HelpTask task, ai::Outcome outcome)
{
    HelpAnswer answer{.task = task};
    takeOutcome({.outcome = std::move(outcome)}, ground(task, QStringLiteral("x")), answer);
    return answer;
}

Prompt prompt()
{
    return {.id = QStringLiteral("help_reply"),
            .texts = {{QStringLiteral("es-AR"), QStringLiteral("vos")},
                      {QStringLiteral("en"), QStringLiteral("you")}}};
}

} // namespace help_answer

using namespace help_answer;

class HelpAnswerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void privateTextsNeverLeave_data()
    {
        QTest::addColumn<int>("task");
        QTest::newRow("reply") << int(HelpTask::Reply);
        QTest::newRow("summary") << int(HelpTask::Summary);
        QTest::newRow("translation") << int(HelpTask::ForMe);
    }
    void privateTextsNeverLeave()
    {
        QFETCH(const int, task);
        const HelpRequest request{.task = HelpTask(task), .language = QStringLiteral("es")};
        const auto chat = helpChat(request, ground(request.task), prompt());
        for (const auto& message : chat.messages) {
            for (const char* word : {"secreto", "correo.example", "borrado"})
                QVERIFY(message.text.find(word) == std::string::npos);
        }
        QVERIFY(chat.messages[1].text.find("sigue igual") != std::string::npos);
        QVERIFY(chat.lane == ai::Lane::Other && chat.priority == ai::Priority::Interactive);
    }
    void aNoteCannotBeTranslatedByItsNumber()
    {
        const HelpRequest request{.task = HelpTask::ForMe, .about = {4}};
        QVERIFY(!groundOf(request, QStringLiteral("es-AR"), talk()));
    }
    void aDraftGoesAlone()
    {
        const HelpRequest request{.task = HelpTask::Shorter, .text = QStringLiteral("hola \"x\"")};
        const auto chat = helpChat(request, ground(HelpTask::Shorter, request.text), prompt());
        const std::string sent = "{\"text\":\"hola \\\"x\\\"\"}";
        QCOMPARE(chat.messages[1].text, sent);
        QVERIFY(!groundOf({.task = HelpTask::Shorter, .text = QStringLiteral("  ")}, {}, talk()));
    }
    void theNewestWordsFit()
    {
        std::vector<store::EventRow> events;
        for (int i = 1; i <= 50; ++i)
            events.push_back(
                said(i, engine::EventKind::CustomerMessage, QString(1'000, QLatin1Char('a'))));
        const auto found = groundOf({.task = HelpTask::Reply}, {}, events);
        QVERIFY(found);
        QCOMPARE(int(found->events.size()), 8);
        QCOMPARE(found->events.back().seq.value, 50);
        QVERIFY(!found->seqs.contains(1)); // what was not sent cannot be linked to
    }

    void wrongLinksAreDropped()
    {
        const auto summary = summaryOf(
            quoted("{'intent':{'text':'Arreglar','messages':[6,1,1,99]},"
                   "'facts':[{'text':'Sin luz','messages':[4]},{'text':'','messages':[1]}],"
                   "'open_questions':[],'next_step':{'text':'Llamar','messages':[-1,'2',1.5]},"
                   "'mood':{'text':'bien','messages':[]}}")
                .toStdString(),
            ground(HelpTask::Summary).seqs);
        QVERIFY(summary);
        QCOMPARE(summary->intent.messages, (QList<base::Seq>{{1}, {6}}));
        QCOMPARE(int(summary->facts.size()), 1);
        QVERIFY(summary->facts[0].messages.isEmpty()); // a note was never sent
        QVERIFY(summary->nextStep.messages.isEmpty());
        QCOMPARE(summary->droppedLinks, 5);
    }
    void noSummaryIsMadeOfSomethingElse_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("words") << QByteArray("Hola");
        QTest::newRow("array") << QByteArray("[1]");
        QTest::newRow("empty") << QByteArray("{}");
        QTest::newRow("cut") << quoted("{'intent':{'text':'a");
        QTest::newRow("wrong kinds") << quoted("{'intent':'a','facts':7,'mood':[]}");
        QTest::newRow("deep") << QByteArray(20'000, '[');
    }
    void noSummaryIsMadeOfSomethingElse()
    {
        QFETCH(const QByteArray, json);
        QVERIFY(!summaryOf(json.toStdString(), {1}));
        const auto answer = taken(HelpTask::Summary, ai::Completed{.text = json.toStdString()});
        QVERIFY(answer.end == HelpEnd::BadAnswer && answer.text.isEmpty());
    }
    void aHugeSummaryIsBounded()
    {
        QByteArray lines;
        for (int i = 0; i < 5'000; ++i)
            lines += quoted("{'text':'") + QByteArray(900, 'x') + quoted("','messages':[]},");
        lines.chop(1);
        const auto summary = summaryOf("{\"facts\":[" + lines.toStdString() + "]}", {});
        QVERIFY(summary);
        QCOMPARE(int(summary->facts.size()), kMostLines);
        QCOMPARE(int(summary->facts[0].text.size()), 500);
    }

    void anAnswerIsPlainText()
    {
        const auto answer = taken(
            HelpTask::Reply,
            ai::Completed{
                .text = "  <b>Hola</b>\x1b[31m\u202Eevil\u200B\n[x](http://malo.example/p). "});
        QCOMPARE(answer.text, QStringLiteral("<b>Hola</b>[31mevil\n[x](http://malo.example/p)."));
        QCOMPARE(answer.strangeAddresses, QStringList(QStringLiteral("http://malo.example/p")));
    }
    void addressesThatWereWrittenHereAreNoStrangers()
    {
        const auto answer =
            taken(HelpTask::Reply,
                  ai::Completed{
                      .text = "Mirá https://ok.example/a, no WWW.malo.example ni a@b.example ni "
                              "tienda-falsa.com/x. Versión 3.5, etc."});
        QCOMPARE(answer.strangeAddresses,
                 (QStringList{QStringLiteral("WWW.malo.example"), QStringLiteral("a@b.example"),
                              QStringLiteral("tienda-falsa.com/x")}));
    }
    void aHugeAnswerIsCut()
    {
        const auto answer =
            taken(HelpTask::Reply, ai::Completed{.text = std::string(2'000'000, 'a')});
        QVERIFY(answer.isCut);
        QCOMPARE(answer.text.size(), kLongestAnswer);
    }

    void everyOutcomeHasItsEnd_data()
    {
        QTest::addColumn<int>("end");
        QTest::addColumn<int>("which");
        const auto row = [](const char* name, HelpEnd end, int which) {
            QTest::newRow(name) << int(end) << which;
        };
        row("done", HelpEnd::Done, 0);
        row("length", HelpEnd::Partial, 1);
        row("empty", HelpEnd::BadAnswer, 2);
        row("truncated", HelpEnd::Partial, 3);
        row("truncated at once", HelpEnd::BadAnswer, 4);
        row("refused", HelpEnd::Refused, 5);
        row("rate limited", HelpEnd::RateLimited, 6);
        row("breaker", HelpEnd::Unavailable, 7);
        row("no key", HelpEnd::NoKey, 8);
        row("incapable", HelpEnd::Incapable, 9);
        row("quota", HelpEnd::Rejected, 10);
        row("timed out", HelpEnd::TimedOut, 11);
        row("timed out late", HelpEnd::Partial, 12);
        row("unauthorised", HelpEnd::Unauthorized, 13);
        row("bad request", HelpEnd::Rejected, 14);
        row("too long", HelpEnd::TooLong, 15);
        row("protocol", HelpEnd::BadAnswer, 16);
        row("cancelled", HelpEnd::Cancelled, 17);
        row("over budget", HelpEnd::OverBudget, 18);
        row("no endpoint", HelpEnd::NoAi, 19);
    }
    void everyOutcomeHasItsEnd()
    {
        QFETCH(const int, end);
        QFETCH(const int, which);
        const auto until = base::fromMs(1'764'000'000'000);
        const std::vector<ai::Outcome> outcomes{ai::Completed{.text = "a", .finish = "stop"},
                                                ai::Completed{.text = "a", .finish = "length"},
                                                ai::Completed{.text = " \n"},
                                                ai::Truncated{"a"},
                                                ai::Truncated{},
                                                ai::Refused{"content_filter"},
                                                ai::RateLimited{until},
                                                ai::Unavailable{ai::Cause::BreakerOpen, until},
                                                ai::Unavailable{ai::Cause::NoKey, {}},
                                                ai::Unavailable{ai::Cause::Incapable, {}},
                                                ai::Unavailable{ai::Cause::Quota, {}},
                                                ai::TimedOut{},
                                                ai::TimedOut{ai::Limit::ContentIdle, "a"},
                                                ai::Unauthorized{},
                                                ai::BadRequest{"why"},
                                                ai::TooLong{},
                                                ai::ProtocolError{"<html>"},
                                                ai::Cancelled{},
                                                ai::OverBudget{},
                                                ai::Unavailable{ai::Cause::NoEndpoint, {}}};
        const auto answer = taken(HelpTask::Reply, outcomes.at(std::size_t(which)));
        QCOMPARE(int(answer.end), end);
        const bool hasText = answer.end == HelpEnd::Done || answer.end == HelpEnd::Partial;
        QCOMPARE(answer.text, hasText ? QStringLiteral("a") : QString()); // no server's error text
        QCOMPARE(answer.until.has_value(), which == 6 || which == 7);
    }
};

RELEVO_TEST(HelpAnswerTest)
#include "help_answer_test.moc"
