// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>
#include <variant>

namespace descent {

/// How the learning rate changes over a run: by what factor α counts at the step from iteration t,
/// t = 0, 1, ..., of a run of at most so many steps.
struct Constant {
    double factor(std::int64_t, std::int64_t) const { return 1; }
    bool operator==(const Constant&) const = default;
};

/// γ^⌊t/K⌋
struct StepDecay {
    std::int64_t every = 10;  ///< K, > 0
    double gamma = 0.5;       ///< 0 to 1

    double factor(std::int64_t t, std::int64_t) const {
        return std::pow(gamma, static_cast<double>(t / every));
    }
    bool operator==(const StepDecay&) const = default;
};

/// γᵗ
struct Exponential {
    double gamma = 0.99;  ///< 0 to 1

    double factor(std::int64_t t, std::int64_t) const {
        return std::pow(gamma, static_cast<double>(t));
    }
    bool operator==(const Exponential&) const = default;
};

/// 1/(1+Rt)^P. Robbins and Monro, A stochastic approximation method (1951).
struct Inverse {
    double rate = 0.1;  ///< R, > 0
    double power = 1;   ///< P, > 0

    double factor(std::int64_t t, std::int64_t) const {
        return std::pow(1 + rate * static_cast<double>(t), -power);
    }
    bool operator==(const Inverse&) const = default;
};

/// ½(1+cos(πt/N)), N the most steps. Loshchilov and Hutter, SGDR: stochastic gradient descent with
/// warm restarts, ICLR 2017, without restarts.
struct Cosine {
    double factor(std::int64_t t, std::int64_t most) const {
        const double part = static_cast<double>(t) / static_cast<double>(most);
        return (1 + std::cos(std::numbers::pi * part)) / 2;
    }
    bool operator==(const Cosine&) const = default;
};

/// min(1, (t+1)/K): the learning rate rises to α in K steps.
struct Warmup {
    std::int64_t steps = 10;  ///< K, > 0

    double factor(std::int64_t t, std::int64_t) const {
        return t + 1 < steps ? static_cast<double>(t + 1) / static_cast<double>(steps) : 1;
    }
    bool operator==(const Warmup&) const = default;
};

using Schedule = std::variant<Constant, StepDecay, Exponential, Inverse, Cosine, Warmup>;

inline bool isConstant(const Schedule& schedule) {
    return std::holds_alternative<Constant>(schedule);
}

/// The factor at the step from iteration t.
inline double factor(const Schedule& schedule, std::int64_t t, std::int64_t most) {
    return std::visit([=](const auto& kind) { return kind.factor(t, most); }, schedule);
}

/// Whether the learning rate is larger at a later step than at that from iteration t.
inline bool rises(const Schedule& schedule, std::int64_t t) {
    const auto* const warmup = std::get_if<Warmup>(&schedule);
    return warmup && t + 1 < warmup->steps;
}

}  // namespace descent
