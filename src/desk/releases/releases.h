// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/threads/task.h"
#include "desk/hub.h"
#include "desk/masking/masking.h"
#include "desk/people/people.h"
#include "desk/releases/releases_values.h"
#include "desk/releases/stored.h"

#include <deque>
#include <map>

namespace desk {

/// The releases: who may do what to them, what the ledger says of it, and that both are stored as one.
/// Lives on the desk thread. What is done to one release is done one after the other, each resting on
/// what the one before left; whoever comes second sees the first one's work. A release that was read
/// stays in memory.
class Releases
{
public:
    Releases(Context& context, Hub& hub, People& people, Masking& masking);

    void list(const SharedReply<std::vector<ReleaseSummary>>& reply);
    /// Those that went out since then. Only what is in memory is looked at, once all was read.
    void out(base::WallTime since, const SharedReply<OutReleases>& reply);
    void open(const Badge& badge, const QString& id, const SharedReply<ReleaseView>& reply);
    void create(const Badge& badge, NewRelease wanted, const SharedReply<ReleaseView>& reply);
    void act(const Badge& badge, ReleaseDeed deed, const SharedReply<DeedAnswer>& reply);
    void erase(const Badge& badge, const ReleaseErasure& erasure,
               const SharedReply<EraseAnswer>& reply);
    void record(ReleaseDeed finding, const SharedReply<DeedAnswer>& reply);
    void history(const QString& id, const SharedReply<std::vector<LedgerLine>>& reply);
    /// \param known a head that was given away before
    void verify(const QString& id, const std::optional<release::LedgerHead>& known,
                const SharedReply<LedgerReport>& reply);
    void source(const QString& id, const SharedReply<ReleaseSource>& reply);
    void evidence(const QByteArray& hash, const SharedReply<QByteArray>& reply);
    void freezes(const SharedReply<std::vector<release::FreezeWindow>>& reply);
    /// What was said of the windows, also of those that are not there any more.
    void freezeHistory(const SharedReply<std::vector<LedgerLine>>& reply);
    void setFreeze(const Badge& badge, const release::FreezeWindow& window,
                   const SharedReply<void>& reply);
    void removeFreeze(const Badge& badge, const QString& id, const SharedReply<void>& reply);

private:
    using Freezes = std::shared_ptr<const StoredFreezes>;
    /// What the list says of a release, and of what it was computed.
    struct Listed {
        std::shared_ptr<const release::Release> of;
        release::LedgerWord word = release::LedgerWord::NotAsked;
        Freezes freezes;
        base::WallTime at;
        ReleaseSummary summary;
    };
    struct Held {
        std::shared_ptr<const release::Release> release;
        release::SharedOutline outline; ///< of it; null where it is
        release::LedgerHead head;
        release::LedgerWord word = release::LedgerWord::NotAsked;
        bool isOfOtherKey = false; ///< nothing may be added, or no key would fit any more
        std::shared_ptr<const Listed> listed = {};
    };
    using Loaded = std::function<void(const base::Result<Held*>&)>;

    /// What cannot be read is told, and does not end it.
    using EachLoaded = std::function<void(const QString& id, const base::Result<Held*>&)>;
    void loadEach(const Freezes& freezes, EachLoaded each,
                  std::function<void(const base::Result<void>&)> done);
    void load(const QString& id, const Freezes& freezes, Loaded done);
    static void hold(Held& place, StoredRelease stored, const LedgerReport& report);
    void withFreezes(std::function<void(const base::Result<Freezes>&)> done);
    void forgetFreezes();
    /// In their turn.
    void eraseOf(StoredRelease stored, base::PersonId by, const ReleaseErasure& erasure,
                 const SharedReply<EraseAnswer>& reply);
    /// Erases if there is a file that the release was made from.
    void eraseSource(const StoredRelease& stored, base::PersonId by, const ReleaseErasure& erasure,
                     const SharedReply<EraseAnswer>& reply);
    /// What is left to do, and was done, once the ledger says that it is erased.
    struct Dropping {
        QString release;
        QList<QByteArray> files;
        ErasedTexts erased;
        bool isAgain = false; ///< the ledger said so before: nothing may be left to do
        std::optional<base::Error> fault;
    };
    /// Goes on with the copies where a file cannot be removed: what failed can be asked for again.
    void dropFiles(Dropping what, const SharedReply<EraseAnswer>& reply);
    void dropCopies(Dropping what, const SharedReply<EraseAnswer>& reply);
    void endDropping(const Dropping& what, const SharedReply<EraseAnswer>& reply);
    using Judged = std::function<void(const base::Result<LedgerReport>&)>;
    /// Everything is read anew; nothing of memory is believed. In its turn.
    void judgeAnew(const QString& id, const std::optional<release::LedgerHead>& known, Judged done);
    void judge(StoredRelease read, const Freezes& freezes,
               const std::optional<release::LedgerHead>& known, const Judged& done);
    /// In its turn.
    void keepFreeze(base::PersonId by, const QString& id,
                    const std::optional<release::FreezeWindow>& window,
                    const SharedReply<void>& reply);
    void inTurn(const QString& id, base::Task work);
    void next(const QString& id);
    using Taken = std::function<void(const base::Result<release::Deed>&)>;
    /// As it may be kept, and the file with it.
    void take(ReleaseDeed wanted, Taken done);
    void keepFile(release::Show show, QByteArray file, Taken done);
    /// In its turn, from what was said to what is stored: ends in next(), as do those that it calls.
    void performTaken(const QString& id, base::PersonId by, const base::Result<release::Deed>& deed,
                      const SharedReply<DeedAnswer>& reply);
    void perform(const QString& id, base::PersonId by, const release::Deed& deed,
                 const SharedReply<DeedAnswer>& reply);
    void performVerified(const QString& id, base::PersonId by, const release::Deed& deed,
                         const SharedReply<DeedAnswer>& reply);
    void performOn(const Held& held, const Freezes& freezes, base::PersonId by,
                   const release::Deed& deed, const SharedReply<DeedAnswer>& reply);
    /// What goes out by itself with a stage; `done` in any case.
    void rollOut(const release::Release& before, const release::Release& after,
                 const std::function<void()>& done);
    void store(const QString& id, const Freezes& freezes, base::PersonId by, release::Deeds deeds,
               const SharedReply<DeedAnswer>& reply);
    [[nodiscard]] ReleaseView view(const Held& held, const StoredFreezes& freezes,
                                   base::PersonId who) const;
    /// Computed anew when something has changed, and once a minute for what time does by itself.
    [[nodiscard]] const ReleaseSummary& listed(Held& held, const Freezes& freezes) const;
    [[nodiscard]] ReleaseSummary summary(const Held& held, const StoredFreezes& freezes,
                                         base::WallTime now) const;
    [[nodiscard]] base::Result<std::vector<LedgerLine>>
    linesOf(const std::vector<store::ChecklistEntryRow>& rows) const;
    [[nodiscard]] QByteArray salt() const;

    Context& m_context;
    Hub& m_hub;
    People& m_people;
    Masking& m_masking;
    const release::Ledger m_ledger;
    const bool m_isKeyed;
    std::map<QString, Held> m_held;
    bool m_isAllRead = false; ///< what is not in m_held is not there, or damaged
    /// Of each release, what was asked for; the first is under way.
    std::map<QString, std::deque<base::Task>> m_waiting;
    Freezes m_freezes;              ///< nothing: they are read when they are needed
    quint64 m_freezeGeneration = 0; ///< what was read under another one is not believed
};

} // namespace desk
