// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

namespace descent {

/// Where a part of a step comes from.
enum class Origin {
    Memory,    ///< earlier gradients, as far as the method carries them on
    Gradient,  ///< that of this iteration
    Decay      ///< the place itself, which is pulled towards 0
};

/// A part that every step of a method has.
struct PartName {
    Origin origin = Origin::Gradient;
    /// What it adds to x, as the equation has it, with its sign: "−{alpha} {beta} {velocity}".
    std::string_view formula;
    /// What it comes from, for where that is too long: "{=beta1} {m}".
    std::string_view source;
};

/// What a mean gradient keeps of the one before and what the new gradient adds to it, as far as
/// they move x: by −rate times the mean.
inline std::array<double, 2> partsOfMean(double rate, double kept, double before, double gradient) {
    return {-rate * kept * before, -rate * (1 - kept) * gradient};
}

}  // namespace descent
