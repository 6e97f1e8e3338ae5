// SPDX-License-Identifier: GPL-3.0-or-later
// panels: the window. It sees the desk's headers and value types, never store, engine or http. Lives on
// the UI thread; asks the desk with a base::Caller at the UI's home and never waits.
//
//   main_window.h     the frame: rail, header strip, pages, tray, closing and quitting
//   frame/            header strip, command palette, alerts, welcome page, shortcuts
//   chats/            views, the list of conversations, one conversation, composer, search
//   knowledge/        the articles: list, editor with preview, versions; what is offered to the composer
//   settings/         General, Shop, Business hours, Gateway, AI, About
//   ai/               the settings' page AI, its state in the header strip, sentences of both
//   training/         correcting what was understood, the settings' page Understanding
//   look/             style, light and dark, Spanish and English without restart, small widgets
//   error_texts.h     base::Code -> what people read
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "desk/smart/ai_settings.h"

#include <QString>

#include <functional>

namespace panels {

class CheckRunner;
class FigureReader;

/// What the window needs from the program around it. Every function runs on the UI thread and may be
/// empty.
struct Hooks {
    std::function<QString()>
        chatUrl; ///< where a browser here reaches the chat; empty: not listening
    std::function<QString()> gatewayError;            ///< why it does not listen
    std::function<base::milliseconds()> gatewayAge;   ///< of the gateway's last heartbeat
    std::function<base::Result<void>()> applyGateway; ///< listen with the settings as saved
    /// Calls /api/health through the public address and tells what happened.
    std::function<void(QString url, std::function<void(bool isOk, QString detail)>)> testPublicUrl;
    std::function<void(bool on)> setStartAtLogin;
    std::function<bool()> startsAtLogin;
    std::function<desk::AiOverview()> aiOverview; ///< AI's configuration in force
    /// Keeps a key in the keychain; an empty one is removed from it.
    std::function<void(QString name, QString value, std::function<void(desk::AiKeySaved)> done)>
        saveAiKey;
    CheckRunner* checks = nullptr;   ///< of releases; outlives the window; null: none are run
    FigureReader* figures = nullptr; ///< of releases; outlives the window; null: none are read
    QString dataFolder;
    QString version;
};

} // namespace panels
