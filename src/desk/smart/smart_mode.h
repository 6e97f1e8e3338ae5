// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/smart/smart_values.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace desk {

/// The share of conversations in 0 … 100: "off", "on", "25" or "25%"; also what is said of a switch:
/// no, false, yes, true. Nothing: none of these.
[[nodiscard]] std::optional<int> parseSmartShare(QStringView text);

/// As it is parsed.
[[nodiscard]] QString smartShareText(int share);

/// The settings beside which AI is switched.
inline const QString kSmartModeSetting = QStringLiteral("smart.mode");        ///< as parsed above
inline const QString kSmartStagesSetting = QStringLiteral("smart.stagesOff"); ///< ids, with commas
/// … and the conversation's ULID: "off" for this one.
inline const QString kSmartOneSetting = QStringLiteral("smart.conversation.");

/// Whether AI may help. Whatever says off wins, and the smallest share; read anew for every turn, so
/// that a switch counts from the next one. A kill switch that cannot be read, or settings that say
/// something unknown, are off. Desk thread.
class SmartMode
{
public:
    SmartMode(SmartStart start, const QMap<QString, QString>& settings)
        : m_start(std::move(start)), m_settings(settings)
    {
    }

    /// For all: the share, and who says off where it is 0.
    [[nodiscard]] SmartState state() const;
    /// Empty: AI may help in this conversation's turn; else why not, as it is recorded. A
    /// conversation is in the share or not for good, by a hash of its ULID.
    [[nodiscard]] QString refusal(const QString& ulid, const QString& stage) const;
    /// Ids of stages at which AI does not help; some may be of another flow.
    [[nodiscard]] QStringList stagesOff() const;

private:
    const SmartStart m_start;
    const QMap<QString, QString>& m_settings;
};

/// In 0 … 99, the same on every machine and in every version.
[[nodiscard]] int smartSlotOf(const QString& ulid);

} // namespace desk
