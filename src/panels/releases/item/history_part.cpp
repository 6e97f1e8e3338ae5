// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/releases/item/history_part.h"

#include "panels/releases/making/erase_dialog.h"
#include "panels/releases/words/history_words.h"
#include "ui_history_part.h"

#include <algorithm>
#include <utility>

namespace panels {

HistoryPart::HistoryPart(OpenRelease& open, QWidget* parent)
    : ItemPart(parent), m_ui(std::make_unique<Ui::HistoryPart>()), m_open(open),
      m_caller(open.home())
{
    m_ui->setupUi(this);
    connect(m_ui->historyEraseButton, &QPushButton::clicked, this, [this] {
        if (m_open.isOpen())
            (new EraseDialog(m_open, m_item, m_lines, this))->open();
    });
    connect(&open, &OpenRelease::closed, this, [this] {
        m_lines.clear();
        m_read.clear();
    });
}

HistoryPart::~HistoryPart() = default;

QString HistoryPart::title(const release::Item& /*item*/) const
{
    return tr("History");
}

void HistoryPart::show(const release::Item& item)
{
    const bool isAnother = std::exchange(m_item, item.plan.id) != item.plan.id;
    if (!isVisible())
        return;
    if (isAnother)
        showLines();
    read();
}

void HistoryPart::read()
{
    if (!m_open.isOpen())
        return;
    const QString id = m_open.release().id;
    const QString head = id + QString::fromLatin1(m_open.view().ledger.link.toHex());
    if (head == m_read)
        return;
    using Lines = std::vector<desk::LedgerLine>;
    m_open.desk().releaseHistory(m_caller, id, [this, id, head](base::Result<Lines> lines) {
        if (!m_open.isOpen() || m_open.release().id != id)
            return;
        if (!lines) {
            m_ui->historyText->setPlainText(OpenRelease::errorWords(lines.error()));
            return;
        }
        m_read = head;
        m_lines = *std::move(lines);
        showLines();
    });
}

void HistoryPart::showLines()
{
    QStringList texts;
    bool canErase = false;
    for (const desk::LedgerLine& line : m_lines) {
        if (!isAbout(line, m_item))
            continue;
        texts.prepend(historyText(line));
        canErase = canErase || canBeErased(line);
    }
    m_ui->historyEraseButton->setVisible(canErase && m_open.isOpen() && m_open.view().mayErase);
    m_ui->historyText->setPlainText(texts.join(QStringLiteral("\n\n")));
}

void HistoryPart::showEvent(QShowEvent* event)
{
    ItemPart::showEvent(event);
    showLines();
    read();
}

void HistoryPart::changeEvent(QEvent* event)
{
    ItemPart::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_ui->retranslateUi(this);
        showLines();
    }
}

} // namespace panels
