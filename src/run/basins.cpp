// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/basins.h"

#include <map>
#include <stop_token>
#include <thread>
#include <utility>
#include <vector>

#include "insight/approach.h"
#include "run/parallel.h"
#include "run/sweep.h"

namespace run {

namespace {

/// Finds the ends of runs; belongs to one thread.
class Pathfinder {
public:
    explicit Pathfinder(const BasinProblem& problem)
        : m_settings(problem.settings),
          m_objective(problem.analysis, problem.settings.direction),
          m_grain(problem.x.width() / problem.columns),
          m_approaches(m_objective, m_settings, m_grain) {}

    std::optional<insight::Ending> ending(double start, const std::stop_token& stop) {
        auto destination = insight::destination(m_objective, m_settings, start, stop);
        if (!destination) return std::nullopt;
        double place = destination->x;
        if (destination->fate == insight::Fate::Moves && !descent::isPlain(m_settings)) {
            const auto later = insight::destination(m_objective, longer(), start, stop);
            if (later && later->fate == insight::Fate::Settles) {
                destination->fate = insight::Fate::Approaches;
                place = later->x;
            }
        } else if (destination->fate == insight::Fate::Moves) {
            const auto [fate, ahead] = m_approaches.from(destination->x);
            destination->fate = fate;
            place = ahead;
        }
        if (!insight::hasPlace(destination->fate)) return insight::Ending{*destination, {}};
        return insight::Ending{*destination, rest(place)};
    }

private:
    /// What is to come of methods with a memory, only a run that goes on can tell.
    descent::Settings longer() const {
        constexpr std::int64_t further = 5000;
        return descent::lasting(m_settings, m_settings.maxIterations + further);
    }

    /// Most runs settle where others have settled before.
    insight::Rest rest(double end) {
        const auto after = m_known.upper_bound(end);
        if (after != m_known.begin()) {
            const insight::Rest& before = std::prev(after)->second;
            if (before.stretch.contains(end)) return before;
        }
        const insight::Rest rest = insight::restAround(m_objective, m_settings, end, m_grain);
        if (rest.stretch.valid()) m_known.emplace(rest.stretch.low, rest);
        return rest;
    }

    descent::Settings m_settings;
    descent::Objective m_objective;
    double m_grain;
    insight::Approaches m_approaches;
    std::map<double, insight::Rest> m_known;  ///< those with ends, by the lower one
};

}  // namespace

struct Basins::State {
    explicit State(BasinProblem given)
        : problem(std::move(given)), sweep(problem.columns), columns(blank()) {
        thread = started([this](const std::stop_token& stop) {
            inParallel(problem.threads, [&] { compute(stop, [] { return false; }); });
            sweep.end();
        });
    }

    std::vector<std::optional<insight::Ending>> blank() const {
        return std::vector<std::optional<insight::Ending>>(
            static_cast<std::size_t>(std::max(problem.columns, 0)));
    }

    /// In the place of the thread that the system did not give.
    void help(std::chrono::microseconds longest) {
        if (thread.joinable() || sweep.over()) return;
        const auto end = std::chrono::steady_clock::now() + longest;
        const auto late = [end] { return std::chrono::steady_clock::now() >= end; };
        inParallel(1, [&] { compute({}, late); });
        if (!late()) sweep.end();
    }

    /// Column by column, until none is left or it is `enough`.
    template <typename Enough>
    void compute(const std::stop_token& stop, const Enough& enough) {
        Pathfinder pathfinder(problem);
        const insight::BasinMap places{
            problem.x, std::vector<insight::Destination>(columns.size()), {}};
        while (!enough()) {
            const auto column = sweep.next();
            if (!column) return;
            const auto ending = pathfinder.ending(places.start(*column), stop);
            if (!ending) return;
            sweep.done([&] { columns[*column] = *ending; });
        }
    }

    const BasinProblem problem;
    Sweep sweep;
    std::vector<std::optional<insight::Ending>> columns;  ///< guarded by sweep
    std::jthread thread;                                  ///< last: it ends before what it uses
};

Basins::Basins(BasinProblem problem) : m_state(std::make_unique<State>(std::move(problem))) {}

Basins::~Basins() = default;

std::optional<insight::BasinMap> Basins::take() {
    const auto columns = m_state->sweep.take([this] { return m_state->columns; });
    if (!columns) return std::nullopt;
    return insight::basinMap(m_state->problem.x, *columns);
}

bool Basins::over() const {
    return m_state->sweep.over();
}

bool Basins::wait(std::chrono::microseconds longest) const {
    m_state->help(longest);
    return m_state->sweep.wait(longest);
}

}  // namespace run
