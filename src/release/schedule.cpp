// SPDX-License-Identifier: GPL-3.0-or-later
#include "release/schedule.h"

#include "release/states.h"

#include <algorithm>

namespace release {

namespace {

using base::milliseconds;

std::size_t placeOf(int node)
{
    return static_cast<std::size_t>(node);
}

/// One forward and one backward pass over the outline's nodes; times are from now.
class Passes
{
public:
    Passes(const Outline& outline, const Release& release, WallTime now)
        : m_outline(outline), m_release(release), m_now(now),
          m_states(statesAt(outline, release, now)), m_time(outline.order().size()),
          m_latest(outline.order().size()), m_isNeeded(outline.order().size(), false)
    {
        forward();
        markNeeded();
        backward();
    }

    [[nodiscard]] Schedule schedule() const;

private:
    void forward();
    void markNeeded();
    void backward();
    void readPath(Schedule& schedule) const;
    void readItem(int item, Schedule& schedule) const;

    [[nodiscard]] bool isItem(int node) const
    {
        return node < static_cast<int>(2 * m_outline.size());
    }
    [[nodiscard]] bool isEnd(int node) const { return isItem(node) && node % 2 == 1; }
    [[nodiscard]] bool isOpenLeaf(int item) const
    {
        return m_outline.isLeaf(item) && !isSettled(m_states[placeOf(item)]);
    }
    /// Between a leaf's beginning and its end; 0 for every other node.
    [[nodiscard]] milliseconds workIn(int node) const
    {
        return isEnd(node) ? remaining(node / 2) : milliseconds(0);
    }
    [[nodiscard]] milliseconds remaining(int item) const
    {
        const Item& each = m_release.items[placeOf(item)];
        if (!isOpenLeaf(item) || !each.plan.estimate)
            return milliseconds(0);
        const milliseconds whole = *each.plan.estimate;
        if (m_states[placeOf(item)] != State::Doing)
            return whole;
        return std::clamp(whole - (m_now - each.changedAt), milliseconds(0), whole);
    }

    const Outline& m_outline;
    const Release& m_release;
    WallTime m_now;
    std::vector<State> m_states;
    std::vector<milliseconds> m_time;   ///< the earliest
    std::vector<milliseconds> m_latest; ///< without making the go later; of needed nodes
    std::vector<bool> m_isNeeded;
    int m_last = -1; ///< the needed end that comes last
};

void Passes::forward()
{
    for (const int node : m_outline.order()) {
        milliseconds time{0};
        for (const int before : m_outline.waitsFor(node))
            time = std::max(time, m_time[placeOf(before)]);
        m_time[placeOf(node)] = time + workIn(node);
    }
}

void Passes::markNeeded()
{
    for (int item = 0; item < static_cast<int>(m_outline.size()); ++item) {
        const bool isAsked = m_outline.isLeaf(item) && !m_outline.isAfterGo(item) &&
                             m_outline.itemClass(item) != ItemClass::Optional;
        if (!isAsked)
            continue;
        const int end = 2 * item + 1;
        m_isNeeded[placeOf(end)] = true;
        if (m_last < 0 || m_time[placeOf(end)] > m_time[placeOf(m_last)])
            m_last = end;
    }
    for (auto it = m_outline.order().rbegin(); it != m_outline.order().rend(); ++it) {
        if (!m_isNeeded[placeOf(*it)])
            continue;
        for (const int before : m_outline.waitsFor(*it))
            m_isNeeded[placeOf(before)] = true;
    }
}

void Passes::backward()
{
    const milliseconds end = m_last < 0 ? milliseconds(0) : m_time[placeOf(m_last)];
    std::fill(m_latest.begin(), m_latest.end(), end);
    for (auto it = m_outline.order().rbegin(); it != m_outline.order().rend(); ++it) {
        if (!m_isNeeded[placeOf(*it)])
            continue;
        const milliseconds begin = m_latest[placeOf(*it)] - workIn(*it);
        for (const int before : m_outline.waitsFor(*it))
            m_latest[placeOf(before)] = std::min(m_latest[placeOf(before)], begin);
    }
}

void Passes::readPath(Schedule& schedule) const
{
    for (int node = m_last; node >= 0;) {
        if (isEnd(node) && isOpenLeaf(node / 2))
            schedule.criticalPath.push_back(m_release.items[placeOf(node / 2)].plan.id);
        const milliseconds begin = m_time[placeOf(node)] - workIn(node);
        const auto& before = m_outline.waitsFor(node);
        const auto decides = std::find_if(before.begin(), before.end(),
                                          [&](int each) { return m_time[placeOf(each)] == begin; });
        node = decides == before.end() ? -1 : *decides;
    }
    std::reverse(schedule.criticalPath.begin(), schedule.criticalPath.end());
}

void Passes::readItem(int item, Schedule& schedule) const
{
    const int end = 2 * item + 1;
    const Item& each = m_release.items[placeOf(item)];
    ItemTimes times{m_now + m_time[placeOf(end - 1)], m_now + m_time[placeOf(end)], std::nullopt};
    if (m_isNeeded[placeOf(end)])
        times.slack = std::chrono::floor<minutes>(m_latest[placeOf(end)] - m_time[placeOf(end)]);
    if (isOpenLeaf(item)) {
        if (times.slack && !each.plan.estimate)
            schedule.unestimated.push_back(each.plan.id);
        if (each.due && *each.due < m_now)
            schedule.late.push_back(each.plan.id);
        else if (each.due && *each.due < times.end)
            schedule.atRisk.push_back(each.plan.id);
    }
    schedule.items.push_back(times);
}

Schedule Passes::schedule() const
{
    Schedule schedule;
    schedule.earliest = m_last < 0 ? m_now : m_now + m_time[placeOf(m_last)];
    schedule.items.reserve(m_outline.size());
    readPath(schedule);
    for (int item = 0; item < static_cast<int>(m_outline.size()); ++item)
        readItem(item, schedule);
    return schedule;
}

} // namespace

Schedule scheduleOf(const Outline& outline, const Release& release, WallTime now)
{
    return Passes(outline, release, now).schedule();
}

} // namespace release
