// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/server.h"

#include "http/responder_sink.h"
#include "http/server_core.h"
#include "http/text.h"

#include <pthread.h>
#include <thread>

namespace http {

std::string_view Request::header(std::string_view lowerName) const noexcept
{
    for (const Header& each : headers) {
        if (each.name == lowerName)
            return each.value;
    }
    return {};
}

std::string Request::queryValue(std::string_view name) const
{
    std::string_view rest = query;
    while (!rest.empty()) {
        const auto amp = rest.find('&');
        const std::string_view pair = rest.substr(0, amp);
        rest = amp == std::string_view::npos ? std::string_view() : rest.substr(amp + 1);
        const auto equals = pair.find('=');
        if (pair.substr(0, equals) == name)
            return equals == std::string_view::npos
                       ? std::string()
                       : percentDecode(pair.substr(equals + 1), true).value_or(std::string());
    }
    return {};
}

// ---- Responder ----

namespace {

class HomeStream final : public EventStream
{
public:
    HomeStream(std::shared_ptr<base::Home> home, std::weak_ptr<Connection> connection)
        : m_home(std::move(home)), m_connection(std::move(connection))
    {
    }
    ~HomeStream() override
    {
        m_home->mailbox().deliver([connection = m_connection] {
            if (const auto c = connection.lock())
                c->closeEvents();
        });
    }
    void send(std::string bytes) override
    {
        m_home->mailbox().deliver([connection = m_connection, bytes = std::move(bytes)]() mutable {
            if (const auto c = connection.lock())
                c->sendEvents(std::move(bytes));
        });
    }
    void whenSent(std::function<void()> work) override
    {
        m_home->mailbox().deliver([connection = m_connection, work = std::move(work)]() mutable {
            if (const auto c = connection.lock())
                c->whenSent(std::move(work));
        });
    }
    void onClosed(std::function<void()> work) override
    {
        m_home->mailbox().deliver([connection = m_connection, work = std::move(work)] {
            if (const auto c = connection.lock())
                c->setOnClosed(work);
            else
                work();
        });
    }

private:
    std::shared_ptr<base::Home> m_home;
    std::weak_ptr<Connection> m_connection;
};

} // namespace

void Responder::Sink::answer(Response response)
{
    m_home->mailbox().deliver(
        [connection = m_connection, id = m_request, response = std::move(response)]() mutable {
            if (const auto c = connection.lock())
                c->answer(id, std::move(response));
        });
}

void Responder::Sink::drop()
{
    m_home->mailbox().deliver([connection = m_connection, id = m_request] {
        if (const auto c = connection.lock())
            c->drop(id);
    });
}

std::unique_ptr<EventStream> Responder::Sink::openEvents(std::vector<Header> headers)
{
    m_home->mailbox().deliver(
        [connection = m_connection, id = m_request, headers = std::move(headers)]() mutable {
            if (const auto c = connection.lock())
                c->openEvents(id, std::move(headers));
        });
    return std::make_unique<HomeStream>(m_home, m_connection);
}

Responder::Responder(std::shared_ptr<Sink> sink) : m_sink(std::move(sink))
{
}
Responder::Responder(Responder&&) noexcept = default;
Responder& Responder::operator=(Responder&& other) noexcept
{
    if (this != &other) {
        if (m_sink)
            m_sink->drop();
        m_sink = std::move(other.m_sink);
    }
    return *this;
}

Responder::~Responder()
{
    if (m_sink)
        m_sink->drop();
}

void Responder::answer(Response response)
{
    if (const auto sink = std::exchange(m_sink, nullptr))
        sink->answer(std::move(response));
}

std::unique_ptr<EventStream> Responder::openEvents(std::vector<Header> headers)
{
    const auto sink = std::exchange(m_sink, nullptr);
    Q_ASSERT(sink);
    return sink->openEvents(std::move(headers));
}

// ---- Server ----

struct Server::Impl {
    ServerCore core;
    std::thread thread;
    asio::executor_work_guard<asio::io_context::executor_type> work{core.context.get_executor()};
    asio::steady_timer ending{core.context};
    asio::steady_timer beating{core.context};
    std::atomic<std::chrono::steady_clock::rep> lastBeat{0};

    // A thread that hangs does not beat.
    void beat()
    {
        lastBeat = std::chrono::steady_clock::now().time_since_epoch().count();
        beating.expires_after(std::chrono::seconds(1));
        beating.async_wait([this](boost::system::error_code error) {
            if (!error)
                beat();
        });
    }

    // Looks again every 20 ms until nobody is left or the grace is over.
    void endWhenIdle(std::chrono::steady_clock::time_point end)
    {
        if (core.hasConnections() && std::chrono::steady_clock::now() < end) {
            ending.expires_after(std::chrono::milliseconds(20));
            ending.async_wait([this, end](boost::system::error_code) { endWhenIdle(end); });
            return;
        }
        core.abortAll();
        beating.cancel();
        core.isStopping = true;
        core.timers.clear();
        core.home->mailbox().close();
        work.reset();
    }
};

Server::Server(Options options, const base::Clock& clock, base::Log& log, Handler handler,
               MakeRefusal refusal)
    : m_impl(new Impl{{std::move(options), clock, log, std::move(handler), std::move(refusal)}, {}})
{
}

Server::~Server()
{
    stop(std::chrono::milliseconds(0));
}

base::Result<std::uint16_t> Server::listen(const std::string& host, std::uint16_t port)
{
    base::Error error;
    if (!m_impl->core.open(host, port, error))
        return base::fail(error);
    const auto bound = m_impl->core.acceptor.local_endpoint().port();
    m_impl->core.accept();
    m_impl->beat();
    m_impl->thread = std::thread([this] {
        pthread_setname_np(pthread_self(), "http");
        m_impl->core.context.run();
    });
    return bound;
}

void Server::stop(std::chrono::milliseconds grace)
{
    if (!m_impl->thread.joinable())
        return;
    ServerCore& core = m_impl->core;
    asio::post(core.context, [&core] {
        core.stopAccepting();
        core.finishAll();
    });
    const auto end = std::chrono::steady_clock::now() + grace;
    asio::post(core.context, [this, end] { m_impl->endWhenIdle(end); });
    m_impl->thread.join();
}

void Server::after(std::chrono::milliseconds delay, std::function<void()> work)
{
    ServerCore& core = m_impl->core;
    if (core.isStopping)
        return;
    const auto timer = core.timers.emplace(core.timers.end(), core.context);
    timer->expires_after(delay);
    timer->async_wait([&core, timer, work = std::move(work)](boost::system::error_code error) {
        if (error)
            return;
        core.timers.erase(timer);
        work();
    });
}

std::chrono::milliseconds Server::sinceBeat() const noexcept
{
    const std::chrono::steady_clock::duration last(m_impl->lastBeat.load());
    return std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now().time_since_epoch() - last);
}

const std::shared_ptr<base::Home>& Server::home() const noexcept
{
    return m_impl->core.home;
}

Stats Server::stats() const noexcept
{
    const ServerCore& core = m_impl->core;
    return {core.requests, core.refused,     core.bytesIn,
            core.bytesOut, core.connections, core.streams};
}

} // namespace http
