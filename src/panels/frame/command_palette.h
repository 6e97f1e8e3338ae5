// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLineEdit;
class QListWidget;

namespace panels {

class Actions;

/// Ctrl+K: every action, found by a few letters in either language.
class CommandPalette final : public QDialog
{
    Q_OBJECT
public:
    CommandPalette(const Actions& actions, QWidget* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void filter(const QString& typed);
    void run();

    const Actions& m_actions;
    QLineEdit* m_edit;
    QListWidget* m_list;
};

/// `?`: all shortcuts, each of which can be changed by pressing other keys.
class ShortcutList final : public QDialog
{
    Q_OBJECT
public:
    ShortcutList(Actions& actions, QWidget* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace panels
