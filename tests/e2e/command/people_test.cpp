// SPDX-License-Identifier: GPL-3.0-or-later
// relevoctl people: as a shell runs it, in both languages.
#include "support/runner.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

namespace people_command {

struct Ran {
    int exit = -1;
    QByteArray out, err;
};

Ran people(const QTemporaryDir& folder, QStringList arguments, const QByteArray& input = {},
           const char* language = "en_GB.UTF-8")
{
    QProcess process;
    QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
    all.insert(QStringLiteral("LC_ALL"), QString());
    all.insert(QStringLiteral("LANGUAGE"), QString());
    all.insert(QStringLiteral("LANG"), QString::fromLatin1(language));
    process.setProcessEnvironment(all);
    arguments.prepend(QStringLiteral("people"));
    process.start(QStringLiteral(RELEVOCTL),
                  arguments + QStringList{QStringLiteral("--data"), folder.path()});
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

} // namespace people_command

using people_command::people;

class PeopleCommandTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void cleanup() { m_dir.reset(); }

    void oneAloneNeedsNothing()
    {
        QCOMPARE(people(*m_dir, {"list"}).out, QByteArray());
        const auto added = people(*m_dir, {"add", "Ana", "--role", "qa,dev-lead"});
        QCOMPARE(added.exit, 0);
        QCOMPARE(added.out, QByteArray("Ana: agent, lead, reviewer, development lead, QA\n"));
        QCOMPARE(people(*m_dir, {"role", "ana", "lead,legal"}).out,
                 QByteArray("Ana: lead, legal\n"));
        QCOMPARE(people(*m_dir, {"rename", "ANA", "Ana María"}).exit, 0);
        const auto listed = people(*m_dir, {"list", "--json"});
        const QJsonObject json = QJsonDocument::fromJson(listed.out).object();
        QCOMPARE(json.value(u"name").toString(), QStringLiteral("Ana María"));
        QCOMPARE(json.value(u"roles").toArray(), (QJsonArray{"lead", "legal"}));
        QVERIFY(json.value(u"active").toBool() && !json.value(u"passphrase").toBool());
        QCOMPARE(json.value(u"id").toInt(), 1);
    }

    void withSeveralOneSaysWhoOneIs()
    {
        QCOMPARE(people(*m_dir, {"add", "Ana"}).exit, 0);
        QCOMPARE(people(*m_dir, {"add", "Beto"}).exit, 0);
        const auto nobody = people(*m_dir, {"add", "Caro"});
        QCOMPARE(nobody.exit, 2);
        QVERIFY(nobody.err.contains("--as NAME"));
        QVERIFY(people(*m_dir, {"add", "Caro"}, {}, "es_AR.UTF-8").err.contains("Decí quién sos"));
        QCOMPARE(people(*m_dir, {"add", "Caro", "--as", "Beto"}).exit, 2);
        QCOMPARE(people(*m_dir, {"add", "Caro", "--as", "Nadie"}).exit, 2);
        QCOMPARE(people(*m_dir, {"add", "Caro", "--as", "Ana"}).exit, 0);
        const auto locked = people(*m_dir, {"lock", "Beto", "--as", "Ana"}, {}, "es_AR.UTF-8");
        QCOMPARE(locked.exit, 0);
        QCOMPARE(locked.out, QByteArray("Beto: agente (sin acceso)\n"));
        QCOMPARE(people(*m_dir, {"lock", "Ana", "--as", "Ana"}).exit, 2); // the last lead
        QCOMPARE(people(*m_dir, {"unlock", "Beto", "--as", "Ana"}).exit, 0);
        QCOMPARE(people(*m_dir, {"list", "--json"}).out.count('\n'), 3);
    }

    void aPassphraseComesOnStandardInput()
    {
        QCOMPARE(people(*m_dir, {"add", "Ana"}).exit, 0);
        QCOMPARE(people(*m_dir, {"passphrase", "Ana"}, "corta\n").exit, 2);
        QCOMPARE(people(*m_dir, {"passphrase", "Ana"}).exit, 2); // nothing is no passphrase
        const auto set = people(*m_dir, {"passphrase", "Ana"}, "gato sobre el piano\n");
        QCOMPARE(set.exit, 0);
        QVERIFY(set.out.contains("(with a passphrase)") && !set.err.contains("gato"));
        QCOMPARE(people(*m_dir, {"add", "Beto"}).exit, 2);
        QCOMPARE(people(*m_dir, {"add", "Beto", "--as", "Ana"}, "perro\n").exit, 2);
        QCOMPARE(people(*m_dir, {"add", "Beto", "--as", "Ana"}, "gato sobre el piano\n").exit, 0);
        const QByteArray both = "gato sobre el piano\nperro en la terraza\n";
        QCOMPARE(people(*m_dir, {"passphrase", "Ana", "--as", "Ana"}, both).exit, 0);
        const QByteArray now = "perro en la terraza\n";
        QCOMPARE(people(*m_dir, {"passphrase", "Ana", "--as", "Ana", "--clear"}, now).exit, 0);
        QVERIFY(people(*m_dir, {"list", "--json"}).out.contains("\"passphrase\":false"));
    }

    void whatIsNoRoleIsToldWithThoseThatAre()
    {
        const auto wrong = people(*m_dir, {"add", "Ana", "--role", "jefa"});
        QCOMPARE(wrong.exit, 2);
        QVERIFY(wrong.err.contains("\"jefa\"") && wrong.err.contains("backend_lead"));
        QVERIFY(people(*m_dir, {"list"}).out.isEmpty());
    }
};

RELEVO_TEST(PeopleCommandTest)
#include "people_test.moc"
