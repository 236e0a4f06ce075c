// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/newsroom/endsignals.h"

#include <QSocketNotifier>

#include <atomic>
#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace Scoredesk {

// All that the handler may know; a lock-free atomic is one of the few things that it may touch.
static std::atomic<int> pipeEnd = -1;
static_assert(std::atomic<int>::is_always_lock_free);

// Between any two instructions of the program, on any thread: nothing but write() is safe here.
static void onSignal(int)
{
    const int kept = errno;
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = write(pipeEnd, &byte, 1);
    errno = kept;
}

EndSignals::EndSignals(QObject* parent) : QObject(parent)
{
    if (pipe2(m_pipe.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    pipeEnd = m_pipe[1];
    m_notifier = new QSocketNotifier(m_pipe[0], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, [this] {
        std::array<char, 16> bytes;
        while (read(m_pipe[0], bytes.data(), bytes.size()) > 0) {
        }
        Q_EMIT endRequested();
    });
    constexpr std::array numbers = {SIGTERM, SIGINT, SIGHUP};
    for (size_t i = 0; i < numbers.size(); ++i) {
        Replaced& replaced = m_replaced[i];
        replaced.number = numbers[i];
        if (sigaction(replaced.number, nullptr, &replaced.before) != 0 ||
            replaced.before.sa_handler == SIG_IGN)
            continue;
        struct sigaction action {};
        action.sa_handler = onSignal;
        sigemptyset(&action.sa_mask);
        action.sa_flags = SA_RESTART | SA_RESETHAND;
        replaced.isReplaced = sigaction(replaced.number, &action, nullptr) == 0;
    }
}

EndSignals::~EndSignals()
{
    for (const Replaced& replaced : m_replaced)
        if (replaced.isReplaced)
            sigaction(replaced.number, &replaced.before, nullptr);
    pipeEnd = -1;
    delete m_notifier; // before what it watches is closed
    for (const int end : m_pipe)
        if (end >= 0)
            close(end);
}

} // namespace Scoredesk
