// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <functional>
#include <vector>

/// Methods as one writes them down in a few lines, to hold runs and what is told of them against:
/// nothing is shared with the program. The places of so many steps from x on, x included.
namespace loops {

using Function = std::function<double(double)>;
using Places = std::vector<double>;

/// The steps of a rule that gives the next place, of the place and the number of the step from 0.
inline Places repeated(double x, int steps, const std::function<double(double, int)>& rule) {
    Places all{x};
    for (int step = 0; step < steps; ++step) all.push_back(rule(all.back(), step));
    return all;
}

inline Places gradient(const Function& slope, double x, double alpha, int steps) {
    return repeated(x, steps, [&](double at, int) { return at - alpha * slope(at); });
}

inline Places momentum(const Function& slope, double x, double alpha, double beta, int steps) {
    double velocity = 0;
    return repeated(x, steps, [&](double at, int) {
        velocity = beta * velocity + slope(at);
        return at - alpha * velocity;
    });
}

inline Places adagrad(const Function& slope, double x, double alpha, int steps) {
    double squares = 0;
    return repeated(x, steps, [&](double at, int) {
        squares += slope(at) * slope(at);
        return at - alpha * slope(at) / (std::sqrt(squares) + 1e-10);
    });
}

inline Places rmsprop(const Function& slope, double x, double alpha, double rho, int steps) {
    double square = 0;
    return repeated(x, steps, [&](double at, int) {
        square = rho * square + (1 - rho) * slope(at) * slope(at);
        return at - alpha * slope(at) / (std::sqrt(square) + 1e-8);
    });
}

inline Places adam(const Function& slope, double x, double alpha, int steps) {
    double mean = 0;
    double square = 0;
    return repeated(x, steps, [&](double at, int step) {
        mean = 0.9 * mean + 0.1 * slope(at);
        square = 0.999 * square + 0.001 * slope(at) * slope(at);
        const double first = mean / (1 - std::pow(0.9, step + 1));
        const double second = square / (1 - std::pow(0.999, step + 1));
        return at - alpha * first / (std::sqrt(second) + 1e-8);
    });
}

/// Plain descent with α/(1 + t).
inline Places shrinking(const Function& slope, double x, double alpha, int steps) {
    return repeated(x, steps,
                    [&](double at, int step) { return at - alpha / (1 + step) * slope(at); });
}

/// Plain descent with α halved at each step.
inline Places halving(const Function& slope, double x, double alpha, int steps) {
    return repeated(x, steps,
                    [&](double at, int step) { return at - std::ldexp(alpha, -step) * slope(at); });
}

/// Newton's step downhill, with α = 1.
inline Places newton(const Function& slope, const Function& curvature, double x, int steps) {
    return repeated(x, steps,
                    [&](double at, int) { return at - slope(at) / std::abs(curvature(at)); });
}

}  // namespace loops
