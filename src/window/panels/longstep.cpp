// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/panels/longstep.h"

#include <array>
#include <span>

namespace window {

namespace {

// Their digits are more than any setting shows.
constexpr double place = -1.2345678901234567;
constexpr double slope = -2.3456789012345678;
constexpr double memory = 3.4567890123456789;
constexpr double value = -4.5678901234567891;

descent::Point all(double number, std::size_t variables) {
    std::array<double, descent::mostVariables> numbers;
    numbers.fill(number);
    return descent::Point(std::span(numbers).first(variables));
}

descent::State longState(std::int64_t iteration, std::size_t variables, StepSize size) {
    descent::State state;
    state.iteration = iteration;
    state.at = all(size.length * place, variables);
    state.value = size.length * size.length * value;
    state.gradient = all(size.length * slope, variables);
    for (descent::Point& remembered : state.memory)
        remembered = all(size.second * size.length * size.length * memory, variables);
    state.memory[0] = all(size.first * size.length * memory, variables);
    state.numbers.fill(0.5);  // powers that fade
    state.begins = false;
    return state;
}

}  // namespace

LongStep longStep(const descent::Settings& settings, std::size_t variables, StepSize size) {
    constexpr std::int64_t iteration = 100;
    LongStep step{settings, longState(iteration, variables, size),
                  longState(iteration + 1, variables, size)};
    constexpr double rounded = 0.0123;  // as the slider chooses
    step.settings.alpha = rounded;
    // Where a method tries several lengths, it takes the first.
    const double alpha = descent::alphaAt(step.settings, iteration);
    step.to.at = all(size.length * (place - alpha * slope), variables);
    return step;
}

}  // namespace window
