// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/desktop.h"
#include "panels/chats/message_model.h"

#include <QMap>
#include <QTemporaryDir>

#include <memory>

class QAbstractButton;
class QToolButton;

namespace e2e {

/// Rows of the list of views.
enum class Row { Mine, Unassigned, WaitingForUs, WaitingForCustomer, WithBot, Closed, All };

/// `relevo` as it runs, in this process, on a data folder and a port of its own; and what an agent
/// does in its window, by mouse and keyboard, on widgets found by object name. What returns bool is
/// false where the window did not offer it in time.
class Program
{
public:
    /// Limits are off unless `configuration` says otherwise; keys as in `relevoctl config`.
    explicit Program(QMap<QString, QString> configuration = {},
                     const QString& language = QStringLiteral("es"));
    ~Program();

    /// Ends as Quit does.
    void stop();
    /// Starts again with the same data on the same port.
    void startAgain();
    /// Starts anew on the same port, with no data at all.
    void startEmpty();

    [[nodiscard]] QString url() const;
    [[nodiscard]] panels::MainWindow& window() { return m_desktop->window(); }
    [[nodiscard]] app::Service& service() { return m_desktop->service(); }
    template <class T>
    [[nodiscard]] T* find(const char* name)
    {
        return window().findChild<T*>(QLatin1String(name));
    }

    bool signIn(const QString& name);
    /// Opens the only conversation of that view.
    bool openOnly(Row view);
    bool takeOver();
    bool reply(const QString& text);
    /// Without sending it.
    void typeReply(const QString& text);
    bool note(const QString& text);
    bool giveBack(const QString& stage);
    bool closeConversation();

    /// The rows of the open conversation, without days.
    [[nodiscard]] QList<panels::MessageRow> rows();
    /// Those that are messages to or from the customer.
    [[nodiscard]] QStringList messages();
    bool untilShows(const QString& text, int timeoutMs = 10'000);

private:
    void makeFolder();
    void start(int port);
    bool press(QAbstractButton* button);
    bool choose(QToolButton* button, const QString& text);
    bool write(const char* mode, const QString& text);

    std::unique_ptr<QTemporaryDir> m_folder;
    QMap<QString, QString> m_configuration;
    QString m_language;
    std::unique_ptr<app::Desktop> m_desktop;
    int m_port = 0;
};

} // namespace e2e
