// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/rollout/after_page.h"

#include "panels/look/language.h"
#include "panels/look/theme.h"
#include "panels/releases/open_release.h"
#include "panels/releases/rollout/shop_figures.h"
#include "panels/releases/words/form_parts.h"
#include "panels/releases/words/release_words.h"
#include "panels/releases/words/report_words_now.h"
#include "release/report/digest_texts.h"
#include "release/rollout/digest.h"
#include "release/rollout/rollback.h"
#include "ui_after_page.h"

#include <chrono>

namespace panels {

namespace {

constexpr std::chrono::seconds kAfterTick{30};

struct RoundShown {
    QString text;
    QColor colour;
};

RoundShown roundShown(const release::LookedAfter& each, base::WallTime now)
{
    const auto of = [&each](const QString& outcome) {
        return each.found == each.asked
                   ? outcome
                   : AfterPage::tr("%1, %2 of %3 run").arg(outcome).arg(each.found).arg(each.asked);
    };
    if (each.due.at > now)
        return {AfterPage::tr("to come"), colours().quiet};
    if (!each.failed.isEmpty())
        return {of(outcomeText(release::Outcome::Failed)) + QStringLiteral(": ") +
                    each.failed.join(QStringLiteral(", ")),
                colours().bad};
    if (each.found > 0)
        return {of(outcomeText(release::Outcome::Passed)), colours().good};
    return each.until > now ? RoundShown{AfterPage::tr("due now"), colours().warning}
                            : RoundShown{AfterPage::tr("nobody looked"), colours().bad};
}

} // namespace

AfterPage::AfterPage(OpenRelease& open, ShopFigures& figures, QWidget* parent)
    : ReleasePage(parent), m_ui(std::make_unique<Ui::AfterPage>()), m_open(open), m_figures(figures)
{
    m_ui->setupUi(this);
    m_tick.setInterval(kAfterTick);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        if (isVisible())
            showNow();
    });
    m_tick.start();
}

AfterPage::~AfterPage() = default;

QString AfterPage::title() const
{
    return tr("After");
}

void AfterPage::show(const desk::ReleaseView& /*view*/)
{
    showNow();
}

void AfterPage::showNow()
{
    if (!m_open.isOpen())
        return;
    const release::Release& release = m_open.release();
    const base::WallTime now = m_open.now();
    m_ui->afterTree->setHeaderLabels({tr("What"), tr("When"), tr("State")});
    m_ui->afterTree->clear();
    m_ui->afterTree->setVisible(release.releasedAt.has_value());
    m_ui->afterState->setText(sinceText());
    QList<QTreeWidgetItem*> rows;
    for (const release::LookedAfter& each : release::lookedAfter(release)) {
        const RoundShown state = roundShown(each, now);
        auto* row = new QTreeWidgetItem;
        row->setText(0, each.due.kind == release::AfterCheck::Check   ? tr("Check")
                        : each.due.kind == release::AfterCheck::Smoke ? tr("Smoke tests")
                                                                      : tr("Digest"));
        row->setData(0, Qt::UserRole, static_cast<int>(each.due.kind));
        row->setText(1, whenText(each.due.at));
        row->setText(2, state.text);
        row->setToolTip(2, state.text);
        row->setForeground(2, state.colour);
        rows += row;
    }
    m_ui->afterTree->addTopLevelItems(rows);
    showDigests(rows);
    fitTree(*m_ui->afterTree, 2);
}

QString AfterPage::sinceText() const
{
    const release::Release& release = m_open.release();
    const QString what = tr("Checks at 15, 60 and 180 minutes, the smoke tests every five minutes "
                            "for four hours, and a digest for three days.");
    const auto from = release::lookedAfterFrom(release);
    if (!from)
        return tr("Once the release is out:") + u' ' + what;
    const QString when =
        *from == *release.releasedAt
            ? tr("It went out on %1.").arg(whenText(*from))
            : tr("It was taken back on %1, and is looked after from then on.").arg(whenText(*from));
    return when + u' ' + what;
}

// A digest tells of the day before it; what went wrong stands below it.
void AfterPage::showDigests(const QList<QTreeWidgetItem*>& rows)
{
    const release::Release& release = m_open.release();
    const base::WallTime now = m_open.now();
    const auto days = release::digestsOf(release, m_figures.readingsFor(release), now);
    const auto texts = release::digestTexts(release, days, reportWordsNow());
    std::size_t day = 0;
    for (QTreeWidgetItem* row : rows) {
        if (row->data(0, Qt::UserRole) != static_cast<int>(release::AfterCheck::Digest))
            continue;
        if (day == days.size())
            return;
        if (days[day].wasLookedAt() || days[day].to <= now) {
            row->setText(2, texts[day].summary);
            row->setForeground(2, days[day].failed > 0      ? colours().bad
                                  : days[day].wasLookedAt() ? colours().good
                                                            : colours().warning);
        }
        for (const QString& detail : texts[day].details) {
            auto* line = new QTreeWidgetItem(row, {detail});
            line->setFirstColumnSpanned(true);
        }
        row->setExpanded(true);
        ++day;
    }
}

void AfterPage::showEvent(QShowEvent* event)
{
    ReleasePage::showEvent(event);
    showNow();
}

void AfterPage::changeEvent(QEvent* event)
{
    ReleasePage::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_ui->retranslateUi(this);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        showNow();
}

} // namespace panels
