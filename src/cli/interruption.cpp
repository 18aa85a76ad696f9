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

}  // namespace

Interruption::Interruption() {
    std::signal(SIGINT, remember);
    std::signal(SIGTERM, remember);
}

Interruption::~Interruption() {
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    if (arrived != 0) std::raise(arrived);
}

bool Interruption::asked() const {
    return arrived != 0;
}

}  // namespace cli
