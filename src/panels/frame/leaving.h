// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/threads/caller.h"
#include "desk/desk.h"

#include <QObject>
#include <QStringList>

#include <memory>

class QSettings;
class QWidget;

namespace panels {

/// What closing and quitting mean: closing keeps serving and says so the first time; Quit names the
/// customers who are connected.
class Leaving final : public QObject
{
    Q_OBJECT
public:
    Leaving(QWidget& window, desk::Desk& desk, std::shared_ptr<base::Home> home,
            QSettings& settings);

    /// The window's cross: hideWanted() now, or when the first time's sentence has been read.
    void close();
    /// endWanted() at once where nobody is connected and nothing would be lost, else when it is
    /// confirmed.
    /// \param unsaved what would be lost, a sentence each
    void quit(const QStringList& unsaved);

Q_SIGNALS:
    void hideWanted();
    void endWanted();

private:
    void confirm(const std::vector<desk::ConversationHead>& customers, const QStringList& unsaved);

    QWidget& m_window;
    desk::Desk& m_desk;
    base::Caller m_caller;
    QSettings& m_settings;
    bool m_isAsking = false;
};

} // namespace panels
