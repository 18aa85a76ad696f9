// SPDX-License-Identifier: GPL-3.0-or-later
#include "claims.h"
#include "session/link.h"

/// Whatever is in a link is either refused in words, or a session whose link reads again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto read = session::fromLink(QString::fromUtf8(bytes(data, size)));
    if (read) {
        requireSound(*read);
        require(*session::fromLink(session::toLink(*read)) == *read);
    } else {
        requireTold(read.error());
    }
    return 0;
}
