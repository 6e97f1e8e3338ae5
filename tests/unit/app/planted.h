// SPDX-License-Identifier: GPL-3.0-or-later
// Personal data and secrets that are said to the program, and are looked for where it writes.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <set>
#include <vector>

/// UTF-8 as it stands in the source.
[[nodiscard]] inline QString s(const char* text)
{
    return QString::fromUtf8(text);
}

struct Planted {
    QString text;
    QStringList secrets; ///< what of it may stand in no log
};

/// What the corpus holds of these kinds; empty: of all.
[[nodiscard]] std::vector<Planted> plantedTexts(const std::set<QString>& kinds = {});
/// As it stands between the quotes of a JSON string.
[[nodiscard]] QByteArray asJson(const QString& text);
/// Those of the secrets that stand there, as they are or as JSON.
[[nodiscard]] QStringList secretsIn(const QByteArray& log, const std::vector<Planted>& planted);
/// All files of a folder, one behind the other.
[[nodiscard]] QByteArray filesIn(const QString& folder);
