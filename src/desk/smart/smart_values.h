// SPDX-License-Identifier: GPL-3.0-or-later
// What the desk's callers get of smart mode: plain values.
#pragma once

#include "base/clock.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace desk {

/// In which tone AI words what the flow says: warm, brief or formal (the prompts "word_…"). Empty: not
/// at all.
inline const QString kSmartToneSetting = QStringLiteral("smart.tone");

/// What the environment said when the program started; it counts until it ends.
struct SmartStart {
    QString mode;    ///< SMART_MODE; empty: not set
    QString enabled; ///< SMART_MODE_ENABLED; empty: not set
    QString file;    ///< SMART_MODE_FILE: while this file says "off", AI is off; empty: no file
};

/// Who says that AI is off for all.
enum class SmartOffBy {
    Nobody,
    Setting, ///< the switch in the window, or `relevoctl smart off`
    Start,   ///< SMART_MODE or SMART_MODE_ENABLED
    File,    ///< the file of SMART_MODE_FILE
};

struct SmartState {
    int share = 100; ///< of conversations in a hundred; 0: off
    SmartOffBy offBy = SmartOffBy::Nobody;
    bool hasAi = false; ///< there is an AI that could help; without, the switch changes nothing
    QStringList stages; ///< ids of the flow's stages at which the bot answers, in the flow's order
    QStringList stagesOff; ///< those of them at which AI does not help
    bool operator==(const SmartState&) const = default;
};

/// A circuit breaker in people's terms. Names are those of the log, as the client gives them.
struct AiBreaker {
    QString endpoint, model, lane; ///< no model: the server's own, for its connections
    QString state;                 ///< closed, open, half_open, forced_open, disabled
    QString cause;                 ///< of the opening
    QString lastError;
    qint64 calls = 0, failures = 0, slow = 0; ///< when it opened; else now, in the window
    std::optional<base::WallTime> nextProbe;  ///< while open
};

/// How AI is doing.
struct AiHealth {
    bool isConfigured = false;
    std::vector<AiBreaker> breakers;
    qint64 calls = 0, answered = 0;  ///< since the start
    qint64 spentMicros = 0;          ///< today, in millionths
    std::optional<qint64> capMicros; ///< a day
};

/// What a trial tells of something that a server may be able to do.
enum class AiSupport { Unknown, Yes, No };

/// What one server answered when somebody tried it.
struct AiTrial {
    bool isAnswered = false;
    QString outcome; ///< the client's word for the end: completed, unauthorized, timed_out …
    QString why;     ///< its cause or limit, or what the server said, masked; may be empty
    QString requestId;
    int status = 0; ///< 0: no answer came
    int pieces = 0; ///< in how many the words came; more than one: it streams
    base::milliseconds first{0}, total{0}; ///< to the first words, and to the last
    AiSupport schema = AiSupport::Unknown;
};

/// What a person may do to a server's breakers.
enum class AiSteer {
    ForceOpen, ///< no call until it is reset
    Disable,   ///< every call goes, whatever fails
    Reset,     ///< closed and as new
};

} // namespace desk
