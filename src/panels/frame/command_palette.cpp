// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/frame/command_palette.h"

#include "panels/frame/actions.h"
#include "panels/look/entry_delegate.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QKeyEvent>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace panels {

namespace {

/// Without accents and case.
QString folded(const QString& text)
{
    QString plain = text.normalized(QString::NormalizationForm_D).toCaseFolded();
    plain.removeIf([](QChar c) { return c.category() == QChar::Mark_NonSpacing; });
    return plain;
}

/// The letters stand in the text in this order, whatever is between them.
bool holdsInOrder(const QString& text, const QString& letters)
{
    qsizetype at = 0;
    for (const QChar c : letters) {
        if (c.isSpace())
            continue;
        at = text.indexOf(c, at);
        if (at < 0)
            return false;
        ++at;
    }
    return true;
}

/// How well what was typed fits, 0 best: it begins a word, it stands there, its letters do in this
/// order. Nothing: it does not fit.
std::optional<int> rankOf(const QString& text, const QString& typed)
{
    const QString in = folded(text);
    const QString what = folded(typed).simplified();
    const qsizetype at = in.indexOf(what);
    if (at >= 0) {
        const bool isWord = at == 0 || !in[at - 1].isLetterOrNumber() || in.contains(u' ' + what);
        return isWord ? 0 : 1;
    }
    return holdsInOrder(in, what) ? std::optional(2) : std::nullopt;
}

} // namespace

CommandPalette::CommandPalette(const Actions& actions, QWidget* parent)
    : QDialog(parent), m_actions(actions), m_edit(new QLineEdit(this)),
      m_list(new QListWidget(this))
{
    setObjectName(QStringLiteral("commandPalette"));
    setWindowTitle(tr("Commands"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_edit->setObjectName(QStringLiteral("paletteEdit"));
    m_edit->setPlaceholderText(tr("What do you want to do?"));
    m_edit->setAccessibleName(m_edit->placeholderText());
    m_edit->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setAccessibleName(tr("Commands"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new EntryDelegate(this));
    m_list->setMouseTracking(true);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_edit);
    layout->addWidget(m_list);
    const QFontMetrics metrics(font());
    resize(metrics.averageCharWidth() * 80, metrics.height() * 24);
    connect(m_edit, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_list, &QListWidget::itemActivated, this, &CommandPalette::run);
    filter({});
}

void CommandPalette::filter(const QString& typed)
{
    m_list->clear();
    std::vector<std::pair<int, QAction*>> found;
    for (QAction* action : m_actions.all()) {
        const auto rank = rankOf(Actions::searchText(action), typed);
        if (action->isEnabled() && rank)
            found.emplace_back(*rank, action);
    }
    std::ranges::stable_sort(found, {}, [](const auto& one) { return one.first; });
    for (const auto& [rank, action] : found) {
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        auto* item = new QListWidgetItem(action->text(), m_list);
        item->setData(EntryDelegate::AsideRole, keys);
        item->setData(Qt::AccessibleTextRole, keys.isEmpty()
                                                  ? action->text()
                                                  : action->text() + QStringLiteral(", ") + keys);
        item->setData(Qt::UserRole, QVariant::fromValue(action));
    }
    m_list->setCurrentRow(0);
}

void CommandPalette::run()
{
    const QListWidgetItem* item = m_list->currentItem();
    const QPointer<QAction> action = item ? item->data(Qt::UserRole).value<QAction*>() : nullptr;
    accept();
    if (action)
        action->trigger();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            const int row = m_list->currentRow() + (key == Qt::Key_Down ? 1 : -1);
            m_list->setCurrentRow(std::clamp(row, 0, std::max(0, m_list->count() - 1)));
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            run();
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

ShortcutList::ShortcutList(Actions& actions, QWidget* parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("shortcutList"));
    setWindowTitle(tr("Keyboard shortcuts"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* outer = new QVBoxLayout(this);
    auto* hint = new QLabel(tr("Click a field and press other keys to change a shortcut."), this);
    hint->setObjectName(QStringLiteral("shortcutHint"));
    hint->setWordWrap(true);
    outer->addWidget(hint);
    auto* area = new QScrollArea(this);
    area->setAccessibleName(windowTitle());
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    auto* content = new QWidget(area);
    auto* form = new QFormLayout(content);
    for (QAction* action : actions.all()) {
        auto* edit = new QKeySequenceEdit(action->shortcut(), content);
        edit->setObjectName(QStringLiteral("keys_") + action->objectName());
        edit->setAccessibleName(action->text());
        edit->installEventFilter(this);
        for (QWidget* field : edit->findChildren<QWidget*>()) {
            field->setAccessibleName(action->text());
            field->installEventFilter(this);
        }
        connect(edit, &QKeySequenceEdit::editingFinished, this, [&actions, action, edit, hint] {
            if (actions.remap(action, edit->keySequence()))
                return;
            hint->setText(tr("These keys do something else already: %1")
                              .arg(edit->keySequence().toString(QKeySequence::NativeText)));
            edit->setKeySequence(action->shortcut());
        });
        form->addRow(action->text(), edit);
    }
    area->setWidget(content);
    outer->addWidget(area);
    auto* buttons =
        new QDialogButtonBox(QDialogButtonBox::RestoreDefaults | QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    connect(buttons->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, this,
            [this, &actions] {
                for (QAction* action : actions.all())
                    actions.remap(action, {});
                for (QAction* action : actions.all())
                    actions.remap(action, Actions::defaultShortcut(action));
                close();
            });
    outer->addWidget(buttons);
    buttons->button(QDialogButtonBox::Close)->setFocus();
    const QFontMetrics metrics(font());
    resize(metrics.averageCharWidth() * 86, metrics.height() * 32);
}

// A field takes every key; these three must still lead out of it.
bool ShortcutList::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Escape: reject(); return true;
    case Qt::Key_Tab: focusNextPrevChild(true); return true;
    case Qt::Key_Backtab: focusNextPrevChild(false); return true;
    default: return QDialog::eventFilter(watched, event);
    }
}

} // namespace panels
