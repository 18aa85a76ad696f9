// SPDX-License-Identifier: GPL-3.0-or-later
#include "claims.h"
#include "session/sessionfile.h"

/// Whatever is in a file is either refused in words, or a session that can be written and read
/// again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto read = session::fromFile(bytes(data, size));
    if (read) {
        requireSound(*read);
        require(*session::fromFile(session::toFile(*read)) == *read);
    } else {
        requireTold(read.error());
    }
    return 0;
}
