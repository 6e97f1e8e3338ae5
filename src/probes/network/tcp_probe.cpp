// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/make.h"
#include "probes/network/dial.h"
#include "probes/network/endpoint.h"
#include "probes/network/socket_end.h"
#include "probes/plan/plan_reader.h"

#include <QObject>
#include <QTcpSocket>

namespace probes {

namespace {

/// Connects, and that is all.
class TcpProbe final : public Probe
{
public:
    TcpProbe(const Ground& ground, Endpoint to, std::optional<milliseconds> within)
        : m_sink(ground.sink), m_clock(ground.setting.clock), m_to(std::move(to)), m_within(within),
          m_dial(m_socket, m_to, ground.policy,
                 {.connectTo =
                      [this](const QHostAddress& address) {
                          m_socket.connectToHost(address, m_to.port);
                      },
                  .end = [this](End end) { m_sink.end(std::move(end)); }})
    {
        QObject::connect(&m_socket, &QTcpSocket::connected, &m_socket, [this] { connected(); });
    }
    ~TcpProbe() override { m_socket.disconnect(&m_socket); }

    void start() override
    {
        m_since = m_clock.steady();
        m_dial.start();
    }
    void stop() override { m_sink.end({}); }
    [[nodiscard]] QString host() const override { return m_to.text(); }

private:
    void connected()
    {
        const auto took =
            std::chrono::duration_cast<milliseconds>(m_clock.steady() - m_since).count();
        m_sink.print(("connected to " + m_socket.peerAddress().toString() + " in " +
                      QString::number(took) + " ms\n")
                         .toUtf8());
        const bool isSlow = m_within && took > m_within->count();
        m_sink.end(isSlow ? failed(Reason::TooSlow,
                                   {QString::number(took), QString::number(m_within->count())})
                          : passed());
    }

    Sink& m_sink;
    const base::Clock& m_clock;
    const Endpoint m_to;
    const std::optional<milliseconds> m_within;
    base::SteadyTime m_since;
    QTcpSocket m_socket;
    Dial m_dial;
};

} // namespace

End endOfSocket(const QAbstractSocket& socket, const Endpoint& to)
{
    switch (socket.error()) {
    case QAbstractSocket::HostNotFoundError: return failed(Reason::NameNotFound, {to.host});
    case QAbstractSocket::RemoteHostClosedError: return failed(Reason::ConnectionLost, {to.text()});
    case QAbstractSocket::SslHandshakeFailedError:
        return failed(Reason::TlsFailed, {to.text(), socket.errorString()});
    default: break;
    }
    return failed(Reason::CannotConnect, {to.text(), socket.errorString()});
}

std::optional<Endpoint> plannedEndpoint(PlanReader& plan, quint16 defaultPort)
{
    const QString host = plan.neededText("host");
    const auto port = plan.number("port", 1, 65'535);
    auto endpoint = endpointOf(host, port ? static_cast<quint16>(*port) : defaultPort);
    if (endpoint && port)
        endpoint->port = static_cast<quint16>(*port);
    return endpoint;
}

Made makeTcpProbe(const QJsonObject& parameters, const Ground& ground)
{
    PlanReader plan(parameters);
    const auto to = plannedEndpoint(plan, 0);
    const auto within = plan.ms("withinMs");
    if (!plan.bad().isEmpty())
        return badPlan(plan.bad());
    if (!to)
        return tl::unexpected<End>(
            couldNotRun(Reason::BadHost, {parameters.value(QLatin1String("host")).toString()}));
    return std::make_unique<TcpProbe>(ground, *to, within);
}

} // namespace probes
