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

#include <algorithm>
#include <chrono>

namespace panels {

namespace {

constexpr std::chrono::seconds kAfterTick{30};

/// The newest evidence of a check in this time, if there is any.
const release::Evidence* checkBetween(const release::Release& release, base::WallTime from,
                                      base::WallTime to)
{
    const release::Evidence* found = nullptr;
    for (const release::Item& item : release.items) {
        for (const release::Evidence& evidence : item.evidence) {
            const bool isThen = evidence.at >= from && evidence.at < to &&
                                evidence.kind == release::EvidenceKind::Check;
            if (isThen && (!found || evidence.at > found->at))
                found = &evidence;
        }
    }
    return found;
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
    m_ui->afterState->setText(
        release.releasedAt
            ? tr("It went out on %1. Checks at 15, 60 and 180 minutes, the smoke tests every five "
                 "minutes for four hours, and a digest for three days.")
                  .arg(whenText(*release.releasedAt))
            : tr("Once the release is out: checks at 15, 60 and 180 minutes, the smoke tests every "
                 "five minutes for four hours, and a digest for three days."));
    if (!release.releasedAt)
        return;
    const auto due = release::checksAfter(*release.releasedAt);
    QList<QTreeWidgetItem*> rows;
    for (auto each = due.begin(); each != due.end(); ++each) {
        const auto next = std::find_if(each + 1, due.end(), [&](const release::DueCheck& later) {
            return later.kind == each->kind;
        });
        const base::WallTime end = next == due.end() ? each->at + std::chrono::hours(24) : next->at;
        const release::Evidence* run = checkBetween(release, each->at, end);
        auto* row = new QTreeWidgetItem;
        row->setText(0, each->kind == release::AfterCheck::Check   ? tr("Check")
                        : each->kind == release::AfterCheck::Smoke ? tr("Smoke tests")
                                                                   : tr("Digest"));
        row->setData(0, Qt::UserRole, static_cast<int>(each->kind));
        row->setText(1, whenText(each->at));
        row->setText(2, each->at > now ? tr("to come")
                        : run          ? outcomeText(run->outcome)
                        : end > now    ? tr("due now")
                                       : tr("nobody looked"));
        row->setForeground(2, each->at > now                                    ? colours().quiet
                              : run && run->outcome != release::Outcome::Failed ? colours().good
                              : end > now && !run                               ? colours().warning
                                                                                : colours().bad);
        rows += row;
    }
    m_ui->afterTree->addTopLevelItems(rows);
    showDigests(rows);
    fitTree(*m_ui->afterTree);
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
