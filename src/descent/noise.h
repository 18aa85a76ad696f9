// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace descent {

/// Gaussian noise on each coordinate of the gradient that a step takes. What is told of a place is
/// the gradient itself.
struct Noise {
    double sigma = 0;        ///< standard deviation, at least 0; 0 is none
    std::uint64_t seed = 1;  ///< other seeds give other noise

    bool operator==(const Noise&) const = default;
};

/// A number of the standard normal distribution, made of these three alone, so that going back and
/// replaying give the same run: Philox2x64-10 of Salmon, Moraes, Dror and Shaw, Parallel random
/// numbers: as easy as 1, 2, 3, SC11 (2011), under a distribution whose bits do not depend on the
/// compiler.
double gaussian(std::uint64_t seed, std::int64_t iteration, std::uint64_t coordinate);

}  // namespace descent
