// SPDX-License-Identifier: GPL-3.0-or-later
//
// What it costs to find the stationary points of a view 1,200 pixels wide, which happens at each
// move of the view. The bar is 3 ms for the double well.
#include <benchmark/benchmark.h>

#include <string>

#include "core/stationary.h"

namespace {

void find(benchmark::State& state, const std::string& text) {
    const core::Objective objective(core::analyse(text).value());
    for (auto run : state)
        benchmark::DoNotOptimize(core::stationaryPoints(objective, {-5, 5.1}, 1200));
}

}  // namespace

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    for (const char* text : {"x^4-4*x^2+x", "1000*sin(50*x)", "abs(sin(50*x))", "floor(9*x)",
                             "0.05*x^2-exp(-(x-2)^2)-2*exp(-4*(x+2)^2)", "sin(1000000*x)"}) {
        benchmark::RegisterBenchmark(text, find, text)->Unit(benchmark::kMicrosecond);
    }
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
}
