// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/item/figure_dialog.h"

#include "panels/look/theme.h"
#include "panels/releases/words/form_parts.h"
#include "ui_figure_dialog.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace panels {

using release::Evidence;
using release::EvidenceKind;

namespace {

/// What its newest figure was called: the same is read again.
QString lastFigureOf(const release::Item& item)
{
    const auto last =
        std::find_if(item.evidence.rbegin(), item.evidence.rend(), [](const Evidence& each) {
            return each.kind == EvidenceKind::Metric && !each.isErased;
        });
    return last == item.evidence.rend() ? QString() : last->title;
}

} // namespace

FigureDialog::FigureDialog(OpenRelease& open, const release::Item& item, QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::FigureDialog>()), m_open(open),
      m_item(item.plan.id), m_release(open.release().id)
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_ui->figureError->hide();
    QPalette palette = m_ui->figureError->palette();
    palette.setColor(QPalette::WindowText, colours().bad);
    m_ui->figureError->setPalette(palette);
    m_ui->figureNameEdit->setText(lastFigureOf(item));
    m_ui->figureAsked->setText(item.plan.acceptance.isEmpty()
                                   ? item.plan.title
                                   : tr("Asked for: %1").arg(item.plan.acceptance));
    connect(m_ui->figureCancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->figureShowButton, &QPushButton::clicked, this, &FigureDialog::add);
    connect(&open, &OpenRelease::anotherSits, this, &QDialog::reject);
    setMinimumWidth(fontMetrics().averageCharWidth() * 64);
    fitHeight(*this);
    (m_ui->figureNameEdit->text().isEmpty() ? m_ui->figureNameEdit : m_ui->figureValueEdit)
        ->setFocus();
}

FigureDialog::~FigureDialog() = default;

void FigureDialog::add()
{
    const QString name = m_ui->figureNameEdit->text().trimmed();
    const auto value = numberIn(m_ui->figureValueEdit->text());
    const bool isJudged =
        m_ui->figurePassedButton->isChecked() || m_ui->figureFailedButton->isChecked();
    if (name.isEmpty()) {
        tell(tr("Which figure is it?"));
        m_ui->figureNameEdit->setFocus();
    } else if (!value) {
        tell(tr("What it reads is a number."));
        m_ui->figureValueEdit->selectAll();
        m_ui->figureValueEdit->setFocus();
    } else if (!isJudged) {
        tell(tr("Say whether it meets what is asked for."));
        m_ui->figurePassedButton->setFocus();
    } else if (!m_open.isOpen() || m_open.release().id != m_release) {
        reject(); // another release is open behind it
    } else {
        Evidence evidence{.kind = EvidenceKind::Metric,
                          .outcome = m_ui->figurePassedButton->isChecked()
                                         ? release::Outcome::Passed
                                         : release::Outcome::Failed,
                          .title = name,
                          .value = *value};
        m_ui->figureShowButton->setEnabled(false);
        m_open.act(release::Show{.item = m_item, .evidence = std::move(evidence)},
                   [dialog = QPointer(this)](const QString& whyNot) {
                       if (dialog)
                           dialog->tell(whyNot);
                   });
    }
}

void FigureDialog::tell(const QString& whyNot)
{
    if (whyNot.isEmpty()) {
        accept();
        return;
    }
    m_ui->figureShowButton->setEnabled(true);
    m_ui->figureError->setText(whyNot);
    m_ui->figureError->show();
    fitHeight(*this);
}

} // namespace panels
