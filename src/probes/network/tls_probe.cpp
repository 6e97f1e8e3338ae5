// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/make.h"
#include "probes/network/certificate.h"
#include "probes/network/dial.h"
#include "probes/network/http_call.h"
#include "probes/network/socket_end.h"
#include "probes/plan/plan_reader.h"

#include <QDateTime>
#include <QSslSocket>

namespace probes {

namespace {

constexpr quint16 kHttpsPort = 443;

/// Shakes hands and looks at the certificate, whatever is wrong with it.
class TlsProbe final : public Probe
{
public:
    TlsProbe(const Ground& ground, Endpoint to, double minDays)
        : m_sink(ground.sink), m_clock(ground.setting.clock), m_to(std::move(to)),
          m_minDays(minDays),
          m_dial(m_socket, m_to, ground.policy,
                 {.connectTo =
                      [this](const QHostAddress& address) {
                          m_socket.connectToHostEncrypted(address.toString(), m_to.port, m_to.host);
                      },
                  .end = [this](End end) { m_sink.end(std::move(end)); }})
    {
        m_socket.setSslConfiguration(tlsTrusting(ground.setting.trustedPem));
        // Nothing is sent over this connection, so nothing can be lost by going on.
        QObject::connect(&m_socket, &QSslSocket::sslErrors, &m_socket,
                         [this](const QList<QSslError>& errors) {
                             m_errors = errors;
                             m_socket.ignoreSslErrors();
                         });
        QObject::connect(&m_socket, &QSslSocket::encrypted, &m_socket, [this] { encrypted(); });
    }
    ~TlsProbe() override { m_socket.disconnect(&m_socket); }

    void start() override { m_dial.start(); }
    void stop() override { m_sink.end({}); }
    [[nodiscard]] QString host() const override { return m_to.text(); }

private:
    void encrypted()
    {
        const QSslCertificate certificate = m_socket.peerCertificate();
        const auto names = [](const QStringList& list) { return list.join(QLatin1String(", ")); };
        QStringList lines;
        lines << QStringLiteral("subject: ") +
                     names(certificate.subjectInfo(QSslCertificate::CommonName))
              << QStringLiteral("names: ") +
                     names(certificate.subjectAlternativeNames().values(QSsl::DnsEntry))
              << QStringLiteral("issuer: ") +
                     names(certificate.issuerInfo(QSslCertificate::CommonName))
              << QStringLiteral("from: ") + certificate.effectiveDate().toString(Qt::ISODate)
              << QStringLiteral("until: ") + certificate.expiryDate().toString(Qt::ISODate);
        for (const QSslError& each : m_errors)
            lines << each.errorString();
        m_sink.print((lines.join(QLatin1Char('\n')) + QLatin1Char('\n')).toUtf8());
        m_sink.end(judgedCertificate(certificate, m_errors, m_to.host, m_minDays, m_clock.wall()));
    }

    Sink& m_sink;
    const base::Clock& m_clock;
    const Endpoint m_to;
    const double m_minDays;
    QList<QSslError> m_errors;
    QSslSocket m_socket;
    Dial m_dial;
};

} // namespace

Made makeTlsProbe(const QJsonObject& parameters, const Ground& ground)
{
    constexpr double kMostDays = 36'500;
    PlanReader plan(parameters);
    const auto to = plannedEndpoint(plan, kHttpsPort);
    const auto minDays = plan.number("minDays", 0, kMostDays);
    if (!plan.bad().isEmpty())
        return badPlan(plan.bad());
    const QString given = parameters.value(QLatin1String("host")).toString();
    if (!to || given.startsWith(QLatin1String("http://")))
        return tl::unexpected<End>(couldNotRun(Reason::BadHost, {given}));
    return std::make_unique<TlsProbe>(ground, *to, minDays.value_or(0));
}

} // namespace probes
