// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/ai/ai_texts.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <cmath>

namespace panels {

namespace {

struct AiTexts {
    Q_DECLARE_TR_FUNCTIONS(AiTexts)
};

constexpr double kMicros = 1'000'000;

QString causeText(const QString& cause)
{
    if (cause == u"failures_in_a_row")
        return AiTexts::tr("several calls in a row failed");
    if (cause == u"failure_rate")
        return AiTexts::tr("half of the calls failed");
    if (cause == u"too_slow")
        return AiTexts::tr("it answers too slowly");
    if (cause == u"too_slow_for_turns")
        return AiTexts::tr("it answers too slowly for waiting customers");
    if (cause == u"probe_failed" || cause == u"probe_expired")
        return AiTexts::tr("the last try failed");
    if (cause == u"by_hand")
        return AiTexts::tr("somebody wanted it so");
    return cause;
}

QString unavailableText(const QString& cause)
{
    if (cause == u"connect_failed")
        return AiTexts::tr("Nobody answers at this address. Is the server running, and is the "
                           "address right?");
    if (cause == u"offline")
        return AiTexts::tr("This machine has no network.");
    if (cause == u"not_found")
        return AiTexts::tr("The server knows no such model or address. Look at both.");
    if (cause == u"no_key")
        return AiTexts::tr("There is no key for this server. Write it above.");
    if (cause == u"quota")
        return AiTexts::tr("The account has no credit left.");
    return AiTexts::tr("The server answers with an error. Try again later.");
}

QString supportText(desk::AiSupport support)
{
    switch (support) {
    case desk::AiSupport::Yes: return AiTexts::tr("works");
    case desk::AiSupport::No: return AiTexts::tr("does not work");
    case desk::AiSupport::Unknown: break;
    }
    return AiTexts::tr("not known");
}

QString failureText(const desk::AiTrial& trial)
{
    const QString& outcome = trial.outcome;
    if (outcome == u"unavailable")
        return unavailableText(trial.why);
    if (outcome == u"unauthorized")
        return AiTexts::tr("The server does not accept the key.");
    if (outcome == u"rate_limited")
        return AiTexts::tr("The server has had too many calls for now. Try again in a minute.");
    if (outcome == u"timed_out")
        return AiTexts::tr("It took too long. A local model may still be loading: try again.");
    if (outcome == u"bad_request" || outcome == u"too_long" || outcome == u"refused")
        return AiTexts::tr("The server refuses the request: %1").arg(trial.why);
    if (outcome == u"protocol_error" || outcome == u"truncated")
        return AiTexts::tr("What answers there is no AI server of this kind: %1").arg(trial.why);
    return AiTexts::tr("It did not work (%1).").arg(outcome);
}

} // namespace

QString aiStateText(const desk::AiOverview& overview)
{
    if (overview.servers.empty())
        return AiTexts::tr(
            "No AI is connected, and everything works without one. With a key, or a server like "
            "Ollama on this machine and no key, the bot understands freer wording and you get help "
            "with writing.");
    QStringList names;
    for (const auto& server : overview.servers)
        names += server.name == overview.environmentServer
                     ? AiTexts::tr("%1 (set in the environment)").arg(server.model)
                     : QStringLiteral("%1 (%2)").arg(server.name, server.model);
    return AiTexts::tr("Connected: %1").arg(names.join(QStringLiteral(", ")));
}

QString aiFaultText(const desk::AiProblem& problem)
{
    return desk::aiProblemText(
        problem, [](const char* text) { return QCoreApplication::translate("AiProblems", text); });
}

QString aiKeyText(desk::AiKeyPlace place)
{
    switch (place) {
    case desk::AiKeyPlace::Keychain: return AiTexts::tr("kept in the keychain");
    case desk::AiKeyPlace::Environment: return AiTexts::tr("set in the environment");
    case desk::AiKeyPlace::Locked: return AiTexts::tr("the keychain is locked");
    case desk::AiKeyPlace::Absent: return AiTexts::tr("no keychain answers here");
    case desk::AiKeyPlace::Nowhere: break;
    }
    return AiTexts::tr("none");
}

QString aiKeySavedText(desk::AiKeySaved saved, const QString& name)
{
    switch (saved) {
    case desk::AiKeySaved::Saved: return AiTexts::tr("The key is kept in the keychain.");
    case desk::AiKeySaved::Locked:
        return AiTexts::tr("The keychain is locked, so the key was not kept. Unlock it and save "
                           "again, or set %1 (or %1_FILE) before Relevo starts.")
            .arg(name);
    case desk::AiKeySaved::NoKeychain:
        return AiTexts::tr("No keychain answers here, so the key was not kept. Set %1 (or %1_FILE) "
                           "before Relevo starts.")
            .arg(name);
    case desk::AiKeySaved::Failed: break;
    }
    return AiTexts::tr("The keychain did not take the key. Save again, or set %1 (or %1_FILE) "
                       "before Relevo starts.")
        .arg(name);
}

QString aiTrialText(const desk::AiTrial& trial)
{
    const QLocale locale;
    if (!trial.isAnswered) {
        const QString status =
            trial.status > 0 ? QStringLiteral(" (HTTP %1)").arg(trial.status) : QString();
        return QStringLiteral("⚠ ") + failureText(trial) + status;
    }
    return QStringLiteral("✓ ") +
           AiTexts::tr("It answers: first words after %1 ms, all after %2 ms. Streams: %3. JSON "
                       "schema: %4.")
               .arg(locale.toString(static_cast<qlonglong>(trial.first.count())),
                    locale.toString(static_cast<qlonglong>(trial.total.count())),
                    supportText(trial.pieces > 1 ? desk::AiSupport::Yes : desk::AiSupport::No),
                    supportText(trial.schema));
}

QString aiOutcomeText(const QString& outcome)
{
    if (outcome == u"completed")
        return AiTexts::tr("answered");
    if (outcome == u"truncated")
        return AiTexts::tr("broke off");
    if (outcome == u"refused")
        return AiTexts::tr("refused");
    if (outcome == u"rate_limited")
        return AiTexts::tr("too many calls");
    if (outcome == u"unavailable")
        return AiTexts::tr("not available");
    if (outcome == u"timed_out")
        return AiTexts::tr("took too long");
    if (outcome == u"unauthorized")
        return AiTexts::tr("key not accepted");
    if (outcome == u"too_long")
        return AiTexts::tr("too long a conversation");
    if (outcome == u"cancelled")
        return AiTexts::tr("cancelled");
    if (outcome == u"over_budget")
        return AiTexts::tr("over the day's limit");
    if (outcome == u"rejected")
        return AiTexts::tr("answer not usable");
    return AiTexts::tr("failed");
}

QString aiOffText(desk::SmartOffBy by)
{
    switch (by) {
    case desk::SmartOffBy::Nobody: break;
    case desk::SmartOffBy::Setting: return AiTexts::tr("It was switched off here.");
    case desk::SmartOffBy::Start:
        return AiTexts::tr("SMART_MODE or SMART_MODE_ENABLED switched it off when Relevo started.");
    case desk::SmartOffBy::File: return AiTexts::tr("The file of SMART_MODE_FILE says off.");
    }
    return {};
}

QString aiBreakerText(const desk::AiBreaker& breaker)
{
    const QString counts = AiTexts::tr("%1 calls, %2 failed, %3 slow")
                               .arg(breaker.calls)
                               .arg(breaker.failures)
                               .arg(breaker.slow);
    if (breaker.state == u"forced_open")
        return QStringLiteral("✗ ") + AiTexts::tr("Stopped by hand until it is reset.");
    if (breaker.state == u"disabled")
        return QStringLiteral("⚠ ") +
               AiTexts::tr("Asked whatever fails, until it is reset (%1).").arg(counts);
    if (breaker.state == u"closed")
        return QStringLiteral("✓ ") + AiTexts::tr("In use (%1).").arg(counts);
    QStringList parts;
    parts +=
        breaker.lane == u"turn"
            ? AiTexts::tr("Paused for customers: %1 (%2).").arg(causeText(breaker.cause), counts)
            : AiTexts::tr("Paused for agents: %1 (%2).").arg(causeText(breaker.cause), counts);
    if (!breaker.lastError.isEmpty())
        parts += AiTexts::tr("Last error: %1.").arg(breaker.lastError);
    if (breaker.state == u"half_open")
        parts += AiTexts::tr("The next call is a try.");
    else if (breaker.nextProbe)
        parts += AiTexts::tr("Next try at %1.")
                     .arg(QLocale().toString(
                         QDateTime::fromMSecsSinceEpoch(base::toMs(*breaker.nextProbe)).time(),
                         QStringLiteral("HH:mm:ss")));
    return QStringLiteral("⚠ ") + parts.join(u' ');
}

QString amountText(qint64 micros)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    QString text = locale.toString(static_cast<double>(micros) / kMicros, 'f', 6);
    while (text.endsWith(u'0'))
        text.chop(1);
    return text.endsWith(locale.decimalPoint()) ? text.chopped(1) : text;
}

std::optional<qint64> amountOf(const QString& text)
{
    bool ok = false;
    double amount = QLocale().toDouble(text.trimmed(), &ok);
    if (!ok)
        amount = QLocale::c().toDouble(text.trimmed(), &ok);
    if (text.trimmed().isEmpty())
        return 0;
    if (!ok || !std::isfinite(amount) || amount < 0 || amount > kMicros)
        return std::nullopt;
    return std::llround(amount * kMicros);
}

} // namespace panels
