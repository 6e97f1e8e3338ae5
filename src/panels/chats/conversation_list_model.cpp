// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/chats/conversation_list_model.h"

#include "panels/chats/event_texts.h"

#include <algorithm>
#include <unordered_set>

namespace panels {

namespace {
constexpr int kListPage = 128;
constexpr std::size_t kMostRefreshed = 512; // beyond, only the top is read again
} // namespace

ConversationListModel::ConversationListModel(desk::Desk& desk, std::shared_ptr<base::Home> home,
                                             const base::Clock& clock, QObject* parent)
    : QAbstractListModel(parent), m_desk(desk), m_caller(std::move(home)), m_clock(clock)
{
}

int ConversationListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ConversationListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const desk::ConversationHead& h = head(index.row());
    const QString name = h.name.isEmpty() ? base::conversationCode(h.id) : h.name;
    switch (role) {
    case Qt::DisplayRole: return name;
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2, %3").arg(name, waitingText(h, now()), h.lastText);
    case Qt::ToolTipRole: return base::conversationCode(h.id);
    case IdRole: return h.id.value;
    default: return {};
    }
}

void ConversationListModel::show(desk::View view, base::PersonId me)
{
    beginResetModel();
    ++m_generation;
    m_view = view;
    m_me = me;
    m_rows.clear();
    m_fresh.clear();
    m_next.clear();
    m_isReading = m_isStale = m_isLoaded = false;
    endResetModel();
    read({}, kListPage);
}

void ConversationListModel::refresh()
{
    if (m_isReading) {
        m_isStale = true;
        return;
    }
    m_fresh.clear();
    read({}, std::clamp<std::size_t>(m_rows.size(), kListPage, kMostRefreshed));
}

bool ConversationListModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && !m_next.isEmpty() && !m_isReading;
}

void ConversationListModel::fetchMore(const QModelIndex& parent)
{
    if (!canFetchMore(parent))
        return;
    m_fresh = m_rows;
    read(m_next, m_rows.size() + kListPage);
}

void ConversationListModel::read(QByteArray after, std::size_t wanted)
{
    m_isReading = true;
    m_desk.conversationPage(
        m_caller, {.view = m_view, .person = m_me, .after = std::move(after), .limit = kListPage},
        [this, wanted, generation = m_generation](base::Result<desk::ConversationPage> page) {
            if (generation != m_generation)
                return;
            m_isReading = false;
            if (!page) {
                Q_EMIT failed(page.error());
                return;
            }
            m_fresh.insert(m_fresh.end(), page->rows.begin(), page->rows.end());
            if (m_fresh.size() < wanted && !page->next.isEmpty()) {
                read(page->next, wanted);
                return;
            }
            keepTail(page->next);
            m_isLoaded = true;
            merge(std::exchange(m_fresh, {}));
            Q_EMIT loaded();
            if (std::exchange(m_isStale, false))
                refresh();
        });
}

// Of a list longer than what is read again, the rest stays as it was; what has moved up is dropped
// there by merge().
void ConversationListModel::keepTail(QByteArray next)
{
    const bool isWholeAgain = m_fresh.size() >= m_rows.size() || next.isEmpty();
    if (isWholeAgain) {
        m_next = std::move(next);
        return;
    }
    const int last = rowOf(m_fresh.back().id);
    const auto from = last < 0 ? m_fresh.size() : static_cast<std::size_t>(last) + 1;
    m_fresh.insert(m_fresh.end(), m_rows.begin() + static_cast<std::ptrdiff_t>(from), m_rows.end());
}

int ConversationListModel::rowOf(base::ConversationId id) const
{
    const auto it = std::ranges::find(m_rows, id, &desk::ConversationHead::id);
    return it == m_rows.end() ? -1 : static_cast<int>(it - m_rows.begin());
}

// A row may move up while pages are read and so come twice: the first one counts.
void ConversationListModel::merge(std::vector<desk::ConversationHead> fresh)
{
    std::unordered_set<base::ConversationId> stays;
    std::erase_if(fresh, [&](const auto& head) { return !stays.insert(head.id).second; });
    for (int i = rowCount() - 1; i >= 0; --i) {
        const int last = i;
        while (i >= 0 && !stays.contains(head(i).id))
            --i;
        if (i == last)
            continue;
        beginRemoveRows({}, i + 1, last);
        m_rows.erase(m_rows.begin() + i + 1, m_rows.begin() + last + 1);
        endRemoveRows();
    }
    std::size_t at = 0;
    for (; at < fresh.size(); ++at) {
        const int row = static_cast<int>(at);
        if (at >= m_rows.size())
            break; // the rest is new
        if (m_rows[at].id != fresh[at].id) {
            const int from = rowOf(fresh[at].id);
            if (from < 0) {
                beginInsertRows({}, row, row);
                m_rows.insert(m_rows.begin() + row, fresh[at]);
                endInsertRows();
                continue;
            }
            beginMoveRows({}, from, from, {}, row);
            std::rotate(m_rows.begin() + row, m_rows.begin() + from, m_rows.begin() + from + 1);
            endMoveRows();
        }
        m_rows[at] = std::move(fresh[at]);
    }
    if (at < fresh.size()) {
        beginInsertRows({}, static_cast<int>(at), static_cast<int>(fresh.size()) - 1);
        m_rows.insert(m_rows.end(),
                      std::make_move_iterator(fresh.begin() + static_cast<std::ptrdiff_t>(at)),
                      std::make_move_iterator(fresh.end()));
        endInsertRows();
    }
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

} // namespace panels
