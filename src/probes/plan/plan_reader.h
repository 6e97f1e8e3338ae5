// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace probes {

/// Reads the parameters of a check and remembers the first that is missing or wrong.
class PlanReader
{
public:
    explicit PlanReader(const QJsonObject& plan) : m_plan(plan) {}

    /// Empty where there is none.
    [[nodiscard]] QString text(const char* name);
    [[nodiscard]] QString neededText(const char* name);
    /// One text stands for a list of one.
    [[nodiscard]] QStringList texts(const char* name);
    [[nodiscard]] bool flag(const char* name);
    [[nodiscard]] std::optional<double> number(const char* name, double least, double most);
    [[nodiscard]] double neededNumber(const char* name, double least, double most);
    [[nodiscard]] std::optional<std::chrono::milliseconds> ms(const char* name);
    [[nodiscard]] QJsonObject object(const char* name);
    [[nodiscard]] QJsonValue value(const char* name) const;

    void refuse(const char* name);
    [[nodiscard]] const QString& bad() const noexcept { return m_bad; } ///< empty: all is well

private:
    const QJsonObject& m_plan;
    QString m_bad;
};

} // namespace probes
