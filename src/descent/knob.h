// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace descent {

/// A number that a method can be tuned by, or a switch.
template <typename Rule>
struct Knob {
    constexpr Knob(std::string_view called, double Rule::*what, bool mayBeZero, double below = 1)
        : name(called), number(what), high(below), includesLow(mayBeZero) {}
    constexpr Knob(std::string_view called, double Rule::*what, double least, double below)
        : name(called), number(what), low(least), high(below) {}
    constexpr Knob(std::string_view called, bool Rule::*what) : name(called), flag(what) {}

    std::string_view name;
    double Rule::*number = nullptr;
    double low = 0;
    double high = 1;  ///< the number is less than this
    bool includesLow = true;
    bool Rule::*flag = nullptr;
};

}  // namespace descent
