// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cmath>
#include <optional>

#include "insight/range.h"
#include "session/limits.h"
#include "session/wording/wording.h"

namespace session {

// What the texts of fields are made of, and how they are taken over.

/// The shortest text that reads back as the same bits: Qt drops the sign of -0.
inline QString exact(double value) {
    return value == 0 && std::signbit(value) ? QStringLiteral("-0") : typedNumber(value);
}

inline QString exact(const insight::Range& range) {
    return exact(range.low) + QLatin1Char(':') + exact(range.high);
}

template <typename Value, typename Into>
QString take(const Typed<Value>& typed, Into& into) {
    if (!typed) return typed.error();
    into = *typed;
    return {};
}

/// An empty text is that of what is absent.
template <typename Value>
QString takeIfAny(const QString& text, Typed<Value> (*read)(const QString&),
                  std::optional<Value>& into) {
    into.reset();
    return text.isEmpty() ? QString() : take(read(text), into);
}

inline QString change(const QString& sentence, double value, int digits) {
    return sentence.arg(number(value, digits));
}

}  // namespace session
