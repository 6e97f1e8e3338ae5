// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/chats/conversation_view.h"

#include "panels/chats/composer.h"
#include "panels/chats/event_texts.h"
#include "panels/chats/message_delegate.h"
#include "panels/chats/message_model.h"
#include "panels/error_texts.h"
#include "panels/theme.h"
#include "ui_conversation_view.h"

#include <QApplication>
#include <QClipboard>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QShortcut>
#include <QWidgetAction>

namespace panels {

ConversationView::ConversationView(desk::Desk& desk, std::shared_ptr<base::Home> home,
                                   QWidget* parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::ConversationView>()), m_desk(desk), m_caller(home),
      m_model(new MessageModel(desk, home, this)), m_delegate(new MessageDelegate(*m_model, this)),
      m_composer(new Composer(this))
{
    m_ui->setupUi(this);
    m_ui->messagesView->setModel(m_model);
    m_ui->messagesView->setItemDelegate(m_delegate);
    m_ui->messagesView->setSpacing(0);
    delete m_ui->openLayout->replaceWidget(m_ui->composerPlace, m_composer);
    m_ui->composerPlace->deleteLater();
    m_ui->stack->setCurrentWidget(m_ui->emptyPage);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    bold.setPointSizeF(bold.pointSizeF() * 1.15);
    m_ui->nameLabel->setFont(bold);
    for (auto* button : {m_ui->transferButton, m_ui->giveBackButton, m_ui->moreButton})
        button->setMenu(new QMenu(button));
    hideNotice();

    connect(m_ui->takeOverButton, &QPushButton::clicked, this, &ConversationView::takeOver);
    connect(m_ui->closeButton, &QPushButton::clicked, this, &ConversationView::closeConversation);
    connect(m_ui->noticeButton, &QPushButton::clicked, this, [this] {
        const auto work = std::exchange(m_noticeWork, nullptr);
        hideNotice();
        if (work)
            work();
    });
    connect(m_ui->transferButton->menu(), &QMenu::aboutToShow, this,
            &ConversationView::fillTransfer);
    connect(m_ui->giveBackButton->menu(), &QMenu::aboutToShow, this,
            &ConversationView::fillGiveBack);
    connect(m_ui->moreButton->menu(), &QMenu::aboutToShow, this, &ConversationView::fillMore);
    connect(m_composer, &Composer::draftChanged, this, &ConversationView::keepDraft);
    connect(m_composer, &Composer::typing, this,
            [this] { m_desk.agentTyping(conversation(), m_me); });
    connect(m_composer, &Composer::held, this,
            [this](const QString& text, bool isNote, const QString& id) {
                m_model->addPending(text, isNote, m_myName, id);
                keepDraft(text, isNote);
            });
    connect(m_composer, &Composer::takenBack, m_model, &MessageModel::removePending);
    connect(m_composer, &Composer::sent, this, &ConversationView::send);
    connectMessages();
    auto* copy =
        new QShortcut(QKeySequence::Copy, m_ui->messagesView, nullptr, nullptr, Qt::WidgetShortcut);
    connect(copy, &QShortcut::activated, this, &ConversationView::copySelected);
    peopleChanged();
}

void ConversationView::connectMessages()
{
    connect(m_model, &MessageModel::opened, this, [this] {
        if (const auto at = std::exchange(m_showAt, std::nullopt)) {
            const QModelIndex hit = m_model->index(m_model->rowOfSeq(at->value));
            m_ui->messagesView->scrollTo(hit, QAbstractItemView::PositionAtCenter);
            m_ui->messagesView->setCurrentIndex(hit);
        } else {
            scrollToEnd();
        }
        markSeen();
    });
    connect(m_model, &MessageModel::rowsAboutToBeInserted, this,
            [this] { m_wasAtEnd = isAtEnd(); });
    connect(m_model, &MessageModel::rowsAppended, this, [this] {
        if (m_wasAtEnd && !m_showAt)
            scrollToEnd();
        markSeen();
    });
    connect(m_model, &MessageModel::failed, this,
            [this](const base::Error& error) { notify(errorText(error)); });
    connect(m_ui->messagesView->verticalScrollBar(), &QScrollBar::valueChanged, this,
            [this](int value) {
                if (value < m_ui->messagesView->viewport()->height())
                    m_model->fetchOlder();
            });
    connect(m_ui->messagesView, &QListView::clicked, this, [this](const QModelIndex& index) {
        const MessageRow row = m_model->row(index.row());
        if (row.state == MessageRow::State::Failed)
            send(row.text, row.kind == MessageRow::Kind::Note, row.clientMessageId);
    });
}

ConversationView::~ConversationView() = default;

void ConversationView::setMe(base::PersonId me, const QString& name)
{
    m_me = me;
    m_myName = name;
    loadDrafts();
    showButtons();
}

base::ConversationId ConversationView::conversation() const
{
    return m_model->conversation();
}

void ConversationView::open(base::ConversationId id, std::optional<base::Seq> at)
{
    if (id == conversation() && !at)
        return;
    m_composer->flush();
    hideNotice();
    m_head.reset();
    m_showAt = at;
    m_wasAtEnd = true;
    m_desk.agentViews(m_me, id);
    if (at)
        m_model->openAt(id, *at);
    else
        m_model->open(id);
    m_ui->stack->setCurrentWidget(id.isValid() ? m_ui->openPage : m_ui->emptyPage);
    const auto draft = m_drafts.find(id);
    m_composer->setDraft(draft == m_drafts.end() ? QString() : draft->second.text,
                         draft != m_drafts.end() && draft->second.isNote);
    showHead();
    readHead();
}

void ConversationView::readHead()
{
    if (!conversation().isValid())
        return;
    m_desk.conversation(m_caller, conversation(), [this, id = conversation()](HeadResult head) {
        if (id == conversation())
            tookHead(std::move(head));
    });
}

void ConversationView::tookHead(HeadResult head, const QString& done)
{
    if (!head) {
        notify(errorText(head.error()));
        if (head.error().code == base::Code::Conflict)
            readHead();
        return;
    }
    if (head->id != conversation())
        return;
    m_head = *std::move(head);
    m_model->fetchNew(m_head->lastSeq);
    if (!done.isEmpty())
        notify(done);
    showHead();
}

void ConversationView::changed(base::Seq newest)
{
    m_model->fetchNew(newest);
    readHead();
}

void ConversationView::presenceChanged()
{
    readHead();
}

void ConversationView::peopleChanged()
{
    m_desk.people(m_caller, [this](base::Result<std::vector<desk::Person>> people) {
        if (people)
            m_people = *std::move(people);
    });
}

bool ConversationView::isMine() const
{
    return m_head && m_me.isValid() && m_head->mode == engine::Mode::Human && m_head->owner == m_me;
}

QString ConversationView::stateText() const
{
    if (!m_head)
        return tr("Loading…");
    QStringList parts{base::conversationCode(m_head->id)};
    switch (m_head->mode) {
    case engine::Mode::Bot: parts += tr("with the bot (%1)").arg(m_head->stage); break;
    case engine::Mode::Waiting: parts += tr("waits for a person"); break;
    case engine::Mode::Human:
        parts += isMine() ? tr("yours") : tr("owned by %1, read only").arg(m_head->ownerName);
        break;
    case engine::Mode::Closed: parts += tr("closed"); break;
    }
    if (m_head->isCustomerTyping)
        parts += tr("the customer is writing…");
    else
        parts += m_head->isCustomerOnline ? tr("customer online") : tr("customer offline");
    QStringList readers;
    for (const auto& person : m_people) {
        if (person.id != m_me && m_head->viewers.contains(person.id))
            readers += person.name;
    }
    if (!readers.isEmpty())
        parts += tr("also read by %1").arg(readers.join(QStringLiteral(", ")));
    return parts.join(QStringLiteral(" · "));
}

void ConversationView::showHead()
{
    const QString name = m_head && !m_head->name.isEmpty() ? m_head->name : tr("Without a name");
    m_ui->nameLabel->setText(m_head ? name : QString());
    m_ui->stateLabel->setText(stateText());
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, colours().quiet);
    m_ui->stateLabel->setPalette(quiet);
    showCard();
    showButtons();
}

void ConversationView::showCard()
{
    const bool isHanded =
        m_head && (m_head->mode == engine::Mode::Waiting || m_head->mode == engine::Mode::Human);
    m_ui->cardLabel->setVisible(isHanded);
    if (!isHanded)
        return;
    QStringList lines;
    if (!m_head->reason.isEmpty())
        lines += tr("Why: %1").arg(m_head->reason);
    QStringList known;
    for (auto it = m_head->known.begin(); it != m_head->known.end(); ++it) {
        if (!it.value().isEmpty())
            known += slotTitle(it.key()) + QStringLiteral(": ") + it.value();
    }
    if (!known.isEmpty())
        lines += known.join(QStringLiteral(" · "));
    if (!m_head->tried.isEmpty())
        lines += tr("Tried: %1").arg(m_head->tried.join(QStringLiteral("; ")));
    if (m_head->mood >= 2)
        lines += tr("The customer is upset.");
    m_ui->cardLabel->setText(lines.isEmpty() ? tr("Nothing is known yet.") : lines.join(u'\n'));
    m_ui->cardLabel->setAutoFillBackground(true);
    QPalette card = palette();
    card.setColor(QPalette::Window, palette().color(QPalette::AlternateBase));
    m_ui->cardLabel->setPalette(card);
}

void ConversationView::showButtons()
{
    const auto mode = m_head ? m_head->mode : engine::Mode::Closed;
    const bool isOpen = m_head && mode != engine::Mode::Closed;
    m_ui->takeOverButton->setVisible(isOpen && m_me.isValid() &&
                                     (mode == engine::Mode::Bot || mode == engine::Mode::Waiting));
    m_ui->transferButton->setVisible(isMine());
    m_ui->giveBackButton->setVisible(isMine());
    m_ui->closeButton->setVisible(isMine());
    m_ui->moreButton->setVisible(m_head.has_value());
    m_composer->setMayReply(isMine());
}

void ConversationView::notify(const QString& text, const QString& button,
                              std::function<void()> work)
{
    m_ui->noticeLabel->setText(text);
    m_ui->noticeButton->setText(button.isEmpty() ? tr("Dismiss") : button);
    m_noticeWork = std::move(work);
    m_ui->noticeFrame->show();
}

void ConversationView::hideNotice()
{
    m_ui->noticeFrame->hide();
    m_noticeWork = nullptr;
}

void ConversationView::takeOver()
{
    if (!m_head || !m_ui->takeOverButton->isVisible())
        return;
    const auto before = *m_head;
    m_desk.takeOver(m_caller, before.id, m_me, before.controlSeq, [this, before](HeadResult head) {
        const bool isDone = head.has_value();
        tookHead(std::move(head));
        if (!isDone || before.id != conversation())
            return;
        notify(tr("This conversation is yours now. The bot is silent."), tr("Undo"),
               [this, before] {
                   if (before.mode == engine::Mode::Waiting)
                       m_desk.transfer(m_caller, before.id, m_me, {}, {}, m_head->controlSeq,
                                       [this](HeadResult back) { tookHead(std::move(back)); });
                   else
                       giveBackTo(before.stage);
               });
        m_composer->setFocus();
    });
}

void ConversationView::closeConversation()
{
    if (!isMine())
        return;
    m_composer->flush();
    m_desk.close(m_caller, conversation(), m_me, m_head->controlSeq, [this](HeadResult head) {
        tookHead(std::move(head), tr("Closed. The customer is asked how it was."));
    });
}

void ConversationView::giveBackTo(const QString& stage)
{
    if (!m_head)
        return;
    m_composer->flush();
    m_desk.giveBack(m_caller, conversation(), m_me, stage, m_head->controlSeq,
                    [this](HeadResult head) {
                        tookHead(std::move(head), tr("The bot speaks with the customer again."));
                    });
}

void ConversationView::fillTransfer()
{
    QMenu* menu = m_ui->transferButton->menu();
    menu->clear();
    auto* summary = new QLineEdit(menu);
    summary->setPlaceholderText(tr("Summary for whoever takes it"));
    summary->setAccessibleName(summary->placeholderText());
    auto* field = new QWidgetAction(menu);
    field->setDefaultWidget(summary);
    menu->addAction(field);
    const auto add = [&](const QString& text, base::PersonId to) {
        connect(menu->addAction(text), &QAction::triggered, this, [this, summary, to] {
            m_desk.transfer(
                m_caller, conversation(), m_me, to, summary->text().trimmed(), m_head->controlSeq,
                [this](HeadResult head) { tookHead(std::move(head), tr("Transferred.")); });
        });
    };
    add(tr("To the queue"), {});
    for (const auto& person : m_people) {
        if (person.id != m_me)
            add(person.duty == desk::Duty::OnDuty ? tr("To %1 (on duty)").arg(person.name)
                                                  : tr("To %1").arg(person.name),
                person.id);
    }
}

void ConversationView::fillGiveBack()
{
    QMenu* menu = m_ui->giveBackButton->menu();
    menu->clear();
    menu->addAction(tr("Loading…"))->setEnabled(false);
    m_desk.giveBackStages(m_caller, conversation(),
                          [this](base::Result<QList<engine::Option>> stages) {
                              QMenu* open = m_ui->giveBackButton->menu();
                              open->clear();
                              if (!stages) {
                                  open->addAction(errorText(stages.error()))->setEnabled(false);
                                  return;
                              }
                              for (const auto& stage : *stages)
                                  connect(open->addAction(stage.text), &QAction::triggered, this,
                                          [this, value = stage.value] { giveBackTo(value); });
                          });
}

void ConversationView::fillMore()
{
    QMenu* menu = m_ui->moreButton->menu();
    menu->clear();
    connect(menu->addAction(tr("Copy the conversation's code")), &QAction::triggered, this,
            [this] { QApplication::clipboard()->setText(base::conversationCode(conversation())); });
    QAction* erase = menu->addAction(tr("Erase the texts of this conversation"));
    erase->setEnabled(m_head && !m_head->isErased);
    connect(erase, &QAction::triggered, this, [this] {
        notify(tr("Erasing cannot be undone: texts, name and contact are removed for good."),
               tr("Erase for good"), [this] {
                   m_desk.erase(m_caller, conversation(), m_me, [this](HeadResult head) {
                       const auto id = conversation();
                       tookHead(std::move(head), tr("Erased."));
                       m_model->open(id);
                   });
               });
    });
}

void ConversationView::send(const QString& text, bool isNote, const QString& clientMessageId)
{
    m_model->setPendingState(clientMessageId, MessageRow::State::Pending);
    const auto id = conversation();
    const auto done = [this, id, text, isNote,
                       clientMessageId](const base::Result<base::Seq>& seq) {
        if (seq) {
            if (const auto draft = m_drafts.find(id);
                draft != m_drafts.end() && draft->second.text == text) {
                m_drafts.erase(draft);
                m_desk.saveDraft(m_caller, m_me, {id, {}, false}, [](const base::Result<void>&) {});
            }
            if (id == conversation())
                m_model->fetchNew(*seq);
            return;
        }
        if (id != conversation())
            return;
        m_model->setPendingState(clientMessageId, MessageRow::State::Failed);
        notify(errorText(seq.error()));
        readHead();
    };
    if (isNote)
        m_desk.note(m_caller, id, m_me, text, clientMessageId, done);
    else
        m_desk.reply(m_caller, id, m_me, text, clientMessageId, done);
}

void ConversationView::keepDraft(const QString& text, bool isNote)
{
    const auto id = conversation();
    if (!id.isValid() || !m_me.isValid())
        return;
    if (text.isEmpty())
        m_drafts.erase(id);
    else
        m_drafts[id] = {id, text, isNote};
    m_desk.saveDraft(m_caller, m_me, {id, text, isNote}, [this](const base::Result<void>& saved) {
        if (!saved)
            notify(tr("The draft could not be saved. %1").arg(errorText(saved.error())));
    });
}

void ConversationView::loadDrafts()
{
    m_desk.drafts(m_caller, m_me, [this](base::Result<std::vector<desk::Draft>> drafts) {
        if (!drafts)
            return;
        for (auto& draft : *drafts)
            m_drafts.try_emplace(draft.conversation, draft);
        const auto here = m_drafts.find(conversation());
        if (here != m_drafts.end() && m_composer->text().isEmpty())
            m_composer->setDraft(here->second.text, here->second.isNote);
    });
}

void ConversationView::flush()
{
    m_composer->flush();
}

bool ConversationView::isAtEnd() const
{
    const QScrollBar* bar = m_ui->messagesView->verticalScrollBar();
    return bar->value() >= bar->maximum() - 40;
}

void ConversationView::scrollToEnd()
{
    m_ui->messagesView->scrollToBottom();
}

void ConversationView::markSeen()
{
    if (!m_me.isValid() || !m_model->lastSeq().isValid())
        return;
    m_desk.agentHas(conversation(), m_me, m_model->lastSeq());
    if (isVisible() && window()->isActiveWindow())
        m_desk.agentHasSeen(conversation(), m_me, m_model->lastSeq());
}

bool ConversationView::event(QEvent* event)
{
    // What came while the window lay behind others, or another page was shown, is read now.
    if (event->type() == QEvent::WindowActivate || event->type() == QEvent::Show)
        markSeen();
    return QWidget::event(event);
}

void ConversationView::copySelected()
{
    QModelIndexList rows = m_ui->messagesView->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList texts;
    for (const QModelIndex& index : rows)
        texts += rows.size() == 1 ? m_model->row(index.row()).text
                                  : spokenText(m_model->row(index.row()));
    QApplication::clipboard()->setText(texts.join(u'\n'));
}

void ConversationView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        showHead();
    }
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::PaletteChange) {
        m_delegate->forget();
        m_ui->messagesView->doItemsLayout();
    }
}

} // namespace panels
