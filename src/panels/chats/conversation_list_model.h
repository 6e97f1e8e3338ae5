// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/threads/caller.h"
#include "desk/desk.h"

#include <QAbstractListModel>

#include <memory>
#include <vector>

namespace panels {

/// One view's conversations, read in pages as they are scrolled to. When the view changes, what was
/// read is read again behind the scenes and put in place by moves, inserts and removals, so that
/// selection and scroll stay where they are.
class ConversationListModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole + 1 };

    ConversationListModel(desk::Desk& desk, std::shared_ptr<base::Home> home,
                          const base::Clock& clock, QObject* parent = nullptr);

    void show(desk::View view, base::PersonId me);
    /// Something of this view may have changed: reads again what is loaded.
    void refresh();

    [[nodiscard]] const desk::ConversationHead& head(int row) const
    {
        return m_rows[static_cast<std::size_t>(row)];
    }
    [[nodiscard]] int rowOf(base::ConversationId id) const;
    [[nodiscard]] base::PersonId me() const noexcept { return m_me; }
    [[nodiscard]] desk::View view() const noexcept { return m_view; }
    [[nodiscard]] base::WallTime now() const { return m_clock.wall(); }
    [[nodiscard]] bool isLoaded() const noexcept { return m_isLoaded; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

Q_SIGNALS:
    void loaded();
    void failed(base::Error error);

private:
    void read(QByteArray after, std::size_t wanted);
    void keepTail(QByteArray next);
    void merge(std::vector<desk::ConversationHead> fresh);

    desk::Desk& m_desk;
    base::Caller m_caller;
    const base::Clock& m_clock;
    desk::View m_view = desk::View::All;
    base::PersonId m_me;
    std::vector<desk::ConversationHead> m_rows;
    std::vector<desk::ConversationHead> m_fresh; ///< being read
    QByteArray m_next;
    int m_generation = 0;
    bool m_isReading = false;
    bool m_isStale = false;
    bool m_isLoaded = false;
};

} // namespace panels
