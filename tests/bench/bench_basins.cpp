// SPDX-License-Identifier: GPL-3.0-or-later
//
// How fast basins of attraction in the plane are computed: Himmelblau's function from 800 x 600
// starts to the end, α 0.01. Prints the bars:
//   one thread by the tape                at most 1/15 of one start after the other
//                                         and 1.1 times runs by compiled C++ in the same lanes
//   two threads                           at most 0.65 of one
//   first picture                         in 50 ms
//   what is shown                         in 16 ms, copied and filled in

#include <benchmark/benchmark.h>

#include <chrono>
#include <map>
#include <string>
#include <thread>

#include "../planes.h"
#include "descent/descents.h"
#include "run/planebasins.h"

namespace {

using namespace std::chrono_literals;

constexpr insight::Rectangle area{{-6, 6}, {-5, 5}};
constexpr int columns = 800;
constexpr int rows = 600;

formula::Valued himmelblau() {
    return formula::analyse("(x^2+y-11)^2+(x+y^2-7)^2", std::vector<std::string>{"x", "y"}).value();
}

descent::Settings settings() {
    return {0.01, 1000, 1e-6};
}

run::PlaneBasinProblem problem(int threads) {
    return {himmelblau(), settings(), {{pointOf({0, 0})}, area, columns, rows}, {}, false, threads};
}

/// The function as a compiler sees it.
class Compiled final : public descent::Evaluator {
public:
    void evaluate(const double* const* at, double* const* out, std::size_t count) override {
        for (std::size_t i = 0; i < count; ++i) {
            const double x = at[0][i];
            const double y = at[1][i];
            const double a = x * x + y - 11;
            const double b = x + y * y - 7;
            out[0][i] = a * a + b * b;
            out[1][i] = 4 * a * x + 2 * b;
            out[2][i] = 2 * a + 4 * b * y;
        }
    }
    void hessians(const double* const*, double* const*, std::size_t) override {}
};

void follow(descent::Evaluator& evaluator) {
    const insight::Lattice lattice = problem(1).lattice;
    std::size_t next = 0;
    std::int64_t steps = 0;
    descent::Descents(evaluator, 2, settings())
        .follow(
            [&]() -> std::optional<descent::Descents::Start> {
                if (next == lattice.nodes()) return std::nullopt;
                const int column = static_cast<int>(next % columns);
                const int row = static_cast<int>(next / columns);
                return descent::Descents::Start{lattice.at(column, row), next++};
            },
            [&](std::size_t, const descent::Course& course) { steps += course.end.iteration; });
    benchmark::DoNotOptimize(steps);
}

void oneByOne(benchmark::State& state) {
    const descent::Objective objective(himmelblau());
    const insight::Lattice lattice = problem(1).lattice;
    for (auto _ : state) {
        // One start in 16, each for 16.
        for (int row = 0; row < rows; row += 4) {
            for (int column = 0; column < columns; column += 4) {
                descent::Descent run(objective, settings(), lattice.at(column, row));
                run.advance(settings().maxIterations);
                benchmark::DoNotOptimize(run.state());
            }
        }
    }
}

void byTape(benchmark::State& state) {
    for (auto _ : state) {
        descent::ByTape evaluator(himmelblau());
        follow(evaluator);
    }
}

void byCompiler(benchmark::State& state) {
    for (auto _ : state) {
        Compiled evaluator;
        follow(evaluator);
    }
}

void whole(benchmark::State& state) {
    for (auto _ : state) {
        run::PlaneBasins basins(problem(static_cast<int>(state.range(0))));
        basins.wait(100s);
    }
}

void first(benchmark::State& state) {
    for (auto _ : state) {
        run::PlaneBasins basins(problem(0));
        while (!basins.take()) std::this_thread::sleep_for(100us);
    }
}

void shown(benchmark::State& state) {
    for (auto _ : state) {
        state.PauseTiming();
        run::PlaneBasins basins(problem(0));
        basins.wait(60ms);
        state.ResumeTiming();
        benchmark::DoNotOptimize(basins.take());
    }
}

}  // namespace

BENCHMARK(oneByOne)->Unit(benchmark::kMillisecond);
BENCHMARK(byTape)->Unit(benchmark::kMillisecond);
BENCHMARK(byCompiler)->Unit(benchmark::kMillisecond);
BENCHMARK(whole)->Arg(1)->Arg(2)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(first)->UseRealTime()->Unit(benchmark::kMillisecond);
BENCHMARK(shown)->UseRealTime()->Iterations(20)->Unit(benchmark::kMillisecond);

BENCHMARK_MAIN();
