// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/threads/qt_home.h"
#include "probes/runner.h"

#include <QJsonObject>

#include <memory>
#include <vector>

/// Real time, but for the wall, which a test may set.
class WallSetClock final : public base::Clock
{
public:
    [[nodiscard]] base::WallTime wall() const override { return m_system.wall() + m_ahead; }
    [[nodiscard]] base::SteadyTime steady() const override { return m_system.steady(); }
    void setAhead(base::milliseconds by) { m_ahead = by; }

private:
    base::SystemClock m_system;
    base::milliseconds m_ahead{0};
};

/// A runner on this thread's event loop.
class ProbeFixture
{
public:
    explicit ProbeFixture(probes::Subjects subjects = {}, probes::Limits limits = {},
                          QByteArray trustedPem = {});

    /// Runs them all and waits; the live pieces are in `pieces`.
    std::vector<probes::Finding> run(probes::Order order);
    probes::Finding run(probes::CheckKind kind, const QJsonObject& parameters,
                        const QHash<QString, QString>& values = {},
                        probes::Where where = probes::Where::CommandLine);
    /// False after 10 s.
    static bool waitFor(const std::function<bool()>& condition);

    WallSetClock clock;
    base::QtHome home{clock};
    QStringList pieces;
    std::unique_ptr<probes::Runner> runner;
};

[[nodiscard]] probes::CheckPlan planOf(const char* id, probes::CheckKind kind,
                                       const QJsonObject& parameters);
/// From JSON as it stands in a template.
[[nodiscard]] QJsonObject json(const char* text);
/// "failed status_differs 500 200", as findings are compared.
[[nodiscard]] QString s(const probes::Finding& finding);
