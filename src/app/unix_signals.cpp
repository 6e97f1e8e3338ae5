// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/unix_signals.h"

#include <array>
#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace app {

namespace {

std::array<int, 2> signalSockets{-1, -1};
volatile std::sig_atomic_t interrupted = 0;

// Only what POSIX allows in a handler.
void onSignal(int)
{
    interrupted = 1;
    if (signalSockets[0] >= 0) {
        const char byte = 1;
        [[maybe_unused]] const auto written = ::write(signalSockets[0], &byte, 1);
    }
}

} // namespace

void catchInterrupts()
{
    struct sigaction action {
    };
    action.sa_handler = onSignal;
    sigemptyset(&action.sa_mask);
    for (const int number : {SIGINT, SIGTERM})
        sigaction(number, &action, nullptr);
}

bool wasInterrupted() noexcept
{
    return interrupted != 0;
}

UnixSignals::UnixSignals(std::function<void()> quit) : m_quit(std::move(quit))
{
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, signalSockets.data()) != 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(signalSockets[1], QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        [[maybe_unused]] const auto taken = ::read(signalSockets[1], &byte, 1);
        m_quit();
    });
    catchInterrupts();
}

} // namespace app
