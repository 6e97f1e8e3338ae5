// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/threads/caller.h"
#include "desk/desk.h"

#include <QAbstractListModel>
#include <QDateTime>

#include <deque>
#include <memory>
#include <optional>

namespace panels {

/// What one row of a conversation is drawn as.
struct MessageRow {
    enum class Kind { Message, Note, Mark, Day };
    enum class State { None, Pending, Sent, Delivered, Seen, Failed };
    Kind kind = Kind::Message;
    engine::Actor actor = engine::Actor::Customer;
    QString text;
    QString author;
    QDateTime time; ///< local
    State state = State::None;
    qint64 seq = 0; ///< 0: not stored yet
    QString clientMessageId;
    bool isErased = false;
    engine::EventKind event = engine::EventKind::CustomerMessage;
    QByteArray payload; ///< of a mark, whose words depend on the language
    QString recorded;   ///< of a mark that opens: what it is made of
    QString detail;     ///< what it opens to; empty: it does not
    bool isOpen = false;
};

/// The events of one conversation as rows, newest at the end. Holds a window of at most 1,500 rows,
/// moved by pages as the reader scrolls either way; at its end, what is new is fetched after the last
/// number, so nothing is missed, and a number that is missing shows as a line. Receipts change rows
/// instead of being rows.
class MessageModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { RowRole = Qt::UserRole + 1 };

    MessageModel(desk::Desk& desk, std::shared_ptr<base::Home> home, QObject* parent = nullptr);

    /// Empties it and reads the end of another conversation.
    void open(base::ConversationId id);
    /// Reads around this number instead, for a search hit.
    void openAt(base::ConversationId id, base::Seq seq);
    /// There is more than lastSeq().
    void fetchNew(base::Seq newest);
    /// Older rows, if there are any.
    void fetchOlder();
    /// The next rows, where the window does not reach the end.
    void fetchNewer();
    [[nodiscard]] bool reachesEnd() const noexcept { return m_reachesEnd; }
    /// Whether rows may go at the top when there are too many: the reader is at the end.
    void setFollowsEnd(bool follows) { m_followsEnd = follows; }
    /// Says days and marks in the language that is spoken now.
    void retranslate();

    /// A message of mine that is not stored yet; its row becomes the stored one when it comes back.
    void addPending(const QString& text, bool isNote, const QString& author,
                    const QString& clientMessageId);
    void setPendingState(const QString& clientMessageId, MessageRow::State state);
    void removePending(const QString& clientMessageId);

    /// Opens a mark that has details, or closes it. False where it has none.
    bool toggle(int row);

    [[nodiscard]] base::ConversationId conversation() const noexcept { return m_id; }
    [[nodiscard]] base::Seq lastSeq() const noexcept { return m_lastSeq; }
    [[nodiscard]] const MessageRow& row(int i) const { return m_rows[static_cast<std::size_t>(i)]; }
    [[nodiscard]] int rowOfSeq(qint64 seq) const;
    /// The newest message that this side wrote, of those that are loaded; options do not count.
    [[nodiscard]] QString lastWords(engine::Actor actor) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

Q_SIGNALS:
    void opened();
    void failed(base::Error error);
    void rowsAppended();

private:
    void reset(base::ConversationId id);
    void readPage(std::optional<base::Seq> before, std::optional<base::Seq> after);
    void took(const desk::EventPage& page, bool isOlder);
    void prepend(const std::vector<desk::MessageEvent>& events);
    void append(const std::vector<desk::MessageEvent>& events);
    void applyReceipts();
    [[nodiscard]] std::optional<MessageRow> rowOf(const desk::MessageEvent& event) const;
    [[nodiscard]] static MessageRow dayRow(const QDateTime& time);
    [[nodiscard]] std::deque<MessageRow> withDays(const std::vector<desk::MessageEvent>& events,
                                                  const MessageRow* before,
                                                  base::Seq previous) const;
    void trimTop();
    void trimEnd();
    void learnFirstSeq();
    [[nodiscard]] static MessageRow gapRow(const desk::MessageEvent& next, qint64 missing);

    desk::Desk& m_desk;
    base::Caller m_caller;
    base::ConversationId m_id;
    std::deque<MessageRow> m_rows;
    std::map<qint64, qint64> m_customerSeqOf; ///< seq -> customer-side number, of agents' messages
    base::Seq m_firstSeq, m_lastSeq;
    qint64 m_delivered = 0, m_seen = 0;
    int m_pending = 0; ///< rows at the end that are not stored yet
    int m_generation = 0;
    bool m_isReading = false;
    bool m_hasOlder = true;
    bool m_reachesEnd = true;
    bool m_followsEnd = true;
    bool m_hasLookedTwice = false; ///< for numbers that were missing
    base::Seq m_wanted;
};

} // namespace panels
