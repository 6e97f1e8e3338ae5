// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/command/process_tree.h"
#include "probes/make.h"
#include "probes/plan/plan_reader.h"

#include <QDir>
#include <QProcess>
#include <QSysInfo>

#include <array>
#include <csignal>
#include <sys/prctl.h>
#include <unistd.h>

namespace probes {

namespace {

/// What every command gets of this program's environment; a plan may name more.
constexpr std::array kPassedOn{"PATH", "HOME",   "USER", "LOGNAME", "SHELL",
                               "LANG", "LC_ALL", "TZ",   "TMPDIR",  "XDG_RUNTIME_DIR"};

struct CommandAsk {
    QString program;
    QStringList arguments;
    QString folder;
    QProcessEnvironment environment;
};

/// In the new process, before the program: nothing but plain system calls may stand here.
void standAlone()
{
    ::setsid();
    ::prctl(PR_SET_PDEATHSIG, SIGKILL); // it does not outlive this program's thread
    for (const int signal : {SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGPIPE})
        ::signal(signal, SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
}

class CommandProbe final : public Probe
{
public:
    CommandProbe(const Ground& ground, CommandAsk ask)
        : m_sink(ground.sink), m_timers(ground.setting.timers),
          m_grace(ground.setting.limits.grace), m_program(ask.program), m_mark(newRunMark())
    {
        ask.environment.insert(QString::fromLatin1(kRunMark), QString::fromLatin1(m_mark));
        m_process.setProgram(ask.program);
        m_process.setArguments(ask.arguments);
        m_process.setWorkingDirectory(ask.folder);
        m_process.setProcessEnvironment(ask.environment);
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.setStandardInputFile(QProcess::nullDevice());
        m_process.setChildProcessModifier(&standAlone);
        QObject::connect(&m_process, &QProcess::readyReadStandardOutput, &m_process,
                         [this] { m_sink.print(m_process.readAllStandardOutput()); });
        QObject::connect(&m_process, &QProcess::finished, &m_process, [this] { finished(); });
        QObject::connect(&m_process, &QProcess::errorOccurred, &m_process,
                         [this](QProcess::ProcessError error) {
                             if (error == QProcess::FailedToStart)
                                 m_sink.end(couldNotRun(Reason::CannotStart,
                                                        {m_program, m_process.errorString()}));
                         });
    }

    ~CommandProbe() override
    {
        m_timers.cancel(m_killing);
        m_process.disconnect(&m_process);
        killAll();
        m_process.waitForFinished();
    }

    void start() override { m_process.start(QIODevice::ReadOnly); }

    void stop() override
    {
        if (m_process.state() == QProcess::NotRunning) {
            m_sink.end({});
            return;
        }
        signalGroup(leader(), SIGTERM);
        m_killing = m_timers.after(m_grace, [this] { killAll(); });
    }

    [[nodiscard]] QString host() const override { return QSysInfo::machineHostName(); }

private:
    [[nodiscard]] pid_t leader() const { return static_cast<pid_t>(m_process.processId()); }

    void killAll()
    {
        if (m_process.state() != QProcess::NotRunning)
            signalGroup(leader(), SIGKILL);
        killMarked(m_mark);
    }

    void finished()
    {
        m_sink.print(m_process.readAllStandardOutput());
        killMarked(m_mark);
        End end = passed();
        const int code = m_process.exitCode();
        if (m_process.exitStatus() == QProcess::CrashExit)
            end = failed(Reason::Killed, {QString::number(code)});
        else if (code != 0)
            end = failed(Reason::ExitCode, {QString::number(code)});
        end.exitCode = m_process.exitStatus() == QProcess::CrashExit ? 128 + code : code;
        m_sink.end(std::move(end));
    }

    Sink& m_sink;
    base::Timers& m_timers;
    const milliseconds m_grace;
    const QString m_program;
    const QByteArray m_mark;
    base::TimerId m_killing;
    QProcess m_process;
};

QProcessEnvironment environmentOf(const QStringList& alsoPassedOn,
                                  const QHash<QString, QString>& values)
{
    const auto ours = QProcessEnvironment::systemEnvironment();
    QProcessEnvironment given;
    const auto pass = [&](const QString& name) {
        if (ours.contains(name))
            given.insert(name, ours.value(name));
    };
    for (const char* name : kPassedOn)
        pass(QString::fromLatin1(name));
    for (const QString& name : alsoPassedOn)
        pass(name);
    for (auto it = values.begin(); it != values.end(); ++it)
        given.insert(QStringLiteral("CHECK_") + it.key().toUpper(), it.value());
    return given;
}

} // namespace

Made makeCommandProbe(const QJsonObject& parameters, const Ground& ground)
{
    PlanReader plan(parameters);
    const QStringList words = plan.texts("arguments");
    const bool isShell = plan.flag("shell");
    const QString folder = plan.text("folder");
    const QStringList passedOn = plan.texts("environment");
    if (words.isEmpty() || words.front().isEmpty() || (isShell && words.size() != 1))
        plan.refuse("arguments");
    if (!folder.isEmpty() && !QDir(folder).exists())
        plan.refuse("folder");
    if (!plan.bad().isEmpty())
        return badPlan(plan.bad());
    CommandAsk ask{.folder = folder, .environment = environmentOf(passedOn, ground.values)};
    if (isShell) {
        ask.program = QStringLiteral("/bin/sh");
        ask.arguments = QStringList{QStringLiteral("-c"), words.front()};
    } else {
        ask.program = words.front();
        ask.arguments = words.mid(1);
    }
    return std::make_unique<CommandProbe>(ground, std::move(ask));
}

} // namespace probes
