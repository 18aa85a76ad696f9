// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QList>

#include "claims.h"
#include "cli/arguments.h"

/// --help wants to know the program's name.
extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv) {
    static const QCoreApplication application(*argc, *argv);
    return 0;
}

/// Whatever the arguments, one a line, they are either refused in words, or a run can be made of
/// them.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    QStringList arguments{QStringLiteral("thalweg")};
    for (const QByteArray& line : bytes(data, size).split('\n'))
        arguments += QString::fromUtf8(line);
    const auto request = cli::parse(arguments);
    if (request) {
        requireSound(request->session);
    } else if (request.error().status == 0) {
        require(!request.error().message.isEmpty());
    } else {
        require(request.error().status == 2);
        requireTold(request.error().message);
    }
    return 0;
}
