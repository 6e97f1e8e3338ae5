// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/threads/caller.h"
#include "desk/desk.h"

#include <QDialog>

#include <memory>

class QTreeWidgetItem;

namespace Ui {
class MaskingTester;
}

namespace panels {

/// "Why was, or wasn't, this masked?": a text, the same masked, and what was looked at with each step
/// of the decision. What is written stays in the window.
class MaskingTester final : public QDialog
{
    Q_OBJECT
public:
    MaskingTester(desk::Desk& desk, const std::shared_ptr<base::Home>& home,
                  QWidget* parent = nullptr);
    ~MaskingTester() override;

protected:
    void changeEvent(QEvent* event) override;

private:
    void explain();
    void took(const base::Result<desk::MaskingExplained>& explained);
    void showAll();
    void showFindings();
    void addFinding(const privacy::Considered& considered);
    /// Marks in the text what this row is about.
    void mark(const QTreeWidgetItem* row);
    void fit();

    std::unique_ptr<Ui::MaskingTester> m_ui;
    desk::Desk& m_desk;
    base::Caller m_caller;
    desk::MaskingExplained m_explained;
    QString m_fault; ///< a sentence in place of the findings
};

} // namespace panels
