// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe_fixture.h"
#include "probes/command/command_line.h"
#include "servers.h"
#include "support/runner.h"

#include <QDir>
#include <QJsonArray>

using probes::CheckKind;
using probes::Where;

namespace {

probes::CheckPlan commandOf(const QJsonObject& parameters)
{
    return planOf("it", CheckKind::Command, parameters);
}

/// What is shown of it, or why it will not run.
QString shown(const QJsonObject& parameters, const QHash<QString, QString>& values = {},
              const QSet<QString>& ownSecrets = {})
{
    const auto line = probes::commandLineOf(commandOf(parameters), {.values = values}, ownSecrets);
    if (line)
        return probes::textOf(*line);
    return release::nameText(line.error().reason) + u' ' + line.error().arguments.join(u' ');
}

QByteArray keyFor(const QJsonObject& parameters, const QHash<QString, QString>& values = {})
{
    const auto line = probes::commandLineOf(commandOf(parameters), {.values = values});
    return line ? probes::keyOf(*line) : QByteArray();
}

const QString kHost = QStringLiteral("host");
const QString kHere = QStringLiteral("cd ") + QDir::currentPath() + QStringLiteral(" && ");

} // namespace

class CommandLineTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCommandIsConfirmedFirst()
    {
        ProbeFixture fixture;
        const auto plan = json("{\"arguments\":[\"/bin/echo\",\"a b\",\"it's\"]}");
        const auto run = [&](const QSet<QByteArray>& confirmed) {
            return s(fixture
                         .run({.checks = {commandOf(plan)},
                               .where = Where::Person,
                               .confirmed = confirmed})
                         .front());
        };
        QCOMPARE(run({}), QStringLiteral("could_not_run not_confirmed ") + kHere +
                              QStringLiteral("/bin/echo 'a b' 'it'\\''s'"));
        QCOMPARE(run({keyFor(plan)}), QStringLiteral("passed"));
        QCOMPARE(run({QByteArray()}).left(26), QStringLiteral("could_not_run not_confirme"));
    }

    void whatIsShownIsAllThatRuns()
    {
        QCOMPARE(shown(json(R"({"arguments":["curl","{host}/x"],"folder":"/usr"})"),
                       {{kHost, QStringLiteral("https://a b")}}),
                 QStringLiteral("cd /usr && curl 'https://a b/x'"));
        QCOMPARE(shown(json(R"({"arguments":["echo $CHECK_HOST {host}"],"shell":true,
                                "environment":["JAVA_HOME"]})"),
                       {{kHost, QStringLiteral("h")}}),
                 kHere + QStringLiteral("JAVA_HOME=$JAVA_HOME CHECK_HOST=h /bin/sh -c "
                                        "'echo $CHECK_HOST {host}'"));
        // Nothing that hides or turns round what stands beside it.
        QCOMPARE(
            shown({{QStringLiteral("arguments"),
                    QJsonArray{QStringLiteral("echo"), QStringLiteral("a\n\n\nb"),
                               QString(QStringLiteral("x") + QChar(0x202E) + u'y'), QString()}}}),
            kHere + QStringLiteral("echo $'a\\n\\n\\nb' $'x\\u202ey' ''"));
    }

    void whatRunsOtherwiseIsConfirmedAnew()
    {
        const auto plan = json(R"({"arguments":["curl","{host}"]})");
        const auto one = keyFor(plan, {{kHost, QStringLiteral("one")}});
        QVERIFY(!one.isEmpty());
        QCOMPARE(keyFor(plan, {{kHost, QStringLiteral("one")},
                               {QStringLiteral("redis"), QStringLiteral("unused")}}),
                 one);
        QVERIFY(keyFor(plan, {{kHost, QStringLiteral("two")}}) != one);
        const auto bare = keyFor(json(R"({"arguments":["a"]})"));
        for (const char* other :
             {R"({"arguments":["a"],"folder":"/"})", R"({"arguments":["a"],"shell":true})",
              R"({"arguments":["a"],"environment":["JAVA_HOME"]})", R"({"arguments":["a",""]})"})
            QVERIFY2(keyFor(json(other)) != bare, other);

        ProbeFixture fixture;
        const auto echo = json(R"({"arguments":["/bin/echo","{host}"]})");
        const auto finding = fixture.run(
            {.checks = {commandOf(echo)},
             .parameters = {.values = {{kHost, QStringLiteral("two")}}},
             .where = Where::Person,
             .confirmed = {keyFor(echo, {{kHost, QStringLiteral("one")}}), keyFor(echo)}});
        QCOMPARE(s(finding.front()), QStringLiteral("could_not_run not_confirmed ") + kHere +
                                         QStringLiteral("/bin/echo two"));
    }

    void theProgramIsNeverFilledIn()
    {
        const QHash<QString, QString> values{{kHost, QStringLiteral("/bin/echo")}};
        QCOMPARE(shown(json(R"({"arguments":["{host}","x"]})"), values),
                 QStringLiteral("bad_plan arguments"));
        QCOMPARE(shown(json(R"({"arguments":[]})"), values), QStringLiteral("bad_plan arguments"));
    }

    void anAnswerFromElsewhereIsNoPartOfIt()
    {
        ProbeFixture fixture;
        HttpServer server([](QTcpSocket& socket, const HttpServer::Request&) {
            HttpServer::say(socket, 200, R"({"a":"rm -rf","host":"elsewhere"})");
        });
        auto asks = json(R"({"keep":{"word":"a","host":"host"}})");
        asks.insert(QStringLiteral("url"), server.address());
        const auto findings = fixture.run(
            {.checks = {planOf("asks", CheckKind::Http, asks),
                        planOf("word", CheckKind::Command,
                               json(R"({"arguments":["/bin/echo","{word}"]})")),
                        planOf("host", CheckKind::Command,
                               json(R"({"arguments":["/bin/echo","{host}"]})")),
                        planOf("shell", CheckKind::Command,
                               json(R"({"arguments":["echo ${CHECK_WORD-none}"],"shell":true})"))},
             .parameters = {.values = {{kHost, QStringLiteral("mine")}}},
             .where = Where::CommandLine});
        QCOMPARE(s(findings[0]), QStringLiteral("passed"));
        QCOMPARE(s(findings[1]), QStringLiteral("could_not_run missing_parameter word"));
        QCOMPARE(s(findings[2]), QStringLiteral("could_not_run missing_parameter host"));
        QCOMPARE(findings[3].output, QStringLiteral("none\n"));
    }

    void noPasswordIsPassedOn()
    {
        const QHash<QString, QString> values{
            {QStringLiteral("redis"), QStringLiteral("redis://:s3cr3t@cache.example")}};
        QCOMPARE(shown(json(R"({"arguments":["ping","{redis}"]})"), values),
                 QStringLiteral("missing_parameter redis"));
        QCOMPARE(shown(json(R"({"arguments":["echo $CHECK_REDIS"],"shell":true})"), values),
                 kHere + QStringLiteral("/bin/sh -c 'echo $CHECK_REDIS'"));
    }

    void ourOwnSecretsAreNeverPassedOn()
    {
        const QSet<QString> secrets{QStringLiteral("LOG_TOKEN")};
        QCOMPARE(shown(json(R"({"arguments":["env"],"environment":["LOG_TOKEN"]})"), {}, secrets),
                 QStringLiteral("bad_plan environment LOG_TOKEN"));
        QCOMPARE(shown(json(R"({"arguments":["env"],"environment":["A=b"]})")),
                 QStringLiteral("bad_plan environment A=b"));
        const QHash<QString, QString> values{
            {QStringLiteral("log_token"), QStringLiteral("0123456789abcdef")}};
        QCOMPARE(shown(json(R"({"arguments":["curl","{log_token}"]})"), values),
                 QStringLiteral("missing_parameter log_token"));
        QCOMPARE(shown(json(R"({"arguments":["env"],"environment":["CHECK_LOG_TOKEN"]})"), values),
                 QStringLiteral("missing_parameter log_token"));
    }
};

RELEVO_TEST(CommandLineTest)
#include "command_line_test.moc"
