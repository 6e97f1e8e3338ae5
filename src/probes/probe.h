// SPDX-License-Identifier: GPL-3.0-or-later
// One check under way, of one kind. Inside probes only.
#pragma once

#include "probes/values.h"

#include <QByteArrayView>
#include <QHash>

namespace probes {

/// How a probe ended.
struct End {
    Verdict verdict = Verdict::Failed;
    Reason reason = Reason::None;
    QStringList arguments = {};
    int exitCode = 0;
    int httpStatus = 0;
    double value = 0;
    QHash<QString, QString> kept = {}; ///< for the checks after it
};
[[nodiscard]] inline End passed()
{
    return {.verdict = Verdict::Passed};
}
[[nodiscard]] inline End failed(Reason reason, QStringList arguments = {})
{
    return {.reason = reason, .arguments = std::move(arguments)};
}
[[nodiscard]] inline End couldNotRun(Reason reason, QStringList arguments = {})
{
    return {.verdict = Verdict::CouldNotRun, .reason = reason, .arguments = std::move(arguments)};
}

/// Whom a probe tells.
class Sink
{
public:
    virtual ~Sink() = default;
    virtual void print(QByteArrayView utf8) = 0;
    /// Once, the last call. The probe lives on at least until its own call has returned.
    virtual void end(End end) = 0;
};

class Probe
{
public:
    /// Whatever it began ends with it, at once.
    virtual ~Probe() = default;
    virtual void start() = 0;
    /// Ends as soon as it can, and tells so.
    virtual void stop() = 0;
    /// What CheckRun::host says; known from the start.
    [[nodiscard]] virtual QString host() const = 0;
};

} // namespace probes
