// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/releases/open_release.h"

#include <QDialog>

#include <memory>

namespace Ui {
class ItemDialog;
}

namespace panels {

/// What an item asks for: a new one's, or changed.
class ItemDialog final : public QDialog
{
    Q_OBJECT
public:
    /// A new item in a section.
    ItemDialog(OpenRelease& open, const QString& section, QWidget* parent = nullptr);
    ItemDialog(OpenRelease& open, const release::Item& item, QWidget* parent = nullptr);
    ~ItemDialog() override;

Q_SIGNALS:
    void saved(const QString& item);

private:
    void make();
    void fillBoxes();
    void fillAfter();
    [[nodiscard]] release::ItemPlan plan() const;
    [[nodiscard]] release::ItemId freshId(const QString& title) const;
    void save();
    void remove();
    void tell(release::Deed deed, const QString& item);

    std::unique_ptr<Ui::ItemDialog> m_ui;
    OpenRelease& m_open;
    const bool m_isNew;
    const release::ItemPlan m_before;
};

} // namespace panels
