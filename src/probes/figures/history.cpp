// SPDX-License-Identifier: GPL-3.0-or-later
#include "probes/figures/history.h"

namespace probes {

namespace {
constexpr std::chrono::minutes kWindow{kWindowMinutes};
/// What comes faster replaces the one before it, so that a window has few.
constexpr std::chrono::seconds kSpacing{10};
} // namespace

void FigureHistory::add(std::string_view exposition, base::SteadyTime now)
{
    const bool isSoon =
        m_moments.size() > 1 && m_moments.back().at - m_moments[m_moments.size() - 2].at < kSpacing;
    if (isSoon)
        m_moments.pop_back();
    m_moments.push_back({now, readExposition(exposition)});
    while (m_moments.size() > 2 && m_moments[1].at + kWindow <= now)
        m_moments.pop_front();
}

std::optional<double> FigureHistory::value(const QString& figure) const
{
    if (m_moments.empty())
        return std::nullopt;
    static const std::vector<Sample> kStart;
    const auto& before = m_moments.size() > 1 ? m_moments.front().samples : kStart;
    return figureFrom(figure, before, m_moments.back().samples);
}

} // namespace probes
