// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/making/rollout_dialog.h"

#include "panels/look/theme.h"
#include "panels/releases/open_release.h"
#include "panels/releases/template_parts/canary_part.h"
#include "panels/releases/template_parts/rollback_part.h"
#include "release/duties.h"
#include "release/planning.h"
#include "release/rollout/canary.h"
#include "ui_rollout_dialog.h"

#include <QPointer>

namespace panels {

RolloutDialog::RolloutDialog(OpenRelease& open, About first, QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::RolloutDialog>()), m_open(open)
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("How it goes out and back"));
    m_ui->rolloutError->hide();
    QPalette palette = m_ui->rolloutError->palette();
    palette.setColor(QPalette::WindowText, colours().bad);
    m_ui->rolloutError->setPalette(palette);
    release::Template plan;
    plan.canary = open.release().canaryPlan;
    plan.rollback = open.release().rollbackPlan;
    m_work.open(std::move(plan));
    m_parts = {new CanaryPart(m_work, m_ui->rolloutPages),
               new RollbackPart(m_work, m_ui->rolloutPages)};
    for (TemplatePart* part : m_parts) {
        m_ui->rolloutPages->addWidget(part);
        m_ui->rolloutTabs->addTab(part->title());
    }
    connect(m_ui->rolloutTabs, &QTabBar::currentChanged, m_ui->rolloutPages,
            &QStackedWidget::setCurrentIndex);
    connect(&m_work, &TemplateWork::changed, this, &RolloutDialog::showPlan);
    connect(m_ui->rolloutUndoButton, &QPushButton::clicked, &m_work, &TemplateWork::undo);
    connect(m_ui->rolloutCancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->rolloutSaveButton, &QPushButton::clicked, this, &RolloutDialog::save);
    m_ui->rolloutTabs->setCurrentIndex(static_cast<int>(first));
    m_ui->rolloutPages->setCurrentIndex(static_cast<int>(first));
    resize(fontMetrics().averageCharWidth() * 100, fontMetrics().lineSpacing() * 30);
    showPlan();
    m_ui->rolloutTabs->setFocus();
}

RolloutDialog::~RolloutDialog() = default;

bool RolloutDialog::isFor(const OpenRelease& open)
{
    return !release::reachesSomebody(open.release().canary.status) &&
           release::holdsOneOf(open.view().me, release::rolesOf(release::Duty::Plan));
}

void RolloutDialog::showPlan()
{
    for (TemplatePart* part : m_parts)
        part->showPlan();
    m_ui->rolloutUndoButton->setEnabled(m_work.canUndo());
    m_ui->rolloutSaveButton->setEnabled(m_work.isEdited());
}

void RolloutDialog::save()
{
    const release::Template& plan = m_work.plan();
    if (!release::areStagesSound(plan.canary)) {
        m_ui->rolloutTabs->setCurrentIndex(static_cast<int>(About::Canary));
        refuse(tr("Each stage takes a bigger share than the one before, and the last one 100 %."));
        return;
    }
    m_ui->rolloutSaveButton->setEnabled(false);
    m_open.act(release::PlanRollout{.canary = plan.canary,
                                    .rollback = plan.rollback,
                                    .canarySeen = m_work.before().canary,
                                    .rollbackSeen = m_work.before().rollback},
               [dialog = QPointer(this)](const QString& whyNot) {
                   if (!dialog)
                       return;
                   if (whyNot.isEmpty())
                       dialog->accept();
                   else
                       dialog->refuse(whyNot);
               });
}

void RolloutDialog::refuse(const QString& why)
{
    m_ui->rolloutError->setText(why);
    m_ui->rolloutError->show();
    m_ui->rolloutSaveButton->setEnabled(true);
}

} // namespace panels
