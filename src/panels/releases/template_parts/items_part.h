// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/releases/template_parts/template_part.h"

#include <memory>

class QTreeWidgetItem;

namespace Ui {
class ItemsPart;
}

namespace panels {

/// The items of a template below their sections. Enter and a double click change one, Delete removes
/// it, Ctrl with an arrow moves it.
class ItemsPart final : public TemplatePart
{
    Q_OBJECT
public:
    /// `open` knows which checks can be run.
    ItemsPart(TemplateWork& work, OpenRelease& open, QWidget* parent = nullptr);
    ~ItemsPart() override;

    [[nodiscard]] QString title() const override;
    void showPlan() override;
    void mark(const QString& id) override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void connectButtons();
    void showButtons();
    [[nodiscard]] release::ItemId chosen() const; ///< none: a section, or nothing
    [[nodiscard]] QString chosenSection() const;
    void add();
    void changeChosen();
    void removeChosen();
    void moveChosen(int by);

    std::unique_ptr<Ui::ItemsPart> m_ui;
    OpenRelease& m_open;
};

} // namespace panels
