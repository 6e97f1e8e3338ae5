// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/releases/item/item_part.h"

#include <memory>

namespace Ui {
class TalkPart;
}

namespace panels {

/// The discussion of an item.
class TalkPart final : public ItemPart
{
    Q_OBJECT
public:
    explicit TalkPart(OpenRelease& open, QWidget* parent = nullptr);
    ~TalkPart() override;

    [[nodiscard]] QString title(const release::Item& item) const override;
    void show(const release::Item& item) override;
    void write();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void say();

    std::unique_ptr<Ui::TalkPart> m_ui;
    OpenRelease& m_open;
    release::ItemId m_item;
    QHash<QString, QString> m_drafts; ///< by release and item
};

} // namespace panels
