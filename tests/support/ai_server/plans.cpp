// SPDX-License-Identifier: GPL-3.0-or-later
// What each mode does, as steps of bytes and waits.
#include "support/ai_server/answer.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

#include <functional>
#include <random>

namespace aiserver {

namespace {

using std::chrono::milliseconds;
constexpr int kForEver = 20'000; ///< repetitions of what never ends

QByteArray json(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QString modelOf(const Asked& asked)
{
    return asked.body.value(QLatin1String("model")).toString(QStringLiteral("eco"));
}

/// Words with the space before them.
QStringList piecesOf(const QString& text)
{
    QStringList pieces;
    for (const QString& word : text.split(u' '))
        pieces += pieces.isEmpty() ? word : u' ' + word;
    return pieces;
}

QJsonObject usageOf(const Asked& asked, const QString& answer)
{
    const auto prompt = json(asked.body).size() / 4;
    const auto completion = piecesOf(answer).size();
    return {{QStringLiteral("prompt_tokens"), prompt},
            {QStringLiteral("completion_tokens"), completion},
            {QStringLiteral("total_tokens"), prompt + completion}};
}

QByteArray event(const QJsonObject& object)
{
    return "data: " + json(object) + "\n\n";
}

QByteArray chunk(const Asked& asked, const QJsonObject& delta, const QJsonValue& finish = {})
{
    return event({{QStringLiteral("id"), QStringLiteral("chatcmpl-eco")},
                  {QStringLiteral("object"), QStringLiteral("chat.completion.chunk")},
                  {QStringLiteral("created"), 1'700'000'000},
                  {QStringLiteral("model"), modelOf(asked)},
                  {QStringLiteral("choices"),
                   QJsonArray{QJsonObject{{QStringLiteral("index"), 0},
                                          {QStringLiteral("delta"), delta},
                                          {QStringLiteral("finish_reason"), finish}}}}});
}

QByteArray textChunk(const Asked& asked, const QString& text)
{
    return chunk(asked, {{QStringLiteral("content"), text}});
}

QByteArray roleChunk(const Asked& asked)
{
    return chunk(asked, {{QStringLiteral("role"), QStringLiteral("assistant")},
                         {QStringLiteral("content"), QString()}});
}

/// The events of a whole answer; `words` of them carry text, or all.
struct Events {
    std::vector<QByteArray> texts;
    QByteArray finish, usage;
    QByteArray done = "data: [DONE]\n\n";
};

Events eventsOf(const Fault& fault, const Asked& asked)
{
    QString answer = fault.text("text");
    if (answer.isEmpty())
        answer = answerTo(asked.body);
    Events events;
    QStringList pieces = piecesOf(answer);
    const int tokens = fault.number("tokens", static_cast<int>(pieces.size()));
    for (int i = 0; i < tokens; ++i)
        events.texts.push_back(
            textChunk(asked, i < pieces.size() ? pieces[i] : QStringLiteral(" tok%1").arg(i)));
    events.finish = chunk(asked, {}, fault.text("finish", "stop"));
    const QJsonObject options = asked.body.value(QLatin1String("stream_options")).toObject();
    if (options.value(QLatin1String("include_usage")).toBool())
        events.usage = event({{QStringLiteral("choices"), QJsonArray()},
                              {QStringLiteral("usage"), usageOf(asked, answer)}});
    return events;
}

// ---- framing ----

QByteArray headOf(int status, const QByteArray& type, const Fault& fault, const QByteArray& more)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(status) + " Whatever\r\n";
    if (!type.isEmpty())
        head += "Content-Type: " + type + "\r\n";
    head += "x-request-id: req-eco\r\n" + more;
    for (auto it = fault.settings.begin(); it != fault.settings.end(); ++it) {
        if (it.key().startsWith(QLatin1String("h.")))
            head += it.key().mid(2).toUtf8() + ": " + it.value().toUtf8() + "\r\n";
    }
    return head + "\r\n";
}

QByteArray framed(const QByteArray& bytes, const QByteArray& extension = {})
{
    return QByteArray::number(bytes.size(), 16) + extension + "\r\n" + bytes + "\r\n";
}

/// A stream of events in chunks; `ms` before each but the first, `first` before that.
class Stream
{
public:
    Stream(const Fault& fault, Plan& plan)
        : m_plan(plan), m_pause(fault.number("ms", 0)), m_first(fault.number("first", 0)),
          m_extension(fault.number("extensions", 0) != 0 ? ";name=\"va;lue\"" : "")
    {
        const QByteArray type = fault.text("type", "text/event-stream; charset=utf-8").toUtf8();
        m_plan.push_back({.bytes = headOf(200, type, fault, "Transfer-Encoding: chunked\r\n")});
    }
    void send(const QByteArray& bytes)
    {
        if (!bytes.isEmpty())
            m_plan.push_back({std::exchange(m_first, m_pause), framed(bytes, m_extension)});
    }
    void end(const QByteArray& trailer = {})
    {
        m_plan.push_back({.bytes = "0\r\n" + trailer + "\r\n", .then = Step::Then::Done});
    }
    void then(Step::Then then) { m_plan.push_back({.then = then}); }

private:
    Plan& m_plan;
    milliseconds m_pause;
    milliseconds m_first;
    QByteArray m_extension;
};

Plan whole(int status, const QByteArray& type, const QByteArray& body, const Fault& fault)
{
    return {{milliseconds(fault.number("first", 0)),
             headOf(status, type, fault,
                    "Content-Length: " + QByteArray::number(body.size()) + "\r\n") +
                 body,
             Step::Then::Done}};
}

// ---- modes ----

Plan plainAnswer(const Fault& fault, const Asked& asked)
{
    const QString answer = answerTo(asked.body);
    const QJsonObject message{{QStringLiteral("role"), QStringLiteral("assistant")},
                              {QStringLiteral("content"), answer}};
    const QJsonObject choice{{QStringLiteral("index"), 0},
                             {QStringLiteral("message"), message},
                             {QStringLiteral("finish_reason"), QStringLiteral("stop")}};
    return whole(200, "application/json",
                 json({{QStringLiteral("id"), QStringLiteral("chatcmpl-eco")},
                       {QStringLiteral("object"), QStringLiteral("chat.completion")},
                       {QStringLiteral("model"), modelOf(asked)},
                       {QStringLiteral("choices"), QJsonArray{choice}},
                       {QStringLiteral("usage"), usageOf(asked, answer)}}),
                 fault);
}

Plan normal(const Fault& fault, const Asked& asked)
{
    if (!asked.isStreamed())
        return plainAnswer(fault, asked);
    Plan plan;
    Stream stream(fault, plan);
    const Events events = eventsOf(fault, asked);
    stream.send(roleChunk(asked));
    for (const auto& text : events.texts)
        stream.send(text);
    for (const auto& last : {events.finish, events.usage, events.done})
        stream.send(last);
    stream.end(fault.number("trailers", 0) != 0 ? "X-Trailer: yes\r\n" : "");
    return plan;
}

/// `after` texts, then something else.
Plan broken(const Fault& fault, const Asked& asked, const std::function<void(Stream&)>& then)
{
    Plan plan;
    Stream stream(fault, plan);
    const Events events = eventsOf(fault, asked);
    const auto after = static_cast<std::size_t>(fault.number("after", 2));
    for (std::size_t i = 0; i < std::min(after, events.texts.size()); ++i)
        stream.send(events.texts[i]);
    if (fault.number("finish_first", 0) != 0)
        stream.send(events.finish);
    then(stream);
    return plan;
}

Plan brokenOff(const Fault& fault, const Asked& asked, Step::Then how)
{
    return broken(fault, asked, [how](Stream& stream) { stream.then(how); });
}

Plan errorMidStream(const Fault& fault, const Asked& asked)
{
    const QString code = fault.text("code", "server_error");
    const QJsonObject error{{QStringLiteral("message"), fault.text("message", "something broke")},
                            {QStringLiteral("code"), code}};
    const QString form = fault.text("form", "unnamed");
    QByteArray bytes = event({{QStringLiteral("error"), error}});
    if (form == QLatin1String("event"))
        bytes = "event: error\n" + bytes;
    else if (form == QLatin1String("flat"))
        bytes = "event: error\n" + event(error);
    else if (form == QLatin1String("string"))
        bytes = event({{QStringLiteral("error"), code}});
    else if (form == QLatin1String("number"))
        bytes = event({{QStringLiteral("error"), code.toInt()}});
    else if (form == QLatin1String("null"))
        bytes = "event: error\ndata: null\n\n";
    return broken(fault, asked, [&](Stream& stream) {
        stream.send(bytes);
        stream.end();
    });
}

/// `head`, then the same bytes over and over.
Plan overAndOver(const Fault& fault, const QByteArray& head, const QByteArray& again)
{
    Plan plan;
    Stream stream(fault, plan);
    stream.send(head);
    for (int i = 0; i < kForEver; ++i)
        plan.push_back({milliseconds(fault.number("ms", 20)), framed(again)});
    stream.then(Step::Then::Hang);
    return plan;
}

Plan zipped(const Fault& fault, const Asked& asked)
{
    Plan plan;
    StoredGzip gzip;
    const Events events = eventsOf(fault, asked);
    plan.push_back({.bytes = headOf(200, "text/event-stream", fault,
                                    "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n") +
                             framed(StoredGzip::begin())});
    const milliseconds pause(fault.number("ms", 0));
    for (const auto& text : events.texts)
        plan.push_back({pause, framed(gzip.piece(text))});
    plan.push_back({pause, framed(gzip.piece(events.finish + events.usage + events.done))});
    plan.push_back({.bytes = framed(gzip.end()) + "0\r\n\r\n", .then = Step::Then::Done});
    return plan;
}

Plan shorterThanPromised(const Fault& fault, const Asked& asked)
{
    QByteArray body;
    const Events events = eventsOf(fault, asked);
    for (const auto& text : events.texts)
        body += text;
    body += events.finish;
    const QByteArray promise = "Content-Length: " + QByteArray::number(body.size() + 10) + "\r\n";
    return {{.bytes = headOf(200, "text/event-stream", fault, promise) + body,
             .then = Step::Then::Close}};
}

Plan garbage(const Fault& fault)
{
    std::mt19937 random(static_cast<unsigned>(fault.number("seed", 1)));
    QByteArray bytes;
    for (int i = 0; i < fault.number("size", 5000); ++i)
        bytes += static_cast<char>(random() & 0xFFU);
    if (fault.number("http", 1) == 0)
        return {{.bytes = bytes, .then = Step::Then::Close}};
    Plan plan;
    Stream stream(fault, plan);
    stream.send(bytes);
    stream.end();
    return plan;
}

Plan status(const Fault& fault)
{
    const int code = fault.number("code", 500);
    const QJsonObject error{{QStringLiteral("message"), fault.text("message", "no")},
                            {QStringLiteral("type"), fault.text("kind")},
                            {QStringLiteral("code"), fault.text("error")}};
    const QString body = fault.text("body");
    return whole(code, fault.text("type", "application/json").toUtf8(),
                 body.isEmpty() ? json({{QStringLiteral("error"), error}}) : body.toUtf8(), fault);
}

Plan redirect(const Fault& fault, const Asked& asked)
{
    QString to = fault.text("to", "/v1/chat/completions");
    if (to.startsWith(u'/'))
        to = QStringLiteral("http://") + asked.authority + to;
    const QByteArray location = "Location: " + to.toUtf8() + "\r\nContent-Length: 0\r\n";
    return {{.bytes = headOf(fault.number("code", 307), {}, fault, location),
             .then = Step::Then::Done}};
}

Plan early(const Fault& fault, const Asked& asked)
{
    Plan plan;
    const int times = fault.number("times", 3);
    const milliseconds pause(fault.number("every", 50));
    for (int i = 0; i < times; ++i)
        plan.push_back({pause, fault.number("code", 100) == 103
                                   ? QByteArray("HTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\n")
                                   : QByteArray("HTTP/1.1 100 Continue\r\n\r\n")});
    const Plan rest = normal(fault, asked);
    plan.insert(plan.end(), rest.begin(), rest.end());
    return plan;
}

const char* kPortal = "<!DOCTYPE html><html><head><title>Portal</title></head>"
                      "<body>Please log in</body></html>";

using Make = std::function<Plan(const Fault&, const Asked&)>;

Make then(Step::Then how)
{
    return [how](const Fault&, const Asked&) { return Plan{{.then = how}}; };
}

Plan unknownField(const Fault& fault, const Asked& asked)
{
    if (!asked.body.contains(QLatin1String("stream_options")))
        return normal(fault, asked);
    Fault refusal = fault;
    refusal.settings.insert(QStringLiteral("code"), QStringLiteral("400"));
    refusal.settings.insert(QStringLiteral("message"),
                            QStringLiteral("Unrecognized request argument: stream_options"));
    return status(refusal);
}

Plan twice(const Fault& fault, const Asked& asked)
{
    Plan plan = plainAnswer(fault, asked);
    plan.front().bytes += plan.front().bytes;
    return plan;
}

Plan resetAnswer(const Fault& fault, const Asked& asked)
{
    return fault.settings.contains(QStringLiteral("after"))
               ? brokenOff(fault, asked, Step::Then::Reset)
               : Plan{{.then = Step::Then::Reset}};
}

const QHash<QString, Make>& modes()
{
    static const auto name = [](const char* text) { return QString::fromLatin1(text); };
    static const QHash<QString, Make> all{
        {name("normal"), normal},
        {name("plain"), plainAnswer},
        {name("hang"), then(Step::Then::Hang)},
        {name("close"), then(Step::Then::Close)},
        {name("reset"), resetAnswer},
        {name("stall"),
         [](const Fault& f, const Asked& a) { return brokenOff(f, a, Step::Then::Hang); }},
        {name("truncate"),
         [](const Fault& f, const Asked& a) { return brokenOff(f, a, Step::Then::Close); }},
        {name("cleanend"),
         [](const Fault& f, const Asked& a) {
             return broken(f, a, [](Stream& stream) { stream.end(); });
         }},
        {name("doneopen"),
         [](const Fault& f, const Asked& a) {
             return broken(f, a, [](Stream& stream) {
                 stream.send("data: [DONE]\n\ndata: late\n\n");
                 stream.then(Step::Then::Hang);
             });
         }},
        {name("short"), shorterThanPromised},
        {name("error"), errorMidStream},
        {name("garbage"), [](const Fault& f, const Asked&) { return garbage(f); }},
        {name("extra"), twice},
        {name("html"),
         [](const Fault& f, const Asked&) { return whole(200, "text/html", kPortal, f); }},
        {name("media"),
         [](const Fault& f, const Asked&) {
             return whole(200, f.text("type", "text/plain").toUtf8(), "data: hola\n\n", f);
         }},
        {name("empty"),
         [](const Fault& f, const Asked&) { return whole(200, "text/event-stream", "", f); }},
        {name("status"), [](const Fault& f, const Asked&) { return status(f); }},
        {name("pings"),
         [](const Fault& f, const Asked&) { return overAndOver(f, ": ping\n\n", ": ping\n\n"); }},
        {name("role"),
         [](const Fault& f, const Asked& a) {
             return overAndOver(f, roleChunk(a), textChunk(a, QString()));
         }},
        {name("drip"),
         [](const Fault& f, const Asked& a) {
             return overAndOver(f, roleChunk(a), textChunk(a, QStringLiteral("gota ")));
         }},
        {name("dribble"),
         [](const Fault& f, const Asked&) { return overAndOver(f, "data: {", " "); }},
        {name("gzip"), zipped},
        {name("redirect"), redirect},
        {name("early"), early},
        {name("unknownfield"), unknownField},
    };
    return all;
}

} // namespace

Plan planOf(const Fault& fault, const Asked& asked)
{
    const auto it = modes().find(fault.mode);
    if (it != modes().end())
        return it.value()(fault, asked);
    Fault unknown;
    unknown.settings.insert(QStringLiteral("code"), QStringLiteral("404"));
    unknown.settings.insert(QStringLiteral("message"), QStringLiteral("no such mode"));
    return status(unknown);
}

} // namespace aiserver
