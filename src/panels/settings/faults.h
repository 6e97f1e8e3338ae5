// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace panels {

// What is wrong with what somebody wrote, as a sentence; empty where nothing is. An empty text is
// never wrong.
[[nodiscard]] QString noFault(const QString& text);
[[nodiscard]] QString emailFault(const QString& text);
[[nodiscard]] QString phoneFault(const QString& text);
[[nodiscard]] QString linkFault(const QString& text);
/// An IP address or localhost.
[[nodiscard]] QString hostFault(const QString& text);
/// scheme://host, as browsers send it.
[[nodiscard]] QString originFault(const QString& text);
/// "20/min", "100/h", "5/s" or "off".
[[nodiscard]] QString rateFault(const QString& text);
/// A number of at least 1, or "off".
[[nodiscard]] QString countFault(const QString& text);

} // namespace panels
