// SPDX-License-Identifier: GPL-3.0-or-later
#include "crowd.h"

#include "base/random.h"
#include "support/customer_client.h"

#include <mutex>
#include <thread>

using namespace std::chrono_literals;

namespace ai_load {

namespace {

using SteadyClock = std::chrono::steady_clock;

/// One customer; joins what was measured at the end.
struct Customer {
    quint16 port;
    quint64 seed;
    SteadyClock::time_point end;
    const QString& secret;
    const std::atomic<Standing>& standing;
    CrowdResult result;

    void check(const support::CustomerClient::Answer& answer)
    {
        result.failures += answer.status == 200 && !answer.reply.isEmpty() ? 0 : 1;
        result.leaks += answer.reply.contains(secret) ? 1 : 0;
    }
    void chat()
    {
        base::SeededRandom random(seed);
        support::CustomerClient browser(port);
        result.failures += browser.greet() ? 0 : 1;
        for (const char16_t* text : {u"sí", u"español", u"Ana"})
            check(browser.say(QString::fromUtf16(text), {}));
        for (int i = 0; SteadyClock::now() < end; ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(500 + random.below(1000)));
            check(browser.say(QStringLiteral("cambiar de problema"), {}));
            const Standing before = standing.load();
            const auto asked = SteadyClock::now();
            const auto answer = browser.say(QStringLiteral("glorp zim fadu nerk tolv %1").arg(i),
                                            QStringLiteral("m%1").arg(i));
            const std::chrono::duration<double, std::milli> took = SteadyClock::now() - asked;
            check(answer);
            result.fallbacks += answer.handledBy == u"fallback" ? 1 : 0;
            result.answers.push_back({took.count(), before, standing.load()});
        }
    }
};

} // namespace

CrowdResult chat(quint16 port, int customers, std::chrono::milliseconds duration, quint64 seed,
                 const QString& secret, const std::atomic<Standing>& standing)
{
    std::mutex mutex;
    CrowdResult all;
    std::vector<std::thread> threads;
    const auto end = SteadyClock::now() + duration;
    for (int i = 0; i < customers; ++i) {
        threads.emplace_back([&, number = static_cast<quint64>(i)] {
            Customer customer{port, seed + number, end, secret, standing, {}};
            customer.chat();
            const std::scoped_lock lock(mutex);
            all.answers.insert(all.answers.end(), customer.result.answers.begin(),
                               customer.result.answers.end());
            all.failures += customer.result.failures;
            all.fallbacks += customer.result.fallbacks;
            all.leaks += customer.result.leaks;
        });
    }
    for (auto& thread : threads)
        thread.join();
    return all;
}

} // namespace ai_load
