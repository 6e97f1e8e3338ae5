// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/releases/board/board_model.h"
#include "panels/releases/open_release.h"
#include "panels/releases/release_page.h"

#include <QSet>

#include <memory>

class QMenu;
class QSettings;

namespace Ui {
class BoardPage;
}

namespace panels {

class ItemPane;

/// The items of the open release by section or by role, filtered; and beside them the one that is
/// selected.
class BoardPage final : public ReleasePage
{
    Q_OBJECT
public:
    explicit BoardPage(OpenRelease& open, QWidget* parent = nullptr);
    ~BoardPage() override;

    [[nodiscard]] QString title() const override;
    void show(const desk::ReleaseView& view) override;
    /// Selects an item; takes away the filters that hide it.
    void showItem(const release::ItemId& item);
    void focusFilter();
    [[nodiscard]] ItemPane& item() noexcept { return *m_item; }

    void save(QSettings& settings) const;
    void restore(QSettings& settings);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void connectFilters();
    void connectView();
    void fillBoxes();
    void fillSigning();
    void fitFonts();
    void fitColumns();
    void applyFilter();
    void clearFilters();
    void select(const release::ItemId& item);
    void afterReset();
    void showCount();
    void tick(const QString& item, bool isOn);
    void sign(const release::SignOffRule& rule);
    void addItem();

    std::unique_ptr<Ui::BoardPage> m_ui;
    OpenRelease& m_open;
    BoardModel* m_model;
    ItemPane* m_item;
    QMenu* m_signing;
    QSet<QString> m_shut; ///< groups that somebody has closed
    QString m_release;    ///< that is shown
    int m_row = 0;        ///< in its group, of the item that is selected
    bool m_isResetting = false;
};

} // namespace panels
