// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/releases/item/item_part.h"

#include <memory>
#include <vector>

namespace Ui {
class HistoryPart;
}

namespace panels {

/// What the ledger says of an item, the newest first. Read while somebody looks.
class HistoryPart final : public ItemPart
{
    Q_OBJECT
public:
    explicit HistoryPart(OpenRelease& open, QWidget* parent = nullptr);
    ~HistoryPart() override;

    [[nodiscard]] QString title(const release::Item& item) const override;
    void show(const release::Item& item) override;

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void read();
    void showLines();

    std::unique_ptr<Ui::HistoryPart> m_ui;
    OpenRelease& m_open;
    base::Caller m_caller;
    release::ItemId m_item;
    QString m_read; ///< the ledger's head that m_lines were read at
    std::vector<desk::LedgerLine> m_lines;
};

} // namespace panels
