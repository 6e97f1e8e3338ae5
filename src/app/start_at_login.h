// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace app {

/// An entry in the desktop's autostart folder (freedesktop.org Autostart specification).
void setStartAtLogin(bool on);
[[nodiscard]] bool startsAtLogin();

} // namespace app
