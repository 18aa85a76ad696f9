// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "session/function.h"

/// The function of a text that reads; ends the program when it does not.
inline session::Function functionOf(const QString& text) {
    auto function = session::Function::from(text);
    if (!function) qFatal("\"%s\" does not read", qPrintable(text));
    return std::move(function).value();
}
