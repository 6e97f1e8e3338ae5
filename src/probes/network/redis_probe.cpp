// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/make.h"
#include "probes/network/dial.h"
#include "probes/network/endpoint.h"
#include "probes/network/http_call.h"
#include "probes/network/resp.h"
#include "probes/plan/plan_reader.h"

#include <QSslSocket>

namespace probes {

namespace {

constexpr quint16 kRedisPort = 6379;

/// AUTH where the address has a password, then PING. `within` is of the PING alone.
class RedisProbe final : public Probe
{
public:
    RedisProbe(const Ground& ground, Endpoint to, const QUrl& url,
               std::optional<milliseconds> within)
        : m_sink(ground.sink), m_clock(ground.setting.clock), m_to(std::move(to)),
          m_user(url.userName(QUrl::FullyDecoded)), m_password(url.password(QUrl::FullyDecoded)),
          m_isTls(url.scheme() == QLatin1String("rediss")), m_within(within),
          m_dial(m_socket, m_to, ground.policy,
                 {.connectTo = [this](const QHostAddress& address) { connectTo(address); },
                  .end = [this](End end) { m_sink.end(std::move(end)); }})
    {
        ground.redactor.hide(m_password, QStringLiteral("{redis password}"));
        m_socket.setSslConfiguration(tlsTrusting(ground.setting.trustedPem));
        QObject::connect(&m_socket, m_isTls ? &QSslSocket::encrypted : &QSslSocket::connected,
                         &m_socket, [this] { connected(); });
        QObject::connect(&m_socket, &QSslSocket::readyRead, &m_socket, [this] { readOn(); });
    }
    ~RedisProbe() override { m_socket.disconnect(&m_socket); }

    void start() override { m_dial.start(); }
    void stop() override { m_sink.end({}); }
    [[nodiscard]] QString host() const override { return m_to.text(); }

private:
    void connectTo(const QHostAddress& address)
    {
        if (m_isTls)
            m_socket.connectToHostEncrypted(address.toString(), m_to.port, m_to.host);
        else
            m_socket.connectToHost(address, m_to.port);
    }

    void connected()
    {
        if (m_password.isEmpty()) {
            ping();
            return;
        }
        QList<QByteArray> words{"AUTH"};
        if (!m_user.isEmpty())
            words << m_user.toUtf8();
        m_socket.write(respCommand(words << m_password.toUtf8()));
    }

    void ping()
    {
        m_isPinged = true;
        m_since = m_clock.steady();
        m_socket.write(respCommand({"PING"}));
    }

    void readOn()
    {
        m_bytes += m_socket.readAll();
        const auto line = takeRespLine(m_bytes);
        if (!line)
            return;
        m_sink.print(line->text + '\n');
        if (line->kind == RespLine::Kind::NotRedis)
            m_sink.end(failed(Reason::NotRedis, {m_to.text()}));
        else if (line->kind == RespLine::Kind::Refusal)
            m_sink.end(failed(Reason::RedisRefused, {QString::fromUtf8(line->text)}));
        else if (!m_isPinged)
            ping();
        else
            m_sink.end(judged(*line));
    }

    [[nodiscard]] End judged(const RespLine& line) const
    {
        if (line.text != "PONG")
            return failed(Reason::NotRedis, {m_to.text()});
        const auto took =
            std::chrono::duration_cast<milliseconds>(m_clock.steady() - m_since).count();
        if (m_within && took > m_within->count())
            return failed(Reason::TooSlow,
                          {QString::number(took), QString::number(m_within->count())});
        return passed();
    }

    Sink& m_sink;
    const base::Clock& m_clock;
    const Endpoint m_to;
    const QString m_user, m_password;
    const bool m_isTls;
    const std::optional<milliseconds> m_within;
    bool m_isPinged = false;
    base::SteadyTime m_since;
    QByteArray m_bytes;
    QSslSocket m_socket;
    Dial m_dial;
};

} // namespace

Made makeRedisProbe(const QJsonObject& parameters, const Ground& ground)
{
    PlanReader plan(parameters);
    const QString given = plan.neededText("url");
    const auto within = plan.ms("withinMs");
    if (!plan.bad().isEmpty())
        return badPlan(plan.bad());
    const bool hasScheme = given.contains(QLatin1String("://"));
    const QUrl url(hasScheme ? given : QLatin1String("redis://") + given, QUrl::StrictMode);
    const auto to = endpointOf(url.toString(QUrl::RemovePath | QUrl::RemoveQuery), kRedisPort);
    const bool isRedis =
        url.scheme() == QLatin1String("redis") || url.scheme() == QLatin1String("rediss");
    if (!to || !isRedis)
        return tl::unexpected<End>(couldNotRun(Reason::BadHost, {withoutUserInfo(given)}));
    return std::make_unique<RedisProbe>(ground, *to, url, within);
}

} // namespace probes
