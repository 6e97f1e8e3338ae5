// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/facts.h"

#include <algorithm>
#include <cmath>

namespace desk {

void WaitEstimate::add(base::milliseconds waited)
{
    constexpr double kWeight = 0.2;
    const auto ms = static_cast<double>(std::max<qint64>(waited.count(), 0));
    m_meanMs = m_isKnown ? m_meanMs + kWeight * (ms - m_meanMs) : ms;
    m_isKnown = true;
}

int WaitEstimate::minutes() const
{
    return m_isKnown ? std::max(1, static_cast<int>(std::ceil(m_meanMs / 60'000))) : 0;
}

engine::Facts factsNow(const Context& context, const WaitEstimate& wait, const QString& language)
{
    const auto setting = [&](const char* key) {
        return context.settings.value(QLatin1String(key)).trimmed();
    };
    engine::Facts facts;
    facts.now = context.clock.wall();
    facts.personsOnDuty = context.personsOnDuty();
    facts.expectedWaitMinutes = wait.minutes();
    facts.isOpen = context.hours.isOpen(facts.now);
    facts.shop = {.name = setting("shop.name"),
                  .address = setting("shop.address"),
                  .email = setting("shop.email"),
                  .whatsapp = setting("shop.whatsapp"),
                  .privacyUrl = setting("shop.privacyUrl"),
                  .hours = context.hours.describe(language)};
    return facts;
}

} // namespace desk
