// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/chats/message_scroll.h"

#include "panels/chats/message_model.h"

#include <QEvent>
#include <QListView>
#include <QScrollBar>
#include <QToolButton>

namespace panels {

namespace {
constexpr int kNearEnd = 40; // pixels
constexpr int kButtonMargin = 10;
} // namespace

MessageScroll::MessageScroll(QListView& view, MessageModel& model, QObject* parent)
    : QObject(parent), m_view(view), m_model(model), m_newest(new QToolButton(&view))
{
    m_newest->setObjectName(QStringLiteral("newestButton"));
    m_newest->hide();
    retranslate();
    view.installEventFilter(this);
    QScrollBar* bar = view.verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this, &MessageScroll::scrolled);
    // Queued: the view is in the middle of its layout when it says so.
    connect(
        bar, &QScrollBar::rangeChanged, this,
        [this] {
            if (m_followsEnd)
                toEnd();
        },
        Qt::QueuedConnection);
    connect(&model, &MessageModel::modelReset, this, [this] {
        m_anchor = QPersistentModelIndex();
        m_followsEnd = true;
        placeButton();
    });
    connect(&model, &MessageModel::rowsAboutToBeInserted, this,
            [this](const QModelIndex&, int first) { rememberAnchor(first); });
    connect(&model, &MessageModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex&, int first) { rememberAnchor(first); });
    connect(&model, &MessageModel::rowsInserted, this, &MessageScroll::keepAnchor);
    connect(&model, &MessageModel::rowsRemoved, this, &MessageScroll::keepAnchor);
    connect(m_newest, &QToolButton::clicked, this, [this] {
        if (m_model.reachesEnd())
            toEnd();
        else
            Q_EMIT endWanted();
    });
}

void MessageScroll::retranslate()
{
    m_newest->setText(tr("↓ Newest messages"));
    placeButton();
}

void MessageScroll::toEnd()
{
    m_followsEnd = true;
    m_view.scrollToBottom();
    scrolled();
}

void MessageScroll::toSeq(qint64 seq)
{
    m_followsEnd = false;
    const QModelIndex hit = m_model.index(std::max(0, m_model.rowOfSeq(seq)));
    m_view.scrollTo(hit, QAbstractItemView::PositionAtCenter);
    m_view.setCurrentIndex(hit);
    scrolled();
}

void MessageScroll::scrolled()
{
    if (m_isAdjusting)
        return;
    m_anchor = QPersistentModelIndex(); // who scrolls gives up the place that was kept
    const QScrollBar* bar = m_view.verticalScrollBar();
    const int page = m_view.viewport()->height();
    m_followsEnd = m_model.reachesEnd() && bar->value() >= bar->maximum() - kNearEnd;
    m_model.setFollowsEnd(m_followsEnd);
    placeButton();
    if (bar->value() < page)
        m_model.fetchOlder();
    if (bar->value() > bar->maximum() - page)
        m_model.fetchNewer();
}

// Rows that come or go below move nothing. Changes that follow each other at once share an anchor.
void MessageScroll::rememberAnchor(int firstChanged)
{
    if (m_anchor.isValid())
        return;
    if (m_followsEnd || m_model.rowCount() == 0)
        return;
    QModelIndex top = m_view.indexAt({m_view.viewport()->width() / 2, 1});
    if (top.isValid() && m_model.row(top.row()).kind == MessageRow::Kind::Day)
        top = m_model.index(top.row() + 1); // days at the top may go
    if (firstChanged > std::max(0, top.row()))
        return;
    m_anchor = top;
    m_anchorTop = top.isValid() ? m_view.visualRect(top).top() : 0;
}

void MessageScroll::keepAnchor()
{
    if (!m_followsEnd)
        QMetaObject::invokeMethod(this, &MessageScroll::scrolled, Qt::QueuedConnection);
    if (!m_anchor.isValid())
        return;
    m_isAdjusting = true;
    m_view.doItemsLayout(); // scrollTo() goes by the layout that was
    m_view.scrollTo(m_anchor, QAbstractItemView::PositionAtTop);
    QScrollBar* bar = m_view.verticalScrollBar();
    bar->setValue(bar->value() - m_anchorTop);
    m_isAdjusting = false;
}

void MessageScroll::placeButton()
{
    const QScrollBar* bar = m_view.verticalScrollBar();
    const bool isFar =
        !m_model.reachesEnd() || bar->value() < bar->maximum() - m_view.viewport()->height() / 2;
    m_newest->setVisible(isFar && m_model.rowCount() > 0);
    m_newest->resize(m_newest->sizeHint());
    const QRect area = m_view.viewport()->geometry();
    m_newest->move(area.right() - m_newest->width() - kButtonMargin,
                   area.bottom() - m_newest->height() - kButtonMargin);
}

bool MessageScroll::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::FontChange)
        placeButton();
    return QObject::eventFilter(watched, event);
}

} // namespace panels
