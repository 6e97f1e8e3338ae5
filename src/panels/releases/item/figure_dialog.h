// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/releases/open_release.h"

#include <QDialog>

#include <memory>

namespace Ui {
class FigureDialog;
}

namespace panels {

/// A reading as evidence of an item: which figure, what it reads, and whether that is what the item asks
/// for, which nobody but the person who reads it can say.
class FigureDialog final : public QDialog
{
    Q_OBJECT
public:
    FigureDialog(OpenRelease& open, const release::Item& item, QWidget* parent = nullptr);
    ~FigureDialog() override;

private:
    void add();
    void tell(const QString& whyNot);

    std::unique_ptr<Ui::FigureDialog> m_ui;
    OpenRelease& m_open;
    const release::ItemId m_item;
    const QString m_release;
};

} // namespace panels
