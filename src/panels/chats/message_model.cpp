// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/chats/message_model.h"

#include "panels/ai/ai_trace.h"
#include "panels/chats/event_texts.h"

#include <QLocale>

#include <algorithm>

namespace panels {

namespace {
constexpr int kPage = 100;
constexpr std::size_t kMostRows = 1500; // older ones are read again when somebody scrolls up
bool hasGap(const std::vector<desk::MessageEvent>& events, base::Seq previous)
{
    for (const auto& event : events) {
        if (previous.isValid() && event.seq.value > previous.value + 1)
            return true;
        previous = event.seq;
    }
    return false;
}

} // namespace

MessageModel::MessageModel(desk::Desk& desk, std::shared_ptr<base::Home> home, QObject* parent)
    : QAbstractListModel(parent), m_desk(desk), m_caller(std::move(home))
{
}

int MessageModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant MessageModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const MessageRow& r = row(index.row());
    switch (role) {
    case Qt::DisplayRole: return r.text;
    case Qt::ToolTipRole:
        return r.kind == MessageRow::Kind::Day ? QVariant()
                                               : QLocale().toString(r.time, QLocale::LongFormat);
    case Qt::AccessibleTextRole: return spokenText(r);
    case Qt::AccessibleDescriptionRole: return deliveryText(r);
    default: return {};
    }
}

void MessageModel::open(base::ConversationId id)
{
    reset(id);
    if (id.isValid())
        readPage(std::nullopt, std::nullopt);
}

void MessageModel::openAt(base::ConversationId id, base::Seq seq)
{
    reset(id);
    if (id.isValid())
        readPage(std::nullopt, base::Seq{std::max<qint64>(0, seq.value - kPage / 2)});
    m_reachesEnd = false;
}

void MessageModel::reset(base::ConversationId id)
{
    beginResetModel();
    ++m_generation;
    m_id = id;
    m_rows.clear();
    m_customerSeqOf.clear();
    m_firstSeq = m_lastSeq = m_wanted = {};
    m_delivered = m_seen = 0;
    m_pending = 0;
    m_hasOlder = m_reachesEnd = m_followsEnd = true;
    m_isReading = m_hasLookedTwice = false;
    endResetModel();
}

void MessageModel::fetchNew(base::Seq newest)
{
    m_wanted = std::max(m_wanted, newest);
    if (m_reachesEnd && m_id.isValid() && !m_isReading && m_lastSeq.isValid() &&
        m_wanted > m_lastSeq)
        readPage(std::nullopt, m_lastSeq);
}

void MessageModel::fetchNewer()
{
    if (!m_reachesEnd && m_id.isValid() && !m_isReading && m_lastSeq.isValid())
        readPage(std::nullopt, m_lastSeq);
}

void MessageModel::fetchOlder()
{
    if (m_id.isValid() && !m_isReading && m_hasOlder && m_firstSeq.value > 1)
        readPage(m_firstSeq, std::nullopt);
}

void MessageModel::readPage(std::optional<base::Seq> before, std::optional<base::Seq> after)
{
    m_isReading = true;
    const bool isOlder = before.has_value();
    m_desk.events(m_caller,
                  {.conversation = m_id, .before = before, .after = after, .limit = kPage},
                  [this, isOlder, generation = m_generation](base::Result<desk::EventPage> page) {
                      if (generation != m_generation)
                          return; // another conversation was opened meanwhile
                      m_isReading = false;
                      if (page)
                          took(*page, isOlder);
                      else
                          Q_EMIT failed(page.error());
                  });
}

void MessageModel::took(const desk::EventPage& page, bool isOlder)
{
    const bool isFirst = !m_lastSeq.isValid();
    m_delivered = std::max(m_delivered, page.deliveredUpTo);
    m_seen = std::max(m_seen, page.seenUpTo);
    for (const auto& event : page.events) {
        if (event.kind == engine::EventKind::AgentMessage && event.customerSeq.isValid())
            m_customerSeqOf[event.seq.value] = event.customerSeq.value;
    }
    if (!isOlder && hasGap(page.events, m_lastSeq) && !std::exchange(m_hasLookedTwice, true)) {
        m_lastSeq.isValid() ? readPage(std::nullopt, m_lastSeq)
                            : readPage(std::nullopt, std::nullopt); // it may have been a moment's
        return;
    }
    if (isOlder) {
        prepend(page.events);
        trimEnd();
    } else {
        append(page.events);
        if (m_followsEnd || !m_reachesEnd)
            trimTop();
    }
    applyReceipts();
    if (isFirst)
        Q_EMIT opened();
    if (isOlder)
        return;
    m_wanted = std::max(m_wanted, page.lastSeq);
    m_reachesEnd |= m_lastSeq >= page.lastSeq;
    fetchNew(m_wanted); // a page that is full may have more behind it
}

void MessageModel::prepend(const std::vector<desk::MessageEvent>& events)
{
    if (events.empty()) {
        m_hasOlder = false;
        return;
    }
    m_firstSeq = events.front().seq;
    m_hasOlder = m_firstSeq.value > 1;
    const std::deque<MessageRow> rows = withDays(events, nullptr, {});
    if (rows.empty())
        return;
    // The day that stood at the top may now stand in the middle.
    const bool isSameDay = !m_rows.empty() && m_rows.front().kind == MessageRow::Kind::Day &&
                           rows.back().time.date() == m_rows.front().time.date();
    const auto count = static_cast<int>(rows.size());
    beginInsertRows({}, 0, count - 1);
    m_rows.insert(m_rows.begin(), rows.begin(), rows.end());
    endInsertRows();
    if (!isSameDay)
        return;
    beginRemoveRows({}, count, count);
    m_rows.erase(m_rows.begin() + count);
    endRemoveRows();
}

void MessageModel::append(const std::vector<desk::MessageEvent>& events)
{
    if (events.empty())
        return;
    if (!m_firstSeq.isValid())
        m_firstSeq = events.front().seq;
    std::vector<desk::MessageEvent> fresh;
    const base::Seq before = m_lastSeq;
    for (const auto& event : events) {
        if (event.seq > m_lastSeq) {
            if (!event.clientMessageId.isEmpty())
                removePending(event.clientMessageId);
            fresh.push_back(event);
            m_lastSeq = event.seq;
        }
    }
    const int end = static_cast<int>(m_rows.size()) - m_pending;
    const MessageRow* last = end > 0 ? &m_rows[static_cast<std::size_t>(end - 1)] : nullptr;
    const std::deque<MessageRow> rows = withDays(fresh, last, before);
    m_hasLookedTwice = false;
    if (rows.empty())
        return;
    beginInsertRows({}, end, end + static_cast<int>(rows.size()) - 1);
    m_rows.insert(m_rows.begin() + end, rows.begin(), rows.end());
    endInsertRows();
    Q_EMIT rowsAppended();
}

MessageRow MessageModel::gapRow(const desk::MessageEvent& next, qint64 missing)
{
    return {.kind = MessageRow::Kind::Mark,
            .actor = engine::Actor::System,
            .text = gapText(missing),
            .time = QDateTime::fromMSecsSinceEpoch(base::toMs(next.time))};
}

MessageRow MessageModel::dayRow(const QDateTime& time)
{
    return {.kind = MessageRow::Kind::Day,
            .actor = engine::Actor::System,
            .text = QLocale().toString(time.date(), QLocale::LongFormat),
            .time = time};
}

std::deque<MessageRow> MessageModel::withDays(const std::vector<desk::MessageEvent>& events,
                                              const MessageRow* before, base::Seq previous) const
{
    std::deque<MessageRow> rows;
    for (const auto& event : events) {
        if (previous.isValid() && event.seq.value > previous.value + 1)
            rows.push_back(gapRow(event, event.seq.value - previous.value - 1));
        previous = event.seq;
        auto row = rowOf(event);
        if (!row)
            continue;
        const MessageRow* last = rows.empty() ? before : &rows.back();
        if (!last || last->time.date() != row->time.date())
            rows.push_back(dayRow(row->time));
        rows.push_back(*std::move(row));
    }
    return rows;
}

std::optional<MessageRow> MessageModel::rowOf(const desk::MessageEvent& event) const
{
    using engine::EventKind;
    if (event.kind == EventKind::Delivered || event.kind == EventKind::Seen)
        return std::nullopt;
    MessageRow row{.actor = event.actor,
                   .text = event.text,
                   .author = event.personName,
                   .time = QDateTime::fromMSecsSinceEpoch(base::toMs(event.time)),
                   .seq = event.seq.value,
                   .clientMessageId = event.clientMessageId,
                   .isErased = event.isErased,
                   .event = event.kind};
    switch (event.kind) {
    case EventKind::CustomerMessage:
    case EventKind::OptionChosen:
    case EventKind::BotMessage:
    case EventKind::ContactLeft: break;
    case EventKind::AgentMessage: row.state = MessageRow::State::Sent; break;
    case EventKind::Note: row.kind = MessageRow::Kind::Note; break;
    default:
        row.kind = MessageRow::Kind::Mark;
        row.payload = event.payload;
        row.text = markText(event);
        if (event.kind == EventKind::AiCall) {
            row.recorded = event.isErased ? QString() : event.text;
            row.detail = aiDetailText(row.payload, row.recorded);
        }
    }
    if (row.isErased && row.kind != MessageRow::Kind::Mark)
        row.text = erasedText();
    if (row.text.isEmpty())
        return std::nullopt;
    return row;
}

void MessageModel::applyReceipts()
{
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        MessageRow& row = m_rows[i];
        const auto seq = m_customerSeqOf.find(row.seq);
        if (row.seq == 0 || seq == m_customerSeqOf.end())
            continue;
        const auto state = seq->second <= m_seen        ? MessageRow::State::Seen
                           : seq->second <= m_delivered ? MessageRow::State::Delivered
                                                        : MessageRow::State::Sent;
        if (row.state != state) {
            row.state = state;
            const QModelIndex changed = index(static_cast<int>(i));
            Q_EMIT dataChanged(changed, changed);
        }
    }
}

void MessageModel::trimTop()
{
    if (m_rows.size() <= kMostRows)
        return;
    const auto surplus = static_cast<int>(m_rows.size() - kMostRows);
    beginRemoveRows({}, 0, surplus - 1);
    m_rows.erase(m_rows.begin(), m_rows.begin() + surplus);
    endRemoveRows();
    learnFirstSeq();
    m_hasOlder = true;
}

void MessageModel::learnFirstSeq()
{
    const auto first = std::ranges::find_if(m_rows, [](const auto& r) { return r.seq > 0; });
    if (first != m_rows.end())
        m_firstSeq = base::Seq{first->seq};
}

// What is not stored yet stands at the end and must not go.
void MessageModel::trimEnd()
{
    if (m_rows.size() <= kMostRows || m_pending > 0)
        return;
    beginRemoveRows({}, static_cast<int>(kMostRows), rowCount() - 1);
    m_rows.resize(kMostRows);
    endRemoveRows();
    const auto last =
        std::find_if(m_rows.rbegin(), m_rows.rend(), [](const auto& r) { return r.seq > 0; });
    if (last != m_rows.rend())
        m_lastSeq = base::Seq{last->seq};
    m_reachesEnd = false;
}

void MessageModel::retranslate()
{
    for (MessageRow& r : m_rows) {
        if (r.kind == MessageRow::Kind::Day)
            r.text = dayRow(r.time).text;
        else if (r.isErased && r.kind != MessageRow::Kind::Mark)
            r.text = erasedText();
        else if (r.kind == MessageRow::Kind::Mark && r.seq > 0)
            r.text = markText({.kind = r.event, .payload = r.payload, .personName = r.author});
        if (!r.detail.isEmpty())
            r.detail = aiDetailText(r.payload, r.recorded);
    }
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

bool MessageModel::toggle(int row)
{
    MessageRow& r = m_rows[static_cast<std::size_t>(row)];
    if (r.detail.isEmpty())
        return false;
    r.isOpen = !r.isOpen;
    Q_EMIT dataChanged(index(row), index(row));
    return true;
}

void MessageModel::addPending(const QString& text, bool isNote, const QString& author,
                              const QString& clientMessageId)
{
    const int end = static_cast<int>(m_rows.size());
    beginInsertRows({}, end, end);
    m_rows.push_back({.kind = isNote ? MessageRow::Kind::Note : MessageRow::Kind::Message,
                      .actor = engine::Actor::Agent,
                      .text = text,
                      .author = author,
                      .time = QDateTime::currentDateTime(),
                      .state = MessageRow::State::Pending,
                      .clientMessageId = clientMessageId});
    ++m_pending;
    endInsertRows();
    Q_EMIT rowsAppended();
}

void MessageModel::setPendingState(const QString& clientMessageId, MessageRow::State state)
{
    for (int i = rowCount() - m_pending; i < rowCount(); ++i) {
        MessageRow& pending = m_rows[static_cast<std::size_t>(i)];
        if (pending.clientMessageId == clientMessageId) {
            pending.state = state;
            Q_EMIT dataChanged(index(i), index(i));
        }
    }
}

void MessageModel::removePending(const QString& clientMessageId)
{
    for (int i = rowCount() - m_pending; i < rowCount(); ++i) {
        if (row(i).clientMessageId != clientMessageId)
            continue;
        beginRemoveRows({}, i, i);
        m_rows.erase(m_rows.begin() + i);
        --m_pending;
        endRemoveRows();
        return;
    }
}

QString MessageModel::lastWords(engine::Actor actor) const
{
    const auto last = std::find_if(m_rows.rbegin(), m_rows.rend(), [actor](const MessageRow& r) {
        return r.kind == MessageRow::Kind::Message && r.actor == actor && !r.isErased &&
               r.event != engine::EventKind::OptionChosen;
    });
    return last == m_rows.rend() ? QString() : last->text;
}

int MessageModel::rowOfSeq(qint64 seq) const
{
    for (int i = 0; i < rowCount(); ++i) {
        if (row(i).seq >= seq && row(i).seq > 0)
            return i;
    }
    return -1;
}

} // namespace panels
