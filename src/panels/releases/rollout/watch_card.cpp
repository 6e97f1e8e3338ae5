// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/rollout/watch_card.h"

#include "panels/look/theme.h"

#include <QChartView>
#include <QDateTimeAxis>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLineSeries>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>
#include <QValueAxis>

#include <algorithm>
#include <limits>

namespace panels {

namespace {

constexpr qint64 kShownMs = 60LL * 60 * 1000; ///< at least the last hour
constexpr int kMargin = 10;

} // namespace

WatchCard::WatchCard(release::Watch watch, QWidget* parent)
    : QFrame(parent), m_watch(std::move(watch)), m_title(new QLabel(this)),
      m_state(new QLabel(this)), m_view(new QChartView(this)), m_series(new QLineSeries(this)),
      m_limit(new QLineSeries(this)), m_times(new QDateTimeAxis(this)),
      m_values(new QValueAxis(this)), m_value(new QLineEdit(this)), m_note(new QPushButton(this))
{
    setFrameShape(QFrame::StyledPanel);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setText(m_watch.title.isEmpty() ? m_watch.figure : m_watch.title);
    m_title->setWordWrap(true);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_title->setFont(strong);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    m_state->setObjectName(QStringLiteral("watchState-") + m_watch.id);
    m_value->setObjectName(QStringLiteral("watchValue-") + m_watch.id);
    m_note->setObjectName(QStringLiteral("watchNote-") + m_watch.id);
    auto* row = new QHBoxLayout;
    row->addWidget(m_value, 1);
    row->addWidget(m_note);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    column->addWidget(m_title);
    column->addWidget(m_state);
    column->addWidget(m_view, 1);
    column->addLayout(row);
    connect(m_note, &QPushButton::clicked, this, &WatchCard::note);
    connect(m_value, &QLineEdit::returnPressed, this, &WatchCard::note);
    makeChart();
    retranslate();
}

void WatchCard::makeChart()
{
    QChart* chart = m_view->chart(); // its own: one that it is given would leave that behind
    chart->setAnimationOptions(QChart::NoAnimation);
    chart->legend()->hide();
    chart->setMargins({0, 0, 0, 0});
    chart->setBackgroundVisible(false);
    chart->setLocalizeNumbers(true);
    chart->addSeries(m_series);
    chart->addSeries(m_limit);
    chart->addAxis(m_times, Qt::AlignBottom);
    chart->addAxis(m_values, Qt::AlignLeft);
    m_times->setFormat(QStringLiteral("HH:mm"));
    m_times->setTickCount(4);
    m_values->setTickCount(3);
    for (QLineSeries* series : {m_series, m_limit}) {
        series->attachAxis(m_times);
        series->attachAxis(m_values);
    }
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->viewport()->setFocusPolicy(Qt::NoFocus);
    m_view->setMinimumHeight(fontMetrics().height() * 8);
}

void WatchCard::tint()
{
    const Colours& now = colours();
    m_series->setPen(QPen(now.accent, 2));
    m_series->setPointsVisible(true);
    m_limit->setPen(QPen(now.bad, 1, Qt::DashLine));
    for (QAbstractAxis* axis : std::initializer_list<QAbstractAxis*>{m_times, m_values}) {
        axis->setLabelsColor(now.quiet);
        axis->setLinePenColor(now.line);
        axis->setGridLineColor(now.line);
    }
}

double WatchCard::limitIn(const release::Readings& readings) const
{
    if (!m_watch.isOfBaseline)
        return m_watch.limit;
    const auto baseline = readings.baselines.constFind(m_watch.figure);
    return baseline == readings.baselines.constEnd() ? std::numeric_limits<double>::quiet_NaN()
                                                     : m_watch.limit * *baseline;
}

void WatchCard::show(release::WatchState state, const release::Readings& readings,
                     base::WallTime now)
{
    tint();
    m_view->chart()->setLocale(QLocale());
    const auto& series = readings.series.value(m_watch.figure);
    QList<QPointF> points;
    const double limit = limitIn(readings);
    const bool hasLimit = limit == limit;
    double top = hasLimit ? limit : 0;
    double bottom = std::min(0.0, top);
    for (const release::Reading& reading : series) {
        points.append(QPointF(static_cast<qreal>(base::toMs(reading.at)), reading.value));
        top = std::max(top, reading.value);
        bottom = std::min(bottom, reading.value);
    }
    const qint64 end = base::toMs(now);
    const qint64 begin =
        series.empty() ? end - kShownMs : std::min(end - kShownMs, base::toMs(series.front().at));
    m_series->replace(points);
    m_limit->replace(hasLimit ? QList<QPointF>{QPointF(static_cast<qreal>(begin), limit),
                                               QPointF(static_cast<qreal>(end), limit)}
                              : QList<QPointF>());
    m_times->setRange(QDateTime::fromMSecsSinceEpoch(begin), QDateTime::fromMSecsSinceEpoch(end));
    m_values->setRange(bottom, top > bottom ? bottom + (top - bottom) * 1.2 : bottom + 1);
    m_values->setLabelFormat(top - bottom < 1 ? QStringLiteral("%.3f") : QStringLiteral("%.1f"));
    const QString value =
        series.empty() ? QString()
                       : QLocale().toString(series.back().value, 'g', 6) + QStringLiteral(" · ");
    QPalette tinted = palette();
    switch (state) {
    case release::WatchState::Fine:
        tinted.setColor(QPalette::WindowText, colours().good);
        m_state->setText(value + tr("✓ fine"));
        break;
    case release::WatchState::Suspect:
        tinted.setColor(QPalette::WindowText, colours().warning);
        m_state->setText(value + tr("⚠ past its limit, not for long enough yet"));
        break;
    case release::WatchState::Breached:
        tinted.setColor(QPalette::WindowText, colours().bad);
        m_state->setText(value + tr("✗ past its limit"));
        break;
    case release::WatchState::NoData:
        tinted.setColor(QPalette::WindowText, colours().quiet);
        m_state->setText(value + tr("no reading of the last five minutes"));
        break;
    }
    m_state->setPalette(tinted);
}

void WatchCard::note()
{
    bool isNumber = false;
    // A point is always one: where it groups thousands, "0.001" would be 1.
    const QString written = m_value->text().trimmed();
    double value = written.toDouble(&isNumber);
    if (!isNumber)
        value = QLocale().toDouble(written, &isNumber);
    if (!isNumber) {
        m_value->selectAll();
        m_value->setFocus();
        return;
    }
    m_value->clear();
    Q_EMIT valueNoted(m_watch.figure, value);
}

void WatchCard::retranslate()
{
    m_note->setText(tr("Note"));
    m_value->setPlaceholderText(tr("It reads now"));
    m_value->setAccessibleName(tr("What “%1” reads now").arg(m_title->text()));
    m_view->setAccessibleName(tr("Chart of “%1”").arg(m_title->text()));
}

} // namespace panels
