// SPDX-License-Identifier: GPL-3.0-or-later
// The real relevoctl, as a shell runs it: exit codes, results on standard output, messages on
// standard error, in both languages, with the data folder closed and while a server holds it.
#include "support/child_process.h"
#include "support/runner.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <csignal>

using namespace std::chrono_literals;

namespace {

struct Ran {
    int exit = -1;
    QByteArray out, err;
    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

using Environment = QMap<QString, QString>;

Ran run(const QStringList& arguments, const QByteArray& input = {},
        const Environment& environment = {})
{
    QProcess process;
    QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
    all.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    for (auto it = environment.begin(); it != environment.end(); ++it)
        all.insert(it.key(), it.value());
    process.setProcessEnvironment(all);
    process.start(QStringLiteral(RELEVOCTL), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

const Environment kSpanish{{QStringLiteral("LC_ALL"), QString()},
                           {QStringLiteral("LANG"), QStringLiteral("es_AR.UTF-8")},
                           {QStringLiteral("LANGUAGE"), QString()}};

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

QByteArray read(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::unique_ptr<support::ChildProcess> served(const QString& folder)
{
    auto process = std::make_unique<support::ChildProcess>(
        QStringLiteral(RELEVOCTL),
        QStringList{QStringLiteral("serve"), QStringLiteral("--listen"),
                    QStringLiteral("127.0.0.1:0"), QStringLiteral("--data"), folder});
    const bool isUp =
        process->waitForLine([](const QByteArray& line) { return line.contains("Ctrl-C"); }, 60s)
            .has_value();
    return isUp ? std::move(process) : nullptr;
}

constexpr auto kGood =
    "{\"id\":\"a1\",\"turns\":[{\"role\":\"customer\",\"text\":\"¿Hola?\",\"time\":"
    "\"2026-11-01T10:00:00Z\"},{\"role\":\"bot\",\"text\":\"Hola\",\"time\":"
    "\"2026-11-01T10:00:01Z\"}]}\n";

} // namespace

class CommandLineTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void cleanup() { m_dir.reset(); }

    void helpGoesToStandardOutputAndNothingAtAllIsAMistake()
    {
        const Ran help = run({QStringLiteral("--help")});
        QCOMPARE(help.exit, 0);
        QVERIFY(help.err.isEmpty());
        for (const char* name : {"serve",
                                 "status",
                                 "config",
                                 "backup list",
                                 "backup verify",
                                 "restore",
                                 "verify",
                                 "import conversations",
                                 "export conversations",
                                 "flow check",
                                 "flow graph",
                                 "flow simulate",
                                 "flow test",
                                 "flow replay",
                                 "nlu train",
                                 "nlu eval",
                                 "nlu classify",
                                 "mask",
                                 "demo load",
                                 "demo clear"}) {
            QVERIFY2(help.out.contains(QByteArray("  ") + name + ' '), name);
            const Ran one =
                run(QString::fromLatin1(name).split(u' ') + QStringList{QStringLiteral("--help")});
            QCOMPARE(one.exit, 0);
            QVERIFY(one.out.contains(name));
        }
        const Ran nothing = run({});
        QCOMPARE(nothing.exit, 2);
        QVERIFY(nothing.out.isEmpty() && !nothing.err.isEmpty());
    }

    void theFirstWordOfSeveralCommandsTellsOfThem()
    {
        const Ran help = run({"release", "--help"});
        QCOMPARE(help.exit, 0);
        QVERIFY(help.out.contains("  release gate RELEASE "));
        QVERIFY(!help.out.contains("  flow check "));
        const Ran alone = run({"release"});
        QCOMPARE(alone.exit, 2);
        QCOMPARE(alone.err, help.out);
        QVERIFY(alone.out.isEmpty());
        QCOMPARE(run({"nonsense", "--help"}).exit, 2);
    }

    void whatCannotBeUnderstoodIsSaidInTheReadersLanguage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("command") << QStringList{"nonsense"};
        QTest::newRow("option") << QStringList{"status", "--nonsense"};
        QTest::newRow("option without its value") << QStringList{"backup", "--to"};
        QTest::newRow("a word too many") << QStringList{"status", "now"};
        QTest::newRow("a word too few") << QStringList{"restore"};
    }
    void whatCannotBeUnderstoodIsSaidInTheReadersLanguage()
    {
        QFETCH(QStringList, arguments);
        const QStringList all = arguments + QStringList{QStringLiteral("--data=") + data()};
        const Ran english = run(all);
        QCOMPARE(english.exit, 2);
        QVERIFY(english.out.isEmpty());
        QVERIFY2(english.err.startsWith("Cannot be understood"), english.err.constData());
        const Ran spanish = run(all, {}, kSpanish);
        QCOMPARE(spanish.exit, 2);
        QVERIFY2(spanish.err.startsWith("No se entiende"), spanish.err.constData());
        QVERIFY2(!QDir(data()).exists(), "a mistake leaves nothing behind");
    }

    void dataCommandsWork_data()
    {
        QTest::addColumn<bool>("isServed");
        QTest::newRow("folder closed") << false;
        QTest::newRow("while a server holds it") << true;
    }
    void dataCommandsWork()
    {
        QFETCH(bool, isServed);
        const auto server = isServed ? served(data()) : nullptr;
        QCOMPARE(server != nullptr, isServed);

        const Ran status = on({"status", "--json"});
        QCOMPARE(status.exit, 0);
        QCOMPARE(status.json()[u"running"].toBool(), isServed);
        QCOMPARE(status.json()[u"databaseWritable"].toBool(), true);
        QVERIFY(on({"status"}, {}, kSpanish).out.contains("Datos: "));

        QCOMPARE(on({"demo", "load", "--json"}).json()[u"conversations"].toInt(), 7);
        QCOMPARE(on({"export", "conversations"}).out.count('\n'), 7);
        QCOMPARE(on({"demo", "clear", "--json"}).json()[u"conversations"].toInt(), 7);
        QVERIFY(on({"export", "conversations"}).out.isEmpty());

        checkImport();
        checkBackups();
        if (server) {
            server->signal(SIGTERM);
            QCOMPARE(server->wait(), 0);
        }
    }

    void whatIsExportedIsWhatWasImported()
    {
        QCOMPARE(on({"import", "conversations", "-"}, kGood).exit, 0);
        const QString file = m_dir->filePath(QStringLiteral("out.jsonl"));
        const Ran exported = on({"export", "conversations", "--output", file});
        QCOMPARE(exported.exit, 0);
        QVERIFY(exported.out.isEmpty());
        const auto want = QJsonDocument::fromJson(kGood).object();
        const auto got = QJsonDocument::fromJson(read(file)).object();
        QCOMPARE(got[u"turns"].toArray().size(), want[u"turns"].toArray().size());
        QCOMPARE(got[u"turns"][0][u"text"].toString(), QStringLiteral("¿Hola?"));
        const Ran refused =
            on({"export", "conversations", "--output", "/nowhere/at/all/out.jsonl"});
        QCOMPARE(refused.exit, 2);
        QVERIFY(!refused.err.isEmpty());
    }

    // By itself and by the program that runs.
    void anExportIsMaskedWhereThatIsWanted()
    {
        const QByteArray told =
            "{\"id\":\"m1\",\"turns\":[{\"role\":\"agent\",\"text\":\"¿Tu DNI?\"},{\"role\":"
            "\"customer\",\"text\":\"30123456, y "
            "ana@example.com\"},{\"role\":\"customer\",\"text\":"
            "\"ana@example.com \\\"ya\\\" la di\"}]}\n";
        QCOMPARE(on({"import", "conversations", "-"}, told).exit, 0);
        const auto textsOf = [](const Ran& ran) {
            QStringList texts;
            const auto turns = ran.json()[u"turns"].toArray();
            for (const auto& turn : turns)
                texts += turn.toObject()[u"text"].toString();
            return texts;
        };
        const QStringList masked{QStringLiteral("¿Tu DNI?"), QStringLiteral("[DNI-1], y [EMAIL-1]"),
                                 QStringLiteral("[EMAIL-1] \"ya\" la di")};
        QCOMPARE(textsOf(on({"export", "conversations", "--masked"})), masked);
        const auto server = served(data());
        QVERIFY(server);
        QCOMPARE(textsOf(on({"export", "conversations", "--masked"})), masked);
        QCOMPARE(textsOf(on({"export", "conversations"})).last(),
                 QStringLiteral("ana@example.com \"ya\" la di"));
    }

    void restoreNeedsAClosedFolderAndAGoodBackup()
    {
        QCOMPARE(on({"import", "conversations", "-"}, kGood).exit, 0);
        const QString backup = on({"backup", "--json"}).json()[u"path"].toString();
        QCOMPARE(on({"import", "conversations", "-"}, QByteArray(kGood).replace("a1", "a2")).exit,
                 0);
        {
            const auto server = served(data());
            QVERIFY(server);
            const Ran open = on({"restore", backup});
            QCOMPARE(open.exit, 2);
            QVERIFY(open.err.contains("Close it first"));
        }
        QCOMPARE(on({"restore", "/nowhere.db"}).exit, 2);
        const QString bad = m_dir->filePath(QStringLiteral("bad.db"));
        write(bad, "no backup");
        const Ran damaged = on({"restore", bad});
        QCOMPARE(damaged.exit, 2);
        QVERIFY(damaged.err.contains("damaged"));
        QCOMPARE(on({"export", "conversations"}).out.count('\n'), 2);
        QCOMPARE(on({"restore", backup}).exit, 0);
        QCOMPARE(on({"export", "conversations"}).out.count('\n'), 1);
    }

    // Each layer of the configuration with the name of its source; secrets only as set or not.
    void configShowsWhereEachValueComesFromAndHidesSecrets()
    {
        const auto sourceOf = [](const Ran& ran, const char16_t* key) {
            return ran.json()[QString::fromUtf16(key)][u"source"].toString();
        };
        const auto valueOf = [](const Ran& ran, const char16_t* key) {
            return ran.json()[QString::fromUtf16(key)][u"value"].toString();
        };
        const QString token = QStringLiteral("s3cret-s3cret-s3cret-s3cret-s3cret");
        const QString tokenFile = m_dir->filePath(QStringLiteral("token"));
        write(tokenFile, token.toUtf8() + '\n');
        const Ran plain = on({"config", "--json"});
        QCOMPARE(sourceOf(plain, u"gateway.port"), QStringLiteral("default"));
        QCOMPARE(valueOf(plain, u"log.token"), QStringLiteral("not set"));
        const Ran old =
            on({"config", "--json"}, {},
               {{QStringLiteral("PORT"), QStringLiteral("8123")},
                {QStringLiteral("ALLOWED_ORIGINS"), QStringLiteral("https://a.example")},
                {QStringLiteral("LOG_TOKEN_FILE"), tokenFile}});
        QCOMPARE(valueOf(old, u"gateway.port"), QStringLiteral("8123"));
        QCOMPARE(sourceOf(old, u"gateway.port"), QStringLiteral("environment"));
        QCOMPARE(valueOf(old, u"gateway.allowedOrigins"), QStringLiteral("https://a.example"));
        QCOMPARE(valueOf(old, u"log.token"), QStringLiteral("set"));
        QVERIFY(!old.out.contains(token.toUtf8()) && !old.err.contains(token.toUtf8()));
        const Ran both = on({"config", "--json"}, {},
                            {{QStringLiteral("PORT"), QStringLiteral("8123")},
                             {QStringLiteral("RELEVO_PORT"), QStringLiteral("8124")}});
        QCOMPARE(valueOf(both, u"gateway.port"), QStringLiteral("8124"));
        const Ran bad = on({"config"}, {}, {{QStringLiteral("PORT"), QStringLiteral("many")}});
        QCOMPARE(bad.exit, 2);
        QVERIFY(bad.err.contains("PORT"));
        const Ran noFile =
            on({"config"}, {}, {{QStringLiteral("LOG_TOKEN_FILE"), QStringLiteral("/nowhere")}});
        QCOMPARE(noFile.exit, 2);
        QVERIFY(noFile.err.contains("LOG_TOKEN_FILE"));
        const auto server = served(data());
        QVERIFY(server);
        QCOMPARE(sourceOf(on({"config", "--json"}), u"gateway.port"),
                 QStringLiteral("command line"));
    }

    void flowCommandsNeedNoData()
    {
        const Ran check = on({"flow", "check", "--json"});
        QCOMPARE(check.exit, 0);
        QVERIFY(check.json()[u"proven"].toBool());
        QVERIFY(on({"flow", "graph"}).out.startsWith("digraph"));
        const QStringList simulate{"flow", "simulate", "--turns", "500", "--seed", "7"};
        QCOMPARE(on(simulate).exit, 0);
        QCOMPARE(on(simulate).out, on(simulate).out);
        QCOMPARE(on({"flow", "simulate", "--turns", "some"}).exit, 2);
        const QString trap = m_dir->filePath(QStringLiteral("flow.json"));
        write(trap, "{}");
        const Ran bad = on({"flow", "check", "--flow", trap});
        QCOMPARE(bad.exit, 2);
        QVERIFY(bad.out.isEmpty() && !bad.err.isEmpty());
        QCOMPARE(on({"flow", "check", "--flow", "/nowhere"}).exit, 2);
        const QString good = QStringLiteral(
            RELEVO_SOURCE_DIR "/tests/conversations/01_solved_by_the_first_step.json");
        QCOMPARE(on({"flow", "test", good}).exit, 0);
        const QString wrong = m_dir->filePath(QStringLiteral("wrong.json"));
        write(wrong, read(good)
                         .replace("\"stage\": \"rating\"", "\"stage\": \"name\"")
                         .replace("\"stage\":\"rating\"", "\"stage\":\"name\""));
        QVERIFY(read(wrong) != read(good));
        const Ran fails = on({"flow", "test", good, wrong});
        QCOMPARE(fails.exit, 1);
        QVERIFY(fails.out.contains("FAIL"));
        QVERIFY2(!QDir(data()).exists(), "no folder is opened");
    }

    // Against its own flow every conversation goes as it went; against another the first
    // difference is shown.
    void replayShowsWhereAnotherFlowParts()
    {
        QCOMPARE(on({"demo", "load"}).exit, 0);
        QCOMPARE(on({"import", "conversations", "-"}, kGood).exit, 0);
        const Ran same = on({"flow", "replay", "--json"});
        QVERIFY2(same.exit == 0, same.out.constData());
        QCOMPARE(same.json()[u"same"].toInt(), 7);
        QCOMPARE(same.json()[u"notReplayable"].toInt(), 1);
        const QString other = m_dir->filePath(QStringLiteral("other.json"));
        const QByteArray flow =
            read(QStringLiteral(RELEVO_SOURCE_DIR "/resources/flows/default.json"));
        write(other, QByteArray(flow).replace("Gracias", "Mil gracias"));
        QVERIFY(read(other) != flow);
        const Ran changed = on({"flow", "replay", "--flow", other});
        QCOMPARE(changed.exit, 1);
        QVERIFY(changed.out.contains("  - ") && changed.out.contains("Mil gracias"));
        const Ran none = on({"flow", "replay", "--select", "language=xx", "--json"});
        QCOMPARE(none.json()[u"same"].toInt(-1), 0);
        QCOMPARE(on({"flow", "replay", "--select", "colour=red"}).exit, 2);
        QCOMPARE(on({"flow", "replay", "--flow", "/nowhere"}).exit, 2);
    }

    void serveRefusesWhatItCannotListenOn()
    {
        for (const char* address : {"nonsense", "127.0.0.1:99999", "not.a.host:80", ":80"}) {
            const Ran bad = on({"serve", "--listen", QString::fromLatin1(address)});
            QCOMPARE(bad.exit, 2);
            QVERIFY(!bad.err.isEmpty());
        }
        const Ran unsafe = on({"serve", "--listen", "127.0.0.1:0"}, {},
                              {{QStringLiteral("RELEVO_ENV"), QStringLiteral("production")}});
        QCOMPARE(unsafe.exit, 2);
        QVERIFY2(unsafe.err.contains("LOG_TOKEN"), unsafe.err.constData());
    }

    // Scenario 22, between two programs.
    void secondServerOnTheFolderIsRefused()
    {
        const auto first = served(data());
        QVERIFY(first);
        const Ran second = on({"serve", "--listen", "127.0.0.1:0"});
        QCOMPARE(second.exit, 2);
        QVERIFY2(second.err.contains("in use"), second.err.constData());
        QCOMPARE(on({"status", "--json"}).json()[u"running"].toBool(), true);
    }

    void signalsEndAServerThatKeepsEverything_data()
    {
        QTest::addColumn<int>("number");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
    }
    void signalsEndAServerThatKeepsEverything()
    {
        QFETCH(int, number);
        const auto server = served(data());
        QVERIFY(server);
        QCOMPARE(on({"import", "conversations", "-"}, kGood).exit, 0);
        server->signal(number);
        QCOMPARE(server->wait(), 0);
        QVERIFY2(!QFile::exists(data() + QStringLiteral("/relevo.db-wal")), "checkpointed");
        QCOMPARE(on({"status", "--json"}).json()[u"running"].toBool(), false);
        QCOMPARE(on({"export", "conversations"}).out.count('\n'), 1);
    }

    void filesThatAreNoDataAreRefusedAndUntouched()
    {
        QVERIFY(QDir().mkpath(data()));
        const QString file = data() + QStringLiteral("/relevo.db");
        write(file, "my diary");
        for (const char* command : {"status", "verify", "backup"}) {
            const Ran refused = on({QString::fromLatin1(command)});
            QCOMPARE(refused.exit, 2);
            QVERIFY(refused.err.contains("damaged"));
            QVERIFY(on({QString::fromLatin1(command)}, {}, kSpanish).err.contains("dañados"));
        }
        QCOMPARE(on({"serve", "--listen", "127.0.0.1:0"}).exit, 2);
        QCOMPARE(read(file), QByteArray("my diary"));
    }

    void smartStagesAreToldSetAndChecked()
    {
        QVERIFY(on({"smart", "stages"}).out.startsWith("AI may help at every stage."));
        QCOMPARE(on({"smart", "stages", "basic,name"}).out,
                 QByteArray("AI does not help at: name, basic\n"));
        const Ran wrong = on({"smart", "stages", "nowhere"}, {}, kSpanish);
        QCOMPARE(wrong.exit, 2);
        QVERIFY(wrong.err.contains("«nowhere»"));
        QCOMPARE(on({"smart", "stages", "--json"}).json()[u"stagesOff"].toArray().size(), 2);
        QCOMPARE(on({"smart", "stages", "all"}).exit, 0);
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;

    [[nodiscard]] QString data() const { return m_dir->filePath(QStringLiteral("data")); }

    [[nodiscard]] Ran on(const QStringList& arguments, const QByteArray& input = {},
                         const Environment& environment = {}) const
    {
        return run(arguments + QStringList{QStringLiteral("--data"), data()}, input, environment);
    }

    void checkImport() const
    {
        const QByteArray lines = QByteArray(kGood) + "no JSON\n\n{\"id\":\"b\",\"turns\":[]}\n" +
                                 QByteArray(kGood).replace("a1", "a2");
        const QString file = m_dir->filePath(QStringLiteral("in.jsonl"));
        write(file, lines);
        const Ran some = on({"import", "conversations", file, "--json"});
        QCOMPARE(some.exit, 1);
        QCOMPARE(some.json()[u"imported"].toInt(), 2);
        QCOMPARE(some.json()[u"bad"].toInt(), 2);
        QVERIFY(some.err.contains("Line 2: ") && some.err.contains("Line 4: "));
        const Ran again = on({"import", "conversations", "-", "--json"}, lines);
        QCOMPARE(again.json()[u"present"].toInt(), 2);
        QCOMPARE(again.json()[u"imported"].toInt(), 0);
        const Ran missing = on({"import", "conversations", "/nowhere.jsonl"});
        QCOMPARE(missing.exit, 2);
        QVERIFY(missing.out.isEmpty() && missing.err.contains("/nowhere.jsonl"));
        QCOMPARE(on({"export", "conversations"}).out.count('\n'), 2);
        const Ran verified = on({"verify", "--json"});
        QCOMPARE(verified.exit, 0);
        QCOMPARE(verified.json()[u"conversations"].toInt(), 2);
        QVERIFY(on({"verify"}, {}, kSpanish).out.contains("2 conversaciones revisadas, 0 dañadas"));
    }

    void checkBackups() const
    {
        QCOMPARE(on({"backup", "list"}).exit, 0);
        QVERIFY(on({"backup", "list"}).out.isEmpty());
        const Ran made = on({"backup", "--json"});
        QCOMPARE(made.exit, 0);
        QVERIFY(made.json()[u"verified"].toBool());
        const QString path = made.json()[u"path"].toString();
        QVERIFY(QFile::exists(path));
        const Ran elsewhere =
            on({"backup", "--json", "--to", m_dir->filePath(QStringLiteral("safe"))});
        QVERIFY(elsewhere.json()[u"path"].toString().startsWith(m_dir->path()));
        QCOMPARE(on({"backup", "--to", "/proc/nowhere"}).exit, 2);
        QCOMPARE(on({"backup", "list", "--json"}).out.count('\n'), 1);
        QCOMPARE(on({"backup", "verify"}).exit, 0);
        QCOMPARE(on({"backup", "verify", path}).exit, 0);
        QCOMPARE(on({"backup", "verify", "/nowhere.db"}).exit, 2);
        QByteArray bytes = read(path);
        bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
        write(path, bytes);
        const Ran damaged = on({"backup", "verify", "--json"});
        QCOMPARE(damaged.exit, 1);
        QCOMPARE(damaged.json()[u"verified"].toBool(true), false);
    }
};

RELEVO_TEST(CommandLineTest)
RELEVO_TEST_MAIN(QCoreApplication)
#include "command_line_test.moc"
