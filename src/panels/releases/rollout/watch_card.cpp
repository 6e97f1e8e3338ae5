// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/rollout/watch_card.h"

#include "panels/look/theme.h"
#include "panels/releases/words/form_parts.h"

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
#include <chrono>
#include <iterator>
#include <limits>
#include <utility>

namespace panels {

namespace {

constexpr qint64 kShownMs = 60LL * 60 * 1000; ///< at least the last hour
constexpr std::chrono::hours kLongestShown{3};
constexpr qsizetype kFewPoints = 30; ///< that are seen one by one
constexpr int kMargin = 10;

} // namespace

WatchCard::WatchCard(release::Watch watch, QWidget* parent)
    : QFrame(parent), m_watch(std::move(watch)), m_title(new QLabel(this)),
      m_state(new QLabel(this)), m_view(new QChartView(this)), m_limit(new QLineSeries(this)),
      m_times(new QDateTimeAxis(this)), m_values(new QValueAxis(this)),
      m_value(new QLineEdit(this)), m_note(new QPushButton(this))
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
    chart->addSeries(m_limit);
    chart->addAxis(m_times, Qt::AlignBottom);
    chart->addAxis(m_values, Qt::AlignLeft);
    m_times->setFormat(QStringLiteral("HH:mm"));
    m_times->setTickCount(4);
    m_values->setTickCount(3);
    m_limit->attachAxis(m_times);
    m_limit->attachAxis(m_values);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->viewport()->setFocusPolicy(Qt::NoFocus);
    m_view->setMinimumHeight(fontMetrics().height() * 8);
}

QLineSeries* WatchCard::newSeries()
{
    auto* series = new QLineSeries(this);
    m_view->chart()->addSeries(series);
    series->attachAxis(m_times);
    series->attachAxis(m_values);
    return series;
}

void WatchCard::tint()
{
    const Colours& now = colours();
    for (QLineSeries* piece : m_pieces)
        piece->setPen(QPen(now.accent, 2));
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
    const auto all = readings.series.constFind(m_watch.figure);
    std::vector<release::Reading> shown;
    if (all != readings.series.constEnd())
        std::ranges::copy_if(*all, std::back_inserter(shown), [now](const release::Reading& each) {
            return now - each.at <= kLongestShown && each.at <= now;
        });
    draw(shown);
    tint();
    m_view->chart()->setLocale(QLocale());
    fit(shown, now, limitIn(readings));
    showState(state, readings);
}

// A line for what was read without a gap: where nothing was read there is none.
void WatchCard::draw(const std::vector<release::Reading>& series)
{
    std::size_t piece = 0;
    QList<QPointF> points;
    for (std::size_t i = 0; i < series.size(); ++i) {
        if (i > 0 && series[i].at - series[i - 1].at > release::kStaleAfter)
            draw(piece++, std::exchange(points, {}));
        points.append(QPointF(static_cast<qreal>(base::toMs(series[i].at)), series[i].value));
    }
    if (!points.isEmpty())
        draw(piece++, points);
    for (; piece < m_pieces.size(); ++piece)
        m_pieces[piece]->clear();
}

void WatchCard::draw(std::size_t piece, const QList<QPointF>& points)
{
    if (piece == m_pieces.size())
        m_pieces.push_back(newSeries());
    m_pieces[piece]->setPointsVisible(points.size() <= kFewPoints);
    m_pieces[piece]->replace(points);
}

void WatchCard::fit(const std::vector<release::Reading>& shown, base::WallTime now, double limit)
{
    const bool hasLimit = limit == limit;
    double top = hasLimit ? limit : 0;
    double bottom = std::min(0.0, top);
    for (const release::Reading& reading : shown) {
        top = std::max(top, reading.value);
        bottom = std::min(bottom, reading.value);
    }
    const qint64 end = base::toMs(now);
    const qint64 begin =
        shown.empty() ? end - kShownMs : std::min(end - kShownMs, base::toMs(shown.front().at));
    m_limit->replace(hasLimit ? QList<QPointF>{QPointF(static_cast<qreal>(begin), limit),
                                               QPointF(static_cast<qreal>(end), limit)}
                              : QList<QPointF>());
    m_times->setRange(QDateTime::fromMSecsSinceEpoch(begin), QDateTime::fromMSecsSinceEpoch(end));
    m_values->setRange(bottom, top > bottom ? bottom + (top - bottom) * 1.2 : bottom + 1);
    m_values->setLabelFormat(top - bottom < 1 ? QStringLiteral("%.3f") : QStringLiteral("%.1f"));
}

void WatchCard::showState(release::WatchState state, const release::Readings& readings)
{
    const auto series = readings.series.value(m_watch.figure);
    QString text = series.empty()
                       ? QString()
                       : QLocale().toString(series.back().value, 'g', 6) + QStringLiteral(" · ");
    QPalette tinted = palette();
    switch (state) {
    case release::WatchState::Fine:
        tinted.setColor(QPalette::WindowText, colours().good);
        text += tr("✓ fine");
        break;
    case release::WatchState::Suspect:
        tinted.setColor(QPalette::WindowText, colours().warning);
        text += tr("⚠ past its limit, not for long enough yet");
        break;
    case release::WatchState::Breached:
        tinted.setColor(QPalette::WindowText, colours().bad);
        text += tr("✗ past its limit");
        break;
    case release::WatchState::NoData:
        tinted.setColor(QPalette::WindowText, colours().quiet);
        text += tr("no reading of the last five minutes");
        break;
    }
    const auto baseline = readings.baselines.constFind(m_watch.figure);
    if (baseline != readings.baselines.constEnd())
        text += QStringLiteral(" · ") +
                tr("before the release: %1").arg(QLocale().toString(*baseline, 'g', 4));
    else if (m_watch.isOfBaseline)
        text += QStringLiteral(" · ") + tr("what it was before the release is not known");
    m_state->setText(text);
    m_state->setPalette(tinted);
}

void WatchCard::note()
{
    const auto value = numberIn(m_value->text());
    if (!value) {
        m_value->selectAll();
        m_value->setFocus();
        return;
    }
    m_value->clear();
    Q_EMIT valueNoted(m_watch.figure, *value);
}

void WatchCard::retranslate()
{
    m_note->setText(tr("Note"));
    m_value->setPlaceholderText(tr("It reads now"));
    m_value->setAccessibleName(tr("What “%1” reads now").arg(m_title->text()));
    m_view->setAccessibleName(tr("Chart of “%1”").arg(m_title->text()));
}

} // namespace panels
