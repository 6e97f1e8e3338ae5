// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/customers/customers.h"
#include "desk/keeping/recorded.h"
#include "desk/masking/masking.h"
#include "desk/turns.h"

namespace desk {

/// Import, export, demonstration data, backups. Lives on the desk thread.
class Keeping
{
public:
    Keeping(Context& context, Hub& hub, Turns& turns, Sessions& sessions, Masking& masking)
        : m_context(context), m_hub(hub), m_turns(turns), m_sessions(sessions), m_masking(masking)
    {
    }

    /// {"id","turns":[{"role":"customer|agent|bot|system","text","time"?}]}: one closed conversation.
    /// Invalid names what is wrong; Conflict: this id was imported before.
    void importLine(const QByteArray& line, const SharedReply<base::ConversationId>& reply);
    /// Lines, and the cursor of the next page.
    using Exported = std::pair<QList<QByteArray>, QByteArray>;
    void exportPage(QByteArray after, Texts texts, const SharedReply<Exported>& reply);

    /// The turns of a conversation, for replay.
    void recordedTurns(base::ConversationId id,
                       const SharedReply<std::vector<engine::RecordedTurn>>& reply);

    /// Plays the scripts of resources/demo through the flow; returns how many conversations.
    void loadDemo(const SharedReply<int>& reply);
    void clearDemo(const SharedReply<int>& reply);

    void backup(QString folder, const SharedReply<BackupInfo>& reply);
    void backups(const SharedReply<std::vector<BackupInfo>>& reply);

private:
    struct ExportPage;
    struct Recorded;
    void readRecorded(const std::shared_ptr<Recorded>& recorded,
                      const SharedReply<std::vector<engine::RecordedTurn>>& reply);
    void writeExported(const std::shared_ptr<ExportPage>& page, const SharedReply<Exported>& reply);
    void exportNext(const std::shared_ptr<ExportPage>& page, const SharedReply<Exported>& reply);

    Context& m_context;
    Hub& m_hub;
    Turns& m_turns;
    Sessions& m_sessions;
    Masking& m_masking;
};

} // namespace desk
