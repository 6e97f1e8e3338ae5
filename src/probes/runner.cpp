// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/runner.h"

#include "probes/command/command_line.h"
#include "probes/trial.h"

#include <algorithm>
#include <list>

namespace probes {

namespace {

QString partOf(const CheckPlan& plan)
{
    return plan.parameters.value(QLatin1String("part")).toString();
}

} // namespace

bool has(const Subjects& subjects, const CheckPlan& plan)
{
    const QString part = partOf(plan);
    if (!part.isEmpty() && !subjects.parts.contains(part))
        return false;
    switch (plan.kind) {
    case CheckKind::Backup: return subjects.backup != nullptr;
    case CheckKind::Ledger: return subjects.ledger != nullptr;
    case CheckKind::Replay: return subjects.replay != nullptr;
    case CheckKind::AlertRules: return subjects.alertRules != nullptr;
    case CheckKind::Http:
    case CheckKind::Command:
    case CheckKind::Metric:
    case CheckKind::Tls:
    case CheckKind::Tcp:
    case CheckKind::Redis:
    case CheckKind::FileAge: break;
    }
    return true;
}

/// Lives as long as one of its calls is on the stack, so a listener may destroy the runner.
class Runner::Impl : public std::enable_shared_from_this<Runner::Impl>
{
public:
    explicit Impl(Setting setting) : m_setting(std::move(setting)) {}

    RunId add(Order order, Listener listener);
    void cancel(RunId id);
    void close();
    [[nodiscard]] bool isOffered(const CheckPlan& plan) const
    {
        return has(m_setting.subjects, plan);
    }
    [[nodiscard]] std::size_t underWay() const noexcept { return m_runs.size(); }

private:
    struct Run {
        RunId id;
        Order order;
        Listener listener;
        std::size_t next = 0; ///< the check that is under way, or waits
        std::unique_ptr<Trial> trial;
        bool isCancelled = false;
    };
    using Runs = std::list<Run>;

    [[nodiscard]] Runs::iterator find(RunId id);
    void step();
    void stepSoon();
    void begin(Run& run);
    void print(RunId id, const Piece& piece);
    void found(RunId id, const Finding& finding, const QHash<QString, QString>& kept);
    void finish(RunId id);
    [[nodiscard]] std::optional<End> refusal(const Run& run, const CheckPlan& plan) const;

    const Setting m_setting;
    FigureHistory m_history;
    Runs m_runs; ///< in their order of arrival
    qint64 m_last = 0;
    base::TimerId m_step;
};

Runner::Impl::Runs::iterator Runner::Impl::find(RunId id)
{
    return std::ranges::find(m_runs, id, &Run::id);
}

RunId Runner::Impl::add(Order order, Listener listener)
{
    const RunId id{++m_last};
    m_runs.push_back({.id = id, .order = std::move(order), .listener = std::move(listener)});
    stepSoon();
    return id;
}

void Runner::Impl::cancel(RunId id)
{
    const auto run = find(id);
    if (run == m_runs.end())
        return;
    run->isCancelled = true;
    if (run->trial)
        run->trial->stop(Reason::Cancelled);
    else
        stepSoon();
}

void Runner::Impl::close()
{
    m_setting.timers.cancel(m_step);
    // A trial that is on the stack is there as its last call, and copied what it still needs.
    m_runs.clear();
}

void Runner::Impl::stepSoon()
{
    m_setting.timers.cancel(m_step);
    m_step = m_setting.timers.after(milliseconds(0), [self = weak_from_this()] {
        if (const auto here = self.lock())
            here->step();
    });
}

void Runner::Impl::step()
{
    auto busy = std::ranges::count_if(m_runs, [](const Run& run) { return run.trial != nullptr; });
    for (auto it = m_runs.begin(); it != m_runs.end(); ++it) {
        if (it->trial)
            continue;
        if (it->next == it->order.checks.size()) {
            finish(it->id); // its listener may do anything
            return;
        }
        if (busy >= m_setting.limits.atOnce && !it->isCancelled)
            continue;
        ++busy;
        begin(*it);
    }
}

void Runner::Impl::begin(Run& run)
{
    const CheckPlan plan = run.order.checks[run.next];
    const std::weak_ptr<Impl> self = weak_from_this();
    Trial::Tell tell{.found = [self, id = run.id](const Finding& finding, const auto& kept) {
        if (const auto here = self.lock())
            here->found(id, finding, kept);
    }};
    if (run.listener.output)
        tell.output = [self, id = run.id](const Piece& piece) {
            if (const auto here = self.lock())
                here->print(id, piece);
        };
    run.trial = std::make_unique<Trial>(m_setting, m_history, plan, std::move(tell));
    run.trial->begin(run.order.parameters, run.order.where, refusal(run, plan));
}

std::optional<End> Runner::Impl::refusal(const Run& run, const CheckPlan& plan) const
{
    if (run.isCancelled)
        return couldNotRun(Reason::Cancelled);
    if (!isOffered(plan)) {
        const QString part = partOf(plan);
        return couldNotRun(Reason::NotOffered,
                           {part.isEmpty() ? release::nameText(plan.kind) : part});
    }
    if (!mayRun(plan.kind, run.order.where))
        return couldNotRun(Reason::NotAllowedHere, {release::nameText(plan.kind)});
    if (plan.kind != CheckKind::Command || run.order.where != Where::Person)
        return std::nullopt;
    const auto line = commandLineOf(plan, run.order.parameters, m_setting.ownSecrets);
    if (!line)
        return line.error();
    if (!run.order.confirmed.contains(keyOf(*line)))
        return couldNotRun(Reason::NotConfirmed, {textOf(*line)});
    return std::nullopt;
}

void Runner::Impl::print(RunId id, const Piece& piece)
{
    const auto run = find(id);
    if (run == m_runs.end())
        return;
    const auto output = run->listener.output; // the run may be gone before it returns
    output(piece);
}

void Runner::Impl::found(RunId id, const Finding& finding, const QHash<QString, QString>& kept)
{
    const auto run = find(id);
    if (run == m_runs.end())
        return;
    run->trial.reset();
    ++run->next;
    for (auto it = kept.begin(); it != kept.end(); ++it) {
        run->order.parameters.values.insert(it.key(), it.value());
        run->order.parameters.secret.insert(it.key());
    }
    stepSoon();
    if (const auto tell = run->listener.found)
        tell(finding);
}

void Runner::Impl::finish(RunId id)
{
    const auto run = find(id);
    const auto done = std::move(run->listener.done);
    m_runs.erase(run);
    stepSoon();
    if (done)
        done();
}

Runner::Runner(Setting setting) : m_impl(std::make_shared<Impl>(std::move(setting)))
{
}

Runner::~Runner()
{
    m_impl->close();
}

RunId Runner::run(Order order, Listener listener)
{
    return m_impl->add(std::move(order), std::move(listener));
}

void Runner::cancel(RunId run)
{
    m_impl->cancel(run);
}

bool Runner::isOffered(const CheckPlan& plan) const
{
    return m_impl->isOffered(plan);
}

std::size_t Runner::underWay() const noexcept
{
    return m_impl->underWay();
}

} // namespace probes
