// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>

#include "descent/objective.h"
#include "descent/settings.h"
#include "descent/state.h"
#include "descent/trajectory.h"

namespace descent {

/// Why a run ended. Checked before each step, in this order, but for the last.
enum class Outcome {
    Diverged,    ///< |x| > divergenceBound, or a coordinate, f or f' is infinite
    LeftDomain,  ///< f or f' is NaN at a finite x
    /// |f'| < tolerance, and the step that would come next is at most max(1, α) times as
    /// long, and the learning rate will rise no more
    Converged,
    /// The next place and memory equal these, and no later step can differ: it is lost to rounding.
    Stalled,
    MaxIterations,  ///< the limit was reached first
    OutOfMemory  ///< the computer had no memory for the next step, perhaps not even for the first
};

/// The state with the gradient that the step from it takes: with its noise.
State asSeen(const Settings& settings, State from);

/// A run that is followed: evaluates, lets the method make its step, and stops by the rules of
/// Outcome. A step costs little more than evaluating f and f'. The one loop of the program:
/// equal arguments give equal steps wherever it is used.
class Descent {
public:
    /// From a start. `objective` outlives this and must have the goal of the settings.
    Descent(const Objective& objective, const Settings& settings, const Point& start);
    /// Goes on from a state of a run of the same method.
    Descent(const Objective& objective, const Settings& settings, const State& from);
    ~Descent();

    /// Goes on to iteration `until` (at most the limit of iterations) unless the run ends or `stop`
    /// is requested before. A run that comes back to exactly where it was goes on like that for
    /// ever: whole turns are counted and not taken. Brent, An improved Monte Carlo factorization
    /// algorithm, BIT 20 (1980).
    void advance(std::int64_t until, const std::stop_token& stop = {});
    /// The same, but takes every step and calls `visit` with the coordinates of
    /// each new place.
    void watch(std::int64_t until, const std::stop_token& stop,
               const std::function<void(std::span<const double>)>& visit);
    /// The same, and appends each new step to the trajectory; the present one, too, when that is
    /// empty. May throw std::bad_alloc.
    void keep(Trajectory& trajectory, std::int64_t until, const std::stop_token& stop = {});

    State state() const;
    /// How the run ended; nothing when it can go on.
    const std::optional<Outcome>& outcome() const;

    class Driver;

private:
    std::unique_ptr<Driver> m_driver;
};

/// The run from a start to its end.
struct Whole {
    Trajectory trajectory;
    Outcome outcome = Outcome::MaxIterations;
};
Whole whole(const Objective& objective, const Settings& settings, const Point& start);

/// The state that follows this one of a run, however many iterations its settings allow; nothing
/// where it ends.
std::optional<State> nextState(const Objective& objective, const Settings& settings,
                               const State& from);

/// The step that led from one state to the next.
struct StepLength {
    double alpha = 0;   ///< by the schedule
    double length = 0;  ///< times the gradient, of a method that searches; else α
    int refused = 0;    ///< longer ones that were tried before
};
StepLength stepLength(const Settings& settings, const State& from, const State& to);
/// What a step of the method takes for what it remembers in this vector, in the first coordinate.
double corrected(const Method& method, const State& at, std::size_t vector);

/// How a run that starts at x ends if it makes no step; nothing when it does.
std::optional<Outcome> endAt(const Objective& objective, const Settings& settings, double x);

/// Where a step of plain gradient descent leads: the map whose iterates such a run is.
inline double plainStep(const Objective& objective, double alpha, double x) {
    return x - alpha * objective.slope(x);
}

}  // namespace descent
