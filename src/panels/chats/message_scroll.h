// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPersistentModelIndex>

class QListView;
class QToolButton;

namespace panels {

class MessageModel;

/// Where a conversation is read: follows the end while the reader is there, keeps the row under the
/// reader's eyes in place while older ones are put above it, fetches what is scrolled to, and shows
/// a button back to the newest message.
class MessageScroll final : public QObject
{
    Q_OBJECT
public:
    MessageScroll(QListView& view, MessageModel& model, QObject* parent);

    void toEnd();
    void toSeq(qint64 seq);
    void retranslate();

Q_SIGNALS:
    /// The end is not loaded: the conversation is to be opened at its end.
    void endWanted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void scrolled();
    void keepAnchor();
    void rememberAnchor(int firstChanged);
    void placeButton();

    QListView& m_view;
    MessageModel& m_model;
    QToolButton* m_newest;
    QPersistentModelIndex m_anchor;
    int m_anchorTop = 0;
    bool m_followsEnd = true;
    bool m_isAdjusting = false;
};

} // namespace panels
