// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

#include <optional>

namespace aiserver {

/// What a request is to meet: a mode with settings, written as one word: "stall,after=3",
/// "status,code=429,h.retry-after=1.5". Values are percent-decoded.
struct Fault {
    QString mode = QStringLiteral("normal");
    QMap<QString, QString> settings;

    [[nodiscard]] int number(const char* name, int otherwise) const;
    [[nodiscard]] QString text(const char* name, const char* otherwise = "") const;
};

[[nodiscard]] Fault parseFault(const QString& word);

/// The first segment of a path, where it names a mode: /stall,after=3/v1/chat/completions.
[[nodiscard]] std::optional<QString> faultWordOf(const QString& path);

} // namespace aiserver
