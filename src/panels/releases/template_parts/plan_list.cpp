// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/template_parts/plan_list.h"

#include "panels/releases/words/form_parts.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace panels {

namespace {

constexpr int kListSpacing = 8;

QPushButton* buttonCalled(const QString& name, QWidget* parent, QHBoxLayout& row)
{
    auto* button = new QPushButton(parent);
    button->setObjectName(name);
    button->setAutoDefault(false);
    row.addWidget(button);
    return button;
}

} // namespace

PlanList::PlanList(const QString& stem, Order order, QWidget* parent)
    : QWidget(parent), m_order(order), m_heading(new QLabel(this)), m_none(new QLabel(this)),
      m_list(new QListWidget(this))
{
    m_heading->setObjectName(stem + QStringLiteral("Heading"));
    m_heading->setTextFormat(Qt::PlainText);
    m_heading->setBuddy(m_list);
    m_heading->hide();
    m_none->setObjectName(stem + QStringLiteral("None"));
    m_none->setTextFormat(Qt::PlainText);
    m_none->setWordWrap(true);
    m_list->setObjectName(stem + QStringLiteral("List"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->installEventFilter(this);
    giveRoom(*m_list);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(kListSpacing);
    m_add = buttonCalled(stem + QStringLiteral("Add"), this, *buttons);
    m_change = buttonCalled(stem + QStringLiteral("Change"), this, *buttons);
    m_remove = buttonCalled(stem + QStringLiteral("Remove"), this, *buttons);
    m_up = buttonCalled(stem + QStringLiteral("Up"), this, *buttons);
    m_down = buttonCalled(stem + QStringLiteral("Down"), this, *buttons);
    buttons->addStretch();
    for (QPushButton* each : {m_up, m_down})
        each->setVisible(order == Order::Free);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kListSpacing);
    column->addWidget(m_heading);
    column->addWidget(m_list, 1);
    column->addWidget(m_none);
    column->addLayout(buttons);
    column->addStretch();
    connectButtons();
    setRows({});
}

void PlanList::connectButtons()
{
    connect(m_list, &QListWidget::currentRowChanged, this, &PlanList::showButtons);
    connect(m_list, &QListWidget::itemDoubleClicked, this, [this] { Q_EMIT changeWanted(row()); });
    connect(m_add, &QPushButton::clicked, this, &PlanList::addWanted);
    connect(m_change, &QPushButton::clicked, this, [this] { Q_EMIT changeWanted(row()); });
    connect(m_remove, &QPushButton::clicked, this, [this] { Q_EMIT removeWanted(row()); });
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
}

void PlanList::setWords(const Words& words)
{
    m_heading->setText(words.name);
    m_list->setAccessibleName(words.name);
    m_none->setText(words.none);
    m_add->setText(words.add);
    m_change->setText(words.change);
    m_remove->setText(words.remove);
    m_up->setText(tr("Up"));
    m_down->setText(tr("Down"));
    m_up->setToolTip(tr("Up (Ctrl+Up)"));
    m_down->setToolTip(tr("Down (Ctrl+Down)"));
}

void PlanList::showName()
{
    m_heading->show();
}

void PlanList::setRows(const QStringList& rows)
{
    const int chosen = row();
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        m_list->addItems(rows);
        m_list->setCurrentRow(std::min(chosen, static_cast<int>(rows.size()) - 1));
    }
    if (rows.isEmpty() && m_list->hasFocus())
        m_add->setFocus();
    m_list->setVisible(!rows.isEmpty());
    m_none->setVisible(rows.isEmpty());
    showButtons();
}

int PlanList::row() const
{
    return m_list->currentRow();
}

void PlanList::choose(int row)
{
    m_list->setCurrentRow(row);
}

void PlanList::showButtons()
{
    const int chosen = row();
    m_change->setEnabled(chosen >= 0);
    m_remove->setEnabled(chosen >= 0);
    m_up->setEnabled(chosen > 0);
    m_down->setEnabled(chosen >= 0 && chosen + 1 < m_list->count());
}

void PlanList::move(int by)
{
    const int from = row(), to = from + by;
    if (m_order == Order::Given || from < 0 || to < 0 || to >= m_list->count())
        return;
    {
        const QSignalBlocker quiet(m_list);
        m_list->setCurrentRow(to);
    }
    Q_EMIT moveWanted(from, by);
}

bool PlanList::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_list || event->type() != QEvent::KeyPress || row() < 0)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool isCtrl = key->modifiers() & Qt::ControlModifier;
    if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)
        Q_EMIT changeWanted(row());
    else if (key->key() == Qt::Key_Delete)
        Q_EMIT removeWanted(row());
    else if (isCtrl && key->key() == Qt::Key_Up)
        move(-1);
    else if (isCtrl && key->key() == Qt::Key_Down)
        move(1);
    else
        return QWidget::eventFilter(watched, event);
    return true;
}

} // namespace panels
