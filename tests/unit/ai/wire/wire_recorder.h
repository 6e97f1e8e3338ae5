// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ai/wire/chat_protocol.h"

#include <QTest>

#include <memory>
#include <string>
#include <string_view>

namespace wiretest {

inline constexpr int kPatienceMs = 20'000;

/// Writes down what an exchange tells, and what the answer in it says.
class Recorder final : public ai::ExchangeListener, public ai::ContentSink
{
public:
    void connected() override { story += "connected "; }
    void uploaded(qint64 sent) override
    {
        ++uploads;
        lastUpload = sent;
    }
    void bodySent() override { story += "sent "; }
    void head(const ai::WireHead& is) override
    {
        story += "head ";
        status = is.status;
        headers = is.headers;
        reader = protocol.reader({}, is);
    }
    void bytes(std::string_view view) override
    {
        ++pieces;
        body += view;
        if (reader)
            reader->feed(view, *this);
        if (stopsAt != 0 && body.size() >= stopsAt)
            exchange.reset();
    }
    void ended(ai::WireEnd is, std::string_view why) override
    {
        story += "ended";
        ++ends;
        end = is;
        detail = why;
        if (reader)
            reader->close(is, *this);
        if (dropsAtEnd)
            exchange.reset();
    }
    void content(std::string_view view) override { text += view; }

    bool waitForEnd()
    {
        return QTest::qWaitFor([this] { return ends > 0; }, kPatienceMs);
    }
    bool isComplete() const
    {
        return reader && reader->state().status == ai::AnswerState::Status::Complete;
    }

    ai::ChatProtocol protocol;
    std::unique_ptr<ai::AnswerReader> reader;
    std::unique_ptr<ai::Exchange> exchange;
    std::string story, body, text, detail;
    ai::Headers headers;
    ai::WireEnd end = ai::WireEnd::Failed;
    std::size_t stopsAt = 0; ///< destroys the exchange inside bytes()
    qint64 lastUpload = 0;
    int status = 0, pieces = 0, uploads = 0, ends = 0;
    bool dropsAtEnd = false;
};

inline ai::WireRequest requestFor(const std::string& base, const std::string& text = "hola ñandú",
                                  ai::Delivery delivery = ai::Delivery::Streamed)
{
    const ai::ChatProtocol protocol;
    const ai::Endpoint endpoint{.baseUrl = base, .model = "m"};
    auto request =
        protocol.request(endpoint, {.messages = {{.text = text}}, .delivery = delivery}, {});
    request.secret = protocol.secret(endpoint, "sk-geheim");
    return request;
}

} // namespace wiretest
