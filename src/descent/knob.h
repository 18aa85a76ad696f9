// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace descent {

/// A number that a method can be tuned by, or a switch.
template <typename Rule>
struct Knob {
    constexpr Knob(std::string_view called, double Rule::*what, double least, double most)
        : name(called), number(what), low(least), high(most) {}
    constexpr Knob(std::string_view called, bool Rule::*what) : name(called), flag(what) {}

    std::string_view name;
    double Rule::*number = nullptr;
    double low = 0;   ///< the number is at least this
    double high = 1;  ///< and less than this
    bool Rule::*flag = nullptr;
};

}  // namespace descent
