// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/deciding/gate_page.h"

#include "panels/look/language.h"
#include "panels/look/theme.h"
#include "panels/releases/deciding/overrides.h"
#include "panels/releases/deciding/sign_offs.h"
#include "panels/releases/open_release.h"
#include "panels/releases/words/form_parts.h"
#include "panels/releases/words/release_words.h"
#include "panels/releases/words/report_words_now.h"
#include "release/report/report.h"
#include "ui_gate_page.h"

#include <QHeaderView>

#include <algorithm>
#include <chrono>
#include <utility>

namespace panels {

namespace {

constexpr std::chrono::seconds kLookAgain{30};
constexpr int kItemRole = Qt::UserRole; ///< id of the item that a reason is about
constexpr int kRemedyColumn = 1;

} // namespace

GatePage::GatePage(OpenRelease& open, QWidget* parent)
    : ReleasePage(parent), m_ui(std::make_unique<Ui::GatePage>()), m_open(open),
      m_signOffs(nullptr), m_overrides(nullptr)
{
    m_ui->setupUi(this);
    m_signOffs = new SignOffs(open, this); // Tab comes to them after the reasons
    m_overrides = new Overrides(open, this);
    delete m_ui->gateOtherLayout->replaceWidget(m_ui->signOffsPlace, m_signOffs);
    delete m_ui->gateOtherLayout->replaceWidget(m_ui->overridesPlace, m_overrides);
    delete m_ui->signOffsPlace;
    delete m_ui->overridesPlace;
    m_ui->gateSplitter->setSizes({600, 480});
    fitTree(*m_ui->gateReasons);
    m_ui->gateReasons->header()->setSectionResizeMode(kRemedyColumn, QHeaderView::Interactive);
    connect(m_ui->gateReasons, &QTreeWidget::itemActivated, this,
            [this](const QTreeWidgetItem* row) { openItem(row); });
    m_minute.setInterval(kLookAgain);
    connect(&m_minute, &QTimer::timeout, this, [this] {
        if (isVisible())
            showGate();
    });
    m_minute.start();
}

GatePage::~GatePage() = default;

QString GatePage::title() const
{
    return tr("Gate");
}

void GatePage::show(const desk::ReleaseView& /*view*/)
{
    if (isVisible())
        showGate();
}

void GatePage::showGate()
{
    if (!m_open.isOpen())
        return;
    const auto& view = m_open.view();
    const release::Gate gate =
        release::gateOf(m_open.outline(), *view.release,
                        {.now = m_open.now(), .freezes = view.freezes, .ledger = view.ledgerWord});
    showVerdict(gate);
    const release::ReportWords words = reportWordsNow();
    QTreeWidget& tree = *m_ui->gateReasons;
    tree.setHeaderLabels({tr("Reason"), tr("What would turn it")});
    QTreeWidgetItem* const current = tree.currentItem();
    const QString marked = current ? current->data(0, kItemRole).toString() : QString();
    tree.clear();
    QList<QTreeWidgetItem*> rows;
    const release::ItemTitles titles(*view.release);
    for (const release::Reason& reason : gate.reasons) {
        auto* row = new QTreeWidgetItem;
        QString text =
            release::reasonText(reason, *view.release, titles, view.freezes, words).trimmed();
        if (reason.isCovered)
            text += u' ' + tr("(covered by an override)");
        row->setText(0, text);
        row->setText(kRemedyColumn, release::remedyText(reason, words));
        row->setData(0, kItemRole, reason.item.value);
        for (const int column : {0, kRemedyColumn})
            row->setToolTip(column, row->text(column));
        row->setForeground(0, reason.isCovered ? colours().quiet : colours().bad);
        rows += row;
    }
    tree.addTopLevelItems(rows);
    for (QTreeWidgetItem* row : std::as_const(rows)) {
        if (!marked.isEmpty() && row->data(0, kItemRole).toString() == marked)
            tree.setCurrentItem(row);
    }
    m_ui->gateEmpty->setText(tr("Nothing speaks against it."));
    m_ui->gateReasonsLabel->setVisible(!rows.isEmpty());
    m_ui->gateStack->setCurrentWidget(rows.isEmpty() ? static_cast<QWidget*>(m_ui->gateEmpty)
                                                     : m_ui->gateReasons);
    m_signOffs->show(view);
    m_overrides->show(view, gate);
}

void GatePage::showVerdict(const release::Gate& gate)
{
    QFont big = font();
    big.setPointSizeF(big.pointSizeF() * 1.6);
    big.setWeight(QFont::DemiBold);
    m_ui->gateVerdict->setFont(big);
    QPalette tinted = palette();
    tinted.setColor(QPalette::WindowText, gate.verdict == release::Verdict::Go ? colours().good
                                          : gate.verdict == release::Verdict::GoByOverride
                                              ? colours().warning
                                              : colours().bad);
    m_ui->gateVerdict->setPalette(tinted);
    m_ui->gateVerdict->setText(verdictText(gate.verdict));
    const auto covered = std::ranges::count(gate.reasons, true, &release::Reason::isCovered);
    QStringList facts;
    if (!gate.reasons.empty())
        facts += tr("%n reason(s) for no", nullptr, static_cast<int>(gate.reasons.size()));
    if (covered > 0)
        facts += tr("%n covered by an override", nullptr, static_cast<int>(covered));
    if (gate.until && gate.verdict != release::Verdict::NoGo)
        facts += tr("holds until %1").arg(whenText(*gate.until));
    m_ui->gateUntil->setText(facts.join(QStringLiteral(" · ")));
}

void GatePage::openItem(const QTreeWidgetItem* row)
{
    const QString item = row ? row->data(0, kItemRole).toString() : QString();
    if (!item.isEmpty())
        Q_EMIT m_open.itemWanted(item);
}

void GatePage::showEvent(QShowEvent* event)
{
    ReleasePage::showEvent(event);
    if (!std::exchange(m_wasShown, true)) // the reason is longer than its remedy
        m_ui->gateReasons->header()->resizeSection(kRemedyColumn, m_ui->gateStack->width() * 2 / 5);
    showGate();
}

void GatePage::changeEvent(QEvent* event)
{
    ReleasePage::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_ui->retranslateUi(this);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        showGate();
}

} // namespace panels
