// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cmath>
#include <cstdint>
#include <cstdlib>

#include "formula/result.h"
#include "session/limits.h"
#include "session/session.h"

// What fuzz targets claim of any input. A claim that does not hold ends the program, which
// libFuzzer then reports with the input.

inline void require(bool holds) {
    if (!holds) std::abort();
}

inline QByteArray bytes(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)};
}

/// A person can be told it.
inline void requireTold(const QString& fault) {
    constexpr int longest = 500;
    require(!fault.trimmed().isEmpty() && fault.size() < longest);
}

/// A run can be made of it.
inline void requireSound(const session::Session& session) {
    require(session.initialGuess.size() == session.function.dimension());
    for (const double coordinate : session.initialGuess)
        require(std::abs(coordinate) <= descent::divergenceBound);
    const descent::Settings& settings = session.settings;
    require(settings.alpha > 0 && settings.alpha <= descent::largestAlpha);
    require(settings.maxIterations >= 1 && settings.maxIterations <= descent::mostIterations);
    require(settings.tolerance > 0 && settings.tolerance <= 1);
    require(session.range.valid());
    require(!session.values || session.values->valid());
    require(session.standing.step.value_or(0) >= 0);
    require(session::titleFault(session.title).isEmpty());
    require(session::noteFault(session.note).isEmpty());
}
