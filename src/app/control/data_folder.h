// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

namespace app {

/// The desktop program's data folder: ~/.local/share/relevo, unless XDG says otherwise.
[[nodiscard]] QString defaultDataFolder();

/// Makes the folder if need be, mode 0700. Offline where that is not possible.
[[nodiscard]] base::Result<void> makeDataFolder(const QString& folder);

/// Where the holder of a data folder listens for commands: control.sock in the folder where that
/// path is at most 100 bytes (the limit of a socket's name is 108), else in a private folder of the
/// runtime directory. Written to control.path in the folder.
[[nodiscard]] base::Result<QString> makeControlPath(const QString& folder);

/// What control.path says; empty where there is none.
[[nodiscard]] QString readControlPath(const QString& folder);

/// A folder may be held for a moment only: by a command, or by a program that has not begun to listen
/// for commands. Whoever finds it Busy asks again for three seconds.
class FolderPatience
{
public:
    /// Waits a little where the error is Busy and the time is not over.
    [[nodiscard]] bool isWorthAnother(const base::Error& error);

private:
    int m_attempts = 0;
};

} // namespace app
