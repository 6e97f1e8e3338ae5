// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/markdown.h"
#include "release/ledger/attest.h"
#include "release/report/answers.h"
#include "release/report/report.h"
#include "release/template_loader.h"
#include "support/runner.h"
#include "unit/release/release_fixture.h"

#include <QFile>

using namespace release;
using namespace release_test;

namespace {

QByteArray fileOf(const char* name)
{
    QFile file(QStringLiteral(RELEVO_SOURCE_DIR "/resources/releases/") +
               QString::fromLatin1(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

ReportWords wordsIn(const char* language)
{
    auto words = ReportWords::load(fileOf("words/words.json"), QString::fromLatin1(language));
    if (!words)
        qFatal("%s", qPrintable(words.error().detail));
    return *std::move(words);
}

Release deployment(const char* language)
{
    const auto templates = loadTemplates(fileOf("deployment.json"), QString::fromLatin1(language));
    return releaseOf(templates->front(), QStringLiteral("R"), QStringLiteral("1.0"), kNow);
}

ReportFacts facts()
{
    return {.now = kNow + minutes(60),
            .names = {{{1}, QStringLiteral("Ana")}, {{3}, QStringLiteral("Carla")}},
            .ledger = {12, QByteArray(32, '\x1f')},
            .ledgerWord = LedgerWord::Sound};
}

} // namespace

class ReportTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // Found by an index: the same words.
    void manyReasonsAreToldAsOneIs()
    {
        const Release release = deployment("en");
        const auto words = wordsIn("en");
        const ItemTitles titles(release);
        const Gate gate = gateOf(Outline::of(release), release, {.now = kNow});
        QVERIFY(gate.reasons.size() > 10);
        for (const Reason& reason : gate.reasons)
            QCOMPARE(reasonText(reason, release, titles, {}, words),
                     reasonText(reason, release, {}, words));
        QCOMPARE(titles.of(id("none")), QStringLiteral("none"));
    }

    void refusalsAreSentences()
    {
        const Release release = deployment("en");
        const auto words = wordsIn("en");
        QCOMPARE(refusalText({.why = Why::WaitsForItems, .ids = {release.items[0].plan.id.value}},
                             release, words),
                 QStringLiteral("First finish: ") + release.items[0].plan.title);
        QCOMPARE(
            refusalText({.why = Why::WrongRole, .roles = {Role::Qa, Role::Sre}}, release, words),
            QStringLiteral("This is for QA, SRE"));
        QCOMPARE(refusalText({.why = Why::TooEarly, .until = kNow}, release, wordsIn("es")),
                 QStringLiteral("Todavía no: recién a partir del 2025-12-07 12:00 UTC"));
        QCOMPARE(refusalText({.why = Why::WrongState, .state = State::Verified}, release, words),
                 QStringLiteral("Not now: it is verified"));
    }
    void verdictsAreTwo()
    {
        const auto words = wordsIn("en");
        QCOMPARE(verdictLines({.count = 7}, {}, true, words),
                 (QStringList{QStringLiteral("Sound: 7 entries, nothing was changed"),
                              QStringLiteral("Whether it is complete is not known: that takes a "
                                             "head given away earlier")}));
        const LedgerVerdict verdict{
            .integrity = {{LedgerFault::Kind::Altered, 3, QStringLiteral("runbook")}},
            .completeness = {{LedgerFault::Kind::TailCut, 9, {}}},
            .isCompletenessKnown = true,
            .timeWentBack = {2, 5}};
        const auto lines = verdictLines(
            verdict, {{Unattested::Kind::Item, QStringLiteral("backup"), QStringLiteral("state")}},
            false, words);
        QCOMPARE(lines.size(), 7);
        QCOMPARE(lines[1], QStringLiteral("  Entry 3: changed"));
        QCOMPARE(lines[2], QStringLiteral("  backup (state): nobody said so"));
        QCOMPARE(lines[4], QStringLiteral("  The end is missing: there were 9 entries"));
        QCOMPARE(lines[5], QStringLiteral("The time went back in the entries 2, 5"));
    }
    void aFaultIsNamedAsPeopleNameIt()
    {
        Release release = deployment("en");
        item(release, "redis")
            .evidence.push_back({.id = QStringLiteral("E1"), .title = QStringLiteral("ping.txt")});
        const LedgerVerdict verdict{
            .integrity = {{LedgerFault::Kind::FileAltered, 3, QStringLiteral("E1")}}};
        const auto lines = verdictLines(
            verdict, {{Unattested::Kind::Item, QStringLiteral("redis"), QStringLiteral("state")}},
            true, wordsIn("en"), &release);
        const QString title = item(release, "redis").plan.title;
        QCOMPARE(lines[1],
                 QStringLiteral("  Entry 3 (%1: ping.txt): the file was changed").arg(title));
        QCOMPARE(lines[2], QStringLiteral("  %1 (state): nobody said so").arg(title));
    }

    void whyTheCanaryWasSteeredComesFromTheLedger()
    {
        Release release = deployment("en");
        release.canary = {CanaryStatus::Running, 1, kNow};
        const auto said = attestCanary(release.canary, {CanaryStatus::Aborted, 1, kNow}, 0, {},
                                       {.person = {3}, .roles = {}}, kNow,
                                       QStringLiteral("one in *five* fails"), QByteArray(16, 's'));
        auto told = facts();
        const auto decision = canaryDecisionIn(said.entry, said.text->text);
        QVERIFY(decision.has_value());
        told.canary = {*decision};
        const QString report = reportOf(release, told, wordsIn("en"));
        QVERIFY2(report.contains(QStringLiteral("- 2025-12-07 12:00 UTC: Carla, 0 %, aborted: "
                                                "one in \\*five\\* fails\n")),
                 qPrintable(report));
        LedgerEntry other = said.entry;
        other.kind = QStringLiteral("item");
        QVERIFY(!canaryDecisionIn(other, {}));
    }

    void aFreshDeploymentIsNoGoWithEveryReason()
    {
        const QString report = reportOf(deployment("es"), facts(), wordsIn("es"));
        QVERIFY(report.startsWith(QStringLiteral("# 1.0\n")));
        QVERIFY(report.contains(QStringLiteral("## Decisión: No sale\n")));
        QVERIFY(report.contains(QStringLiteral(
            "- Token de registros en el gestor de secretos: sin terminar → terminarlo (SRE)\n")));
        QVERIFY(report.contains(QStringLiteral("- Faltan firmas (1): Seguridad → que firme")));
        QVERIFY(
            report.contains(QStringLiteral("| Legales | nadie | legales |  |  | no corresponde: "
                                           "Los tickets son públicos |\n")));
        QVERIFY(report.contains(QStringLiteral("12 asientos, último eslabón `") +
                                QStringLiteral("1f").repeated(32) + u'`'));
        QVERIFY(!report.contains(u'{'));
    }

    void whatHappenedIsTold()
    {
        Release release = deployment("en");
        Item& token = item(release, "log-token");
        token.state = State::Waived;
        token.waiver =
            Waiver{QStringLiteral("set by hand"), {3}, Role::Supervisor, kNow, kNow + minutes(90)};
        Item& redis = item(release, "redis");
        redis.state = State::Done;
        redis.doers = {{1}};
        redis.evidence.push_back({.kind = EvidenceKind::File,
                                  .title = QStringLiteral("ping.txt"),
                                  .fileHash = QByteArray(32, '\x2a'),
                                  .at = kNow});
        release.overrides.push_back(
            {QStringLiteral("o"),
             QStringLiteral("the fair"),
             {QStringLiteral("item_open:x")},
             {{{3}, Role::Supervisor, kNow, true}, {{4}, Role::DevLead, kNow}},
             kNow + minutes(30)});
        release.signatures.push_back({QStringLiteral("product"),
                                      {5},
                                      Role::Product,
                                      kNow + minutes(1),
                                      QStringLiteral("fine")});
        release.canary = {CanaryStatus::Aborted, 2, kNow};
        release.rollbacks.push_back({QStringLiteral("errors"),
                                     QStringLiteral("2 % of 5xx"),
                                     {1},
                                     Role::Sre,
                                     kNow,
                                     {{QStringLiteral("switch"), minutes(10), kNow + minutes(7)}},
                                     true});
        const QString report = reportOf(release, facts(), wordsIn("en"));
        for (const char* part :
             {"waived: waiver by Carla until 2025-12-07 13:30 UTC: set by hand",
              "| Redis available | required | SRE | done | Ana | – |",
              "file ping.txt (told, 2025-12-07 12:00 UTC) `2a2a",
              "- not in force: the fair; Carla (supervisor, 2025-12-07 12:00 UTC), 4 – without a "
              "passphrase (development "
              "lead",
              "| Product | 5 – without a passphrase | product | 2025-12-07 12:01 UTC | yes | fine "
              "|",
              "- aborted, 0 %, ", "errors. 2 % of 5xx; took 7 min, 10 were estimated; rehearsed"})
            QVERIFY2(report.contains(QString::fromUtf8(part)), part);
    }

    void whatPeopleWroteAddsNoStructure()
    {
        QCOMPARE(markdownText(QStringLiteral("a\n\n# b | c")), QStringLiteral("a \\# b \\| c"));
        QCOMPARE(markdownText(QStringLiteral("- x")), QStringLiteral("\\- x"));
        QCOMPARE(markdownText(QStringLiteral("12. x")), QStringLiteral("12\\. x"));
        QCOMPARE(markdownText(QStringLiteral("<script>&amp;[a](b)`")),
                 QStringLiteral("\\<script\\>\\&amp;\\[a\\](b)\\`"));
        QCOMPARE(markdownText({}), QString());
        Release release = releaseWith({plan("a", ItemClass::Required)});
        item(release, "a").plan.title = QStringLiteral("x | y\n## Decision: Go {when}");
        const QString report = reportOf(release, facts(), wordsIn("en"));
        QVERIFY(!report.contains(QStringLiteral("\n## Decision: Go\n")));
        QVERIFY(report.contains(QStringLiteral("- x \\| y \\#\\# Decision: Go {when}: not done")));
    }

    // Titles, reasons and comments put together from marks by chance: as many headings, table cells and
    // points as with harmless ones, and no HTML or link of theirs.
    void whateverPeopleWriteTheShapeStays()
    {
        base::SeededRandom random(printedSeed());
        const QStringList pieces{
            QStringLiteral("#"),    QStringLiteral("\n"),     QStringLiteral("|"),
            QStringLiteral("`"),    QStringLiteral("- "),     QStringLiteral("1. "),
            QStringLiteral("<b>"),  QStringLiteral("[a](x)"), QStringLiteral("**"),
            QStringLiteral("\\"),   QStringLiteral("&lt;"),   QStringLiteral("---"),
            QStringLiteral("> "),   QStringLiteral("~~"),     QStringLiteral("![]("),
            QStringLiteral("word"), QStringLiteral(" "),      QStringLiteral("***"),
            QStringLiteral("+ "),   QStringLiteral("<!--"),   QStringLiteral("==="),
            QStringLiteral("\t"),   QStringLiteral("_x_"),    QStringLiteral("{item}")};
        const auto shapeWith = [](const QString& text) {
            Release release =
                releaseWith({plan("a", ItemClass::Blocker), plan("b", ItemClass::Required)});
            release.title = text;
            release.sections.front().title = text;
            item(release, "a").plan.title = text;
            item(release, "b").state = State::Blocked;
            item(release, "b").reason = text;
            release.signOffs.push_back(
                {.id = QStringLiteral("r"), .title = text, .roles = {Role::Qa}});
            release.signatures.push_back({QStringLiteral("r"), {9}, Role::Qa, kNow, text});
            const QString html = markdown::toHtml(reportOf(release, facts(), wordsIn("en")));
            QList<qsizetype> counts;
            for (const char* tag :
                 {"<h1", "<h2", "<h3", "<li", "<td", "<tr", "<table", "<ul", "<ol", "<a ", "<img",
                  "<em", "<del", "<blockquote", "<hr", "<pre", "<!--"})
                counts.append(html.count(QLatin1StringView(tag)));
            return counts;
        };
        const auto harmless = shapeWith(QStringLiteral("word"));
        for (int round = 0; round < 300; ++round) {
            QString text = QStringLiteral("w");
            for (int n = chosen(random, 8); n > 0; --n)
                text.insert(chosen(random, 2) ? 0 : text.size(),
                            pieces[chosen(random, static_cast<int>(pieces.size()))]);
            QVERIFY2(shapeWith(text) == harmless, qPrintable(text));
        }
    }

    void anUnsoundPlanIsToldAndNothingElseFails()
    {
        const Release release = releaseWith({plan("a", ItemClass::Required, {id("a")})});
        const QString report = reportOf(release, facts(), wordsIn("en"));
        QVERIFY(report.contains(QStringLiteral("The plan is not sound (cycle): a")));
    }

    void aMissingWordIsNamed()
    {
        QByteArray json = fileOf("words/words.json");
        json.replace("\"state.done\"", "\"state.gone\"");
        const auto words = ReportWords::load(json, QStringLiteral("es"));
        QVERIFY(!words);
        QCOMPARE(words.error().detail, QStringLiteral("no word for state.done"));
        QVERIFY(!ReportWords::load(fileOf("words/words.json"), QStringLiteral("fr")));
        QVERIFY(!ReportWords::load("{}", QStringLiteral("es")));
    }
};

RELEVO_TEST(ReportTest)
#include "report_test.moc"
