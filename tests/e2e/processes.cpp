// SPDX-License-Identifier: GPL-3.0-or-later
#include "processes.h"

#include <QDir>
#include <QJsonDocument>
#include <QTest>

namespace e2e {

QJsonObject Ended::json() const
{
    return out.count('\n') == 1 ? QJsonDocument::fromJson(out).object() : QJsonObject();
}

std::unique_ptr<QProcess> Processes::start(const QString& program, const QStringList& arguments,
                                           const QString& language, const QString& folder,
                                           const QString& output)
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HOME"), m_home);
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_home);
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    environment.insert(QStringLiteral("LC_ALL"), language == QLatin1String("es")
                                                     ? QStringLiteral("es_AR.UTF-8")
                                                     : QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("RELEVO_PORT"), QString::number(m_port));
    for (const char* limit :
         {"RELEVO_LIMIT_GREETING_IP", "RELEVO_LIMIT_CHAT_IP", "RELEVO_LIMIT_CHAT_CONVERSATION"})
        environment.insert(QLatin1String(limit), QStringLiteral("off"));
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(environment);
    process->setWorkingDirectory(folder.isEmpty() ? m_home : folder);
    if (!output.isEmpty())
        process->setStandardOutputFile(output);
    process->start(QStringLiteral(RELEVO_BINARY_DIR "/bin/") + program, arguments);
    return process->waitForStarted(10'000) ? std::move(process) : nullptr;
}

Ended Processes::wait(QProcess& process, int timeoutMs)
{
    if (!QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, timeoutMs)) {
        process.kill();
        process.waitForFinished(5000);
        return {-1, process.readAllStandardOutput(), process.readAllStandardError()};
    }
    const bool isWhole = process.exitStatus() == QProcess::NormalExit;
    return {isWhole ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

Ended Processes::run(const QString& program, const QStringList& arguments, const QString& language,
                     const QByteArray& input, const QString& folder)
{
    auto process = start(program, arguments, language, folder);
    if (!process)
        return {};
    process->write(input);
    process->closeWriteChannel();
    return wait(*process);
}

std::unique_ptr<QProcess> Processes::startWindow(const QString& data, int port)
{
    m_port = port;
    auto process = start(QStringLiteral("relevo"), {QStringLiteral("--data"), data});
    if (!process)
        return nullptr;
    process->closeWriteChannel();
    const auto isUp = [&] {
        return QFile::exists(QDir(data).filePath(QStringLiteral("control.path"))) &&
               status(data).value(u"pid").toInt() == process->processId();
    };
    if (QTest::qWaitFor(isUp, 20'000))
        return process;
    qWarning("relevo: %s", process->readAllStandardError().constData());
    return nullptr;
}

QJsonObject Processes::status(const QString& data)
{
    return run(QStringLiteral("relevoctl"),
               {QStringLiteral("status"), QStringLiteral("--json"), QStringLiteral("--data"), data})
        .json();
}

} // namespace e2e
