// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/trial.h"

#include "probes/network/endpoint.h"
#include "probes/plan/plan_reader.h"

#include <algorithm>

namespace probes {

Trial::Trial(const Setting& setting, FigureHistory& history, CheckPlan plan, Tell tell)
    : m_setting(setting), m_history(history), m_plan(std::move(plan)), m_tell(std::move(tell))
{
}

Trial::~Trial()
{
    for (const auto timer : {m_limit, m_live, m_finish})
        m_setting.timers.cancel(timer);
}

namespace {

/// The first of this program's own secrets that would be told to somebody else.
std::optional<End> refusedSecret(const CheckPlan& plan, const Filled& filled,
                                 const Parameters& parameters)
{
    const bool isMetric = plan.kind == CheckKind::Metric;
    const QString to =
        filled.parameters.value(isMetric ? QLatin1String("server") : QLatin1String("url"))
            .toString();
    const auto url = isMetric || plan.kind == CheckKind::Http ? httpUrlOf(to) : std::nullopt;
    const bool isToUs = url && std::ranges::any_of(parameters.own, [&url](const QUrl& own) {
                            return isSameOrigin(own, *url);
                        });
    for (const QString& name : filled.used) {
        if (parameters.bound.contains(name) && !isToUs)
            return couldNotRun(Reason::NotForThere, {name, withoutUserInfo(to)});
    }
    return std::nullopt;
}

} // namespace

void Trial::begin(const Parameters& parameters, Where where, std::optional<End> refusal)
{
    m_at = m_setting.clock.wall();
    m_since = m_setting.clock.steady();
    m_policy = AddressPolicy(where, parameters.own);
    m_redactor = Redactor(parameters.values, parameters.secret);
    if (!refusal)
        prepare(parameters);
    m_output = std::make_unique<Output>(Output::Options{
        m_setting.limits.output, m_setting.limits.livePiece, m_setting.mask, m_redactor});
    if (refusal)
        end(std::move(*refusal));
    else if (m_probe)
        m_probe->start();
}

void Trial::prepare(const Parameters& parameters)
{
    // A command is filled in by its own rules.
    const Filled filled = m_plan.kind == CheckKind::Command
                              ? Filled{m_plan.parameters, {}, {}}
                              : fillIn(m_plan.parameters, parameters.values);
    const auto limit = timeLimit();
    if (!filled.missing.isEmpty()) {
        end(couldNotRun(Reason::MissingParameter, {filled.missing}));
        return;
    }
    if (auto refused = refusedSecret(m_plan, filled, parameters)) {
        end(*std::move(refused));
        return;
    }
    if (!limit) {
        end(couldNotRun(Reason::BadPlan, {QStringLiteral("timeoutMs")}));
        return;
    }
    const Ground ground{m_setting, m_history, *this, m_redactor, m_policy};
    auto made = m_plan.kind == CheckKind::Command
                    ? makeCommandProbe(m_plan, parameters, ground)
                    : makeProbe(m_plan.kind, filled.parameters, ground);
    if (!made) {
        end(std::move(made.error()));
        return;
    }
    m_probe = std::move(*made);
    m_limit = m_setting.timers.after(*limit, [this, limit = *limit] {
        stop(Reason::TimedOut, {QString::number(limit.count())});
    });
}

std::optional<milliseconds> Trial::timeLimit() const
{
    constexpr double kMostMinutes = 1440;
    PlanReader plan(m_plan.parameters);
    const auto ms = plan.ms("timeoutMs");
    const auto minutes = plan.number("timeoutMinutes", 0.001, kMostMinutes);
    if (!plan.bad().isEmpty())
        return std::nullopt;
    const bool isNetwork = m_plan.kind == CheckKind::Redis || mayRun(m_plan.kind, Where::Schedule);
    const auto usual = isNetwork ? m_setting.limits.network : m_setting.limits.command;
    const auto given = minutes ? std::chrono::duration_cast<milliseconds>(
                                     std::chrono::duration<double, std::ratio<60>>(*minutes))
                               : usual;
    return std::min(ms.value_or(given), m_setting.limits.longest);
}

void Trial::stop(Reason reason, QStringList arguments)
{
    if (m_end || m_stopped)
        return;
    m_stopped = reason == Reason::Cancelled ? couldNotRun(reason, std::move(arguments))
                                            : failed(reason, std::move(arguments));
    if (m_probe)
        m_probe->stop();
    else
        end({});
}

void Trial::print(QByteArrayView utf8)
{
    m_output->append(utf8);
    if (m_tell.output && m_live == base::TimerId{})
        m_live = m_setting.timers.after(m_setting.limits.livePause, [this] {
            m_live = {};
            tellLive();
        });
}

void Trial::tellLive()
{
    const QString text = m_output->takeLive();
    const auto output = m_tell.output; // this may be gone before it returns
    if (!text.isEmpty())
        output({m_plan.id, text});
}

void Trial::end(End end)
{
    if (m_end)
        return;
    m_end = std::move(end);
    m_took = std::chrono::duration_cast<milliseconds>(m_setting.clock.steady() - m_since);
    m_setting.timers.cancel(m_limit);
    m_setting.timers.cancel(m_live);
    m_finish = m_setting.timers.after(milliseconds(0), [this] { finish(); });
}

void Trial::finish()
{
    if (m_stopped) {
        m_stopped->exitCode = m_end->exitCode;
        m_end = std::move(m_stopped);
    }
    Finding finding{.checkId = m_plan.id,
                    .kind = m_plan.kind,
                    .verdict = m_end->verdict,
                    .reason = m_end->reason,
                    .at = m_at};
    for (const QString& each : m_end->arguments)
        finding.arguments << m_redactor(m_setting.mask ? m_setting.mask(each) : each);
    finding.run = {.checkId = m_plan.id,
                   .exitCode = m_end->exitCode,
                   .httpStatus = m_end->httpStatus,
                   .duration = m_took,
                   .host = m_redactor(m_probe ? m_probe->host() : QString())};
    finding.value = m_end->value;
    finding.output = m_output->text();
    finding.isCut = m_output->isCut();
    const auto rest = m_output->takeRest();
    const auto kept = std::move(m_end->kept);
    const Tell tell = m_tell; // this may be gone after the first call
    if (tell.output && !rest.isEmpty())
        tell.output({finding.checkId, rest});
    tell.found(finding, kept);
}

} // namespace probes
