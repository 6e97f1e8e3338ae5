// SPDX-License-Identifier: GPL-3.0-or-later
// relevoctl release: what is asked for, templates, two strategies, and words that people understand.
#include "release_shop.h"
#include "support/runner.h"

#include <QJsonArray>

using release_play::PlayEnded;
using release_play::Shop;

namespace release_planning {

constexpr const char* kSpanish = "es_AR.UTF-8";

QJsonObject itemOf(const Shop& shop, const QString& release, const char* id)
{
    const auto items =
        shop.run({"release", "show", release, "--json"}).json().value(QLatin1String("items"));
    for (const auto& each : items.toArray()) {
        if (each.toObject().value(QLatin1String("id")) == QLatin1String(id))
            return each.toObject();
    }
    return {};
}

} // namespace release_planning

using release_planning::itemOf;
using release_planning::kSpanish;

class ReleasePlanningTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void itemsAreAskedForChangedAndLeftOut()
    {
        const Shop shop;
        shop.run({"release", "create", "2.4", "--template", "desktop", "--as", "Ana"});
        const PlayEnded added = shop.run(
            {"release", "item",       "add",        "2.4",          "Cartel ñandú", "--section",
             "build",   "--role",     "qa",         "--class",      "blocker",      "--priority",
             "high",    "--estimate", "90m",        "--acceptance", "seen",         "--tags",
             "ui, es",  "--needs",    "version",    "--evidence",   "check",        "--validity",
             "2d",      "--checks",   "/dev/stdin", "--as",         "Ana"},
            R"([{"id":"up","title":"Up","kind":"http","parameters":{"url":"{host}/health"}}])");
        QCOMPARE(added.out, QByteArray("cartel-nandu\n"));
        const QJsonObject item = itemOf(shop, QStringLiteral("2.4"), "cartel-nandu");
        QCOMPARE(item.value(QLatin1String("class")).toString(), QStringLiteral("blocker"));
        QCOMPARE(item.value(QLatin1String("role")).toString(), QStringLiteral("qa"));
        QCOMPARE(item.value(QLatin1String("after")).toArray(),
                 QJsonArray{QStringLiteral("version")});
        QCOMPARE(shop.does("Beto", {"check", "2.4", "cartel-nandu", "--try"}), 2); // has a check

        QCOMPARE(shop.does("Ana", {"item", "change", "2.4", "cartel-nandu", "--needs", "-",
                                   "--role", "-", "--title", "Cartel"}),
                 0);
        const QJsonObject changed = itemOf(shop, QStringLiteral("2.4"), "cartel-nandu");
        QVERIFY(changed.value(QLatin1String("after")).toArray().isEmpty());
        QVERIFY(!changed.contains(QLatin1String("role")));
        QCOMPARE(changed.value(QLatin1String("class")).toString(), QStringLiteral("blocker"));
        const auto hasNoCheck = [&shop] {
            return shop.run({"release", "check", "2.4", "cartel-nandu", "--try", "--as", "Beto"})
                .err.contains("There is nothing to check there.");
        };
        QVERIFY(!hasNoCheck());
        QCOMPARE(shop.does("Ana", {"item", "change", "2.4", "cartel-nandu", "--checks", "-"}), 0);
        QVERIFY(hasNoCheck());

        QCOMPARE(shop.does("Beto", {"item", "remove", "2.4", "cartel-nandu"}), 2); // not for him
        QCOMPARE(shop.does("Ana", {"item", "remove", "2.4", "cartel-nandu"}), 0);
        QVERIFY(itemOf(shop, QStringLiteral("2.4"), "cartel-nandu").isEmpty());
        QCOMPARE(
            shop.does("Ana", {"item", "add", "2.4", "Year", "--section", "build", "--id", "2025"}),
            2); // so entries of the ledger are named
        QCOMPARE(shop.does("Ana", {"set", "2.4", "version", "finish"}), 0);
        QCOMPARE(shop.does("Ana", {"item", "remove", "2.4", "version"}), 1); // worked on
        QCOMPARE(shop.run({"release", "verify", "2.4"}).exit, 0);
    }

    void howItGoesOutIsTakenOverFromATemplate()
    {
        const Shop shop;
        shop.run({"release", "create", "2.4", "--template", "desktop", "--as", "Ana"});
        QCOMPARE(shop.does("Ana", {"rollout", "2.4", "--template", "none"}), 2);
        QCOMPARE(shop.does("Beto", {"rollout", "2.4", "--template", "deployment"}), 2);
        QCOMPARE(shop.does("Ana", {"rollout", "2.4", "--template", "deployment"}), 0);
        const PlayEnded told = shop.run({"release", "history", "2.4"});
        QVERIFY2(told.out.contains("changed how it goes out and back"), told.out.constData());
        QCOMPARE(shop.run({"release", "verify", "2.4"}).exit, 0);
    }

    void signaturesAreAskedFor()
    {
        const Shop shop;
        shop.run({"release", "create", "2.4", "--template", "desktop", "--as", "Ana"});
        QCOMPARE(shop.does("Ana", {"rule", "set", "2.4", "quality", "--role", "qa,sre", "--needed",
                                   "2", "--title", "Quality", "--sections", "try"}),
                 0);
        const PlayEnded gate = shop.run({"release", "gate", "2.4"}, {}, kSpanish);
        QVERIFY2(gate.out.contains("Faltan firmas (2): Quality"), gate.out.constData());
        QCOMPARE(shop.does("Ana", {"rule", "set", "2.4", "quality", "--needed", "1"}), 0);
        QVERIFY(shop.run({"release", "gate", "2.4"}).out.contains("missing (1): Quality"));
        QCOMPARE(shop.does("Ana", {"rule", "set", "2.4", "nobody"}), 2);
        const PlayEnded none =
            shop.run({"release", "rule", "set", "2.4", "quality", "--items", "none", "--as", "Ana"},
                     {}, kSpanish);
        QCOMPARE(none.exit, 2);
        QVERIFY2(none.err.contains("no hay un punto none"), none.err.constData());
        const PlayEnded nowhere = shop.run(
            {"release", "rule", "set", "2.4", "quality", "--sections", "nowhere", "--as", "Ana"});
        QCOMPARE(nowhere.exit, 2);
        QVERIFY2(nowhere.err.contains("\"nowhere\" is not known here"), nowhere.err.constData());
        QCOMPARE(shop.does("Ana", {"rule", "remove", "2.4", "quality"}), 0);
        QVERIFY(!shop.run({"release", "gate", "2.4"}).out.contains("Quality"));
        QCOMPARE(shop.does("Ana", {"rule", "remove", "2.4", "quality"}), 1);
    }

    void whatWasSaidAndTheImportedFileAreErased()
    {
        const Shop shop;
        const QString id =
            shop.run({"release", "import", "-", "--save", "--title", "2.4", "--as", "Ana"},
                     "# Do\n\n- [ ] one\n- [ ] two\n")
                .id();
        QVERIFY(!id.isEmpty());
        const QString first = shop.run({"release", "show", "2.4", "--json"})
                                  .json()[QLatin1String("items")][0][QLatin1String("id")]
                                  .toString();
        QCOMPARE(shop.does("Beto", {"say", "2.4", first, "Dora said so"}), 0);
        const PlayEnded nothing =
            shop.run({"release", "erase", "2.4", "999", "--reason", "asked", "--as", "Ana"});
        QCOMPARE(nothing.exit, 1);
        QVERIFY2(nothing.err.contains("nothing to erase"), nothing.err.constData());
        for (const QStringList& unclear : {QStringList{}, QStringList{first, "--source"}})
            QCOMPARE(shop.does("Ana", QStringList{"erase", "2.4", "--reason", "x"} + unclear), 2);
        const PlayEnded text = shop.run(
            {"release", "erase", "2.4", first, "--reason", "asked", "--json", "--as", "Ana"});
        QCOMPARE(text.json()[QLatin1String("texts")].toInt(), 1);
        const QStringList erase{"release",  "erase", "2.4",  "--source",
                                "--reason", "asked", "--as", "Ana"};
        QCOMPARE(shop.run(erase).out, QByteArray("Erased: 0 texts, 1 files, 0 copies of them\n"));
        QCOMPARE(shop.run(erase).exit, 1);
        QVERIFY(shop.run({"release", "history", "2.4"}, {}, kSpanish)
                    .out.contains("borró el archivo importado"));
        QCOMPARE(shop.run({"release", "verify", "2.4"}).exit, 0);
    }

    void aTemplateIsChangedAndSavedAgain()
    {
        const Shop shop;
        const PlayEnded shown = shop.run({"release", "template", "show", "desktop", "--json"});
        QFile file(shop.path("desktop.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(shown.out).replace("\"role\": \"dev_lead\"", "\"role\": \"sre\""));
        file.close();
        QCOMPARE(shop.run({"release", "template", "changed", "desktop"}).exit, 0);
        const PlayEnded saved =
            shop.run({"release", "template", "save", file.fileName(), "--as", "Ana"});
        QCOMPARE(saved.out, QByteArray("desktop  v2\n"));
        QCOMPARE(shop.does("Beto", {"template", "save", file.fileName()}), 2); // not for him
        const PlayEnded changed = shop.run({"release", "template", "changed", "desktop"});
        QCOMPARE(changed.exit, 1);
        QVERIFY2(changed.out.contains("Role: development lead → SRE"), changed.out.constData());
        QVERIFY(shop.run({"release", "template", "show", "desktop@1"}).out.contains("development"));
        QVERIFY(!shop.run({"release", "template", "show", "desktop"}).out.contains("development"));
        QCOMPARE(shop.run({"release", "template", "show", "desktop@7"}).exit, 2);
        const PlayEnded broken = shop.run({"release", "template", "save", "-", "--as", "Ana"},
                                          R"({"schema":"relevo.release/1","id":"x","version":1,
                                          "title":"X","sections":[{"id":"s","title":"S","items":
                                          [{"id":"i","title":"I","role":"king"}]}]})",
                                          kSpanish);
        QCOMPARE(broken.exit, 2);
        QVERIFY2(broken.err.contains("punto i: no conoce 'king'"), broken.err.constData());
    }

    void strategiesStandSideBySide()
    {
        const Shop shop;
        const PlayEnded made = shop.run(
            {"release", "create", "3.0", "--template", "deployment", "--as", "Ana"}, {}, kSpanish);
        const PlayEnded both = shop.run(
            {"release", "strategies", made.id(), "deployment-canary", "deployment-wait", "--json"});
        QCOMPARE(both.exit, 0);
        const QJsonArray ways = both.json().value(QLatin1String("ways")).toArray();
        QCOMPARE(ways.size(), 2);
        for (const auto& way : ways) {
            QCOMPARE(way.toObject().value(QLatin1String("go")), QJsonValue(false));
            QVERIFY(!way.toObject().value(QLatin1String("blockers")).toArray().isEmpty());
            QVERIFY(!way.toObject().value(QLatin1String("criticalPath")).toArray().isEmpty());
        }
        // A begins with less than B waits for.
        QVERIFY(ways[0].toObject().value(QLatin1String("earliest")).toString() <
                ways[1].toObject().value(QLatin1String("earliest")).toString());
        const PlayEnded told = shop.run({"release", "strategies", made.id()}, {}, kSpanish);
        QCOMPARE(told.exit, 0);
        for (const char* word : {"A: ", "Camino crítico: ", "Lo más pronto posible: ",
                                 "Bloqueantes abiertos: ", "Por qué no", "Clase: "})
            QVERIFY2(told.out.contains(word), told.out.constData());
        QCOMPARE(shop.run({"release", "strategies", made.id(), "none"}).exit, 2);
    }

    void historyAndComparisonAreInWords()
    {
        const Shop shop;
        shop.run({"release", "create", "2.4", "--template", "desktop", "--as", "Ana"});
        QCOMPARE(shop.does("Ana", {"set", "2.4", "version", "start"}), 0);
        QCOMPARE(shop.does("Ana", {"item", "change", "2.4", "notes", "--role", "qa"}), 0);
        QCOMPARE(shop.does("Ana", {"evidence", "2.4", "version"}, "it is 2.4\n"), 0);
        QCOMPARE(shop.does("Ana", {"plan", "2.4", "--title", "2.5"}), 0);
        const PlayEnded told = shop.run({"release", "history", "2.5"}, {}, kSpanish);
        for (const char* line :
             {"Ana  creó el lanzamiento", "Version number and release notes: por hacer → en curso",
              "Notes published: cambió lo que pide", "mostró evidencia: texto pegado. it is 2.4",
              "Título: 2.4 → 2.5"})
            QVERIFY2(told.out.contains(line), told.out.constData());
        for (const char* internal : {"todo", "evidence", "pasted", "item", "plan", "release:"})
            QVERIFY2(!told.out.contains(QByteArray("  ") + internal), told.out.constData());
        const PlayEnded compared = shop.run({"release", "compare", "2.5"}, {}, kSpanish);
        QCOMPARE(compared.exit, 1);
        QCOMPARE(compared.out, QByteArray("* notes  Notes published\n    Rol: QA → producto\n"));
    }

    void whatIsWrongIsSaidInTheReadersLanguage()
    {
        const Shop shop;
        for (int i = 0; i < 2; ++i)
            shop.run({"release", "create", "2.4", "--template", "desktop", "--as", "Ana"});
        const QString id =
            shop.run({"release", "create", "x", "--template", "desktop", "--as", "Ana"}).id();
        const auto says = [&](const QStringList& arguments, int exit, const char* said,
                              const char* language = "en_GB.UTF-8") {
            const PlayEnded ended =
                shop.run(QStringList{"release"} + arguments, "password: hunter2-Xy9!", language);
            if (ended.exit != exit || !ended.err.contains(said))
                qWarning("%d %s", ended.exit, ended.err.constData());
            return ended.exit == exit && ended.err.contains(said);
        };
        QVERIFY(says({"show", "2.4"}, 2, "several releases fit \"2.4\": "));
        QVERIFY(says({"show", "2.4"}, 2, "a \"2.4\" responden varios lanzamientos: ", kSpanish));
        QVERIFY(
            says({"templates", "--language", "xx"}, 2, "\"xx\" is not known here, only: es, en"));
        QVERIFY(says({"create", "y", "--template", "desktop", "--language", "xx", "--as", "Ana"}, 2,
                     "es, en"));
        QVERIFY(says({"rollback", id, "--step", "--as", "Beto"}, 1, "Not as it stands now."));
        QVERIFY(says({"canary", id, "hold", "--as", "Ana"}, 1, "Not now: it is not started."));
        QVERIFY(says({"sign", id, "", "--as", "Ana"}, 1, "Say which one."));
        QVERIFY(says({"tick", id, "", "--as", "Ana"}, 1, "Say which item."));
        QVERIFY(says({"say", id, "tests", " ", "--as", "Ana"}, 2, "falta un texto", kSpanish));
        QVERIFY(says({"evidence", id, "tests", "--as", "Beto"}, 2, "un secreto no es evidencia",
                     kSpanish));
        QVERIFY(says({"evidence", id, "tests", "--link", "ftp:", "--as", "Beto"}, 2,
                     "no es una dirección web", kSpanish));
        QVERIFY(says({"canary", id, "fly", "--as", "Ana"}, 2, "begin, promote, hold"));
        QVERIFY(says({"item", "change", id, "tests", "--estimate", "soon", "--as", "Ana"}, 2,
                     "90m, 2h, 3d"));
        QVERIFY(says({"item", "change", id, "tests", "--needs", "none", "--as", "Ana"}, 2, "none"));
        QVERIFY(says({"item", "add", id, "y", "--id", "tests", "--as", "Ana"}, 2, "tests"));
        QVERIFY(says({"item", "add", id, "y", "--id", "a b", "--as", "Ana"}, 2, "a b"));
        QVERIFY(says({"create", "y", "--as", "Ana"}, 2, "deployment, deployment-canary, "));
        QVERIFY(says({"assign", id, "tests", "--as", "Ana"}, 2, "--help"));
        QVERIFY(says({"plan", id, "--as", "Ana"}, 2, "--help"));
        QVERIFY(says({"plan", id, "--planned", "+999999d", "--as", "Ana"}, 2, "+999999d"));
        QVERIFY(says({"plan", id, "--planned", "9999-12-31", "--as", "Ana"}, 2, "9999-12-31"));
        QVERIFY(says({"parameter", id, " ", "x", "--as", "Ana"}, 2, "a text is missing"));
        QVERIFY(says({"set", id, "tests", "start", "--minutes", "abc", "--as", "Ana"}, 2, "abc"));
        QVERIFY(says({"verify", id, "--head", "/dev/null"}, 2, "cannot be used"));
        QCOMPARE(shop.run({"release", "history", id}).out.count('\n'), 1); // nothing was done
        QVERIFY(says({"item", "change", id, "tests", "--checks", "/dev/stdin", "--as", "Ana"}, 2,
                     "no es una lista de controles", kSpanish));
    }

    // What people say never steers the terminal of who reads it.
    void aTextSteersNoTerminal()
    {
        const Shop shop;
        shop.run({"release", "create", "2.4", "--template", "desktop", "--as", "Ana"});
        const QString text = QStringLiteral("red\x1b[31m\u009b1m\a end");
        QCOMPARE(shop.does("Ana", {"say", "2.4", "tests", text}), 0);
        const PlayEnded told = shop.run({"release", "history", "2.4"});
        QVERIFY2(told.out.contains("red"), told.out.constData());
        QVERIFY(!told.out.contains('\x1b') && !told.out.contains('\a'));
        QVERIFY(!QString::fromUtf8(told.out).contains(QChar(0x9b)));
    }

    void whatCannotBeWrittenIsNotDone()
    {
        const Shop shop;
        shop.run({"release", "create", "2.4", "--template", "desktop", "--as", "Ana"});
        for (const char* to : {">/dev/full", ">&-"}) {
            QProcess process;
            process.start(
                QStringLiteral("/bin/sh"),
                {QStringLiteral("-c"),
                 QStringLiteral("'%1' release report 2.4 --data '%2' %3")
                     .arg(QStringLiteral(RELEVOCTL), shop.folder.path(), QString::fromLatin1(to))});
            QVERIFY(process.waitForFinished(60'000));
            QCOMPARE(process.exitCode(), 2);
            QVERIFY(!process.readAllStandardError().isEmpty());
        }
    }

    void jsonIsJsonEverywhere()
    {
        const Shop shop;
        shop.run({"release", "create", "2.4", "--template", "desktop", "--as", "Ana"});
        const QString list = shop.path("list.md");
        QFile file(list);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("# L\n\n- [ ] one\n");
        file.close();
        const QList<QStringList> commands{
            {"list"},
            {"show", "2.4"},
            {"history", "2.4"},
            {"templates"},
            {"template", "show", "desktop"},
            {"template", "changed", "desktop"},
            {"freezes"},
            {"freezes", "--history"},
            {"gate", "2.4"},
            {"report", "2.4"},
            {"export", "2.4"},
            {"ledger", "2.4"},
            {"head", "2.4"},
            {"verify", "2.4"},
            {"compare", "2.4"},
            {"strategies", "2.4", "2.4"},
            {"create", "2.6", "--template", "desktop", "--as", "Ana"},
            {"plan", "2.4", "--planned", "+3d", "--as", "Ana"},
            {"parameter", "2.4", "host", "https://a.example", "--as", "Ana"},
            {"item", "add", "2.4", "One more", "--as", "Ana"},
            {"item", "change", "2.4", "one-more", "--role", "qa", "--as", "Ana"},
            {"item", "remove", "2.4", "one-more", "--as", "Ana"},
            {"rule", "set", "2.4", "q", "--role", "qa", "--as", "Ana"},
            {"rule", "remove", "2.4", "q", "--as", "Ana"},
            {"say", "2.4", "tests", "hello", "--as", "Ana"},
            {"assign", "2.4", "tests", "--owner", "Beto", "--as", "Ana"},
            {"evidence", "2.4", "version", "--link", "https://a.example/1", "--as", "Ana"},
            {"set", "2.4", "version", "start", "--as", "Ana"},
            {"tick", "2.4", "version", "--as", "Ana"},
            {"override", "2.4", "--reason", "now", "--until", "+2h", "--as", "Ana"},
            {"erase", "2.4", "version", "--reason", "asked", "--as", "Ana"},
            {"freeze", "f", "F", "--until", "+2d", "--as", "Ana"},
            {"unfreeze", "f", "--as", "Ana"},
            {"rollback", "2.4", "--rehearsed", "--as", "Ana"},
            {"import", list},
            {"import", list, "--save", "--as", "Ana"}};
        for (const QStringList& command : commands) {
            const PlayEnded ended =
                shop.run(QStringList{"release"} + command + QStringList{"--json"});
            const QByteArray named = command.join(u' ').toUtf8() + ": " + ended.out + ended.err;
            QVERIFY2(ended.exit == 0 || ended.exit == 1, named.constData());
            QJsonParseError error;
            std::ignore = QJsonDocument::fromJson(ended.out, &error);
            if (ended.exit == 0 || !ended.out.isEmpty())
                QVERIFY2(error.error == QJsonParseError::NoError, named.constData());
        }
    }
};

RELEVO_TEST(ReleasePlanningTest)
#include "release_planning_test.moc"
