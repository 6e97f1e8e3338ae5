// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/customers/sessions.h"
#include "desk/masking/conversation_masker.h"
#include "desk/masking/masking_values.h"
#include "desk/turns.h"

namespace desk {

/// Transcripts, masked exports and the tester. Lives on the desk thread; what masks has a thread of
/// its own, because a long conversation takes longer than a turn may.
class Masking
{
public:
    Masking(Context& context, Turns& turns, Sessions& sessions);

    void start() { m_worker.start(); }
    /// Before the desk thread ends. Waits for the page under way.
    void stop() { m_worker.stop(); }

    /// NotFound: no such conversation, or not this session's customer's. Busy: too much waits.
    void transcript(const TranscriptQuery& query, const SharedReply<Transcript>& reply);
    /// Invalid: longer than kLongestExplained.
    void explain(const QString& text, const QStringList& names,
                 const SharedReply<MaskingExplained>& reply);
    /// Other work that looks for personal data, on the masking thread. Dropped where too much waits.
    void later(base::Task work) { std::ignore = m_worker.post(std::move(work)); }
    /// One conversation as a line of the exchange format, masked. Any thread may answer the reply.
    void exportLine(const store::ConversationRow& row, std::vector<store::EventRow> events,
                    base::Reply<QByteArray> reply);

private:
    struct Gathering;
    /// Handed on from thread to thread, never in two hands.
    using GatheringPointer = std::shared_ptr<Gathering>;

    void open(const TranscriptQuery& query, base::ConversationId id,
              const std::optional<base::CustomerId>& owner, const SharedReply<Transcript>& reply);
    void readNext(const GatheringPointer& gathering, const SharedReply<Transcript>& reply);
    void maskNext(const GatheringPointer& gathering, bool isEnd,
                  const SharedReply<Transcript>& reply);

    Context& m_context;
    Turns& m_turns;
    Sessions& m_sessions;
    base::Worker m_worker;
};

} // namespace desk
