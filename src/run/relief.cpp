// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/relief.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <utility>
#include <vector>

#include "run/parallel.h"

namespace run {

namespace {

/// Of the nodes that each pass adds to those before.
constexpr std::array strides{8, 4, 2, 1};

/// The same area with so many nodes that every pass has some on all edges.
insight::Lattice divisible(insight::Lattice lattice) {
    const auto up = [](int nodes) {
        const int intervals = std::max(nodes, 2) - 1;
        return (intervals + strides.front() - 1) / strides.front() * strides.front() + 1;
    };
    lattice.columns = up(lattice.columns);
    lattice.rows = up(lattice.rows);
    return lattice;
}

/// A row of nodes that a pass computes.
struct Strip {
    std::size_t pass = 0;
    int row = 0;
};

}  // namespace

struct Relief::State {
    explicit State(ReliefProblem given)
        : problem{std::move(given.analysis), divisible(given.lattice), given.threads} {
        for (std::size_t pass = 0; pass < strides.size(); ++pass) missing[pass] = rowsOf(pass);
        thread = started([this](const std::stop_token& stop) {
            inParallel(1, [&] { values.resize(problem.lattice.nodes()); });
            if (!values.empty())
                inParallel(problem.threads, [&] { compute(stop, [] { return false; }); });
            end();
        });
    }

    std::size_t rowsOf(std::size_t pass) const {
        return static_cast<std::size_t>((problem.lattice.rows - 1) / strides[pass] + 1);
    }

    /// In the place of the thread that the system did not give.
    void help(std::chrono::microseconds longest) {
        if (thread.joinable() || isOver()) return;
        const auto late = [until = Clock::now() + longest] { return Clock::now() >= until; };
        inParallel(1, [&] {
            if (values.empty()) values.resize(problem.lattice.nodes());
            compute({}, late);
        });
        if (!late()) end();
    }

    /// Strip by strip, until none is left or it is `enough`.
    template <typename Enough>
    void compute(const std::stop_token& stop, const Enough& enough) {
        insight::Altimeter altimeter(problem.analysis);
        while (!stop.stop_requested() && !enough()) {
            const auto strip = next();
            if (!strip) return;
            fill(altimeter, *strip);
            const auto finished = done(*strip);
            if (finished && strides[*finished] > 1) publish(thinnedOut(strides[*finished]));
        }
    }

    /// One that nobody has begun; nothing when all have been handed out.
    std::optional<Strip> next() {
        std::size_t place = handedOut.fetch_add(1, std::memory_order_relaxed);
        for (std::size_t pass = 0; pass < strides.size(); ++pass) {
            if (place < rowsOf(pass)) return Strip{pass, static_cast<int>(place) * strides[pass]};
            place -= rowsOf(pass);
        }
        return std::nullopt;
    }

    /// The nodes of a strip that no pass before has computed.
    void fill(insight::Altimeter& altimeter, const Strip& strip) {
        const insight::Lattice& lattice = problem.lattice;
        const int stride = strides[strip.pass];
        const bool isKnown = strip.pass > 0 && strip.row % (2 * stride) == 0;
        double* row = values.data() + static_cast<std::size_t>(strip.row) *
                                          static_cast<std::size_t>(lattice.columns);
        altimeter.measure(lattice, strip.row, isKnown ? stride : 0, isKnown ? 2 * stride : stride,
                          row);
    }

    /// The pass up to which all are complete now and were not before, if there is one.
    std::optional<std::size_t> done(const Strip& strip) {
        const std::lock_guard lock(mutex);
        --missing[strip.pass];
        ++computed;
        const std::size_t before = complete;
        while (complete < strides.size() && missing[complete] == 0) ++complete;
        return complete > before ? std::optional(complete - 1) : std::nullopt;
    }

    void publish(std::shared_ptr<insight::Heights> heights) {
        const std::lock_guard lock(mutex);
        if (latest && latest->lattice.columns >= heights->lattice.columns) return;
        latest = std::move(heights);
        isTaken = false;
    }

    /// What is complete is not written again.
    std::shared_ptr<insight::Heights> thinnedOut(int stride) const {
        const insight::Lattice& whole = problem.lattice;
        auto heights = std::make_shared<insight::Heights>();
        heights->lattice = whole;
        heights->lattice.columns = (whole.columns - 1) / stride + 1;
        heights->lattice.rows = (whole.rows - 1) / stride + 1;
        heights->values.reserve(heights->lattice.nodes());
        for (int row = 0; row < whole.rows; row += stride) {
            const double* from = values.data() + static_cast<std::size_t>(row) *
                                                     static_cast<std::size_t>(whole.columns);
            for (int column = 0; column < whole.columns; column += stride)
                heights->values.push_back(from[column]);
        }
        return heights;
    }

    /// Once no thread reads the values any more, to thin them out.
    void publishWhole() {
        if (progress() < 1 || values.empty()) return;
        auto heights = std::make_shared<insight::Heights>();
        heights->lattice = problem.lattice;
        heights->values = std::move(values);
        publish(std::move(heights));
    }

    insight::SharedHeights take() {
        constexpr std::chrono::milliseconds patience(30);
        const std::lock_guard lock(mutex);
        const bool isWhole = complete == strides.size();
        if (isTaken || (!isWhole && !over && Clock::now() - begun < patience)) return nullptr;
        isTaken = true;
        return latest;
    }

    void end() {
        inParallel(1, [this] { publishWhole(); });
        const std::lock_guard lock(mutex);
        over = true;
        ended.notify_all();
    }

    bool isOver() const {
        const std::lock_guard lock(mutex);
        return over;
    }

    double progress() const {
        const std::lock_guard lock(mutex);
        std::size_t strips = 0;
        for (std::size_t pass = 0; pass < strides.size(); ++pass) strips += rowsOf(pass);
        return static_cast<double>(computed) / static_cast<double>(strips);
    }

    bool wait(std::chrono::microseconds longest) const {
        std::unique_lock lock(mutex);
        ended.wait_for(lock, longest, [this] { return over; });
        return over && complete == strides.size();
    }

    using Clock = std::chrono::steady_clock;
    const Clock::time_point begun = Clock::now();
    const ReliefProblem problem;
    /// Of all nodes; each element is written once, by the thread whose strip it lies in.
    std::vector<double> values;
    std::atomic<std::size_t> handedOut = 0;
    mutable std::mutex mutex;
    mutable std::condition_variable ended;
    std::array<std::size_t, strides.size()> missing{};  ///< strips; this and the rest under mutex
    std::size_t computed = 0;                           ///< strips
    std::size_t complete = 0;                           ///< passes
    insight::SharedHeights latest;
    bool isTaken = true;
    bool over = false;
    std::jthread thread;  ///< last: it ends before what it uses
};

Relief::Relief(ReliefProblem problem) : m_state(std::make_unique<State>(std::move(problem))) {}

Relief::~Relief() = default;

insight::SharedHeights Relief::take() {
    return m_state->take();
}

bool Relief::over() const {
    return m_state->isOver();
}

double Relief::progress() const {
    return m_state->progress();
}

bool Relief::wait(std::chrono::microseconds longest) const {
    m_state->help(longest);
    return m_state->wait(longest);
}

}  // namespace run
