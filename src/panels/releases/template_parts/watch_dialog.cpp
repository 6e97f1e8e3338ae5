// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/template_parts/watch_dialog.h"

#include "panels/look/theme.h"
#include "panels/releases/words/form_parts.h"
#include "ui_watch_dialog.h"

#include <QLocale>

#include <array>
#include <optional>
#include <utility>

namespace panels {

namespace {

/// Those that the program measures itself; a query of a server's can be written as well.
constexpr std::array kOwnFigures{"http_error_ratio", "chat_p95_seconds", "breaker_open",
                                 "ai_error_ratio",   "disk_free_ratio",  "memory_ratio"};
/// Minutes: readings are kept for a day.
constexpr int kLongestSustained = 24 * 60;

} // namespace

WatchDialog::WatchDialog(For use, release::RollbackTrigger trigger, QWidget* parent)
    : QDialog(parent), m_ui(std::make_unique<Ui::WatchDialog>()), m_use(use),
      m_before(std::move(trigger))
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    const bool isNew = m_before.id.isEmpty();
    if (use == For::Canary)
        setWindowTitle(isNew ? tr("Add a figure to watch") : tr("Change the watched figure"));
    else
        setWindowTitle(isNew ? tr("Add when to roll back") : tr("Change when to roll back"));
    m_ui->watchError->hide();
    QPalette palette = m_ui->watchError->palette();
    palette.setColor(QPalette::WindowText, colours().bad);
    m_ui->watchError->setPalette(palette);
    fill();
    setMinimumWidth(fontMetrics().averageCharWidth() * 72);
    connect(m_ui->watchByFigure, &QCheckBox::toggled, this, &WatchDialog::showWatch);
    connect(m_ui->watchCancelButton, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->watchSaveButton, &QPushButton::clicked, this, &WatchDialog::save);
    m_ui->watchTitleEdit->setFocus();
}

WatchDialog::~WatchDialog() = default;

void WatchDialog::fill()
{
    const bool isCanary = m_use == For::Canary;
    const release::Watch watch = m_before.watch.value_or(release::Watch());
    m_ui->watchTitleEdit->setText(m_before.title);
    m_ui->watchStepEdit->setText(m_before.firstStep);
    m_ui->watchForm->setRowVisible(m_ui->watchStepEdit, !isCanary);
    m_ui->watchForm->setRowVisible(m_ui->watchByFigure, !isCanary);
    m_ui->watchByFigure->setChecked(m_before.watch.has_value() || isCanary);
    for (const char* figure : kOwnFigures)
        m_ui->watchFigureBox->addItem(QString::fromLatin1(figure));
    m_ui->watchFigureBox->setCurrentText(watch.figure);
    m_ui->watchSideBox->addItem(tr("above the limit"), static_cast<int>(release::Side::Above));
    m_ui->watchSideBox->addItem(tr("below the limit"), static_cast<int>(release::Side::Below));
    m_ui->watchSideBox->setCurrentIndex(static_cast<int>(watch.side));
    if (!watch.figure.isEmpty())
        m_ui->watchLimitEdit->setText(
            QLocale().toString(watch.limit, 'g', QLocale::FloatingPointShortest));
    m_ui->watchOfBaseline->setChecked(watch.isOfBaseline);
    m_ui->watchGrowing->setChecked(watch.andGrowing);
    m_ui->watchSustained->setMaximum(kLongestSustained);
    m_ui->watchSustained->setValue(static_cast<int>(watch.sustained.count()));
    showWatch();
}

void WatchDialog::showWatch()
{
    const bool isWatched = m_ui->watchByFigure->isChecked();
    for (QWidget* field : std::initializer_list<QWidget*>{
             m_ui->watchFigureBox, m_ui->watchSideBox, m_ui->watchLimitEdit, m_ui->watchOfBaseline,
             m_ui->watchGrowing, m_ui->watchSustained, m_ui->watchFigureLabel, m_ui->watchSideLabel,
             m_ui->watchLimitLabel, m_ui->watchSustainedLabel})
        field->setEnabled(isWatched);
}

release::Watch WatchDialog::watch() const
{
    release::Watch watch = m_before.watch.value_or(release::Watch());
    watch.title = m_ui->watchTitleEdit->text().trimmed();
    watch.figure = m_ui->watchFigureBox->currentText().trimmed();
    watch.side = static_cast<release::Side>(m_ui->watchSideBox->currentIndex());
    watch.limit = numberIn(m_ui->watchLimitEdit->text()).value_or(0);
    watch.isOfBaseline = m_ui->watchOfBaseline->isChecked();
    watch.andGrowing = m_ui->watchGrowing->isChecked();
    watch.sustained = release::minutes(m_ui->watchSustained->value());
    return watch;
}

void WatchDialog::refuse(const QString& why, QWidget* at)
{
    m_ui->watchError->setText(why);
    m_ui->watchError->show();
    at->setFocus();
}

void WatchDialog::save()
{
    release::RollbackTrigger trigger = m_before;
    trigger.title = m_ui->watchTitleEdit->text().trimmed();
    trigger.firstStep = m_ui->watchStepEdit->text().trimmed();
    trigger.watch.reset();
    if (trigger.title.isEmpty()) {
        refuse(tr("Say what it is called."), m_ui->watchTitleEdit);
        return;
    }
    if (m_ui->watchByFigure->isChecked()) {
        trigger.watch = watch();
        if (trigger.watch->figure.isEmpty()) {
            refuse(tr("Say which figure."), m_ui->watchFigureBox);
            return;
        }
        if (!numberIn(m_ui->watchLimitEdit->text())) {
            refuse(tr("The limit is a number."), m_ui->watchLimitEdit);
            return;
        }
    }
    Q_EMIT written(trigger);
    accept();
}

} // namespace panels
