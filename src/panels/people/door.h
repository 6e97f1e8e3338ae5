// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/threads/caller.h"
#include "desk/desk.h"
#include "panels/people/door_page.h"

#include <QElapsedTimer>
#include <QObject>

#include <memory>

class QStackedWidget;

namespace panels {

/// Who sits at this window. Opens at once for who has no passphrase, asks the others; shuts when they
/// were silent for too long or may not be here any more. While it is shut its page covers the others.
class Door final : public QObject
{
    Q_OBJECT
public:
    Door(desk::Desk& desk, std::shared_ptr<base::Home> home, QStackedWidget& pages,
         QObject* parent);

    enum class Data { Writable, ReadOnly };
    /// Who sat here last time, as far as it is known. Nobody is there at all: welcomeWanted(), or where
    /// no name could be saved, opened() for nobody in particular.
    void knock(base::PersonId last, Data data);
    /// Somebody who has just come.
    void enter(base::PersonId person, const QString& passphrase);
    /// Proof of who sits here; empty while it is shut.
    [[nodiscard]] const desk::Badge& badge() const { return m_badge; }
    /// Whoever sits here gets up: the next one says who they are.
    void leave();

Q_SIGNALS:
    void opened(qint64 person, const QString& name);
    void shut();
    void welcomeWanted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void look();
    void shutFor(DoorPage::Why why);
    void wasAnswered(const base::Error& error);
    void open(const desk::Badge& badge);

    desk::Desk& m_desk;
    base::Caller m_caller;
    QStackedWidget& m_pages;
    DoorPage* m_page;
    QWidget* m_before = nullptr; ///< the page that was open
    desk::Badge m_badge;
    desk::Badge m_locked; ///< to be unlocked
    base::PersonId m_last;
    QElapsedTimer m_told; ///< since the desk heard of a sign of life
};

} // namespace panels
