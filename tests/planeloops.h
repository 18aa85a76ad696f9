// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <vector>

/// As loops.h, in two variables.
namespace planeloops {

using Place = std::array<double, 2>;
using Height = std::function<double(Place)>;
using Slope = std::function<Place(Place)>;
using Places = std::vector<Place>;

inline double length(Place of) {
    return std::hypot(of[0], of[1]);
}
inline Place between(Place from, Place to) {
    return {to[0] - from[0], to[1] - from[1]};
}
/// From 0 to 180 degrees.
inline double angle(Place one, Place other) {
    const double cosine = (one[0] * other[0] + one[1] * other[1]) / (length(one) * length(other));
    return std::acos(std::clamp(cosine, -1.0, 1.0)) * 180 / std::acos(-1);
}

/// The steps of a rule that changes a place by its gradient, of the number of the step from 1.
inline Places repeated(const Slope& slope, Place start, int steps,
                       const std::function<void(Place&, const Place&, int)>& rule) {
    Places all{start};
    for (int step = 1; step <= steps; ++step) {
        Place next = all.back();
        rule(next, slope(all.back()), step);
        all.push_back(next);
    }
    return all;
}

inline Places gradient(const Slope& slope, Place start, double alpha, int steps) {
    return repeated(slope, start, steps, [&](Place& at, const Place& g, int) {
        for (int i : {0, 1}) at[i] -= alpha * g[i];
    });
}

inline Places momentum(const Slope& slope, Place start, double alpha, double beta, int steps) {
    Place velocity{};
    return repeated(slope, start, steps, [&](Place& at, const Place& g, int) {
        for (int i : {0, 1}) {
            velocity[i] = beta * velocity[i] + g[i];
            at[i] -= alpha * velocity[i];
        }
    });
}

inline Places adam(const Slope& slope, Place start, double alpha, int steps) {
    Place mean{};
    Place square{};
    return repeated(slope, start, steps, [&](Place& at, const Place& g, int step) {
        for (int i : {0, 1}) {
            mean[i] = 0.9 * mean[i] + 0.1 * g[i];
            square[i] = 0.999 * square[i] + 0.001 * g[i] * g[i];
            const double first = mean[i] / (1 - std::pow(0.9, step));
            const double second = square[i] / (1 - std::pow(0.999, step));
            at[i] -= alpha * first / (std::sqrt(second) + 1e-8);
        }
    });
}

/// The first iteration from which on the gradient is below the tolerance.
inline int within(const Slope& slope, const Places& places) {
    int n = 0;
    while (n < static_cast<int>(places.size()) && length(slope(places[n])) >= 1e-6) ++n;
    return n;
}

}  // namespace planeloops
