// SPDX-License-Identifier: GPL-3.0-or-later
// The values of a check that runs: where it may, what it is given, what came of it. Copied freely,
// any thread.
#pragma once

#include "base/clock.h"
#include "release/values.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>
#include <vector>

namespace probes {

using base::milliseconds;
using release::CheckKind;
using release::CheckPlan;

/// Who starts a check. Whoever may edit an item must not run code on another's machine, so only a
/// person in front of it may start what touches that machine.
enum class Where {
    Person,      ///< somebody pressed Run, here
    CommandLine, ///< `relevoctl release check`
    Schedule,    ///< a schedule, or a server's own doing
};
/// On a schedule only HTTP, TCP, TLS and metric checks.
[[nodiscard]] bool mayRun(CheckKind kind, Where where) noexcept;

/// What the names in braces of a plan stand for: host, redis, prometheus, session, log_token.
struct Parameters {
    /// Without those that are shown nowhere: all that a command may be given.
    [[nodiscard]] QHash<QString, QString> open() const;
    /// Of this program's own /metrics and /api/logs: {log_token}, told to nobody else. Empty: there is none.
    void setOwnToken(const QString& token);

    QHash<QString, QString> values;
    QSet<QString> secret{QStringLiteral("log_token"), QStringLiteral("session")}; ///< their values
        ///< are shown nowhere
    QSet<QString> bound; ///< secrets of this program's own: they are told to nobody else
    QList<QUrl> own;     ///< where this program listens
};

enum class Verdict {
    Passed,
    Failed,
    CouldNotRun, ///< says nothing of its subject: no evidence
};

/// Why not passed. What the arguments of Finding are stands beside each, in order.
enum class Reason {
    None,
    NotAllowedHere,         ///< kind
    NotOffered,             ///< kind: its subject does not exist here
    NotConfirmed,           ///< the command: it must be confirmed on this machine first
    BadPlan,                ///< the parameter that is missing or wrong
    MissingParameter,       ///< name
    BadHost,                ///< what was given
    CannotStart,            ///< program, the system's words
    Cancelled,              ///< –
    TimedOut,               ///< limit in ms
    NameNotFound,           ///< host
    CannotConnect,          ///< host, the system's words
    ConnectionLost,         ///< host
    TlsFailed,              ///< host, the library's words
    RedirectRefused,        ///< where to
    TooLarge,               ///< the limit in bytes
    StatusDiffers,          ///< status, wanted ones
    NoJson,                 ///< –
    JsonMissing,            ///< path
    JsonDiffers,            ///< path, value, wanted ones
    TextMissing,            ///< text
    TextPresent,            ///< text
    TooSlow,                ///< ms, limit in ms
    ExitCode,               ///< code
    Killed,                 ///< number of the signal
    CertificateExpired,     ///< days since
    CertificateNotYetValid, ///< days until
    CertificateEndsSoon,    ///< days left, days wanted
    CertificateOfOtherHost, ///< host
    CertificateSelfSigned,  ///< –
    CertificateUntrusted,   ///< the library's words
    NotRedis,               ///< host
    RedisRefused,           ///< Redis' words
    FileMissing,            ///< path
    FileTooOld,             ///< age in minutes, limit in minutes
    FileFromFuture,         ///< minutes ahead
    NoData,                 ///< figure or query, why
    LimitPassed,            ///< figure or query, value, limit
    SubjectFailed,          ///< what the subject said
    AddressRefused,         ///< host: nobody's check goes there, or no schedule's
    NotForThere,            ///< name, host: the secret is this program's own
};

/// What came of one check.
struct Finding {
    QString checkId;
    CheckKind kind = CheckKind::Http;
    Verdict verdict = Verdict::CouldNotRun;
    Reason reason = Reason::None;
    QStringList arguments;
    release::CheckRun run;
    /// What was printed or answered, masked, at most Limits::output bytes of UTF-8: the tail is kept.
    QString output;
    bool isCut = false; ///< the beginning of `output` is missing
    double value = 0;   ///< of a metric: what was read; of a certificate: days left
    base::WallTime at;  ///< when it began
};

/// As evidence of its item; `id`, `by` and `validFor` are for the caller to fill in. Nothing where
/// the check could not run.
[[nodiscard]] std::optional<release::Evidence> evidenceOf(const Finding& finding,
                                                          const CheckPlan& plan);

/// For the log and for the end of the output: "failed status_differs 500 200".
[[nodiscard]] QString summaryOf(const Finding& finding);

} // namespace probes

template <>
struct release::Names<probes::Verdict> {
    static constexpr std::array kAll{"passed", "failed", "could_not_run"};
};
template <>
struct release::Names<probes::Reason> {
    static constexpr std::array kAll{
        "none",
        "not_allowed_here",
        "not_offered",
        "not_confirmed",
        "bad_plan",
        "missing_parameter",
        "bad_host",
        "cannot_start",
        "cancelled",
        "timed_out",
        "name_not_found",
        "cannot_connect",
        "connection_lost",
        "tls_failed",
        "redirect_refused",
        "too_large",
        "status_differs",
        "no_json",
        "json_missing",
        "json_differs",
        "text_missing",
        "text_present",
        "too_slow",
        "exit_code",
        "killed",
        "certificate_expired",
        "certificate_not_yet_valid",
        "certificate_ends_soon",
        "certificate_of_other_host",
        "certificate_self_signed",
        "certificate_untrusted",
        "not_redis",
        "redis_refused",
        "file_missing",
        "file_too_old",
        "file_from_future",
        "no_data",
        "limit_passed",
        "subject_failed",
        "address_refused",
        "not_for_there",
    };
    static_assert(kAll.size() == static_cast<std::size_t>(probes::Reason::NotForThere) + 1);
};
