// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/deciding/timeline_page.h"

#include "panels/look/language.h"
#include "panels/releases/deciding/bar_delegate.h"
#include "panels/releases/deciding/timeline_model.h"
#include "panels/releases/open_release.h"
#include "release/schedule.h"
#include "ui_timeline_page.h"

#include <QHeaderView>

#include <algorithm>

namespace panels {

TimelinePage::TimelinePage(OpenRelease& open, QWidget* parent)
    : ReleasePage(parent), m_ui(std::make_unique<Ui::TimelinePage>()), m_open(open),
      m_model(new TimelineModel(this))
{
    m_ui->setupUi(this);
    m_ui->timelineTable->setModel(m_model);
    m_ui->timelineTable->setItemDelegateForColumn(TimelineModel::BarColumn,
                                                  new BarDelegate(*m_model, this));
    m_ui->timelineTable->verticalHeader()->hide();
    fillFilter();
    fit();
    connect(m_ui->timelineFilter, &QComboBox::activated, this, &TimelinePage::showNow);
    connect(m_ui->timelineTable, &QTableView::activated, this, [this](const QModelIndex& index) {
        Q_EMIT m_open.itemWanted(index.data(TimelineModel::ItemRole).toString());
    });
}

TimelinePage::~TimelinePage() = default;

QString TimelinePage::title() const
{
    return tr("Timeline");
}

void TimelinePage::show(const desk::ReleaseView& /*view*/)
{
    if (isVisible())
        showNow();
}

void TimelinePage::fillFilter()
{
    const int index = std::max(0, m_ui->timelineFilter->currentIndex());
    m_ui->timelineFilter->clear();
    m_ui->timelineFilter->addItems(
        {tr("All open items"), tr("The critical path"), tr("Late, and at risk of it")});
    m_ui->timelineFilter->setCurrentIndex(index);
}

void TimelinePage::showNow()
{
    if (!m_open.isOpen())
        return;
    m_ui->timelineTable->setVisible(m_open.outline().has_value());
    if (!m_open.outline()) {
        m_ui->timelineSummary->setText(tr("The plan does not fit together: see the gate."));
        return;
    }
    const auto schedule = release::scheduleOf(*m_open.outline(), m_open.release(), m_open.now());
    m_model->show(m_open, schedule,
                  static_cast<TimelineModel::Filter>(m_ui->timelineFilter->currentIndex()));
    QStringList facts{tr("A go is possible on %1 at the earliest").arg(whenText(schedule.earliest)),
                      tr("%n item(s) on the critical path", nullptr,
                         static_cast<int>(schedule.criticalPath.size())),
                      tr("%n late", nullptr, static_cast<int>(schedule.late.size())),
                      tr("%n at risk", nullptr, static_cast<int>(schedule.atRisk.size()))};
    if (!schedule.unestimated.empty())
        facts += tr("%n without an estimate: the date is at best as said", nullptr,
                    static_cast<int>(schedule.unestimated.size()));
    m_ui->timelineSummary->setText(facts.join(QStringLiteral(" · ")));
}

void TimelinePage::fit()
{
    QHeaderView* header = m_ui->timelineTable->horizontalHeader();
    header->setStretchLastSection(false);
    header->setResizeContentsPrecision(100);
    for (int column = 0; column < TimelineModel::ColumnCount; ++column)
        header->setSectionResizeMode(column, column == TimelineModel::ItemColumn ||
                                                     column == TimelineModel::BarColumn
                                                 ? QHeaderView::Stretch
                                                 : QHeaderView::ResizeToContents);
    m_ui->timelineTable->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
}

void TimelinePage::showEvent(QShowEvent* event)
{
    ReleasePage::showEvent(event);
    showNow();
}

void TimelinePage::changeEvent(QEvent* event)
{
    ReleasePage::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fit();
    if (event->type() != QEvent::LanguageChange)
        return;
    m_ui->retranslateUi(this);
    fillFilter();
    m_model->retranslate();
    showNow();
}

} // namespace panels
