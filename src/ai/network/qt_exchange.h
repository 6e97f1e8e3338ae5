// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ai/network/qt_transport.h"

#include <QNetworkReply>
#include <QObject>
#include <QUrl>

#include <array>

namespace ai {

/// One request of QtTransport and its answer, over all redirects. Whatever a listener does, also
/// destroying this, it may do inside a call.
class QtExchange final : public QObject, public Exchange
{
public:
    QtExchange(std::shared_ptr<QtTransport::Slot> slot, WireRequest request,
               ExchangeListener& listener);
    ~QtExchange() override;

    void setPaused(bool paused) override;

private:
    void send(const QUrl& url);
    void dropReply();
    void onUpload(qint64 sent); ///< Qt knows no total of what is read once
    void onHead();
    void onFinished();
    void tellConnected();
    void tellBodySent();
    void readOn();
    void followRedirect();
    void end(WireEnd end, const QString& detail);
    [[nodiscard]] bool isShort() const;
    [[nodiscard]] WireEnd endOfReply() const;
    [[nodiscard]] WireEnd endWithoutHead() const;

    const std::shared_ptr<QtTransport::Slot> m_slot;
    const WireRequest m_request;
    ExchangeListener& m_listener;
    const QUrl m_origin;
    QNetworkReply* m_reply = nullptr;
    std::array<char, 16'384> m_buffer;
    qint64 m_received = 0;
    int m_redirects = 0;
    bool m_isPaused = false;
    bool m_isFinished = false; ///< the reply has all that will ever come
    bool m_isRedirect = false;
    bool m_hasHead = false;
    bool m_toldConnected = false;
    bool m_toldBodySent = false;
};

} // namespace ai
