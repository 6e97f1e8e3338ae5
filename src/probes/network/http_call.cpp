// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/network/http_call.h"

#include "probes/network/endpoint.h"

#include <QNetworkProxy>
#include <QNetworkProxyFactory>
#include <QNetworkReply>
#include <QSslCertificate>

#include <algorithm>

namespace probes {

namespace {

constexpr int kMostRedirects = 3;
constexpr qint64 kReadAhead = 65'536;
constexpr qint64 kMostAround = 524'288; ///< bytes of an answer besides its body: head, chunks, TLS

QNetworkProxy proxyFor(const QUrl& url)
{
    const auto all = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url));
    return all.isEmpty() ? QNetworkProxy(QNetworkProxy::NoProxy) : all.front();
}

/// Can be read once: what can be rewound, QNetworkAccessManager sends again by itself where a
/// connection breaks.
class OnceBody final : public QIODevice
{
public:
    explicit OnceBody(QByteArray bytes) : m_bytes(std::move(bytes))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] bool atEnd() const override { return m_at == m_bytes.size(); }
    bool reset() override { return false; }
    [[nodiscard]] qint64 bytesAvailable() const override { return m_bytes.size() - m_at; }

protected:
    qint64 readData(char* data, qint64 most) override
    {
        const qsizetype size = std::min<qsizetype>(most, m_bytes.size() - m_at);
        if (size == 0)
            return -1;
        std::copy_n(m_bytes.constData() + m_at, size, data);
        m_at += size;
        return size;
    }
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    const QByteArray m_bytes;
    qsizetype m_at = 0;
};

bool isOfStatus(QNetworkReply::NetworkError error)
{
    const bool isContent =
        error >= QNetworkReply::ContentAccessDenied && error <= QNetworkReply::UnknownContentError;
    const bool isServer =
        error >= QNetworkReply::InternalServerError && error <= QNetworkReply::UnknownServerError;
    // What Qt makes of 400 and 418.
    const bool isBadRequest = error == QNetworkReply::ProtocolInvalidOperationError;
    return (isContent && error != QNetworkReply::ContentReSendError) || isServer || isBadRequest;
}

/// \param at the same as `url`, with an address in its name's place
QNetworkRequest requestFor(const HttpRequest& from, const QUrl& url, const QUrl& at,
                           bool withHeaders)
{
    QNetworkRequest request(at);
    request.setRawHeader("Host", url.authority(QUrl::FullyEncoded).toLatin1());
    request.setPeerVerifyName(url.host(QUrl::FullyEncoded));
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false); // it names `at`
    if (withHeaders) {
        for (const auto& [name, value] : from.headers)
            request.setRawHeader(name, value);
    }
    if (!from.body.isEmpty())
        request.setHeader(QNetworkRequest::ContentLengthHeader, from.body.size());
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    return request;
}

} // namespace

QSslConfiguration tlsTrusting(const QByteArray& pem)
{
    auto tls = QSslConfiguration::defaultConfiguration();
    if (!pem.isEmpty())
        tls.addCaCertificates(QSslCertificate::fromData(pem, QSsl::Pem));
    return tls;
}

HttpCall::HttpCall(Options options, HttpRequest request)
    : m_options(std::move(options)), m_request(std::move(request)),
      m_tls(tlsTrusting(m_options.trustedPem)), m_route(m_options.policy)
{
    m_manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_manager.setAutoDeleteReplies(false);
}

HttpCall::~HttpCall()
{
    dropReply();
}

void HttpCall::start(Done done)
{
    m_done = std::move(done);
    m_since = m_options.clock.steady();
    send(m_request.url);
}

void HttpCall::send(const QUrl& url)
{
    m_url = url;
    const auto to = endpointOf(url.toString(QUrl::RemovePath | QUrl::RemoveQuery));
    if (!to || !m_options.policy.mayAsk(*to)) {
        const End refused = addressRefused(to.value_or(Endpoint{url.host(), 0}));
        end(refused.reason, refused.arguments);
        return;
    }
    const QNetworkProxy proxy = proxyFor(url);
    m_manager.setProxy(proxy);
    if (proxy.type() != QNetworkProxy::NoProxy) {
        sendAs(url);
        return;
    }
    m_route.find(*to, [this](const std::optional<End>& whyNot) {
        if (whyNot)
            end(whyNot->reason, whyNot->arguments);
        else if (const auto address = m_route.next())
            sendTo(*address);
    });
}

void HttpCall::sendTo(const QHostAddress& address)
{
    dropRelay();
    m_relay = std::make_unique<Relay>(m_options.most + kMostAround);
    const int usual = m_url.scheme() == QLatin1String("https") ? 443 : 80;
    m_relay->connectTo(address, static_cast<quint16>(m_url.port(usual)),
                       [this](const QString& whyNot) { onConnected(whyNot); });
}

void HttpCall::onConnected(const QString& whyNot)
{
    if (whyNot.isEmpty()) {
        QUrl at = m_url;
        at.setHost(QHostAddress(QHostAddress::LocalHost).toString());
        at.setPort(m_relay->port());
        sendAs(at);
    } else if (const auto next = m_route.next()) {
        sendTo(*next);
    } else {
        end(Reason::CannotConnect, {m_url.host(), whyNot});
    }
}

/// It may be what calls.
void HttpCall::dropRelay()
{
    if (!m_relay)
        return;
    m_relay->close();
    m_relay.release()->deleteLater();
}

void HttpCall::sendAs(const QUrl& url)
{
    m_hasLeft = m_hasLeft || !isSameOrigin(m_url, m_request.url);
    QNetworkRequest request = requestFor(m_request, m_url, url, !m_hasLeft);
    request.setSslConfiguration(m_tls);
    if (m_request.body.isEmpty()) {
        m_reply = m_manager.sendCustomRequest(request, m_request.method);
    } else {
        auto* body = new OnceBody(m_request.body);
        m_reply = m_manager.sendCustomRequest(request, m_request.method, body);
        body->setParent(m_reply);
    }
    m_reply->setReadBufferSize(kReadAhead);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpCall::readOn);
    connect(m_reply, &QNetworkReply::finished, this, &HttpCall::onFinished);
}

void HttpCall::dropReply()
{
    dropRelay();
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    if (!m_reply->isFinished())
        m_reply->abort();
    m_reply->deleteLater();
    m_reply = nullptr;
}

void HttpCall::readOn()
{
    m_answer.body += m_reply->read(m_options.most - m_answer.body.size());
    if (m_answer.body.size() >= m_options.most && m_reply->bytesAvailable() > 0)
        end(Reason::TooLarge, {QString::number(m_options.most)});
}

void HttpCall::onFinished()
{
    if (follow())
        return;
    readOn();
    if (!m_reply)
        return;
    const auto [failure, arguments] = failureOf();
    end(failure, arguments);
}

bool HttpCall::follow()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QUrl target = m_reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
    const bool isRead = m_request.method == "GET" || m_request.method == "HEAD";
    const bool isRedirect = status == 307 || status == 308 ||
                            (isRead && (status == 301 || status == 302 || status == 303));
    if (!m_options.followsRedirects || !isRedirect || target.isEmpty())
        return false;
    const QUrl to = m_url.resolved(target);
    const bool isSafe = (to.scheme() == QLatin1String("https") || to.scheme() == m_url.scheme()) &&
                        (isRead || isSameOrigin(to, m_request.url));
    if (!isSafe || !to.isValid() || to.host().isEmpty() || !to.userInfo().isEmpty() ||
        ++m_redirects > kMostRedirects) {
        end(Reason::RedirectRefused, {to.toDisplayString(QUrl::RemoveUserInfo)});
        return true;
    }
    dropReply();
    m_answer.body.clear();
    send(to);
    return true;
}

std::pair<Reason, QStringList> HttpCall::failureOf() const
{
    if (m_relay && m_relay->isCut())
        return {Reason::TooLarge, {QString::number(m_options.most)}};
    const auto error = m_reply->error();
    const QString host = m_url.host();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const qint64 promised = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    const bool isShort = promised > m_answer.body.size() && m_request.method != "HEAD" &&
                         !m_reply->hasRawHeader("Content-Encoding");
    if (status > 0 && (error == QNetworkReply::NoError || isOfStatus(error)) && !isShort)
        return {Reason::None, {}};
    if (status > 0)
        return {Reason::ConnectionLost, {host}};
    switch (error) {
    case QNetworkReply::HostNotFoundError: return {Reason::NameNotFound, {host}};
    case QNetworkReply::SslHandshakeFailedError:
        return {Reason::TlsFailed, {host, m_reply->errorString()}};
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError:
    case QNetworkReply::NoError: return {Reason::ConnectionLost, {host}};
    default: break;
    }
    if (m_relay) // the host itself was connected to
        return {Reason::ConnectionLost, {host}};
    return {Reason::CannotConnect, {host, m_reply->errorString()}};
}

void HttpCall::stop()
{
    end(Reason::Cancelled);
}

void HttpCall::end(Reason failure, QStringList arguments)
{
    if (m_reply)
        m_answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    dropReply();
    m_answer.failure = failure;
    m_answer.arguments = std::move(arguments);
    m_answer.took = std::chrono::duration_cast<milliseconds>(m_options.clock.steady() - m_since);
    if (const auto done = std::exchange(m_done, nullptr))
        done(m_answer);
}

} // namespace probes
