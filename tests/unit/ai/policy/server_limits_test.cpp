// SPDX-License-Identifier: GPL-3.0-or-later
// What servers say about waiting: Retry-After in all its forms, and x-ratelimit-*.
#include "ai/policy/server_limits.h"
#include "ai/policy/times.h"
#include "support/runner.h"

using namespace std::chrono_literals;
using ai::Headers;
using ai::parseReset;
using ai::retryAfter;
using Wait = std::optional<base::milliseconds>;

namespace {

/// Thu, 26 Nov 2026 03:00:00 GMT
constexpr base::WallTime kNow = std::chrono::sys_days(std::chrono::year(2026) / 11 / 26) + 3h;

Wait waitOf(const char* value)
{
    return retryAfter({{"Retry-After", value}}, kNow);
}

} // namespace

class ServerLimitsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void s42_secondsWithAndWithoutFraction()
    {
        QCOMPARE(waitOf("7"), Wait(7s));
        QCOMPARE(waitOf("1.5"), Wait(1'500ms));
        QCOMPARE(waitOf(" 2\t"), Wait(2s));
        QCOMPARE(waitOf("0.0001"), Wait(1ms)); // up, never down
        QCOMPARE(waitOf("1.0000000000001"), Wait(1'001ms));
        QCOMPARE(waitOf("007"), Wait(7s));
    }

    void s42_millisecondsWinEvenZero()
    {
        const Headers all{
            {"Retry-After", "9"}, {"x-ms-retry-after-ms", "50"}, {"Retry-After-Ms", "0"}};
        QCOMPARE(retryAfter(all, kNow), Wait(0ms));
        QCOMPARE(retryAfter({all[0], all[1]}, kNow), Wait(50ms));
        QCOMPARE(retryAfter({{"retry-after-ms", "x"}, all[0]}, kNow), Wait(9s));
        QCOMPARE(retryAfter({{"retry-after-ms", "12.5"}}, kNow), Wait(13ms));
    }

    void s43_datesInAllThreeForms()
    {
        QCOMPARE(waitOf("Thu, 26 Nov 2026 03:00:30 GMT"), Wait(30s));
        QCOMPARE(waitOf("Thursday, 26-Nov-26 03:00:30 GMT"), Wait(30s));
        QCOMPARE(waitOf("Thu Nov 26 03:00:30 2026"), Wait(30s));
        QCOMPARE(retryAfter({{"Retry-After", "Sun Dec  6 03:00:00 2026"}}, kNow + 24h * 9),
                 Wait(24h));
    }

    void s43_aDateCountsFromTheAnswersOwnDateRoundedUp()
    {
        const Headers skewed{{"Date", "Wed, 25 Nov 2026 03:00:00 GMT"},
                             {"Retry-After", "Wed, 25 Nov 2026 03:00:05 GMT"}};
        QCOMPARE(retryAfter(skewed, kNow), Wait(5s));
        const Headers noDate{{"Retry-After", "Thu, 26 Nov 2026 03:00:05 GMT"}};
        QCOMPARE(retryAfter(noDate, kNow + 300ms), Wait(5s));
        const Headers badDate{{"Date", "yesterday"}, noDate[0]};
        QCOMPARE(retryAfter(badDate, kNow), Wait(5s));
    }

    void s43_twoDigitsOfAYearAreNeverFarAhead()
    {
        using namespace std::chrono;
        const auto is = [](const char* text, int year) {
            const auto time = ai::parseHttpDate(text, kNow);
            return time && year_month_day(floor<days>(*time)).year() == std::chrono::year(year);
        };
        QVERIFY(is("Sunday, 06-Nov-94 08:49:37 GMT", 1994));
        QVERIFY(is("Sunday, 06-Nov-76 08:49:37 GMT", 2076));
        QVERIFY(is("Sunday, 06-Nov-77 08:49:37 GMT", 1977));
    }

    void s44_aPastDateAndZeroMeanAtOnce()
    {
        QCOMPARE(waitOf("Sun, 06 Nov 1994 08:49:37 GMT"), Wait(0ms));
        QCOMPARE(waitOf("0"), Wait(0ms));
    }

    void s45_whatIsNoWaitIsIgnored()
    {
        for (const char* value : {"-5",
                                  "",
                                  " ",
                                  "abc",
                                  "\xC2\xB2",
                                  "1e309",
                                  "1e3",
                                  "99999999999999",
                                  "+5",
                                  "0x10",
                                  "5.",
                                  ".5",
                                  "1.2.3",
                                  "5s",
                                  "NaN",
                                  "inf",
                                  "5, 7",
                                  "604801",
                                  "99999999999999999999999999999999999999",
                                  "Thu, 32 Nov 2026 03:00:30 GMT",
                                  "Thu, 31 Nov 2026 03:00:30 GMT",
                                  "Thu, 26 Nov 2026 24:00:30 GMT",
                                  "Thu, 26 Nov 2026 03:00:30",
                                  "Thu, 26 Nov 2026 03:00:30 GMT+3",
                                  "Thu, 26 Nov 9999 03:00:30 GMT",
                                  "Thu,",
                                  "Thu Nov  0 03:00:30 2026"})
            QVERIFY2(!waitOf(value), value);
        QVERIFY(!retryAfter({{"Retry-After", "5"}, {"retry-after", "7"}}, kNow));
        QVERIFY(!retryAfter({}, kNow));
        QCOMPARE(waitOf("604800"), Wait(24h * 7));
    }

    void s49_resetsInEveryForm()
    {
        QCOMPARE(parseReset("1s", kNow), Wait(1s));
        QCOMPARE(parseReset("6m0s", kNow), Wait(6min));
        QCOMPARE(parseReset("20ms", kNow), Wait(20ms));
        QCOMPARE(parseReset("1h2m3.5s", kNow), Wait(1h + 2min + 3'500ms));
        QCOMPARE(parseReset("2m59.56s", kNow), Wait(179'560ms));
        QCOMPARE(parseReset("1d", kNow), Wait(24h));
        QCOMPARE(parseReset("12us", kNow), Wait(1ms));
        QCOMPARE(parseReset("12", kNow), Wait(12s));
        QCOMPARE(parseReset("0.25", kNow), Wait(250ms));
        const auto epoch = base::toMs(kNow) / 1000 + 60;
        QCOMPARE(parseReset(std::to_string(epoch), kNow), Wait(60s));
        QCOMPARE(parseReset(std::to_string(epoch * 1000 + 5), kNow), Wait(60'005ms));
        QCOMPARE(parseReset("2026-11-26T03:00:10Z", kNow), Wait(10s));
        QCOMPARE(parseReset("2026-11-26T00:00:10.25-03:00", kNow), Wait(10'250ms));
        QCOMPARE(parseReset("2020-01-01T00:00:00Z", kNow), Wait(0ms));
        for (const char* text :
             {"", "s", "1", "m", "1x", "1s1", "-1s", "1.s", "99999999h", "1e9", "2026-11-26",
              "2026-13-26T03:00:10Z", "2026-11-26T03:00:10", "nan", "inf", "1e300",
              "9223372036854775807", "99999999999999999999d", "300h"})
            if (std::string_view(text) != "1")
                QVERIFY2(!parseReset(text, kNow), text);
    }

    void s51_everybodysNamesAndWhatIsMissingIsUnknown()
    {
        const auto openAi = ai::toldLimits({{"x-ratelimit-limit-requests", "60"},
                                            {"x-ratelimit-remaining-requests", "59"},
                                            {"x-ratelimit-reset-requests", "1s"},
                                            {"x-ratelimit-remaining-tokens", "149984"},
                                            {"x-ratelimit-reset-tokens", "6m0s"}},
                                           kNow);
        QCOMPARE(openAi.requests, (ai::ToldLimit{60, 59, 1s}));
        QCOMPARE(openAi.tokens, (ai::ToldLimit{std::nullopt, 149'984, 6min}));
        const auto openRouter =
            ai::toldLimits({{"X-RateLimit-Limit", "20"},
                            {"X-RateLimit-Remaining", "0"},
                            {"X-RateLimit-Reset", std::to_string(base::toMs(kNow + 30s))}},
                           kNow);
        QCOMPARE(openRouter.requests, (ai::ToldLimit{20, 0, 30s}));
        QCOMPARE(openRouter.tokens, ai::ToldLimit{});
        const auto azure = ai::toldLimits({{"x-ratelimit-remaining-requests", "7"}}, kNow);
        QCOMPARE(azure.requests, (ai::ToldLimit{std::nullopt, 7, std::nullopt}));
        QCOMPARE(ai::toldLimits({}, kNow), ai::ToldLimits{});
        for (const char* odd : {"", "-1", "1.5", "many", "99999999999999999999"})
            QVERIFY2(
                !ai::toldLimits({{"x-ratelimit-remaining-requests", odd}}, kNow).requests.remaining,
                odd);
    }
};

RELEVO_TEST(ServerLimitsTest)
#include "server_limits_test.moc"
