// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace crash {

/// `test_crash -host FOLDER`: the program's service with its gateway on a free port, and an agent at
/// a desk client of the same process who takes over, answers, keeps drafts and makes backups until
/// the process is killed. What the desk acknowledged goes to standard output at once, a line each:
///
///   url http://127.0.0.1:40123      draft CONVERSATION TEXT      reply CONVERSATION SEQ TEXT
int hostUntilKilled(const QString& folder);

} // namespace crash
