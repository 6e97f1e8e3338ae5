// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QStringView>

namespace probes {

/// "buttons.0.text": members by name, rows by number from 0. Undefined where there is none.
[[nodiscard]] QJsonValue atPath(const QJsonValue& json, QStringView path);
/// As a text: strings without quotes, numbers as JSON writes them.
[[nodiscard]] QString textOf(const QJsonValue& json);

} // namespace probes
