// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/text.h"
#include "support/runner.h"

class HttpTextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void percentDecodesOnce()
    {
        QCOMPARE(http::percentDecode("a%20b%2Fc", false), std::string("a b/c"));
        QCOMPARE(http::percentDecode("%252e", false), std::string("%2e"));
        QCOMPARE(http::percentDecode("ma%C3%B1ana", false), std::string("ma\xC3\xB1"
                                                                        "ana"));
        QCOMPARE(http::percentDecode("a+b", true), std::string("a b"));
        QCOMPARE(http::percentDecode("a+b", false), std::string("a+b"));
    }

    void refusesBrokenEscapesAndBytesThatAreNoText()
    {
        for (const char* text : {"%", "%4", "%zz", "%4g", "a%", "%00", "%C3%28", "%ff", "%C0%AF"})
            QVERIFY2(!http::percentDecode(text, false), text);
    }

    void refusesTargetsThatClimbOrHideSomething()
    {
        for (const char* target :
             {"", "*", "api/chat", "/../etc/passwd", "/a/../b", "/a/..", "/./a", "/a/%2e%2e/b",
              "/%2e%2e", "/a%5C..%5Cb", "/a\\b", "/a%00", "/a%0d%0ab", "/a%7f", "http://",
              "http:///a", "http://user@host/a", "ftp://host/a"})
            QVERIFY2(!http::parseTarget(target), target);
    }

    void readsTheOriginForm()
    {
        const auto target = http::parseTarget("/api/events?after=AB-1234%3A57");
        QVERIFY(target);
        QCOMPARE(target->path, std::string("/api/events"));
        QCOMPARE(target->query, std::string("after=AB-1234%3A57"));
        QVERIFY(!target->authority);
        QCOMPARE(http::parseTarget("/a..b/...")->path, std::string("/a..b/..."));
    }

    void readsTheAbsoluteForm()
    {
        const auto target = http::parseTarget("HTTP://example.org:80/a?b=/c");
        QVERIFY(target);
        QCOMPARE(target->path, std::string("/a"));
        QCOMPARE(target->query, std::string("b=/c"));
        QCOMPARE(*target->authority, std::string("example.org:80"));
        const auto bare = http::parseTarget("http://example.org?b=/c");
        QVERIFY(bare);
        QCOMPARE(bare->path, std::string("/"));
        QCOMPARE(bare->query, std::string("b=/c"));
        QCOMPARE(http::parseTarget("https://example.org")->path, std::string("/"));
    }

    void comparesWithoutCase()
    {
        QVERIFY(http::equalsIgnoringCase("Chunked", "cHUNKED"));
        QVERIFY(!http::equalsIgnoringCase("chunked", "chunke"));
        QVERIFY(!http::equalsIgnoringCase("[", "{"));
        QVERIFY(http::equalsIgnoringCase("", ""));
    }

    void knowsWhatABlockContains()
    {
        QVERIFY(http::blockContains("10.0.0.0/8", "10.255.0.1"));
        QVERIFY(!http::blockContains("10.0.0.0/8", "11.0.0.1"));
        QVERIFY(http::blockContains("192.0.2.7", "192.0.2.7"));
        QVERIFY(http::blockContains("192.0.2.0/24", "::ffff:192.0.2.9"));
        QVERIFY(http::blockContains("2001:db8::/33", "2001:db8:7fff::1"));
        QVERIFY(!http::blockContains("2001:db8::/33", "2001:db8:8000::1"));
        QVERIFY(http::blockContains("::/0", "2001:db8::1"));
        QVERIFY(!http::blockContains("0.0.0.0/0", "2001:db8::1"));
        for (const char* block : {"", "nonsense", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1"})
            QVERIFY2(!http::blockContains(block, "10.0.0.1"), block);
        QVERIFY(!http::blockContains("10.0.0.0/8", "nonsense"));
    }

    void believesForwardedAddressesOnlyFromTrustedProxies()
    {
        const std::vector<std::string> trusted{"127.0.0.1", "10.0.0.0/8"};
        const auto client = [&](const char* peer, const char* forwarded) {
            return http::clientAddress(peer, forwarded, trusted);
        };
        QCOMPARE(client("192.0.2.1", "203.0.113.9"), std::string("192.0.2.1"));
        QCOMPARE(client("127.0.0.1", "203.0.113.9"), std::string("203.0.113.9"));
        // Several hops: the rightmost that is not trusted; what stands left of it anybody may claim.
        QCOMPARE(client("127.0.0.1", "1.1.1.1, 203.0.113.9, 10.1.2.3"), std::string("203.0.113.9"));
        QCOMPARE(client("127.0.0.1", "10.0.0.1,10.0.0.2"), std::string("10.0.0.1"));
        QCOMPARE(client("127.0.0.1", ""), std::string("127.0.0.1"));
        QCOMPARE(client("127.0.0.1", "1.1.1.1, nonsense"), std::string("127.0.0.1"));
        QCOMPARE(client("127.0.0.1", "203.0.113.9, ,"), std::string("127.0.0.1"));
        QCOMPARE(client("127.0.0.1", "203.0.113.9:4711"), std::string("203.0.113.9"));
        QCOMPARE(client("127.0.0.1", "[2001:db8::7]:4711"), std::string("2001:db8::7"));
        QCOMPARE(client("127.0.0.1", "::ffff:203.0.113.9"), std::string("203.0.113.9"));
    }

    void countsASubscriberNotAnAddressInIpv6()
    {
        QCOMPARE(http::limitKey("192.0.2.1"), std::string("192.0.2.1"));
        QCOMPARE(http::limitKey("::ffff:192.0.2.1"), std::string("192.0.2.1"));
        QCOMPARE(http::limitKey("2001:db8:1:2:3:4:5:6"), http::limitKey("2001:db8:1:2::1"));
        QVERIFY(http::limitKey("2001:db8:1:2::1") != http::limitKey("2001:db8:1:3::1"));
    }

    void knowsTheLoopback()
    {
        for (const char* address : {"127.0.0.1", "127.1.2.3", "::1", "::ffff:127.0.0.1"})
            QVERIFY2(http::isLoopbackAddress(address), address);
        for (const char* address : {"", "localhost", "10.0.0.1", "::2", "127.0.0.1.evil.example"})
            QVERIFY2(!http::isLoopbackAddress(address), address);
    }

    void writesDatesAsTheStandardShowsThem()
    {
        QCOMPARE(http::httpDate(base::fromMs(784'111'777'999)),
                 std::string("Sun, 06 Nov 1994 08:49:37 GMT"));
        QCOMPARE(http::httpDate(base::fromMs(1'709'164'800'000)),
                 std::string("Thu, 29 Feb 2024 00:00:00 GMT"));
    }
};

RELEVO_TEST(HttpTextTest)
#include "text_test.moc"
