// SPDX-License-Identifier: GPL-3.0-or-later
// Scenario 99: a server of which every second answer is wrong in one of six ways, for as long as
// RELEVO_SOAK_SECONDS says (8), half of that with the breaker disabled, half with it. Every call ends
// exactly once; the server is not stormed; nothing grows. The figures are printed.
#include "support/ai_server/process.h"
#include "support/runner.h"
#include "wired_client.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>

#include <deque>
#include <map>
#include <memory>

using wiretest::Told;
using wiretest::WiredClient;

namespace soak {

constexpr int kAtOnce = 20;
constexpr qint64 kPauseMs = 20;

inline qsizetype entriesOf(const char* folder)
{
    return QDir(QString::fromLatin1(folder)).entryList(QDir::AllEntries | QDir::System).size();
}

inline double residentMbNow()
{
    QFile status(QStringLiteral("/proc/self/statm"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    constexpr double kPagesAMb = 256;
    return status.readAll().split(' ').value(1).toDouble() / kPagesAMb;
}

/// Keeps some calls under way and counts how they end.
class Crowd
{
public:
    explicit Crowd(WiredClient& wired) : m_wired(wired) { m_sinceStart.start(); }

    /// Starts calls where some have ended; those that ended are kept a while, to see whether they
    /// speak again.
    void tend(bool startsMore)
    {
        for (auto& told : m_running) {
            if (!told || !told->isOver())
                continue;
            ++m_ends[told->outcome()];
            m_over.push_back(std::move(told));
            told.reset();
        }
        std::erase(m_running, nullptr);
        constexpr std::size_t kKept = 500;
        while (m_over.size() > kKept)
            bury();
        // Those that an open breaker refuses end at once; customers do not ask that often.
        if (!m_sinceStart.hasExpired(kPauseMs))
            return;
        m_sinceStart.start();
        while (startsMore && m_running.size() < kAtOnce) {
            ++m_calls;
            m_running.push_back(m_wired.start(question()));
        }
    }
    void buryAll()
    {
        while (!m_over.empty())
            bury();
    }

    [[nodiscard]] bool isEmpty() const { return m_running.empty(); }
    [[nodiscard]] int calls() const { return m_calls; }
    [[nodiscard]] int spokeAgain() const { return m_spokeAgain; }
    [[nodiscard]] const std::map<std::string, int>& ends() const { return m_ends; }

private:
    void bury()
    {
        m_spokeAgain += m_over.front()->reports.size() == 1 ? 0 : 1;
        m_over.pop_front();
    }
    static ai::ChatRequest question()
    {
        auto request = wiretest::question();
        request.deadlines.contentIdle = base::milliseconds(150);
        request.deadlines.total = base::milliseconds(10'000);
        return request;
    }

    WiredClient& m_wired;
    std::vector<std::unique_ptr<Told>> m_running;
    std::deque<std::unique_ptr<Told>> m_over;
    std::map<std::string, int> m_ends;
    QElapsedTimer m_sinceStart;
    int m_calls = 0;
    int m_spokeAgain = 0;
};

} // namespace soak

using namespace soak;

class SoakTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void s99_everyCallEndsOnceWhateverComes_data()
    {
        QTest::addColumn<bool>("hasBreaker");
        QTest::newRow("breaker disabled") << false;
        QTest::newRow("breaker enabled") << true;
    }

    void s99_everyCallEndsOnceWhateverComes()
    {
        QFETCH(const bool, hasBreaker);
        bool isSet = false;
        const int given = qEnvironmentVariableIntValue("RELEVO_SOAK_SECONDS", &isSet);
        const qint64 half = (isSet ? given : 8) * 500;
        const support::AiServer server;
        ai::ClientConfig config =
            wiretest::configFor({wiretest::endpointAt(server.url("mix,rate=10"))});
        config.maxAttempts = 3;
        config.bulkhead = {.inFlight = kAtOnce};
        config.breaker.openFor = base::milliseconds(200);
        config.breaker.openAtMost = base::milliseconds(1'000);
        WiredClient wired(std::move(config));
        if (!hasBreaker) {
            wired.client.breakers().at({"server", "m", ai::Lane::Other}).disable();
            wired.client.breakers().at({"server"}).disable();
        }
        Crowd crowd(wired);
        QElapsedTimer time;
        time.start();
        double early = 0;
        const qsizetype files = entriesOf("/proc/self/fd");
        const qsizetype threads = entriesOf("/proc/self/task");
        const auto beat = [&](bool startsMore) {
            crowd.tend(startsMore);
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents,
                                            20);
        };
        while (!time.hasExpired(half)) {
            beat(true);
            if (early == 0 && time.hasExpired(half / 3))
                early = residentMbNow();
        }
        QVERIFY(QTest::qWaitFor(
            [&] {
                beat(false);
                return crowd.isEmpty();
            },
            60'000));
        crowd.buryAll();
        report(crowd, server, early);
        QCOMPARE(wired.client.callCount(), 0U);
        // Connections, and threads that look up names, are kept a while for the next call.
        QVERIFY(entriesOf("/proc/self/fd") <= files + kAtOnce);
        QVERIFY(entriesOf("/proc/self/task") <= threads + kAtOnce);
    }

private:
    static void report(const Crowd& crowd, const support::AiServer& server, double early)
    {
        const int requests = server.stats()[QLatin1String("requests")].toInt();
        QString ends;
        int ended = 0;
        for (const auto& [name, count] : crowd.ends()) {
            ends += QStringLiteral(" %1 %2").arg(QString::fromStdString(name)).arg(count);
            ended += count;
        }
        const double grown = residentMbNow() - early;
        qInfo().noquote() << QStringLiteral("%1 calls, %2 requests, grown by %3 MB;%4")
                                 .arg(crowd.calls())
                                 .arg(requests)
                                 .arg(grown, 0, 'f', 1)
                                 .arg(ends);
        QVERIFY(crowd.calls() > 0);
        QCOMPARE(ended, crowd.calls());
        QCOMPARE(crowd.spokeAgain(), 0);
        QVERIFY(crowd.ends().contains("completed"));
        constexpr int kBurst = 10; // what the retry budget holds at the beginning
        QVERIFY2(requests <= crowd.calls() * 1.2 + kBurst, qPrintable(QString::number(requests)));
        constexpr double kMostGrownMb = 16;
        QVERIFY2(grown < kMostGrownMb, qPrintable(QString::number(grown)));
    }
};

RELEVO_TEST(SoakTest)
#include "soak_test.moc"
