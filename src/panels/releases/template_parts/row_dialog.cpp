// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/template_parts/row_dialog.h"

#include "panels/look/theme.h"
#include "release/values.h"
#include "ui_row_dialog.h"

namespace panels {

RowDialog::RowDialog(const QString& heading, const PlanRow& row, const QString& minutesLabel,
                     QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::RowDialog>()), m_before(row)
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(heading);
    m_ui->rowMinutesLabel->setText(minutesLabel);
    m_ui->rowMinutes->setMaximum(static_cast<int>(release::kLongestTime.count()));
    m_ui->rowTitleEdit->setText(row.title.value_or(QString()));
    m_ui->rowPercent->setValue(row.percent.value_or(1));
    m_ui->rowMinutes->setValue(row.minutes.value_or(0));
    m_ui->rowWaitsBox->setChecked(row.waitsForPrevious.value_or(false));
    m_ui->rowForm->setRowVisible(m_ui->rowTitleEdit, row.title.has_value());
    m_ui->rowForm->setRowVisible(m_ui->rowPercent, row.percent.has_value());
    m_ui->rowForm->setRowVisible(m_ui->rowMinutes, row.minutes.has_value());
    m_ui->rowForm->setRowVisible(m_ui->rowWaitsBox, row.waitsForPrevious.has_value());
    m_ui->rowError->hide();
    QPalette palette = m_ui->rowError->palette();
    palette.setColor(QPalette::WindowText, colours().bad);
    m_ui->rowError->setPalette(palette);
    setMinimumWidth(fontMetrics().averageCharWidth() * 64);
    connect(m_ui->rowCancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->rowSaveButton, &QPushButton::clicked, this, &RowDialog::save);
    if (row.title) {
        m_ui->rowTitleEdit->setFocus();
    } else {
        m_ui->rowPercent->setFocus();
        m_ui->rowPercent->selectAll();
    }
}

RowDialog::~RowDialog() = default;

void RowDialog::save()
{
    PlanRow row = m_before;
    if (row.title) {
        row.title = m_ui->rowTitleEdit->text().trimmed();
        if (row.title->isEmpty()) {
            m_ui->rowError->setText(tr("Say what it is called."));
            m_ui->rowError->show();
            m_ui->rowTitleEdit->setFocus();
            return;
        }
    }
    if (row.percent)
        row.percent = m_ui->rowPercent->value();
    if (row.minutes)
        row.minutes = m_ui->rowMinutes->value();
    if (row.waitsForPrevious)
        row.waitsForPrevious = m_ui->rowWaitsBox->isChecked();
    Q_EMIT written(row);
    accept();
}

} // namespace panels
