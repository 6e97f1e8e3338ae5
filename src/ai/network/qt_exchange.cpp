// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/network/qt_exchange.h"

#include "ai/network/upload_body.h"

#include <QHostAddress>
#include <QNetworkInterface>
#include <QPointer>

#include <algorithm>

namespace ai {

namespace {

constexpr int kMostRedirects = 3;
/// While the listener is paused so much is read ahead; then the peer waits.
constexpr qint64 kReadAhead = qint64{64} * 1024;

QUrl urlOf(const std::string& text)
{
    return QUrl::fromEncoded(QByteArray::fromStdString(text), QUrl::StrictMode);
}

int portOf(const QUrl& url)
{
    return url.port(url.scheme() == QLatin1String("https") ? 443 : 80);
}

bool isSameOrigin(const QUrl& a, const QUrl& b)
{
    return a.scheme() == b.scheme() && a.host() == b.host() && portOf(a) == portOf(b);
}

bool isLoopback(const QUrl& url)
{
    return url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
}

/// No network but this machine itself.
bool isMachineAlone()
{
    const auto interfaces = QNetworkInterface::allInterfaces();
    return std::ranges::none_of(interfaces, [](const QNetworkInterface& each) {
        const auto flags = each.flags();
        return flags.testFlag(QNetworkInterface::IsRunning) &&
               !flags.testFlag(QNetworkInterface::IsLoopBack) && !each.addressEntries().isEmpty();
    });
}

/// QNetworkReply's errors that tell a status of HTTP, not a failure of the transfer.
bool isOfStatus(QNetworkReply::NetworkError error)
{
    const bool isContent =
        error >= QNetworkReply::ContentAccessDenied && error <= QNetworkReply::UnknownContentError;
    const bool isServer =
        error >= QNetworkReply::InternalServerError && error <= QNetworkReply::UnknownServerError;
    return (isContent && error != QNetworkReply::ContentReSendError) || isServer;
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

QByteArray bytesOf(const std::string& text)
{
    return QByteArray::fromStdString(text);
}

QNetworkRequest requestOf(const WireRequest& wire, const QUrl& url, bool withSecret)
{
    QNetworkRequest request(url);
    for (const Header& header : wire.headers)
        request.setRawHeader(bytesOf(header.name), bytesOf(header.value));
    if (withSecret && !wire.secret.name.empty())
        request.setRawHeader(bytesOf(wire.secret.name), bytesOf(wire.secret.value));
    request.setHeader(QNetworkRequest::ContentLengthHeader, static_cast<qint64>(wire.body->size()));
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, true);
    return request;
}

} // namespace

QtExchange::QtExchange(std::shared_ptr<QtTransport::Slot> slot, WireRequest request,
                       ExchangeListener& listener)
    : m_slot(std::move(slot)), m_request(std::move(request)), m_listener(listener),
      m_origin(urlOf(m_request.url))
{
    ++m_slot->used;
    send(m_origin);
}

QtExchange::~QtExchange()
{
    dropReply();
    --m_slot->used;
}

void QtExchange::send(const QUrl& url)
{
    auto body = std::make_unique<UploadBody>(m_request.body);
    m_reply =
        m_slot->manager->post(requestOf(m_request, url, isSameOrigin(url, m_origin)), body.get());
    body.release()->setParent(m_reply);
    m_reply->setReadBufferSize(kReadAhead);
    m_received = 0;
    m_isRedirect = m_isFinished = false;
    connect(m_reply, &QNetworkReply::encrypted, this, &QtExchange::tellConnected);
    connect(m_reply, &QNetworkReply::requestSent, this, &QtExchange::tellConnected);
    connect(m_reply, &QNetworkReply::uploadProgress, this, &QtExchange::onUpload);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &QtExchange::onHead);
    connect(m_reply, &QNetworkReply::readyRead, this, &QtExchange::readOn);
    connect(m_reply, &QNetworkReply::finished, this, &QtExchange::onFinished);
}

void QtExchange::dropReply()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    if (!m_reply->isFinished())
        m_reply->abort();
    m_reply->deleteLater();
    m_reply = nullptr;
}

void QtExchange::setPaused(bool paused)
{
    if (std::exchange(m_isPaused, paused) == paused || paused)
        return;
    // Not inside this call: the listener may be in the middle of something.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_reply && !m_isPaused)
                m_isFinished ? onFinished() : readOn();
        },
        Qt::QueuedConnection);
}

void QtExchange::tellConnected()
{
    if (!std::exchange(m_toldConnected, true))
        m_listener.connected();
}

void QtExchange::tellBodySent()
{
    const QPointer<QtExchange> here(this);
    tellConnected();
    if (here && !std::exchange(m_toldBodySent, true))
        m_listener.bodySent();
}

void QtExchange::onUpload(qint64 sent)
{
    if (sent <= 0 || m_toldBodySent) // 0 of 0 is how Qt says that the answer came
        return;
    const QPointer<QtExchange> here(this);
    tellConnected();
    if (here)
        m_listener.uploaded(sent);
    if (here && sent >= static_cast<qint64>(m_request.body->size()))
        tellBodySent();
}

void QtExchange::onHead()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    // Qt 6.4 skips 100 but takes any other 1xx for the answer itself: the real one is lost, and would
    // be read as that to the connection's next request.
    if (status > 0 && status < 200)
        m_slot->isSpoilt = true;
    if (status < 200 || m_hasHead || m_isRedirect)
        return;
    m_isRedirect = isRedirect(status);
    if (m_isRedirect)
        return;
    m_hasHead = true;
    const QPointer<QtExchange> here(this);
    tellBodySent();
    if (!here)
        return;
    WireHead head{.status = status};
    for (const auto& [name, value] : m_reply->rawHeaderPairs())
        head.headers.push_back({name.toStdString(), value.toStdString()});
    m_listener.head(head);
}

void QtExchange::readOn()
{
    const QPointer<QtExchange> here(this);
    while (here && m_reply && m_hasHead && !m_isPaused) {
        const qint64 size = m_reply->read(m_buffer.data(), static_cast<qint64>(m_buffer.size()));
        if (size <= 0)
            return;
        m_received += size;
        m_listener.bytes({m_buffer.data(), static_cast<std::size_t>(size)});
    }
}

void QtExchange::onFinished()
{
    m_isFinished = true;
    const QPointer<QtExchange> here(this);
    onHead();
    if (!here)
        return;
    if (m_isRedirect) {
        followRedirect();
        return;
    }
    readOn();
    if (here && !m_isPaused)
        end(endOfReply(), m_reply->errorString());
}

void QtExchange::followRedirect()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QUrl from = m_reply->url();
    const QUrl target = m_reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
    const QUrl to = from.resolved(target);
    const bool keepsMethod = status == 307 || status == 308;
    const bool staysHome =
        m_request.staysAtOrigin ? isSameOrigin(from, to) : !isLoopback(from) || isLoopback(to);
    const bool isSafe =
        staysHome && (to.scheme() == QLatin1String("https") || to.scheme() == from.scheme());
    const bool isGood =
        target.isValid() && to.isValid() && !to.host().isEmpty() && to.userInfo().isEmpty();
    if (!keepsMethod || !isSafe || !isGood || ++m_redirects > kMostRedirects) {
        end(WireEnd::RedirectRefused,
            QStringLiteral("%1 to %2://%3").arg(status).arg(to.scheme(), to.host()));
        return;
    }
    dropReply();
    send(to);
}

bool QtExchange::isShort() const
{
    const qint64 promised = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    return promised > m_received && !m_reply->hasRawHeader("Content-Encoding");
}

WireEnd QtExchange::endOfReply() const
{
    const auto error = m_reply->error();
    if (!m_hasHead)
        return endWithoutHead();
    const bool isWhole = error == QNetworkReply::NoError || isOfStatus(error);
    return isWhole && !isShort() ? WireEnd::Clean : WireEnd::Truncated;
}

WireEnd QtExchange::endWithoutHead() const
{
    const bool isAlone = !isLoopback(m_reply->url()) && isMachineAlone();
    switch (m_reply->error()) {
    case QNetworkReply::RemoteHostClosedError:
    case QNetworkReply::ContentReSendError: return WireEnd::ClosedBeforeAnyByte;
    case QNetworkReply::SslHandshakeFailedError: return WireEnd::TlsFailed;
    case QNetworkReply::HostNotFoundError:
        return isAlone ? WireEnd::Offline : WireEnd::NameNotFound;
    case QNetworkReply::TemporaryNetworkFailureError:
    case QNetworkReply::NetworkSessionFailedError: return WireEnd::Offline;
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::TimeoutError:
    case QNetworkReply::UnknownNetworkError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
        if (m_toldConnected)
            return WireEnd::Reset;
        return isAlone ? WireEnd::Offline : WireEnd::ConnectFailed;
    default: break;
    }
    return WireEnd::Failed;
}

void QtExchange::end(WireEnd how, const QString& detail)
{
    dropReply();
    m_listener.ended(how, detail.toStdString());
}

} // namespace ai
