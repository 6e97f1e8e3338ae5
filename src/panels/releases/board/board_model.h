// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/releases/open_release.h"

#include <QAbstractItemModel>

#include <optional>
#include <vector>

namespace panels {

/// What of a release the board shows.
struct BoardFilter {
    enum class Whose {
        All,
        Mine,     ///< I own it, or it has no owner and my role
        Blocking, ///< the gate names it
        Late,     ///< open, and due before now
    };
    QString text; ///< every word in title, id or tags
    Whose whose = Whose::All;
    std::optional<release::State> state;
    std::optional<release::Role> role;
    std::optional<release::ItemClass> itemClass;
    bool operator==(const BoardFilter&) const = default;
};

/// The items of the open release in groups, by section or by role. Changes of states keep the rows, and
/// are told of the rows that look different; only what changes which rows there are makes a reset.
class BoardModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Column { TitleColumn, StateColumn, ClassColumn, RoleColumn, OwnerColumn, DueColumn };
    static constexpr int kColumns = DueColumn + 1;
    enum class Grouping { Section, Role };

    explicit BoardModel(const OpenRelease& open, QObject* parent = nullptr);

    void setGrouping(Grouping grouping);
    void setFilter(BoardFilter filter);
    [[nodiscard]] Grouping grouping() const noexcept { return m_grouping; }
    [[nodiscard]] const BoardFilter& filter() const noexcept { return m_filter; }
    /// The release as it is now.
    void refresh();
    void clear();
    /// The language is another.
    void retranslate();

    [[nodiscard]] int shownItems() const noexcept { return m_shownItems; }
    /// Empty: a group's row.
    [[nodiscard]] release::ItemId item(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOf(const release::ItemId& id) const;

    [[nodiscard]] QModelIndex index(int row, int column,
                                    const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    using QObject::parent;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// A tick: tells, and changes nothing itself.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    void ticked(const QString& item, bool isOn);

private:
    struct Group {
        QString key;
        QString title;
        std::vector<int> rows;    ///< places in the release's items
        int all = 0, settled = 0; ///< leaves, those that are filtered away too
        bool operator==(const Group&) const = default;
    };
    /// What can look different of a row while it stays where it is.
    struct Face {
        QString title, owner;
        release::State state = release::State::Todo;
        release::ItemClass itemClass = release::ItemClass::Required;
        std::optional<release::Role> role;
        std::optional<base::WallTime> due;
        bool isLate = false, isLeaf = true;
        bool operator==(const Face&) const = default;
    };
    void rebuild(const std::vector<Face>& before);
    [[nodiscard]] std::vector<Group> filledGroups() const;
    [[nodiscard]] std::vector<Face> faces() const;
    void tellChanges(const std::vector<Group>& groups, const std::vector<Face>& before);
    [[nodiscard]] std::vector<Group> emptyGroups() const;
    [[nodiscard]] std::vector<bool> wanted() const;
    [[nodiscard]] int groupOf(int item) const;
    [[nodiscard]] bool isMine(const release::Item& item) const;
    [[nodiscard]] bool isLate(int item, base::WallTime now) const;
    [[nodiscard]] bool isLeaf(int item) const;
    [[nodiscard]] release::ItemClass itemClass(int item) const;
    [[nodiscard]] int depth(int item) const;
    [[nodiscard]] const release::Item& at(int item) const;
    [[nodiscard]] release::State state(int item) const;
    [[nodiscard]] QVariant groupData(const Group& group, int column, int role) const;
    [[nodiscard]] QVariant cellData(int item, int column, int role) const;
    [[nodiscard]] QString text(int item, int column) const;
    [[nodiscard]] QString spoken(int item) const;

    const OpenRelease& m_open;
    Grouping m_grouping = Grouping::Section;
    BoardFilter m_filter;
    std::vector<Group> m_groups;
    std::vector<Face> m_faces; ///< of all items, as they were told last
    int m_shownItems = 0;
};

} // namespace panels
