// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace app {

/// Calls /api/health through the public address; answers within ten seconds, on the main thread.
void testPublicUrl(const QString& url, std::function<void(bool isOk, QString detail)> done);

} // namespace app
