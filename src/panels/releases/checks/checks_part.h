// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/releases/checks/check_runner.h"
#include "panels/releases/item/item_part.h"

#include <deque>
#include <memory>

class QLineEdit;

namespace Ui {
class ChecksPart;
}

namespace panels {

/// The checks of an item: run one, all of them, or those of its whole section, and see what they
/// print. What came of each is kept as evidence. A command is confirmed as it will run, once on a
/// machine, and only by those whose roles let them run commands.
class ChecksPart final : public ItemPart
{
    Q_OBJECT
public:
    explicit ChecksPart(OpenRelease& open, QWidget* parent = nullptr);
    ~ChecksPart() override;

    [[nodiscard]] QString title(const release::Item& item) const override;
    void show(const release::Item& item) override;
    /// Whether there is something to run here.
    [[nodiscard]] bool hasAny(const release::Item& item) const;
    void runAll();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Job {
        release::ItemId item;
        std::vector<release::CheckPlan> checks;
    };
    void connectButtons();
    void fitFonts();
    void fillList(const release::Item& item);
    void fillForm(const release::Item& item);
    void refreshForm();
    void keepTyped(const QString& name);
    void showButtons();
    [[nodiscard]] std::vector<release::CheckPlan> offered(const release::Item& item) const;
    [[nodiscard]] QHash<QString, QString> parameters() const;
    [[nodiscard]] std::vector<release::CheckPlan> selected(const release::Item& item) const;
    [[nodiscard]] std::deque<Job> sectionOf(const release::Item& item) const;
    [[nodiscard]] bool mayRun(const release::CheckPlan& check) const;
    [[nodiscard]] bool mayRunAny(const std::vector<release::CheckPlan>& checks) const;
    [[nodiscard]] std::vector<CheckRunner::Command> unconfirmed() const; ///< of the jobs
    void runOne();
    void runSection();
    void begin(std::deque<Job> jobs);
    void confirm(const QString& commands);
    void runNext();
    void wasFound(const Job& job, const CheckRunner::Outcome& outcome);
    void print(const QString& text);
    void stop();

    std::unique_ptr<Ui::ChecksPart> m_ui;
    OpenRelease& m_open;
    release::ItemId m_item;
    QHash<QString, QLineEdit*> m_edits; ///< of the form's rows
    /// What was typed for a release's checks, of all its items, and is not said by the release itself.
    QHash<QString, QString> m_typed;
    QString m_typedFor;
    std::deque<Job> m_jobs;          ///< waiting; the first one to be confirmed, or next
    QHash<QString, QString> m_given; ///< to the jobs
    QString m_release;               ///< whose jobs they are
    qint64 m_run = 0;                ///< under way; 0: none
};

} // namespace panels
