// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/interruption.h"

#include <csignal>

namespace cli {

namespace {

/// A handler can reach nothing else.
volatile std::sig_atomic_t arrived = 0;

void remember(int signal) {
    arrived = signal;
}

/// One that the program was started to ignore, as nohup and shells without job control do, stays
/// ignored.
void handle(int signal, void (*handler)(int)) {
    struct sigaction present {};
    const bool ignored =
        ::sigaction(signal, nullptr, &present) == 0 && present.sa_handler == SIG_IGN;
    if (!ignored) std::signal(signal, handler);
}

}  // namespace

Interruption::Interruption() {
    handle(SIGINT, remember);
    handle(SIGTERM, remember);
}

Interruption::~Interruption() {
    handle(SIGINT, SIG_DFL);
    handle(SIGTERM, SIG_DFL);
    if (arrived != 0) std::raise(arrived);
}

bool Interruption::asked() const {
    return arrived != 0;
}

}  // namespace cli
