// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/words/form_parts.h"

#include "panels/releases/words/release_words.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QDialog>
#include <QHeaderView>
#include <QLayout>
#include <QLocale>
#include <QMimeData>
#include <QStyledItemDelegate>
#include <QTreeWidget>
#include <QUrl>

#include <algorithm>
#include <cmath>

namespace panels {

namespace {

class RoomyDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override
    {
        const QSize size = QStyledItemDelegate::sizeHint(option, index);
        const int line = option.fontMetrics.height();
        return {size.width() + line / 2, std::max(size.height() + line / 3, line * 3 / 2)};
    }
};

} // namespace

void fillRoleBox(QComboBox& box, const release::Roles& roles)
{
    const QVariant before = box.currentData();
    const QSignalBlocker quiet(&box);
    box.clear();
    for (const release::Role role : roles)
        box.addItem(releaseRoleText(role), static_cast<int>(role));
    box.setCurrentIndex(std::max(0, box.findData(before)));
}

std::optional<release::Role> roleIn(const QComboBox& box)
{
    const QVariant chosen = box.currentData();
    if (!chosen.isValid())
        return std::nullopt;
    return static_cast<release::Role>(chosen.toInt());
}

release::Roles rolesInBoth(const release::Roles& mine, const release::Roles& wanted)
{
    release::Roles both;
    std::ranges::copy_if(mine, std::back_inserter(both), [&](release::Role role) {
        return std::ranges::find(wanted, role) != wanted.end();
    });
    return both;
}

void setTime(QDateTimeEdit& edit, base::WallTime time)
{
    edit.setDateTime(QDateTime::fromMSecsSinceEpoch(base::toMs(time)));
}

base::WallTime timeIn(const QDateTimeEdit& edit)
{
    return base::fromMs(edit.dateTime().toMSecsSinceEpoch());
}

std::optional<double> numberIn(const QString& text)
{
    bool isNumber = false;
    const QString written = text.trimmed();
    double value = written.toDouble(&isNumber);
    if (!isNumber)
        value = QLocale().toDouble(written, &isNumber);
    return isNumber && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

QString droppedFile(const QMimeData& data)
{
    const auto urls = data.urls();
    return urls.size() == 1 ? urls.front().toLocalFile() : QString();
}

void fitHeight(QDialog& dialog)
{
    QLayout* layout = dialog.layout();
    layout->activate();
    const int wide = std::max(dialog.isVisible() ? dialog.width() : 0, dialog.minimumWidth());
    dialog.resize(wide, layout->totalHeightForWidth(wide));
}

void giveRoom(QAbstractItemView& view)
{
    if (!dynamic_cast<RoomyDelegate*>(view.itemDelegate()))
        view.setItemDelegate(new RoomyDelegate(&view));
}

void fitTree(QTreeWidget& tree, int stretched)
{
    giveRoom(tree);
    QHeaderView* header = tree.header();
    header->setStretchLastSection(false);
    for (int column = 0; column < tree.columnCount(); ++column)
        header->setSectionResizeMode(column, column == stretched ? QHeaderView::Stretch
                                                                 : QHeaderView::ResizeToContents);
}

} // namespace panels
