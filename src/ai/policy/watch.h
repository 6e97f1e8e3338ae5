// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ai/values.h"
#include "base/clock.h"

#include <optional>

namespace ai {

/// The deadlines of one attempt. It keeps times only: telling it that something came costs no timer.
/// Whoever owns it sets one timer to next() and asks expired() when it fires. Used at one home.
///
///   connect        from the start until a connection stands
///   bytes idle     from then on, between bytes in either direction
///   first content  from the body's last byte until the first content; keep-alives do not help
///   content idle   from then on, between contents
///
/// While paused (the reader is slow) nothing is expected of the server.
class Watch
{
public:
    Watch(const Deadlines& deadlines, base::SteadyTime start)
        : m_deadlines(deadlines), m_mark(start)
    {
    }

    void connected(base::SteadyTime now);
    void uploaded(base::SteadyTime now);
    void bodySent(base::SteadyTime now);
    void bytes(base::SteadyTime now);
    void content(base::SteadyTime now);
    void pause();
    void resume(base::SteadyTime now);

    /// When the first of the limits will be passed; nothing while paused.
    [[nodiscard]] std::optional<base::SteadyTime> next() const;
    /// The limit that has been passed, the one that was passed first.
    [[nodiscard]] std::optional<Limit> expired(base::SteadyTime now) const;

    /// From the body's last byte sent to the first content; nothing before that came.
    [[nodiscard]] std::optional<base::milliseconds> timeToContent() const;
    [[nodiscard]] bool isConnected() const noexcept { return m_stage != Stage::Connecting; }

private:
    enum class Stage { Connecting, Uploading, Waiting, Streaming };
    struct Due {
        Limit limit;
        base::SteadyTime at;
    };
    [[nodiscard]] Due due() const;

    const Deadlines m_deadlines;
    Stage m_stage = Stage::Connecting;
    bool m_isPaused = false;
    base::SteadyTime m_mark;    ///< start, or the last byte
    base::SteadyTime m_sent;    ///< the body's last byte
    base::SteadyTime m_content; ///< the last content
    base::SteadyTime m_firstContent;
};

} // namespace ai
