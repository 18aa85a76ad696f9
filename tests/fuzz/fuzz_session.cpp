// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "session/link.h"
#include "session/sessionfile.h"

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

void check(const core::Result<session::Session, QString>& read) {
    if (!read) return require(!read.error().isEmpty() && read.error().size() < 500);
    require(*session::fromFile(session::toFile(*read)) == *read);
    require(*session::fromLink(session::toLink(*read)) == *read);
}

}  // namespace

/// Whatever is in a file or a link is either refused in words, or a session that can be written and
/// read again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArray content(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    check(session::fromFile(content));
    check(session::fromLink(QString::fromUtf8(content)));
    return 0;
}
