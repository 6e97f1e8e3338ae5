// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/command/command_line.h"
#include "probes/command/process_tree.h"
#include "probes/command/supervised.h"
#include "probes/make.h"

#include <QProcessEnvironment>
#include <QSysInfo>

#include <array>
#include <sys/wait.h>

namespace probes {

namespace {

/// What every command gets of this program's environment; a plan may name more.
constexpr std::array kPassedOn{"PATH", "HOME",   "USER", "LOGNAME", "SHELL",
                               "LANG", "LC_ALL", "TZ",   "TMPDIR",  "XDG_RUNTIME_DIR"};

QProcessEnvironment environmentOf(const CommandLine& line, const QByteArray& mark)
{
    const auto ours = QProcessEnvironment::systemEnvironment();
    QProcessEnvironment given;
    const auto pass = [&](const QString& name) {
        if (ours.contains(name))
            given.insert(name, ours.value(name));
    };
    for (const char* name : kPassedOn)
        pass(QString::fromLatin1(name));
    for (const QString& name : line.passedOn)
        pass(name);
    for (auto it = line.checked.begin(); it != line.checked.end(); ++it)
        given.insert(it.key(), it.value());
    given.insert(QString::fromLatin1(kRunMark), QString::fromLatin1(mark));
    return given;
}

class CommandProbe final : public Probe
{
public:
    CommandProbe(const Ground& ground, CommandLine line)
        : m_sink(ground.sink), m_timers(ground.setting.timers),
          m_grace(ground.setting.limits.grace), m_line(std::move(line)), m_mark(newRunMark()),
          m_process({.printed = [this](const QByteArray& bytes) { m_sink.print(bytes); },
                     .notStarted =
                         [this](const QString& why) {
                             m_sink.end(couldNotRun(Reason::CannotStart, {m_line.program, why}));
                         },
                     .ended = [this](int status) { ended(status); }})
    {
    }

    ~CommandProbe() override
    {
        m_timers.cancel(m_killing);
        m_process.finish();
        killMarked(m_mark); // where it ended its supervisor
    }

    void start() override { m_process.start(m_line, environmentOf(m_line, m_mark)); }

    void stop() override
    {
        if (!m_process.isRunning()) {
            m_sink.end({});
            return;
        }
        m_process.askToEnd();
        m_killing = m_timers.after(m_grace, [this] { m_process.killAll(); });
    }

    [[nodiscard]] QString host() const override { return QSysInfo::machineHostName(); }

private:
    void ended(int status)
    {
        killMarked(m_mark);
        const bool isKilled = !WIFEXITED(status);
        const int code = isKilled ? WTERMSIG(status) : WEXITSTATUS(status);
        End end = passed();
        if (isKilled)
            end = failed(Reason::Killed, {QString::number(code)});
        else if (code != 0)
            end = failed(Reason::ExitCode, {QString::number(code)});
        end.exitCode = isKilled ? 128 + code : code;
        m_sink.end(std::move(end));
    }

    Sink& m_sink;
    base::Timers& m_timers;
    const milliseconds m_grace;
    const CommandLine m_line;
    const QByteArray m_mark;
    base::TimerId m_killing;
    Supervised m_process;
};

} // namespace

Made makeCommandProbe(const CheckPlan& plan, const Parameters& given, const Ground& ground)
{
    const auto line = commandLineOf(plan, given, ground.setting.ownSecrets);
    if (!line)
        return tl::unexpected<End>(line.error());
    return std::make_unique<CommandProbe>(ground, *line);
}

} // namespace probes
