// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/planebasins.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>
#include <utility>

#include "descent/descents.h"
#include "descent/evaluator.h"
#include "insight/plane/nodeorder.h"
#include "run/parallel.h"

namespace run {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

struct PlaneBasins::State {
    explicit State(PlaneBasinProblem given)
        : problem(std::move(given)),
          goals(problem.lattice.area, problem.settings, problem.places),
          order(problem.lattice) {
        thread = started([this](const std::stop_token& stop) { work(stop); });
        if (!thread.joinable()) over = true;
    }

    void work(const std::stop_token& stop) {
        inParallel(1, [this] { makeRoom(); });
        if (!fates.empty()) inParallel(problem.threads, [&] { compute(stop); });
        const std::lock_guard lock(mutex);
        over = true;
        ended.notify_all();
    }

    void makeRoom() {
        std::vector<insight::PlaneFate> room(problem.lattice.nodes());
        if (problem.keepsEnds) ends.resize(problem.lattice.nodes());
        const std::lock_guard lock(mutex);
        fates = std::move(room);
    }

    struct Done {
        std::size_t node;
        insight::PlaneFate fate;
        std::pair<double, double> end;
    };

    /// Run by run, until no node is left.
    void compute(const std::stop_token& stop) {
        const descent::Objective objective(problem.analysis, problem.settings.direction);
        descent::ByTape evaluator(problem.analysis, problem.settings.direction);
        descent::Descents descents(evaluator, objective.variables(), problem.settings,
                                   insight::stepsAhead);
        std::vector<Done> done;
        auto since = Clock::now();
        const auto deliver = [&] {
            keep(done);
            done.clear();
            since = Clock::now();
        };
        insight::NodesByStrips::Part part;
        descents.follow(
            [&]() -> std::optional<descent::Descents::Start> {
                const auto node = order.next(part);
                if (!node) return std::nullopt;
                return descent::Descents::Start{order.at(*node), *node};
            },
            [&](std::size_t node, const descent::Course& course) {
                const descent::Point& end = course.end.at;
                const insight::Slice& slice = problem.lattice.slice;
                done.push_back({node,
                                insight::planeFate(objective, course, goals),
                                {end[slice.across], end[slice.up]}});
                if (done.size() >= 256 || Clock::now() - since > 5ms) deliver();
            },
            stop);
        deliver();
    }

    void keep(const std::vector<Done>& done) {
        const std::lock_guard lock(mutex);
        for (const Done& one : done) {
            fates[one.node] = one.fate;
            if (problem.keepsEnds) ends[one.node] = one.end;
            coarse += order.isCoarse(one.node);
        }
        computed += done.size();
    }

    insight::SharedBasins take() {
        auto map = std::make_shared<insight::PlaneBasinMap>();
        {
            const std::lock_guard lock(mutex);
            if (computed == taken || !isTime()) return nullptr;
            taken = computed;
            map->fates = fates;
            if (over) map->ends = std::move(ends);
        }
        lastTaken = Clock::now();
        map->lattice = problem.lattice;
        map->computed = taken;
        auto [all, numbers] = goals.sorted();
        map->goals = std::move(all);
        for (insight::PlaneFate& fate : map->fates) {
            if (fate.goal >= 0) fate.goal = numbers[static_cast<std::size_t>(fate.goal)];
        }
        insight::fillIn(*map);
        return map;
    }

    /// Whether what is new makes another picture.
    bool isTime() const {
        const auto now = Clock::now();
        if (over) return true;
        if (taken == 0) return coarse == order.coarse() || now - begun > 40ms;
        return now - lastTaken > 120ms || (taken < computed / 3 && now - lastTaken > 30ms);
    }

    const PlaneBasinProblem problem;
    insight::Goals goals;
    insight::NodesByStrips order;
    const Clock::time_point begun = Clock::now();
    Clock::time_point lastTaken;  ///< of the thread that takes
    mutable std::mutex mutex;
    std::condition_variable ended;
    std::vector<insight::PlaneFate> fates;  ///< this and the rest under mutex
    std::vector<std::pair<double, double>> ends;
    std::size_t computed = 0;
    std::size_t coarse = 0;  ///< of these
    std::size_t taken = 0;
    bool over = false;
    std::jthread thread;  ///< last: it ends before what it uses
};

PlaneBasins::PlaneBasins(PlaneBasinProblem problem)
    : m_state(std::make_unique<State>(std::move(problem))) {}

PlaneBasins::~PlaneBasins() = default;

insight::SharedBasins PlaneBasins::take() {
    return m_state->take();
}

bool PlaneBasins::over() const {
    const std::lock_guard lock(m_state->mutex);
    return m_state->over;
}

bool PlaneBasins::wait(std::chrono::microseconds longest) {
    State& state = *m_state;
    if (!state.thread.joinable() && state.computed == 0) state.work({});
    std::unique_lock lock(state.mutex);
    state.ended.wait_for(lock, longest, [&] { return state.over; });
    return state.over && state.computed == state.problem.lattice.nodes();
}

double PlaneBasins::progress() const {
    const std::lock_guard lock(m_state->mutex);
    return static_cast<double>(m_state->computed) /
           static_cast<double>(m_state->problem.lattice.nodes());
}

}  // namespace run
