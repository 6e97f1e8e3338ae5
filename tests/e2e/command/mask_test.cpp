// SPDX-License-Identifier: GPL-3.0-or-later
// relevoctl mask, as a shell runs it: no data folder is touched.
#include "support/runner.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

namespace mask_command {

struct MaskEnded {
    int exit = -1;
    QByteArray out, err;
};

MaskEnded runMask(const QStringList& options, const QByteArray& input,
                  const QString& language = QStringLiteral("en_US.UTF-8"), const QString& home = {})
{
    QProcess process;
    QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
    all.insert(QStringLiteral("LC_ALL"), QString());
    all.insert(QStringLiteral("LANG"), language);
    all.insert(QStringLiteral("LANGUAGE"), QString());
    if (!home.isEmpty()) {
        all.insert(QStringLiteral("HOME"), home);
        all.insert(QStringLiteral("XDG_DATA_HOME"), home);
    }
    process.setProcessEnvironment(all);
    process.start(QStringLiteral(RELEVOCTL), QStringList{QStringLiteral("mask")} + options);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace mask_command

using namespace mask_command;

class MaskCommandTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void masksATextAndNothingElse()
    {
        const MaskEnded ended = runMask({}, "mi dni es 30.123.456\r\nmail ana@example.com, ¿sí?");
        QCOMPARE(ended.exit, 0);
        QCOMPARE(ended.out, QByteArray("mi dni es [DNI-1]\r\nmail [EMAIL-1], ¿sí?"));
        QVERIFY(ended.err.isEmpty());
        QCOMPARE(runMask({}, "").out, QByteArray());
    }
    void whatIsMaskedStaysAsItIs()
    {
        const QByteArray once = runMask({}, "cuit 20-12345678-6, tel 11 4321-5678\n").out;
        QCOMPARE(runMask({}, once).out, once);
    }
    void aLargeTextIsStreamed()
    {
        QByteArray text;
        for (int i = 0; text.size() < 3'000'000; ++i)
            text += "hola, soy el cliente " + QByteArray::number(i) + ", ¿cómo va?\n";
        text += "mail ana@example.com\n";
        const MaskEnded ended = runMask({}, text);
        QCOMPARE(ended.exit, 0);
        QCOMPARE(ended.out, text.replace("ana@example.com", "[EMAIL-1]"));
    }
    void rowsBecomeRows()
    {
        const MaskEnded ended =
            runMask({"--jsonl"}, "{\"id\":\"a\",\"text\":\"😀 cuit 20-12345678-6\"}\n\n"
                                 "{\"text\":\"nada\"}\r\n{\"id\":3,\"text\":\"dni 30123456\"}");
        QCOMPARE(ended.exit, 0);
        const auto lines = ended.out.trimmed().split('\n');
        QCOMPARE(lines.size(), 3);
        const auto first = QJsonDocument::fromJson(lines[0]).object();
        QCOMPARE(first.value("id").toString(), QStringLiteral("a"));
        QCOMPARE(first.value("masked").toString(), QStringLiteral("😀 cuit [CUIT-1]"));
        const auto entity = first.value("entities").toArray().at(0).toObject();
        QCOMPARE(entity.value("kind").toString(), QStringLiteral("cuit"));
        QCOMPARE(entity.value("start").toInt(), 7); // code points
        QCOMPARE(entity.value("end").toInt(), 20);
        QCOMPARE(entity.value("text").toString(), QStringLiteral("20-12345678-6"));
        QCOMPARE(entity.value("checksum"), QJsonValue(true));
        QVERIFY(entity.value("score").toDouble() > 0.9);
        const auto second = QJsonDocument::fromJson(lines[1]).object();
        QVERIFY(!second.contains("id"));
        QVERIFY(second.value("entities").isArray());
        QVERIFY(second.value("entities").toArray().isEmpty());
        const auto third = QJsonDocument::fromJson(lines[2]).object();
        QCOMPARE(third.value("masked").toString(), QStringLiteral("dni [DNI-1]"));
        QVERIFY(third.value("entities").toArray().at(0).toObject().value("checksum").isNull());
    }
    void aLineThatCannotBeReadIsNamed_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("no JSON") << QByteArray("hola");
        QTest::newRow("cut off") << QByteArray("{\"text\":\"a");
        QTest::newRow("no text") << QByteArray("{\"id\":1}");
        QTest::newRow("text is a number") << QByteArray("{\"text\":1}");
        QTest::newRow("an array") << QByteArray("[\"text\"]");
    }
    void aLineThatCannotBeReadIsNamed()
    {
        QFETCH(QByteArray, line);
        const MaskEnded english = runMask({"--jsonl"}, "{\"text\":\"a\"}\n\n" + line + "\n");
        QCOMPARE(english.exit, 2);
        QVERIFY2(english.err.contains("Line 3"), english.err.constData());
        const MaskEnded spanish = runMask({"--jsonl"}, line, QStringLiteral("es_AR.UTF-8"));
        QCOMPARE(spanish.exit, 2);
        QVERIFY2(spanish.err.contains("línea 1"), spanish.err.constData());
    }
    void everyStepIsToldInTheReadersLanguage()
    {
        const QByteArray text = "cuit 20-12345678-5 y pedido 20123456\n";
        const MaskEnded english = runMask({"--explain"}, text);
        QCOMPARE(english.exit, 0);
        QVERIFY(english.out.startsWith("cuit [CUIT-1] y pedido 20123456\n"));
        for (const char* part : {"the check digits are wrong", "cuit", "masked, unsure", "pedido",
                                 "number of the product", "left as it is"})
            QVERIFY2(english.out.contains(part), part);
        const MaskEnded spanish = runMask({"--explain"}, text, QStringLiteral("es_AR.UTF-8"));
        for (const char* part : {"los dígitos verificadores son incorrectos",
                                 "enmascarado, sin seguridad", "se deja como está"})
            QVERIFY2(spanish.out.contains(part), part);
        QVERIFY(runMask({"--explain"}, "hola\n").out.contains("Nothing there"));
        const auto row = QJsonDocument::fromJson(
            runMask({"--jsonl", "--explain"}, "{\"text\":\"dni 30123456\"}").out);
        const auto explained = row.object().value("explained").toArray();
        QVERIFY(!explained.isEmpty());
        QVERIFY(!explained.at(0).toObject().value("steps").toArray().isEmpty());
    }
    void helpSpeaksBothLanguagesAndNoFolderIsOpened()
    {
        const QTemporaryDir home;
        QVERIFY(runMask({"--help"}, {}).out.contains("Masks"));
        QVERIFY(runMask({"--help"}, {}, QStringLiteral("es_AR.UTF-8")).out.contains("Enmascara"));
        QCOMPARE(runMask({}, "hola", QStringLiteral("es_AR.UTF-8"), home.path()).exit, 0);
        QVERIFY(QDir(home.path()).isEmpty());
        QCOMPARE(runMask({"word"}, {}).exit, 2);
        QCOMPARE(runMask({"--nonsense"}, {}).exit, 2);
    }
};

RELEVO_TEST(MaskCommandTest)
#include "mask_test.moc"
