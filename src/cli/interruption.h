// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace cli {

/// While one lives, SIGINT and SIGTERM do not end the program at once, so that no half-written file
/// is left on file systems that need a name for it. One that is ignored stays ignored. At most one
/// at a time.
class Interruption {
public:
    Interruption();
    /// A signal that has come then ends the program as it would have.
    ~Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;

    bool asked() const;
};

}  // namespace cli
