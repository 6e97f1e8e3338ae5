// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/threads/caller.h"
#include "desk/desk.h"

#include <QWidget>

#include <map>
#include <memory>
#include <optional>

class QAction;
class QMenu;

namespace Ui {
class ConversationView;
}

namespace panels {

class Composer;
class CorrectionMenu;
class HelpPanel;
class MessageDelegate;
class MessageModel;
class MessageScroll;

/// One conversation: who, what is known, what was said, and what an agent may do now.
class ConversationView final : public QWidget
{
    Q_OBJECT
public:
    ConversationView(desk::Desk& desk, const std::shared_ptr<base::Home>& home,
                     QWidget* parent = nullptr);
    ~ConversationView() override;

    /// What an agent may do with this conversation now.
    struct Possible {
        bool takeOver = false;
        bool answer = false; ///< reply, transfer, give back, close
        bool note = false;
        bool erase = false;
    };
    [[nodiscard]] Possible possible() const;

    void setMe(base::PersonId me, const QString& name);
    void open(base::ConversationId id, std::optional<base::Seq> at = std::nullopt);
    [[nodiscard]] base::ConversationId conversation() const;
    /// Somebody heard that it changed.
    void changed(base::Seq newest);
    void presenceChanged();
    void peopleChanged();
    /// Sends what waits to be taken back.
    void flush();

    /// The window has become active: what is shown is seen.
    void markSeen();
    [[nodiscard]] bool isCardOpen() const;
    void setCardOpen(bool isOpen);

    [[nodiscard]] Composer& composer() noexcept { return *m_composer; }

    void takeOver();
    void closeConversation();
    void openTransfer();
    void openGiveBack();
    /// Articles about this conversation, to be put into the composer.
    void openArticles();
    /// AI's help with this conversation, beside the composer.
    void askHelp(desk::HelpTask task, base::Seq about = {});
    [[nodiscard]] HelpPanel& helpPanel() noexcept { return *m_help; }
    void copyCode();
    void offerErasing();

Q_SIGNALS:
    void possibleChanged();

protected:
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    using HeadResult = base::Result<desk::ConversationHead>;
    /// What the desk was told: to say so where somebody else was faster, or when it is done.
    struct Told {
        base::ConversationId conversation;
        QString wish;
        QString done;
    };
    void connectMessages();
    void connectMessageMenu();
    void connectHelp();
    void readHead();
    void showHead();
    void showCard();
    void showButtons();
    void tookHead(HeadResult head, const Told& told = {});
    void showConflict(const QString& wish);
    void tryAgain(const QModelIndex& index);
    void reopen();
    void dress();
    void fitFonts();
    void notify(const QString& text, const QString& button = {},
                std::function<void()> work = nullptr);
    void hideNotice();
    void fillTransfer();
    void fillGiveBack();
    void fillMore();
    void giveBackTo(const QString& stage);
    void send(const QString& text, bool isNote, const QString& clientMessageId);
    void keepDraft(const QString& text, bool isNote);
    void loadDrafts();
    void forgetDraft(base::ConversationId id, const QString& sent);
    void transferTo(base::PersonId person, const QString& summary);
    void copySelected();
    /// Of the message under the pointer, or of the chosen one where the keyboard asks.
    void openMessageMenu(const QPoint& position);
    [[nodiscard]] bool isMine() const;
    [[nodiscard]] QString modeText() const;
    [[nodiscard]] QString stateText() const;

    std::unique_ptr<Ui::ConversationView> m_ui;
    desk::Desk& m_desk;
    base::Caller m_caller;
    MessageModel* m_model;
    MessageDelegate* m_delegate;
    Composer* m_composer;
    HelpPanel* m_help;
    MessageScroll* m_scroll;
    QMenu* m_messageMenu;
    QAction* m_copyAction;
    QAction* m_translateAction;
    CorrectionMenu* m_correctionMenu;
    base::PersonId m_me;
    QString m_myName;
    std::optional<desk::ConversationHead> m_head;
    std::optional<base::Seq> m_showAt;
    std::map<base::ConversationId, desk::Draft> m_drafts;
    std::vector<desk::Person> m_people;
    std::function<void()> m_noticeWork;
};

} // namespace panels
