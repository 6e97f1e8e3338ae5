// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/report/digest_texts.h"
#include "release/rollout/digest.h"
#include "support/runner.h"
#include "unit/release/release_fixture.h"

#include <QFile>

using namespace release;
using namespace release_test;

namespace {

constexpr minutes kDay{24 * 60};

/// Out at kNow, with an item that is checked by "greets" and "errors", a metric.
Release released()
{
    Release release = releaseWith({plan("after", ItemClass::Required)});
    ItemPlan& checked = release.items.front().plan;
    checked.isAfterGo = true;
    checked.checks = {{.id = QStringLiteral("greets"),
                       .title = QStringLiteral("Saludo"),
                       .kind = CheckKind::Http,
                       .parameters = {}},
                      {.id = QStringLiteral("errors"),
                       .title = QStringLiteral("Errores"),
                       .kind = CheckKind::Metric,
                       .parameters = {{QStringLiteral("badWhen"), QStringLiteral("above")}}}};
    release.releasedAt = kNow;
    return release;
}

void found(Release& release, const char* check, minutes after, Outcome outcome, double value = 0)
{
    Evidence evidence;
    evidence.kind = EvidenceKind::Check;
    evidence.outcome = outcome;
    evidence.run.checkId = QString::fromLatin1(check);
    evidence.at = kNow + after;
    evidence.value = value;
    release.items.front().evidence.push_back(evidence);
}

ReportWords english()
{
    QFile file(QStringLiteral(RELEVO_SOURCE_DIR "/resources/releases/words/words.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no words");
    return ReportWords::load(file.readAll(), QStringLiteral("en")).value();
}

} // namespace

class DigestTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void beforeTheGoThereIsNone()
    {
        Release release = released();
        release.releasedAt.reset();
        QVERIFY(digestsOf(release, {}, kNow + kDay).empty());
    }

    void aDayBeginsWhenItBegins()
    {
        const Release release = released();
        QCOMPARE(digestsOf(release, {}, kNow).size(), std::size_t{1});
        QCOMPARE(digestsOf(release, {}, kNow + kDay).size(), std::size_t{2});
        QCOMPARE(digestsOf(release, {}, kNow + 30 * kDay).size(), std::size_t{3});
        for (const DayDigest& day : digestsOf(release, {}, kNow + 30 * kDay))
            QVERIFY(!day.wasLookedAt());
    }

    void roundsAreCountedNotChecks()
    {
        Release release = released();
        found(release, "greets", minutes(5), Outcome::Passed);
        found(release, "errors", minutes(6), Outcome::Passed, 0.001);
        found(release, "greets", minutes(10), Outcome::Failed);
        found(release, "errors", minutes(11), Outcome::Passed, 0.004);
        found(release, "greets", kDay, Outcome::Passed); // the round that closes the day
        found(release, "greets", kDay + minutes(30), Outcome::Failed);
        found(release, "greets", minutes(-3), Outcome::Failed); // before it went out
        const auto days = digestsOf(release, {}, kNow + 2 * kDay);
        QCOMPARE(days.size(), std::size_t{3});
        QCOMPARE(days[0].passed, 2);
        QCOMPARE(days[0].failed, 1);
        QCOMPARE(days[0].faults, (std::vector<RoundFault>{
                                     {id("after"), QStringLiteral("greets"), kNow + minutes(10)}}));
        QCOMPARE(days[0].worst, (std::vector<WorstReading>{
                                    {QStringLiteral("Errores"), {kNow + minutes(11), 0.004}}}));
        QCOMPARE(days[1].failed, 1);
        QCOMPARE(days[1].passed, 0);
        QVERIFY(!days[2].wasLookedAt());
    }

    void theWorstOfWhatWasReadIsSeenFromItsBadSide()
    {
        Release release = released();
        release.canaryPlan.watches = {{.id = QStringLiteral("disk"),
                                       .title = QStringLiteral("Disco libre"),
                                       .figure = QStringLiteral("disk_free_ratio"),
                                       .side = Side::Below,
                                       .limit = 0.1}};
        Readings readings;
        readings.series[QStringLiteral("disk_free_ratio")] = {{kNow - minutes(1), 0.01},
                                                              {kNow + minutes(1), 0.4},
                                                              {kNow + minutes(2), 0.3},
                                                              {kNow + kDay, 0.2}};
        const auto days = digestsOf(release, readings, kNow + kDay);
        QCOMPARE(days[0].worst.front().reading, (Reading{kNow + minutes(2), 0.3}));
        QCOMPARE(days[1].worst.front().reading, (Reading{kNow + kDay, 0.2}));
        QVERIFY(!days[0].wasLookedAt()); // a figure is no round
    }

    void itIsToldInWords()
    {
        Release release = released();
        found(release, "greets", minutes(10), Outcome::Failed);
        const auto texts = digestTexts(release, digestsOf(release, {}, kNow + kDay), english());
        QCOMPARE(texts[0].summary, QStringLiteral("Day 1: 0 rounds passed, 1 failed"));
        QCOMPARE(texts[0].details.front(),
                 QStringLiteral("2025-12-07 12:10 UTC: Saludo failed (%1)")
                     .arg(release.items.front().plan.title.isEmpty()
                              ? QString()
                              : release.items.front().plan.title));
        QCOMPARE(texts[1].summary, QStringLiteral("Day 2: nobody looked"));
    }
};

RELEVO_TEST(DigestTest)
#include "digest_test.moc"
