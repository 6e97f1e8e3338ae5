// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/chats/composer.h"

#include "panels/help/help_texts.h"
#include "panels/look/theme.h"
#include "ui_composer.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QTextBlock>
#include <QUuid>

#include <algorithm>

namespace panels {

namespace {
constexpr int kLongestMessage = 4000;
constexpr int kCounterFrom = 3500;
constexpr int kPauseMs = 400;
constexpr qint64 kTypingEveryMs = 3000;
} // namespace

Composer::Composer(QWidget* parent) : QWidget(parent), m_ui(std::make_unique<Ui::Composer>())
{
    m_ui->setupUi(this);
    m_ui->messageEdit->installEventFilter(this);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    m_hold.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &Composer::tellDraft);
    connect(&m_hold, &QTimer::timeout, this, &Composer::flush);
    m_ui->sendButton->setProperty("primary", true);
    setAutoFillBackground(true);
    setFocusProxy(m_ui->messageEdit);
    connect(m_ui->messageEdit->document()->documentLayout(),
            &QAbstractTextDocumentLayout::documentSizeChanged, this, &Composer::fitHeight);
    fitHeight();
    connect(m_ui->messageEdit, &QPlainTextEdit::textChanged, this, [this] {
        showCounter();
        if (m_isFilling)
            return;
        m_wantsNote = isNote() && !text().isEmpty(); // what is written as a note stays one
        m_pause.start();
        const bool isNews = !m_sinceTyping.isValid() || m_sinceTyping.hasExpired(kTypingEveryMs);
        if (isNote() || text().isEmpty() || !isNews)
            return;
        m_sinceTyping.start();
        Q_EMIT typing();
    });
    connect(m_ui->noteMode, &QRadioButton::toggled, this, [this] {
        showMode();
        if (m_isFilling)
            return;
        m_wantsNote = isNote();
        m_pause.start();
    });
    connect(m_ui->sendButton, &QPushButton::clicked, this, &Composer::send);
    connect(m_ui->articlesButton, &QPushButton::clicked, this, &Composer::articlesWanted);
    connect(m_ui->undoButton, &QPushButton::clicked, this, &Composer::undo);
    makeHelpMenu();
    showMode();
}

Composer::~Composer() = default;

QString Composer::text() const
{
    return m_ui->messageEdit->toPlainText();
}

bool Composer::isNote() const
{
    return m_ui->noteMode->isChecked();
}

void Composer::setDraft(const QString& text, bool isNote)
{
    m_isFilling = true;
    m_wantsNote = isNote;
    m_ui->messageEdit->setPlainText(text);
    m_ui->messageEdit->moveCursor(QTextCursor::End);
    m_ui->noteMode->setChecked(isNote || !m_mayReply);
    m_ui->replyMode->setChecked(!isNote && m_mayReply);
    m_isFilling = false;
    m_pause.stop();
    showMode();
}

// What is held can still be lost, so it stands in the draft until it is sent.
void Composer::tellDraft()
{
    const QString written = text();
    Q_EMIT draftChanged(m_held.id.isEmpty() ? written
                        : written.isEmpty() ? m_held.text
                                            : m_held.text + u'\n' + written,
                        isNote());
}

// As high as what is written, from two lines to eight.
void Composer::fitHeight()
{
    const int lines = std::clamp(
        static_cast<int>(m_ui->messageEdit->document()->documentLayout()->documentSize().height()),
        2, 8);
    m_ui->messageEdit->setFixedHeight(lines * m_ui->messageEdit->fontMetrics().lineSpacing() + 12);
}

void Composer::write(bool isNote)
{
    (isNote || !m_mayReply ? m_ui->noteMode : m_ui->replyMode)->setChecked(true);
    m_ui->messageEdit->setFocus();
}

void Composer::insert(const QString& text)
{
    QTextCursor cursor = m_ui->messageEdit->textCursor();
    const bool isAlone = cursor.atStart() || cursor.block().text().isEmpty();
    cursor.insertText((isAlone ? QString() : QStringLiteral("\n")) + text);
    m_ui->messageEdit->setTextCursor(cursor);
    m_ui->messageEdit->setFocus();
}

void Composer::replace(const QString& text)
{
    QTextCursor cursor(m_ui->messageEdit->document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(text); // one step of undo
    m_ui->messageEdit->setTextCursor(cursor);
    m_ui->messageEdit->setFocus();
}

void Composer::makeHelpMenu()
{
    auto* menu = new QMenu(m_ui->helpButton);
    menu->setObjectName(QStringLiteral("helpMenu"));
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        for (int task = 0; task <= static_cast<int>(desk::HelpTask::Summary); ++task) {
            const auto wish = static_cast<desk::HelpTask>(task);
            if (wish == desk::HelpTask::Shorter || wish == desk::HelpTask::ForCustomer ||
                wish == desk::HelpTask::Summary)
                menu->addSeparator();
            menu->addAction(helpTaskTitle(wish), this, [this, wish] { Q_EMIT helpWanted(wish); });
        }
    });
    m_ui->helpButton->setMenu(menu);
}

const QWidget& Composer::articlesButton() const
{
    return *m_ui->articlesButton;
}

void Composer::setMayReply(bool mayReply)
{
    m_mayReply = mayReply;
    m_ui->replyMode->setEnabled(mayReply);
    m_isFilling = true;
    if (!mayReply)
        m_ui->noteMode->setChecked(true);
    else
        (m_wantsNote ? m_ui->noteMode : m_ui->replyMode)->setChecked(true);
    m_isFilling = false;
    showMode();
}

void Composer::showMode()
{
    m_ui->sendButton->setText(isNote() ? tr("Save private note") : tr("Send reply"));
    m_ui->messageEdit->setPlaceholderText(
        isNote() ? tr("A private note. The customer never sees it.")
                 : tr("Write to the customer. Enter sends, Shift+Enter starts a new line."));
    QPalette palette = QApplication::palette();
    palette.setColor(QPalette::Window, palette.color(QPalette::Base));
    if (isNote()) {
        for (const auto ground : {QPalette::Window, QPalette::Base})
            palette.setColor(ground, colours().noteBubble);
        for (const auto text : {QPalette::Text, QPalette::WindowText, QPalette::PlaceholderText})
            palette.setColor(text, colours().noteText);
        palette.setColor(QPalette::Disabled, QPalette::WindowText, colours().noteText);
    }
    const bool wasFilling = std::exchange(m_isFilling, true); // setPalette() is an event too
    setPalette(palette);
    m_isFilling = wasFilling;
    // The buttons keep the program's colours.
    m_ui->articlesButton->setIcon(icon("knowledge"));
    for (QPushButton* button : {m_ui->sendButton, m_ui->undoButton})
        button->setPalette(QApplication::palette());
    showHeld();
    showCounter();
}

void Composer::showHeld()
{
    const bool isHeld = !m_held.id.isEmpty();
    m_ui->undoLabel->setText(m_held.isNote ? tr("Saving the note…") : tr("Sending the reply…"));
    m_ui->undoLabel->setVisible(isHeld);
    m_ui->undoButton->setVisible(isHeld);
}

void Composer::showCounter()
{
    const auto length = text().size();
    m_ui->counterLabel->setText(length >= kCounterFrom
                                    ? tr("%1 of %2 characters").arg(length).arg(kLongestMessage)
                                    : QString());
    m_ui->sendButton->setEnabled(!text().trimmed().isEmpty() && length <= kLongestMessage &&
                                 (isNote() || m_mayReply));
}

void Composer::send()
{
    if (!m_ui->sendButton->isEnabled())
        return;
    flush();
    m_sinceTyping.invalidate();
    m_held = {text(), isNote(), QUuid::createUuid().toString(QUuid::WithoutBraces)};
    m_isFilling = true;
    m_ui->messageEdit->clear();
    m_isFilling = false;
    m_pause.stop();
    Q_EMIT held(m_held.text, m_held.isNote, m_held.id);
    if (m_undoMs == 0) {
        flush();
        return;
    }
    m_hold.start(m_undoMs);
    showHeld();
}

void Composer::undo()
{
    if (m_held.id.isEmpty())
        return;
    m_hold.stop();
    const Held back = std::exchange(m_held, {});
    showHeld();
    Q_EMIT takenBack(back.id);
    const QString since = text();
    setDraft(since.isEmpty() ? back.text : back.text + u'\n' + since, back.isNote);
    tellDraft();
    m_ui->messageEdit->setFocus();
}

void Composer::flush()
{
    if (m_pause.isActive()) {
        m_pause.stop();
        tellDraft();
    }
    if (m_held.id.isEmpty())
        return;
    m_hold.stop();
    const Held now = std::exchange(m_held, {});
    showHeld();
    Q_EMIT sent(now.text, now.isNote, now.id);
}

bool Composer::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_ui->messageEdit && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (isEnter && !key->modifiers().testFlag(Qt::ShiftModifier)) {
            send();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void Composer::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        showMode();
    } else if (event->type() == QEvent::PaletteChange && !m_isFilling) {
        showMode();
    } else if (event->type() == QEvent::FontChange) {
        fitHeight();
    }
}

} // namespace panels
