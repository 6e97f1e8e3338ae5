// SPDX-License-Identifier: GPL-3.0-or-later
// Whom a check may call, and what it tells whom.
#include "probe_fixture.h"
#include "probes/network/address_policy.h"
#include "servers.h"
#include "support/runner.h"

#include <QHostAddress>
#include <QJsonArray>

using probes::AddressPolicy;
using probes::CheckKind;
using probes::Endpoint;
using probes::Where;
using Request = HttpServer::Request;

namespace {

bool reaches(const AddressPolicy& policy, const char* address, quint16 port = 80)
{
    const QString text = QString::fromLatin1(address);
    return policy.mayReach({text, port}, QHostAddress(text));
}

QJsonObject planTo(const QString& url, QJsonObject plan = {})
{
    plan.insert(QStringLiteral("url"), url);
    return plan;
}

} // namespace

class ReachTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nobodyReachesWhatIsTheMachinesAlone()
    {
        const AddressPolicy ours(Where::Schedule, {QUrl(QStringLiteral("http://169.254.169.254"))});
        for (const char* address :
             {"169.254.169.254", "169.254.0.1", "fe80::1", "febf::1", "::ffff:169.254.169.254",
              "::169.254.169.254", "64:ff9b::a9fe:a9fe", "2002:a9fe:a9fe::1", "100.100.100.200",
              "168.63.129.16", "fd00:ec2::254", "224.0.0.1", "255.255.255.255", "ff02::1"}) {
            QVERIFY2(!reaches({}, address), address);
            QVERIFY2(!reaches(ours, address), address);
        }
        for (const char* name :
             {"metadata.google.internal", "METADATA", "metadata.goog.", "instance-data"})
            QVERIFY2(!AddressPolicy().mayAsk({QString::fromLatin1(name), 80}), name);
        for (const char* address : {"10.0.0.1", "192.168.1.1", "203.0.113.7", "2001:db8::1"}) {
            QVERIFY2(reaches({}, address), address);
            QVERIFY2(reaches(ours, address), address);
        }
    }

    void aScheduleReachesThisMachineOnlyWhereWeListen()
    {
        const AddressPolicy schedule(Where::Schedule,
                                     {QUrl(QStringLiteral("http://127.0.0.1:8787/"))});
        for (const char* address :
             {"127.0.0.1", "127.8.8.8", "0.0.0.0", "::1", "::", "::ffff:127.0.0.1"}) {
            QVERIFY2(reaches({}, address, 6379), address);
            QVERIFY2(!reaches(schedule, address, 6379), address);
        }
        QVERIFY(reaches(schedule, "127.0.0.1", 8787));
        QVERIFY(!reaches(schedule, "127.8.8.8", 8787));

        HttpServer server(
            [](QTcpSocket& socket, const Request&) { HttpServer::say(socket, 200, "ok"); });
        ProbeFixture fixture;
        const auto asked = [&](const QString& url, const QList<QUrl>& own) {
            return s(fixture
                         .run({.checks = {planOf("it", CheckKind::Http, planTo(url))},
                               .parameters = {.values = {}, .own = own},
                               .where = Where::Schedule})
                         .front());
        };
        QCOMPARE(asked(server.address(), {QUrl(server.address())}), QStringLiteral("passed"));
        QCOMPARE(asked(server.address(), {}),
                 QStringLiteral("could_not_run address_refused ") + server.address().mid(7));
        // By a name as well: it is what it stands for that counts.
        const QString named = QStringLiteral("localhost:%1").arg(server.port());
        QCOMPARE(asked(QStringLiteral("http://") + named, {}),
                 QStringLiteral("could_not_run address_refused ") + named);
        QCOMPARE(server.requests().size(), 1U);
    }

    void everyKindIsHeldToIt()
    {
        ProbeFixture fixture;
        const auto here = [&](CheckKind kind, const char* plan, Where where = Where::Schedule) {
            return s(fixture.run(kind, json(plan), {}, where));
        };
        QCOMPARE(here(CheckKind::Tcp, R"({"host":"127.0.0.1","port":22})"),
                 QStringLiteral("could_not_run address_refused 127.0.0.1:22"));
        QCOMPARE(here(CheckKind::Tls, R"({"host":"localhost"})"),
                 QStringLiteral("could_not_run address_refused localhost:443"));
        QCOMPARE(here(CheckKind::Redis, R"({"url":"169.254.169.254"})", Where::Person),
                 QStringLiteral("could_not_run address_refused 169.254.169.254:6379"));
        QCOMPARE(here(CheckKind::Tcp, R"({"host":"metadata","port":80})", Where::Person),
                 QStringLiteral("could_not_run address_refused metadata:80"));
        const QString metric =
            here(CheckKind::Metric, "{\"query\":\"up\",\"server\":\"http://"
                                    "127.0.0.1:9\",\"badWhen\":\"above\",\"limit\":1}");
        QVERIFY2(metric.contains(QLatin1String("address_refused")), qPrintable(metric));
    }

    void whereARedirectLeadsIsLookedAtToo()
    {
        ProbeFixture fixture;
        HttpServer server([](QTcpSocket& socket, const Request&) {
            HttpServer::say(socket, 302, {}, "Location: http://169.254.169.254/latest/\r\n");
        });
        QCOMPARE(s(fixture.run(CheckKind::Http, planTo(server.address()))),
                 QStringLiteral("could_not_run address_refused 169.254.169.254:80"));
    }

    void nothingIsSentOnToAnotherOrigin()
    {
        ProbeFixture fixture;
        HttpServer other(
            [](QTcpSocket& socket, const Request&) { HttpServer::say(socket, 200, "{}"); });
        HttpServer server([&](QTcpSocket& socket, const Request&) {
            HttpServer::say(socket, 307, {}, "Location: " + other.address().toLatin1() + "/x\r\n");
        });
        const auto plan =
            planTo(server.address(), json(R"({"method":"POST","body":{"a":"mine"}})"));
        QCOMPARE(s(fixture.run(CheckKind::Http, plan)), QStringLiteral("failed redirect_refused ") +
                                                            other.address() + QStringLiteral("/x"));
        QCOMPARE(other.requests().size(), 0U);
    }

    void headersDoNotComeBackFromAnotherOrigin()
    {
        ProbeFixture fixture;
        std::unique_ptr<HttpServer> other;
        HttpServer server([&](QTcpSocket& socket, const Request& request) {
            if (request.target == "/back")
                HttpServer::say(socket, 200, "ok");
            else
                HttpServer::say(socket, 302, {},
                                "Location: " + other->address().toLatin1() + "/x\r\n");
        });
        other = std::make_unique<HttpServer>([&](QTcpSocket& socket, const Request&) {
            HttpServer::say(socket, 302, {},
                            "Location: " + server.address().toLatin1() + "/back\r\n");
        });
        const auto plan = planTo(server.address(), json(R"({"headers":{"x-mine":"1"}})"));
        QCOMPARE(s(fixture.run(CheckKind::Http, plan)), QStringLiteral("passed"));
        QCOMPARE(server.requests().size(), 2U);
        QCOMPARE(server.requests()[0].header("x-mine"), QByteArray("1"));
        QCOMPARE(other->requests()[0].header("x-mine"), QByteArray());
        QCOMPARE(server.requests()[1].header("x-mine"), QByteArray());
    }

    void aNameIsAskedByItsName()
    {
        ProbeFixture fixture;
        HttpServer server(
            [](QTcpSocket& socket, const Request&) { HttpServer::say(socket, 200, "ok"); });
        const QString named = QStringLiteral("localhost:%1").arg(server.port());
        QCOMPARE(s(fixture.run(CheckKind::Http, planTo(QStringLiteral("http://") + named))),
                 QStringLiteral("passed"));
        QCOMPARE(server.requests()[0].header("host"), named.toLatin1());
    }

    void ourTokenIsToldToUsOnly()
    {
        ProbeFixture fixture;
        const auto answers = [](QTcpSocket& socket, const Request&) {
            HttpServer::say(socket, 200, "ok");
        };
        HttpServer own(answers), other(answers);
        const auto asked = [&](const QString& url, const char* plan) {
            return s(fixture
                         .run({.checks = {planOf("it", CheckKind::Http, planTo(url, json(plan)))},
                               .parameters = {.values = {{QStringLiteral("log_token"),
                                                          QStringLiteral("0123456789abcdef")}},
                                              .bound = {QStringLiteral("log_token")},
                                              .own = {QUrl(own.address())}},
                               .where = Where::CommandLine})
                         .front());
        };
        const char* header = R"({"headers":{"Authorization":"Bearer {log_token}"}})";
        QCOMPARE(asked(own.address() + QStringLiteral("/metrics"), header),
                 QStringLiteral("passed"));
        QCOMPARE(own.requests()[0].header("authorization"), QByteArray("Bearer 0123456789abcdef"));
        QCOMPARE(asked(other.address(), header),
                 QStringLiteral("could_not_run not_for_there log_token ") + other.address());
        QCOMPARE(asked(other.address(), R"({"method":"POST","body":{"a":["{log_token}"]}})"),
                 QStringLiteral("could_not_run not_for_there log_token ") + other.address());
        QCOMPARE(asked(QStringLiteral("http://other.example/{log_token}"), "{}").left(38),
                 QStringLiteral("could_not_run not_for_there log_token "));
        QCOMPARE(asked(other.address(), "{}"), QStringLiteral("passed"));
        QCOMPARE(other.requests().size(), 1U);
    }
};

RELEVO_TEST(ReachTest)
#include "reach_test.moc"
