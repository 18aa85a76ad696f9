// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "descent/method.h"
#include "descent/noise.h"
#include "descent/objective.h"
#include "descent/schedule.h"

namespace descent {

inline constexpr double divergenceBound = 1e12;
inline constexpr double smallestAlpha = 1e-12;
inline constexpr double largestAlpha = 1000;
inline constexpr std::int64_t mostIterations = 1'000'000;

struct Settings {
    double alpha = 0.02;               ///< learning rate, > 0
    std::int64_t maxIterations = 200;  ///< 1 to mostIterations
    double tolerance = 1e-6;           ///< on the norm of the gradient, > 0
    Direction direction = Direction::Descend;
    Method method{};
    Schedule schedule{};  ///< of the learning rate
    Noise noise{};        ///< on the gradient

    bool operator==(const Settings&) const = default;
};

/// The same run with another limit of iterations: its schedule does not stretch with it.
Settings lasting(Settings settings, std::int64_t maxIterations);

/// The learning rate of the step from iteration n.
double alphaAt(const Settings& settings, std::int64_t n);

/// Whether each step is that of plain gradient descent with this α, which depends on the place
/// alone: so is that of a momentum of which nothing is kept.
bool isPlain(const Settings& settings);

}  // namespace descent
