// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/board/board_model.h"

#include "panels/look/language.h"
#include "panels/look/theme.h"
#include "panels/releases/words/release_words.h"

#include <QFont>
#include <QLocale>
#include <QSet>

#include <algorithm>
#include <utility>

namespace panels {

using release::Item;
using release::State;

namespace {

constexpr std::size_t kRoles = release::Names<release::Role>::kAll.size();
constexpr int kSpacesADepth = 4;

std::size_t placeOf(int index)
{
    return static_cast<std::size_t>(index);
}

bool holdsAll(const Item& item, const QStringList& words)
{
    return std::ranges::all_of(words, [&item](const QString& word) {
        return item.plan.title.contains(word, Qt::CaseInsensitive) ||
               item.plan.id.value.contains(word, Qt::CaseInsensitive) ||
               item.plan.tags.join(u' ').contains(word, Qt::CaseInsensitive);
    });
}

QColor stateColour(State state)
{
    switch (state) {
    case State::Verified:
    case State::Done: return colours().good;
    case State::Failed: return colours().bad;
    case State::Blocked:
    case State::Waived: return colours().warning;
    case State::Todo:
    case State::NotApplicable: return colours().quiet;
    case State::Doing: break;
    }
    return {};
}

} // namespace

BoardModel::BoardModel(const OpenRelease& open, QObject* parent)
    : QAbstractItemModel(parent), m_open(open)
{
}

void BoardModel::setGrouping(Grouping grouping)
{
    if (std::exchange(m_grouping, grouping) != grouping)
        rebuild(m_faces);
}

void BoardModel::setFilter(BoardFilter filter)
{
    if (filter == m_filter)
        return;
    m_filter = std::move(filter);
    rebuild(m_faces);
}

void BoardModel::refresh()
{
    if (!m_open.isOpen())
        return;
    const std::vector<Face> before = std::exchange(m_faces, faces());
    rebuild(before);
}

void BoardModel::clear()
{
    beginResetModel();
    m_groups.clear();
    m_faces.clear();
    m_shownItems = 0;
    endResetModel();
}

void BoardModel::retranslate()
{
    m_faces.clear(); // all rows look different
    for (Group& group : m_groups)
        group.title.clear();
    refresh();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
}

// ---- Which rows there are ----

/// \param before how the rows looked when they were told of last
void BoardModel::rebuild(const std::vector<Face>& before)
{
    if (!m_open.isOpen())
        return;
    std::vector<Group> groups = filledGroups();
    const auto isSameRow = [](const Group& a, const Group& b) {
        return a.key == b.key && a.rows == b.rows;
    };
    const bool isSame = std::ranges::equal(groups, m_groups, isSameRow);
    if (!isSame)
        beginResetModel();
    std::swap(groups, m_groups);
    m_shownItems = 0;
    for (const Group& group : m_groups)
        m_shownItems += static_cast<int>(group.rows.size());
    if (!isSame)
        endResetModel();
    else
        tellChanges(groups, before);
}

std::vector<BoardModel::Group> BoardModel::filledGroups() const
{
    std::vector<Group> groups = emptyGroups();
    const std::vector<bool> isWanted = wanted();
    for (int i = 0; i < static_cast<int>(isWanted.size()); ++i) {
        Group& group = groups[placeOf(groupOf(i))];
        if (isLeaf(i)) {
            ++group.all;
            group.settled += release::isSettled(state(i)) ? 1 : 0;
        }
        if (isWanted[placeOf(i)])
            group.rows.push_back(i);
    }
    std::erase_if(groups, [](const Group& group) { return group.rows.empty(); });
    return groups;
}

std::vector<BoardModel::Face> BoardModel::faces() const
{
    const base::WallTime now = m_open.now();
    std::vector<Face> all;
    all.reserve(m_open.release().items.size());
    for (int i = 0; i < static_cast<int>(m_open.release().items.size()); ++i) {
        const Item& item = at(i);
        all.push_back({.title = item.plan.title,
                       .owner = m_open.nameOf(item.owner),
                       .state = state(i),
                       .itemClass = itemClass(i),
                       .role = item.plan.role,
                       .due = item.due,
                       .isLate = isLate(i, now),
                       .isLeaf = isLeaf(i)});
    }
    return all;
}

/// \param groups,before as they were told last; the rows are the same
void BoardModel::tellChanges(const std::vector<Group>& groups, const std::vector<Face>& before)
{
    for (int g = 0; g < rowCount(); ++g) {
        const Group& now = m_groups[placeOf(g)];
        const QModelIndex group = index(g, 0);
        if (now != groups[placeOf(g)])
            Q_EMIT dataChanged(group, index(g, kColumns - 1));
        const auto isChanged = [&](int row) {
            const std::size_t item = placeOf(now.rows[placeOf(row)]);
            return item >= before.size() || before[item] != m_faces[item];
        };
        const int count = static_cast<int>(now.rows.size());
        for (int row = 0; row < count; ++row) {
            if (!isChanged(row))
                continue;
            const int first = row;
            while (row + 1 < count && isChanged(row + 1))
                ++row;
            Q_EMIT dataChanged(index(first, 0, group), index(row, kColumns - 1, group));
        }
    }
}

std::vector<BoardModel::Group> BoardModel::emptyGroups() const
{
    std::vector<Group> groups;
    if (m_grouping == Grouping::Section) {
        for (const release::Section& section : m_open.release().sections)
            groups.push_back({.key = section.id, .title = section.title, .rows = {}});
    } else {
        for (std::size_t i = 0; i < kRoles; ++i) {
            const auto role = static_cast<release::Role>(i);
            groups.push_back(
                {.key = release::nameText(role), .title = releaseRoleText(role), .rows = {}});
        }
    }
    groups.push_back(
        {.key = {},
         .title = m_grouping == Grouping::Role ? tr("Without a role") : tr("Without a section"),
         .rows = {}});
    return groups;
}

int BoardModel::groupOf(int item) const
{
    const release::ItemPlan& plan = at(item).plan;
    if (m_grouping == Grouping::Role)
        return static_cast<int>(plan.role ? static_cast<std::size_t>(*plan.role) : kRoles);
    if (m_open.outline())
        return m_open.outline()->section(item);
    const auto& sections = m_open.release().sections;
    return static_cast<int>(std::ranges::find(sections, plan.section, &release::Section::id) -
                            sections.begin());
}

std::vector<bool> BoardModel::wanted() const
{
    const auto& items = m_open.release().items;
    const QStringList words = m_filter.text.split(u' ', Qt::SkipEmptyParts);
    QSet<QString> named;
    if (m_filter.whose == BoardFilter::Whose::Blocking) {
        for (const release::Reason& reason : m_open.view().gate.reasons)
            named.insert(reason.item.value);
    }
    std::vector<bool> isWanted(items.size());
    for (int i = 0; i < static_cast<int>(items.size()); ++i) {
        const Item& item = items[placeOf(i)];
        bool is = (!m_filter.state || *m_filter.state == state(i)) &&
                  (!m_filter.role || item.plan.role == m_filter.role) &&
                  (!m_filter.itemClass || *m_filter.itemClass == itemClass(i)) &&
                  (words.isEmpty() || holdsAll(item, words));
        switch (m_filter.whose) {
        case BoardFilter::Whose::All: break;
        case BoardFilter::Whose::Mine: is = is && isMine(item); break;
        case BoardFilter::Whose::Blocking: is = is && named.contains(item.plan.id.value); break;
        case BoardFilter::Whose::Late: is = is && isLate(i, m_open.now()); break;
        }
        isWanted[placeOf(i)] = is;
    }
    return isWanted;
}

bool BoardModel::isMine(const Item& item) const
{
    if (item.owner.isValid())
        return item.owner == m_open.me();
    return item.plan.role && std::ranges::find(m_open.view().me.roles, *item.plan.role) !=
                                 m_open.view().me.roles.end();
}

bool BoardModel::isLate(int item, base::WallTime now) const
{
    return at(item).due && *at(item).due < now && isLeaf(item) && !release::isSettled(state(item));
}

bool BoardModel::isLeaf(int item) const
{
    return !m_open.outline() || m_open.outline()->isLeaf(item);
}

release::ItemClass BoardModel::itemClass(int item) const
{
    return m_open.outline() ? m_open.outline()->itemClass(item) : at(item).plan.itemClass;
}

int BoardModel::depth(int item) const
{
    int depth = 0;
    if (m_grouping == Grouping::Section && m_open.outline()) {
        for (int up = m_open.outline()->parent(item); up >= 0; up = m_open.outline()->parent(up))
            ++depth;
    }
    return depth;
}

const Item& BoardModel::at(int item) const
{
    return m_open.release().items[placeOf(item)];
}

State BoardModel::state(int item) const
{
    return m_open.states()[placeOf(item)];
}

// ---- As a tree: a group's rows carry its number and one ----

QModelIndex BoardModel::index(int row, int column, const QModelIndex& parent) const
{
    if (row < 0 || column < 0 || column >= kColumns || row >= rowCount(parent))
        return {};
    return createIndex(row, column,
                       parent.isValid() ? static_cast<quintptr>(parent.row() + 1) : quintptr{0});
}

QModelIndex BoardModel::parent(const QModelIndex& child) const
{
    if (!child.isValid() || child.internalId() == 0)
        return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, quintptr{0});
}

int BoardModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_groups.size());
    return parent.internalId() == 0 && parent.column() == 0
               ? static_cast<int>(m_groups[placeOf(parent.row())].rows.size())
               : 0;
}

int BoardModel::columnCount(const QModelIndex& /*parent*/) const
{
    return kColumns;
}

release::ItemId BoardModel::item(const QModelIndex& index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return {};
    return at(m_groups[index.internalId() - 1].rows[placeOf(index.row())]).plan.id;
}

QModelIndex BoardModel::indexOf(const release::ItemId& id) const
{
    for (int g = 0; g < rowCount(); ++g) {
        const auto& rows = m_groups[placeOf(g)].rows;
        for (int row = 0; row < static_cast<int>(rows.size()); ++row) {
            if (at(rows[placeOf(row)]).plan.id == id)
                return index(row, 0, index(g, 0));
        }
    }
    return {};
}

// ---- What they say ----

QVariant BoardModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    if (index.internalId() == 0)
        return groupData(m_groups[placeOf(index.row())], index.column(), role);
    return cellData(m_groups[index.internalId() - 1].rows[placeOf(index.row())], index.column(),
                    role);
}

QVariant BoardModel::groupData(const Group& group, int column, int role) const
{
    const QString count =
        tr("%1 of %2").arg(QLocale().toString(group.settled), QLocale().toString(group.all));
    switch (role) {
    case Qt::DisplayRole:
        return column == TitleColumn   ? QVariant(group.title)
               : column == StateColumn ? QVariant(count)
                                       : QVariant();
    case Qt::AccessibleTextRole: return QString(group.title + QStringLiteral(", ") + count);
    case Qt::ToolTipRole: return group.title;
    case Qt::FontRole: {
        QFont bold;
        bold.setWeight(QFont::DemiBold);
        return bold;
    }
    case Qt::ForegroundRole: return column == StateColumn ? QVariant(colours().quiet) : QVariant();
    default: return {};
    }
}

QVariant BoardModel::cellData(int item, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole: return text(item, column);
    case Qt::AccessibleTextRole: return column == TitleColumn ? spoken(item) : text(item, column);
    case Qt::ToolTipRole: return column == TitleColumn ? at(item).plan.title : QString();
    case Qt::CheckStateRole:
        if (column != TitleColumn || !isLeaf(item))
            return {};
        return state(item) == State::Doing       ? Qt::PartiallyChecked
               : release::isSettled(state(item)) ? Qt::Checked
                                                 : Qt::Unchecked;
    case Qt::ForegroundRole: {
        const QColor colour = column == StateColumn ? stateColour(state(item))
                              : column == DueColumn && isLate(item, m_open.now()) ? colours().bad
                                                                                  : QColor();
        return colour.isValid() ? QVariant(colour) : QVariant();
    }
    default: return {};
    }
}

QString BoardModel::text(int item, int column) const
{
    const Item& shown = at(item);
    switch (column) {
    case TitleColumn: return QString(depth(item) * kSpacesADepth, u' ') + shown.plan.title;
    case StateColumn: return stateSign(state(item)) + u' ' + stateText(state(item));
    case ClassColumn: return classText(itemClass(item));
    case RoleColumn: return shown.plan.role ? releaseRoleText(*shown.plan.role) : QString();
    case OwnerColumn: return m_open.nameOf(shown.owner);
    case DueColumn:
        if (!shown.due)
            return {};
        return isLate(item, m_open.now()) ? tr("late: %1").arg(whenText(*shown.due))
                                          : whenText(*shown.due);
    default: return {};
    }
}

QString BoardModel::spoken(int item) const
{
    QStringList parts{at(item).plan.title};
    for (int column = StateColumn; column < kColumns; ++column) {
        const QString said = column == StateColumn ? stateText(state(item)) : text(item, column);
        if (!said.isEmpty())
            parts += said;
    }
    return parts.join(QStringLiteral(", "));
}

QVariant BoardModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TitleColumn: return tr("Item");
    case StateColumn: return tr("State");
    case ClassColumn: return tr("Class");
    case RoleColumn: return tr("Role");
    case OwnerColumn: return tr("Owner");
    case DueColumn: return tr("Due");
    default: return {};
    }
}

Qt::ItemFlags BoardModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return {};
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (index.internalId() != 0 && index.column() == TitleColumn &&
        data(index, Qt::CheckStateRole).isValid())
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

bool BoardModel::setData(const QModelIndex& index, const QVariant& /*value*/, int role)
{
    if (role != Qt::CheckStateRole || !item(index).isValid())
        return false;
    Q_EMIT ticked(item(index).value, data(index, Qt::CheckStateRole) != QVariant(Qt::Checked));
    return false;
}

} // namespace panels
