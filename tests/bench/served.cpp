// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/served.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QThread>

#include <chrono>

namespace bench {

QString programPath(const QString& name)
{
    return QDir(QCoreApplication::applicationDirPath()).filePath(name);
}

namespace {

/// Until the program understands by its model, which it learns behind the scenes at the first start:
/// what is measured is what it is like from then on.
void waitForModel(const QString& folder)
{
    constexpr unsigned long kPauseMs = 20;
    constexpr int kTries = 500;
    const QDir logs(folder + QStringLiteral("/logs"));
    for (int i = 0; i < kTries; ++i) {
        for (const QString& name : logs.entryList(QDir::Files)) {
            QFile file(logs.filePath(name));
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains("problem_model_in_use"))
                return;
        }
        QThread::msleep(kPauseMs);
    }
    qFatal("the program learns no model");
}

} // namespace

Served::Served(const QString& folder)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"RELEVO_LIMIT_GREETING_IP", "RELEVO_LIMIT_CHAT_IP",
                             "RELEVO_LIMIT_CHAT_CONVERSATION", "RELEVO_LIMIT_CONNECTIONS_IP"})
        environment.insert(QString::fromLatin1(name), QStringLiteral("off"));
    m_process.setProcessEnvironment(environment);
    m_process.setStandardErrorFile(QDir(folder).path() + QStringLiteral(".log"));
    const auto begin = std::chrono::steady_clock::now();
    m_process.start(programPath(QStringLiteral("relevoctl")),
                    {QStringLiteral("serve"), QStringLiteral("--data"), folder,
                     QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")});
    // It prints its address once it listens.
    static const QRegularExpression kPort(QStringLiteral(":(\\d+)/"));
    QByteArray out;
    while (m_port == 0 && m_process.waitForReadyRead(60'000)) {
        out += m_process.readAllStandardOutput();
        m_port =
            static_cast<std::uint16_t>(kPort.match(QString::fromUtf8(out)).captured(1).toUInt());
    }
    m_startMs =
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
    waitForModel(folder);
}

Served::~Served()
{
    m_process.terminate();
    m_process.waitForFinished(60'000);
}

} // namespace bench
