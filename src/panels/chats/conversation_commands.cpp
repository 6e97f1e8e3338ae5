// SPDX-License-Identifier: GPL-3.0-or-later
// What an agent does with the conversation that is shown, and the menus that offer it.
#include "panels/chats/composer.h"
#include "panels/chats/conversation_view.h"
#include "panels/chats/message_model.h"
#include "panels/error_texts.h"
#include "panels/help/help_panel.h"
#include "panels/help/help_texts.h"
#include "panels/training/correction_menu.h"
#include "ui_conversation_view.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QShortcut>
#include <QWidgetAction>

namespace panels {

void ConversationView::takeOver()
{
    if (!possible().takeOver)
        return;
    const auto before = *m_head;
    m_desk.takeOver(m_caller, before.id, m_me, before.controlSeq, [this, before](HeadResult head) {
        const bool isDone = head.has_value();
        tookHead(std::move(head), {before.id, tr("take over")});
        if (!isDone || before.id != conversation())
            return;
        notify(tr("This conversation is yours now. The bot is silent."), tr("Undo"),
               [this, before] {
                   if (before.mode == engine::Mode::Waiting)
                       m_desk.transfer(m_caller, before.id, m_me, {}, {}, m_head->controlSeq,
                                       [this, before](HeadResult back) {
                                           tookHead(std::move(back), {before.id, tr("undo")});
                                       });
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
    const Told told{conversation(), tr("close"), tr("Closed. The customer is asked how it was.")};
    m_desk.close(m_caller, conversation(), m_me, m_head->controlSeq,
                 [this, told](HeadResult head) { tookHead(std::move(head), told); });
}

void ConversationView::giveBackTo(const QString& stage)
{
    if (!m_head)
        return;
    m_composer->flush();
    const Told told{conversation(), tr("give back to the bot"),
                    tr("The bot speaks with the customer again.")};
    m_desk.giveBack(m_caller, conversation(), m_me, stage, m_head->controlSeq,
                    [this, told](HeadResult head) { tookHead(std::move(head), told); });
}

void ConversationView::transferTo(base::PersonId person, const QString& summary)
{
    if (!isMine())
        return;
    m_composer->flush();
    const Told told{conversation(), tr("transfer"), tr("Transferred.")};
    m_desk.transfer(m_caller, conversation(), m_me, person, summary, m_head->controlSeq,
                    [this, told](HeadResult head) { tookHead(std::move(head), told); });
}

void ConversationView::fillTransfer()
{
    QMenu* menu = m_ui->transferButton->menu();
    menu->clear();
    auto* summary = new QLineEdit(menu);
    summary->setObjectName(QStringLiteral("summaryEdit"));
    summary->setPlaceholderText(tr("Summary for whoever takes it"));
    summary->setAccessibleName(summary->placeholderText());
    auto* field = new QWidgetAction(menu);
    field->setDefaultWidget(summary);
    menu->addAction(field);
    const auto add = [&](const QString& text, base::PersonId to) {
        connect(menu->addAction(text), &QAction::triggered, this,
                [this, summary, to] { transferTo(to, summary->text().trimmed()); });
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
            &ConversationView::copyCode);
    QAction* erase = menu->addAction(tr("Erase the texts of this conversation"));
    erase->setEnabled(possible().erase);
    connect(erase, &QAction::triggered, this, &ConversationView::offerErasing);
}

void ConversationView::copyCode()
{
    if (m_head)
        QApplication::clipboard()->setText(base::conversationCode(conversation()));
}

void ConversationView::offerErasing()
{
    if (!possible().erase)
        return;
    notify(tr("Erasing cannot be undone: texts, name and contact are removed for good."),
           tr("Erase for good"), [this] {
               const Told told{conversation(), tr("erase"), tr("Erased.")};
               m_desk.erase(m_caller, conversation(), m_me, [this, told](HeadResult head) {
                   tookHead(std::move(head), told);
                   reopen();
               });
           });
}

void ConversationView::connectMessageMenu()
{
    m_messageMenu->setObjectName(QStringLiteral("messageMenu"));
    m_messageMenu->addMenu(m_correctionMenu);
    m_ui->messagesView->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_copyAction, &QAction::triggered, this, &ConversationView::copySelected);
    connect(m_ui->messagesView, &QWidget::customContextMenuRequested, this,
            &ConversationView::openMessageMenu);
    auto* copy =
        new QShortcut(QKeySequence::Copy, m_ui->messagesView, nullptr, nullptr, Qt::WidgetShortcut);
    connect(copy, &QShortcut::activated, this, &ConversationView::copySelected);
}

void ConversationView::openMessageMenu(const QPoint& position)
{
    QModelIndex index = m_ui->messagesView->indexAt(position);
    if (!index.isValid())
        index = m_ui->messagesView->currentIndex();
    if (!index.isValid())
        return;
    if (!m_ui->messagesView->selectionModel()->isSelected(index))
        m_ui->messagesView->setCurrentIndex(index);
    const MessageRow& row = m_model->row(index.row());
    const bool isCustomers = row.kind == MessageRow::Kind::Message && !row.isErased &&
                             row.event == engine::EventKind::CustomerMessage && row.seq > 0;
    m_copyAction->setText(tr("Copy"));
    m_translateAction->setText(helpTaskTitle(desk::HelpTask::ForMe));
    m_translateAction->setVisible(isCustomers);
    m_translateAction->setData(row.seq);
    m_correctionMenu->menuAction()->setVisible(isCustomers);
    if (isCustomers)
        m_correctionMenu->showFor(conversation(), base::Seq{row.seq}, m_me);
    m_messageMenu->popup(m_ui->messagesView->viewport()->mapToGlobal(position));
}

void ConversationView::connectHelp()
{
    delete m_ui->openLayout->replaceWidget(m_ui->helpPlace, m_help);
    m_ui->helpPlace->deleteLater();
    connect(m_composer, &Composer::helpWanted, this,
            [this](desk::HelpTask task) { askHelp(task); });
    connect(m_translateAction, &QAction::triggered, this, [this] {
        askHelp(desk::HelpTask::ForMe, base::Seq{m_translateAction->data().toLongLong()});
    });
    connect(m_help, &HelpPanel::insertWanted, this, [this](const QString& text, bool asNote) {
        if (asNote)
            m_composer->write(true);
        m_composer->insert(text);
    });
    connect(m_help, &HelpPanel::replaceWanted, m_composer, &Composer::replace);
    connect(m_help, &HelpPanel::closed, m_composer, qOverload<>(&QWidget::setFocus));
    connect(m_help, &HelpPanel::messageWanted, this,
            [this](base::Seq seq) { open(conversation(), seq); });
}

void ConversationView::askHelp(desk::HelpTask task, base::Seq about)
{
    if (!m_head)
        return;
    m_help->ask(task, {.draft = m_composer->text(),
                       .isNote = m_composer->isNote(),
                       .lastWords = m_model->lastWords(engine::Actor::Customer),
                       .about = about});
}

void ConversationView::openTransfer()
{
    if (isMine())
        m_ui->transferButton->showMenu();
}

void ConversationView::openGiveBack()
{
    if (isMine())
        m_ui->giveBackButton->showMenu();
}

} // namespace panels
