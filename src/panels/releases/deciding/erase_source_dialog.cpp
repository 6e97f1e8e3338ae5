// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/deciding/erase_source_dialog.h"

#include "panels/look/theme.h"
#include "panels/releases/words/form_parts.h"
#include "ui_erase_source_dialog.h"

namespace panels {

EraseSourceDialog::EraseSourceDialog(OpenRelease& open, const QString& name, QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::EraseSourceDialog>()), m_open(open),
      m_caller(open.home()), m_release(open.release().id)
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->eraseSourceName->setText(name);
    m_ui->eraseSourceName->setVisible(!name.isEmpty());
    m_ui->eraseSourceError->hide();
    QPalette palette = m_ui->eraseSourceError->palette();
    palette.setColor(QPalette::WindowText, colours().bad);
    m_ui->eraseSourceError->setPalette(palette);
    connect(m_ui->eraseSourceCancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->eraseSourceButton, &QPushButton::clicked, this, &EraseSourceDialog::erase);
    connect(&open, &OpenRelease::anotherSits, this, &QDialog::reject);
    setMinimumWidth(fontMetrics().averageCharWidth() * 76);
    fitHeight(*this);
    m_ui->eraseSourceReasonEdit->setFocus();
}

EraseSourceDialog::~EraseSourceDialog() = default;

void EraseSourceDialog::erase()
{
    m_ui->eraseSourceButton->setEnabled(false);
    m_open.desk().eraseReleaseTexts(
        m_caller, m_open.badge(),
        {.release = m_release,
         .what = {.entry = {},
                  .item = {},
                  .reason = m_ui->eraseSourceReasonEdit->text().trimmed(),
                  .isSource = true}},
        [this](const base::Result<desk::EraseAnswer>& answer) { wasAnswered(answer); });
}

void EraseSourceDialog::wasAnswered(const base::Result<desk::EraseAnswer>& answer)
{
    if (answer && *answer) {
        QString said = tr("The imported file is erased. The ledger stays sound.");
        if (const int backups = (*answer)->backups; backups > 0)
            said +=
                u' ' + tr("%n older backup(s) may still hold it, until newer ones replace them.",
                          nullptr, backups);
        Q_EMIT m_open.said(said, true);
        accept();
        return;
    }
    m_ui->eraseSourceButton->setEnabled(true);
    m_ui->eraseSourceError->setText(m_open.whyNotErased(answer));
    m_ui->eraseSourceError->show();
    fitHeight(*this);
    m_ui->eraseSourceReasonEdit->setFocus();
}

} // namespace panels
