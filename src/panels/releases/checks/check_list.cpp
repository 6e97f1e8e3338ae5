// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/checks/check_list.h"

#include "panels/releases/checks/check_dialog.h"
#include "panels/releases/checks/check_fields.h"
#include "panels/releases/checks/check_words.h"
#include "panels/releases/words/form_parts.h"
#include "release/import/unique_ids.h"
#include "ui_check_list.h"

#include <QKeyEvent>

#include <algorithm>
#include <utility>

namespace panels {

namespace {

/// "Web address (HTTP) · {host}/api/health": its kind and the first thing that it is told.
QString aboutCheck(const release::CheckPlan& check)
{
    QString text = checkKindText(check.kind);
    const auto& fields = checkFieldsOf(check.kind);
    const auto said = std::ranges::find_if(fields, [&check](const CheckField& field) {
        return field.kind != CheckField::Kind::Flag &&
               !fieldText(field, check.parameters).isEmpty();
    });
    if (said != fields.end())
        text += QStringLiteral(" · ") + fieldText(*said, check.parameters).replace(u'\n', u' ');
    return text;
}

} // namespace

CheckList::CheckList(OpenRelease& open, std::vector<release::CheckPlan> checks, QWidget* parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::CheckList>()), m_open(open),
      m_checks(std::move(checks))
{
    m_ui->setupUi(this);
    giveRoom(*m_ui->checkPlans);
    m_ui->checkPlans->installEventFilter(this);
    m_ui->checkPlans->setMinimumHeight(fontMetrics().lineSpacing() * 7);
    connect(m_ui->checkPlans, &QListWidget::currentRowChanged, this, &CheckList::showButtons);
    connect(m_ui->checkPlans, &QListWidget::itemDoubleClicked, this, &CheckList::change);
    connect(m_ui->checkAddButton, &QPushButton::clicked, this, &CheckList::add);
    connect(m_ui->checkChangeButton, &QPushButton::clicked, this, &CheckList::change);
    connect(m_ui->checkRemoveButton, &QPushButton::clicked, this, &CheckList::remove);
    showAll(0);
}

CheckList::~CheckList() = default;

void CheckList::showAll(int chosen)
{
    {
        const QSignalBlocker quiet(m_ui->checkPlans);
        m_ui->checkPlans->clear();
        for (const release::CheckPlan& check : m_checks)
            m_ui->checkPlans->addItem((check.title.isEmpty() ? check.id : check.title) + u'\n' +
                                      aboutCheck(check));
        m_ui->checkPlans->setCurrentRow(std::min(chosen, m_ui->checkPlans->count() - 1));
    }
    m_ui->checkPlans->setVisible(!m_checks.empty());
    m_ui->checkNone->setVisible(m_checks.empty());
    showButtons();
}

void CheckList::showButtons()
{
    const bool isChosen = m_ui->checkPlans->currentRow() >= 0;
    m_ui->checkChangeButton->setEnabled(isChosen);
    m_ui->checkRemoveButton->setEnabled(isChosen);
}

void CheckList::add()
{
    auto* dialog = new CheckDialog(m_open, {}, this);
    connect(dialog, &CheckDialog::written, this, [this](const release::CheckPlan& check) {
        write(check, static_cast<int>(m_checks.size()));
        Q_EMIT added();
    });
    dialog->open();
}

void CheckList::change()
{
    const int row = m_ui->checkPlans->currentRow();
    if (row < 0)
        return;
    auto* dialog = new CheckDialog(m_open, m_checks[static_cast<std::size_t>(row)], this);
    connect(dialog, &CheckDialog::written, this,
            [this, row](const release::CheckPlan& check) { write(check, row); });
    dialog->open();
}

void CheckList::write(release::CheckPlan check, int row)
{
    const auto place = static_cast<std::size_t>(row);
    if (place < m_checks.size()) {
        m_checks[place] = std::move(check);
    } else {
        release::UniqueIds ids;
        for (const release::CheckPlan& each : m_checks)
            ids.take(each.id);
        check.id = ids.fresh(check.title, QStringLiteral("check"));
        m_checks.push_back(std::move(check));
    }
    showAll(row);
    m_ui->checkPlans->setFocus();
}

void CheckList::remove()
{
    const int row = m_ui->checkPlans->currentRow();
    if (row < 0)
        return;
    m_checks.erase(m_checks.begin() + row);
    showAll(row);
    if (m_checks.empty())
        m_ui->checkAddButton->setFocus();
    else
        m_ui->checkPlans->setFocus();
}

bool CheckList::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_ui->checkPlans || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter)
        change();
    else if (key == Qt::Key_Delete)
        remove();
    else
        return QWidget::eventFilter(watched, event);
    return true;
}

} // namespace panels
