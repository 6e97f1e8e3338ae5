// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/deciding/freeze_page.h"

#include "panels/look/language.h"
#include "panels/look/theme.h"
#include "panels/releases/words/form_parts.h"
#include "panels/releases/words/history_words.h"
#include "ui_freeze_page.h"

#include <QHash>
#include <QTextCharFormat>
#include <QUuid>

#include <algorithm>
#include <chrono>
#include <utility>

namespace panels {

namespace {

constexpr int kWindowRole = Qt::UserRole; ///< its id
constexpr std::chrono::hours kUsualFreeze{48};
constexpr int kMostDays = 366; ///< of one window that are marked

QDate dayOf(base::WallTime time)
{
    return QDateTime::fromMSecsSinceEpoch(base::toMs(time)).date();
}

} // namespace

FreezePage::FreezePage(OpenRelease& open, QWidget* parent)
    : TitledPage(parent), m_ui(std::make_unique<Ui::FreezePage>()), m_open(open),
      m_caller(open.home())
{
    m_ui->setupUi(this);
    m_ui->freezeUndo->hide();
    m_ui->freezeMessage->hide();
    m_ui->freezeCalendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    m_ui->freezeCalendar->setSelectedDate(dayOf(m_open.now()));
    connectButtons();
    m_open.desk().hear(m_caller, [this](const desk::Changes& changes) {
        if (changes.releases && isVisible())
            read();
    });
    showAll();
}

FreezePage::~FreezePage() = default;

QString FreezePage::title() const
{
    return tr("Freeze calendar");
}

void FreezePage::connectButtons()
{
    connect(m_ui->freezeTree, &QTreeWidget::itemSelectionChanged, this, &FreezePage::showSelected);
    connect(m_ui->freezeAdd, &QPushButton::clicked, this, [this] {
        auto window = written();
        window.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        save(window);
    });
    connect(m_ui->freezeSave, &QPushButton::clicked, this, [this] {
        if (const release::FreezeWindow* before = selected()) {
            auto window = written();
            window.id = before->id;
            save(window);
        }
    });
    connect(m_ui->freezeRemove, &QPushButton::clicked, this, &FreezePage::remove);
    connect(&m_open, &OpenRelease::anotherSits, m_ui->freezeTitle, &QLineEdit::clear);
    connect(m_ui->freezeUndo, &QPushButton::clicked, this, [this] {
        if (const auto back = std::exchange(m_removed, std::nullopt))
            save(*back);
    });
    connect(m_ui->freezeCalendar, &QCalendarWidget::clicked, this, [this](const QDate& day) {
        m_ui->freezeFrom->setDateTime(day.startOfDay());
        m_ui->freezeUntil->setDateTime(day.addDays(1).startOfDay());
    });
}

void FreezePage::read()
{
    using List = std::vector<release::FreezeWindow>;
    m_open.desk().freezeWindows(m_caller, [this](base::Result<List> windows) {
        if (!windows) {
            say(windows.error());
            return;
        }
        m_windows = *std::move(windows);
        std::ranges::sort(m_windows, {}, &release::FreezeWindow::from);
        showAll();
    });
    readHistory();
}

void FreezePage::readHistory()
{
    using Lines = std::vector<desk::LedgerLine>;
    m_open.desk().freezeHistory(m_caller, [this](base::Result<Lines> lines) {
        if (!lines) {
            say(lines.error());
            return;
        }
        m_history = *std::move(lines);
        showHistory();
    });
}

// A window is called by the reason that it had then, not by its id.
void FreezePage::showHistory()
{
    QHash<QString, QString> titles;
    QStringList texts;
    for (desk::LedgerLine line : m_history) {
        QString& title = titles[line.entry.subject];
        if (const QString said = std::exchange(line.text, {}); !said.isEmpty())
            title = said;
        line.entry.textHash.clear();
        if (!title.isEmpty())
            line.entry.subject = u'«' + title + u'»';
        texts.prepend(historyText(line));
    }
    m_ui->freezeHistory->setPlainText(texts.join(QStringLiteral("\n\n")));
}

void FreezePage::showAll()
{
    const release::FreezeWindow* before = selected();
    const QString marked = before ? before->id : QString();
    {
        const QSignalBlocker quiet(m_ui->freezeTree);
        m_ui->freezeTree->setHeaderLabels({tr("Why"), tr("From"), tr("Until")});
        m_ui->freezeTree->clear();
        for (const release::FreezeWindow& window : m_windows) {
            auto* row = new QTreeWidgetItem(m_ui->freezeTree);
            row->setText(0, window.title);
            row->setText(1, whenText(window.from));
            row->setText(2, whenText(window.until));
            row->setData(0, kWindowRole, window.id);
            const bool isNow = window.from <= m_open.now() && m_open.now() < window.until;
            for (int column = 0; column < 3; ++column)
                row->setForeground(column, window.until <= m_open.now() ? colours().quiet
                                           : isNow                      ? colours().bad
                                                   : palette().color(QPalette::Text));
            if (window.id == marked)
                m_ui->freezeTree->setCurrentItem(row);
        }
        fitTree(*m_ui->freezeTree);
    }
    m_ui->freezeUndo->setVisible(m_removed.has_value());
    markDays();
    showSelected();
}

void FreezePage::markDays()
{
    m_ui->freezeCalendar->setLocale(QLocale());
    m_ui->freezeCalendar->setDateTextFormat({}, {});
    QTextCharFormat weekend;
    weekend.setForeground(colours().quiet);
    for (const Qt::DayOfWeek day : {Qt::Saturday, Qt::Sunday})
        m_ui->freezeCalendar->setWeekdayTextFormat(day, weekend);
    QTextCharFormat frozen;
    frozen.setBackground(colours().selected);
    frozen.setForeground(colours().bad);
    frozen.setFontWeight(QFont::Bold);
    for (const release::FreezeWindow& window : m_windows) {
        const QDate last = dayOf(window.until - base::milliseconds(1));
        QDate day = dayOf(window.from);
        frozen.setToolTip(window.title);
        for (int i = 0; day <= last && i < kMostDays; ++i, day = day.addDays(1))
            m_ui->freezeCalendar->setDateTextFormat(day, frozen);
    }
}

const release::FreezeWindow* FreezePage::selected() const
{
    const QTreeWidgetItem* row = m_ui->freezeTree->currentItem();
    if (!row)
        return nullptr;
    const auto found = std::ranges::find(m_windows, row->data(0, kWindowRole).toString(),
                                         &release::FreezeWindow::id);
    return found == m_windows.end() ? nullptr : &*found;
}

void FreezePage::showSelected()
{
    const release::FreezeWindow* window = selected();
    m_ui->freezeSave->setVisible(window != nullptr);
    m_ui->freezeRemove->setVisible(window != nullptr);
    if (window) {
        m_ui->freezeTitle->setText(window->title);
        setTime(*m_ui->freezeFrom, window->from);
        setTime(*m_ui->freezeUntil, window->until);
        m_ui->freezeCalendar->setSelectedDate(dayOf(window->from));
    } else if (m_ui->freezeTitle->text().isEmpty()) {
        setTime(*m_ui->freezeFrom, m_open.now());
        setTime(*m_ui->freezeUntil, m_open.now() + kUsualFreeze);
    }
}

release::FreezeWindow FreezePage::written() const
{
    return {.id = {},
            .title = m_ui->freezeTitle->text().trimmed(),
            .from = timeIn(*m_ui->freezeFrom),
            .until = timeIn(*m_ui->freezeUntil)};
}

void FreezePage::save(const release::FreezeWindow& window)
{
    m_open.desk().setFreeze(m_caller, m_open.badge(), window,
                            [this](const base::Result<void>& saved) {
                                m_ui->freezeMessage->hide();
                                if (!saved)
                                    say(saved.error());
                                read();
                            });
}

void FreezePage::remove()
{
    const release::FreezeWindow* window = selected();
    if (!window)
        return;
    m_open.desk().removeFreeze(m_caller, m_open.badge(), window->id,
                               [this, gone = *window](const base::Result<void>& removed) {
                                   m_ui->freezeMessage->hide();
                                   if (removed)
                                       m_removed = gone;
                                   else
                                       say(removed.error());
                                   read();
                               });
}

void FreezePage::say(const base::Error& error)
{
    m_ui->freezeMessage->setText(error.code == base::Code::Invalid
                                     ? tr("A window needs a reason, and an end after its start.")
                                     : OpenRelease::errorWords(error));
    QPalette tinted = palette();
    tinted.setColor(QPalette::WindowText, colours().bad);
    m_ui->freezeMessage->setPalette(tinted);
    m_ui->freezeMessage->show();
}

void FreezePage::showEvent(QShowEvent* event)
{
    TitledPage::showEvent(event);
    read();
}

void FreezePage::changeEvent(QEvent* event)
{
    TitledPage::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_ui->retranslateUi(this);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) {
        showAll();
        showHistory();
    }
}

} // namespace panels
