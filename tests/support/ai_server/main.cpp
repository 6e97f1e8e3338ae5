// SPDX-License-Identifier: GPL-3.0-or-later
// relevo-ai-server: an AI server on loopback that answers POST …/chat/completions plausibly, or fails in
// every way that servers, proxies and networks do. A real process, for tests.
//
//   relevo-ai-server [--port N] [--fault WORD]       prints "ready PORT silent PORT blackhole PORT"
//
// `silent` accepts and never says a word; `blackhole` lets every SYN fall.
//
// What a request meets is one word: header X-Fault, else the path's first segment
// (http://127.0.0.1:PORT/stall,after=3/v1 is a base address), else --fault, else normal.
//
//   normal         repeats the last question ("Eco: …"), or JSON by the schema asked for; streams if
//                  asked to. text= other words; tokens=N so many; finish=; ms= before each event; first=
//                  before the first; type= another media type; split=N at most N bytes a write (cuts
//                  UTF-8 anywhere); read=N reads the request at N bytes a second; extensions, trailers of
//                  chunked coding
//   plain          one JSON although a stream was asked for
//   extra          the same twice: the second answer belongs to no request
//   hang           never answers                      close, reset   ends before any byte
//   stall          silent after after=N texts         reset,after=N truncate   ends after them
//   cleanend       a proper end without finish or [DONE]; finish_first: with finish
//   doneopen       [DONE] and something more, then silent     short   less than Content-Length
//   error          mid-stream after after=N; form=unnamed|event|flat|string|number|null code= message=
//   garbage        seed= size=; http=0: instead of HTTP     html, media, empty   with 200
//   status         code=N error= kind= message= body= type=
//   pings, role, drip, dribble   for ever, every ms=: comments, empty deltas, texts, one byte
//   gzip           Content-Encoding, one block an event
//   redirect       code=307 to=/path or address       early   times= every= code=100|103 first
//   stale          answers a connection's first such request and closes at the second
//   unknownfield   400 for stream_options
//   mix            rate=10 % each of 429, 500, reset, stall, truncate, garbage, the rest normal
//
// Any of them: h.NAME=VALUE adds a header; times=N only the first N requests of that word, then normal.
// Values are percent-decoded. Paths for tests: /_stats (counts, high-water mark of requests in flight,
// connections), /_requests (headers, hash of the body, how each ended), /_reset, /_fault/WORD (the new
// default).
#include "support/ai_server/server.h"

#include <QCoreApplication>

#include <arpa/inet.h>
#include <cstdio>
#include <netinet/in.h>
#include <sys/socket.h>

namespace {

/// A port whose queue of connections is full, so that no further SYN is answered.
class Blackhole
{
public:
    Blackhole()
    {
        const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        if (::bind(listener, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
            ::listen(listener, 0) != 0)
            return;
        ::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size);
        for (int i = 0; i < 4; ++i) {
            const int client = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
            std::ignore = ::connect(client, reinterpret_cast<sockaddr*>(&address), size);
        }
        m_port = ntohs(address.sin_port);
    }
    [[nodiscard]] int port() const { return m_port; }

private:
    int m_port = 0; // its sockets end with the process
};

QString optionOf(const QStringList& arguments, const char* name, const char* otherwise)
{
    const auto at = arguments.indexOf(QLatin1String(name));
    return arguments.value(at < 0 ? -1 : at + 1, QString::fromLatin1(otherwise));
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    aiserver::Book book;
    aiserver::Chooser chooser(optionOf(arguments, "--fault", "normal"));
    QTcpServer server;
    QTcpServer silent;
    server.setMaxPendingConnections(1000);
    server.setListenBacklogSize(1000);
    QObject::connect(&server, &QTcpServer::newConnection, &server, [&] {
        while (QTcpSocket* socket = server.nextPendingConnection())
            new aiserver::Connection(socket, book, chooser, &server);
    });
    const auto port = static_cast<quint16>(optionOf(arguments, "--port", "0").toUInt());
    if (!server.listen(QHostAddress::LocalHost, port) || !silent.listen(QHostAddress::LocalHost))
        return 2;
    const Blackhole blackhole;
    std::printf("ready %d silent %d blackhole %d\n", server.serverPort(), silent.serverPort(),
                blackhole.port());
    std::fflush(stdout);
    return QCoreApplication::exec();
}
