// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/releases/open_release.h"

#include <QWidget>

#include <array>
#include <memory>
#include <vector>

class QPushButton;

namespace Ui {
class ItemPane;
}

namespace panels {

class ChecksPart;
class EvidencePart;
class FactsPart;
class ItemPart;
class TalkPart;

/// One item: its state and the steps that may be taken from here, and tabs with the rest.
class ItemPane final : public QWidget
{
    Q_OBJECT
public:
    explicit ItemPane(OpenRelease& open, QWidget* parent = nullptr);
    ~ItemPane() override;

    [[nodiscard]] const release::ItemId& item() const noexcept { return m_item; }
    /// An empty id: none is selected.
    void showItem(const release::ItemId& item);
    /// The release changed.
    void refresh();
    /// As its button does, where that is possible now; else says why not.
    void take(release::Step step);
    void showPart(int tab);
    void addEvidence();
    void discuss();
    void edit();
    /// All checks of the item.
    void runChecks();

Q_SIGNALS:
    void itemWanted(const QString& item);

protected:
    void changeEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    static constexpr std::size_t kSteps = release::Names<release::Step>::kAll.size();
    void makeSteps();
    void makeParts();
    void fitFonts();
    void showHead(const release::Item& item);
    void showSteps(const release::Item& item);
    void showWhyNot(const release::Item& item);
    void retitle(const release::Item& item);

    std::unique_ptr<Ui::ItemPane> m_ui;
    OpenRelease& m_open;
    FactsPart* m_facts;
    EvidencePart* m_evidence;
    TalkPart* m_talk;
    ChecksPart* m_checks;
    std::vector<ItemPart*> m_parts; ///< in the order of the tabs
    std::array<QPushButton*, kSteps> m_steps{};
    std::vector<release::Step> m_possible;
    release::ItemId m_item;
};

} // namespace panels
