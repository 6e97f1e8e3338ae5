// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/item/talk_part.h"

#include "panels/look/language.h"
#include "panels/look/theme.h"
#include "panels/releases/words/history_words.h"
#include "ui_talk_part.h"

#include <QKeyEvent>
#include <QPointer>
#include <QScrollBar>

#include <utility>

namespace panels {

TalkPart::TalkPart(OpenRelease& open, QWidget* parent)
    : ItemPart(parent), m_ui(std::make_unique<Ui::TalkPart>()), m_open(open)
{
    m_ui->setupUi(this);
    m_ui->talkEdit->setFixedHeight(fontMetrics().lineSpacing() * 4);
    m_ui->talkEdit->installEventFilter(this);
    connect(&open, &OpenRelease::anotherSits, this, [this] {
        m_drafts.clear();
        m_ui->talkEdit->clear();
    });
    connect(m_ui->talkButton, &QPushButton::clicked, this, &TalkPart::say);
}

TalkPart::~TalkPart() = default;

QString TalkPart::title(const release::Item& item) const
{
    const auto count = item.discussion.size();
    return count > 0 ? tr("Discussion (%1)").arg(count) : tr("Discussion");
}

void TalkPart::show(const release::Item& item)
{
    if (m_item != item.plan.id) { // what is being written waits for whoever comes back
        m_drafts[m_item.value] = m_ui->talkEdit->toPlainText();
        m_item = item.plan.id;
        m_ui->talkEdit->setPlainText(m_drafts.value(m_item.value));
        m_ui->talkError->clear();
    }
    QStringList said;
    for (const release::Comment& comment : item.discussion)
        said += m_open.nameOf(comment.by) + QStringLiteral(" · ") + whenText(comment.at) + u'\n' +
                (comment.text.isEmpty() ? erasedMark() : comment.text);
    m_ui->talkSaid->setPlainText(said.join(QStringLiteral("\n\n")));
    m_ui->talkSaid->verticalScrollBar()->setValue(m_ui->talkSaid->verticalScrollBar()->maximum());
    m_ui->talkEdit->setEnabled(m_open.view().me.person.isValid());
    m_ui->talkButton->setEnabled(m_open.view().me.person.isValid());
}

void TalkPart::write()
{
    m_ui->talkEdit->setFocus();
}

void TalkPart::say()
{
    const QString text = m_ui->talkEdit->toPlainText().trimmed();
    if (text.isEmpty()) {
        m_ui->talkEdit->setFocus();
        return;
    }
    m_open.act(release::Say{.item = m_item, .text = text},
               [part = QPointer(this), item = m_item](const QString& whyNot) {
                   if (!part || part->m_item != item)
                       return;
                   part->m_ui->talkError->setText(whyNot);
                   if (whyNot.isEmpty())
                       part->m_ui->talkEdit->clear();
               });
}

// Enter begins a line; with Ctrl it says.
bool TalkPart::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_ui->talkEdit && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Return && key->modifiers() == Qt::ControlModifier) {
            say();
            return true;
        }
    }
    return ItemPart::eventFilter(watched, event);
}

void TalkPart::changeEvent(QEvent* event)
{
    ItemPart::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        m_ui->talkEdit->setFixedHeight(fontMetrics().lineSpacing() * 4);
    if (event->type() == QEvent::LanguageChange)
        m_ui->retranslateUi(this);
}

} // namespace panels
