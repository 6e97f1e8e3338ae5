// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/chats/conversation_view.h"

#include "panels/chats/composer.h"
#include "panels/chats/event_texts.h"
#include "panels/chats/handoff_card.h"
#include "panels/chats/message_delegate.h"
#include "panels/chats/message_model.h"
#include "panels/chats/message_scroll.h"
#include "panels/error_texts.h"
#include "panels/help/help_panel.h"
#include "panels/knowledge/article_picker.h"
#include "panels/look/theme.h"
#include "panels/training/correction_menu.h"
#include "ui_conversation_view.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>

namespace panels {

ConversationView::ConversationView(desk::Desk& desk, const std::shared_ptr<base::Home>& home,
                                   QWidget* parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::ConversationView>()), m_desk(desk), m_caller(home),
      m_model(new MessageModel(desk, home, this)), m_delegate(new MessageDelegate(*m_model, this)),
      m_composer(new Composer(this)), m_help(new HelpPanel(desk, home, this)), m_scroll(nullptr),
      m_messageMenu(new QMenu(this)), m_copyAction(m_messageMenu->addAction(QString())),
      m_translateAction(m_messageMenu->addAction(QString())),
      m_correctionMenu(new CorrectionMenu(
          desk, home, [this](const QString& text) { notify(text); }, m_messageMenu))
{
    m_ui->setupUi(this);
    m_ui->messagesView->setModel(m_model);
    m_ui->messagesView->setItemDelegate(m_delegate);
    m_ui->messagesView->setSpacing(0);
    // After setModel(): the view hears of rows first, and is scrolled when it knows them.
    m_scroll = new MessageScroll(*m_ui->messagesView, *m_model, this);
    delete m_ui->openLayout->replaceWidget(m_ui->composerPlace, m_composer);
    m_ui->composerPlace->deleteLater();
    m_ui->stack->setCurrentWidget(m_ui->emptyPage);
    dress();
    fitFonts();
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
                if (!m_model->reachesEnd())
                    reopen();
                m_scroll->toEnd();
                m_model->addPending(text, isNote, m_myName, id);
                keepDraft(text, isNote);
            });
    connect(m_composer, &Composer::articlesWanted, this, &ConversationView::openArticles);
    connect(m_composer, &Composer::takenBack, m_model, &MessageModel::removePending);
    connect(m_composer, &Composer::sent, this, &ConversationView::send);
    connectMessages();
    connectMessageMenu();
    connectHelp();
    connect(m_ui->cardButton, &QToolButton::toggled, this, &ConversationView::showCard);
    showCard();
    peopleChanged();
}

void ConversationView::dress()
{
    m_ui->takeOverButton->setProperty("primary", true);
    m_ui->openPage->setBackgroundRole(QPalette::Base);
    m_ui->openPage->setAutoFillBackground(true);
    for (QWidget* line : {m_ui->headLine, m_ui->cardLine, m_ui->composerLine})
        makeLine(line, Qt::Horizontal);
    for (QFrame* frame : {m_ui->noticeFrame, m_ui->cardFrame})
        frame->setAutoFillBackground(true);
    m_ui->cardFrame->setBackgroundRole(QPalette::AlternateBase);
}

void ConversationView::fitFonts()
{
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    bold.setPointSizeF(bold.pointSizeF() * 1.15);
    m_ui->nameLabel->setFont(bold);
}

bool ConversationView::isCardOpen() const
{
    return m_ui->cardButton->isChecked();
}

void ConversationView::setCardOpen(bool isOpen)
{
    m_ui->cardButton->setChecked(isOpen);
}

void ConversationView::connectMessages()
{
    connect(m_model, &MessageModel::opened, this, [this] {
        if (const auto at = std::exchange(m_showAt, std::nullopt))
            m_scroll->toSeq(at->value);
        else
            m_scroll->toEnd();
        markSeen();
    });
    connect(m_model, &MessageModel::rowsAppended, this, &ConversationView::markSeen);
    connect(m_model, &MessageModel::failed, this,
            [this](const base::Error& error) { notify(errorText(error)); });
    connect(m_scroll, &MessageScroll::endWanted, this, &ConversationView::reopen);
    connect(m_ui->messagesView, &QListView::clicked, this, &ConversationView::tryAgain);
    connect(m_ui->messagesView, &QListView::activated, this, [this](const QModelIndex& index) {
        if (QApplication::mouseButtons() == Qt::NoButton) // by key; a click was heard above
            tryAgain(index);
    });
}

void ConversationView::tryAgain(const QModelIndex& index)
{
    if (m_model->toggle(index.row()))
        return;
    const MessageRow row = m_model->row(index.row());
    if (row.state == MessageRow::State::Failed)
        send(row.text, row.kind == MessageRow::Kind::Note, row.clientMessageId);
}

// From a place in its middle to its end.
void ConversationView::reopen()
{
    m_model->open(conversation());
}

ConversationView::~ConversationView() = default;

void ConversationView::setMe(base::PersonId me, const QString& name)
{
    m_me = me;
    m_help->setMe(me);
    m_myName = name;
    m_desk.agentViews(m_me, conversation());
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
    m_help->setConversation(id);
    m_showAt = at;
    if (m_me.isValid())
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

void ConversationView::tookHead(HeadResult head, const Told& told)
{
    if (!head) {
        if (told.conversation.isValid() && told.conversation != conversation())
            return;
        if (head.error().code == base::Code::Conflict)
            showConflict(told.wish);
        else
            notify(errorText(head.error()));
        return;
    }
    if (head->id != conversation())
        return;
    m_head = *std::move(head);
    m_model->fetchNew(m_head->lastSeq);
    if (!told.done.isEmpty())
        notify(told.done);
    showHead();
}

// Both sides: what was wanted here, and what somebody else did meanwhile.
void ConversationView::showConflict(const QString& wish)
{
    m_desk.conversation(
        m_caller, conversation(), [this, wish, id = conversation()](HeadResult now) {
            if (!now || id != conversation())
                return;
            tookHead(std::move(now));
            notify(tr("You wanted: %1. Somebody else was faster; this is how it stands now: %2.")
                       .arg(wish, modeText()));
        });
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

QString ConversationView::modeText() const
{
    switch (m_head->mode) {
    case engine::Mode::Bot: return tr("with the bot (%1)").arg(stageTitle(m_head->stage));
    case engine::Mode::Waiting: return tr("waits for a person");
    case engine::Mode::Human:
        return isMine() ? tr("yours") : tr("owned by %1, read only").arg(m_head->ownerName);
    case engine::Mode::Closed: break;
    }
    return tr("closed");
}

QString ConversationView::stateText() const
{
    if (!m_head)
        return tr("Loading…");
    QStringList parts{base::conversationCode(m_head->id), modeText()};
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
    m_ui->cardButton->setText(isCardOpen() ? tr("Less") : tr("All that is known"));
    m_ui->cardFrame->setVisible(isHanded);
    m_ui->cardLine->setVisible(isHanded);
    if (!isHanded)
        return;
    m_ui->cardLabel->setText(
        handoffCard(*m_head, isCardOpen() ? CardSize::Whole : CardSize::OneLine));
}

void ConversationView::showButtons()
{
    m_ui->takeOverButton->setVisible(possible().takeOver);
    m_ui->transferButton->setVisible(isMine());
    m_ui->giveBackButton->setVisible(isMine());
    m_ui->closeButton->setVisible(isMine());
    m_ui->moreButton->setVisible(m_head.has_value());
    m_composer->setMayReply(isMine());
    Q_EMIT possibleChanged();
}

ConversationView::Possible ConversationView::possible() const
{
    const bool isOpen = m_head && m_head->mode != engine::Mode::Closed;
    return {.takeOver = isOpen && m_me.isValid() && m_head->mode != engine::Mode::Human,
            .answer = isMine(),
            .note = m_head.has_value(),
            .erase = m_head && !m_head->isErased};
}

void ConversationView::notify(const QString& text, const QString& button,
                              std::function<void()> work)
{
    m_ui->noticeLabel->setText(text);
    m_ui->noticeButton->setText(button.isEmpty() ? tr("Dismiss") : button);
    m_noticeWork = std::move(work);
    QPalette p = palette();
    p.setColor(QPalette::Window, colours().selected);
    m_ui->noticeFrame->setPalette(p);
    m_ui->noticeFrame->show();
}

void ConversationView::hideNotice()
{
    m_ui->noticeFrame->hide();
    m_ui->noticeLabel->clear();
    m_ui->noticeButton->setText(tr("Dismiss"));
    m_noticeWork = nullptr;
}

void ConversationView::send(const QString& text, bool isNote, const QString& clientMessageId)
{
    m_model->setPendingState(clientMessageId, MessageRow::State::Pending);
    const auto id = conversation();
    const auto done = [this, id, text, isNote,
                       clientMessageId](const base::Result<base::Seq>& seq) {
        if (seq) {
            forgetDraft(id, text);
            if (id == conversation())
                m_model->fetchNew(*seq);
            return;
        }
        if (id != conversation())
            return; // it stands as a draft there
        m_model->setPendingState(clientMessageId, MessageRow::State::Failed);
        if (seq.error().code == base::Code::Conflict || seq.error().code == base::Code::Refused)
            showConflict(isNote ? tr("save a note") : tr("send a reply"));
        else
            notify(errorText(seq.error()));
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

// What is sent is no draft any more; what was written behind it still is.
void ConversationView::forgetDraft(base::ConversationId id, const QString& sent)
{
    const auto draft = m_drafts.find(id);
    if (draft == m_drafts.end() || !draft->second.text.startsWith(sent))
        return;
    QString rest = draft->second.text.mid(sent.size());
    if (rest.startsWith(u'\n'))
        rest.remove(0, 1);
    const desk::Draft left{id, rest, draft->second.isNote && !rest.isEmpty()};
    if (rest.isEmpty())
        m_drafts.erase(draft);
    else
        draft->second = left;
    m_desk.saveDraft(m_caller, m_me, left, [](const base::Result<void>&) {});
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

void ConversationView::openArticles()
{
    if (!m_head)
        return;
    auto* picker = new ArticlePicker(m_desk, m_caller.home(),
                                     {.problem = m_head->known.value(QStringLiteral("problem")),
                                      .said = m_model->lastWords(engine::Actor::Customer),
                                      .language = m_head->language},
                                     this);
    connect(picker, &ArticlePicker::chosen, m_composer, &Composer::insert);
    picker->openOver(m_composer->articlesButton());
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
        m_model->retranslate();
        m_scroll->retranslate();
        hideNotice();
        showHead();
    }
    if (event->type() == QEvent::FontChange)
        fitFonts();
    if (event->type() == QEvent::PaletteChange)
        showHead();
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::PaletteChange) {
        m_delegate->forget();
        m_ui->messagesView->doItemsLayout();
    }
}

} // namespace panels
