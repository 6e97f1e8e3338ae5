// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/template_parts/items_part.h"

#include "panels/look/theme.h"
#include "panels/releases/making/item_dialog.h"
#include "panels/releases/words/form_parts.h"
#include "panels/releases/words/release_words.h"
#include "release/editing/template_edit.h"
#include "ui_items_part.h"

#include <QHash>
#include <QKeyEvent>

#include <algorithm>

namespace panels {

namespace {

constexpr int kItemRole = Qt::UserRole;
constexpr int kSectionRole = Qt::UserRole + 1;

enum ItemsColumn { TitleColumn, ClassColumn, RoleColumn, PriorityColumn, EstimateColumn };

void fillRow(QTreeWidgetItem& row, const release::ItemPlan& item)
{
    row.setText(TitleColumn, item.title);
    row.setToolTip(TitleColumn,
                   item.acceptance.isEmpty() ? item.title : item.title + u'\n' + item.acceptance);
    row.setText(ClassColumn, classText(item.itemClass));
    row.setText(RoleColumn, item.role ? releaseRoleText(*item.role) : QString());
    row.setText(PriorityColumn, priorityText(item.priority));
    row.setText(EstimateColumn, durationText(item.estimate));
    row.setData(0, kItemRole, item.id.value);
    row.setData(0, kSectionRole, item.section);
}

} // namespace

ItemsPart::ItemsPart(TemplateWork& work, OpenRelease& open, QWidget* parent)
    : TemplatePart(work, parent), m_ui(std::make_unique<Ui::ItemsPart>()), m_open(open)
{
    m_ui->setupUi(this);
    m_ui->templateItems->installEventFilter(this);
    connectButtons();
    showPlan();
}

ItemsPart::~ItemsPart() = default;

QString ItemsPart::title() const
{
    return tr("Items");
}

void ItemsPart::connectButtons()
{
    connect(m_ui->templateItems, &QTreeWidget::currentItemChanged, this, &ItemsPart::showButtons);
    connect(m_ui->templateItems, &QTreeWidget::itemDoubleClicked, this, &ItemsPart::changeChosen);
    connect(m_ui->templateItemAdd, &QPushButton::clicked, this, &ItemsPart::add);
    connect(m_ui->templateItemChange, &QPushButton::clicked, this, &ItemsPart::changeChosen);
    connect(m_ui->templateItemRemove, &QPushButton::clicked, this, &ItemsPart::removeChosen);
    connect(m_ui->templateItemUp, &QPushButton::clicked, this, [this] { moveChosen(-1); });
    connect(m_ui->templateItemDown, &QPushButton::clicked, this, [this] { moveChosen(1); });
}

void ItemsPart::showPlan()
{
    const release::ItemId item = chosen();
    const QString section = chosenSection();
    const release::Template& plan = work().plan();
    {
        const QSignalBlocker quiet(m_ui->templateItems);
        m_ui->templateItems->clear();
        m_ui->templateItems->setHeaderLabels(
            {tr("Item"), tr("Class"), tr("Role"), tr("Priority"), tr("Estimate")});
        QHash<QString, QTreeWidgetItem*> sections;
        QHash<release::ItemId, QTreeWidgetItem*> rows;
        for (const release::Section& each : plan.sections) {
            auto* row = new QTreeWidgetItem(m_ui->templateItems, {each.title});
            row->setData(0, kSectionRole, each.id);
            QFont strong = font();
            strong.setWeight(QFont::DemiBold);
            row->setFont(0, strong);
            row->setFirstColumnSpanned(true);
            sections.insert(each.id, row);
            if (each.id == section && !item.isValid())
                m_ui->templateItems->setCurrentItem(row);
        }
        for (const release::ItemPlan& each : plan.items) {
            QTreeWidgetItem* above = rows.value(each.parent, sections.value(each.section));
            auto* row =
                above ? new QTreeWidgetItem(above) : new QTreeWidgetItem(m_ui->templateItems);
            fillRow(*row, each);
            rows.insert(each.id, row);
            if (each.id == item)
                m_ui->templateItems->setCurrentItem(row);
        }
        m_ui->templateItems->expandAll();
        fitTree(*m_ui->templateItems);
    }
    m_ui->templateItems->setVisible(!plan.sections.empty());
    m_ui->templateItemsNone->setVisible(plan.sections.empty());
    showButtons();
}

void ItemsPart::mark(const QString& id)
{
    for (QTreeWidgetItemIterator each(m_ui->templateItems); *each; ++each) {
        if ((*each)->data(0, kItemRole).toString() == id) {
            m_ui->templateItems->setCurrentItem(*each);
            return;
        }
    }
}

release::ItemId ItemsPart::chosen() const
{
    const QTreeWidgetItem* row = m_ui->templateItems->currentItem();
    return {row ? row->data(0, kItemRole).toString() : QString()};
}

QString ItemsPart::chosenSection() const
{
    const QTreeWidgetItem* row = m_ui->templateItems->currentItem();
    return row ? row->data(0, kSectionRole).toString() : QString();
}

void ItemsPart::showButtons()
{
    const bool isItem = chosen().isValid();
    for (QPushButton* each : {m_ui->templateItemChange, m_ui->templateItemRemove,
                              m_ui->templateItemUp, m_ui->templateItemDown})
        each->setEnabled(isItem);
}

// Where there is no section yet, the item brings one.
void ItemsPart::add()
{
    auto* dialog = new ItemDialog(m_open, work().planned(tr("General")), chosenSection(), this);
    connect(dialog, &ItemDialog::saved, this, &ItemsPart::mark);
    dialog->open();
}

void ItemsPart::changeChosen()
{
    const auto& items = work().plan().items;
    const auto item = std::ranges::find(items, chosen(), &release::ItemPlan::id);
    if (item == items.end())
        return;
    auto* dialog = new ItemDialog(m_open, work().planned(tr("General")), *item, this);
    dialog->open();
}

// The one after it is chosen then.
void ItemsPart::removeChosen()
{
    const release::ItemId id = chosen();
    if (!id.isValid())
        return;
    const QTreeWidgetItem* row = m_ui->templateItems->currentItem();
    QTreeWidgetItem* next = m_ui->templateItems->itemBelow(row);
    if (!next || !next->data(0, kItemRole).isValid())
        next = m_ui->templateItems->itemAbove(row);
    m_ui->templateItems->setCurrentItem(next);
    release::Template plan = work().plan();
    release::removeItem(plan, id);
    work().change(std::move(plan));
}

void ItemsPart::moveChosen(int by)
{
    release::Template plan = work().plan();
    release::moveItem(plan, chosen(), by);
    work().change(std::move(plan));
}

bool ItemsPart::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_ui->templateItems || event->type() != QEvent::KeyPress)
        return TemplatePart::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool isCtrl = key->modifiers() & Qt::ControlModifier;
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)
        changeChosen();
    else if (key->key() == Qt::Key_Delete)
        removeChosen();
    else if (isCtrl && key->key() == Qt::Key_Up)
        moveChosen(-1);
    else if (isCtrl && key->key() == Qt::Key_Down)
        moveChosen(1);
    else
        return TemplatePart::eventFilter(watched, event);
    return true;
}

void ItemsPart::changeEvent(QEvent* event)
{
    TemplatePart::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_ui->retranslateUi(this);
}

} // namespace panels
