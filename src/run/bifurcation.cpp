// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/bifurcation.h"

#include <algorithm>
#include <stop_token>
#include <thread>
#include <utility>
#include <vector>

#include "core/refinement.h"
#include "run/crew.h"
#include "run/sweep.h"

namespace run {

struct Bifurcation::State {
    explicit State(BifurcationProblem given)
        : problem(std::move(given)),
          launch{problem.start.x, problem.direction},
          sweep(problem.columns),
          done(static_cast<std::size_t>(std::max(problem.columns, 0))) {
        thread = std::jthread([this](const std::stop_token& stop) {
            together(1, [&] { frame(stop); });
            if (!density.counts.empty()) together(problem.threads, [&] { compute(stop); });
            sweep.end();
        });
    }

    /// Decides on the axes, once, so that the picture refines in place.
    void frame(const std::stop_token& stop) {
        const core::Objective objective(problem.analysis);
        density.alpha =
            problem.alpha.valid() ? problem.alpha : core::fittingAlphas(objective, launch, stop);
        density.x =
            problem.x ? *problem.x : core::fittingPlaces(objective, launch, density.alpha, stop);
        density.columns = problem.columns;
        density.rows = problem.rows;
        density.counts.resize(done.size() * static_cast<std::size_t>(problem.rows));
    }

    void compute(const std::stop_token& stop) {
        const core::Objective objective(problem.analysis);
        const core::Range alpha = density.alpha;
        const double width = alpha.width() / problem.columns;
        while (const auto column = sweep.next()) {
            const double low = alpha.low + width * static_cast<double>(*column);
            const auto counts = core::densityColumn(objective, launch, {low, low + width},
                                                    density.x, problem.rows, stop);
            if (!counts) return;
            sweep.done([&] { keep(*column, *counts); });
        }
    }

    void keep(std::size_t column, const std::vector<std::uint32_t>& counts) {
        for (std::size_t row = 0; row < counts.size(); ++row)
            density.counts[row * done.size() + column] = counts[row];
        density.largest =
            std::max(density.largest, *std::max_element(counts.begin(), counts.end()));
        done[column] = true;
        density.complete = ++density.computed == density.columns;
    }

    const BifurcationProblem problem;
    const core::Launch launch;
    Sweep sweep;
    core::Density density;   ///< the counts, and what follows them, are guarded by sweep
    std::vector<bool> done;  ///< guarded by sweep
    std::jthread thread;     ///< last: it ends before what it uses
};

Bifurcation::Bifurcation(BifurcationProblem problem)
    : m_state(std::make_unique<State>(std::move(problem))) {}

Bifurcation::~Bifurcation() = default;

std::optional<core::Density> Bifurcation::take() {
    auto taken = m_state->sweep.take([this] { return std::pair(m_state->density, m_state->done); });
    if (!taken) return std::nullopt;
    auto& [density, done] = *taken;
    if (density.complete) return std::move(density);
    const std::vector<std::size_t> nearest = core::nearestDone(done);
    for (auto row = density.counts.begin(); row != density.counts.end(); row += density.columns) {
        for (std::size_t column = 0; column < nearest.size(); ++column)
            row[static_cast<std::ptrdiff_t>(column)] =
                row[static_cast<std::ptrdiff_t>(nearest[column])];
    }
    return std::move(density);
}

bool Bifurcation::over() const {
    return m_state->sweep.over();
}

bool Bifurcation::wait(std::chrono::microseconds longest) const {
    return m_state->sweep.wait(longest);
}

}  // namespace run
