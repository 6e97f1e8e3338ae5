// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/chats/chats_panel.h"

#include "panels/chats/conversation_delegate.h"
#include "panels/chats/conversation_list_model.h"
#include "panels/chats/conversation_view.h"
#include "panels/chats/event_texts.h"
#include "panels/chats/result_delegate.h"
#include "panels/error_texts.h"
#include "panels/look/entry_delegate.h"
#include "panels/look/theme.h"
#include "ui_chats_panel.h"

#include <QDateTime>
#include <QKeyEvent>
#include <QScrollBar>
#include <QSettings>

#include <array>

namespace panels {

namespace {

constexpr std::array kViews{desk::View::Mine,         desk::View::Unassigned,
                            desk::View::WaitingForUs, desk::View::WaitingForCustomer,
                            desk::View::WithBot,      desk::View::Closed,
                            desk::View::All};

QString viewTitle(desk::View view)
{
    switch (view) {
    case desk::View::Mine: return ChatsPanel::tr("Mine");
    case desk::View::Unassigned: return ChatsPanel::tr("Unassigned");
    case desk::View::WaitingForUs: return ChatsPanel::tr("Waiting for us");
    case desk::View::WaitingForCustomer: return ChatsPanel::tr("Waiting for the customer");
    case desk::View::WithBot: return ChatsPanel::tr("With the bot");
    case desk::View::Closed: return ChatsPanel::tr("Closed");
    case desk::View::All: break;
    }
    return ChatsPanel::tr("All");
}

constexpr int kCountsLimit = 10'000;

} // namespace

ChatsPanel::ChatsPanel(desk::Desk& desk, const std::shared_ptr<base::Home>& home,
                       const base::Clock& clock, QWidget* parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::ChatsPanel>()), m_desk(desk), m_caller(home),
      m_model(new ConversationListModel(desk, home, clock, this)),
      m_view(new ConversationView(desk, home, this))
{
    m_ui->setupUi(this);
    m_ui->splitter->replaceWidget(1, m_view);
    m_ui->conversationPlace->deleteLater();
    m_ui->splitter->setStretchFactor(0, 0);
    m_ui->splitter->setStretchFactor(1, 1);
    m_ui->splitter->setSizes({340, 700});
    m_ui->leftColumn->setBackgroundRole(QPalette::Base);
    m_ui->leftColumn->setAutoFillBackground(true);
    makeLine(m_ui->viewsLine, Qt::Horizontal);
    m_ui->viewsList->setItemDelegate(new EntryDelegate(this));
    connect(m_view, &ConversationView::possibleChanged, this, &ChatsPanel::possibleChanged);
    m_ui->conversationsView->setModel(m_model);
    m_ui->conversationsView->setItemDelegate(new ConversationDelegate(*m_model, this));
    m_ui->resultsList->setItemDelegate(new ResultDelegate(this));
    fillViews();
    m_searchPause.setSingleShot(true);
    m_searchPause.setInterval(150);
    m_minute.setInterval(30'000);

    connectList();
    connectSearch();
    connect(&m_minute, &QTimer::timeout, this,
            [this] { m_ui->conversationsView->viewport()->update(); });
    m_minute.start();
    m_desk.hear(m_caller, [this](const desk::Changes& changes) { hear(changes); });
    m_ui->viewsList->setCurrentRow(1);
}

void ChatsPanel::connectList()
{
    connect(m_ui->viewsList, &QListWidget::currentRowChanged, this, [this] { showList(); });
    connect(m_model, &ConversationListModel::loaded, this, [this] {
        if (m_ui->searchEdit->text().trimmed().isEmpty()) {
            m_ui->emptyListLabel->setText(emptyText());
            m_ui->listStack->setCurrentWidget(m_model->rowCount() > 0
                                                  ? static_cast<QWidget*>(m_ui->conversationsView)
                                                  : m_ui->emptyListLabel);
        }
    });
    connect(m_model, &ConversationListModel::failed, this, [this](const base::Error& error) {
        m_ui->emptyListLabel->setText(errorText(error));
        m_ui->listStack->setCurrentWidget(m_ui->emptyListLabel);
    });
    connect(m_ui->conversationsView->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& now) {
                if (now.isValid())
                    m_view->open(m_model->head(now.row()).id);
            });
}

void ChatsPanel::connectSearch()
{
    m_ui->searchEdit->installEventFilter(this);
    connect(m_ui->searchEdit, &QLineEdit::textChanged, &m_searchPause, qOverload<>(&QTimer::start));
    connect(&m_searchPause, &QTimer::timeout, this, [this] { search(false); });
    connect(m_ui->resultsList, &QListWidget::currentItemChanged, this,
            [this](QListWidgetItem* item) {
                if (item && item->data(ResultDelegate::ConversationRole).isValid())
                    m_view->open({item->data(ResultDelegate::ConversationRole).toLongLong()},
                                 base::Seq{item->data(ResultDelegate::SeqRole).toLongLong()});
            });
    connect(m_ui->resultsList->verticalScrollBar(), &QScrollBar::valueChanged, this,
            [this](int value) {
                if (value == m_ui->resultsList->verticalScrollBar()->maximum() &&
                    !m_searchNext.isEmpty())
                    search(true);
            });
}

ChatsPanel::~ChatsPanel() = default;

void ChatsPanel::setMe(base::PersonId me, const QString& name)
{
    m_me = me;
    m_view->setMe(me, name);
    showList();
    readCounts();
    if (!focusWidget())
        m_ui->conversationsView->setFocus(); // arrows and ? work at once
}

void ChatsPanel::hear(const desk::Changes& changes)
{
    if (changes.lists || changes.presence || changes.people)
        m_model->refresh();
    if (changes.lists)
        readCounts();
    const auto here = changes.conversations.find(m_view->conversation());
    if (here != changes.conversations.end())
        m_view->changed(here->second);
    else if (changes.presence)
        m_view->presenceChanged();
    if (changes.people)
        m_view->peopleChanged();
}

void ChatsPanel::fillViews()
{
    const int row = m_ui->viewsList->currentRow();
    const QSignalBlocker quiet(m_ui->viewsList);
    m_ui->viewsList->clear();
    for (const desk::View view : kViews) {
        const auto count = m_counts.find(view);
        const QString text = viewTitle(view);
        QString aside;
        if (count != m_counts.end() && count->second > 0)
            aside = count->second >= kCountsLimit ? QLocale().toString(kCountsLimit) + u'+'
                                                  : QLocale().toString(count->second);
        auto* item = new QListWidgetItem(text, m_ui->viewsList);
        item->setData(EntryDelegate::AsideRole, aside);
        item->setData(Qt::AccessibleTextRole,
                      aside.isEmpty() ? text : QStringLiteral("%1, %2").arg(text, aside));
        const bool calls = (view == desk::View::Unassigned || view == desk::View::WaitingForUs) &&
                           count != m_counts.end() && count->second > 0;
        QFont font = m_ui->viewsList->font();
        font.setWeight(calls ? QFont::DemiBold : QFont::Normal);
        item->setFont(font);
    }
    m_ui->viewsList->setCurrentRow(std::max(row, 0));
    m_ui->viewsList->setFixedHeight(
        m_ui->viewsList->sizeHintForRow(0) * static_cast<int>(kViews.size()) + 4);
    m_ui->leftColumn->setMinimumWidth(std::max(240, m_ui->viewsList->sizeHintForColumn(0) + 20));
}

void ChatsPanel::readCounts()
{
    m_desk.viewCounts(m_caller, m_me, [this](base::Result<desk::ViewCounts> counts) {
        if (!counts)
            return;
        m_counts = *std::move(counts);
        fillViews();
        Q_EMIT waitingChanged(m_counts[desk::View::Unassigned], m_counts[desk::View::WaitingForUs]);
    });
}

desk::View ChatsPanel::currentView() const
{
    return kViews[static_cast<std::size_t>(
        std::clamp(m_ui->viewsList->currentRow(), 0, static_cast<int>(kViews.size()) - 1))];
}

void ChatsPanel::showView(desk::View view)
{
    const auto at = std::ranges::find(kViews, view);
    m_ui->searchEdit->clear();
    m_ui->viewsList->setCurrentRow(static_cast<int>(at - kViews.begin()));
}

void ChatsPanel::showList()
{
    m_ui->listStack->setCurrentWidget(m_ui->conversationsView);
    m_model->show(currentView(), m_me);
}

QString ChatsPanel::emptyText() const
{
    switch (currentView()) {
    case desk::View::Mine:
        return tr("Conversations that you take over stand here.\nOpen one under Unassigned and "
                  "press Take over.");
    case desk::View::Unassigned:
        return tr("Nobody waits for a person.\nWho asks for one appears here, and it rings.");
    case desk::View::WaitingForUs: return tr("Everybody has an answer.");
    case desk::View::WaitingForCustomer:
        return tr("Conversations whose customer is to write next stand here.");
    case desk::View::WithBot:
        return tr("Nobody talks with the bot now.\nTry the chat in your browser: Ctrl+K, then “Try "
                  "the chat”.");
    case desk::View::Closed: return tr("Closed conversations are kept here.");
    case desk::View::All: break;
    }
    return tr("There are no conversations yet.\nTry the chat in your browser: Ctrl+K, then “Try "
              "the chat”.");
}

void ChatsPanel::open(base::ConversationId id)
{
    const int row = m_model->rowOf(id);
    if (row >= 0)
        m_ui->conversationsView->setCurrentIndex(m_model->index(row));
    m_view->open(id);
}

void ChatsPanel::focusSearch()
{
    m_ui->searchEdit->setFocus();
    m_ui->searchEdit->selectAll();
}

void ChatsPanel::nextConversation(int step)
{
    const int row = m_ui->conversationsView->currentIndex().row() + step;
    if (row >= 0 && row < m_model->rowCount())
        m_ui->conversationsView->setCurrentIndex(m_model->index(row));
}

void ChatsPanel::search(bool more)
{
    const QString text = m_ui->searchEdit->text().trimmed();
    if (text.isEmpty()) {
        showList();
        return;
    }
    const QByteArray after = more ? std::exchange(m_searchNext, {}) : QByteArray();
    m_desk.search(m_caller, {.text = text, .after = after},
                  [this, more, generation = more ? m_searchGeneration : ++m_searchGeneration](
                      base::Result<desk::SearchPage> page) {
                      if (generation != m_searchGeneration)
                          return;
                      if (page) {
                          showResults(*page, more);
                          return;
                      }
                      m_ui->emptyListLabel->setText(errorText(page.error()));
                      m_ui->listStack->setCurrentWidget(m_ui->emptyListLabel);
                  });
}

void ChatsPanel::showResults(const desk::SearchPage& page, bool more)
{
    if (!more)
        m_ui->resultsList->clear();
    for (const auto& hit : page.hits) {
        const QString name =
            hit.name.isEmpty() ? base::conversationCode(hit.conversation) : hit.name;
        const QString when = QLocale().toString(
            QDateTime::fromMSecsSinceEpoch(base::toMs(hit.time)), QLocale::ShortFormat);
        auto* item = new QListWidgetItem(m_ui->resultsList);
        item->setData(Qt::DisplayRole,
                      QStringLiteral("%1 · %2 · %3").arg(name, actorText(hit.actor), when));
        item->setData(ResultDelegate::SnippetRole, hit.snippet);
        item->setData(ResultDelegate::ConversationRole, hit.conversation.value);
        item->setData(ResultDelegate::SeqRole, hit.seq.value);
    }
    m_searchNext = page.next;
    const bool isEmpty = m_ui->resultsList->count() == 0;
    m_ui->emptyListLabel->setText(
        tr("Nothing was found. Try other words, “a phrase”, from:customer or before:2026-01-31."));
    m_ui->listStack->setCurrentWidget(isEmpty ? static_cast<QWidget*>(m_ui->emptyListLabel)
                                              : m_ui->resultsList);
}

void ChatsPanel::save(QSettings& settings) const
{
    settings.setValue(QStringLiteral("chats/splitter"), m_ui->splitter->saveState());
    settings.setValue(QStringLiteral("chats/view"), m_ui->viewsList->currentRow());
    settings.setValue(QStringLiteral("chats/conversation"), m_view->conversation().value);
    settings.setValue(QStringLiteral("chats/cardOpen"), m_view->isCardOpen());
}

void ChatsPanel::restore(QSettings& settings)
{
    m_ui->splitter->restoreState(settings.value(QStringLiteral("chats/splitter")).toByteArray());
    m_ui->viewsList->setCurrentRow(settings.value(QStringLiteral("chats/view"), 1).toInt());
    m_view->setCardOpen(settings.value(QStringLiteral("chats/cardOpen"), true).toBool());
    const base::ConversationId id{
        settings.value(QStringLiteral("chats/conversation")).toLongLong()};
    if (id.isValid())
        m_view->open(id);
}

void ChatsPanel::flush()
{
    m_view->flush();
}

void ChatsPanel::readAgain()
{
    m_model->refresh();
    readCounts();
    if (m_view->conversation().isValid())
        m_view->changed({});
}

// From the search into what it found by Down; Escape ends it.
bool ChatsPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_ui->searchEdit || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Escape) {
        m_ui->searchEdit->clear();
        m_ui->conversationsView->setFocus();
        return true;
    }
    auto* list = qobject_cast<QAbstractItemView*>(m_ui->listStack->currentWidget());
    if (key != Qt::Key_Down || !list)
        return QWidget::eventFilter(watched, event);
    list->setFocus();
    if (!list->currentIndex().isValid())
        list->setCurrentIndex(list->model()->index(0, 0));
    return true;
}

void ChatsPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        fillViews();
        if (m_ui->searchEdit->text().trimmed().isEmpty())
            m_ui->emptyListLabel->setText(emptyText());
        else
            search(false);
    }
    if (event->type() == QEvent::FontChange)
        fillViews();
}

} // namespace panels
