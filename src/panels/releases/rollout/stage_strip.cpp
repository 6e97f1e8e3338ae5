// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/rollout/stage_strip.h"

#include "panels/look/theme.h"
#include "panels/releases/words/release_words.h"

#include <QPainter>

namespace panels {

namespace {

constexpr int kGap = 6;
constexpr qreal kRound = 4;

} // namespace

void StageStrip::show(const release::CanaryPlan& plan, const release::Canary& canary)
{
    m_plan = plan;
    m_canary = canary;
    QStringList spoken;
    for (std::size_t i = 0; i < plan.stages.size(); ++i)
        spoken += static_cast<int>(i) == reached()
                      ? tr("%1 %, here now").arg(plan.stages[i].percent)
                      : tr("%1 %").arg(plan.stages[i].percent);
    setAccessibleName(tr("Stages: %1").arg(spoken.join(QStringLiteral(", "))));
    updateGeometry();
    update();
}

QSize StageStrip::sizeHint() const
{
    const int height = fontMetrics().height() * 3;
    return {static_cast<int>(m_plan.stages.size()) * fontMetrics().averageCharWidth() * 14, height};
}

// -1: none; one more than there are: all of them.
int StageStrip::reached() const
{
    switch (m_canary.status) {
    case release::CanaryStatus::Running:
    case release::CanaryStatus::Held: return m_canary.stage;
    case release::CanaryStatus::Finished: return static_cast<int>(m_plan.stages.size());
    case release::CanaryStatus::NotStarted:
    case release::CanaryStatus::Aborted:
    case release::CanaryStatus::RolledBack: break;
    }
    return -1;
}

void StageStrip::paintEvent(QPaintEvent* /*event*/)
{
    const int count = static_cast<int>(m_plan.stages.size());
    if (count == 0)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int width = (this->width() - kGap * (count - 1)) / count;
    for (int i = 0; i < count; ++i) {
        const auto& stage = m_plan.stages[static_cast<std::size_t>(i)];
        const QRectF box(i * (width + kGap) + 0.5, 0.5, width - 1, height() - 1);
        const bool isHere = i == reached();
        const bool isPast = i < reached();
        painter.setPen(isHere ? palette().color(QPalette::Highlight) : colours().field);
        painter.setBrush(isHere   ? palette().color(QPalette::Highlight)
                         : isPast ? colours().selected
                                  : palette().color(QPalette::Base));
        painter.drawRoundedRect(box, kRound, kRound);
        painter.setPen(palette().color(isHere ? QPalette::HighlightedText : QPalette::Text));
        QFont strong = font();
        strong.setWeight(QFont::DemiBold);
        painter.setFont(strong);
        const QRectF upper(box.left(), box.top(), box.width(), box.height() / 2 + 2);
        painter.drawText(upper, Qt::AlignHCenter | Qt::AlignBottom,
                         (isPast ? QStringLiteral("✓ ") : QString()) +
                             tr("%1 %").arg(stage.percent));
        painter.setFont(font());
        const QRectF lower(box.left(), upper.bottom(), box.width(), box.height() - upper.height());
        painter.drawText(lower, Qt::AlignHCenter | Qt::AlignTop,
                         tr("at least %1").arg(durationText(stage.atLeast)));
    }
}

} // namespace panels
