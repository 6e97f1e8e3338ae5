// SPDX-License-Identifier: GPL-3.0-or-later
#include "probe_fixture.h"
#include "servers.h"
#include "support/runner.h"

using probes::CheckKind;
using Signer = TlsServer::Signer;

namespace {

QJsonObject tlsPlan(const TlsServer& server, int minDays = 21)
{
    return {{QStringLiteral("host"), QStringLiteral("https://localhost:%1").arg(server.port())},
            {QStringLiteral("minDays"), minDays}};
}

} // namespace

class TlsProbeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aGoodCertificateAndItsDays()
    {
        const TlsServer server({});
        ProbeFixture fixture({}, {}, server.authorityPem());
        const auto finding = fixture.run(CheckKind::Tls, tlsPlan(server));
        QCOMPARE(s(finding), QStringLiteral("passed"));
        QVERIFY(finding.value == 89 || finding.value == 90);
        QVERIFY(finding.output.contains(QLatin1String("issuer: Test authority")));
        QVERIFY(s(fixture.run(CheckKind::Tls, tlsPlan(server, 120)))
                    .startsWith(QLatin1String("failed certificate_ends_soon 89 120")));
    }

    void whatItsDaysAreByTheClock()
    {
        const TlsServer server({});
        ProbeFixture fixture({}, {}, server.authorityPem());
        fixture.clock.setAhead(std::chrono::hours(24) * 80);
        QCOMPARE(s(fixture.run(CheckKind::Tls, tlsPlan(server))),
                 QStringLiteral("failed certificate_ends_soon 9 21"));
        fixture.clock.setAhead(std::chrono::hours(24) * 100);
        QVERIFY(s(fixture.run(CheckKind::Tls, tlsPlan(server)))
                    .startsWith(QLatin1String("failed certificate_expired")));
        fixture.clock.setAhead(-std::chrono::hours(24) * 10);
        QVERIFY(s(fixture.run(CheckKind::Tls, tlsPlan(server)))
                    .startsWith(QLatin1String("failed certificate_not_yet_valid")));
    }

    void anEndedCertificate()
    {
        const TlsServer server({.days = -1});
        ProbeFixture fixture({}, {}, server.authorityPem());
        QVERIFY(s(fixture.run(CheckKind::Tls, tlsPlan(server)))
                    .startsWith(QLatin1String("failed certificate_expired")));
    }

    void aSelfSignedOne()
    {
        const TlsServer server({.signer = Signer::Self});
        ProbeFixture fixture;
        QCOMPARE(s(fixture.run(CheckKind::Tls, tlsPlan(server))),
                 QStringLiteral("failed certificate_self_signed"));
    }

    void oneOfAnotherHost()
    {
        const TlsServer server({.name = "elsewhere.example"});
        ProbeFixture fixture({}, {}, server.authorityPem());
        QCOMPARE(s(fixture.run(CheckKind::Tls, tlsPlan(server))),
                 QStringLiteral("failed certificate_of_other_host localhost"));
    }

    void oneOfAnUnknownAuthority()
    {
        const TlsServer server({});
        ProbeFixture fixture;
        QVERIFY(s(fixture.run(CheckKind::Tls, tlsPlan(server)))
                    .startsWith(QLatin1String("failed certificate_untrusted")));
    }

    void aHostWithoutTls()
    {
        const HttpServer server([](QTcpSocket&, const HttpServer::Request&) {});
        ProbeFixture fixture;
        const auto port = server.port();
        QCOMPARE(s(fixture.run(CheckKind::Tls, {{QStringLiteral("host"), server.address()}})),
                 QStringLiteral("could_not_run bad_host ") + server.address());
        QTcpServer talker;
        QVERIFY(talker.listen(QHostAddress::LocalHost) && port > 0);
        QObject::connect(&talker, &QTcpServer::newConnection, &talker,
                         [&] { talker.nextPendingConnection()->write("220 mail ready\r\n"); });
        const auto finding = fixture.run(
            CheckKind::Tls,
            {{QStringLiteral("host"), QStringLiteral("127.0.0.1:%1").arg(talker.serverPort())}});
        QVERIFY2(s(finding).startsWith(QLatin1String("failed tls_failed")), qPrintable(s(finding)));
    }

    void httpCallsMindTheCertificate()
    {
        const TlsServer server({});
        const QJsonObject plan{
            {QStringLiteral("url"), QStringLiteral("https://localhost:%1/").arg(server.port())},
            {QStringLiteral("textPresent"), QStringLiteral("safe")}};
        ProbeFixture trusting({}, {}, server.authorityPem());
        QCOMPARE(s(trusting.run(CheckKind::Http, plan)), QStringLiteral("passed"));
        ProbeFixture fixture;
        QVERIFY(s(fixture.run(CheckKind::Http, plan))
                    .startsWith(QLatin1String("failed tls_failed localhost")));
    }
};

RELEVO_TEST(TlsProbeTest)
#include "tls_test.moc"
