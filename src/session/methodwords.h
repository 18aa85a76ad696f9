// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string_view>

#include "descent/method.h"

namespace session {

/// What a method does, in one line for people who choose one.
QString methodTip(const descent::Method& method);

/// A knob as its symbol, such as β₁; a switch as a word.
QString knobLabel(std::string_view knob);
/// As a screen reader says it.
QString knobSpoken(std::string_view knob);
/// What turning it does.
QString knobTip(std::string_view knob);

}  // namespace session
