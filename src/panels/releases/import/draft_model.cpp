// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/import/draft_model.h"

#include "panels/look/theme.h"
#include "panels/releases/words/release_words.h"

#include <QLocale>

#include <array>

namespace panels {

namespace {

/// Those that an item can begin in.
constexpr std::array kBeginnings{release::State::Todo, release::State::Doing, release::State::Done,
                                 release::State::Blocked};

int placeAmongBeginnings(release::State state)
{
    for (std::size_t i = 0; i < kBeginnings.size(); ++i) {
        if (kBeginnings[i] == state)
            return static_cast<int>(i);
    }
    return 0;
}

template <class E>
QStringList textsOfAll(QString (*text)(E))
{
    QStringList texts;
    for (std::size_t i = 0; i < release::Names<E>::kAll.size(); ++i)
        texts += text(static_cast<E>(i));
    return texts;
}

} // namespace

void DraftModel::setDraft(release::Draft draft)
{
    beginResetModel();
    m_draft = std::move(draft);
    endResetModel();
}

void DraftModel::retranslate()
{
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

QStringList DraftModel::choicesOf(int column) const
{
    QStringList choices;
    switch (column) {
    case SectionColumn:
        for (const release::DraftSection& section : m_draft.sections)
            choices += section.title;
        return choices;
    case RoleColumn: return QStringList(tr("anybody")) + textsOfAll(releaseRoleText);
    case ClassColumn: return textsOfAll(classText);
    case PriorityColumn: return textsOfAll(priorityText);
    case StateColumn:
        for (const release::State state : kBeginnings)
            choices += stateText(state);
        return choices;
    default: return {};
    }
}

int DraftModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_draft.items.size());
}

int DraftModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString DraftModel::textOf(const release::DraftItem& item, int column) const
{
    switch (column) {
    case TitleColumn: return QStringLiteral("    ").repeated(item.depth) + item.title;
    case SectionColumn: return m_draft.sections[item.section].title;
    case RoleColumn: return item.role ? releaseRoleText(*item.role) : tr("anybody");
    case ClassColumn: return classText(item.itemClass);
    case PriorityColumn: return priorityText(item.priority);
    case StateColumn: return stateText(item.state);
    default: return QLocale().toString(item.line);
    }
}

int DraftModel::choiceOf(const release::DraftItem& item, int column)
{
    switch (column) {
    case SectionColumn: return static_cast<int>(item.section);
    case RoleColumn: return item.role ? static_cast<int>(*item.role) + 1 : 0;
    case ClassColumn: return static_cast<int>(item.itemClass);
    case PriorityColumn: return static_cast<int>(item.priority);
    default: return placeAmongBeginnings(item.state);
    }
}

void DraftModel::choose(release::DraftItem& item, int column, int choice)
{
    switch (column) {
    case SectionColumn: item.section = static_cast<std::size_t>(choice); break;
    case RoleColumn:
        item.role.reset();
        if (choice > 0)
            item.role = static_cast<release::Role>(choice - 1);
        break;
    case ClassColumn: item.itemClass = static_cast<release::ItemClass>(choice); break;
    case PriorityColumn: item.priority = static_cast<release::Priority>(choice); break;
    default: item.state = kBeginnings[static_cast<std::size_t>(choice)];
    }
}

QVariant DraftModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const release::DraftItem& item = m_draft.items[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole: return textOf(item, column);
    case Qt::ToolTipRole:
        return column == TitleColumn && !item.notes.isEmpty() ? item.title + u'\n' + item.notes
                                                              : textOf(item, column).trimmed();
    case Qt::EditRole:
        if (column == TitleColumn)
            return item.title;
        return column == LineColumn ? QVariant(item.line) : QVariant(choiceOf(item, column));
    case Qt::CheckStateRole:
        if (column == TitleColumn)
            return static_cast<int>(item.isTaken ? Qt::Checked : Qt::Unchecked);
        return {};
    case Qt::ForegroundRole:
        if (!item.isTaken || column == LineColumn)
            return colours().quiet;
        return {};
    case Qt::TextAlignmentRole:
        if (column == LineColumn)
            return QVariant(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    default: return {};
    }
}

bool DraftModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!index.isValid())
        return false;
    release::DraftItem& item = m_draft.items[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    if (role == Qt::CheckStateRole && column == TitleColumn) {
        item.isTaken = value.toInt() == Qt::Checked;
    } else if (role == Qt::EditRole && column == TitleColumn) {
        if (value.toString().trimmed().isEmpty())
            return false;
        item.title = value.toString().trimmed();
    } else if (role == Qt::EditRole && column != LineColumn) {
        const int choice = value.toInt();
        if (choice < 0 || choice >= choicesOf(column).size())
            return false;
        choose(item, column, choice);
    } else {
        return false;
    }
    Q_EMIT dataChanged(this->index(index.row(), 0), this->index(index.row(), ColumnCount - 1));
    return true;
}

QVariant DraftModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (section) {
    case TitleColumn: return tr("Item");
    case SectionColumn: return tr("Heading");
    case RoleColumn: return tr("Role");
    case ClassColumn: return tr("Class");
    case PriorityColumn: return tr("Priority");
    case StateColumn: return tr("State");
    case LineColumn: return tr("Line");
    default: return {};
    }
}

Qt::ItemFlags DraftModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.column() == TitleColumn)
        flags |= Qt::ItemIsUserCheckable;
    if (index.column() != LineColumn)
        flags |= Qt::ItemIsEditable;
    return flags;
}

} // namespace panels
