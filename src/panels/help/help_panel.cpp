// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/help/help_panel.h"

#include "panels/error_texts.h"
#include "panels/help/help_texts.h"
#include "panels/look/language.h"
#include "panels/look/theme.h"
#include "ui_help_panel.h"

#include <QApplication>
#include <QKeyEvent>
#include <QTextCursor>
#include <QUuid>

namespace panels {

namespace {
constexpr int kHelpLines = 6; ///< of text that are seen at once
}

HelpPanel::HelpPanel(desk::Desk& desk, const std::shared_ptr<base::Home>& home, QWidget* parent)
    : QFrame(parent), m_ui(std::make_unique<Ui::HelpPanel>()), m_desk(desk), m_home(home)
{
    m_ui->setupUi(this);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    connect(m_ui->helpSend, &QPushButton::clicked, this, &HelpPanel::send);
    connect(m_ui->helpAgain, &QPushButton::clicked, this, &HelpPanel::send);
    connect(m_ui->helpStop, &QPushButton::clicked, this, &HelpPanel::stop);
    connect(m_ui->helpInsert, &QPushButton::clicked, this, &HelpPanel::insert);
    connect(m_ui->helpReplace, &QPushButton::clicked, this, &HelpPanel::replace);
    connect(m_ui->helpClose, &QToolButton::clicked, this, &HelpPanel::forget);
    connect(m_ui->helpGood, &QToolButton::clicked, this, [this] { rate(true); });
    connect(m_ui->helpBad, &QToolButton::clicked, this, [this] { rate(false); });
    connect(m_ui->helpRate, &QPushButton::clicked, this, &HelpPanel::saveRating);
    connect(m_ui->helpComment, &QLineEdit::returnPressed, this, &HelpPanel::saveRating);
    connect(m_ui->helpShowSent, &QPushButton::toggled, this, [this](bool isWanted) {
        if (isWanted && m_sent.isEmpty())
            preview();
        showAll();
    });
    connect(m_ui->helpSummary, &QListWidget::itemActivated, this,
            [this] { openLine(m_ui->helpSummary->currentRow()); });
    dress();
    forget();
}

HelpPanel::~HelpPanel()
{
    if (m_phase == Phase::Running)
        m_desk.cancelHelp(m_request.ticket);
}

void HelpPanel::dress()
{
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_ui->helpTitle->setFont(bold);
    QPalette quiet = QApplication::palette();
    quiet.setColor(QPalette::WindowText, colours().quiet);
    for (QWidget* label : {m_ui->helpOriginalLabel, m_ui->helpResultLabel})
        label->setPalette(quiet);
    const int height = m_ui->helpResult->fontMetrics().lineSpacing() * kHelpLines + 14;
    for (QWidget* text :
         {static_cast<QWidget*>(m_ui->helpOriginal), static_cast<QWidget*>(m_ui->helpResult),
          static_cast<QWidget*>(m_ui->helpSent)})
        text->setFixedHeight(height);
    m_ui->helpSummary->setFixedHeight(height * 3 / 2);
    QPalette warning = QApplication::palette();
    warning.setColor(QPalette::WindowText, colours().warning);
    m_ui->helpWarning->setPalette(warning);
}

void HelpPanel::setConversation(base::ConversationId id)
{
    if (id == m_conversation)
        return;
    forget();
    m_conversation = id;
}

void HelpPanel::forget()
{
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    if (m_phase == Phase::Running)
        m_desk.cancelHelp(m_request.ticket);
    m_caller.reset();
    m_phase = Phase::Idle;
    m_answer = {};
    m_heard.clear();
    m_sent.clear();
    m_note.clear();
    m_rated = 0;
    m_ui->helpComment->clear();
    hide();
    if (hadFocus)
        Q_EMIT closed();
}

void HelpPanel::ask(desk::HelpTask task, const Ground& ground)
{
    if (!m_conversation.isValid())
        return;
    forget();
    const bool isDraft = desk::isOfDraft(task);
    m_request = {.conversation = m_conversation,
                 .task = task,
                 .text = isDraft ? ground.draft : QString(),
                 .about = ground.about,
                 .language = currentLanguage()};
    m_original = isDraft                           ? ground.draft
                 : task == desk::HelpTask::Summary ? QString()
                                                   : ground.lastWords;
    show();
    if (isDraft && ground.isNote && !ground.draft.trimmed().isEmpty()) {
        m_phase = Phase::Ended;
        m_answer = {.task = task, .end = desk::HelpEnd::NothingToDo};
        m_note = tr("What is written as a private note does not go to AI.");
        showAll();
    } else if (m_ui->helpShowSent->isChecked()) {
        preview();
        showAll();
    } else {
        send();
    }
}

void HelpPanel::send()
{
    m_caller = std::make_unique<base::Caller>(m_home);
    m_request.ticket = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_phase = Phase::Running;
    m_answer = {.task = m_request.task};
    m_heard.clear();
    m_note.clear();
    m_rated = 0;
    m_desk.help(
        *m_caller, m_request,
        [this](const QString& piece) {
            m_heard += piece;
            if (m_phase == Phase::Running)
                showTexts();
        },
        [this](const base::Result<desk::HelpAnswer>& answer) { took(answer); });
    showAll();
}

void HelpPanel::took(const base::Result<desk::HelpAnswer>& answer)
{
    m_phase = Phase::Ended;
    if (answer) {
        m_answer = *answer;
        if (!m_answer.sent.isEmpty())
            m_sent = m_answer.sent;
        if (!m_answer.original.isEmpty())
            m_original = m_answer.original;
    } else {
        m_answer = {.task = m_request.task, .end = desk::HelpEnd::Unavailable};
    }
    showAll();
}

void HelpPanel::preview()
{
    if (m_phase == Phase::Idle)
        m_caller = std::make_unique<base::Caller>(m_home);
    if (!m_caller)
        return;
    m_desk.previewHelp(*m_caller, m_request,
                       [this](const base::Result<desk::HelpAnswer>& shown) { tookPreview(shown); });
}

void HelpPanel::tookPreview(const base::Result<desk::HelpAnswer>& shown)
{
    if (shown && shown->end == desk::HelpEnd::Done) {
        m_sent = shown->sent;
        if (!shown->original.isEmpty())
            m_original = shown->original;
        if (m_phase == Phase::Idle)
            m_phase = Phase::Previewed;
    } else if (m_phase == Phase::Idle) {
        took(shown); // why nothing can be sent
        return;
    }
    showAll();
}

void HelpPanel::stop()
{
    if (m_phase == Phase::Running)
        m_desk.cancelHelp(m_request.ticket);
}

QString HelpPanel::usable() const
{
    const bool hasText =
        m_answer.end == desk::HelpEnd::Done || m_answer.end == desk::HelpEnd::Partial;
    if (m_phase != Phase::Ended || !hasText || m_answer.task == desk::HelpTask::ForMe)
        return {};
    return m_answer.summary ? helpSummaryText(*m_answer.summary) : m_answer.text;
}

void HelpPanel::insert()
{
    if (const QString text = usable(); !text.isEmpty())
        Q_EMIT insertWanted(text, m_answer.task == desk::HelpTask::Summary);
}

void HelpPanel::replace()
{
    const QString text = usable();
    if (!text.isEmpty() && m_answer.task != desk::HelpTask::Summary)
        Q_EMIT replaceWanted(text);
}

void HelpPanel::rate(bool isGood)
{
    m_rated = isGood ? 1 : -1;
    saveRating();
    m_ui->helpComment->setFocus();
}

void HelpPanel::saveRating()
{
    if (m_rated == 0 || !m_caller)
        return;
    m_desk.rateHelp(*m_caller,
                    {.conversation = m_conversation,
                     .person = m_me,
                     .ticket = m_request.ticket,
                     .task = m_request.task,
                     .prompt = m_answer.prompt,
                     .model = m_answer.model,
                     .isGood = m_rated > 0,
                     .comment = m_ui->helpComment->text()},
                    [this](const base::Result<void>& saved) {
                        m_note = saved ? tr("Thank you, that is kept.") : errorText(saved.error());
                        showAll();
                    });
    showAll();
}

void HelpPanel::openLine(int row)
{
    if (!m_answer.summary)
        return;
    const auto lines = helpSummaryLines(*m_answer.summary);
    if (row >= 0 && row < lines.size() && !lines[row].second.messages.isEmpty())
        Q_EMIT messageWanted(lines[row].second.messages.first());
}

void HelpPanel::showAll()
{
    showState();
    showTexts();
    showSummary();
    const bool hasEnded = m_phase == Phase::Ended;
    const bool canUse = !usable().isEmpty();
    const bool hasText = hasEnded && !m_answer.text.isEmpty();
    m_ui->helpSend->setVisible(m_phase == Phase::Previewed);
    m_ui->helpStop->setVisible(m_phase == Phase::Running);
    m_ui->helpAgain->setVisible(hasEnded && m_answer.end != desk::HelpEnd::NothingToDo &&
                                m_answer.end != desk::HelpEnd::Gone);
    m_ui->helpInsert->setVisible(canUse);
    m_ui->helpReplace->setVisible(canUse && m_answer.task != desk::HelpTask::Summary);
    m_ui->helpInsert->setText(m_answer.task == desk::HelpTask::Summary ? tr("Insert as a note")
                                                                       : tr("Insert"));
    m_ui->helpShowSent->setText(hasEnded && !m_answer.sent.isEmpty()
                                    ? tr("Show exactly what was sent")
                                    : tr("Show exactly what will be sent"));
    m_ui->helpShowSent->setVisible(!hasEnded || !m_sent.isEmpty());
    m_ui->helpSent->setVisible(m_ui->helpShowSent->isChecked() && !m_sent.isEmpty());
    m_ui->helpSent->setPlainText(QString::fromUtf8(m_sent));
    for (QToolButton* thumb : {m_ui->helpGood, m_ui->helpBad})
        thumb->setVisible(hasText);
    m_ui->helpGood->setChecked(m_rated > 0);
    m_ui->helpBad->setChecked(m_rated < 0);
    m_ui->helpRating->setVisible(hasText && m_rated != 0);
    m_ui->helpWarning->setVisible(hasEnded && !m_answer.strangeAddresses.isEmpty());
    m_ui->helpWarning->setText(
        tr("Check this address; nobody wrote it here: %1")
            .arg(m_answer.strangeAddresses.join(QStringLiteral(", ")).left(300)));
}

void HelpPanel::showState()
{
    m_ui->helpTitle->setText(helpTaskTitle(m_request.task));
    QString state;
    switch (m_phase) {
    case Phase::Idle: break;
    case Phase::Previewed: state = tr("Nothing has been sent yet."); break;
    case Phase::Running: state = tr("AI is writing…"); break;
    case Phase::Ended: state = helpEndText(m_answer); break;
    }
    m_ui->helpState->setText(m_note.isEmpty() ? state : m_note);
    m_ui->helpState->setAccessibleName(m_ui->helpState->text());
}

void HelpPanel::showTexts()
{
    const bool isSummary = m_request.task == desk::HelpTask::Summary;
    const QString text = m_phase == Phase::Ended ? m_answer.text : m_heard;
    m_ui->helpOriginal->setPlainText(m_original);
    const bool hasResult = !isSummary && (m_phase == Phase::Running || !text.isEmpty());
    const bool hasOriginal = !m_original.isEmpty() && (hasResult || m_phase == Phase::Previewed);
    m_ui->helpOriginal->setVisible(hasOriginal);
    m_ui->helpOriginalLabel->setVisible(hasOriginal);
    m_ui->helpResult->setVisible(hasResult);
    m_ui->helpResultLabel->setVisible(hasResult);
    const QString shown = m_ui->helpResult->toPlainText();
    if (!shown.isEmpty() && text.startsWith(shown)) { // grows, and stays where it is scrolled to
        QTextCursor end(m_ui->helpResult->document());
        end.movePosition(QTextCursor::End);
        end.insertText(text.mid(shown.size()));
    } else if (shown != text) {
        m_ui->helpResult->setPlainText(text);
    }
}

void HelpPanel::showSummary()
{
    m_ui->helpSummary->setVisible(m_phase == Phase::Ended && m_answer.summary.has_value());
    if (!m_answer.summary) {
        m_ui->helpSummary->clear();
        return;
    }
    const int row = m_ui->helpSummary->currentRow();
    m_ui->helpSummary->clear();
    for (const auto& [field, line] : helpSummaryLines(*m_answer.summary)) {
        auto* item = new QListWidgetItem(helpLineText(field, line), m_ui->helpSummary);
        if (line.messages.isEmpty()) {
            item->setForeground(colours().warning);
            item->setToolTip(tr("AI names no message that says so."));
        }
    }
    m_ui->helpSummary->setCurrentRow(std::max(row, 0));
}

void HelpPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        m_phase == Phase::Running ? stop() : forget();
        return;
    }
    QFrame::keyPressEvent(event);
}

void HelpPanel::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    const bool isLanguage = event->type() == QEvent::LanguageChange;
    if (isLanguage)
        m_ui->retranslateUi(this);
    if (isLanguage || event->type() == QEvent::PaletteChange ||
        event->type() == QEvent::FontChange) {
        dress();
        if (m_phase != Phase::Idle)
            showAll();
    }
}

} // namespace panels
