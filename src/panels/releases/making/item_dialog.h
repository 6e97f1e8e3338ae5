// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/releases/open_release.h"

#include <QDialog>

#include <memory>

namespace Ui {
class ItemDialog;
}

namespace panels {

class CheckList;

/// What an item asks for, a new one's or changed: the work on one page, on the other what shows that it
/// is done.
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
    void fillShown();
    void showValidity();
    [[nodiscard]] release::minutes validity() const;
    [[nodiscard]] release::ItemPlan plan() const;
    [[nodiscard]] release::ItemId freshId(const QString& title) const;
    /// Why the items would not fit together with this one; empty: they would.
    [[nodiscard]] QString faultWith(const release::ItemPlan& plan) const;
    void refuse(const QString& why);
    void save();
    void remove();
    void tell(release::Deed deed, const QString& item);

    std::unique_ptr<Ui::ItemDialog> m_ui;
    OpenRelease& m_open;
    CheckList* m_checks = nullptr;
    const bool m_isNew;
    const release::ItemPlan m_before;
};

} // namespace panels
