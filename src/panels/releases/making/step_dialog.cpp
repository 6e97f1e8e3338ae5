// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/making/step_dialog.h"

#include "panels/look/theme.h"
#include "panels/releases/words/release_words.h"
#include "ui_step_dialog.h"

#include <QLocale>
#include <QPointer>

#include <utility>

namespace panels {

using release::Step;

namespace {

constexpr int kWaivedDays = 7;

} // namespace

StepDialog::StepDialog(OpenRelease& open, const release::Item& item, Step step, QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::StepDialog>()), m_open(open), m_item(item.plan.id),
      m_step(step)
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    QString name = stepText(step, item);
    name.remove(u'…');
    setWindowTitle(name);
    m_ui->stepButton->setText(name);
    m_ui->stepTitle->setText(item.plan.title);
    m_ui->stepAbout->setText(aboutText());
    m_ui->stepUntilEdit->setDateTime(
        QDateTime::fromMSecsSinceEpoch(base::toMs(open.now())).addDays(kWaivedDays));
    m_ui->stepUntilEdit->setDisplayFormat(QLocale().dateTimeFormat(QLocale::ShortFormat));
    m_ui->stepUntilLabel->setVisible(step == Step::Waive);
    m_ui->stepUntilEdit->setVisible(step == Step::Waive);
    m_ui->stepReasonEdit->setFixedHeight(fontMetrics().lineSpacing() * 4);
    m_ui->stepError->hide();
    QPalette palette = m_ui->stepError->palette();
    palette.setColor(QPalette::WindowText, colours().bad);
    m_ui->stepError->setPalette(palette);
    connect(m_ui->stepCancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->stepButton, &QPushButton::clicked, this, &StepDialog::take);
    setMinimumWidth(fontMetrics().averageCharWidth() * 64);
    m_ui->stepReasonEdit->setFocus();
}

StepDialog::~StepDialog() = default;

QString StepDialog::aboutText() const
{
    switch (m_step) {
    case Step::Waive:
        return tr("It is let pass until a date, and turns red again by itself. %1 approves it, and "
                  "that stays in the history.")
            .arg(m_open.nameOf(m_open.me()));
    case Step::Excuse: return tr("The gate asks for it no more. Say why it does not apply here.");
    case Step::Block: return tr("Something outside is in the way. Say what it waits for.");
    default: return tr("Say what was found.");
    }
}

void StepDialog::take()
{
    release::Change change{.step = m_step,
                           .item = m_item,
                           .reason = m_ui->stepReasonEdit->toPlainText().trimmed(),
                           .until = {}};
    if (m_step == Step::Waive)
        change.until = base::fromMs(m_ui->stepUntilEdit->dateTime().toMSecsSinceEpoch());
    m_ui->stepButton->setEnabled(false);
    m_open.act(std::move(change), [dialog = QPointer(this)](const QString& whyNot) {
        if (!dialog)
            return;
        if (whyNot.isEmpty()) {
            dialog->accept();
            return;
        }
        dialog->m_ui->stepButton->setEnabled(true);
        dialog->m_ui->stepError->setText(whyNot);
        dialog->m_ui->stepError->show();
        dialog->m_ui->stepReasonEdit->setFocus();
    });
}

} // namespace panels
