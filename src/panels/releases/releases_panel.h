// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/threads/caller.h"
#include "desk/desk.h"
#include "panels/releases/open_release.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <vector>

class QSettings;

namespace Ui {
class ReleasesPanel;
}

namespace panels {

class BoardPage;
class ReleaseListModel;
class ReleasePage;
class TitledPage;

/// Releases: the list of all, and the pages of the one that is open.
class ReleasesPanel final : public QWidget
{
    Q_OBJECT
public:
    ReleasesPanel(desk::Desk& desk, const std::shared_ptr<base::Home>& home,
                  const base::Clock& clock, QSettings& local, QWidget* parent = nullptr);
    ~ReleasesPanel() override;

    /// Another tab beside the list.
    void addHomePage(TitledPage* page);
    /// Another tab of the release that is open.
    void addPage(ReleasePage* page);
    /// What the button Import does, without a file, and one that is dropped on the list; without it
    /// there is no button.
    void setImport(std::function<void(const QString& file)> import);

    /// Who runs checks; null: there are none to run. Outlives this.
    void setChecks(CheckRunner* checks) { m_open->setChecks(checks); }
    void setMe(base::PersonId me, const desk::Badge& badge);
    [[nodiscard]] OpenRelease& release() noexcept { return *m_open; }
    [[nodiscard]] BoardPage& board() noexcept { return *m_board; }
    void showList();
    void openRelease(const QString& id);
    void newRelease();
    void focusSearch();
    /// What would be lost if the program ended now, a sentence each.
    [[nodiscard]] QStringList unsaved() const;

    void save(QSettings& settings) const;
    void restore(QSettings& settings);

protected:
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void connectList();
    void connectRelease();
    void makePages();
    [[nodiscard]] bool takesDrops() const;
    void readList();
    void showChanged();
    void showHead();
    void showPage(int index);
    void showPages();
    void say(const QString& text, bool isGood);

    std::unique_ptr<Ui::ReleasesPanel> m_ui;
    desk::Desk& m_desk;
    base::Caller m_caller;
    OpenRelease* m_open;
    ReleaseListModel* m_model;
    BoardPage* m_board;
    std::vector<TitledPage*> m_homePages;
    std::vector<ReleasePage*> m_pages;
    std::vector<bool> m_isStale; ///< of the pages: not shown since the release changed
    bool m_isListStale = false;
    std::function<void(const QString& file)> m_import;
    QString m_shown; ///< the release that the pages show
    QString m_lastOpen;
    bool m_wasShown = false; ///< nothing is read before somebody looks
};

} // namespace panels
