// SPDX-License-Identifier: GPL-3.0-or-later
// Smart mode as what a release rolls out: its stages set the share of conversations that AI helps in.
#include "release/rollout/canary.h"
#include "release_desk.h"
#include "support/runner.h"

using release::Decision;
using ReleaseDesk = release_desk::Desk;
using namespace std::chrono_literals;

namespace {

int smartShare(ReleaseDesk& f)
{
    const auto state = f.ask<desk::SmartState>(
        [&](base::Caller& c, auto done) { f.desk->smartState(c, std::move(done)); });
    return state ? state->share : -1;
}

bool steers(ReleaseDesk& f, Decision decision, const char* reason = "")
{
    release::Readings readings;
    readings.series[QStringLiteral("http_error_ratio")] = {{f.clock.wall(), 0.001}};
    return f.does(f.ana, release::Steer{decision, QString::fromUtf8(reason), readings});
}

release::SetParameter rollsOut(const char* value)
{
    return {.name = QString::fromLatin1(release::kRollsOut), .value = QString::fromLatin1(value)};
}

} // namespace

class DeskReleaseSmartTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theStagesSetTheShare()
    {
        ReleaseDesk f;
        f.hire();
        f.begin();
        QVERIFY(f.does(f.ana, rollsOut(release::kSmartMode)));
        QCOMPARE(smartShare(f), 100); // as it was: nothing has begun
        f.finish();
        QVERIFY(steers(f, Decision::Begin));
        QCOMPARE(smartShare(f), 1);
        f.clock.advance(31min);
        QVERIFY(steers(f, Decision::Promote));
        QCOMPARE(smartShare(f), 5);
        QVERIFY(steers(f, Decision::Abort, "it is not what we wanted"));
        QCOMPARE(smartShare(f), 0);
        f.restart();
        QCOMPARE(smartShare(f), 0);
    }

    void otherReleasesLeaveItAlone()
    {
        ReleaseDesk f;
        f.hire();
        f.begin();
        QVERIFY(f.does(f.ana, rollsOut("something else")));
        f.finish();
        QVERIFY(steers(f, Decision::Begin));
        QCOMPARE(f.view()->release->canary.status, release::CanaryStatus::Running);
        QCOMPARE(smartShare(f), 100);
    }
};

RELEVO_TEST(DeskReleaseSmartTest)
#include "release_smart_test.moc"
