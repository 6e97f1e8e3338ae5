// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/ai/ai_card.h"

#include "panels/ai/ai_texts.h"
#include "panels/look/theme.h"
#include "ui_ai_card.h"

#include <QEvent>
#include <QPushButton>

#include <algorithm>

namespace panels {

namespace {

bool isPaused(const desk::AiBreaker& breaker)
{
    return breaker.state == u"open" || breaker.state == u"half_open" ||
           breaker.state == u"forced_open";
}

bool isAnyPaused(const desk::AiHealth& health)
{
    return std::ranges::any_of(health.breakers, isPaused);
}

/// What stands out of a server's breakers; where nothing does, the one that is in use.
QStringList linesOf(const desk::AiHealth& health, const QString& server)
{
    QStringList unusual;
    QString usual;
    for (const auto& breaker : health.breakers) {
        if (breaker.endpoint != server)
            continue;
        const QString text = aiBreakerText(breaker);
        if (breaker.state != u"closed" && !unusual.contains(text))
            unusual += text;
        if (breaker.state == u"closed" && !breaker.model.isEmpty() &&
            (usual.isEmpty() || breaker.calls > 0))
            usual = text;
    }
    if (unusual.isEmpty())
        unusual += usual.isEmpty() ? AiCard::tr("✓ Not asked yet.") : usual;
    return unusual;
}

} // namespace

AiCard::AiCard(desk::Desk& desk, const Hooks& hooks, QWidget* parent)
    : QDialog(parent, Qt::Popup), m_ui(std::make_unique<Ui::AiCard>()), m_desk(desk), m_hooks(hooks)
{
    m_ui->setupUi(this);
    connect(m_ui->forceOpen, &QPushButton::clicked, this,
            [this] { steer(desk::AiSteer::ForceOpen); });
    connect(m_ui->disableBreaker, &QPushButton::clicked, this,
            [this] { steer(desk::AiSteer::Disable); });
    connect(m_ui->resetBreaker, &QPushButton::clicked, this,
            [this] { steer(desk::AiSteer::Reset); });
    connect(m_ui->cardSwitch, &QPushButton::clicked, this, &AiCard::switchWanted);
    connect(m_ui->cardSettings, &QPushButton::clicked, this, [this] {
        close();
        Q_EMIT settingsWanted();
    });
}

AiCard::~AiCard() = default;

void AiCard::steer(desk::AiSteer what)
{
    if (const QListWidgetItem* item = m_ui->cardServers->currentItem())
        m_desk.steerAi(item->data(Qt::UserRole).toString(), what);
}

void AiCard::setState(const desk::AiHealth& health, const desk::SmartState& smart)
{
    m_health = health;
    m_smart = smart;
    fill();
}

void AiCard::fill()
{
    const desk::AiOverview overview =
        m_hooks.aiOverview ? m_hooks.aiOverview() : desk::AiOverview();
    QStringList state{m_smart.share == 0 ? tr("AI is off. %1").arg(aiOffText(m_smart.offBy))
                      : m_smart.share == 100
                          ? aiStateText(overview)
                          : tr("AI helps in %1 % of conversations.").arg(m_smart.share)};
    if (m_health.isConfigured) {
        state += tr("Calls since the start: %1, answered: %2")
                     .arg(m_health.calls)
                     .arg(m_health.answered);
        state += m_health.capMicros
                     ? tr("Spent today: %1 of %2")
                           .arg(amountText(m_health.spentMicros), amountText(*m_health.capMicros))
                     : tr("Spent today: %1").arg(amountText(m_health.spentMicros));
    }
    m_ui->cardState->setText(state.join(u'\n'));
    const int row = std::max(0, m_ui->cardServers->currentRow());
    m_ui->cardServers->clear();
    for (const auto& server : overview.servers) {
        auto* item = new QListWidgetItem(server.name + QStringLiteral(" · ") + server.model +
                                         u'\n' + linesOf(m_health, server.name).join(u'\n'));
        item->setData(Qt::UserRole, server.name);
        m_ui->cardServers->addItem(item);
    }
    const bool hasServers = m_ui->cardServers->count() > 0;
    m_ui->cardServers->setCurrentRow(hasServers ? std::min(row, m_ui->cardServers->count() - 1)
                                                : -1);
    for (QWidget* part : std::initializer_list<QWidget*>{m_ui->cardServers, m_ui->forceOpen,
                                                         m_ui->disableBreaker, m_ui->resetBreaker})
        part->setVisible(hasServers);
    m_ui->cardSwitch->setVisible(hasServers || m_smart.share == 0);
    m_ui->cardSwitch->setText(m_smart.share == 0 ? tr("Switch AI on for all")
                                                 : tr("Switch AI off for all"));
    const QFontMetrics metrics(font());
    m_ui->cardServers->setFixedHeight(
        metrics.lineSpacing() * std::clamp(m_ui->cardServers->count() * 4, 4, 12) + 12);
    setFixedWidth(metrics.averageCharWidth() * 74);
    adjustSize();
}

void AiCard::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        fill();
    }
}

AiButton::AiButton(QPushButton& button, desk::Desk& desk, std::shared_ptr<base::Home> home,
                   const Hooks& hooks, QWidget* window)
    : QObject(window), m_button(button), m_desk(desk), m_caller(std::move(home)),
      m_card(new AiCard(desk, hooks, window))
{
    connect(&button, &QPushButton::clicked, this, &AiButton::openCard);
    connect(m_card, &AiCard::settingsWanted, this, &AiButton::settingsWanted);
    connect(m_card, &AiCard::switchWanted, this, &AiButton::toggle);
    m_desk.hear(m_caller, [this](const desk::Changes& changes) {
        if (changes.ai || changes.settings)
            read();
    });
    show();
    read();
}

void AiButton::read()
{
    m_desk.aiHealth(m_caller, [this](const base::Result<desk::AiHealth>& health) {
        if (health) {
            m_health = *health;
            show();
        }
    });
    m_desk.smartState(m_caller, [this](const base::Result<desk::SmartState>& smart) {
        if (smart) {
            m_smart = *smart;
            show();
        }
    });
}

void AiButton::show()
{
    QColor colour = colours().quiet;
    QString text = tr("No AI");
    if (m_smart.share == 0) {
        text = tr("✗ AI off");
    } else if (isAnyPaused(m_health)) {
        text = tr("⚠ AI paused");
        colour = colours().warning;
    } else if (m_health.isConfigured) {
        text = m_smart.share == 100 ? tr("✓ AI on") : tr("✓ AI on: %1 %").arg(m_smart.share);
        colour = colours().good;
    }
    m_button.setText(text);
    QPalette palette = m_button.palette();
    if (palette.color(QPalette::ButtonText) != colour) {
        palette.setColor(QPalette::ButtonText, colour);
        m_button.setPalette(palette);
    }
    m_card->setState(m_health, m_smart);
}

void AiButton::toggle()
{
    m_desk.setSmartShare(m_caller, m_smart.share == 0 ? 100 : 0,
                         [this](const base::Result<desk::SmartState>&) { read(); });
}

void AiButton::openCard()
{
    show();
    m_card->move(
        m_button.mapToGlobal(QPoint(m_button.width() - m_card->width(), m_button.height())));
    m_card->open();
}

} // namespace panels
