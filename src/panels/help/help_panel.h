// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/threads/caller.h"
#include "desk/desk.h"

#include <QFrame>

#include <memory>

namespace Ui {
class HelpPanel;
}

namespace panels {

/// AI's help beside the composer: the original, and what AI makes of it as it comes. Hidden until it is
/// asked for. It only shows text, always as plain text: nothing is sent, and nothing gets into the
/// composer, unless the agent says so. The composer never waits for it.
class HelpPanel final : public QFrame
{
    Q_OBJECT
public:
    HelpPanel(desk::Desk& desk, const std::shared_ptr<base::Home>& home, QWidget* parent = nullptr);
    ~HelpPanel() override;

    /// What is worked on.
    struct Ground {
        QString draft;       ///< as it stands in the composer
        bool isNote = false; ///< a private note does not go to AI
        QString lastWords;   ///< the customer's
        base::Seq about;     ///< the message to translate; none: the newest
    };

    void setMe(base::PersonId me) { m_me = me; }
    /// Another conversation: what was under way is cancelled and forgotten.
    void setConversation(base::ConversationId id);
    /// Asks AI; or shows what would be sent and waits, where that is wanted.
    void ask(desk::HelpTask task, const Ground& ground);
    void insert();
    void replace();
    void stop();
    /// Cancels what is under way and hides.
    void forget();

Q_SIGNALS:
    /// Where the cursor is; a summary only as a private note.
    void insertWanted(const QString& text, bool asNote);
    void replaceWanted(const QString& text);
    void messageWanted(base::Seq seq);
    void closed(); ///< while the keyboard was in it

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void send();
    void preview();
    void took(const base::Result<desk::HelpAnswer>& answer);
    void tookPreview(const base::Result<desk::HelpAnswer>& preview);
    void rate(bool isGood);
    void saveRating();
    void showAll();
    void showTexts();
    void showSummary();
    void showState();
    void openLine(int row);
    void dress();
    [[nodiscard]] QString usable() const;

    enum class Phase { Idle, Previewed, Running, Ended };

    std::unique_ptr<Ui::HelpPanel> m_ui;
    desk::Desk& m_desk;
    std::shared_ptr<base::Home> m_home;
    std::unique_ptr<base::Caller> m_caller; ///< of this request: dropping it hears no more of it
    base::PersonId m_me;
    base::ConversationId m_conversation;
    desk::HelpRequest m_request;
    QString m_original, m_heard;
    desk::HelpAnswer m_answer;
    QByteArray m_sent;
    QString m_note; ///< a sentence about the rating or the preview
    Phase m_phase = Phase::Idle;
    int m_rated = 0; ///< 1 good, -1 bad
};

} // namespace panels
