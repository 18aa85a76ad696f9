// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/bifurcation.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>
#include <utility>
#include <vector>

#include "run/parallel.h"
#include "run/sweep.h"

namespace run {

struct Bifurcation::State {
    explicit State(BifurcationProblem given)
        : problem(std::move(given)),
          launch{problem.start[0], problem.settings.method},
          sweep(problem.columns),
          columns(static_cast<std::size_t>(std::max(problem.columns, 0))) {
        thread = started([this](const std::stop_token& stop) { work(stop); });
    }

    void work(const std::stop_token& stop) {
        bool framed = false;
        inParallel(1, [&] { framed = frame(stop); });
        if (framed) inParallel(problem.threads, [&] { compute(stop); });
        inParallel(1, [&] { present(stop, true); });
        sweep.end();
    }

    /// In the place of the thread that the system did not give.
    void help() {
        if (!thread.joinable() && !sweep.over()) work({});
    }

    /// Decides on the axes, once, so that the picture refines in place.
    bool frame(const std::stop_token& stop) {
        const descent::Objective objective(problem.analysis, problem.settings.direction);
        axes.alpha = problem.alpha.valid() ? problem.alpha : fitting(objective, stop);
        axes.x =
            problem.x ? *problem.x : insight::fittingPlaces(objective, launch, axes.alpha, stop);
        axes.goal = problem.settings.direction;
        axes.columns = problem.columns;
        axes.rows = problem.rows;
        return !stop.stop_requested();
    }

    /// With the present α, unless it would take most of the room; about that one where no run
    /// stays.
    insight::Range fitting(const descent::Objective& objective, const std::stop_token& stop) const {
        if (problem.present && !staysAnywhere(objective, stop)) {
            return {std::max(*problem.present / 10, descent::smallestAlpha),
                    std::min(*problem.present * 2, descent::largestAlpha)};
        }
        insight::Range alphas = insight::fittingAlphas(objective, launch, stop);
        const double room = alphas.width();
        if (!problem.present || *problem.present > alphas.high + room) return alphas;
        constexpr double margin = 0.02;
        alphas.low = std::min(alphas.low, *problem.present * (1 - margin));
        alphas.high = std::max(alphas.high, *problem.present * (1 + margin));
        alphas.high = std::min(alphas.high, descent::largestAlpha);
        return alphas;
    }

    bool staysAnywhere(const descent::Objective& objective, const std::stop_token& stop) const {
        constexpr double all = std::numeric_limits<double>::infinity();
        return insight::lowerAlpha(objective, launch, all, {-all, all}, stop).has_value();
    }

    void compute(const std::stop_token& stop) {
        const descent::Objective objective(problem.analysis, problem.settings.direction);
        const double width = axes.alpha.width() / axes.columns;
        while (const auto place = sweep.next()) {
            const double low = axes.alpha.low + width * static_cast<double>(*place);
            auto counts = insight::densityColumn(objective, launch, {low, low + width}, axes.x,
                                                 axes.rows, stop);
            if (!counts) return;
            auto column = std::make_shared<const insight::DensityColumn>(*std::move(counts));
            sweep.done([&] { columns[*place] = std::move(column); });
            present(stop, false);
        }
    }

    /// Puts together what there is when the picture before has been taken. While one thread does
    /// so the others go on, and it takes a small part of the time.
    void present(const std::stop_token& stop, bool last) {
        constexpr int share = 4;
        using Clock = std::chrono::steady_clock;
        const std::unique_lock alone(presenting, std::try_to_lock);
        if (!alone || (!last && (untaken() || Clock::now() < nextPresentation))) return;
        const auto begun = Clock::now();
        const auto known = sweep.take([this] { return columns; }, last);
        if (!known) return;
        insight::Density made = insight::density(axes, *known, stop);
        if (made.complete) {
            const descent::Objective objective(problem.analysis, problem.settings.direction);
            if (made.largest == 0)
                made.lower = insight::lowerAlpha(objective, launch, made.alpha.low, made.x, stop);
            made.jumps = insight::jumps(made, *known, objective);
        }
        if (stop.stop_requested()) return;
        nextPresentation = Clock::now() + share * (Clock::now() - begun);
        const std::lock_guard lock(mutex);
        picture = std::move(made);
    }

    bool untaken() {
        const std::lock_guard lock(mutex);
        return picture.has_value();
    }

    std::optional<insight::Density> take() {
        const std::lock_guard lock(mutex);
        return std::exchange(picture, std::nullopt);
    }

    const BifurcationProblem problem;
    const insight::Launch launch;
    Sweep sweep;
    insight::Density axes;  ///< without counts; decided before there is a column
    std::vector<std::shared_ptr<const insight::DensityColumn>> columns;  ///< guarded by sweep
    std::mutex presenting;
    std::chrono::steady_clock::time_point nextPresentation;  ///< guarded by presenting
    std::mutex mutex;
    std::optional<insight::Density> picture;  ///< guarded by mutex
    std::jthread thread;                      ///< last: it ends before what it uses
};

Bifurcation::Bifurcation(BifurcationProblem problem)
    : m_state(std::make_unique<State>(std::move(problem))) {}

Bifurcation::~Bifurcation() = default;

std::optional<insight::Density> Bifurcation::take() {
    return m_state->take();
}

bool Bifurcation::over() const {
    return m_state->sweep.over();
}

double Bifurcation::progress() const {
    return m_state->sweep.progress();
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
