// SPDX-License-Identifier: GPL-3.0-or-later
//
// What it costs to find the stationary points of a view 1,200 pixels wide, which happens at each
// move of the view (the bar is 3 ms for the double well), and to judge a run.
#include <benchmark/benchmark.h>

#include <string>

#include "insight/verdict/verdict.h"

namespace {

void find(benchmark::State& state, const std::string& text) {
    const descent::Objective objective(formula::analyse(text).value());
    for (auto run : state)
        benchmark::DoNotOptimize(insight::stationaryPoints(objective, {-5, 5.1}, 1200));
}

/// A run of `steps` steps along x², which crawls.
void judge(benchmark::State& state, int steps) {
    const descent::Objective objective(formula::analyse("x^2").value());
    const descent::Settings settings{1e-6, steps};
    const auto trajectory = descent::whole(objective, settings, 4).trajectory;
    for (auto run : state)
        benchmark::DoNotOptimize(
            insight::judge(objective, settings, trajectory, descent::Outcome::MaxIterations, {}));
}

}  // namespace

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    for (const char* text : {"x^4-4*x^2+x", "1000*sin(50*x)", "abs(sin(50*x))", "floor(9*x)",
                             "0.05*x^2-exp(-(x-2)^2)-2*exp(-4*(x+2)^2)", "sin(1000000*x)"}) {
        benchmark::RegisterBenchmark(text, find, text)->Unit(benchmark::kMicrosecond);
    }
    for (const int steps : {200, 1'000'000}) {
        const std::string name = "judge " + std::to_string(steps) + " steps";
        benchmark::RegisterBenchmark(name.c_str(), judge, steps)->Unit(benchmark::kMicrosecond);
    }
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
}
