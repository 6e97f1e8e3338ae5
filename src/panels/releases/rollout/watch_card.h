// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "release/rollout/watching.h"

#include <QChart>
#include <QFrame>

#include <vector>

class QChartView;
class QDateTimeAxis;
class QLabel;
class QLineEdit;
class QLineSeries;
class QPushButton;
class QValueAxis;

namespace panels {

/// One watched figure: what it reads as a chart with its limit, gaps left out, its state and baseline, and
/// a value to note by hand.
class WatchCard final : public QFrame
{
    Q_OBJECT
public:
    explicit WatchCard(release::Watch watch, QWidget* parent = nullptr);

    [[nodiscard]] const release::Watch& watch() const noexcept { return m_watch; }
    void show(release::WatchState state, const release::Readings& readings, base::WallTime now);
    void retranslate();

Q_SIGNALS:
    void valueNoted(const QString& figure, double value);

private:
    void makeChart();
    void tint();
    void draw(const std::vector<release::Reading>& series);
    void draw(std::size_t piece, const QList<QPointF>& points);
    void fit(const std::vector<release::Reading>& shown, base::WallTime now, double limit);
    void showState(release::WatchState state, const release::Readings& readings);
    [[nodiscard]] QLineSeries* newSeries();
    void note();
    [[nodiscard]] double limitIn(const release::Readings& readings) const;

    const release::Watch m_watch;
    QLabel* m_title;
    QLabel* m_state;
    QChartView* m_view;
    std::vector<QLineSeries*> m_pieces; ///< what was read without a gap
    QLineSeries* m_limit;
    QDateTimeAxis* m_times;
    QValueAxis* m_values;
    QLineEdit* m_value;
    QPushButton* m_note;
};

} // namespace panels
