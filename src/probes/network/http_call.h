// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probes/network/relay.h"
#include "probes/network/route.h"
#include "probes/probe.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QSslConfiguration>
#include <QUrl>

#include <functional>
#include <memory>
#include <utility>
#include <vector>

class QNetworkReply;

namespace probes {

struct HttpRequest {
    QByteArray method = "GET";
    QUrl url;
    std::vector<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
};

struct HttpAnswer {
    Reason failure = Reason::None; ///< no whole answer: why
    QStringList arguments;         ///< of the failure
    int status = 0;
    QByteArray body; ///< what came, also of an answer that is not whole
    milliseconds took{0};
};

/// One request and its answer, over redirects. Each has connections of its own, so that its time
/// includes connecting, and nothing is sent twice.
///
/// Redirects are followed at most three times: of GET and HEAD all, of others 307 and 308; never from
/// https to http. To another origin no header goes along, also not on the way back, and nothing but GET
/// and HEAD. Where each leads is looked at as the first one is, and what is connected to are the addresses
/// that were looked at; unless the system's proxy asks for it, which resolves names itself. An answer has
/// a bound, its headers included, and ends when it is stopped, whatever the host sends; a proxy is
/// trusted with that.
class HttpCall final : public QObject
{
public:
    struct Options {
        qsizetype most = 4'194'304;   ///< bytes of the body
        QByteArray trustedPem = {};   ///< see Setting
        bool followsRedirects = true; ///< false: a redirect is the answer
        AddressPolicy policy = {};
        const base::Clock& clock;
    };
    using Done = std::function<void(const HttpAnswer&)>;

    HttpCall(Options options, HttpRequest request);
    ~HttpCall() override;

    /// `done` is called once, from the event loop, and must not destroy this.
    void start(Done done);
    /// Ends at once, `done` told inside this call.
    void stop();

private:
    void send(const QUrl& url);
    void sendTo(const QHostAddress& address);
    void onConnected(const QString& whyNot);
    void sendAs(const QUrl& url);
    void dropRelay();
    void readOn();
    void onFinished();
    [[nodiscard]] bool follow();
    void dropReply();
    void end(Reason failure, QStringList arguments = {});
    [[nodiscard]] std::pair<Reason, QStringList> failureOf() const;

    const Options m_options;
    const HttpRequest m_request;
    QNetworkAccessManager m_manager;
    QSslConfiguration m_tls;
    Route m_route;
    std::unique_ptr<Relay> m_relay; ///< none where a proxy is asked
    QUrl m_url;                     ///< under way, by its name
    bool m_hasLeft = false;         ///< another origin was asked
    QNetworkReply* m_reply = nullptr;
    Done m_done;
    HttpAnswer m_answer;
    base::SteadyTime m_since;
    int m_redirects = 0;
};

/// With the system's certificates and these.
[[nodiscard]] QSslConfiguration tlsTrusting(const QByteArray& pem);

} // namespace probes
