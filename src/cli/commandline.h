// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/arguments.h"

namespace cli {

/// Computes the run and writes every file that is asked for; the verdict goes to standard output,
/// faults to standard error. Returns the exit status: 0, 1 when a file or standard output cannot be
/// written or there is no memory for the run, or 2 when the run does not have the steps asked for.
int execute(const Request& request);

/// Prints the refusal where it belongs and returns its exit status; 1 when what was asked for
/// cannot be written.
int report(const Refusal& refusal);

}  // namespace cli
