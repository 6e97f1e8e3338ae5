// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/threads/caller.h"
#include "desk/desk.h"
#include "panels/panels.h"

#include <QMap>
#include <QWidget>

#include <functional>
#include <memory>
#include <vector>

class QLineEdit;

namespace Ui {
class AiPage;
}

namespace panels {

/// The settings' page AI: the chain of servers, their keys, a trial of one, what AI may cost and see,
/// and for how many conversations. Nothing is saved until all of it is right; what was typed stays.
/// A key goes to the keychain and is never shown.
class AiPage final : public QWidget
{
    Q_OBJECT
public:
    using Say = std::function<void(const QString& text, bool isGood)>;
    AiPage(desk::Desk& desk, const std::shared_ptr<base::Home>& home, const Hooks& hooks, Say say,
           QWidget* parent = nullptr);
    ~AiPage() override;

    /// Where writing begins: the chosen server's address, or Add.
    void focusFirst();

protected:
    void changeEvent(QEvent* event) override;

private:
    /// A server as it is being written.
    struct Draft {
        desk::AiServer server;
        QString key;           ///< typed and not kept yet
        QString input, output; ///< prices as typed
    };

    void connectServers();
    void connectFields();
    void fillChoices();
    void fitTexts();

    void read();
    void show(const QMap<QString, QString>& settings);
    void showOverview();
    void showSmart(const desk::SmartState& state);
    void showStages();
    void showServers();
    void showServer();
    void showKey();

    [[nodiscard]] QString freeKeyName(const QString& server) const;
    void addServer(const desk::AiKind& kind);
    void moveServer(int by);
    void removeServer();
    void kindChosen();
    void takeFields();
    void edited();
    void tryServer();
    void showTrial(const QString& server, const base::Result<desk::AiTrial>& trial);

    void save();
    [[nodiscard]] std::optional<std::vector<desk::AiServer>> checkedServers();
    [[nodiscard]] QWidget* fieldOf(desk::AiFault fault) const;
    void write(const QMap<QString, QString>& values);
    [[nodiscard]] QStringList unusedKeys() const;
    void keepKeys();
    void forgetKey();
    void setShare(int share);
    void switchStage(const QString& stage, bool isOn);

    [[nodiscard]] Draft* current();
    [[nodiscard]] std::vector<desk::AiServer> drafted() const;
    static void nameKey(Draft& draft);

    std::unique_ptr<Ui::AiPage> m_ui;
    desk::Desk& m_desk;
    base::Caller m_caller;
    const Hooks& m_hooks;
    const Say m_say;
    std::vector<Draft> m_drafts;
    QMap<QString, QString> m_saved;
    QStringList m_unusedKeys; ///< to be forgotten once the settings are saved
    desk::SmartState m_smart;
    bool m_isEdited = false;
    bool m_isTrying = false; ///< a server is being asked
    bool m_isShareEdited = false;
    bool m_isShowing = false; ///< fields change because we write in them
};

} // namespace panels
