// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QString>

namespace store {

/// Where things stand in a data folder.
class Layout
{
public:
    explicit Layout(const QString& folder) : m_folder(folder) {}
    [[nodiscard]] QString database() const { return m_folder.filePath("relevo.db"); }
    [[nodiscard]] QString index() const { return m_folder.filePath("search.db"); }
    [[nodiscard]] QString backups() const { return m_folder.filePath("backups"); }
    [[nodiscard]] QString lock() const { return m_folder.filePath("relevo.lock"); }
    [[nodiscard]] QString commits() const { return m_folder.filePath("commits"); }
    [[nodiscard]] QString erasedIds() const { return m_folder.filePath("erased.ids"); }
    [[nodiscard]] QString evidence() const { return m_folder.filePath("evidence"); }

private:
    QDir m_folder;
};

} // namespace store
