// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/config.h"
#include "support/runner.h"

#include <QFile>
#include <QTemporaryDir>

namespace {
base::Config makeConfig()
{
    return base::Config({
        {.name = QStringLiteral("gateway.port"),
         .defaultValue = QStringLiteral("8787"),
         .environment = {QStringLiteral("RELEVO_PORT"), QStringLiteral("PORT")},
         .accepts = [](const QString& v) { return v.toUShort() > 0; }},
        {.name = QStringLiteral("log.token"),
         .environment = {QStringLiteral("LOG_TOKEN")},
         .secret = true,
         .file = true},
        {.name = QStringLiteral("debug"), .defaultValue = QStringLiteral("off")},
    });
}
} // namespace

class ConfigTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void laterLayersWinAndSayWhereTheyCameFrom()
    {
        auto config = makeConfig();
        const auto port = QStringLiteral("gateway.port");
        QCOMPARE(config.value(port).source, base::Source::Default);
        QVERIFY(config.set(base::Source::CommandLine, port, QStringLiteral("9000")));
        QVERIFY(config.set(base::Source::Settings, port, QStringLiteral("8000")));
        QCOMPARE(config.number(port), 9000);
        config.unset(base::Source::CommandLine, port);
        QCOMPARE(config.number(port), 8000);
        QCOMPARE(config.value(port).source, base::Source::Settings);
    }

    void tellsWhichVariablesAreSecret()
    {
        QCOMPARE(makeConfig().secretVariables(),
                 QSet<QString>({QStringLiteral("LOG_TOKEN"), QStringLiteral("LOG_TOKEN_FILE")}));
    }

    void settingsGiveWayToTheEnvironmentAndThatToTheCommandLine()
    {
        auto config = makeConfig();
        const auto port = QStringLiteral("gateway.port");
        const auto is = [&](const char16_t* text, base::Source source) {
            const auto value = config.value(port);
            return value.text == QString::fromUtf16(text) && value.source == source;
        };
        QVERIFY(is(u"8787", base::Source::Default));
        QVERIFY(config.set(base::Source::Settings, port, QStringLiteral("1")));
        QVERIFY(is(u"1", base::Source::Settings));
        QProcessEnvironment env;
        env.insert(QStringLiteral("PORT"), QStringLiteral("2")); // the old name
        QVERIFY(config.readEnvironment(env));
        QVERIFY(is(u"2", base::Source::Environment));
        QVERIFY(config.set(base::Source::Settings, port, QStringLiteral("4")));
        QVERIFY2(is(u"2", base::Source::Environment), "settings that are changed later stay below");
        QVERIFY(config.set(base::Source::CommandLine, port, QStringLiteral("3")));
        QVERIFY(is(u"3", base::Source::CommandLine));
        QCOMPARE(QByteArray(base::sourceName(base::Source::CommandLine)), "command line");
    }

    void ourNameOfAVariableWinsOverTheOldOne()
    {
        auto config = makeConfig();
        QProcessEnvironment env;
        env.insert(QStringLiteral("PORT"), QStringLiteral("1"));
        env.insert(QStringLiteral("RELEVO_PORT"), QStringLiteral("2"));
        QVERIFY(config.readEnvironment(env));
        QCOMPARE(config.number(QStringLiteral("gateway.port")), 2);
    }

    void unusableValueIsNamed()
    {
        auto config = makeConfig();
        QProcessEnvironment env;
        env.insert(QStringLiteral("PORT"), QStringLiteral("many"));
        const auto result = config.readEnvironment(env);
        QVERIFY(!result);
        QCOMPARE(result.error().code, base::Code::Invalid);
        QVERIFY(result.error().detail.contains(u"PORT"));
        QVERIFY(!config.set(base::Source::Settings, QStringLiteral("gateway.port"),
                            QStringLiteral("0")));
        QCOMPARE(config.number(QStringLiteral("gateway.port")), 8787);
    }

    void secretsComeFromAFileAndAreNeverShownOrSet()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("token")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("s3cret\n");
        file.close();
        auto config = makeConfig();
        const auto token = QStringLiteral("log.token");
        QVERIFY(config.set(base::Source::Settings, token, QStringLiteral("leak")));
        QCOMPARE(config.text(token), QString());
        QProcessEnvironment env;
        env.insert(QStringLiteral("LOG_TOKEN_FILE"), file.fileName());
        QVERIFY(config.readEnvironment(env));
        QCOMPARE(config.text(token), QStringLiteral("s3cret"));
        QCOMPARE(config.effective().value(token).text, QStringLiteral("set"));
        env.insert(QStringLiteral("LOG_TOKEN_FILE"), QStringLiteral("/no/such/file"));
        QVERIFY(!config.readEnvironment(env));
    }

    void flagsReadAsPeopleWriteThem()
    {
        auto config = makeConfig();
        for (const auto& yes : {u"1", u"TRUE", u"Yes", u"on"}) {
            QVERIFY(config.set(base::Source::Settings, QStringLiteral("debug"),
                               QString::fromUtf16(yes)));
            QVERIFY(config.flag(QStringLiteral("debug")));
        }
        QVERIFY(config.set(base::Source::Settings, QStringLiteral("debug"), QStringLiteral("no")));
        QVERIFY(!config.flag(QStringLiteral("debug")));
    }
};

RELEVO_TEST(ConfigTest)
#include "config_test.moc"
