// SPDX-License-Identifier: GPL-3.0-or-later
// probes: the checks that the application runs itself: HTTP calls, commands, figures, certificates,
// connections, files. What a check asks for stands in release::CheckPlan::parameters, by kind (times
// in ms where the name says so; every kind: timeoutMs or timeoutMinutes, the limit of the whole):
//
//   http      method url headers{} body | upload "field"; status n|[n]; jsonPath "a.0.b" [jsonIs [..]];
//             textPresent [..]; textAbsent [..]; withinMs; keep {parameter: jsonPath}
//   command   arguments [program, ...]; shell true: one argument, for /bin/sh; folder; environment
//             [NAME | CHECK_NAME]: see command/command_line.h
//   metric    figure | query; source "own" | "prometheus"; server; badWhen "above" | "below"; limit
//   tls       host; port; minDays                    tcp   host; port; withinMs
//   redis     url; withinMs                          file_age   path; maxAgeMinutes
//   backup, ledger, replay, alert_rules: whatever their subject understands
//
// Every kind: part, what of the shop it calls. A check of a part or subject that does not exist here is
// not offered, and run all the same it could not: that is no failure of what is released.
//
// {name} in a text is filled in from the parameters and from what checks before it in the same order
// kept, which is shown nowhere, as a secret, and is no part of a command; one that is missing is an
// error, never an empty text. Times are measured on the steady clock.
//
// It knows release's values, Qt's network and processes; not the desk, not the store. It lives on one
// thread with a Qt event loop; everything here is used there.
//
//   probes::Runner runner({home, timers, clock, mask, subjects});
//   runner.run({.checks = item.plan.checks, .parameters = {{{"host", "https://chat.example"}}},
//               .where = probes::Where::Person},
//              {.output = showPiece, .found = keepAsEvidence, .done = enableButtons});
#pragma once

#include "base/clock.h"
#include "base/threads/caller.h"
#include "base/threads/timers.h"
#include "probes/values.h"

#include <QByteArray>
#include <QJsonObject>
#include <QSet>
#include <QString>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace probes {

using RunId = base::StrongNumber<struct RunTag>;

/// What a subject says of itself.
struct Judgement {
    Verdict verdict = Verdict::Failed;
    QString text; ///< shown as output
};
/// Judges and replies, at once or later, on any thread; an error reads as "could not run".
using Subject = std::function<void(const QJsonObject& parameters, base::Reply<Judgement> reply)>;

/// What this program can be asked about itself. Empty: there is none, and such checks are not offered.
struct Subjects {
    std::function<std::string()> figures; ///< its own metrics, Prometheus text format 0.0.4
    Subject backup, ledger, replay, alertRules;
    QSet<QString>
        parts; ///< of the shop that checks may call by a plan's "part": "images", "tickets"
};

/// Whether what a check is about exists: the subject of its kind, and the part that it calls ("part").
[[nodiscard]] bool has(const Subjects& subjects, const CheckPlan& plan);

struct Limits {
    qsizetype output = 1'048'576; ///< bytes of a check's output
    qsizetype answer = 4'194'304; ///< bytes of an HTTP answer
    int atOnce = 4;               ///< checks under way; others wait
    milliseconds network{10'000}; ///< where the plan sets no time
    milliseconds command{600'000};
    milliseconds longest{7'200'000}; ///< that a plan may set
    milliseconds grace{2'000};       ///< between asking a command to end and killing it
    milliseconds livePause{100};     ///< between two live pieces of a check
    qsizetype livePiece = 65'536;    ///< bytes; what is printed faster is not shown live
};

struct Setting {
    std::shared_ptr<base::Home> home; ///< of the thread that it lives on
    base::Timers& timers;             ///< of that home
    const base::Clock& clock;
    std::function<QString(const QString&)> mask; ///< takes personal data out; empty: shown as it is
    Subjects subjects;
    Limits limits = {};
    QByteArray trustedPem = {};    ///< certificates trusted besides the system's
    QSet<QString> ownSecrets = {}; ///< environment variables that no command is ever given
};

/// Checks that run one after another and share what they keep.
struct Order {
    std::vector<CheckPlan> checks;
    Parameters parameters;
    Where where = Where::Person;
    /// keyOf() of command lines, filled in as they run; asked for only where a person started it.
    QSet<QByteArray> confirmed;
};

/// A piece of a check's output, masked, whole lines where lines are short.
struct Piece {
    QString checkId;
    QString text;
};

/// Called on the runner's thread, never inside run() or cancel(); may call either, and destroy the
/// runner.
struct Listener {
    std::function<void(const Piece&)> output = {};
    std::function<void(const Finding&)> found = {}; ///< once a check, in their order
    std::function<void()> done = {};                ///< once, after the last
};

class Runner
{
public:
    explicit Runner(Setting setting);
    /// Kills what still runs, with its children, and waits for that; nobody is told.
    ~Runner();
    Runner(const Runner&) = delete;
    Runner& operator=(const Runner&) = delete;

    RunId run(Order order, Listener listener);
    /// What runs ends as soon as it can, it and all after it found Cancelled. Harmless for a run that
    /// is over.
    void cancel(RunId run);

    /// See has().
    [[nodiscard]] bool isOffered(const CheckPlan& plan) const;
    [[nodiscard]] std::size_t underWay() const noexcept; ///< runs

private:
    class Impl;
    std::shared_ptr<Impl> m_impl;
};

} // namespace probes
