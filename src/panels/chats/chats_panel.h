// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/threads/caller.h"
#include "desk/desk.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class QSettings;

namespace Ui {
class ChatsPanel;
}

namespace panels {

class ConversationListModel;
class ConversationView;

/// Where agents answer all day: views with counts, one view's conversations, an open one, and the
/// search over all messages.
class ChatsPanel final : public QWidget
{
    Q_OBJECT
public:
    ChatsPanel(desk::Desk& desk, const std::shared_ptr<base::Home>& home, const base::Clock& clock,
               QWidget* parent = nullptr);
    ~ChatsPanel() override;

    void setMe(base::PersonId me, const QString& name);
    void open(base::ConversationId id);
    void showView(desk::View view);
    void focusSearch();
    void nextConversation(int step);
    [[nodiscard]] ConversationView& conversation() noexcept { return *m_view; }

    void save(QSettings& settings) const;
    void restore(QSettings& settings);
    /// Sends what waits to be taken back.
    void flush();
    /// After a time in which nothing was heard.
    void readAgain();

Q_SIGNALS:
    /// How many wait for a person, and how many for anybody's answer.
    void waitingChanged(int unassigned, int forUs);
    void possibleChanged();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void hear(const desk::Changes& changes);
    void connectList();
    void connectSearch();
    void fillViews();
    void readCounts();
    void showList();
    void search(bool more);
    void showResults(const desk::SearchPage& page, bool more);
    [[nodiscard]] desk::View currentView() const;
    [[nodiscard]] QString emptyText() const;

    std::unique_ptr<Ui::ChatsPanel> m_ui;
    desk::Desk& m_desk;
    base::Caller m_caller;
    ConversationListModel* m_model;
    ConversationView* m_view;
    base::PersonId m_me;
    desk::ViewCounts m_counts;
    QTimer m_searchPause;
    QTimer m_minute; ///< waits grow older
    QByteArray m_searchNext;
    int m_searchGeneration = 0;
};

} // namespace panels
