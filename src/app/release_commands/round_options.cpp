// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/release_commands/round_options.h"

#include "app/service.h"

#include <algorithm>

namespace app {

namespace {

constexpr std::chrono::seconds kShortest{10};
constexpr std::chrono::seconds kLongest = std::chrono::hours(24);

/// \param missing where it is not given
base::Result<std::chrono::seconds> roundTime(const CommandContext& context, const char* name,
                                             std::chrono::seconds missing)
{
    if (!context.given.has(QString::fromLatin1(name)))
        return missing;
    const QString text = optionText(context, name);
    const QChar unit = text.isEmpty() ? QChar() : text.back();
    const int factor = unit == u's' ? 1 : unit == u'm' ? 60 : unit == u'h' ? 60 * 60 : 0;
    const QString digits = text.chopped(std::min<qsizetype>(1, text.size()));
    const bool isNumber =
        std::ranges::all_of(digits, [](QChar each) { return each >= u'0' && each <= u'9'; });
    const std::chrono::seconds time{qint64{digits.toInt()} * factor}; // 0 where it is too long
    if (isNumber && time >= kShortest && time <= kLongest)
        return time;
    return base::fail(base::Code::Invalid,
                      context
                          .translate("relevoctl", "--%1 takes a time from 10s to 24h, for "
                                                  "instance 5m: not \"%2\"")
                          .arg(QString::fromLatin1(name), text.left(60)));
}

} // namespace

base::Result<std::optional<probes::Rounds>> roundsGiven(const CommandContext& context)
{
    if (!context.given.has(QStringLiteral("every")) && !context.given.has(QStringLiteral("for")))
        return std::optional<probes::Rounds>();
    probes::Rounds rounds{.moments = {}};
    const auto every = roundTime(context, "every", rounds.every);
    const auto lasts = roundTime(context, "for", rounds.lasts);
    if (!every || !lasts)
        return base::fail(every ? lasts.error() : every.error());
    if (*every > *lasts)
        return base::fail(base::Code::Invalid, QStringLiteral("--every is longer than --for"));
    rounds.every = *every;
    rounds.lasts = *lasts;
    return std::optional(std::move(rounds));
}

RoundClock::RoundClock(CommandContext& context, const probes::Rounds& rounds)
    : m_context(context), m_rounds(rounds), m_from(context.service().clock().wall()),
      m_began(context.service().clock().steady()), m_at(m_from)
{
}

bool RoundClock::next()
{
    const auto passed =
        std::chrono::floor<base::milliseconds>(m_context.service().clock().steady() - m_began);
    const auto round = probes::nextRound(m_rounds, m_from, m_from + passed);
    if (!round || !m_context.pause(round->at - (m_from + passed)))
        return false;
    m_at = m_context.service().clock().wall();
    ++m_number;
    return true;
}

} // namespace app
