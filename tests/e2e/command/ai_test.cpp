// SPDX-License-Identifier: GPL-3.0-or-later
// relevoctl ai, as a shell runs it, against a server process that fails on purpose.
#include "support/ai_server/process.h"
#include "support/runner.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

namespace ai_command {

struct AiEnded {
    int exit = -1;
    QByteArray out, err;

    /// The last line of the output.
    [[nodiscard]] QJsonObject json() const
    {
        return QJsonDocument::fromJson(out.trimmed().split('\n').last()).object();
    }
};

using Variables = QMap<QString, QString>;

AiEnded runAi(const QStringList& words, const QByteArray& input = {},
              const Variables& variables = {})
{
    QProcess process;
    QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"LC_ALL", "LANGUAGE", "OPENAI_API_KEY", "OPENAI_API_KEY_FILE",
                             "http_proxy", "HTTP_PROXY", "no_proxy", "NO_PROXY"})
        all.remove(QString::fromLatin1(name));
    all.insert(QStringLiteral("LANG"), QStringLiteral("en_US.UTF-8"));
    for (auto it = variables.begin(); it != variables.end(); ++it)
        all.insert(it.key(), it.value());
    process.setProcessEnvironment(all);
    process.start(QStringLiteral(RELEVOCTL), QStringList{QStringLiteral("ai")} + words);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QByteArray aiRow(const char* id, const QList<QByteArray>& chunks, QJsonObject more = {})
{
    QJsonArray encoded;
    for (const QByteArray& chunk : chunks)
        encoded.append(QString::fromLatin1(chunk.toBase64()));
    more.insert(QStringLiteral("id"), QString::fromLatin1(id));
    more.insert(QStringLiteral("chunks_b64"), encoded);
    return QJsonDocument(more).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace ai_command

using namespace ai_command;

class AiCommandTest : public QObject
{
    Q_OBJECT

    support::AiServer m_server;

    QStringList chat(const std::string& fault, const QStringList& more = {}) const
    {
        return QStringList{QStringLiteral("chat"),
                           QStringLiteral("--base-url"),
                           QString::fromStdString(m_server.url(fault)),
                           QStringLiteral("--model"),
                           QStringLiteral("m"),
                           QStringLiteral("--message"),
                           QStringLiteral("hola ñandú"),
                           QStringLiteral("--json")} +
               more;
    }
    QString header(int request, const char* name) const
    {
        return m_server.requests()[request][QLatin1String("headers")][QLatin1String(name)]
            .toString();
    }

private Q_SLOTS:
    void init() { m_server.reset(); }

    void answersAreStreamedOrWhole()
    {
        const AiEnded whole = runAi(chat("normal"));
        QCOMPARE(whole.exit, 0);
        QCOMPARE(whole.json()[QLatin1String("outcome")].toString(), QStringLiteral("completed"));
        QCOMPARE(whole.json()[QLatin1String("text")].toString(), QStringLiteral("Eco: hola ñandú"));
        const AiEnded streamed = runAi(chat("normal", {QStringLiteral("--stream")}));
        QCOMPARE(streamed.exit, 0);
        QCOMPARE(streamed.out.count("{\"delta\":"), 3);
        QCOMPARE(streamed.json()[QLatin1String("text")].toString(),
                 QStringLiteral("Eco: hola ñandú"));
        const AiEnded plain = runAi(chat("normal", {QStringLiteral("--stream")})
                                        .filter(QRegularExpression(QStringLiteral("^(?!--json)"))));
        QCOMPARE(QString::fromUtf8(plain.out),
                 QStringLiteral("Eco: hola ñandú\nOutcome: completed\n"));
    }

    void failuresAreTypedAndSayNo()
    {
        const QMap<std::string, QString> outcomes{
            {"html", QStringLiteral("protocol_error")},
            {"status,code=401", QStringLiteral("unauthorized")},
            {"status,code=400", QStringLiteral("bad_request")},
            {"status,code=402", QStringLiteral("unavailable")},
            {"truncate,after=1", QStringLiteral("truncated")},
            {"status,code=400,error=context_length_exceeded", QStringLiteral("too_long")}};
        for (auto it = outcomes.begin(); it != outcomes.end(); ++it) {
            const AiEnded is = runAi(chat(it.key(), {QStringLiteral("--stream")}));
            QCOMPARE(is.exit, 1);
            QCOMPARE(is.json()[QLatin1String("outcome")].toString(), it.value());
        }
    }

    void s75_theFallbackAnswers()
    {
        const AiEnded is = runAi(chat("status,code=402", {QStringLiteral("--fallback"),
                                                          QString::fromStdString(m_server.url())}));
        QCOMPARE(is.exit, 0);
        const auto hops = is.json()[QLatin1String("hops")].toArray();
        QCOMPARE(hops.size(), 2);
        QCOMPARE(hops[1][QLatin1String("reason")].toString(), QStringLiteral("answered"));
    }

    void theKeyComesFromTheEnvironmentAndGoesToItsServerOnly()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("key")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("sk-datei\n");
        file.close();
        QCOMPARE(
            runAi(chat("normal"), {}, {{QStringLiteral("OPENAI_API_KEY"), QStringLiteral("sk-1")}})
                .exit,
            0);
        QCOMPARE(header(0, "authorization"), QStringLiteral("Bearer sk-1"));
        const Variables named{{QStringLiteral("OPENAI_API_KEY_FILE"), file.fileName()}};
        QCOMPARE(runAi(chat("normal"), {}, named).exit, 0);
        QCOMPARE(header(1, "authorization"), QStringLiteral("Bearer sk-datei"));
        QCOMPARE(runAi(chat("normal")).exit, 0);
        QCOMPARE(header(2, "authorization"), QString());

        const support::AiServer other;
        const AiEnded is = runAi(chat("status,code=402", {QStringLiteral("--fallback"),
                                                          QString::fromStdString(other.url())}),
                                 {}, named);
        QCOMPARE(is.exit, 0);
        QVERIFY(!other.requests()[0][QLatin1String("headers")].toObject().contains(
            QLatin1String("authorization")));
        QVERIFY(!is.out.contains("sk-datei") && !is.err.contains("sk-datei"));
        const Variables missing{
            {QStringLiteral("OPENAI_API_KEY_FILE"), QStringLiteral("/nowhere/key")}};
        QCOMPARE(runAi(chat("normal"), {}, missing).exit, 2);
    }

    void imagesAndSchemasGoAlong()
    {
        QTemporaryDir folder;
        QFile image(folder.filePath(QStringLiteral("foto")));
        QVERIFY(image.open(QIODevice::WriteOnly));
        image.write("\x89PNG\r\n");
        image.close();
        const AiEnded seen = runAi(chat("normal", {QStringLiteral("--image"), image.fileName()}));
        QCOMPARE(seen.json()[QLatin1String("text")].toString(),
                 QStringLiteral("Eco: hola ñandú [1 img]"));
        QFile schema(folder.filePath(QStringLiteral("schema.json")));
        QVERIFY(schema.open(QIODevice::WriteOnly));
        schema.write(R"({"type":"object","properties":{"n":{"type":"integer"}},"required":["n"],)"
                     R"("additionalProperties":false})");
        schema.close();
        const AiEnded is = runAi(chat("normal", {QStringLiteral("--schema"), schema.fileName()}));
        QCOMPARE(is.json()[QLatin1String("text")].toString(), QStringLiteral("{\"n\":1}"));
        const AiEnded flawed =
            runAi(chat("normal,text=no%20JSON", {QStringLiteral("--schema"), schema.fileName(),
                                                 QStringLiteral("--stream")}));
        QCOMPARE(flawed.exit, 1);
        QCOMPARE(m_server.requests().size(), 4); // one repair of the last, no more
    }

    void s98_theSystemsProxyIsUsed()
    {
        const QString proxy = QStringLiteral("http://127.0.0.1:%1").arg(m_server.port());
        QStringList words = chat("normal");
        words[2] = QStringLiteral("http://ai.example.invalid/v1");
        const AiEnded is = runAi(words, {}, {{QStringLiteral("http_proxy"), proxy}});
        QCOMPARE(is.exit, 0);
        QVERIFY(m_server.requests()[0][QLatin1String("proxied")].toBool());
    }

    void badOptionsAreRefused()
    {
        QCOMPARE(runAi({QStringLiteral("chat")}).exit, 2);
        QStringList words = chat("normal");
        words[2] = QStringLiteral("https://key@example.org");
        QCOMPARE(runAi(words).exit, 2);
        QCOMPARE(runAi(chat("normal", {QStringLiteral("--profile"), QStringLiteral("x")})).exit, 2);
        QCOMPARE(runAi({QStringLiteral("parse-events")}).exit, 2);
        QCOMPARE(runAi({QStringLiteral("parse-events"), QStringLiteral("--jsonl")}, "no\n").exit,
                 2);
        QCOMPARE(m_server.requests().size(), 0);
    }

    void s81_recordedEvents()
    {
        const AiEnded is =
            runAi({QStringLiteral("parse-events"), QStringLiteral("--jsonl")},
                  aiRow("a", {"data: ho", "la\r", "\n\rid: 7\ndata\n\n"}) + aiRow("b", {}));
        QCOMPARE(is.exit, 0);
        QCOMPARE(is.out, R"({"id":"a","events":[{"event":"message","data":"hola","id":""},)"
                         R"({"event":"message","data":"","id":"7"}]})"
                         "\n"
                         R"({"id":"b","events":[]})"
                         "\n");
    }

    void s87_recordedAnswers()
    {
        const QByteArray delta = R"(data: {"choices":[{"delta":{"content":"hola"}}]})"
                                 "\n\n";
        const QJsonObject events{
            {QStringLiteral("status"), 200},
            {QStringLiteral("headers"),
             QJsonObject{{QStringLiteral("Content-Type"), QStringLiteral("text/event-stream")}}}};
        const AiEnded is =
            runAi({QStringLiteral("parse-chat"), QStringLiteral("--jsonl")},
                  aiRow("a", {delta, "data: [DONE]\n\n"}, events) + aiRow("b", {delta}, events) +
                      aiRow("c", {R"({"error":{"code":"rate_limit_exceeded"}})"},
                            {{QStringLiteral("status"), 429}}));
        QCOMPARE(is.exit, 0);
        QCOMPARE(is.out, R"({"id":"a","outcome":"completed","text":"hola","items":["hola"]})"
                         "\n"
                         R"({"id":"b","outcome":"truncated","text":"hola","items":["hola"]})"
                         "\n"
                         R"({"id":"c","outcome":"rate_limited","text":"","items":[],"error":)"
                         R"({"class":"rate_limited","code":"rate_limit_exceeded","excerpt":""}})"
                         "\n");
    }
};

RELEVO_TEST(AiCommandTest)
#include "ai_test.moc"
