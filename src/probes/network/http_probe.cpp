// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/make.h"
#include "probes/network/endpoint.h"
#include "probes/network/http_expectation.h"
#include "probes/plan/plan_reader.h"

#include <QJsonDocument>

#include <algorithm>

namespace probes {

namespace {

constexpr std::array kMethods{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"};

/// A picture of 8 x 8 points, as PNG.
constexpr const char* kPicture =
    "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR42mPQz1+OFTEMLQ"
    "kAoZlRQba6E+AAAAAASUVORK5CYII=";

bool isHeaderText(QByteArrayView text)
{
    return std::ranges::none_of(text, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && byte != '\t') || byte == 0x7F;
    });
}

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
    });
}

void readHeaders(PlanReader& plan, HttpRequest& request)
{
    const QJsonObject headers = plan.object("headers");
    for (auto it = headers.begin(); it != headers.end(); ++it) {
        const QByteArray name = it.key().toUtf8();
        const QByteArray value = it.value().toString().toUtf8();
        if (!it.value().isString() || !isToken(name) || !isHeaderText(value))
            plan.refuse("headers");
        request.headers.emplace_back(name, value);
    }
}

bool hasHeader(const HttpRequest& request, const char* name)
{
    return std::ranges::any_of(request.headers, [name](const auto& header) {
        return header.first.compare(name, Qt::CaseInsensitive) == 0;
    });
}

void addType(HttpRequest& request, const QByteArray& type)
{
    if (!hasHeader(request, "content-type"))
        request.headers.emplace_back("Content-Type", type);
}

/// As of RFC 7578.
void addPicture(HttpRequest& request, const QString& field)
{
    constexpr const char* kBoundary = "relevo-check-6c1d0f7a";
    const QByteArray name = field.toUtf8().toPercentEncoding(" ");
    request.body = QByteArray("--") + kBoundary + "\r\nContent-Disposition: form-data; name=\"" +
                   name + "\"; filename=\"check.png\"\r\nContent-Type: image/png\r\n\r\n" +
                   QByteArray::fromBase64(kPicture) + "\r\n--" + kBoundary + "--\r\n";
    addType(request, QByteArray("multipart/form-data; boundary=") + kBoundary);
}

void readBody(PlanReader& plan, HttpRequest& request)
{
    const QJsonValue body = plan.value("body");
    if (const QString field = plan.text("upload"); !field.isEmpty()) {
        addPicture(request, field);
    } else if (body.isString()) {
        request.body = body.toString().toUtf8();
        addType(request, "text/plain; charset=utf-8");
    } else if (body.isObject() || body.isArray()) {
        const QJsonDocument json =
            body.isArray() ? QJsonDocument(body.toArray()) : QJsonDocument(body.toObject());
        request.body = json.toJson(QJsonDocument::Compact);
        addType(request, "application/json");
    } else if (!body.isUndefined()) {
        plan.refuse("body");
    }
}

HttpRequest requestOf(PlanReader& plan)
{
    HttpRequest request;
    if (const QString method = plan.text("method"); !method.isEmpty())
        request.method = method.toUpper().toLatin1();
    if (std::ranges::none_of(kMethods, [&](const char* each) { return request.method == each; }))
        plan.refuse("method");
    readHeaders(plan, request);
    readBody(plan, request);
    return request;
}

class HttpProbe final : public Probe
{
public:
    HttpProbe(const Ground& ground, HttpRequest request, HttpExpectation expected)
        : m_sink(ground.sink), m_redactor(ground.redactor), m_url(request.url),
          m_method(request.method), m_expected(std::move(expected)),
          m_call({.most = ground.setting.limits.answer,
                  .trustedPem = ground.setting.trustedPem,
                  .followsRedirects = !m_expected.wantsRedirect(),
                  .policy = ground.policy,
                  .clock = ground.setting.clock},
                 std::move(request))
    {
    }

    void start() override
    {
        m_call.start([this](const HttpAnswer& answer) { finish(answer); });
    }
    void stop() override { m_call.stop(); }
    [[nodiscard]] QString host() const override { return m_url.authority(); }

private:
    void finish(const HttpAnswer& answer)
    {
        End end = judged(m_expected, answer);
        // What the next checks are given may be a session: it is shown under its name only.
        for (auto it = end.kept.cbegin(); it != end.kept.cend(); ++it)
            m_redactor.hide(it.value(), QLatin1Char('{') + it.key() + QLatin1Char('}'));
        m_sink.print("> " + m_method + ' ' + m_url.toString().toUtf8() + '\n');
        if (answer.status > 0)
            m_sink.print("< " + QByteArray::number(answer.status) + ", " +
                         QByteArray::number(qint64{answer.took.count()}) + " ms\n");
        m_sink.print(answer.body);
        if (!answer.body.isEmpty() && !answer.body.endsWith('\n'))
            m_sink.print("\n");
        m_sink.end(std::move(end));
    }

    Sink& m_sink;
    Redactor& m_redactor;
    const QUrl m_url;
    const QByteArray m_method;
    const HttpExpectation m_expected;
    HttpCall m_call;
};

} // namespace

Made makeHttpProbe(const QJsonObject& parameters, const Ground& ground)
{
    PlanReader plan(parameters);
    HttpRequest request = requestOf(plan);
    HttpExpectation expected = expectationOf(plan);
    const QString address = plan.neededText("url");
    if (!plan.bad().isEmpty())
        return badPlan(plan.bad());
    const auto url = httpUrlOf(address);
    if (!url)
        return tl::unexpected<End>(couldNotRun(Reason::BadHost, {withoutUserInfo(address)}));
    request.url = *url;
    return std::make_unique<HttpProbe>(ground, std::move(request), std::move(expected));
}

} // namespace probes
