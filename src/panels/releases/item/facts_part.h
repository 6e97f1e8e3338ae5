// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/releases/item/item_part.h"

#include <memory>
#include <optional>

namespace Ui {
class FactsPart;
}

namespace panels {

/// What an item asks for and of whom; owner and date can be set at once.
class FactsPart final : public ItemPart
{
    Q_OBJECT
public:
    explicit FactsPart(OpenRelease& open, QWidget* parent = nullptr);
    ~FactsPart() override;

    [[nodiscard]] QString title(const release::Item& item) const override;
    void show(const release::Item& item) override;
    /// How long it took, for when it is said to be done; nothing where nobody said it.
    [[nodiscard]] std::optional<release::minutes> actual() const;

Q_SIGNALS:
    void itemWanted(const QString& item);
    void editWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void fillOwners(const release::Item& item);
    void showSummary(const release::Item& item);
    void showLinks(const release::Item& item);

    std::unique_ptr<Ui::FactsPart> m_ui;
    OpenRelease& m_open;
    release::ItemId m_item;
};

} // namespace panels
