// SPDX-License-Identifier: GPL-3.0-or-later
// relevoctl release, as two people and a pipeline use it: from a template to going back, and what was
// changed behind their backs.
#include "release_shop.h"
#include "support/runner.h"

#include <QDir>
#include <QJsonArray>

using release_play::bytesOf;
using release_play::PlayEnded;
using release_play::Shop;

class ReleasePlayTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPipelineAndTwoPeopleBringItOut()
    {
        const Shop shop;
        QCOMPARE(shop.run({"release", "create", "2.4", "--template", "desktop"}).exit, 2); // who?
        const QString id =
            shop.run({"release", "create", "2.4", "--template", "desktop", "--as", "Ana"}).id();
        QCOMPARE(id.size(), 26);
        QCOMPARE(shop.run({"release", "gate", "2.4"}).exit, 1);

        QCOMPARE(shop.does("Ana", {"evidence", "2.4", "package", "--file", package(shop)}), 0);
        finishAll(shop);
        QCOMPARE(shop.does("Ana", {"sign", "2.4", "product", "--comment", "good"}), 1); // her work
        const PlayEnded gate = shop.run({"release", "gate", id.left(12), "--json"});
        QCOMPARE(gate.exit, 1);
        QCOMPARE(gate.json().value(QLatin1String("reasons")).toArray().size(), 1);
        QCOMPARE(shop.run({"people", "add", "Caro", "--role", "product", "--as", "Ana"}).exit, 0);
        QCOMPARE(shop.does("Caro", {"sign", "2.4", "product"}), 0);
        QCOMPARE(shop.run({"release", "gate", "2.4"}).exit, 0);
        QCOMPARE(shop.does("Ana", {"canary", "2.4", "begin"}), 0);

        const PlayEnded report =
            shop.run({"release", "report", "2.4", "--html"}, {}, "es_AR.UTF-8");
        QVERIFY(report.out.contains("<h2>Decisión: Sale</h2>"));
        QVERIFY(report.out.contains("Caro"));
        QCOMPARE(shop.run({"release", "verify", "2.4"}).exit, 0);
    }

    void whatHasNoStagesGoesOutAtOnce()
    {
        const Shop shop;
        QFile list(shop.path("list.md"));
        QVERIFY(list.open(QIODevice::WriteOnly));
        list.write("# Small\n\n- [ ] Publish it\n");
        list.close();
        QCOMPARE(shop.run({"release", "import", list.fileName(), "--save", "--title", "Small",
                           "--as", "Ana"})
                     .exit,
                 0);
        QCOMPARE(shop.does("Ana", {"go", "Small"}), 1);
        const auto items =
            shop.run({"release", "show", "Small", "--json"}).json().value(QLatin1String("items"));
        const QString task =
            items.toArray().first().toObject().value(QLatin1String("id")).toString();
        QCOMPARE(shop.does("Beto", {"tick", "Small", task}), 0);
        QCOMPARE(shop.does("Ana", {"canary", "Small", "begin"}), 1);
        QCOMPARE(shop.does("Beto", {"go", "Small"}), 2); // the shop does not let him
        const PlayEnded out = shop.run({"release", "go", "Small", "--as", "Ana"});
        QCOMPARE(out.exit, 0);
        QVERIFY2(out.out.contains("100 %"), out.out.constData());
        QCOMPARE(shop.does("Ana", {"go", "Small"}), 1); // it is out
    }

    void whatWasChangedIsFoundAndNamed()
    {
        const Shop shop;
        shop.run({"release", "create", "2.4", "--template", "desktop", "--as", "Ana"});
        QCOMPARE(shop.does("Ana", {"evidence", "2.4", "package", "--file", package(shop)}), 0);
        QCOMPARE(shop.does("Ana", {"set", "2.4", "version", "finish"}), 0);
        QCOMPARE(shop.run({"release", "head", "2.4", "--output", shop.path("head")}).exit, 0);
        const QStringList verify{"release", "verify", "2.4", "--head", shop.path("head")};
        const PlayEnded sound = shop.run(verify);
        QCOMPARE(sound.exit, 0);
        QCOMPARE(sound.out, QByteArray("Sound: 3 entries, nothing was changed\n"
                                       "Complete: all that was given away is there\n"));
        const QDir evidence(shop.path("evidence"));
        QFile file(evidence.filePath(evidence.entryList(QDir::Files).value(0)));
        QVERIFY(file.open(QIODevice::Append));
        file.write("!");
        file.close();
        // Nobody has verified yet: the gate looks for itself.
        const PlayEnded gate = shop.run({"release", "gate", "2.4", "--json"});
        QCOMPARE(gate.exit, 1);
        QVERIFY2(gate.out.contains("\"ledger_damaged"), gate.out.constData());
        const PlayEnded altered = shop.run(verify);
        QCOMPARE(altered.exit, 1);
        QVERIFY2(altered.out.contains("Entry 2"), altered.out.constData());
        QCOMPARE(shop.run(verify + QStringList{"--json"}).json().value(QLatin1String("sound")),
                 QJsonValue(false));
    }

    void whatWasSaidIsTakenBack()
    {
        const Shop shop;
        shop.run({"release", "create", "2.4", "--template", "desktop", "--as", "Ana"});
        QCOMPARE(shop.does("Beto", {"say", "2.4", "tests", "call Dora at home"}), 0);
        QCOMPARE(shop.does("Ana", {"evidence", "2.4", "package", "--file", package(shop)}), 0);
        const QDir files(shop.path("evidence"));
        QCOMPARE(files.entryList(QDir::Files).size(), 1);
        QCOMPARE(shop.does("Ana", {"erase", "2.4", "2"}), 1); // why?
        QCOMPARE(shop.does("Ana", {"erase", "2.4", "2", "--reason", "Dora asked"}), 0);
        const PlayEnded erased = shop.run(
            {"release", "erase", "2.4", "package", "--reason", "the wrong file", "--as", "Ana"});
        QCOMPARE(erased.out, QByteArray("Erased: 1 texts, 1 files, 0 copies of them\n"));
        QVERIFY(files.entryList(QDir::Files).isEmpty());
        QVERIFY(!shop.run({"release", "history", "2.4"}).out.contains("at home"));
        const PlayEnded verified = shop.run({"release", "verify", "2.4"});
        QCOMPARE(verified.exit, 0);
        QVERIFY2(verified.out.contains("Erased texts: 2\n"), verified.out.constData());
    }

    void theOwnersDocumentComesBackByteForByte()
    {
        const Shop shop;
        const PlayEnded made =
            shop.run({"release", "import", release_play::ownersFile(), "--save", "--policy",
                      "deployment", "--title", "Chat", "--as", "Ana"});
        QCOMPARE(made.exit, 0);
        QCOMPARE(shop.run({"release", "export", "Chat"}).out, bytesOf(release_play::ownersFile()));
        const auto items =
            shop.run({"release", "show", "Chat", "--json"}).json().value(QLatin1String("items"));
        QString task;
        for (const auto& each : items.toArray()) {
            if (each.toObject().value(QLatin1String("title")) == QLatin1String("Provisionar Redis"))
                task = each.toObject().value(QLatin1String("id")).toString();
        }
        QCOMPARE(shop.does("Beto", {"tick", "Chat", task}), 0);
        QByteArray wanted = bytesOf(release_play::ownersFile());
        wanted.replace("[ ] Provisionar Redis", "[x] Provisionar Redis");
        QCOMPARE(shop.run({"release", "export", "Chat"}).out, wanted);
        QCOMPARE(shop.does("Beto", {"tick", "Chat", task, "--open"}), 0);
        QCOMPARE(shop.run({"release", "export", "Chat"}).out, bytesOf(release_play::ownersFile()));
    }

    void aFreezeIsOverriddenByTwo()
    {
        const Shop shop;
        shop.run({"release", "create", "2.4", "--template", "desktop", "--as", "Ana"});
        QCOMPARE(shop.does("Ana", {"freeze", "cyber", "Cyber Monday", "--until", "+2d"}), 0);
        QVERIFY(shop.run({"release", "gate", "2.4"}).out.contains("Cyber Monday"));
        const PlayEnded asked = shop.run({"release", "override", "2.4", "--reason", "cannot wait",
                                          "--until", "+3h", "--as", "Ana"});
        QCOMPARE(asked.exit, 0);
        QCOMPARE(shop.run({"release", "gate", "2.4"}).exit, 1);
        QCOMPARE(shop.does("Ana", {"override", "2.4", "--approve", asked.id()}), 1);
        QCOMPARE(shop.does("Beto", {"override", "2.4", "--approve", asked.id()}), 0);
        const PlayEnded gate = shop.run({"release", "gate", "2.4"});
        QCOMPARE(gate.exit, 0);
        QVERIFY(gate.out.startsWith("Go by override\n"));
        QCOMPARE(shop.does("Beto", {"unfreeze", "cyber"}), 0);
        QCOMPARE(shop.run({"release", "freezes"}).out, QByteArray());
        const PlayEnded said = shop.run({"release", "freezes", "--history"});
        QVERIFY2(said.out.contains("Ana  set the freeze cyber, from ") &&
                     said.out.contains("Beto  took the freeze cyber away"),
                 said.out.constData());
    }

    void badInputIsTold()
    {
        const Shop shop;
        shop.run({"release", "create", "2.4", "--template", "desktop", "--as", "Ana"});
        const auto fails = [&](const QStringList& arguments, const char* said) {
            const PlayEnded ended =
                shop.run(QStringList{"release"} + arguments, "password: hunter2-Xy9!");
            if (ended.exit == 0 || !ended.err.contains(said))
                qWarning("%d %s", ended.exit, ended.err.constData());
            return ended.exit != 0 && ended.err.contains(said);
        };
        QVERIFY(fails({"show", "2.5"}, "2.5"));
        QVERIFY(fails({"create", "x", "--template", "none", "--as", "Ana"}, "none"));
        QVERIFY(fails({"create", "x", "--template", "desktop", "--planned", "soon"}, "soon"));
        QVERIFY(fails({"set", "2.4", "tests", "fly", "--as", "Ana"}, "fly"));
        QVERIFY(fails({"set", "2.4", "tests", "verify", "--as", "Ana"}, "Not now: it is to do."));
        QVERIFY(fails({"set", "2.4", "tests", "start", "--as", "Nobody"}, "Nobody"));
        QVERIFY(fails({"sign", "2.4", "product", "--role", "king", "--as", "Ana"}, "king"));
        QVERIFY(fails({"evidence", "2.4", "tests", "--as", "Beto"}, "a secret is no evidence"));
        QVERIFY(fails({"evidence", "2.4", "tests", "--metric", "p95", "--as", "Beto"}, "p95"));
        QVERIFY(fails({"evidence", "2.4", "tests", "--failed", "--as", "Beto"}, "with --metric"));
        QVERIFY(fails({"evidence", "2.4", "tests", "--link", "https://ci.example/7", "--failed",
                       "--as", "Beto"},
                      "with --metric"));
        QVERIFY(fails({"import", "/nonexistent.md", "--save", "--as", "Ana"}, "/nonexistent.md"));
        QVERIFY(fails({"verify", "2.4", "--head", "/dev/null"}, ""));
    }

    void theChecksOfAnItemAreItsEvidence()
    {
        const Shop shop;
        const QString id =
            shop.run({"release", "create", "3.0", "--template", "deployment", "--as", "Ana"}).id();
        const QString host =
            shop.run({"status", "--json"}).json().value(QStringLiteral("address")).toString();
        const PlayEnded smoke = shop.run(
            {"release", "check", id, "smoke-staging", "--host", host, "--json", "--as", "Beto"});
        QVERIFY2(smoke.exit == 0,
                 smoke.err.constData()); // without images and tickets: not there yet
        QCOMPARE(smoke.out.count('\n'), 6);
        QCOMPARE(smoke.out.count("\"verdict\":\"passed\""), 6);
        QCOMPARE(shop.does("Ana", {"item", "change", id, "smoke-staging", "--needs", "-"}), 0);
        QCOMPARE(shop.does("Beto", {"set", id, "smoke-staging", "finish"}), 0);
        const PlayEnded one = shop.run({"release", "check", id, "smoke-staging", "--check",
                                        "health", "--host", host, "--as", "Beto"});
        QCOMPARE(one.exit, 0);
        QVERIFY2(one.out.contains("< 200"), one.out.constData());
        QVERIFY2(one.out.contains(": passed, "), one.out.constData());
        const PlayEnded shown = shop.run({"release", "show", id, "--json"});
        QCOMPARE(shown.out.count("\"kind\":\"check\""), 7); // what could not run is none
        QCOMPARE(shop.run({"release", "verify", id}).exit, 0);
    }

    // The service holds the data, and a command runs for the one who gave it: in their process, with
    // their folder and environment, and without the service's own.
    void aCommandRunsWhereItWasGiven()
    {
        const Shop shop;
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("packaging")));
        QFile script(folder.filePath(QStringLiteral("packaging/test.sh")));
        QVERIFY(script.open(QIODevice::WriteOnly));
        script.write("#!/bin/sh\necho \"in $(pwd)\"\necho \"home $HOME\"\n"
                     "echo \"of $(tr '\\0' ' ' < /proc/$PPID/cmdline)\"\n");
        script.close();
        QVERIFY(script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        const QString id =
            shop.run({"release", "create", "4.0", "--template", "desktop", "--as", "Ana"}).id();
        const QStringList check{"release", "check", id, "tests", "--as", "Beto"};
        const PlayEnded ran = shop.run(check, {}, "en_GB.UTF-8", folder.path());
        QVERIFY2(ran.exit == 0, (ran.out + ran.err).constData());
        const auto printed = QString::fromUtf8(ran.out);
        QVERIFY2(printed.contains(QStringLiteral("in %1\n").arg(folder.path())),
                 ran.out.constData());
        QVERIFY2(printed.contains(QStringLiteral("home %1\n").arg(folder.path())),
                 ran.out.constData());
        QVERIFY2(printed.contains(QStringLiteral("release check ") + id), ran.out.constData());
        QCOMPARE(shop.run({"release", "show", id, "--json"}).out.count("\"kind\":\"check\""), 1);
        QCOMPARE(shop.run({"release", "verify", id}).exit, 0);
        // Without the right to, not at all.
        QCOMPARE(shop.run({"people", "add", "Caro", "--role", "product", "--as", "Ana"}).exit, 0);
        QCOMPARE(shop.run({"release", "check", id, "tests", "--as", "Caro"}).exit, 2);
    }

    void aBackupIsRestoredAndWhatCannotRunIsNoEvidence()
    {
        const Shop shop;
        const QString id =
            shop.run({"release", "create", "3.0", "--template", "deployment", "--as", "Ana"}).id();
        QCOMPARE(shop.run({"release", "check", id, "backups", "--try", "--as", "Beto"}).exit, 1);
        QCOMPARE(shop.run({"backup"}).exit, 0);
        const PlayEnded backups = shop.run({"release", "check", id, "backups", "--as", "Beto"});
        QCOMPARE(backups.exit, 0);
        QVERIFY2(backups.out.contains("restored and opened"), backups.out.constData());
        const PlayEnded nameless =
            shop.run({"release", "check", id, "tls", "--as", "Beto"}, {}, "es_AR.UTF-8");
        QCOMPARE(nameless.exit, 2);
        QVERIFY2(nameless.out.contains("Necesita un valor para host"), nameless.out.constData());
        QCOMPARE(shop.run({"release", "check", id, "nothing", "--as", "Beto"}).exit, 2);
        QVERIFY(!shop.run({"release", "show", id, "--json"}).out.contains("tls-expiry"));
    }

private:
    static QString package(const Shop& shop)
    {
        QFile file(shop.path("relevo.deb"));
        if (file.open(QIODevice::WriteOnly))
            file.write("a package\n");
        return file.fileName();
    }
    /// Beto does what is QA's and Ana verifies it; Ana does the rest and Beto verifies.
    static void finishAll(const Shop& shop)
    {
        QCOMPARE(
            shop.run({"people", "role", "Beto", "sre,qa,security,dev-lead,product", "--as", "Ana"})
                .exit,
            0);
        QFile picture(shop.path("picture.png"));
        QVERIFY(picture.open(QIODevice::WriteOnly));
        picture.write("\x89PNG\r\n");
        picture.close();
        for (const char* item :
             {"version", "tests", "package", "install", "upgrade", "languages"}) {
            const QString name = QString::fromLatin1(item);
            const char* doer =
                name == u"version" || name == u"tests" || name == u"package" ? "Ana" : "Beto";
            if (name == u"upgrade")
                QCOMPARE(shop.does(doer, {"evidence", "2.4", name}, "upgraded 2.3 -> 2.4\n"), 0);
            if (name == u"tests" || name == u"install") { // evidence that only the program gathers
                QCOMPARE(shop.does("Ana", {"set", "2.4", name, "waive", "--reason", "seen by hand",
                                           "--until", "+2d"}),
                         0);
                continue;
            }
            QCOMPARE(shop.does(doer, {"set", "2.4", name, "finish"}), 0);
            if (name != u"version" && name != u"languages")
                QCOMPARE(shop.does(doer == QByteArray("Ana") ? "Beto" : "Ana",
                                   {"set", "2.4", name, "verify"}),
                         0);
        }
    }
};

RELEVO_TEST(ReleasePlayTest)
RELEVO_TEST_MAIN(QCoreApplication)
#include "release_play_test.moc"
