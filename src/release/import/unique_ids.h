// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSet>
#include <QString>

namespace release {

/// Ids for texts, each given once: "Crear PR" -> "crear-pr", then "crear-pr-2".
class UniqueIds
{
public:
    /// False where it was given before.
    bool take(const QString& id);
    /// Small letters and digits of ASCII with '-' between the words, not longer than forty.
    /// \param otherwise where the text has none
    [[nodiscard]] QString fresh(const QString& text, const QString& otherwise);

private:
    QSet<QString> m_used;
    QHash<QString, int> m_numbers; ///< the last that was tried, of each stem
};

} // namespace release
