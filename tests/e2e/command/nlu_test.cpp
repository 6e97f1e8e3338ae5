// SPDX-License-Identifier: GPL-3.0-or-later
// relevoctl nlu on files, as a shell runs it: no data folder is touched.
#include "support/runner.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

namespace nlu_command {

struct Ended {
    int exit = -1;
    QByteArray out, err;
};

Ended runNlu(const QStringList& words, const QByteArray& input = {},
             const QString& language = QStringLiteral("en_US.UTF-8"))
{
    QProcess process;
    QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
    all.insert(QStringLiteral("LC_ALL"), QString());
    all.insert(QStringLiteral("LANG"), language);
    all.insert(QStringLiteral("LANGUAGE"), QString());
    process.setProcessEnvironment(all);
    process.start(QStringLiteral(RELEVOCTL), QStringList{QStringLiteral("nlu")} + words);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

constexpr auto kCsv = "text,label\n"
                      "no prende la compu,problem\nno anda la notebook,problem\n"
                      "la impresora no imprime,problem\nse tildó la máquina,problem\n"
                      "my laptop does not start,problem\nthe printer is broken,problem\n"
                      "a qué hora abren,shop\ndónde queda el local,shop\n"
                      "cuánto sale un arreglo,shop\n\"aceptan tarjeta, o efectivo\",shop\n"
                      "what time do you open,shop\nwhere is the shop,shop\n"
                      "contame un chiste,oos\nquién ganó el partido,oos\nva a llover mañana,oos\n"
                      "tell me a joke,oos\nwill it rain tomorrow,oos\nwho won the match,oos\n";

} // namespace nlu_command

using namespace nlu_command;

class NluCommandTest : public QObject
{
    Q_OBJECT

private:
    QString path(const char* name) const { return m_dir->filePath(QString::fromLatin1(name)); }
    static void write(const QString& to, const QByteArray& bytes)
    {
        QFile file(to);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    std::unique_ptr<QTemporaryDir> m_dir;

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        write(path("train.csv"), kCsv);
    }
    void cleanup() { m_dir.reset(); }

    void trainsAModelThatClassifies()
    {
        const Ended trained =
            runNlu({"train", "--train", path("train.csv"), "--out", path("a.model"), "--json"});
        QVERIFY2(trained.exit == 0, trained.err.constData());
        const auto json = QJsonDocument::fromJson(trained.out).object();
        QCOMPARE(json.value("phrases").toInt(), 18);
        QCOMPARE(json.value("intents").toInt(), 3);
        QCOMPARE(json.value("bytes").toInteger(), QFile(path("a.model")).size());
        const Ended said =
            runNlu({"classify", "--model", path("a.model"), "--json", "no", "prende"});
        QVERIFY2(said.exit == 0, said.err.constData());
        const auto answer = QJsonDocument::fromJson(said.out).object();
        QCOMPARE(answer.value("text").toString(), QStringLiteral("no prende"));
        QCOMPARE(answer.value("candidates").toArray().first().toObject().value("intent").toString(),
                 QStringLiteral("problem"));
        QVERIFY(!answer.value("outOfScope").toBool());
    }

    void classifiesEachLineOfTheInput()
    {
        QCOMPARE(runNlu({"train", "--train", path("train.csv"), "--out", path("a.model")}).exit, 0);
        const Ended said = runNlu({"classify", "--model", path("a.model"), "--json"},
                                  "la impresora\n\na qué hora cierran\n");
        QCOMPARE(said.exit, 0);
        QCOMPARE(said.out.trimmed().split('\n').size(), 2);
    }

    void evaluatesOnAFileOrByCrossValidation()
    {
        write(path("test.jsonl"), "{\"text\":\"no anda la compu\",\"intent\":\"problem\"}\n"
                                  "{\"text\":\"contame otro chiste\",\"intent\":\"oos\"}\n");
        const Ended tested =
            runNlu({"eval", "--train", path("train.csv"), "--test", path("test.jsonl"), "--json"});
        QVERIFY2(tested.exit == 0, tested.err.constData());
        const auto json = QJsonDocument::fromJson(tested.out).object();
        QCOMPARE(json.value("phrases").toInt(), 2);
        QCOMPARE(json.value("outOfScope").toInt(), 1);
        for (const char* figure : {"accuracy", "macroF1", "inScopeAccuracy", "outOfScopeRecall",
                                   "trainSeconds", "microsP50", "microsP99"})
            QVERIFY2(json.value(QLatin1String(figure)).isDouble(), figure);
        QVERIFY(!json.value("crossValidated").toBool());
        const Ended crossed = runNlu({"eval", "--train", path("train.csv"), "--json"});
        const auto all = QJsonDocument::fromJson(crossed.out).object();
        QCOMPARE(all.value("phrases").toInt(), 18);
        QVERIFY(all.value("crossValidated").toBool());
        QCOMPARE(all.value("intents").toArray().size(), 3);
    }

    void tablesAndHelpSpeakTheReadersLanguage()
    {
        const Ended spanish =
            runNlu({"eval", "--train", path("train.csv")}, {}, QStringLiteral("es_AR.UTF-8"));
        QCOMPARE(spanish.exit, 0);
        QVERIFY2(spanish.out.contains("Exactitud"), spanish.out.constData());
        const Ended english = runNlu({"eval", "--train", path("train.csv")});
        QVERIFY(english.out.contains("Accuracy"));
        for (const char* command : {"train", "eval", "classify"}) {
            const Ended help = runNlu({QString::fromLatin1(command), "--help"});
            QCOMPARE(help.exit, 0);
            QVERIFY(help.out.contains(command));
        }
    }

    void whatCannotBeReadIsNamed()
    {
        write(path("bad.csv"), "text,label\nhola,greeting\nsolo un campo\n");
        const Ended line = runNlu({"eval", "--train", path("bad.csv")});
        QCOMPARE(line.exit, 2);
        QVERIFY(line.out.isEmpty());
        QVERIFY2(line.err.contains("bad.csv") && line.err.contains("line 3"), line.err.constData());
        QCOMPARE(runNlu({"eval", "--train", path("missing.csv")}).exit, 2);
        write(path("one.csv"), "hola,greeting\n");
        QCOMPARE(runNlu({"train", "--train", path("one.csv")}).exit, 2);
        const Ended model = runNlu({"classify", "--model", path("bad.csv"), "hola"});
        QCOMPARE(model.exit, 2);
        QVERIFY2(model.err.contains("damaged"), model.err.constData());
        QCOMPARE(
            runNlu({"train", "--train", path("train.csv"), "--out", path("no/such/a.model")}).exit,
            2);
    }
};

RELEVO_TEST(NluCommandTest)
#include "nlu_test.moc"
