// SPDX-License-Identifier: GPL-3.0-or-later
#include "ai/policy/watch.h"

#include "ai/policy/steady.h"

namespace ai {

void Watch::connected(base::SteadyTime now)
{
    m_mark = now;
    if (m_stage == Stage::Connecting)
        m_stage = Stage::Uploading;
}

void Watch::uploaded(base::SteadyTime now)
{
    m_mark = now;
}

void Watch::bodySent(base::SteadyTime now)
{
    m_mark = now;
    if (m_stage == Stage::Waiting || m_stage == Stage::Streaming)
        return;
    m_stage = Stage::Waiting;
    m_sent = now;
}

void Watch::bytes(base::SteadyTime now)
{
    m_mark = now;
}

void Watch::content(base::SteadyTime now)
{
    m_content = now;
    if (m_stage == Stage::Streaming)
        return;
    // An answer may begin before the body has gone out whole.
    if (m_stage != Stage::Waiting)
        m_sent = now;
    m_stage = Stage::Streaming;
    m_firstContent = now;
}

void Watch::pause()
{
    m_isPaused = true;
}

void Watch::resume(base::SteadyTime now)
{
    m_isPaused = false;
    m_mark = now;
    if (m_stage == Stage::Streaming)
        m_content = now;
}

Watch::Due Watch::due() const
{
    if (m_stage == Stage::Connecting)
        return {Limit::Connect, later(m_mark, m_deadlines.connect)};
    const Due idle{Limit::BytesIdle, later(m_mark, m_deadlines.bytesIdle)};
    if (m_stage == Stage::Uploading)
        return idle;
    const Due content = m_stage == Stage::Waiting
                            ? Due{Limit::FirstContent, later(m_sent, m_deadlines.firstContent)}
                            : Due{Limit::ContentIdle, later(m_content, m_deadlines.contentIdle)};
    return content.at <= idle.at ? content : idle;
}

std::optional<base::SteadyTime> Watch::next() const
{
    if (m_isPaused)
        return std::nullopt;
    return due().at;
}

std::optional<Limit> Watch::expired(base::SteadyTime now) const
{
    if (m_isPaused || now < due().at)
        return std::nullopt;
    return due().limit;
}

std::optional<base::milliseconds> Watch::timeToContent() const
{
    if (m_stage != Stage::Streaming)
        return std::nullopt;
    return std::chrono::floor<base::milliseconds>(m_firstContent - m_sent);
}

} // namespace ai
