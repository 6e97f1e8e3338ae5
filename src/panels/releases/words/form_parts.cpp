// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/words/form_parts.h"

#include "panels/releases/words/release_words.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QHeaderView>
#include <QTreeWidget>

#include <algorithm>

namespace panels {

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

void fitTree(QTreeWidget& tree, int stretched)
{
    QHeaderView* header = tree.header();
    header->setStretchLastSection(false);
    for (int column = 0; column < tree.columnCount(); ++column)
        header->setSectionResizeMode(column, column == stretched ? QHeaderView::Stretch
                                                                 : QHeaderView::ResizeToContents);
}

} // namespace panels
