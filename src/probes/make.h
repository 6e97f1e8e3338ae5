// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the probe of a check. Inside probes only.
#pragma once

#include "probes/figures/history.h"
#include "probes/network/address_policy.h"
#include "probes/plan/fill.h"
#include "probes/probe.h"
#include "probes/runner.h"

#include <tl/expected.hpp>

#include <memory>

namespace probes {

/// What a probe stands on; outlives it.
struct Ground {
    const Setting& setting;
    FigureHistory& history;
    Sink& sink;
    Redactor& redactor; ///< may learn more while the probe is made
    const AddressPolicy& policy;
};
/// A probe, or why there is none.
using Made = tl::expected<std::unique_ptr<Probe>, End>;

[[nodiscard]] inline tl::unexpected<End> badPlan(const QString& parameter)
{
    return tl::unexpected<End>(couldNotRun(Reason::BadPlan, {parameter}));
}

/// Of every kind but a command. \param plan filled in
[[nodiscard]] Made makeProbe(CheckKind kind, const QJsonObject& plan, const Ground& ground);

// By kind:
[[nodiscard]] Made makeHttpProbe(const QJsonObject& plan, const Ground& ground);
[[nodiscard]] Made makeCommandProbe(const CheckPlan& plan, const Parameters& given,
                                    const Ground& ground);
[[nodiscard]] Made makeMetricProbe(const QJsonObject& plan, const Ground& ground);
[[nodiscard]] Made makeTlsProbe(const QJsonObject& plan, const Ground& ground);
[[nodiscard]] Made makeTcpProbe(const QJsonObject& plan, const Ground& ground);
[[nodiscard]] Made makeRedisProbe(const QJsonObject& plan, const Ground& ground);
[[nodiscard]] Made makeFileAgeProbe(const QJsonObject& plan, const Ground& ground);
[[nodiscard]] Made makeSubjectProbe(const Subject& subject, const QJsonObject& plan,
                                    const Ground& ground);

} // namespace probes
