// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/releases/making/planned.h"

#include <QDialog>

#include <memory>

namespace Ui {
class ItemDialog;
}

namespace panels {

class CheckList;

/// What an item of a release or a template asks for, a new one's or changed: the work, what shows that it
/// is done, and what it waits for, a page each.
class ItemDialog final : public QDialog
{
    Q_OBJECT
public:
    /// A new item; without a section it stands in the first one.
    ItemDialog(OpenRelease& open, Planned planned, const QString& section,
               QWidget* parent = nullptr);
    ItemDialog(OpenRelease& open, Planned planned, const release::ItemPlan& item,
               QWidget* parent = nullptr);
    ~ItemDialog() override;

Q_SIGNALS:
    void saved(const QString& item);

private:
    void make();
    void fillBoxes();
    void fillParents();
    void fillAfter();
    void fillTimes();
    void fillShown();
    void showValidity();
    [[nodiscard]] release::minutes validity() const;
    [[nodiscard]] release::ItemPlan plan() const;
    [[nodiscard]] release::ItemId freshId(const QString& title) const;
    /// Why the items would not fit together with this one; empty: they would.
    [[nodiscard]] QString faultWith(const release::ItemPlan& plan) const;
    void refuse(const QString& why, int page, QWidget* at);
    void save();
    void remove();
    void tell(release::Deed deed, const QString& item);

    std::unique_ptr<Ui::ItemDialog> m_ui;
    OpenRelease& m_open; ///< knows which checks can be run
    const Planned m_planned;
    CheckList* m_checks = nullptr;
    const bool m_isNew;
    const release::ItemPlan m_before;
};

} // namespace panels
