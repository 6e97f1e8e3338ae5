// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/threads/timers.h"

#include <QString>

#include <chrono>
#include <functional>
#include <memory>

namespace secrets {

enum class Answer {
    Done,
    NotFound, ///< the keychain can be read and has no such entry
    Locked,   ///< it is there and cannot be read or written until its owner opens it
    Absent,   ///< no keychain answers here
    Late,     ///< it did not answer in time; what it does later is not heard
    Failed,   ///< it refused, or gave back something else than what was written
};

/// For the log and the command line, for instance "locked".
[[nodiscard]] const char* answerName(Answer answer) noexcept;

struct Reading {
    Answer answer = Answer::Absent;
    QString value; ///< only with Done
};

/// The desktop's keychain. Main thread, with a running event loop; an answer comes once, or never if
/// this object is gone.
class Keychain
{
public:
    /// \param service under which our entries stand
    /// \param timers of the main thread's home; they outlive this
    /// \param patience for one operation
    Keychain(QString service, base::Timers& timers,
             std::chrono::milliseconds patience = std::chrono::seconds(5));
    ~Keychain();

    /// Asks nobody for a passphrase: a locked keychain is Locked.
    void read(const QString& name, std::function<void(Reading)> done);
    /// Done after reading back what was written. Locked: nothing was written.
    void write(const QString& name, const QString& value, std::function<void(Answer)> done);
    /// Done also where there was none.
    void remove(const QString& name, std::function<void(Answer)> done);

private:
    class Context;
    std::unique_ptr<Context> m_context;
};

} // namespace secrets
