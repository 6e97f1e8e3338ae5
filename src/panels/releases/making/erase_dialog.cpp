// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/making/erase_dialog.h"

#include "panels/look/theme.h"
#include "panels/releases/words/form_parts.h"
#include "panels/releases/words/history_words.h"
#include "ui_erase_dialog.h"

#include <algorithm>
#include <utility>

namespace panels {

namespace {

constexpr qint64 kAllOfIt = 0; ///< no entry has this number

} // namespace

EraseDialog::EraseDialog(OpenRelease& open, release::ItemId item,
                         const std::vector<desk::LedgerLine>& lines, QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::EraseDialog>()), m_open(open),
      m_caller(open.home()), m_item(std::move(item)), m_release(open.release().id)
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    giveRoom(*m_ui->eraseList);
    m_ui->eraseError->hide();
    QPalette palette = m_ui->eraseError->palette();
    palette.setColor(QPalette::WindowText, colours().bad);
    m_ui->eraseError->setPalette(palette);
    for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
        if (!isAbout(*line, m_item) || !canBeErased(*line))
            continue;
        auto* row = new QListWidgetItem(historyText(*line), m_ui->eraseList);
        row->setData(Qt::UserRole, line->entry.number);
    }
    auto* all =
        new QListWidgetItem(tr("All that was said of this item, its files too"), m_ui->eraseList);
    all->setData(Qt::UserRole, kAllOfIt);
    m_ui->eraseList->setCurrentRow(0);
    m_ui->eraseList->setMinimumHeight(fontMetrics().lineSpacing() * 9);
    connect(m_ui->eraseCancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->eraseButton, &QPushButton::clicked, this, &EraseDialog::erase);
    setMinimumWidth(fontMetrics().averageCharWidth() * 76);
    fitHeight(*this);
    m_ui->eraseList->setFocus();
}

EraseDialog::~EraseDialog() = default;

void EraseDialog::erase()
{
    const QListWidgetItem* row = m_ui->eraseList->currentItem();
    if (!row)
        return;
    release::Erasure what;
    what.reason = m_ui->eraseReasonEdit->text().trimmed();
    if (const qint64 number = row->data(Qt::UserRole).toLongLong(); number != kAllOfIt)
        what.entry = number;
    else
        what.item = m_item;
    m_ui->eraseButton->setEnabled(false);
    m_open.desk().eraseReleaseTexts(
        m_caller, m_open.badge(), {.release = m_release, .what = std::move(what)},
        [this](const base::Result<desk::EraseAnswer>& answer) { wasAnswered(answer); });
}

void EraseDialog::wasAnswered(const base::Result<desk::EraseAnswer>& answer)
{
    if (answer && *answer) {
        const desk::ErasedTexts& gone = **answer;
        QString said =
            gone.entries > 0
                ? tr("%n text(s) erased. The ledger stays sound.", nullptr, gone.entries)
                : tr("%n file(s) left of it erased.", nullptr, std::max(gone.files, gone.copies));
        if (gone.backups > 0)
            said +=
                u' ' + tr("%n older backup(s) may still hold it, until newer ones replace them.",
                          nullptr, gone.backups);
        Q_EMIT m_open.said(said, true);
        accept();
        return;
    }
    m_ui->eraseButton->setEnabled(true);
    m_ui->eraseError->setText(m_open.whyNotErased(answer));
    m_ui->eraseError->show();
    m_ui->eraseReasonEdit->setFocus();
}

} // namespace panels
