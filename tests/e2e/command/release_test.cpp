// SPDX-License-Identifier: GPL-3.0-or-later
// relevoctl release import --json, as a shell runs it: no data folder is touched.
#include "support/runner.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <sys/stat.h>

namespace release_command {

struct ImportEnded {
    int exit = -1;
    QByteArray out, err;

    QJsonArray tasks() const
    {
        return QJsonDocument::fromJson(out).object().value(QLatin1String("tasks")).toArray();
    }
};

ImportEnded runImport(const QStringList& words, const QByteArray& input, const QString& home,
                      const QString& language = QStringLiteral("en_US.UTF-8"))
{
    QProcess process;
    QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
    all.insert(QStringLiteral("LC_ALL"), QString());
    all.insert(QStringLiteral("LANG"), language);
    all.insert(QStringLiteral("LANGUAGE"), QString());
    all.insert(QStringLiteral("HOME"), home);
    all.insert(QStringLiteral("XDG_DATA_HOME"), home);
    process.setProcessEnvironment(all);
    process.start(QStringLiteral(RELEVOCTL),
                  QStringList{QStringLiteral("release"), QStringLiteral("import")} + words);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QString statusDocument(const char* name)
{
    return QStringLiteral(RELEVO_SOURCE_DIR "/tests/corpora/status/") + QString::fromUtf8(name);
}

} // namespace release_command

using namespace release_command;

class ReleaseCommandTest : public QObject
{
    Q_OBJECT

    const QTemporaryDir m_home;
    const QStringList m_fromInput{QStringLiteral("-"), QStringLiteral("--json")};

    ImportEnded run(const QStringList& words, const QByteArray& input = {}) const
    {
        return runImport(words, input, m_home.path());
    }

private Q_SLOTS:
    void tasksArePrinted()
    {
        const auto ended = run(m_fromInput, "# A\n\n- [ ] uno\n  - [X] dos\n");
        QCOMPARE(ended.exit, 0);
        QVERIFY(ended.err.isEmpty());
        QCOMPARE(ended.out,
                 QByteArray("{\"tasks\":[{\"text\":\"uno\",\"ticked\":false,\"depth\":0,"
                            "\"headings\":[\"A\"],\"line\":3},{\"text\":\"dos\",\"ticked\":true,"
                            "\"depth\":1,\"headings\":[\"A\"],\"line\":4}]}\n"));
        QCOMPARE(run(m_fromInput).out, QByteArray("{\"tasks\":[]}\n"));
    }

    void theDamagedCopyGivesTheSameAndSaysSo()
    {
        const QStringList json{QStringLiteral("--json")};
        const auto whole = run(QStringList{statusDocument("estado-actual-despliegue.md")} + json);
        const QStringList damaged{statusDocument("estado-actual-despliegue.mac-roman.md")};
        const auto repaired = run(damaged + json);
        QCOMPARE(whole.exit, 0);
        QVERIFY(whole.err.isEmpty());
        QCOMPARE(whole.tasks().size(), 13);
        QCOMPARE(repaired.exit, 0);
        QCOMPARE(repaired.out, whole.out);
        QVERIFY2(repaired.err.contains("Mac Roman; it was repaired"), repaired.err.constData());
        const auto spanish =
            runImport(damaged + json, {}, m_home.path(), QStringLiteral("es_AR.UTF-8"));
        QVERIFY2(spanish.err.contains("se reparó"), spanish.err.constData());
    }

    void whatCannotBeReadIsSaid()
    {
        for (const QByteArray& bytes : {QByteArray("- [ ] tr\xE9s\n"), QByteArray("\xFF\xFE-\0", 4),
                                        QByteArray(2'000'000, 'a')}) {
            const auto ended = run(m_fromInput, bytes);
            QCOMPARE(ended.exit, 2);
            QVERIFY(ended.out.isEmpty());
            QVERIFY(!ended.err.isEmpty());
        }
        QCOMPARE(run({QStringLiteral("/nowhere/at/all.md"), QStringLiteral("--json")}).exit, 2);
    }

    void whatIsNoFileIsSaidToBeNone()
    {
        const QTemporaryDir dir;
        const auto folder = run({dir.path(), QStringLiteral("--json")});
        QCOMPARE(folder.exit, 2);
        QVERIFY2(folder.err.contains("cannot be used"), folder.err.constData());
        QVERIFY2(folder.err.contains("directory"), folder.err.constData());
    }

    void aPipeThatNobodyWritesToCanBeLeft()
    {
        const QTemporaryDir dir;
        const QString pipe = dir.filePath(QStringLiteral("pipe"));
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        QProcess process;
        process.start(
            QStringLiteral(RELEVOCTL),
            {QStringLiteral("release"), QStringLiteral("import"), pipe, QStringLiteral("--json")});
        QVERIFY(process.waitForStarted());
        QVERIFY(!process.waitForFinished(1000));
        process.terminate();
        QVERIFY(process.waitForFinished(10'000));
        QCOMPARE(process.exitCode(), 2);
    }

    void noFolderIsOpened()
    {
        QCOMPARE(run(m_fromInput, "- [ ] a\n").exit, 0);
        QVERIFY(
            QDir(m_home.path()).isEmpty(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden));
    }
};

RELEVO_TEST(ReleaseCommandTest)
#include "release_test.moc"
