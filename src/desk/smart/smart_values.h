// SPDX-License-Identifier: GPL-3.0-or-later
// What the desk's callers get of smart mode: plain values.
#pragma once

#include <QString>

namespace desk {

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
    bool operator==(const SmartState&) const = default;
};

} // namespace desk
