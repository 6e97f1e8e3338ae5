// SPDX-License-Identifier: GPL-3.0-or-later
// Scenario 100: a million random steps of four virtual threads against a reference model that keeps
// everything it ever saw and computes from that, with no bucket, no ring, and no cleverness.
#include "ai/breaker/breaker.h"
#include "base/manual_clock.h"
#include "support/runner.h"

#include <array>
#include <random>
#include <vector>

using namespace std::chrono_literals;
using ai::BreakerState;
using ai::CallResult;

namespace {

constexpr qint64 kWindowMs = 10'000;
constexpr qint64 kBucketMs = 1'000;
constexpr qint64 kOpenMs = 2'000;
constexpr qint64 kOpenMostMs = 16'000;
constexpr qint64 kRowMs = 3'000;

/// The breaker as a list of rules, in milliseconds.
class ReferenceBreaker
{
public:
    struct Permit {
        int epoch;
        bool isProbe;
        int probe;
    };

    std::optional<Permit> acquire(qint64 now, qint64 lease)
    {
        look(now);
        if (m_state == BreakerState::Open && now >= m_until)
            enter(BreakerState::HalfOpen);
        if (m_state == BreakerState::Closed || m_state == BreakerState::Disabled)
            return Permit{m_epoch, false, 0};
        if (m_state != BreakerState::HalfOpen || m_isProbing)
            return std::nullopt;
        m_isProbing = true;
        m_leaseEnd = now + lease;
        return Permit{m_epoch, true, ++m_probe};
    }

    void report(const Permit& permit, CallResult result, qint64 now)
    {
        look(now);
        if (permit.epoch != m_epoch)
            return;
        if (m_state == BreakerState::Closed && result != CallResult::Ignored)
            countClosed(result, now);
        else if (m_state == BreakerState::HalfOpen && permit.isProbe && m_isProbing &&
                 permit.probe == m_probe)
            judge(result, now);
    }

    void force(BreakerState state, qint64 now)
    {
        look(now);
        if (state != BreakerState::Closed && m_state == state)
            return;
        m_trips = 0;
        enter(state);
    }

    BreakerState state(qint64 now)
    {
        look(now);
        return m_state;
    }
    qint64 remaining(qint64 now) const
    {
        return m_state == BreakerState::Open ? std::max<qint64>(0, m_until - now) : 0;
    }

private:
    struct Seen {
        qint64 at;
        CallResult result;
    };

    void look(qint64 now)
    {
        if (m_state == BreakerState::HalfOpen && m_isProbing && now >= m_leaseEnd)
            open(m_leaseEnd);
    }
    void countClosed(CallResult result, qint64 now)
    {
        m_seen.push_back({now, result});
        qint64 calls = 0;
        qint64 bad = 0;
        qint64 slow = 0;
        for (const Seen& each : m_seen) {
            if (now / kBucketMs - each.at / kBucketMs >= kWindowMs / kBucketMs)
                continue;
            ++calls;
            bad += each.result == CallResult::Failure;
            slow += each.result == CallResult::SlowSuccess || each.result == CallResult::TooSlow;
        }
        std::vector<qint64> row;
        for (auto it = m_seen.rbegin(); it != m_seen.rend() && row.size() < 5; ++it) {
            if (it->result == CallResult::Success || it->result == CallResult::SlowSuccess)
                break;
            if (it->result == CallResult::Failure)
                row.push_back(it->at);
        }
        const bool isRow = row.size() == 5 && row.front() - row.back() <= kRowMs;
        if (isRow || (calls >= 5 && (2 * bad >= calls || 10 * slow >= 8 * calls)))
            open(now);
    }
    void judge(CallResult result, qint64 now)
    {
        m_isProbing = false;
        if (result == CallResult::Ignored)
            return;
        if (result != CallResult::Success) {
            open(now);
        } else if (++m_passed == 2) {
            m_trips = 0;
            enter(BreakerState::Closed);
        }
    }
    void open(qint64 at)
    {
        qint64 duration = kOpenMs;
        for (int i = 0; i < m_trips; ++i)
            duration = std::min(kOpenMostMs, duration * 2);
        ++m_trips;
        m_until = at + duration;
        enter(BreakerState::Open);
    }
    void enter(BreakerState state)
    {
        m_state = state;
        ++m_epoch;
        m_isProbing = false;
        m_passed = 0;
        m_seen.clear();
    }

    BreakerState m_state = BreakerState::Closed;
    int m_epoch = 0;
    int m_trips = 0;
    int m_passed = 0;
    int m_probe = 0;
    bool m_isProbing = false;
    qint64 m_until = 0;
    qint64 m_leaseEnd = 0;
    std::vector<Seen> m_seen;
};

struct VirtualThread {
    struct Held {
        ai::BreakerPermit real;
        ReferenceBreaker::Permit model;
    };
    std::optional<Held> held;
    std::optional<Held> reported; ///< to report a second time, which must change nothing
};

/// One walk; the second of the two results says where it went wrong.
class Walk
{
public:
    explicit Walk(quint64 seed) : m_rng(seed)
    {
        m_breaker.setListener([this](const ai::BreakerEvent& event) {
            m_isChain = m_isChain && event.from == m_told && event.to != event.from;
            m_told = event.to;
            ++m_events;
        });
    }

    bool step()
    {
        VirtualThread& thread = m_threads[below(4)];
        const auto dice = below(1'000);
        if (dice < 150)
            m_clock.advance(base::milliseconds(below(below(20) == 0 ? 8'000 : 150)));
        else if (dice < 152)
            byHand();
        else if (dice < 170 && thread.reported)
            report(*thread.reported);
        else if (!thread.held)
            return acquire(thread) && agrees();
        else if (dice < 900)
            reportAndForget(thread);
        else if (dice < 905)
            thread.held.reset(); // forgotten: a probe lives until its lease ends
        return agrees();
    }

    [[nodiscard]] int events() const { return m_events; }
    [[nodiscard]] int probes() const { return m_probes; }

private:
    quint64 below(quint64 bound) { return m_rng() % bound; }
    qint64 now() const
    {
        return std::chrono::duration_cast<base::milliseconds>(m_clock.steady().time_since_epoch())
            .count();
    }

    bool acquire(VirtualThread& thread)
    {
        const auto lease = static_cast<qint64>(1 + below(1'000));
        const auto wouldRefuse = m_breaker.wouldRefuse();
        const auto real = m_breaker.acquire(base::milliseconds(lease));
        const auto model = m_model.acquire(now(), lease);
        if (real.has_value() != model.has_value() || wouldRefuse.has_value() == real.has_value())
            return false;
        if (!real)
            return true;
        m_probes += model->isProbe;
        thread.held = VirtualThread::Held{*real, *model};
        return (real->probe != 0) == model->isProbe;
    }
    void report(const VirtualThread::Held& held)
    {
        // For a while the server is well, for a while it is not.
        const bool isIll = (now() / 20'000) % 3 == 0;
        const auto dice = below(100);
        const CallResult result = dice < 10                    ? CallResult::Ignored
                                  : dice < (isIll ? 70U : 14U) ? CallResult::Failure
                                  : dice < (isIll ? 80U : 18U) ? CallResult::TooSlow
                                  : dice < (isIll ? 90U : 24U) ? CallResult::SlowSuccess
                                                               : CallResult::Success;
        m_breaker.report(held.real, result);
        m_model.report(held.model, result, now());
    }
    void reportAndForget(VirtualThread& thread)
    {
        report(*thread.held);
        // A closed breaker cannot know a second report; a ticket prevents it. Probes are known.
        thread.reported = thread.held->model.isProbe ? thread.held : std::nullopt;
        thread.held.reset();
    }
    void byHand()
    {
        switch (below(4)) {
        case 0:
            m_breaker.forceOpen();
            m_model.force(BreakerState::ForcedOpen, now());
            break;
        case 1:
            m_breaker.disable();
            m_model.force(BreakerState::Disabled, now());
            break;
        default:
            m_breaker.reset();
            m_model.force(BreakerState::Closed, now());
            break;
        }
    }
    bool agrees()
    {
        const auto status = m_breaker.status();
        return m_isChain && status.state == m_told && status.state == m_model.state(now()) &&
               status.nextProbe.count() == m_model.remaining(now());
    }

    std::mt19937_64 m_rng;
    base::ManualClock m_clock;
    base::SeededRandom m_random{0};
    ai::Breaker m_breaker{{.inARowWithin = base::milliseconds(kRowMs),
                           .window = base::milliseconds(kWindowMs),
                           .buckets = int(kWindowMs / kBucketMs),
                           .openFor = base::milliseconds(kOpenMs),
                           .openAtMost = base::milliseconds(kOpenMostMs),
                           .jitterPercent = 0},
                          m_clock,
                          m_random};
    ReferenceBreaker m_model;
    std::array<VirtualThread, 4> m_threads;
    BreakerState m_told = BreakerState::Closed;
    bool m_isChain = true;
    int m_events = 0;
    int m_probes = 0;
};

} // namespace

class BreakerModelTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void s100_aMillionStepsAgreeWithTheModel()
    {
        const quint64 seed = qEnvironmentVariableIsSet("RELEVO_SEED")
                                 ? qEnvironmentVariable("RELEVO_SEED").toULongLong()
                                 : base::SystemRandom().below(1'000'000'000);
        qInfo("seed %llu (RELEVO_SEED repeats it)", seed);
        Walk walk(seed);
        constexpr int kSteps = 1'000'000;
        for (int i = 0; i < kSteps; ++i)
            QVERIFY2(walk.step(), qPrintable(QStringLiteral("step %1").arg(i)));
        qInfo("%d changes of state, %d probes", walk.events(), walk.probes());
        QVERIFY(walk.events() > 1'000);
        QVERIFY(walk.probes() > 1'000);
    }
};

RELEVO_TEST(BreakerModelTest)
#include "breaker_model_test.moc"
