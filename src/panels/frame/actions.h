// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>

#include <functional>

class QSettings;
class QWidget;

namespace panels {

/// Everything that the window can do, once: the command palette, the shortcuts and the buttons use
/// the same actions. Texts exist in both languages, so that the palette finds them in either.
class Actions final : public QObject
{
    Q_OBJECT
public:
    Actions(QWidget* window, QSettings& settings);

    /// `text` is English and marked with QT_TRANSLATE_NOOP("Actions", …).
    QAction* add(const char* name, const char* text, const QKeySequence& shortcut,
                 std::function<void()> work);
    [[nodiscard]] const QList<QAction*>& all() const noexcept { return m_actions; }
    /// Both languages' texts, for the palette's search.
    [[nodiscard]] static QString searchText(const QAction* action);
    [[nodiscard]] static QKeySequence defaultShortcut(const QAction* action);
    /// An empty sequence removes it. False where another action has it already.
    bool remap(QAction* action, const QKeySequence& shortcut);
    void retranslate();

private:
    QWidget* m_window;
    QSettings& m_settings;
    QList<QAction*> m_actions;
};

} // namespace panels
