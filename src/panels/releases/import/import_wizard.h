// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/threads/caller.h"
#include "desk/desk.h"
#include "panels/releases/import/draft_reader.h"

#include <QDialog>

#include <memory>
#include <vector>

namespace Ui {
class ImportWizard;
}

namespace panels {

class DraftModel;

/// A release out of a Markdown file: choose or drop it, see and correct what was understood, create.
/// Nothing is saved before. What was said of the items, and the states that they begin in, is done as
/// whoever sits here; what their roles do not allow is told.
class ImportWizard final : public QDialog
{
    Q_OBJECT
public:
    ImportWizard(desk::Desk& desk, const std::shared_ptr<base::Home>& home,
                 const base::Clock& clock, const desk::Badge& badge, QWidget* parent = nullptr);
    ~ImportWizard() override;

    void readFile(const QString& path);
    /// Not while the release is being made.
    void reject() override;

Q_SIGNALS:
    /// It is there; `note` says what could not be done of it, and is empty where all was.
    void created(const QString& release, const QString& note);

protected:
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void connectParts();
    void fit();
    void fitColumns();
    void readTemplates();
    void chooseFile();
    void took(const base::Result<DraftReader::Read>& read);
    [[nodiscard]] static QString faultText(ReadFault fault);
    void takeOtherwise(int index);
    void showAll();
    void showTaking();
    void showPolicies();
    void showSummary();
    void showUnplaced();
    void setBusy(bool isBusy);
    void create();
    void doNext();
    void finish();

    std::unique_ptr<Ui::ImportWizard> m_ui;
    desk::Desk& m_desk;
    base::Caller m_caller;
    const desk::Badge m_badge;
    DraftReader m_reader;
    DraftModel* m_model;
    std::shared_ptr<const DraftRead> m_read;
    QString m_fault; ///< why the file was not read
    std::vector<release::Template> m_policies;
    QString m_created; ///< the release's id
    std::vector<release::Deed> m_deeds;
    std::size_t m_nextDeed = 0;
    int m_refused = 0;
};

} // namespace panels
