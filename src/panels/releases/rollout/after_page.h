// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/releases/release_page.h"

#include <QList>
#include <QTimer>

#include <memory>

class QTreeWidgetItem;

namespace Ui {
class AfterPage;
}

namespace panels {

class OpenRelease;
class ShopFigures;

/// What is to be looked at once a release is out, when, whether a check was run for it, and a digest
/// of each of the three days.
class AfterPage final : public ReleasePage
{
    Q_OBJECT
public:
    AfterPage(OpenRelease& open, ShopFigures& figures, QWidget* parent = nullptr);
    ~AfterPage() override;

    [[nodiscard]] QString title() const override;
    void show(const desk::ReleaseView& view) override;

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void showNow();
    [[nodiscard]] QString sinceText() const;
    void showDigests(const QList<QTreeWidgetItem*>& rows);

    std::unique_ptr<Ui::AfterPage> m_ui;
    OpenRelease& m_open;
    ShopFigures& m_figures;
    QTimer m_tick;
};

} // namespace panels
