// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/making/reschedule_dialog.h"

#include "panels/look/theme.h"
#include "panels/releases/words/form_parts.h"
#include "ui_reschedule_dialog.h"

#include <QLocale>
#include <QPointer>

#include <chrono>

namespace panels {

namespace {

constexpr std::chrono::hours kUsuallyAhead{7 * 24};

} // namespace

// A date that was said once can be another one, but not none any more.
RescheduleDialog::RescheduleDialog(OpenRelease& open, QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::RescheduleDialog>()), m_open(open),
      m_title(open.release().title)
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->rescheduleError->hide();
    QPalette palette = m_ui->rescheduleError->palette();
    palette.setColor(QPalette::WindowText, colours().bad);
    m_ui->rescheduleError->setPalette(palette);
    m_ui->rescheduleTitleEdit->setText(m_title);
    const auto& planned = open.release().plannedFor;
    m_ui->rescheduleDateEdit->setDisplayFormat(QLocale().dateTimeFormat(QLocale::ShortFormat));
    setTime(*m_ui->rescheduleDateEdit, planned.value_or(open.now() + kUsuallyAhead));
    m_shown = m_ui->rescheduleDateEdit->dateTime();
    m_ui->reschedulePlannedBox->setChecked(planned.has_value());
    m_ui->reschedulePlannedBox->setEnabled(!planned);
    m_ui->rescheduleDateEdit->setEnabled(planned.has_value());
    connect(m_ui->reschedulePlannedBox, &QCheckBox::toggled, m_ui->rescheduleDateEdit,
            &QWidget::setEnabled);
    connect(m_ui->rescheduleCancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->rescheduleSaveButton, &QPushButton::clicked, this, &RescheduleDialog::save);
    setMinimumWidth(fontMetrics().averageCharWidth() * 64);
    m_ui->rescheduleTitleEdit->setFocus();
}

RescheduleDialog::~RescheduleDialog() = default;

void RescheduleDialog::refuse(const QString& why)
{
    m_ui->rescheduleError->setText(why);
    m_ui->rescheduleError->show();
    m_ui->rescheduleTitleEdit->setFocus();
}

// What was not touched is not said: somebody else may have changed it meanwhile.
void RescheduleDialog::save()
{
    const QString title = m_ui->rescheduleTitleEdit->text().trimmed();
    if (title.isEmpty()) {
        refuse(tr("A release has a title."));
        return;
    }
    release::Reschedule deed;
    if (title != m_title)
        deed.title = title;
    const bool isNewDate =
        m_ui->reschedulePlannedBox->isEnabled() || m_ui->rescheduleDateEdit->dateTime() != m_shown;
    if (m_ui->reschedulePlannedBox->isChecked() && isNewDate)
        deed.plannedFor = timeIn(*m_ui->rescheduleDateEdit);
    if (!deed.title && !deed.plannedFor) {
        accept();
        return;
    }
    m_open.act(std::move(deed), [dialog = QPointer(this)](const QString& whyNot) {
        if (!dialog)
            return;
        if (whyNot.isEmpty())
            dialog->accept();
        else
            dialog->refuse(whyNot);
    });
}

} // namespace panels
