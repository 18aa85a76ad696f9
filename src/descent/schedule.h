// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "descent/knob.h"

namespace descent {

/// How the learning rate changes over a run: by what factor α counts at the step from iteration t,
/// t = 0, 1, ..., of a run of at most so many steps. Each kind has a name, a label for people
/// (English), what it makes of α, typeset and in Python (see script.h), and its knobs.
struct Constant {
    static constexpr std::string_view name = "constant";
    static constexpr std::string_view label = "Constant";
    static constexpr std::string_view formula = "α";
    static constexpr std::string_view script = "alpha";
    static constexpr std::array<Knob<Constant>, 0> knobs{};

    double factor(std::int64_t, std::int64_t) const { return 1; }
    bool operator==(const Constant&) const = default;
};

struct StepDecay {
    double every = 10;   ///< K, whole
    double gamma = 0.5;  ///< γ

    static constexpr std::string_view name = "step";
    static constexpr std::string_view label = "Step decay";
    static constexpr std::string_view formula = "α γ^⌊t/K⌋";
    static constexpr std::string_view script = "alpha * gamma ** (n // every)";
    static constexpr std::array knobs = {
        Knob<StepDecay>{"every", &StepDecay::every, Knob<StepDecay>::Whole()},
        Knob<StepDecay>{"gamma", &StepDecay::gamma, Knob<StepDecay>::Part()}};

    double factor(std::int64_t t, std::int64_t) const {
        return std::pow(gamma, std::floor(static_cast<double>(t) / every));
    }
    bool operator==(const StepDecay&) const = default;
};

struct Exponential {
    double gamma = 0.99;  ///< γ

    static constexpr std::string_view name = "exponential";
    static constexpr std::string_view label = "Exponential decay";
    static constexpr std::string_view formula = "α γᵗ";
    static constexpr std::string_view script = "alpha * gamma**n";
    static constexpr std::array knobs = {
        Knob<Exponential>{"gamma", &Exponential::gamma, Knob<Exponential>::Part()}};

    double factor(std::int64_t t, std::int64_t) const {
        return std::pow(gamma, static_cast<double>(t));
    }
    bool operator==(const Exponential&) const = default;
};

/// Robbins and Monro, A stochastic approximation method (1951).
struct Inverse {
    double rate = 0.1;  ///< R
    double power = 1;   ///< P

    static constexpr std::string_view name = "inverse";
    static constexpr std::string_view label = "Inverse decay";
    static constexpr std::string_view formula = "α/(1 + R t)^P";
    static constexpr std::string_view script = "alpha * (1 + rate * n) ** -power";
    static constexpr std::array knobs = {Knob<Inverse>{"rate", &Inverse::rate, false, 1e6},
                                         Knob<Inverse>{"power", &Inverse::power, false, 100}};

    double factor(std::int64_t t, std::int64_t) const {
        return std::pow(1 + rate * static_cast<double>(t), -power);
    }
    bool operator==(const Inverse&) const = default;
};

/// With N the most steps, after which it is 0. Loshchilov and Hutter, SGDR: stochastic gradient
/// descent with warm restarts, ICLR 2017, without restarts.
struct Cosine {
    /// N, where it is not that of the run.
    std::optional<std::int64_t> span = {};

    static constexpr std::string_view name = "cosine";
    static constexpr std::string_view label = "Cosine decay";
    static constexpr std::string_view formula = "α ½ (1 + cos(π t/N))";
    static constexpr std::string_view script =
        "alpha * (1 + math.cos(math.pi * (n / max_iterations))) / 2 if n < max_iterations else 0.0";
    static constexpr std::array<Knob<Cosine>, 0> knobs{};

    double factor(std::int64_t t, std::int64_t most) const {
        const double part = static_cast<double>(t) / static_cast<double>(span.value_or(most));
        return part >= 1 ? 0 : (1 + std::cos(std::numbers::pi * part)) / 2;
    }
    bool operator==(const Cosine&) const = default;
};

/// The learning rate rises to α in K steps.
struct Warmup {
    double steps = 10;  ///< K, whole

    static constexpr std::string_view name = "warmup";
    static constexpr std::string_view label = "Warm-up";
    static constexpr std::string_view formula = "α min(1, (t + 1)/K)";
    static constexpr std::string_view script = "alpha * min(1, (n + 1) / steps)";
    static constexpr std::array knobs = {
        Knob<Warmup>{"steps", &Warmup::steps, Knob<Warmup>::Whole()}};

    double factor(std::int64_t t, std::int64_t) const {
        return std::fmin(1, static_cast<double>(t + 1) / steps);
    }
    bool operator==(const Warmup&) const = default;
};

using Schedule = std::variant<Constant, StepDecay, Exponential, Inverse, Cosine, Warmup>;

/// One of each kind, with the usual knobs, in the order in which they are offered.
const std::vector<Schedule>& schedules();
std::string_view name(const Schedule& schedule);
/// For people, in English.
std::string_view label(const Schedule& schedule);
/// The learning rate of the step from iteration t, typeset.
std::string_view formulaOf(const Schedule& schedule);
/// The schedule of that name with the usual knobs; nothing when there is none.
std::optional<Schedule> scheduleNamed(std::string_view name);
std::vector<Setting> settingsOf(const Schedule& schedule);
/// The schedule with another value of a knob, which must be one of its own.
Schedule with(Schedule schedule, std::string_view knob, double value);

inline bool isConstant(const Schedule& schedule) {
    return std::holds_alternative<Constant>(schedule);
}

/// The factor at the step from iteration t.
inline double factor(const Schedule& schedule, std::int64_t t, std::int64_t most) {
    return std::visit([=](const auto& kind) { return kind.factor(t, most); }, schedule);
}

/// The same where a run of so many steps goes on beyond them.
inline Schedule unstretched(const Schedule& schedule, std::int64_t most) {
    const auto* const cosine = std::get_if<Cosine>(&schedule);
    return cosine && !cosine->span ? Schedule(Cosine{most}) : schedule;
}

/// Whether the learning rate is larger at a later step than at that from iteration t.
inline bool rises(const Schedule& schedule, std::int64_t t) {
    const auto* const warmup = std::get_if<Warmup>(&schedule);
    return warmup && static_cast<double>(t + 1) < warmup->steps;
}

}  // namespace descent
