// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/knowledge/term_chooser.h"

#include <QEvent>
#include <QListWidget>
#include <QMenu>
#include <QStyleOptionToolButton>
#include <QStylePainter>
#include <QWidgetAction>

#include <algorithm>

namespace panels {

namespace {
constexpr int kShownTerms = 12;
} // namespace

TermChooser::TermChooser(QWidget* parent) : QToolButton(parent), m_list(new QListWidget)
{
    auto* menu = new QMenu(this);
    menu->setContentsMargins(1, 1, 1, 1); // beside the list the menu's own frame is seen
    auto* action = new QWidgetAction(menu);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    action->setDefaultWidget(m_list);
    menu->addAction(action);
    setMenu(menu);
    setPopupMode(InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(menu, &QMenu::aboutToShow, this, [this, menu, action] {
        m_list->setObjectName(objectName() + QStringLiteral("List"));
        const int rows = std::min(kShownTerms, std::max(1, m_list->count()));
        m_list->setFixedSize(
            std::max(width(), m_list->sizeHintForColumn(0) + 2 * fontMetrics().height()),
            rows * std::max(1, m_list->sizeHintForRow(0)));
        menu->removeAction(action); // or the menu keeps the size that the list had before
        menu->addAction(action);
        if (m_list->currentRow() < 0)
            m_list->setCurrentRow(0);
        m_list->setFocus();
    });
    connect(m_list, &QListWidget::itemChanged, this, &TermChooser::ticked);
    fillList();
}

void TermChooser::setTerms(const QList<engine::Option>& terms)
{
    m_terms = terms;
    fillList();
}

void TermChooser::setCodes(const QStringList& codes)
{
    m_codes = codes;
    fillList();
}

void TermChooser::fillList()
{
    m_isFilling = true;
    m_list->setAccessibleName(accessibleName());
    const int row = m_list->currentRow();
    m_list->clear();
    auto terms = m_terms;
    for (const QString& code : m_codes) {
        if (std::ranges::find(terms, code, &engine::Option::value) == terms.end())
            terms.append({code, code});
    }
    for (const auto& term : terms) {
        auto* item = new QListWidgetItem(term.text, m_list);
        item->setData(Qt::UserRole, term.value);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(m_codes.contains(term.value) ? Qt::Checked : Qt::Unchecked);
    }
    m_list->setCurrentRow(std::min(row, m_list->count() - 1));
    m_isFilling = false;
    showChosen();
}

void TermChooser::ticked()
{
    if (m_isFilling)
        return;
    for (int row = 0; row < m_list->count(); ++row) {
        const QString code = m_list->item(row)->data(Qt::UserRole).toString();
        if (m_list->item(row)->checkState() != Qt::Checked)
            m_codes.removeAll(code);
        else if (!m_codes.contains(code))
            m_codes.append(code);
    }
    showChosen();
    Q_EMIT codesChanged();
}

void TermChooser::showChosen()
{
    QStringList texts;
    for (const QString& code : m_codes) {
        const auto term = std::ranges::find(m_terms, code, &engine::Option::value);
        texts.append(term == m_terms.end() ? code : term->text);
    }
    setText(texts.isEmpty() ? tr("Any") : texts.join(QStringLiteral("; ")));
    setToolTip(texts.size() > 1 ? text() : QString());
    setAccessibleDescription(text()); // the name is the field's
}

QSize TermChooser::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 24, QToolButton::sizeHint().height()};
}

QSize TermChooser::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 10, QToolButton::sizeHint().height()};
}

void TermChooser::paintEvent(QPaintEvent*)
{
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.text.clear();
    painter.drawComplexControl(QStyle::CC_ToolButton, option);
    const int margin = fontMetrics().averageCharWidth();
    const int arrow = style()->pixelMetric(QStyle::PM_MenuButtonIndicator, &option, this);
    const QRect area = rect().adjusted(margin, 0, -margin - arrow, 0);
    painter.drawItemText(area, Qt::AlignLeft | Qt::AlignVCenter, option.palette, isEnabled(),
                         fontMetrics().elidedText(text(), Qt::ElideRight, area.width()),
                         QPalette::ButtonText);
}

void TermChooser::changeEvent(QEvent* event)
{
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        showChosen();
}

} // namespace panels
