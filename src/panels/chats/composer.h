// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"
#include "desk/help/help_values.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <memory>

namespace Ui {
class Composer;
}

namespace panels {

/// Where an agent writes: replies or private notes. What is sent waits five seconds, in which it can
/// be taken back; until then it stands as a draft, so that a crash loses nothing.
class Composer final : public QWidget
{
    Q_OBJECT
public:
    explicit Composer(QWidget* parent = nullptr);
    ~Composer() override;

    /// What was written before in this conversation.
    void setDraft(const QString& text, bool isNote);
    /// Replies only where this agent owns the conversation; notes always.
    void setMayReply(bool mayReply);
    [[nodiscard]] QString text() const;
    [[nodiscard]] bool isNote() const;
    /// Sends what waits to be taken back now: another conversation is opened, or the window closes.
    void flush();
    /// Puts the cursor there, as a note or, where this agent may, a reply.
    void write(bool isNote);
    /// Puts a text where the cursor is, apart from what stands before it.
    void insert(const QString& text);
    /// Puts a text in place of all that is written; one undo brings it back.
    void replace(const QString& text);
    /// What articles are looked for from.
    [[nodiscard]] const QWidget& articlesButton() const;
    /// Takes back what is held.
    void undo();
    void setUndoTime(int milliseconds) { m_undoMs = milliseconds; }

Q_SIGNALS:
    void draftChanged(QString text, bool isNote);
    void typing(); ///< a reply is being written; said every three seconds at most
    /// The message is on its way but can still be taken back.
    void held(QString text, bool isNote, QString clientMessageId);
    void takenBack(QString clientMessageId);
    void sent(QString text, bool isNote, QString clientMessageId);
    void articlesWanted();
    void helpWanted(desk::HelpTask task);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeHelpMenu();
    void send();
    void showMode();
    void showCounter();
    void showHeld();
    void tellDraft();
    void fitHeight();

    std::unique_ptr<Ui::Composer> m_ui;
    QTimer m_pause;
    QTimer m_hold;
    struct Held {
        QString text;
        bool isNote = false;
        QString id;
    };
    Held m_held;
    int m_undoMs = 5000;
    bool m_mayReply = false;
    bool m_wantsNote = false; ///< chosen, not only because a reply is not possible
    bool m_isFilling = false;
    QElapsedTimer m_sinceTyping; ///< since typing() was last said
};

} // namespace panels
