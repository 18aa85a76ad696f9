// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/bifurcation.h"

#include <algorithm>
#include <memory>
#include <stop_token>
#include <thread>
#include <utility>
#include <vector>

#include "run/crew.h"
#include "run/sweep.h"

namespace run {

struct Bifurcation::State {
    explicit State(BifurcationProblem given)
        : problem(std::move(given)),
          launch{problem.start.x, problem.direction},
          sweep(problem.columns),
          columns(static_cast<std::size_t>(std::max(problem.columns, 0))) {
        thread = started([this](const std::stop_token& stop) { work(stop); });
    }

    void work(const std::stop_token& stop) {
        bool framed = false;
        together(1, [&] { framed = frame(stop); });
        if (framed) together(problem.threads, [&] { compute(stop); });
        sweep.end();
    }

    /// In the place of the thread that the system did not give.
    void help() {
        if (!thread.joinable() && !sweep.over()) work({});
    }

    /// Decides on the axes, once, so that the picture refines in place.
    bool frame(const std::stop_token& stop) {
        const core::Objective objective(problem.analysis);
        axes.alpha = problem.alpha.valid() ? problem.alpha : fitting(objective, stop);
        axes.x = problem.x ? *problem.x : core::fittingPlaces(objective, launch, axes.alpha, stop);
        axes.columns = problem.columns;
        axes.rows = problem.rows;
        return !stop.stop_requested();
    }

    /// With the present α, unless it would take most of the room.
    core::Range fitting(const core::Objective& objective, const std::stop_token& stop) const {
        core::Range alphas = core::fittingAlphas(objective, launch, stop);
        const double room = alphas.width();
        if (!problem.present || *problem.present > alphas.high + room) return alphas;
        constexpr double margin = 0.02;
        alphas.low = std::min(alphas.low, *problem.present * (1 - margin));
        alphas.high = std::max(alphas.high, *problem.present * (1 + margin));
        alphas.high = std::min(alphas.high, core::largestAlpha);
        return alphas;
    }

    void compute(const std::stop_token& stop) {
        const core::Objective objective(problem.analysis);
        const double width = axes.alpha.width() / axes.columns;
        while (const auto place = sweep.next()) {
            const double low = axes.alpha.low + width * static_cast<double>(*place);
            auto counts =
                core::densityColumn(objective, launch, {low, low + width}, axes.x, axes.rows, stop);
            if (!counts) return;
            auto column = std::make_shared<const core::DensityColumn>(*std::move(counts));
            sweep.done([&] { columns[*place] = std::move(column); });
        }
    }

    const BifurcationProblem problem;
    const core::Launch launch;
    Sweep sweep;
    core::Density axes;  ///< without counts; decided before there is a column
    std::vector<std::shared_ptr<const core::DensityColumn>> columns;  ///< guarded by sweep
    std::jthread thread;  ///< last: it ends before what it uses
};

Bifurcation::Bifurcation(BifurcationProblem problem)
    : m_state(std::make_unique<State>(std::move(problem))) {}

Bifurcation::~Bifurcation() = default;

std::optional<core::Density> Bifurcation::take() {
    const auto columns = m_state->sweep.take([this] { return m_state->columns; });
    if (!columns) return std::nullopt;
    return core::density(m_state->axes, *columns);
}

bool Bifurcation::over() const {
    return m_state->sweep.over();
}

void Bifurcation::wait() const {
    m_state->help();
    m_state->sweep.wait();
}

bool Bifurcation::wait(std::chrono::microseconds longest) const {
    m_state->help();
    return m_state->sweep.wait(longest);
}

}  // namespace run
