// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bare_server.h"
#include "bench/bench.h"
#include "bench/http_load.h"

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <cstdio>

namespace bench {

namespace {

/// relevoctl serve on a free port and an empty folder, without rate limits.
class Served
{
public:
    explicit Served(const QString& folder)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char* name : {"RELEVO_LIMIT_GREETING_IP", "RELEVO_LIMIT_CHAT_IP",
                                 "RELEVO_LIMIT_CHAT_CONVERSATION", "RELEVO_LIMIT_CONNECTIONS_IP"})
            environment.insert(QString::fromLatin1(name), QStringLiteral("off"));
        m_process.setProcessEnvironment(environment);
        m_process.start(
            QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral("relevoctl")),
            {QStringLiteral("serve"), QStringLiteral("--data"), folder, QStringLiteral("--listen"),
             QStringLiteral("127.0.0.1:0")});
        static const QRegularExpression kPort(QStringLiteral(":(\\d+)/"));
        QByteArray out;
        while (m_port == 0 && m_process.waitForReadyRead(10'000)) {
            out += m_process.readAllStandardOutput();
            m_port = static_cast<std::uint16_t>(
                kPort.match(QString::fromUtf8(out)).captured(1).toUInt());
        }
    }
    ~Served()
    {
        m_process.terminate();
        m_process.waitForFinished(10'000);
    }
    [[nodiscard]] std::uint16_t port() const { return m_port; }
    [[nodiscard]] qint64 pid() const { return m_process.processId(); }

private:
    QProcess m_process;
    std::uint16_t m_port = 0;
};

void print(const char* what, int clients, const LoadResult& r)
{
    std::printf("%-22s %3d clients: %8.0f /s   p50 %7.0f us   p95 %7.0f us   p99 %7.0f us   "
                "failures %llu\n",
                what, clients, r.perSecond(), r.percentile(0.5), r.percentile(0.95),
                r.percentile(0.99), static_cast<unsigned long long>(r.failures));
}

} // namespace

int runHttp(const QStringList& arguments)
{
    const auto seconds = std::chrono::seconds(arguments.value(0, QStringLiteral("5")).toInt());
    const int rounds = arguments.value(1, QStringLiteral("3")).toInt();
    bool isGood = true;
    for (int round = 0; round < rounds; ++round) {
        QTemporaryDir folder(QDir::currentPath() + QStringLiteral("/bench-XXXXXX"));
        std::printf("round %d, fdatasync %.0f us\n", round + 1, fdatasyncMicros(folder.path()));
        for (const int clients : {8, 64}) {
            {
                BareServer bare;
                print("bare Boost.Beast GET", clients, loadGet(bare.port(), "/", clients, seconds));
            }
            Served served(folder.filePath(QString::number(clients)));
            if (served.port() == 0) {
                std::fputs("relevoctl serve did not start\n", stderr);
                return 2;
            }
            const LoadResult chat = loadChat(served.port(), clients, seconds);
            print("durable chat turns", clients, chat);
            print("GET /healthz", clients, loadGet(served.port(), "/healthz", clients, seconds));
            std::printf("%-22s %.1f MB\n", "server memory", residentMb(served.pid()));
            isGood = isGood && chat.failures == 0;
        }
    }
    return isGood ? 0 : 1;
}

} // namespace bench
