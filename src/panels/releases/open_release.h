// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/threads/caller.h"
#include "desk/desk.h"
#include "release/outline.h"
#include "release/states.h"

#include <QObject>
#include <QSet>

#include <functional>
#include <memory>
#include <vector>

class QSettings;

namespace panels {

class CheckRunner;

/// The release that is open in the window, for all its pages: its newest view, what is computed of it
/// once, and the one way to change it. UI thread.
///
///   m_open.act(release::Say{item, text}, [](const QString& whyNot) { … });
class OpenRelease final : public QObject
{
    Q_OBJECT
public:
    /// `local` is what this window remembers.
    OpenRelease(desk::Desk& desk, std::shared_ptr<base::Home> home, const base::Clock& clock,
                QSettings& local, QObject* parent);

    /// Who sits here, with the proof of it; the release is read again as theirs.
    void setMe(base::PersonId me, const desk::Badge& badge);
    void open(const QString& id);
    /// One that the desk has just given.
    void take(const desk::ReleaseView& view);
    void close();
    /// Time has passed: what lapsed meanwhile is told by changed().
    void lookAgain();

    [[nodiscard]] bool isOpen() const noexcept { return m_view.release != nullptr; }
    /// \pre isOpen(), as for all that follow up to itemOf().
    [[nodiscard]] const desk::ReleaseView& view() const noexcept { return m_view; }
    [[nodiscard]] const release::Release& release() const noexcept { return *m_view.release; }
    [[nodiscard]] const tl::expected<release::Outline, release::PlanFault>& outline() const
    {
        return *m_view.outline;
    }
    /// Of all items in their order, at the time of the newest view.
    [[nodiscard]] const std::vector<release::State>& states() const noexcept { return m_states; }
    /// Null: it is not there, or not any more.
    [[nodiscard]] const release::Item* itemOf(const release::ItemId& id) const;
    [[nodiscard]] QString
    titleOf(const release::ItemId& id) const; ///< its id where it is not there

    [[nodiscard]] base::WallTime now() const { return m_clock.wall(); }
    [[nodiscard]] desk::Desk& desk() const noexcept { return m_desk; }
    [[nodiscard]] const std::shared_ptr<base::Home>& home() const { return m_caller.home(); }
    [[nodiscard]] const desk::Badge& badge() const noexcept { return m_badge; }
    [[nodiscard]] base::PersonId me() const noexcept { return m_me; }
    /// Everybody, also those who are locked out.
    [[nodiscard]] const std::vector<desk::Person>& people() const noexcept { return m_people; }
    [[nodiscard]] QString nameOf(base::PersonId person) const; ///< empty: nobody of that number
    /// Whether a signature asks for a passphrase of whoever sits here.
    [[nodiscard]] bool hasPassphrase() const;

    /// Empty: it was done, and changed() was told before.
    using Done = std::function<void(const QString& whyNot)>;
    /// Does it; why it was not done goes to `done`, or without one to said(). What `done` shows it in
    /// may be gone by then: hold it by a QPointer.
    void act(release::Deed deed, Done done = {});
    /// The release says so from now on, to everybody.
    void keepParameter(const QString& name, const QString& value, Done done = {});
    /// With a passphrase, or with the bytes of a file. Its release is filled in.
    void act(desk::ReleaseDeed deed, Done done = {});
    /// Null: checks are not run here.
    [[nodiscard]] CheckRunner* checks() const noexcept { return m_checks; }
    void setChecks(CheckRunner* checks) { m_checks = checks; }
    /// What the release says that a name stands for in its checks, "host" for instance; empty: nothing.
    [[nodiscard]] QString parameter(const QString& name) const;
    /// What this window remembers beside it.
    [[nodiscard]] QString remembered(const QString& release, const QString& name) const;
    void remember(const QString& release, const QString& name, const QString& value);
    /// The keys of commands that were confirmed on this machine.
    [[nodiscard]] QSet<QByteArray> confirmed() const;
    void confirm(const QByteArray& command);
    /// Why the shop's rules refuse, in words.
    [[nodiscard]] static QString errorWords(const base::Error& error);
    /// \pre nothing was erased
    [[nodiscard]] QString whyNotErased(const base::Result<desk::EraseAnswer>& answer) const;

Q_SIGNALS:
    void changed(); ///< the release, or who sits here, or the people
    void closed();
    void anotherSits(); ///< what whoever sat here was writing is not for them
    void said(const QString& text, bool isGood); ///< empty: nothing to say any more
    /// Somebody wants to see an item: the board shows it.
    void itemWanted(const QString& item);

private:
    void read();
    void readPeople();
    void wasDone(const base::Result<desk::DeedAnswer>& answer, const QString& id, const Done& done);

    desk::Desk& m_desk;
    base::Caller m_caller;
    const base::Clock& m_clock;
    QSettings& m_local;
    CheckRunner* m_checks = nullptr;
    base::PersonId m_me;
    desk::Badge m_badge;
    std::vector<desk::Person> m_people;
    QString m_id; ///< empty: none is open
    desk::ReleaseView m_view;
    std::vector<release::State> m_states;
};

} // namespace panels
