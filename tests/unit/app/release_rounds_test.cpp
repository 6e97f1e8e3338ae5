// SPDX-License-Identifier: GPL-3.0-or-later
// What is looked at after a release, on a real desk.
#include "app/release_rounds.h"
#include "release/rollout/rollback.h"
#include "release_desk.h"
#include "support/runner.h"

#include <QTest>

using namespace std::chrono_literals;
using release::Decision;
using release::Outcome;

namespace rounds_test {

/// Memory is at a quarter of its limit, and may be at as much as `limit`.
release::PlanItem watched(const char* id, double limit)
{
    release::ItemPlan plan{.id = release_desk::item(id),
                           .section = QStringLiteral("s"),
                           .title = QString::fromLatin1(id),
                           .isAfterGo = true};
    plan.checks = {{.id = QStringLiteral("memory"),
                    .kind = release::CheckKind::Metric,
                    .parameters = {{QStringLiteral("figure"), QStringLiteral("memory_ratio")},
                                   {QStringLiteral("badWhen"), QStringLiteral("above")},
                                   {QStringLiteral("limit"), limit}}}};
    return {plan};
}

/// A release that just went out, and what looks after it.
class Out
{
public:
    explicit Out(double limit)
    {
        f.hire();
        f.begin();
        if (!f.does(f.ana, watched("memory", limit)))
            qFatal("plan");
        f.finish();
        if (!f.does(f.ana,
                    release::Steer{.decision = Decision::Begin, .reason = {}, .readings = {}}))
            qFatal("begin");
        m_releasedAt = *f.view()->release->releasedAt;
        m_rounds = std::make_unique<app::ReleaseRounds>(
            *f.desk, f.clock, f.log,
            app::ReleaseRounds::Own{.figures =
                                        [] {
                                            return std::string("relevo_memory_limit_bytes 4\n"
                                                               "relevo_process_resident_bytes 1\n");
                                        },
                                    .urls = [] { return QList<QUrl>(); },
                                    .logToken = {}});
    }
    /// A deed shortly before a round; then its time comes.
    void round(int number, const release::Deed& deed) { until(m_releasedAt + 5min * number, deed); }
    void until(base::WallTime due, const release::Deed& deed)
    {
        f.clock.setWall(due - 1100ms); // a deed takes a second
        if (!f.does(f.ana, deed))
            qFatal("deed");
        QTest::qWait(300);
        f.clock.advance(1s);
        QTest::qWait(700);
    }
    /// Its rollback, to the end.
    void takeBack()
    {
        while (f.does(f.ana, release::RollBackStep{})) {
        }
    }
    [[nodiscard]] std::vector<release::Evidence> evidence()
    {
        const auto view = f.view();
        for (const release::Item& each : view->release->items) {
            if (each.plan.id == release_desk::item("memory"))
                return each.evidence;
        }
        return {};
    }

    release_desk::Desk f;

private:
    base::WallTime m_releasedAt;
    std::unique_ptr<app::ReleaseRounds> m_rounds;
};

release::Say said()
{
    return {release_desk::item("backup"), QStringLiteral("still there")};
}

} // namespace rounds_test

using namespace rounds_test;

class ReleaseRoundsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void thePlanOfNowIsFollowed()
    {
        Out out(0.8);
        out.round(1, said());
        QCOMPARE(out.evidence().size(), std::size_t{1});
        QCOMPARE(out.evidence()[0].outcome, Outcome::Passed);
        out.round(2, watched("memory", 0.1));
        QCOMPARE(out.evidence().size(), std::size_t{2});
        QCOMPARE(out.evidence()[1].outcome, Outcome::Failed);
    }

    void whatIsStoppedIsLookedAfterOn()
    {
        Out out(0.8);
        out.round(1, release::Steer{.decision = Decision::Abort,
                                    .reason = QStringLiteral("errors"),
                                    .readings = {}});
        QCOMPARE(out.evidence().size(), std::size_t{1});
    }

    // From the end of the rollback on, at the times of that.
    void whatIsTakenBackIsLookedAfterAnew()
    {
        Out out(0.8);
        out.round(1, release::RollBack{.trigger = QStringLiteral("errors"),
                                       .reason = QStringLiteral("errors"),
                                       .role = release::Role::Supervisor});
        QCOMPARE(out.evidence().size(), std::size_t{1}); // it is still under way
        out.takeBack();
        const auto from = *release::lookedAfterFrom(*out.f.view()->release);
        out.until(from + 5min, said());
        QCOMPARE(out.evidence().size(), std::size_t{2});
        QCOMPARE(out.evidence()[1].outcome, Outcome::Passed);
    }
};

RELEVO_TEST(ReleaseRoundsTest)
#include "release_rounds_test.moc"
