// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "probes/make.h"
#include "probes/output.h"

#include <memory>
#include <optional>

namespace probes {

/// One check from its plan to its finding: its time limit, its output, its end. Tells through
/// Listener-like functions, never inside begin() or stop(); whatever those do, also destroying this,
/// is harmless.
class Trial final : public Sink
{
public:
    struct Tell {
        std::function<void(const Piece&)> output;
        std::function<void(const Finding&, const QHash<QString, QString>& kept)> found;
    };
    Trial(const Setting& setting, FigureHistory& history, CheckPlan plan, Tell tell);
    ~Trial() override;
    Trial(const Trial&) = delete;
    Trial& operator=(const Trial&) = delete;

    /// \param refusal why it must not run at all
    void begin(const Parameters& parameters, Where where, std::optional<End> refusal);
    void stop(Reason reason, QStringList arguments = {});

    void print(QByteArrayView utf8) override;
    void end(End end) override;

private:
    void prepare(const Parameters& parameters);
    [[nodiscard]] std::optional<milliseconds> timeLimit() const; ///< nothing: the plan is wrong
    void tellLive();
    void finish();

    const Setting& m_setting;
    FigureHistory& m_history;
    const CheckPlan m_plan;
    const Tell m_tell;
    AddressPolicy m_policy;
    Redactor m_redactor;
    std::unique_ptr<Output> m_output;
    std::unique_ptr<Probe> m_probe;
    std::optional<End> m_end;
    std::optional<End> m_stopped; ///< what it ends as because it was stopped
    base::WallTime m_at;
    base::SteadyTime m_since;
    milliseconds m_took{0};
    base::TimerId m_limit, m_live, m_finish;
};

} // namespace probes
